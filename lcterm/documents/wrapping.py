"""Lines for a mail: wrapped by cells, as a screen with fixed columns counts them."""

import unicodedata
from collections.abc import Iterator

WIDTH = 72
"""Cells; what a plain mail has, with room for a few marks of quoting."""


def cells(text: str) -> int:
    """How many columns the text takes: wide characters two, marks and joiners none."""
    return sum(map(_cells, text))


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


def _pieces(text: str, width: int) -> Iterator[str]:
    for word in text.split():
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
