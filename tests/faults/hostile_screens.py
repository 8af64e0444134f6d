"""Every screen of two homes full of hostile words, at every size, looked through to its end; two minutes.

Run from the checkout: pytest tests/faults/hostile_screens.py
"""

from collections.abc import Awaitable, Callable

import pytest

from tests.hostile import walking
from tests.hostile.conftest import _built, foreign
from tests.hostile.walking import SIZES, Hostile, Size
from tests.ui.homes import in_london

__all__ = ["_built", "foreign"]
LOOK = ("down", "pagedown", "end")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("walk", [walking.board, walking.home, walking.notes, walking.looking_back])
async def test_every_screen(
    foreign: Hostile,
    walk: Callable[[Hostile, Size, tuple[str, ...]], Awaitable[None]],
    size: Size,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    in_london(monkeypatch)
    await walk(foreign, size, LOOK)


@pytest.mark.parametrize("size", SIZES)
async def test_the_room(foreign: Hostile, size: Size) -> None:
    await walking.room(foreign, size)
