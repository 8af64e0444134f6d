"""What conftest.py promises every test: nobody's real home, screens that hold still."""

import os
from pathlib import Path

import platformdirs
import pytest
from hypothesis import settings
from textual import constants
from textual.app import App, ComposeResult
from textual.widgets import Input

import lcterm.ui  # noqa: F401 (what tells conftest.py that there are screens to hold still)
from tests.thorough import some_of, thorough


def test_the_real_home_is_out_of_reach(nobody_at_home: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    pytest_folder = tmp_path_factory.getbasetemp()
    assert nobody_at_home.is_relative_to(pytest_folder)
    for folder in (Path.home(), os.environ["LCTERM_HOME"], platformdirs.user_data_dir("lcterm")):
        assert Path(folder).is_relative_to(nobody_at_home)
    assert list(nobody_at_home.iterdir()) == []


def test_a_home_of_ones_own(home: Path) -> None:
    assert os.environ["LCTERM_HOME"] == str(home)
    assert not home.exists()


def test_hypothesis_sets_no_deadline() -> None:
    assert settings().deadline is None


async def test_a_cursor_does_not_blink() -> None:
    class OneLine(App[None]):
        def compose(self) -> ComposeResult:
            yield Input("text")

    app = OneLine()
    async with app.run_test():
        line = app.query_one(Input)
        shown = line._cursor_visible
        line._toggle_cursor()
        assert line._cursor_visible is shown
        assert app.animation_level == constants.TEXTUAL_ANIMATIONS == "none"


@pytest.mark.parametrize("text", ["x" * 100_000])
def test_the_name_of_a_test_is_short(text: str, request: pytest.FixtureRequest) -> None:
    assert len(request.node.name) < 200


def test_some_of_the_cases_are_spread_over_all_of_them() -> None:
    assert some_of("ab", 3) == ["a", "b"]
    assert some_of("abcdefg", 3) == (list("abcdefg") if thorough() else ["a", "d", "g"])
