"""Lines for a mail or a sheet of paper: wrapped and filled by cells, as anything with fixed columns counts them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

WIDTH = 72
"""Cells; what a plain mail has, with room for a few marks of quoting."""
_PER_CENT = r"%[.,;:!?)\]]*"


def cells(text: str) -> int:
    """How many columns the text takes: wide characters two, marks and joiners none."""
    return sum(map(_cells, text))


def filled(text: str, width: int) -> str:
    """The text on one line in exactly `width` cells: with blanks behind it, or cut and `…` at its end."""
    line = " ".join(text.split())
    if cells(line) > width:
        line = next(_cut(line, width - 1), "").rstrip() + "…" if width > 0 else ""
    return line + " " * (width - cells(line))


def wrapped(text: str, first: str = "", rest: str = "", width: int = WIDTH) -> list[str]:
    """The text in lines of at most `width` cells, `first` before the first and `rest` before the others. A longer word
    is cut; a web address never is, because half of one leads nowhere."""
    lines, line, taken = [], first, False
    for word in _pieces(text, width - max(cells(first), cells(rest))):
        if taken and cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line, taken = rest, False
        line += f" {word}" if taken else word
        taken = True
    return [*lines, line.rstrip()]


def with_per_cent(words: Iterable[str], fits: Callable[[str], bool]) -> list[str]:
    """The words, a `%` that stands by itself together with the number before it, as one, where both fit."""
    kept: list[str] = []
    for word in words:
        if kept and re.fullmatch(_PER_CENT, word) and fits(both := f"{kept[-1]} {word}"):
            kept[-1] = both
        else:
            kept.append(word)
    return kept


def _pieces(text: str, width: int) -> Iterator[str]:
    for word in with_per_cent(text.split(), lambda both: cells(both) <= width):
        if "://" in word or cells(word) <= width:
            yield word
        else:
            yield from _cut(word, width)


def _cut(word: str, width: int) -> Iterator[str]:
    piece, used = "", 0
    for char in word:
        if used + _cells(char) > width:
            yield piece
            piece, used = "", 0
        piece += char
        used += _cells(char)
    yield piece


def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
