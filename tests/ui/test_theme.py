"""Text can be read on what it stands on, and without colours there are none."""

import re
from itertools import combinations
from pathlib import Path
from typing import Any, ClassVar

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.css.stylesheet import Stylesheet
from textual.geometry import Offset
from textual.widgets import Button, Checkbox, OptionList, TextArea
from textual.widgets.input import Selection

from lcterm.core.refusal import Refused
from lcterm.ui.theme import LOOKS, PALETTES, Themed, choose, looks, palette_of, register, textual_theme, theme_variables
from lcterm.ui.widgets.fields import Field
from tests.ui.colour_sight import apart, contrast

STYLES = [Path(__file__).resolve().parents[2] / "styles" / name for name in ("app.tcss", "pages.tcss")]
COLOURED = [name for name, palette in PALETTES.items() if palette.coloured]
LEAST = {"high contrast": 7.0, "projector": 7.0}
"""What a text must have on whatever it stands on, where that is more than 4.5."""

LEAST_CONTRAST = {
    "text": (12.2, 13.4),
    "muted": (6.6, 5.7),
    "strong": (15.5, 19.1),
    "turn": (8.7, 6.8),
    "on_turn": (10.0, 7.5),
    "soon": (8.7, 6.2),
    "close": (7.4, 6.1),
    "over": (7.0, 6.7),
    "on_state": (8.6, 6.7),
    "private": (8.0, 7.4),
    "on_chip": (9.6, 13.3),
}
"""What was reckoned when the colours were chosen, dark and light, each on the backgrounds it is used on."""

FILLS = {"on_turn": ["turn"], "on_state": ["soon", "close", "over"], "on_chip": ["chip"]}


def colour_names(style: Style) -> tuple[str, str]:
    assert style.color is not None
    assert style.bgcolor is not None
    return style.color.name, style.bgcolor.name


def test_black_on_white_has_the_contrast_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("raised", [False, True])
@pytest.mark.parametrize("name", COLOURED)
@pytest.mark.parametrize("look", [look for look in LOOKS if look != "rule"])
def test_every_look_can_be_read(look: str, name: str, raised: bool) -> None:
    assert contrast(*colour_names(looks(PALETTES[name], raised)[look])) >= LEAST.get(name, 4.5)


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize("token", LEAST_CONTRAST)
def test_the_contrasts_are_those_that_were_chosen(token: str, name: str) -> None:
    colours = PALETTES[name].colours()
    least = min(contrast(colours[token], colours[fill]) for fill in FILLS.get(token, ["ground", "raised"]))
    assert least == pytest.approx(LEAST_CONTRAST[token][name == "light"], abs=0.15)


@pytest.mark.parametrize("name", COLOURED)
def test_states_can_be_told_apart(name: str) -> None:
    colours = PALETTES[name].colours()
    states = ("text", "turn", "soon", "close", "over", "private")
    near = 30 if name in LEAST else 19
    assert [pair for pair in combinations(states, 2) if apart(*(colours[one] for one in pair)) < near] == []


@pytest.mark.parametrize("name", COLOURED)
def test_raised_panes_have_their_own_background(name: str) -> None:
    palette = PALETTES[name]
    assert colour_names(looks(palette)["text"])[1] == palette.ground
    assert colour_names(looks(palette, raised=True)["text"])[1] == palette.raised
    assert looks(palette)["bar"] == looks(palette, raised=True)["bar"]


def test_without_colours_there_are_attributes_only() -> None:
    for raised in (False, True):
        for style in looks(PALETTES["colourless"], raised).values():
            assert style.color is None
            assert style.bgcolor is None
            assert not any((style.dim, style.italic, style.blink, style.blink2))


ATTRIBUTES = {"0", "1", "4", "7"}
"""Reset, bold, underline and reverse, as escape sequences have them."""

CHIPS = {"bar", "chip", "soon-chip", "close-chip", "over-chip", "muted-chip"}
BOLD = {"bold", "strong", "private-bold", "turn-bold", "soon-bold", "close-bold", "over-bold"}


@pytest.mark.parametrize(
    ("attribute", "names"),
    [
        ("reverse", CHIPS | {"bar-text", "chip-text", "cursor"}),
        ("underline", {"close", "close-bold"}),
        ("bold", CHIPS | BOLD),
    ],
)
def test_what_stands_for_colour(attribute: str, names: set[str]) -> None:
    styles = looks(PALETTES["colourless"])
    assert {name for name, style in styles.items() if getattr(style, attribute)} == names


class Stock(Themed[None], App[None]):
    """Stock widgets under our style sheet."""

    CSS_PATH: ClassVar[Any] = STYLES

    def __init__(self, wanted: str | None = None, **environ: str) -> None:
        super().__init__()
        register(self)
        choose(self, wanted, environ)

    def compose(self) -> ComposeResult:
        yield Field("first", "written", "Nothing yet")
        yield Field("second", "", "Nothing yet")
        yield OptionList("one", "two", "three")
        yield Checkbox("tick")
        yield Button("Go", variant="primary")
        yield TextArea("some\ntext")

    def escapes(self) -> list[str]:
        """The parameters of every escape sequence that paints the screen, one by one."""
        painted = self.screen._compositor.render_full_update().render_segments(self.console)
        return [code for codes in re.findall(r"\x1b\[([\d;]*)m", painted) for code in codes.split(";")]

    def style_at(self, x: int, y: int) -> Style:
        return self.screen.get_style_at(x, y)


@pytest.mark.parametrize("no_color", [True, False])
async def test_without_colours_no_colour_is_sent(no_color: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    app = Stock(None, NO_COLOR="1") if no_color else Stock("colourless")
    async with app.run_test(size=(60, 20)) as pilot:
        for _ in range(6):
            assert set(app.escapes()) <= ATTRIBUTES
            await pilot.press("tab")


async def test_without_colours_cursor_choice_and_selection_still_show() -> None:
    app = Stock("colourless")
    async with app.run_test(size=(60, 20)) as pilot:
        field = app.query_one("#first", Field)
        field.focus()
        field.cursor_position = 2
        await pilot.pause()
        assert [bool(app.style_at(x, 0).reverse) for x in range(4)] == [False, False, True, False]
        field.selection = Selection(1, 3)
        await pilot.pause()
        assert [bool(app.style_at(x, 0).reverse) for x in range(5)] == [False, True, True, True, False]
        options = app.query_one(OptionList)
        options.focus()
        await pilot.press("down")
        rows = [bool(app.style_at(0, options.region.y + row).reverse) for row in range(3)]
        assert rows.count(True) == 1


async def test_a_click_still_finds_its_option_without_colours() -> None:
    app = Stock("colourless")
    async with app.run_test(size=(60, 20)) as pilot:
        options = app.query_one(OptionList)
        await pilot.click(options, offset=Offset(1, 2))
        assert options.highlighted == 2


@pytest.mark.parametrize("name", COLOURED)
async def test_colours_that_were_asked_for_win_over_no_color(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Stock(name, NO_COLOR="1")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        below = app.query_one(OptionList).region
        assert colour_names(app.style_at(59, below.bottom - 1))[1] == PALETTES[name].ground


@pytest.mark.parametrize("name", [*COLOURED, "colourless"])
async def test_a_start_in_any_theme_shows_that_theme(name: str) -> None:
    app = Stock(name)
    async with app.run_test(size=(60, 20)):
        palette = PALETTES[name]
        assert app.screen.styles.background.hex.lower() == (palette.ground if palette.coloured else "ansi_default")
        assert app.has_class(f"-theme-{app.theme}")
        assert app.has_class("-dark-mode") is palette.dark
        assert app.has_class("-light-mode") is not palette.dark


async def test_a_dark_start_has_its_style_sheets_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual reads all of them again where a theme is set, for some ms."""
    again: list[Stylesheet] = []
    monkeypatch.setattr(Stylesheet, "reparse", again.append)
    async with Stock("dark").run_test(size=(60, 20)):
        assert again == []


async def test_the_theme_can_change_while_the_program_runs() -> None:
    app = Stock()
    async with app.run_test(size=(60, 20)) as pilot:
        for name in ("dark", "colourless", "light", "projector", "colourless", "high contrast", "dark"):
            choose(app, name, {})
            await pilot.pause()
            assert palette_of(app).name == name
            assert (set(app.escapes()) <= ATTRIBUTES) != PALETTES[name].coloured


async def test_a_theme_that_is_not_ours_does_no_harm() -> None:
    app = Stock()
    async with app.run_test(size=(60, 20)) as pilot:
        for stock, ours in (("textual-light", "light"), ("textual-ansi", "dark"), ("nord", "dark")):
            if stock in app.available_themes:
                app.theme = stock
                await pilot.pause()
                assert palette_of(app).name == ours


@pytest.mark.parametrize(
    ("wanted", "environ", "chosen"),
    [
        (None, {}, "dark"),
        (None, {"NO_COLOR": "1"}, "colourless"),
        (None, {"NO_COLOR": ""}, "dark"),
        ("light", {"NO_COLOR": "1"}, "light"),
        ("colourless", {}, "colourless"),
    ],
)
def test_which_theme_is_chosen(wanted: str | None, environ: dict[str, Any], chosen: str) -> None:
    assert Stock(wanted, **environ).theme == f"lcterm-{chosen}"


@pytest.mark.parametrize("wanted", ["high contrast", "high-contrast", "High-Contrast", " high  contrast"])
def test_a_name_of_two_words_is_known_with_a_hyphen_too(wanted: str) -> None:
    app = Stock(wanted)
    assert app.theme == "lcterm-high-contrast"
    assert palette_of(app).name == "high contrast"


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(
        Refused, match="no theme is called pink: take dark, light, high contrast, projector, colourless"
    ):
        Stock("pink")


@pytest.mark.parametrize("name", COLOURED)
def test_slots_of_the_textual_theme(name: str) -> None:
    palette, theme = PALETTES[name], textual_theme(PALETTES[name])
    assert (theme.background, theme.surface, theme.foreground) == (palette.ground, palette.raised, palette.text)
    assert (theme.primary, theme.warning, theme.error) == (palette.turn, palette.soon, palette.over)
    assert theme.dark == (name in ("dark", "high contrast"))


def test_all_themes_have_the_same_variables() -> None:
    names = [set(theme_variables(palette)) for palette in PALETTES.values()]
    assert names == [names[0]] * len(PALETTES)
    assert {"ground", "raised", "rule", "muted", "strong", "on-turn", "close", "private", "chip", "on-chip"} <= names[0]
