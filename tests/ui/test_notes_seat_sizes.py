"""The co-facilitator's seat at every size and in every state: no line wider than its pane, no pane over another."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.geometry import Size
from textual.pilot import Pilot

from lcterm.core.commands import EndSession, WriteCapture
from lcterm.core.events import Words
from lcterm.core.seating import known
from lcterm.ui.app import LcTerm
from lcterm.ui.grid import Box
from lcterm.ui.line import line_cells
from lcterm.ui.notes_grid import notes_grid
from tests.clock_program import TestClock
from tests.ui.beside import resize
from tests.ui.boards import pane_text
from tests.ui.notes import notes_app, press, ready, seat_of
from tests.ui.test_board_sizes import HOSTILE

SIZES = [(150, 45), (100, 30), (80, 24), (60, 20), (40, 10), (20, 5), (120, 36)]
"""The last is the terminal's own."""
LONG = "Ask the council for the list of empty homes and for whatever else the " + "x" * 90


def overlap(one: Box, other: Box) -> bool:
    apart = one.x + one.w <= other.x or other.x + other.w <= one.x
    return not (apart or one.y + one.h <= other.y or other.y + other.h <= one.y)


@given(st.integers(60, 240), st.integers(20, 90))
def test_panes_lie_beside_each_other(width: int, height: int) -> None:
    grid = notes_grid(width, height)
    boxes = [grid.header, grid.block, grid.captures, grid.voices, grid.line, grid.message, grid.footer]
    there = [box for box in boxes if box is not None]
    for place, box in enumerate(there):
        assert box.w > 0 < box.h
        assert box.x >= 0 <= box.y
        assert box.x + box.w <= width
        assert box.y + box.h <= height
        assert not any(overlap(box, other) for other in there[place + 1 :])


def fits_everywhere(app: LcTerm) -> None:
    """At every size each pane has its rows within its box, without the terminal being another one each time."""
    seat = seat_of(app)
    for width, height in SIZES:
        seat.on_resize(events.Resize(Size(width, height), Size(width, height)))
        for name, pane in seat.panes.items():
            box = seat.grid.box(name)
            if box is not None:
                assert all(line_cells(line) <= box.w for line in pane.lines[: box.h]), (width, height, name)


def well_drawn(app: LcTerm) -> None:
    seat = seat_of(app)
    for pane in seat.panes.values():
        if pane.display:
            assert pane.region.right <= app.size.width
            assert pane.region.bottom <= app.size.height
            for line in pane.lines[: pane.size.height]:
                assert line_cells(line) <= pane.size.width, (pane.id, line)
            strips = [pane.render_line(y) for y in range(pane.size.height)]
            assert {strip.cell_length for strip in strips} <= {pane.size.width}, pane.id


async def states(pilot: Pilot[None], app: LcTerm, clock: TestClock) -> None:
    """Walk through what can stand on the screen, looking at each."""
    badge = known(seat_of(app).desk.meeting)[2].badge
    walk: list[tuple[str, ...]] = [
        (),
        ("f5",),
        ("ctrl+n",),
        ("ctrl+n",),
        ("f2", *badge),
        ("f2",),
        ("escape", "ctrl+g"),
        (*"a Ask @", "tab", *" ^fri >sponsor"),
        ("enter",),
        ("up",),
        ("f9",),
        ("f9", "escape", "escape"),
        ("i",),
        ("escape", "m"),
        ("escape", "l"),
        ("escape", "escape", *LONG[:60]),
        ("enter", "pageup"),
    ]
    for keys in walk:
        clock.advance(2)
        await press(pilot, *keys)
        fits_everywhere(app)
        well_drawn(app)


async def test_every_state_fits(tmp_path: Path, clock: TestClock) -> None:
    app = notes_app(tmp_path, clock)
    async with app.run_test(size=SIZES[-1]) as pilot:
        for text in (LONG, LONG, "Short"):
            seat_of(app).act(WriteCapture(Words(kind="learning", text=text)))
        await states(pilot, app, clock)
        await press(pilot, "escape", "escape")
        assert ready(app)


async def test_no_name_breaks_a_column(tmp_path: Path, clock: TestClock) -> None:
    app = notes_app(tmp_path, clock, [*HOSTILE, "Ben", "Zoe"])
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "f5", "ctrl+n")
        clock.advance(2)
        await press(pilot, "ctrl+n")
        for one in known(seat_of(app).desk.meeting)[:6]:
            await press(pilot, "f2", *one.badge)
            clock.advance(1)
        await press(pilot, "ctrl+g", "f2", *"[/oops] is a word")
        fits_everywhere(app)
        for size in ((120, 36), (80, 24), (60, 20)):
            await resize(pilot, size)
            well_drawn(app)
        assert "1 " in pane_text(seat_of(app), "block").splitlines()[1], "the next hand has its place"


async def test_another_size_keeps_the_line(tmp_path: Path, clock: TestClock) -> None:
    app = notes_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "f5", *"l Half")
        for size in ((60, 20), (30, 8), (80, 24)):
            await resize(pilot, size)
            assert ready(app)
            well_drawn(app)
        await press(pilot, "enter")
        assert "Half" in pane_text(seat_of(app), "captures")


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_keys_are_named_by_what_works_in_the_line(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = notes_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        assert "F5 start" in pane_text(seat_of(app), "footer")
        await press(pilot, "f5", "ctrl+n")
        clock.advance(2)
        await press(pilot, "ctrl+n", "f2", "d")
        footer = pane_text(seat_of(app), "footer")
        assert all(words in footer for words in ("F2 hand", "F3 spoke", "ctrl+g next", "ctrl+n", "ctrl+o"))
        assert "ctrl+g" in pane_text(seat_of(app), "block")
        await press(pilot, "escape")
        assert "space" in pane_text(seat_of(app), "footer")


async def test_before_the_start_and_after_the_end_nothing_is_cut_or_dead(tmp_path: Path, clock: TestClock) -> None:
    app = notes_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        seat = seat_of(app)
        assert "end with Enter stands here." in pane_text(seat, "captures")
        assert "In the room" in pane_text(seat, "voices")
        await press(pilot, "f5", "ctrl+n")
        clock.advance(2)
        await press(pilot, "ctrl+n")
        clock.advance(60 * 60)
        seat.tick()
        block = pane_text(seat, "block")
        assert block.splitlines()[2].endswith("  over")
        assert "…" not in pane_text(seat, "exact") + block.splitlines()[2]
        seat.act(EndSession())
        footer = pane_text(seat, "footer")
        assert footer.startswith("Esc single keys  F8 undo  F9 veil")
        assert "F2" not in footer
