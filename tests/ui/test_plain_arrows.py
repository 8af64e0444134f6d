"""In plain signs `↓` would be drawn as `v`, which is another key: arrow keys are called by words there."""

from pathlib import Path

import pytest

from lcterm.core.commands import NextPoint, RaiseHand, StartSession
from lcterm.store.paths import Home
from lcterm.store.settings import settings_file
from lcterm.ui.app import LcTerm
from lcterm.ui.key_names import arrows_by_words, drawn_key, key_name, shown_key
from lcterm.ui.screens.home_sheet import sheet_lines
from lcterm.ui.screens.page_keys import PageKeys
from lcterm.ui.screens.people import KEYS
from lcterm.ui.widgets.pane import Pane
from tests.clock_program import TestClock
from tests.ui.beside import press
from tests.ui.boards import board_app, board_of
from tests.ui.homes import row_of, shown

SIZES = ((80, 24), (60, 20))
ARROWS = frozenset("↑↓←→")


@pytest.fixture
def by_words() -> None:
    """As in a run that draws with plain signs."""
    arrows_by_words(True)


def plain_app(folder: Path, clock: TestClock) -> LcTerm:
    """A board in a home whose signs are plain."""
    (folder / "home").mkdir(0o700, parents=True)
    settings_file(Home(folder / "home")).write_text('signs = "plain"\n', encoding="utf-8")
    return board_app(folder, clock)


def bold_arrows(app: LcTerm) -> list[str]:
    """Keys on the screen that are named by an arrow still."""
    spans = [span for pane in app.screen.query(Pane) for line in pane.lines for span in line]
    return [span.text for span in spans if span.look in ("bold", "chip") and ARROWS & set(span.text)]


@pytest.mark.parametrize("size", SIZES)
async def test_help_footers_and_commands_name_them(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = plain_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        board.act(StartSession())
        await press(pilot, "question_mark")
        assert row_of(app, "Moves a hand down").lstrip().startswith("Down ~")
        assert row_of(app, "Moves a hand up").lstrip().startswith("Up ~")
        assert "Up Down more" in row_of(app, "Esc back")
        assert not bold_arrows(app)
        await press(pilot, "escape", "colon", *"down in")
        assert "Down ~" in row_of(app, "down in line")
        assert "Up Down choose" in row_of(app, "Esc never mind")
        assert not bold_arrows(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_hand_is_moved_with_the_keys_that_are_named(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = plain_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        for command in (StartSession(), NextPoint(), NextPoint()):
            board.act(command)
        amina, ben = [one.person for one in board.view.people][:2]
        for person in (amina, ben):
            board.act(RaiseHand(person))
        await press(pilot, "up", "b")
        assert "Up up   Down down" in row_of(app, "Esc stays there")
        assert not bold_arrows(app)
        word = shown(app).splitlines()[-1].index("Down down")
        await pilot.click(offset=(word + 1, size[1] - 1))
        assert "Ben is number 2 of 2" in shown(app)


async def test_usual_signs_keep_the_arrows(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark")
        assert row_of(app, "Moves a hand down").lstrip().startswith("↓ …")


def test_what_a_key_is_called(by_words: None) -> None:
    assert drawn_key("↑ ↓ ← →") == "Up Down Left Right"
    assert (drawn_key("−"), drawn_key("h …"), drawn_key("PgDn")) == ("−", "h …", "PgDn")
    assert all(key_name(drawn_key(shown_key(name))) == name for name in ("up", "down", "left", "right"))


@pytest.mark.parametrize("width", [78, 58])
def test_sheets_of_keys_hold_the_longer_names(by_words: None, width: int) -> None:
    lines = [*sheet_lines(width, "/home", 20), *PageKeys("Keys", KEYS).lines(width, 20)]
    told = ["".join(span.text for span in line).rstrip() for line in lines]
    assert "Up Down Left Right Chooses; Tab too: to sessions and back" in told
    assert "Up Down  Chooses somebody" in told
    assert max(map(len, told)) <= width
