"""Every colour of the screens, and for each look of a line its Rich style.

All palettes but one are true colour; the board draws every cell with its own background. `high contrast` keeps 7:1
throughout; `projector` does so on white, with dark inks and dark fills, to be read from ten metres off a washed-out
beamer. `colourless` has attributes only: bold, reverse, underline; no dim, no italics, no blink.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import asdict
from rich.style import Style

_TERMINALS_OWN = "default"


class Palette(Struct, frozen=True):
    """The colours of one theme by what they are for, as `#rrggbb`; `default` is the terminal's own."""

    name: str
    dark: bool
    ground: str
    raised: str
    rule: str
    text: str
    muted: str
    strong: str
    turn: str
    on_turn: str
    soon: str
    close: str
    over: str
    on_state: str
    private: str
    chip: str
    on_chip: str

    @property
    def coloured(self) -> bool:
        return self.ground != _TERMINALS_OWN

    def colours(self) -> dict[str, str]:
        """The colours by their names."""
        return {token: value for token, value in asdict(self).items() if token not in ("name", "dark")}


PALETTES: Mapping[str, Palette] = MappingProxyType(
    {
        "dark": Palette(
            name="dark",
            dark=True,
            ground="#14181b",
            raised="#1e2529",
            rule="#4a555c",
            text="#e8e4da",
            muted="#a3aaa6",
            strong="#ffffff",
            turn="#7fd1c4",
            on_turn="#0b1b19",
            soon="#f0b957",
            close="#ff9a5c",
            over="#ff8f86",
            on_state="#1a0f04",
            private="#c5b0ec",
            chip="#3a4750",
            on_chip="#ffffff",
        ),
        "light": Palette(
            name="light",
            dark=False,
            ground="#f7f4ed",
            raised="#fffefb",
            rule="#b4afa2",
            text="#23292c",
            muted="#5a6264",
            strong="#000000",
            turn="#0c5f5a",
            on_turn="#ffffff",
            soon="#7d5200",
            close="#9c3f00",
            over="#a81e17",
            on_state="#ffffff",
            private="#613a99",
            chip="#d3dcdf",
            on_chip="#101416",
        ),
        "high contrast": Palette(
            name="high contrast",
            dark=True,
            ground="#000000",
            raised="#101010",
            rule="#8c8c8c",
            text="#f0f0f0",
            muted="#cfcfcf",
            strong="#ffffff",
            turn="#38f0d8",
            on_turn="#000000",
            soon="#ffe14d",
            close="#ff9c38",
            over="#ff8a94",
            on_state="#000000",
            private="#d3b3ff",
            chip="#ffffff",
            on_chip="#000000",
        ),
        "projector": Palette(
            name="projector",
            dark=False,
            ground="#ffffff",
            raised="#ffffff",
            rule="#7a7a7a",
            text="#000000",
            muted="#3a3a3a",
            strong="#000000",
            turn="#00504a",
            on_turn="#ffffff",
            soon="#5e4a00",
            close="#8f3300",
            over="#a00030",
            on_state="#ffffff",
            private="#4a1d8f",
            chip="#1f2b30",
            on_chip="#ffffff",
        ),
        "colourless": Palette("colourless", True, *(_TERMINALS_OWN,) * 15),
    }
)


class Look(Struct, frozen=True):
    """How a piece of text is drawn: colours by their names in the palette; no fill is the pane's own background."""

    ink: str
    fill: str = ""
    bold: bool = False
    underlined: bool = False
    """In the colourless theme only."""


LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "text": Look("text"),
        "bold": Look("text", bold=True),
        "muted": Look("muted"),
        "strong": Look("strong", bold=True),
        "rule": Look("rule"),
        "private": Look("private"),
        "private-bold": Look("private", bold=True),
        "turn": Look("turn"),
        "turn-bold": Look("turn", bold=True),
        "soon": Look("soon"),
        "soon-bold": Look("soon", bold=True),
        "close": Look("close", underlined=True),
        "close-bold": Look("close", bold=True, underlined=True),
        "over": Look("over"),
        "over-bold": Look("over", bold=True),
        # Large digits and gauges: an underline or a bold font would tear their blocks apart.
        "digits": Look("strong"),
        "digits-muted": Look("muted"),
        "digits-soon": Look("soon"),
        "digits-close": Look("close"),
        "digits-over": Look("over"),
        # Filled: the bar of the floor, key chips and chosen rows, state chips, the cursor.
        "bar": Look("on_turn", "turn", bold=True),
        "bar-text": Look("on_turn", "turn"),
        "chip": Look("on_chip", "chip", bold=True),
        "chip-text": Look("on_chip", "chip"),
        "soon-chip": Look("on_state", "soon", bold=True),
        "close-chip": Look("on_state", "close", bold=True),
        "over-chip": Look("on_state", "over", bold=True),
        "muted-chip": Look("on_state", "muted", bold=True),
        "cursor": Look("ground", "text"),
    }
)
"""Every look a span can have."""


@cache
def looks(palette: Palette, raised: bool = False) -> Mapping[str, Style]:
    """Each look as a Rich style with its own background: that of a pane on the ground, or of a raised one."""
    colours = palette.colours()
    base = "raised" if raised else "ground"

    def style(look: Look) -> Style:
        if palette.coloured:
            return Style(color=colours[look.ink], bgcolor=colours[look.fill or base], bold=look.bold or None)
        return Style(bold=look.bold or None, reverse=bool(look.fill) or None, underline=look.underlined or None)

    return MappingProxyType({name: style(look) for name, look in LOOKS.items()})
