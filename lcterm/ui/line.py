"""Lines of the screen: pieces of text, each with the name of its look, measured in terminal cells.

Nothing here knows a colour or a widget. What each look is stands in `lcterm/ui/theme.py`. Every text that goes
through this file is made safe to draw by `fit`: whatever people are called, a row is exactly as wide as it should be.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from rich.cells import cached_cell_len, cell_len

ELLIPSIS = "…"

_ZERO_WIDTH_JOINER = "\u200d"
_ZERO_WIDTH_NON_JOINER = "\u200c"
_PRESENTATION = "\ufe0e\ufe0f"  # asks for a letter or a picture: terminals disagree on how wide that is
_KEYCAP = "\u20e3"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_LETTER_LIKE = ("L", "M", "N")
_CLOSING_NUMBER = r"(?P<words>.*\S)\s+(?P<number>\d+)"


class Span(NamedTuple):
    """A piece of a line: its text, and the name of its look (a key of `theme.LOOKS`)."""

    text: str
    look: str = "text"


Line: TypeAlias = tuple[Span, ...]
"""One row of a pane, left to right."""


def fit(text: str) -> str:
    """`text` as it may be drawn: no control characters, and nothing whose width terminals disagree about.

    Line breaks and tabs become blanks; an emoji that is joined or tinted shrinks to its first part, a flag to its two
    letters; signs without width that turn the writing direction are left out, so are marks with no letter before them.
    """
    if text.isascii() and text.isprintable():
        return text
    return _fit(text)


@lru_cache(4096)
def _fit(text: str) -> str:
    kept: list[str] = []
    joined = False
    for character in text:
        category = unicodedata.category(character)
        if joined and category[0] == "S":
            continue
        joined = joined and character in _PRESENTATION
        if character == _ZERO_WIDTH_JOINER:
            joined = bool(kept) and unicodedata.category(kept[-1])[0] not in _LETTER_LIKE
        elif (drawn := _drawn(character, category)) and (kept or cell_len(drawn)):
            kept.append(drawn)
    return "".join(kept)


def _drawn(character: str, category: str) -> str:
    """What stands for one character, perhaps nothing."""
    point = ord(character)
    if character in "\t\n\r" or category in ("Zl", "Zp"):
        return " "
    if point in _FLAG_LETTERS:
        return chr(ord("A") + point - _FLAG_LETTERS.start)
    if point in _SKIN_TONES or character in _PRESENTATION or character == _KEYCAP or category == "Cc":
        return ""
    if category == "Cf":
        return character if character == _ZERO_WIDTH_NON_JOINER else ""
    return "?" if category in ("Cs", "Co", "Cn") else character


@lru_cache(4096)
def _measured(text: str) -> tuple[str, int]:
    """What is not plain ASCII, fit to draw, and its cells."""
    drawn = _fit(text)
    return drawn, cell_len(drawn)


def tame(name: str) -> str:
    """A person's name as it is drawn: `fit`, single blanks, none at the ends."""
    return " ".join(fit(name).split())


def forget_measured() -> None:
    """Drop what was measured and wrapped so far: of words that nobody is to keep no copy stays here either."""
    for remembered in (_fit, _measured, _wrapped, cached_cell_len):
        remembered.cache_clear()


def cells(text: str) -> int:
    """How many cells `text` takes once it is made fit to draw."""
    return len(text) if text.isascii() and text.isprintable() else _measured(text)[1]


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells, with `…` at its end if something is missing; wide characters stay whole."""
    text = fit(text)
    if cell_len(text) <= width:
        return text
    return _head(text, width - 1).rstrip() + ELLIPSIS if width > 0 else ""


def cut_keep_number(text: str, width: int) -> str:
    """As `cut`, but a number at the end survives: two points of one name stay apart ("Capture, r… 1")."""
    text = fit(text)
    if cell_len(text) <= width:
        return text
    numbered = re.fullmatch(_CLOSING_NUMBER, text.rstrip())
    if numbered is None:
        return cut(text, width)
    number = " " + numbered["number"]
    room = width - cell_len(number)
    return cut(numbered["words"], room) + number if room > 1 else cut(text, width)


def pad(text: str, width: int, align: Literal["left", "right"] = "left") -> str:
    """`text` in exactly `width` cells: cut, or filled up with blanks."""
    text = cut(text, width)
    blanks = " " * (width - cell_len(text))
    return text + blanks if align == "left" else blanks + text


def wrap(text: str, width: int) -> list[str]:
    """`text` broken between words into lines of at most `width` cells; a longer word is broken where it must be.
    Where there is no width there are no lines."""
    return list(_wrapped(text, width)) if width > 0 else []


@lru_cache(1024)
def _wrapped(text: str, width: int) -> tuple[str, ...]:
    from lcterm.documents.wrapping import with_per_cent

    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        words = with_per_cent(fit(paragraph).split(), lambda both: cell_len(both) <= width)
        for piece in _pieces(words, width):
            if line and cell_len(line) + 1 + cell_len(piece) > width:
                lines.append(line)
                line = piece
            else:
                line = f"{line} {piece}" if line else piece
        if line:
            lines.append(line)
    return tuple(lines)


def _pieces(words: Iterable[str], width: int) -> Iterator[str]:
    """Each word, in parts that fit into `width` cells."""
    for word in words:
        rest = word
        while cell_len(rest) > width:
            part = _head(rest, width)
            yield part or ELLIPSIS[:width]
            rest = rest[len(part) or 1 :]
        if rest:
            yield rest


def _head(text: str, width: int) -> str:
    """As much of a fit text as goes into `width` cells."""
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return text[:index]
    return text


def line_cells(line: Iterable[Span]) -> int:
    """How many cells a line takes."""
    return sum([cells(text) for text, _ in line])


def cut_line(line: Iterable[Span], width: int) -> Line:
    """A line in at most `width` cells; the `…` takes the look of the span that it ends."""
    return _cut_measured(line, width)[0]


def _cut_measured(line: Iterable[Span], width: int) -> tuple[Line, int]:
    """A line in at most `width` cells, and how many it takes. Every row of every pane comes through here, at least
    twice: what is plain is taken as it is."""
    kept: list[Span] = []
    whole = 0
    for span in line:
        text = span[0]
        if text.isascii() and text.isprintable():
            wide = len(text)
        else:
            drawn, wide = _measured(text)
            if drawn != text:
                text, span = drawn, Span(drawn, span[1])
        if text:
            kept.append(span)
            whole += wide
    if whole <= width:
        return tuple(kept), whole
    return _cut_short(kept, width) if width > 0 else ((), 0)


def _cut_short(spans: Iterable[Span], width: int) -> tuple[Line, int]:
    """Fit spans that take more than `width` cells, with `…` at the end, and how many cells they take then."""
    kept: list[Span] = []
    room = width - 1
    for drawn, look in spans:
        wide = cells(drawn)
        if wide > room:
            kept.append(Span(_head(drawn, room).rstrip() + ELLIPSIS, look))
            break
        kept.append(Span(drawn, look))
        room -= wide
    return tuple(kept), line_cells(kept)


def row(width: int, left: Iterable[Span], right: Iterable[Span] = (), look: str = "text", gap: int = 1) -> Line:
    """A line of exactly `width` cells: `left`, blanks in `look`, and `right` at the right edge.

    What stands on the right is kept, what stands on the left gives way and stays `gap` cells clear of it.
    """
    closing, used = _cut_measured(right, width)
    opening, filled = _cut_measured(left, max(width - used - (gap if closing else 0), 0))
    blanks = width - filled - used
    return (*opening, Span(" " * blanks, look), *closing) if blanks > 0 else (*opening, *closing)


def title_line(width: int, name: str, fact: str = "", heads: str = "", look: str = "bold") -> Line:
    """The title of a pane: its name in `look`, a fact, the rule, and the heads of its columns at the right edge.

    Where there is little room the fact gives way first, then the heads, then the name.
    """
    named = cut(name, width)
    room = width - cell_len(named)
    shown_heads = cut(heads, max(room - 3, 0))
    after = f" {shown_heads}" if shown_heads else ""
    shown_fact = cut(fact, max(room - cell_len(after) - 4, 0))
    before = Line((Span(named, look), *((Span(f"  {shown_fact}", "muted"),) if shown_fact else ())))
    ruled = width - line_cells(before) - cell_len(after) - 1
    rule = (Span(" ", "muted"), Span("─" * ruled, "rule")) if ruled > 0 else ()
    return row(width, (*before, *rule), (Span(after, "muted"),), gap=0)


def path_rows(path: str, width: int) -> list[str]:
    """A path in rows of this width, broken behind a / where that can be, so that no part of it is cut."""
    rows = [""]
    for part in re.findall(r"[^/]*/|[^/]+$", path):
        if rows[-1] and cells(rows[-1]) + cells(part) > width:
            rows.append("")
        rows[-1] += part
        while cells(rows[-1]) > width:
            head = rows[-1][:width]
            while cells(head) > width:
                head = head[:-1]
            if not head:
                break
            rows[-1:] = [head, rows[-1][len(head) :]]
    return [one for one in rows if one]


def short_paths(text: str, width: int) -> str:
    """A sentence in so many cells: where it is too long, the paths in it lose folders from the middle, never the name
    of the file."""
    for path in sorted(re.findall(r"(?:~|\.)?/[^\s;]*[^\s;.,)]", text), key=len, reverse=True):
        spare = cells(text) - width
        if spare <= 0:
            break
        folders = path.split("/")
        while len(folders) > 3 and cells(path) - cells("/".join(folders)) < spare:
            place = len(folders) // 2 if "…" not in folders else folders.index("…")
            if folders[place] != "…":
                folders[place] = "…"
            elif place - 1 >= len(folders) - place - 2:
                del folders[place - 1]
            else:
                del folders[place + 1]
        text = text.replace(path, "/".join(folders), 1)
    return text
