"""The people page: other names, leaving, coming back, by keys on the list."""

from pathlib import Path

import pytest

from tests.clock_program import TestClock
from tests.ui.homes import bare_app, founded, only, shown


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_somebody_takes_another_name(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=size) as pilot:
        await pilot.press("a", "r")
        assert "stands everywhere at once" in " ".join(shown(app).split())
        await pilot.press("backspace", "backspace", *"nna", "enter")
        assert "✓  Ana is Anna from now on." in shown(app)
        assert "Anna" in shown(app)
    assert [one.name for one in only(app).active] == ["Anna", "Ben"]


async def test_a_name_that_is_taken_is_refused_and_stays_to_be_mended(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "r", "backspace", "backspace", "backspace", *"BEN", "enter")
        assert "!  There is Ben already; add a letter, as in BEN B." in shown(app)
        await pilot.press(*" A", "enter")
        assert "✓  Ana is BEN A from now on." in shown(app)
        await pilot.press("r", *"x", "escape")
    assert [one.name for one in only(app).active] == ["BEN A", "Ben"]


async def test_somebody_leaves_and_comes_back(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("a", "x")
        assert "✓  Ana has left; the past keeps the name. x brings them back." in shown(app)
        assert "Ana · left" in shown(app)
        assert "1 person" in shown(app)
        assert "x returns" in shown(app)
        assert [one.name for one in only(app).active] == ["Ben"]
        await pilot.press("x")
        assert "✓  Ana is a member again." in shown(app)
    assert [one.name for one in only(app).active] == ["Ana", "Ben"]


async def test_letters_beside_the_list_are_written(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("a", "tab", *"xr")
        assert "1 person: xr" in shown(app)
    assert len(only(app).active) == 2
