"""Pieces of a picture as SVG: what is in a page as words is escaped, numbers are short, looks are classes of the page's
style sheet."""

from collections.abc import Iterable
from typing import Literal

from lcterm.documents.summary_html import escaped

WIDTH = 340
"""Units across; on a phone of 360 pixels and in half a page of A4 one unit is about one pixel."""

SIZE = 10.5
"""Of the letters, in units."""

Anchor = Literal["start", "middle", "end"]


def wide(text: str, size: float = SIZE) -> float:
    """About how wide our own words and figures are, in units, in the widest of the fonts a page may fall back to."""
    return len(text) * size * 0.58


def number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def bar(x: float, y: float, width: float, height: float, look: str) -> str:
    size = f'width="{number(width)}" height="{number(height)}"'
    return f'<rect class="{look}" x="{number(x)}" y="{number(y)}" {size}></rect>'


def stroke(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    return f'<line class="{look}" x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"></line>'


def dot(x: float, y: float, look: str, radius: float = 3.5) -> str:
    return f'<circle class="{look}" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"></circle>'


def label(x: float, y: float, text: str, look: str = "", anchor: Anchor = "middle") -> str:
    """A few of our own words, kept inside the picture whatever its edge."""
    half = wide(text) * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    x = max(half, min(x, WIDTH - wide(text) + half))
    named = f' class="{look}"' if look else ""
    return f'<text{named} x="{number(x)}" y="{number(y)}" text-anchor="{anchor}">{escaped(text)}</text>'


def picture(id: str, height: float, title: str, told: str, parts: Iterable[str]) -> str:
    """A whole picture, with its title and what it says for those who do not see it. `id` is ours, and of no other
    picture on the page."""
    opening = (
        f'<svg role="img" aria-labelledby="{id}-title {id}-told" viewBox="0 0 {WIDTH} {number(height)}" '
        f'xmlns="http://www.w3.org/2000/svg">'
    )
    named = f'<title id="{id}-title">{escaped(title)}</title>', f'<desc id="{id}-told">{escaped(told)}</desc>'
    return "\n".join([opening, *named, *parts, "</svg>"])
