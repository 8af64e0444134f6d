"""A facilitator's own keys on the screens: they do it, and every screen names the keys in force."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lcterm.store.own_keys import keys_file
from lcterm.store.paths import Home
from lcterm.ui.app import LcTerm
from lcterm.ui.key_table import SHIPPED
from tests.clock_program import TestClock
from tests.ui.beside import press, text
from tests.ui.boards import board_app, board_of, pane_text, whole_text

MOVED = """[keys]
next-speaker = ["x", "PgDn"]
hand = "f5"
spoke = "@"
next-point = ["#", "PgUp"]
back = []
clock = "ctrl+f"
capture = ["z", "ctrl+t"]
leave = "s"
late = "t"
undo = "ö"
veil = "%"
help = ")"
quit = "$"
longer = "]"
shorter = "["
palette = ["&", "f12"]
captures = "f9"
summary = "~"
landing = "_"
"""


def own_app(folder: Path, clock: TestClock, toml: str) -> LcTerm:
    home = Home(folder / "home")
    home.path.mkdir(mode=0o700)
    keys_file(home).write_text(toml, encoding="utf-8")
    return board_app(folder, clock)


async def test_the_board_takes_the_keys_in_force_and_no_others(tmp_path: Path, clock: TestClock) -> None:
    app = own_app(tmp_path, clock, MOVED)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "ctrl+f")
        assert board.view.session.status == "running"
        await press(pilot, "j", "3", "f5", "a", "f5", "b", "pagedown")
        assert pane_text(board, "message").startswith(" ✓  Amina has the floor.")
        await press(pilot, "ö")
        assert board.view.session.turn is None
        clock.advance(5)
        await press(pilot, "number_sign")
        assert board.view.session.running == "p4"
        clock.advance(5)
        facts = len(board.desk.session.log.facts)
        await press(pilot, "space", "n", "b", "u")
        assert len(board.desk.session.log.facts) == facts, "the shipped keys do nothing now"
        await press(pilot, "z", *"a new line", "enter")
        assert len(board.view.session.captures) == 1
        await press(pilot, "dollar_sign")
        assert "$" in pane_text(board, "message")
        await press(pilot, "dollar_sign")
    assert app.return_code == 0


async def test_a_clicker_turned_round_runs_the_agenda(tmp_path: Path, clock: TestClock) -> None:
    app = own_app(tmp_path, clock, '[keys]\nnext-point = ["n", "PgUp"]\nback = ["b", "PgDn"]\n')
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "pageup")
        assert board.view.session.running == "p2"
        clock.advance(5)
        await press(pilot, "pagedown")
        assert board.view.session.running == "p1"


async def test_footer_line_hints_and_help_name_the_keys_in_force(tmp_path: Path, clock: TestClock) -> None:
    app = own_app(tmp_path, clock, MOVED)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        assert "ctrl+f starts the clock" in pane_text(board, "block")
        await press(pilot, "ctrl+f", "j", "3", "f5", "a")
        assert "ö takes it back" in pane_text(board, "message")
        assert "x gives the floor to Amina" in pane_text(board, "block")
        footer = pane_text(board, "footer")
        assert footer.startswith("x next speaker   F5 hand   @ spoke   # next point   ] [ 1 min   z capture   ö undo")
        assert footer.endswith(") keys")
        assert pane_text(board, "line").startswith(" z  write down")
        await press(pilot, "percent_sign")
        assert "% lifts it" in pane_text(board, "message")
        await press(pilot, "percent_sign", "right_parenthesis")
        sheet = text(app)
        assert "F5 …" in sheet
        assert "$ $" in sheet
        assert "Goes back to the point before" not in sheet, "what has no key is in the palette only"
        assert "& commands" in text(app, "footer")
        assert text(app, "footer").endswith(") keys")
        await press(pilot, "right_parenthesis")
        assert app.screen is board
        await press(pilot, "ampersand")
        assert "Goes back to the point before" in text(app)
        await press(pilot, "f12")
        assert app.screen is board


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_no_shipped_key_is_taught_any_more(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = own_app(tmp_path, clock, MOVED)
    async with app.run_test(size=size) as pilot:
        board = board_of(app)
        for keys in ((), ("ctrl+f",), ("j", "3"), ("f5", "a"), ("x",)):
            await press(pilot, *keys)
            taught = {span.text.strip() for pane in board.panes.values() for line in pane.lines for span in line}
            bold = {
                span.text.strip()
                for name in ("block", "message", "footer")
                for line in board.panes[name].lines
                for span in line
                if span.look in ("bold", "chip")
            }
            assert not bold & {"space", "h", "t", "n", "u", "v", "?", "4", "+ −"}, keys
            assert not [words for words in taught if "space" in words or "q q" in words], keys
            assert "space" not in whole_text(board)


async def test_clicks_press_the_keys_in_force(tmp_path: Path, clock: TestClock) -> None:
    app = own_app(tmp_path, clock, MOVED)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "ctrl+f", "j", "3", "f5", "a")
        await pilot.click(offset=(board.grid.block.x + 3, board.grid.block.y + 13))
        await pilot.pause()
        assert board.view.session.turn is not None, "the bar is the next speaker"
        words: dict[str, Callable[[], bool]] = {
            "capture": lambda: board.writing.active,
            "undo": lambda: board.view.session.turn is None,
        }
        for word, done in words.items():
            await press(pilot, "escape")
            await pilot.click(offset=(board.grid.footer.x + pane_text(board, "footer").index(word), 35))
            await pilot.pause()
            assert done(), word
        await pilot.click(offset=(board.grid.footer.x + pane_text(board, "footer").index(") keys"), 35))
        await pilot.pause()
        assert app.screen is not board
        await pilot.click(offset=(board.grid.footer.x + text(app, "footer").index(") keys"), 35))
        await pilot.pause()
        assert app.screen is board


async def test_large_screens_name_and_take_them_too(tmp_path: Path, clock: TestClock) -> None:
    app = own_app(tmp_path, clock, MOVED)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "f9")
        assert "z" in text(app), "how a line is begun"
        assert text(app, "footer").endswith(") keys")
        await press(pilot, "f9")
        assert app.screen is board
        await press(pilot, "tilde", "tilde")
        assert app.screen is board


async def test_a_line_being_written_keeps_the_keys_it_needs(tmp_path: Path, clock: TestClock) -> None:
    app = own_app(tmp_path, clock, '[keys]\nundo = ["u", "left"]\nredo = ["r", "delete"]\n')
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "c", *"a fix", "left", "delete", *"st", "left", "enter")
        assert [one.words.text for one in board.view.session.captures.values()] == ["fist"]


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ('[keys]\nnext-point = "x"\n', '"x" is both leaves (leave) and next point (next-point)'),
        ("[keys\n", "keys.toml: "),
        ('[keys]\nveil = "w"\nundo = "z"\n', "give one of them another key. The keys are as shipped."),
    ],
)
async def test_a_refused_file_is_not_half_taken_and_stops_no_session(
    tmp_path: Path, clock: TestClock, toml: str, told: str
) -> None:
    app = own_app(tmp_path, clock, toml)
    async with app.run_test(size=(160, 40)) as pilot:
        board = board_of(app)
        assert told in pane_text(board, "message")
        assert board.keys is SHIPPED
        await press(pilot, "t", "u")
        assert board.view.session.status == "planned"


async def test_a_home_that_cannot_be_understood_says_so_on_the_home_screen(tmp_path: Path, clock: TestClock) -> None:
    home = Home(tmp_path)
    keys_file(home).write_text("[keys\n")
    app = LcTerm(home, clock, {})
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.pause()
        screen = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "keys.toml: " in screen


async def test_a_key_that_the_line_needs_is_the_lines_while_it_is_written(tmp_path: Path, clock: TestClock) -> None:
    app = own_app(tmp_path, clock, '[keys]\njump = "ctrl+f"\n')
    async with app.run_test(size=(160, 40)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "g", "t", "c", *"f Too long", "ctrl+f")
        assert board.mode is None
        assert "ctrl+f without the name" in pane_text(board, "footer")
        await press(pilot, "escape", "ctrl+f")
        assert "Go to point" in pane_text(board, "line")
