"""A pane draws what it was given, exactly as wide as it is, and no row more often than it must."""

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from lcterm.ui.line import Line, Span
from lcterm.ui.painting import Cells
from lcterm.ui.theme import PALETTES, Themed, choose, looks, register
from lcterm.ui.widgets.pane import Pane


class Counted(Pane):
    """A pane that remembers which rows it drew."""

    def __init__(self, lines: list[Line], raised: bool = False) -> None:
        super().__init__(lines, raised=raised)
        self.drawn: list[int] = []

    def draw_row(self, y: int) -> list[Segment]:
        self.drawn.append(y)
        return super().draw_row(y)


class Board(Themed[None], App[None]):
    """One pane of 20 by 4, one cell in from the corner of the screen."""

    CSS = "Screen { layers: one; } Pane { width: 20; height: 4; offset: 3 1; }"

    def __init__(self, *lines: Line, raised: bool = False) -> None:
        super().__init__()
        register(self)
        choose(self, "dark", {})
        self.pane = Counted(list(lines), raised)
        self.clicks: list[tuple[Pane, int, int]] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_pane_clicked(self, message: Pane.Clicked) -> None:
        self.clicks.append((message.pane, message.y, message.x))

    def rows(self) -> list[str]:
        return [self.pane.render_line(y).text for y in range(4)]


def plain(text: str) -> Line:
    return (Span(text),)


async def test_lines_are_padded_and_missing_ones_are_blank() -> None:
    app = Board(plain("Agenda"), (Span("a", "bold"), Span(" Ana")))
    async with app.run_test():
        assert app.rows() == ["Agenda".ljust(20), "a Ana".ljust(20), " " * 20, " " * 20]


async def test_too_many_and_too_long_lines_are_cut() -> None:
    app = Board(*[plain(f"{number} is a line of some length") for number in range(9)])
    async with app.run_test():
        assert app.rows()[3] == "3 is a line of some…"
        assert max(app.pane.drawn) == 3


@pytest.mark.parametrize(
    "name",
    ["山田太郎 and a very long name", "👩🏽\u200d🚀 Ana", "\x1b[31mRed", "אביגיל בן דוד", "Zoe\u0308", "one\ntwo"],
)
async def test_every_row_is_exactly_as_wide_as_the_pane(name: str) -> None:
    app = Board(plain(name), (Span("1 ", "muted"), Span(name, "strong"), Span(name, "private")))
    async with app.run_test():
        for y in range(4):
            strip = app.pane.render_line(y)
            assert Strip(list(strip)).cell_length == strip.cell_length == 20
            assert strip.text.isprintable()


async def test_only_rows_that_differ_are_drawn_again() -> None:
    app = Board(plain("one"), plain("two"), plain("three"))
    async with app.run_test() as pilot:
        await pilot.pause()
        app.pane.drawn.clear()
        app.pane.show([plain("one"), plain("2"), plain("three")])
        await pilot.pause()
        assert app.pane.drawn == [1]
        app.pane.show([plain("one"), plain("2")])
        await pilot.pause()
        assert app.pane.drawn == [1, 2]
        app.pane.show([plain("one"), (Span("2", "strong"),), (), plain("four")])
        await pilot.pause()
        assert app.pane.drawn[2:] == [1, 3]  # an empty line looks like none


async def test_equal_lines_draw_nothing() -> None:
    app = Board(plain("one"), plain("two"))
    async with app.run_test() as pilot:
        await pilot.pause()
        app.pane.drawn.clear()
        app.pane.show([plain("one"), plain("two")])
        await pilot.pause()
        assert app.pane.drawn == []


async def test_what_is_shown_before_there_is_a_screen_is_drawn() -> None:
    app = Board()
    app.pane.show([plain("early")])
    async with app.run_test():
        assert app.rows()[0] == "early".ljust(20)
        assert app.pane.lines == (plain("early"),)


@pytest.mark.parametrize("raised", [False, True])
async def test_the_styles_are_those_of_the_theme(raised: bool) -> None:
    app = Board((Span("a", "bold"), Span(" b", "private")), raised=raised)
    async with app.run_test() as pilot:
        for name, palette in PALETTES.items():
            choose(app, name, {})
            await pilot.pause()
            styles = looks(palette, raised)
            drawn = list(app.pane.render_line(0))
            assert [segment.style for segment in drawn] == [styles["bold"], styles["private"], styles["text"]]


async def test_a_new_theme_repaints_every_row() -> None:
    app = Board(plain("one"))
    async with app.run_test() as pilot:
        await pilot.pause()
        app.pane.drawn.clear()
        choose(app, "light", {})
        await pilot.pause()
        assert set(app.pane.drawn) == {0, 1, 2, 3}
        assert app.screen.get_style_at(3, 1).bgcolor == looks(PALETTES["light"])["text"].bgcolor


async def test_a_new_theme_reaches_a_pane_under_another_screen() -> None:
    app = Board(plain("one"))
    async with app.run_test() as pilot:
        await app.push_screen(Screen())
        choose(app, "light", {})
        await pilot.pause()
        await app.pop_screen()
        await pilot.pause()
        assert app.screen.get_style_at(3, 1).bgcolor == looks(PALETTES["light"])["text"].bgcolor


async def test_a_click_tells_where() -> None:
    app = Board(plain("one"))
    async with app.run_test() as pilot:
        await pilot.click(app.pane, offset=(5, 2))
        assert app.clicks == [(app.pane, 2, 5)]


async def test_a_pane_never_takes_the_focus() -> None:
    app = Board(plain("one"))
    async with app.run_test() as pilot:
        await pilot.press("tab")
        await pilot.click(app.pane)
        assert app.focused is None


async def test_an_unknown_look_is_noticed() -> None:
    app = Board(plain("one"))
    async with app.run_test():
        app.pane._lines = ((Span("x", "pink"),),)
        with pytest.raises(KeyError, match="pink"):
            app.pane.render_line(0)
        app.pane._lines = ()


@pytest.mark.parametrize("name", PALETTES)
async def test_a_pane_gives_the_picture_what_textual_would(name: str) -> None:
    """Whole, and in part: what its own way leaves out is nothing that shows."""
    lines = [plain("one"), (Span("two", "strong"), Span(" 山田", "private")), plain("a line that is too long for it")]
    app = Board(*lines)
    async with app.run_test() as pilot:
        choose(app, name, {})
        await pilot.pause()
        for crop in (Region(0, 0, 20, 4), Region(3, 1, 5, 2)):
            ours = app.pane.render_lines(crop)
            theirs = Widget.render_lines(app.pane, crop)
            assert [list(strip.simplify()) for strip in ours] == [list(strip.simplify()) for strip in theirs]


@pytest.mark.parametrize("name", ["dark", "colourless"])
async def test_any_cells_of_any_row_are_as_they_stand_in_the_row(name: str) -> None:
    """Half a wide sign is a blank, as it is where Textual cuts."""
    lines = [plain("one"), (Span("two", "strong"), Span(" 山田", "private"), Span(" é สี x 山 y"))]
    app = Board(*lines)
    async with app.run_test() as pilot:
        choose(app, name, {})
        await pilot.pause()
        rows = app.pane.render_lines(Region(0, 0, 20, 4))
        wanted = [Cells(y, start, end) for y in range(4) for start in range(20) for end in range(start + 1, 21)]
        for (y, start, end), cells in zip(wanted, app.pane.render_cells(wanted), strict=True):
            theirs = rows[y].crop(start, end).simplify()
            assert list(Strip(cells).simplify()) == list(theirs), (y, start, end)
