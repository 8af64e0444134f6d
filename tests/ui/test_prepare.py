"""The checklist before the session, key by key, from the board and from the home screen."""

from pathlib import Path

import pytest

from lcterm.core.commands import TickItem
from lcterm.core.community_events import ChecklistAgreed
from lcterm.store.checklist import items, shipped_checklist
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.board import Board
from lcterm.ui.screens.home_sheet import sheet_lines
from lcterm.ui.screens.prepare import PrepareScreen
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text, well_drawn
from tests.ui.boards import board_app, board_of
from tests.ui.homes import at_home, bare_app, founded, home_of, in_london, planned, row_of

FIRST = items(shipped_checklist())[0].text
COUNT = len(items(shipped_checklist()))


async def test_ticks_come_and_go_and_are_the_sessions(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "7")
        assert f"{COUNT} of {COUNT} open" in text(app)
        assert chosen(app).startswith(f"[ ] {FIRST}")
        await press(pilot, "space")
        assert chosen(app).startswith("[✓]")
        assert board_of(app).desk.meeting.session.ticked == (FIRST,)
        assert f"{COUNT - 1} of {COUNT} open" in text(app)
        await press(pilot, "enter")
        assert chosen(app).startswith("[ ]")
        await press(pilot, "space", "u")
        assert board_of(app).desk.meeting.session.ticked == ()
        await press(pilot, "7")
        assert isinstance(app.screen, Board)


async def test_the_cursor_begins_at_what_is_open(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board_of(app).act(TickItem(FIRST))
        await press(pilot, "7")
        assert items(shipped_checklist())[1].text in chosen(app)


async def test_the_group_makes_the_list_its_own(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "7", "a", *"Key", "enter")
        assert "Key" in chosen(app)
        assert items(agreed(app))[1] == ("Key", "Days before")
        await press(pilot, "space", "e", "s", "enter")
        assert "[✓] Keys" in chosen(app), "a tick goes with the words"
        await press(pilot, "d")
        assert "Keys" not in text(app)
        assert "Taken off the list.   u takes it back" in text(app, "message")
        await press(pilot, "u")
        assert "Keys" in text(app)
        assert items(agreed(app))[1].text == "Keys"


def agreed(app: LcTerm) -> tuple[str, ...]:
    checklist = board_of(app).desk.meeting.community.checklist
    assert checklist is not None
    return checklist


async def test_what_is_there_already_or_nothing_changes_nothing(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "7", "a", "enter")
        assert board_of(app).desk.meeting.community.checklist is None
        await press(pilot, "a")
        pilot.app.screen.query_one("#entry").value = FIRST  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert "stands on the checklist already" in text(app, "message")
        await press(pilot, "escape", "e", "enter")
        assert board_of(app).desk.meeting.community.checklist is None


async def test_an_undo_does_not_undo_what_others_made_of_the_list(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "7", "d")
        board_of(app).desk.record_of_community(ChecklistAgreed(items=("Only this",)))
        await press(pilot, "u")
        assert agreed(app) == ("Only this",)
        assert "Somebody has changed the list since" in text(app, "message")


async def test_an_empty_list_can_be_begun(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(60, 20)) as pilot:
        board_of(app).desk.record_of_community(ChecklistAgreed(items=()))
        await press(pilot, "7", "space", "d", "e")
        assert "There is nothing on the list yet." in text(app, "message")
        await press(pilot, "a", "K", "enter")
        assert chosen(app).startswith("[ ] K")


async def test_under_the_veil_only_how_many_are_open(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "7", "v")
        assert FIRST not in text(app)
        assert f"{COUNT} of {COUNT} open" in text(app)
        await press(pilot, "space", "d", "a")
        assert not board_of(app).desk.meeting.session.ticked
        assert "v lifts the veil" in text(app, "message")
        await press(pilot, "v", "space")
        assert board_of(app).desk.meeting.session.ticked


@pytest.mark.parametrize("size", [(150, 40), (120, 36), (80, 24), (60, 20), (20, 5), (3, 2)])
async def test_every_row_fits_whatever_people_write(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        hostile = ("# [/red] 漢字漢字", "[@click=app.bell]x[/]", "漢" * 70, "# ", "👩‍👩‍👧‍👦", "x" * 120, "")
        board_of(app).desk.record_of_community(ChecklistAgreed(items=hostile))
        await press(pilot, "7")
        for key in ("down", "space", "down", "a", "escape", "e", "escape", "end", "v"):
            well_drawn(app)
            await press(pilot, key)
        well_drawn(app)


# ── From the home screen ──


async def test_from_home_esc_goes_home_and_the_home_says_how_far_it_is(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_london(monkeypatch)
    app = bare_app(tmp_path, clock)
    session = planned(app, founded(app), 7)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "7")
        assert isinstance(app.screen, PrepareScreen)
        assert "Esc home" in text(app, "footer")
        await press(pilot, "space", "down", "space", "escape")
        assert at_home(app)
        kept = home_of(app).view.kept
        assert kept is not None
        home_of(app).look()
        await pilot.pause()
        assert kept.session.id == session
        assert f"2 of {COUNT} prepared" in row_of(app, "planned for")


async def test_from_home_other_keys_lead_on_to_the_board(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_london(monkeypatch)
    app = bare_app(tmp_path, clock)
    planned(app, founded(app), 7)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", "1")
        await press(pilot, "escape")
        assert isinstance(app.screen, Board)
        await press(pilot, "q", "q")
        assert at_home(app)


async def test_at_home_without_a_session_it_says_so(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7")
        assert at_home(app)
        assert "There is no session to prepare yet." in home_of(app).message.text


def test_the_keys_of_home_fit_where_there_is_little_room() -> None:
    lines = ["".join(span.text for span in line) for line in sheet_lines(58, "/home/ana/.local/share/lcterm", 19)]
    assert len(lines) <= 19
    assert any(line.startswith("7        The checklist before the session") for line in lines)
    assert lines[-1].rstrip().endswith("what is typed stays")
