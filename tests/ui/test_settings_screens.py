"""Settings on the screens: clocks once a minute, nothing that moves, plain signs, the bell."""

from pathlib import Path
from typing import cast

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.widgets import Input

from lcterm.core.commands import ExtendPoint, GiveFloor, NextPoint, RaiseHand, StartSession
from lcterm.store.paths import Home
from lcterm.store.settings import settings_file
from lcterm.ui.app import LcTerm, Opened
from lcterm.ui.plain_signs import OLD, PLAIN, PlainSigns, can_show, needs_plain
from lcterm.ui.room_app import RoomApp
from lcterm.ui.theme import palette_of
from lcterm.ui.widgets.pane import Pane
from tests.clock_program import TestClock
from tests.ui.beside import press
from tests.ui.boards import board_app, board_of, pane_text, whole_text
from tests.ui.rooms import on_disk, screen_of
from tests.ui.test_own_keys_screens import own_app

MINUTES = 'clock = "minutes"\n'
REDUCED = 'motion = "reduced"\n'


def set_app(folder: Path, clock: TestClock, toml: str) -> LcTerm:
    """A board in a home with these settings."""
    (folder / "home").mkdir(0o700, parents=True)
    settings_file(Home(folder / "home")).write_text(toml, encoding="utf-8")
    return board_app(folder, clock)


def beside_it(app: LcTerm, clock: TestClock) -> RoomApp:
    """The room screen of the same session, in the same home."""
    return on_disk(app.home, *cast(tuple[str, str], app._session), clock)


@pytest.mark.parametrize(
    ("toml", "size"), [(MINUTES, (120, 36)), (REDUCED, (80, 24)), (MINUTES, (60, 20)), (REDUCED, (50, 12))]
)
async def test_nothing_on_the_board_changes_within_a_minute(
    tmp_path: Path, clock: TestClock, toml: str, size: tuple[int, int]
) -> None:
    app = set_app(tmp_path, clock, toml)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        board.act(StartSession())
        ben, dorota = [one.person for one in board.view.people if one.name in ("Ben", "Dorota")]
        board.act(GiveFloor(ben))
        board.act(RaiseHand(dorota))
        await pilot.pause()
        before = whole_text(board_of(app))
        assert "5 min" in before
        for _ in range(3):
            clock.advance(15)
            board.tick()
            await pilot.pause()
            assert whole_text(board_of(app)) == before
        clock.advance(15)
        board.tick()
        await pilot.pause()
        assert "4 min" in whole_text(board_of(app))
        assert "4:" not in whole_text(board_of(app)).replace("14:", "")


async def test_the_last_minute_and_what_is_over_are_told_in_minutes(tmp_path: Path, clock: TestClock) -> None:
    app = set_app(tmp_path, clock, MINUTES)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        board.act(StartSession())
        board.act(GiveFloor(board.view.people[0].person))
        for seconds, exact in (
            (241, "1 min left of 5"),
            (58, "1 min left of 5"),
            (2, "+0 min over 5"),
            (80, "+1 min over 5"),
        ):
            clock.advance(seconds)
            board.tick()
            await pilot.pause()
            assert pane_text(board_of(app), "exact").strip() == exact
        assert pane_text(board_of(app), "turn").strip() == "6 min"
        assert "over time" in pane_text(board_of(app), "message")


async def test_as_shipped_seconds_tick(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        board.act(StartSession())
        clock.advance(9)
        board.tick()
        await pilot.pause()
        assert pane_text(board_of(app), "exact").strip() == "4:51 left of 5"


@pytest.mark.parametrize("size", [(120, 36), (50, 12)])
async def test_the_room_sees_minutes_too(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    board = set_app(tmp_path, clock, MINUTES)
    async with board.run_test(size=(120, 36)):
        board_of(board).act(StartSession())
        board_of(board).act(NextPoint())
        board_of(board).desk.session.flush(5)
        app = beside_it(board, clock)
        async with app.run_test(size=size) as pilot:
            screen = screen_of(app)
            screen.tick()
            await pilot.pause()
            shown = _drawn(app)
            for _ in range(3):
                clock.advance(15)
                screen.tick()
                await pilot.pause()
                assert _drawn(app) == shown
            assert not screen.panes["seconds"].display
            clock.advance(16)
            screen.tick()
            await pilot.pause()
            assert _drawn(app) != shown


def _drawn(app: RoomApp | LcTerm) -> list[str]:
    return [
        "".join(span.text for span in line) for pane in app.screen.query(Pane) if pane.display for line in pane.lines
    ]


async def test_a_large_screen_over_the_board_stands_still_too(tmp_path: Path, clock: TestClock) -> None:
    app = set_app(tmp_path, clock, MINUTES)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        board.act(StartSession())
        board.act(NextPoint())
        board.act(NextPoint())
        board.act(GiveFloor(board.view.people[0].person))
        for key in ("2", "1"):
            await press(pilot, key)
            before = _drawn(app)
            clock.advance(3)
            app.screen.tick()  # type: ignore[attr-defined]
            await pilot.pause()
            assert _drawn(app) == before
            await press(pilot, "escape")


async def test_the_home_screen_counts_minutes(tmp_path: Path, clock: TestClock) -> None:
    board = set_app(tmp_path, clock, REDUCED)
    async with board.run_test():
        board_of(board).act(StartSession())
        board_of(board).desk.session.flush(5)
    app = LcTerm(board.home, clock, {})
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "5 min left" in " ".join(_drawn(app))


async def test_nothing_is_animated_and_with_less_motion_no_cursor_blinks(tmp_path: Path, clock: TestClock) -> None:
    for toml, blinks in (("", True), (REDUCED, False)):
        folder = tmp_path / str(blinks)
        app = set_app(folder, clock, toml)
        async with app.run_test(size=(120, 36)) as pilot:
            assert app.animation_level == "none"
            await press(pilot, "c")
            assert isinstance(app.focused, Input)
            assert app.focused.cursor_blink is blinks


async def test_at_the_notes_seat_as_well(tmp_path: Path, clock: TestClock) -> None:
    board = set_app(tmp_path, clock, REDUCED)
    async with board.run_test():
        board_of(board).act(StartSession())
        board_of(board).desk.session.flush(5)
    app = LcTerm(board.home, clock, {}, board._session, opened=Opened(seat="notes"))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert isinstance(app.focused, Input)
        assert app.focused.cursor_blink is False
        assert "5 min left of 5" in whole_text(board_of(app))


async def test_the_bell_rings_where_that_is_set(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for toml, rings in (('bell = "on"\n', 1), ("", 0)):
        app = set_app(tmp_path / str(rings), clock, toml)
        async with app.run_test(size=(120, 36)):
            rung: list[int] = []
            monkeypatch.setattr(app, "bell", lambda rung=rung: rung.append(1))
            board = board_of(app)
            board.act(StartSession())
            board.act(ExtendPoint(5))
            board.tick()
            clock.advance(8.5 * 60)
            board.tick()
            assert len(rung) == rings


async def test_what_is_wrong_in_the_file_is_said_and_the_session_opens(tmp_path: Path, clock: TestClock) -> None:
    app = set_app(tmp_path, clock, 'motion = "slow"\n')
    async with app.run_test(size=(120, 36)):
        assert "settings.toml, line 1: “motion” may be full or reduced" in pane_text(board_of(app), "message")
        assert board_of(app).by_minute is False


async def test_keys_and_settings_that_are_both_wrong_are_both_said(tmp_path: Path, clock: TestClock) -> None:
    app = own_app(tmp_path, clock, '[keys]\nhnad = "x"\n')
    settings_file(app.home).write_text('bell = "x"\n', encoding="utf-8")
    app = LcTerm(app.home, clock, {}, app._session)
    assert "hnad" in app._trouble
    assert "bell" in app._trouble


def test_the_theme_of_the_file_the_room_has_its_own(tmp_path: Path, clock: TestClock) -> None:
    app = set_app(tmp_path, clock, 'theme = "light"\n')
    assert palette_of(app).name == "light"
    assert palette_of(LcTerm(app.home, clock, {"LCTERM_THEME": "dark"})).name == "dark"
    assert palette_of(LcTerm(app.home, clock, {"NO_COLOR": "1"})).name == "light"
    room = beside_it(app, clock)
    assert palette_of(RoomApp(room.looker, clock, {})).name == "projector"
    settings_file(app.home).write_text('room-theme = "light"\n', encoding="utf-8")
    assert palette_of(RoomApp(room.looker, clock, {})).name == "light"


async def test_plain_signs_are_a_cell_for_a_cell(tmp_path: Path, clock: TestClock) -> None:
    app = set_app(tmp_path, clock, 'signs = "plain"\n')
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        board.act(StartSession())
        board.act(GiveFloor(board.view.people[0].person))
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        lines = ["".join(segment.text for segment in strip.crop(0, 120)) for strip in strips]
        drawn = [
            "".join(
                segment.text for filter in app.get_line_filters() for segment in filter.apply([*strip], Color(0, 0, 0))
            )
            for strip in strips
        ]
        assert any("►" in line for line in lines) or any("> Amina" in line for line in lines)
        assert all(line.isascii() for line in drawn)
        assert any("> Amina" in line for line in drawn)


def test_what_people_wrote_keeps_its_letters() -> None:
    (segment,) = PlainSigns().apply([Segment("✓ Zoë is 好 ━━─…")], Color(0, 0, 0))
    assert segment.text == "x Zoë is 好 ==-~"
    assert all(len(plain) == 1 and plain.isascii() for plain in PLAIN.values())


@pytest.mark.parametrize("term", OLD)
def test_old_consoles_get_plain_signs_by_themselves(term: str) -> None:
    assert needs_plain({"TERM": term})
    assert not needs_plain({"TERM": "xterm-256color"})
    assert not can_show("latin-1")
    assert not can_show("cp437")
    assert not can_show("no-such")
    assert can_show("utf-8")
