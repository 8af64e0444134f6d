"""The tour: somebody who presses only what it says comes to its end; it bars no key and touches nothing of theirs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from lcterm.store.own_keys import keys_file
from lcterm.store.paths import Home
from lcterm.ui.app import LcTerm, Opened
from lcterm.ui.grid import grid
from lcterm.ui.key_table import SHIPPED
from lcterm.ui.line import line_cells
from lcterm.ui.screens import home_doing
from lcterm.ui.screens.board import Board
from lcterm.ui.tour import Tour, place_of, with_keys
from lcterm.ui.tour_steps import STEPS, Someone
from tests.clock_program import TestClock
from tests.ui.beside import press, resize
from tests.ui.boards import board_of, pane_text
from tests.ui.homes import MOMENT, ZONE, bare_app, row_of, settle, shown
from tests.ui.samples import copied_sample

SIZES = [(120, 36), (80, 24), (60, 20), (200, 60)]
NAMES = {"Enter": "enter", "Esc": "escape", "space": "space", "?": "question_mark"}


def tour_app(folder: Path, clock: TestClock, keys_from: Home | None = None) -> LcTerm:
    clock.set(MOMENT)
    sample = copied_sample(folder / "demo", clock, ZONE)
    opened = Opened(tour=True, keys_from=keys_from)
    return LcTerm(sample.home, clock, {}, (sample.community, sample.session), opened=opened)


def told(board: Board) -> str:
    """What the tour says, in one line."""
    rows = pane_text(board, place_of(board.grid)).split("\n")
    assert re.match(r"Tour \d+/\d+ ", rows[0]), rows
    return " ".join(" ".join(rows[1:]).split())


def number(board: Board) -> int:
    match = re.match(r"Tour (\d+)/(\d+) ", pane_text(board, place_of(board.grid)))
    assert match is not None
    assert int(match[2]) == len(STEPS)
    return int(match[1])


def bold(board: Board) -> Iterator[str]:
    """The keys that the step tells to press, in their order, as Textual calls them; what is to be typed letter by
    letter."""
    tour = board.tour
    assert tour is not None
    words = tour.step.words.format(name=tour.someone.name, badge=tour.someone.badge)
    for text in words.split("`")[1::2]:
        key = board.keys.shown(text)
        assert key in told(board)
        if key in NAMES:
            yield NAMES[key]
        else:
            yield from ("space" if one == " " else one for one in key)


async def pressed(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await press(pilot, key)
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_pressing_only_what_it_says_leads_to_the_end(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = tour_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        for step in range(1, len(STEPS)):
            assert number(board) == step
            clock.advance(3)
            await pressed(pilot, *bold(board))
        assert number(board) == len(STEPS)
        assert "lcterm new" in told(board)
        assert app.screen is board
        assert "Call the council" not in str(board.view.session.captures)
        await pressed(pilot, *[key for key in bold(board) if key == "q"])
    assert app.return_code == 0


async def test_a_step_goes_on_only_when_it_was_really_done(tmp_path: Path, clock: TestClock) -> None:
    app = tour_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        wrong: list[tuple[str, ...]] = [
            ("space",),
            ("space", "h", "escape"),
            ("v", "v", "h", "escape"),
            ("question_mark", "escape"),
            ("c", *"just a thought", "escape"),
            ("l", "escape"),
            ("v", "question_mark", "escape"),
            ("m", "escape"),
            ("question_mark", "escape"),
            ("1", "escape"),
        ]
        right: list[tuple[str, ...]] = [
            ("enter",),
            ("h", "c"),
            ("space",),
            ("g", "l"),
            ("c", *["backspace"] * 20, *"a Ask Ben", "enter"),
            ("u",),
            ("v",),
            ("l", "escape"),
            ("6", "escape"),
            ("question_mark", "question_mark"),
        ]
        for step, (other, done) in enumerate(zip(wrong, right, strict=True), 1):
            await pressed(pilot, *other)
            assert number(board) == step
            await pressed(pilot, *done)
            assert number(board) == step + 1


async def test_enter_skips_and_at_the_end_ends(tmp_path: Path, clock: TestClock) -> None:
    app = tour_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        facts = len(board.desk.session.log.facts)
        for step in range(1, len(STEPS) + 1):
            assert number(board) == step
            await press(pilot, "enter")
        assert board.tour is None
        assert pane_text(board, "captures").startswith("Captures")
        assert "lcterm new begins for real." in pane_text(board, "message")
        await press(pilot, "enter", "escape")
        assert len(board.desk.session.log.facts) == facts


@pytest.mark.parametrize(
    ("size", "pane", "there"), [((120, 36), "prompts", "At this point"), ((60, 20), "voices", "Voices")]
)
async def test_esc_ends_it_and_the_pane_is_as_it_was(
    tmp_path: Path, clock: TestClock, size: tuple[int, int], pane: str, there: str
) -> None:
    app = tour_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        assert pane_text(board, pane).startswith("Tour 1/")
        await press(pilot, "escape")
        assert pane_text(board, pane).startswith(there)
        assert "The tour is over." in pane_text(board, "message")
        await press(pilot, "space")
        assert pane_text(board, pane).startswith(there)


async def test_enter_and_esc_belong_to_what_is_open_first(tmp_path: Path, clock: TestClock) -> None:
    app = tour_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await pressed(
            pilot, "enter", "h", "escape", "c", *"p Later", "enter", "c", "escape", "l", "escape", "2", "escape"
        )
        assert number(board) == 2
        assert "Enter next" in pane_text(board, "prompts")
        await press(pilot, "h")
        assert "Enter next" not in pane_text(board, "prompts"), "just now Enter takes a person"


async def test_under_the_veil_it_stays(tmp_path: Path, clock: TestClock) -> None:
    app = tour_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await press(pilot, "v")
        assert number(board) == 1


async def test_it_outlives_another_size_of_the_window(tmp_path: Path, clock: TestClock) -> None:
    app = tour_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        for width, height in ((80, 24), (40, 10), (60, 20), (120, 36)):
            await resize(pilot, (width, height))
            await settle(pilot)
            if width >= 60:
                assert number(board) == 1
        assert pane_text(board, "captures").startswith("Captures")


def test_every_step_has_room_wherever_it_stands() -> None:
    tour = Tour()
    tour.someone = Someone("Sam Okonkwo", "sok")
    for size in SIZES:
        cells = grid(*size)
        box = {"prompts": cells.prompts, "captures": cells.captures, "voices": cells.voices}[place_of(cells)]
        assert box is not None
        for tour.place in range(len(STEPS)):
            lines = tour.lines(box.w, SHIPPED)
            assert len(lines) <= box.h, (size, tour.place)
            assert max(map(line_cells, lines)) <= box.w
            assert not lines[0][0].text.endswith("…")


def test_keys_stand_out_in_the_words() -> None:
    (line,) = with_keys("Press `hand`, then `a b` and `Enter`.", 60, SHIPPED)
    assert "".join(span.text for span in line) == "Press h, then a b and Enter."
    assert [span.text for span in line if span.look == "bold"] == ["h", "a", "b", "Enter"]


async def test_it_names_and_takes_the_facilitators_own_keys(tmp_path: Path, clock: TestClock) -> None:
    own = Home(tmp_path / "own")
    own.path.mkdir()
    keys_file(own).write_text('[keys]\nhand = "f7"\nnext-speaker = "PgDn"\nnext-point = "n"\n')
    app = tour_app(tmp_path, clock, own)
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await press(pilot, "enter")
        assert "press F7, then" in told(board)
        await pressed(pilot, "f7", "a")
        assert told(board).startswith("When a speaker has finished, PgDn gives the floor")
        await press(pilot, "pagedown")
        assert number(board) == 4


# ── From the home screen ────────────────────────────────────────────────────────────────────────────────────────────


def in_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lcterm.store.sample._place", lambda: folder)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_a_first_start_offers_it_and_comes_back(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    in_folder(tmp_path / "demo", monkeypatch)
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert row_of(app, "tour of two minutes").strip().startswith("t ")
        assert row_of(app, "? keys").strip().startswith("t tour")
        await press(pilot, "t")
        await app.workers.wait_for_complete()
        await settle(pilot)
        board = board_of(app)
        assert number(board) == 1
        await pressed(pilot, "enter", "h", "c", "q", "q")
        assert "nothing of yours was touched." in shown(app)
        assert not app.home.path.exists(), "the real home stays as it was: not there"
        assert app.desks
        assert all(desk.home.path == tmp_path / "demo" for desk in app.desks)


async def test_the_tour_begins_on_a_sample_of_its_own(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_folder(tmp_path / "demo", monkeypatch)
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        for key in ("d", "t"):
            await press(pilot, key)
            await app.workers.wait_for_complete()
            await settle(pilot)
            board = board_of(app)
            assert (board.tour is None) == (key == "d")
            assert len(board.view.session.hands) == 3
            await pressed(pilot, "h", "c", "q", "q")


def test_the_home_screen_knows_it() -> None:
    assert "tour" in home_doing.DOING
