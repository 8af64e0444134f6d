"""Hostile words on the screens; `pytest tests/faults/hostile_screens.py` goes through each of them at every size."""

import pytest

from tests.hostile import walking
from tests.hostile.walking import SIZES, Hostile, Size
from tests.ui.homes import in_london

ours = pytest.mark.parametrize("foreign", ["ours"], indirect=True)
others = pytest.mark.parametrize("foreign", ["others"], indirect=True)


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    in_london(monkeypatch)


@ours
async def test_the_board_and_all_that_it_opens(foreign: Hostile) -> None:
    await walking.board(foreign, (80, 24))


@ours
async def test_the_home_screen_and_all_that_it_opens(foreign: Hostile) -> None:
    await walking.home(foreign, (60, 20), pages=("c", "f", "n"))


@others
@pytest.mark.parametrize("size", SIZES)
async def test_the_notes_seat(foreign: Hostile, size: Size) -> None:
    await walking.notes(foreign, size)


@others
async def test_looking_back(foreign: Hostile) -> None:
    await walking.looking_back(foreign, (120, 36))


@ours
@pytest.mark.parametrize("size", SIZES)
async def test_the_room_screen(foreign: Hostile, size: Size) -> None:
    await walking.room(foreign, size)
