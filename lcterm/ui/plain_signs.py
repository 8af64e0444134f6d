"""Plain signs in the place of those that some terminals draw twice as wide, or cannot draw."""

import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import Any

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_SIGNS = {
    "✓": "x",
    "►": ">",
    "○●•": "o",
    "↓": "v",
    "↑": "^",
    "→»›": ">",
    "←«": "<",
    "━═╾": "=",
    "─–—−‐": "-",
    "┼┽┿": "+",
    "│": "|",
    "█▀▄░▁▂▃▅▆▇": "#",
    "·": ".",
    "…": "~",
    "“”„": '"',
    "’‘′": "'",
    "×": "x",
}
PLAIN = str.maketrans({sign: plain for signs, plain in _SIGNS.items() for sign in signs})
"""A cell for a cell, so that no column moves."""

OLD = ("linux", "vt100", "vt102", "vt220", "cons25", "wsvt25")
"""Terminals, by the beginning of their TERM, whose fonts lack some of the signs."""


class PlainSigns(LineFilter):
    """Draws every cell with plain signs; what people wrote keeps its letters."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment
            if segment.text.isascii()
            else Segment(segment.text.translate(PLAIN), segment.style, segment.control)
            for segment in segments
        ]


def needs_plain(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is one that cannot show the signs: an old console, or one that takes no UTF-8."""
    return environ.get("TERM", "") in OLD or not can_show(_encoding())


def can_show(encoding: str) -> bool:
    """Whether text in this encoding can have the signs."""
    try:
        "".join(_SIGNS).encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def take_any_text() -> None:
    """A terminal in another encoding shows `?` for what it has no sign for, instead of ending the program."""
    if not can_show(_encoding()) and isinstance(_stream(), TextIOWrapper):
        _stream().reconfigure(errors="replace")


def _stream() -> Any:
    """What Textual draws on."""
    return sys.__stdout__ if sys.platform == "win32" else sys.__stderr__


def _encoding() -> str:
    return getattr(_stream(), "encoding", None) or "utf-8"
