"""What the screens of the art of the hour look like: the sample session, at 15:07 on a Tuesday, and the room's own
screen. Each picture was looked at."""

from pathlib import Path
from typing import Any

import pytest

from lcterm.ui.room_app import RoomApp
from tests.clock_program import TestClock
from tests.core.builder import Table
from tests.ui.room_states import discussion, interrupted, shows, with_care
from tests.ui.rooms import room_of
from tests.ui.test_board_pictures import sample_app

SIZES = pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=["wide", "middle", "narrow"])
WIDE = (120, 36)

SCREENS = {
    "landing": ["l"],
    "read-back": ["5"],
    "cards": ["6", *"stuck"],
    "prepare": ["7"],
    "care": ["0"],
}
STATES = {
    "round": ["m", "r", "space"],
    "interjection": ["i", "j"],
    "moving": ["up", "j"],
    "striking": ["d", "up"],
    "agenda-edit": ["1", "down", "e"],
    "people": ["2"],
    "handing-over": ["9"],
    "room-choice": ["8"],
}


@SIZES
@pytest.mark.parametrize("screen", list(SCREENS))
def test_a_screen(snap_compare: Any, tmp_path: Path, clock: TestClock, screen: str, size: tuple[int, int]) -> None:
    assert snap_compare(sample_app(tmp_path, clock, "dark"), press=SCREENS[screen], terminal_size=size)


@pytest.mark.parametrize("state", list(STATES))
def test_a_state_of_the_board(snap_compare: Any, tmp_path: Path, clock: TestClock, state: str) -> None:
    assert snap_compare(sample_app(tmp_path, clock, "dark"), press=STATES[state], terminal_size=WIDE)


@pytest.mark.parametrize("theme", ["high contrast", "projector"])
def test_the_board_in_a_theme_to_be_read_from_afar(
    snap_compare: Any, tmp_path: Path, clock: TestClock, theme: str
) -> None:
    assert snap_compare(sample_app(tmp_path, clock, theme), terminal_size=WIDE)


def room(table: Table, clock: TestClock, theme: str = "projector") -> RoomApp:
    return room_of(table, clock, theme)


@SIZES
def test_the_room_in_a_discussion(snap_compare: Any, clock: TestClock, size: tuple[int, int]) -> None:
    assert snap_compare(room(discussion(70), clock), terminal_size=size)


@SIZES
def test_the_room_reads_what_the_group_wrote(snap_compare: Any, clock: TestClock, size: tuple[int, int]) -> None:
    assert snap_compare(room(shows("captures"), clock), terminal_size=size)


@pytest.mark.parametrize("theme", ["dark", "light", "high contrast", "colourless"])
def test_the_room_in_every_theme(snap_compare: Any, clock: TestClock, theme: str) -> None:
    assert snap_compare(room(interrupted(), clock, theme), terminal_size=(80, 24))


def test_the_room_when_somebody_needs_care(snap_compare: Any, clock: TestClock) -> None:
    assert snap_compare(room(with_care(), clock), terminal_size=WIDE)
