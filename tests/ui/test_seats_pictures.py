"""What the second seats, the pictures of the hour and the doors for files look like. Each picture was looked at."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from lcterm.store.sample import sample_home
from lcterm.store.seats import SeatKind
from lcterm.ui.app import LcTerm, Opened
from tests.clock_program import TestClock
from tests.ui import recordings
from tests.ui.boards import board_app, board_of
from tests.ui.room_states import closed
from tests.ui.rooms import room_of
from tests.ui.test_board_pictures import MOMENT, sample_app
from tests.ui.test_bring_in import MINUTES, REPORT, bring_in, file

SIZES = pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=["wide", "middle", "narrow"])
THEMES = pytest.mark.parametrize("theme", ["light", "colourless", "high contrast", "projector"])
MIDDLE = (80, 24)
Before = Callable[[Pilot[None]], Awaitable[None]]


def seat_app(folder: Path, clock: TestClock, seat: SeatKind, theme: str = "dark", *, replay: bool = False) -> LcTerm:
    """The sample's running session, from a seat of this kind, or looked back at."""
    clock.set(MOMENT)
    sample = sample_home(clock, fresh=True, folder=folder / "demo", zone="Europe/London")
    home = replace(sample.home, untouched=seat == "watch")
    where = sample.community, sample.session
    return LcTerm(home, clock, {}, where, theme, opened=Opened(seat=seat, replay=replay))


@SIZES
@pytest.mark.parametrize("keys", [[], ["escape"], ["f2"]], ids=["ready", "single-keys", "picking"])
def test_the_notes_seat(
    snap_compare: Any, tmp_path: Path, clock: TestClock, size: tuple[int, int], keys: list[str]
) -> None:
    assert snap_compare(seat_app(tmp_path, clock, "notes"), press=keys, terminal_size=size)


@THEMES
def test_the_notes_seat_in_every_theme(snap_compare: Any, tmp_path: Path, clock: TestClock, theme: str) -> None:
    assert snap_compare(seat_app(tmp_path, clock, "notes", theme), terminal_size=MIDDLE)


def test_the_notes_seat_under_the_veil(snap_compare: Any, tmp_path: Path, clock: TestClock) -> None:
    assert snap_compare(seat_app(tmp_path, clock, "notes"), press=["f9"], terminal_size=MIDDLE)


@SIZES
def test_the_seat_that_watches(snap_compare: Any, tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    assert snap_compare(seat_app(tmp_path, clock, "watch"), terminal_size=size)


@SIZES
def test_the_hour_in_pictures(snap_compare: Any, tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    keys = ["asterisk", "down", "down"]
    assert snap_compare(sample_app(tmp_path, clock, "dark"), press=keys, terminal_size=size)


@THEMES
def test_the_hour_in_pictures_in_every_theme(snap_compare: Any, tmp_path: Path, clock: TestClock, theme: str) -> None:
    assert snap_compare(sample_app(tmp_path, clock, theme), press=["asterisk"], terminal_size=MIDDLE)


@SIZES
@pytest.mark.parametrize("keys", [["7", "n"], ["f", "down"]], ids=["moment", "figures"])
def test_looking_back(
    snap_compare: Any, tmp_path: Path, clock: TestClock, size: tuple[int, int], keys: list[str]
) -> None:
    assert snap_compare(seat_app(tmp_path, clock, "board", replay=True), press=keys, terminal_size=size)


@SIZES
def test_the_room_when_all_is_over(snap_compare: Any, clock: TestClock, size: tuple[int, int]) -> None:
    assert snap_compare(room_of(closed(), clock, "projector"), terminal_size=size)


def _bringing_in(app: LcTerm, path: str) -> Before:
    async def before(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await bring_in(app, pilot, path)

    return before


@SIZES
@pytest.mark.parametrize("content", [MINUTES, REPORT], ids=["minutes", "attendance"])
def test_a_file_brought_in(
    snap_compare: Any, tmp_path: Path, clock: TestClock, size: tuple[int, int], content: str
) -> None:
    app = board_app(tmp_path, clock, theme="dark")
    path = file(tmp_path, "file.md" if content is MINUTES else "file.csv", content)
    assert snap_compare(app, run_before=_bringing_in(app, path), terminal_size=size)


@SIZES
@pytest.mark.parametrize("part", ["speakers", "lines"])
def test_a_recording_brought_in(
    snap_compare: Any, tmp_path: Path, clock: TestClock, size: tuple[int, int], part: str
) -> None:
    app = recordings.planned(tmp_path, clock)
    path = recordings.call(tmp_path)

    async def before(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await recordings.read(pilot, app, path)
        if part == "lines":
            await recordings.lines(pilot, app)

    assert snap_compare(app, run_before=before, terminal_size=size)


@SIZES
def test_two_seats_at_one_session(snap_compare: Any, tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock, theme="dark")

    async def before(pilot: Pilot[None]) -> None:
        from lcterm.store.seats import Doing, Seat

        await pilot.pause()
        board = board_of(app)
        other = Seat(app.home, board.desk.meeting.session.id, "notes")
        other.take()
        other.tell(Doing("line"))
        for _ in range(40):
            await pilot.pause(0.05)
            if any(one.doing.what == "line" for one in (board.desk.seat.others() if board.desk.seat else ())):
                break
        board.on_others_wrote()
        await pilot.pause()

    assert snap_compare(app, run_before=before, terminal_size=size)
