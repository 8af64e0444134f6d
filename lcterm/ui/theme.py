"""The palettes of `lcterm/ui/colours.py` as Textual themes, and which of them is drawn with.

Panes draw with Rich styles of their own; stock widgets take the same colours from a Textual theme and, in the files
under `styles/`, from its variables (`$ground`, `$on-turn` …).

The last theme has no colour at all, for NO_COLOR and for who wants it. Textual 8.2 cannot do that by itself. With
NO_COLOR set it adds a filter that turns a true-colour theme into greys, which are colours still; for an app that starts
in ANSI colours that filter resets every background, so whatever a widget shows by a fill (a cursor, a choice) is gone;
without NO_COLOR it adds neither, and a theme chosen later changes nothing about that. A style sheet cannot help: the
reverse that it gives to a part of a widget is often lost on the way. Therefore:

- the colourless theme is an ANSI theme: what is drawn stands on the terminal's own background, only what is a fill in
  the other themes has a colour, any colour, as a sign;
- `Themed`, the app's base, leaves out both of Textual's filters and in the colourless theme draws through `Colourless`,
  which turns fills into reverse, keeps bold and underline, and drops all colours, dim, italics and blink;
- so the theme can change while the program runs, and a theme that was asked for wins over NO_COLOR (no-color.org).
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ReturnType
from textual.color import Color
from textual.events import DescendantFocus
from textual.filter import LineFilter, Monochrome, NoColor
from textual.theme import Theme

from lcterm.core.refusal import Refused
from lcterm.store.neutral import neutral_text
from lcterm.store.settings import AS_SHIPPED, Settings
from lcterm.ui.colours import LOOKS, PALETTES, Look, Palette, looks
from lcterm.ui.key_names import arrows_by_words
from lcterm.ui.part_of_app import PartOfApp
from lcterm.ui.plain_signs import PlainSigns, needs_plain, take_any_text

__all__ = [
    "LOOKS",
    "PALETTES",
    "Colourless",
    "Look",
    "Palette",
    "Themed",
    "choose",
    "looks",
    "palette_of",
    "register",
    "textual_theme",
    "theme_variables",
]

_PREFIX = "lcterm-"

_SLOTS = {
    "primary": "turn",
    "secondary": "private",
    "accent": "turn",
    "success": "turn",
    "warning": "soon",
    "error": "over",
}
"""Textual's slots for coloured things, and the colour of ours in each."""

_FILLS = {"turn", "soon", "close", "over", "chip"}


def theme_variables(palette: Palette) -> dict[str, str]:
    """The palette as variables for style sheets: `$ground`, `$on-turn` …, and those that stock widgets go by.

    Plain text is `$foreground`; `$text` stays Textual's own, which suits itself to whatever it stands on.
    """
    colours = _sheet_colours(palette)
    ground, raised, rule, text, muted = (colours[token] for token in ("ground", "raised", "rule", "text", "muted"))
    return {
        **{token.replace("_", "-"): colour for token, colour in colours.items() if token != "text"},
        **{f"text-{slot}": colours[token] for slot, token in _SLOTS.items()},
        **dict.fromkeys(("text-muted", "text-disabled", "foreground-muted", "foreground-disabled"), muted),
        **dict.fromkeys(("surface-active", "block-hover-background"), raised),
        **dict.fromkeys(("scrollbar-hover", "scrollbar-active"), muted),
        **dict.fromkeys(("scrollbar", "border-blurred"), rule),
        **dict.fromkeys(("scrollbar-background", "scrollbar-corner-color"), ground),
        **dict.fromkeys(("scrollbar-background-hover", "scrollbar-background-active"), ground),
        **dict.fromkeys(("ansi-background", "ansi-foreground"), "transparent" if palette.coloured else "ansi_default"),
        "border": colours["turn"],
        "block-cursor-foreground": colours["on_chip"],
        "block-cursor-background": colours["chip"],
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": text,
        "block-cursor-blurred-background": ground,
        "block-cursor-blurred-text-style": "bold",
        "input-cursor-foreground": ground,
        "input-cursor-background": text,
        "input-selection-foreground": colours["on_chip"],
        "input-selection-background": colours["chip"],
        "screen-selection-background": colours["chip"],
        "button-color-foreground": colours["on_turn"],
    }


def textual_theme(palette: Palette) -> Theme:
    """The palette as a Textual theme, by the name `lcterm-dark`, `lcterm-high-contrast` …"""
    colours = _sheet_colours(palette)
    return Theme(
        name=_theme_name(palette),
        primary=colours[_SLOTS["primary"]],
        secondary=colours[_SLOTS["secondary"]],
        accent=colours[_SLOTS["accent"]],
        success=colours[_SLOTS["success"]],
        warning=colours[_SLOTS["warning"]],
        error=colours[_SLOTS["error"]],
        foreground=colours["text"],
        background=colours["ground"],
        surface=colours["raised"],
        panel=colours["raised"],
        boost=colours["raised"],
        dark=palette.dark,
        ansi=not palette.coloured,
        variables=theme_variables(palette),
    )


def _theme_name(palette: Palette) -> str:
    return _PREFIX + palette.name.replace(" ", "-")


_BY_THEME = {_theme_name(palette): palette for palette in PALETTES.values()}


def _sheet_colours(palette: Palette) -> dict[str, str]:
    """The palette in the words of a style sheet; what is not coloured is the terminal's own, or a fill's sign."""
    if palette.coloured:
        return palette.colours()
    return {token: "ansi_white" if token in _FILLS else "ansi_default" for token in palette.colours()}


class Colourless(LineFilter):
    """Draws every cell without colour: a fill becomes reverse; bold, underline, and what a click means, stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            Segment(text, None if style is None else _attributes(style), control) for text, style, control in segments
        ]


@lru_cache(1024)
def _attributes(style: Style) -> Style:
    filled = style.bgcolor is not None and not style.bgcolor.is_default
    return Style(
        bold=style.bold or None,
        underline=style.underline or style.underline2 or None,
        reverse=style.reverse or filled or None,
        link=style.link,
        meta=style.meta or None,
    )


class Themed(PartOfApp[ReturnType]):
    """An app that draws in our themes alone; how NO_COLOR is obeyed is `choose`'s, not Textual's."""

    settings: Settings = AS_SHIPPED
    _colourless = Colourless()
    _signs: tuple[LineFilter, ...] = ()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables, under a theme that is not ours too: without them the style sheets do not parse."""
        return theme_variables(palette_of(self))

    def get_line_filters(self) -> Sequence[LineFilter]:
        stock = [each for each in super().get_line_filters() if not isinstance(each, (Monochrome, NoColor))]
        drawn = stock if palette_of(self).coloured else [*stock, self._colourless]
        return [*drawn, *self._signs]

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A cursor that blinks moves; it can stand."""
        if not self.settings.still:
            return
        from textual.widgets import Input, TextArea  # the room's screen has neither

        if isinstance(event.widget, Input | TextArea):
            event.widget.cursor_blink = False


def register(app: App[Any]) -> None:
    """Makes our themes known to the app; nothing is chosen yet."""
    for palette in PALETTES.values():
        app.register_theme(textual_theme(palette))


def obey(app: Themed[Any], settings: Settings, environ: Mapping[str, str]) -> None:
    """Motion and signs as they are set; to be called before the app runs. Nothing is ever animated here."""
    app.settings, app.animation_level = settings, "none"
    plain = settings.plain_signs or needs_plain(environ)
    arrows_by_words(plain)
    if plain:
        app._signs = (PlainSigns(),)
        take_any_text()


def settings_of(app: App[Any]) -> Settings:
    """What is set for this run."""
    return app.settings if isinstance(app, Themed) else AS_SHIPPED


def choose(app: Themed[Any], wanted: str | None, environ: Mapping[str, str]) -> None:
    """Sets the theme: the one wanted by its name (a hyphen is as good as a blank, capitals do not matter), else what
    the environment asks for, else dark.

    NO_COLOR, if it is set and not empty, asks for colourless (no-color.org). Refused if no theme is called `wanted`.
    The themes must be registered; may be called before the app runs, and while it runs.
    """
    name = wanted or ("colourless" if environ.get("NO_COLOR") else "dark")
    palette = PALETTES.get(" ".join(name.lower().replace("-", " ").split()))
    if palette is None:
        raise Refused(f"no theme is called {neutral_text(name)}: take {', '.join(PALETTES)}")
    theme = _theme_name(palette)
    if app.is_running or not (palette.dark and palette.coloured):
        app.theme = theme
        return
    # Of a theme that is dark, as Textual's own is, only the variables are others. Known before the style sheets are
    # first read, they cost nothing; a theme that is set has all of them read twice at every start.
    app.set_reactive(App.theme, theme)
    app.stylesheet.set_variables(app.get_css_variables())
    app.add_class(f"-theme-{theme}", update=False)


def palette_of(app: App[Any]) -> Palette:
    """The palette that the app draws with now; under a theme that is not ours, the one of the same lightness."""
    ours = _BY_THEME.get(app.theme)
    return ours or PALETTES["dark" if app.current_theme.dark else "light"]
