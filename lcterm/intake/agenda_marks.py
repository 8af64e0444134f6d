"""The lines of a pasted agenda: what Markdown, mail and web pages put round the words is taken away, its sense kept."""

import html
import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from lcterm.core.text import clean

Shape = Literal["blank", "heading", "perhaps", "item", "row", "header", "text"]
"""`perhaps`: a heading if a point follows it, else plain words."""

LINE_MAX = 2000
"""A longer line is a chapter, not a line of an agenda."""

_ROOM = 10 * LINE_MAX
_BOLD, _COLON, _TEXT, _ITEM = 7, 8, 15, 20

_QUOTED = re.compile(r"(?:>[ \t]?)+")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_HEADING_CLOSED = re.compile(r"(?<=\s)#+$")
_UNDERLINE = re.compile(r"(={3,}|-{3,})\s*$")
_NOTHING = re.compile(r"(?:[-*_=+•·.\s]+|```.*|~~~.*|:::.*|\[TOC\])$", re.IGNORECASE)
_TABLE_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_MARKER = re.compile(r"(?:[-*+•·‣◦○●▪■–—►➢✓✔]|\[[ xX✓]\]|[☐☑✅]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)])[ \t]+(?=\S)")
_ALL_BOLD = re.compile(r"(?:\*\*[^*]+\*\*|__[^_]+__):?$")
_CELLS = re.compile(r"(?<!\\)\||\t")

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:b|i|u|s|a|p|em|li|ul|ol|td|tr|th|h[1-6]|div|sub|sup|del|ins|font|span|mark|code|small|strong)"
    r"(?:\s[^<>]{0,300})?/?>|<!--.{0,500}?-->",
    re.IGNORECASE,
)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)|!?\[([^\[\]]+)\]\[[^\[\]]*\]|<(https?:[^<>\s]+)>")
_STRONG = re.compile(r"\*{2,}|_{2,}|~~|`+|==(?=\S)([^=]+)==")
_SLANTED = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+)\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_]+)_(?![\w_])")
_EMOJI_NAME = re.compile(r"(?<![^\s:()]):(?:[a-z][a-z0-9_+-]*:)(?::[a-z][a-z0-9_+-]*:)*(?![^\s:()])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
_ESCAPABLE = "\\`*_{}[]()#+.!|~>-"
_ESCAPED = re.compile(rf"\\([{re.escape(_ESCAPABLE)}])")
_SET_ASIDE = 0xE000
"""Private characters stand for escaped signs while marks are taken away. One that is pasted becomes such a sign."""
_BACK = {_SET_ASIDE + ord(sign): sign for sign in _ESCAPABLE}


class Line(NamedTuple):
    """A line without its marks. `number` counts from 1. `depth` says what stands under what: headings 1 to 6, then
    what may be one, then text, then lists by their indent. `more` is what followed breaks within the line; `cells`
    are those of a row."""

    number: int
    shape: Shape
    depth: int = _TEXT
    text: str = ""
    more: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()


def read_lines(text: str) -> list[Line]:
    """The lines of a text, every one cleaned. Raises nothing."""
    raw = one_way_of_ending(text.removeprefix("\ufeff")).split("\n")
    lines: list[Line] = []
    for number, (line, following) in enumerate(zip(raw, [*raw[1:], ""], strict=True), start=1):
        if line.rstrip() == "--" and number > 1:
            # In a mail this is where the signature begins.
            break
        lines.append(_line(number, line, following))
    return list(_without_preface(lines, raw))


def one_way_of_ending(text: str) -> str:
    """The text with `\\n` at the end of every line, wherever it was written."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without_preface(lines: Sequence[Line], raw: Sequence[str]) -> Iterator[Line]:
    """Web pages written in Markdown begin with facts about themselves between two rules."""
    closing = 0
    if raw[0].rstrip() == "---":
        closing = next((at for at, line in enumerate(raw[1:50], start=2) if line.rstrip() == "---"), 0)
    for line in lines:
        yield Line(line.number, "blank") if line.number <= closing else line


def _line(number: int, raw: str, following: str) -> Line:
    indented = _QUOTED.sub("", raw, count=1) if _QUOTED.match(raw) else raw
    body = indented.strip()
    if not body or len(body) > LINE_MAX or _NOTHING.match(body):
        return Line(number, "blank")
    if heading := _HEADING.match(body):
        return _worded(number, "heading", len(heading.group(1)), _HEADING_CLOSED.sub("", heading.group(2)))
    if "|" in body and _TABLE_RULE.match(body):
        return Line(number, "blank")
    if body.startswith("|") or " | " in body or "\t" in body:
        return _row(number, body, header="|" in following and bool(_TABLE_RULE.match(following.strip())))
    if (rule := _UNDERLINE.match(following)) and not _MARKER.match(body):
        return _worded(number, "heading", 1 if rule.group(1)[0] == "=" else 2, body)
    rest = _unmarked(body)
    if _ALL_BOLD.match(rest) or (rest.endswith(":") and len(rest) <= 80):
        return _worded(number, "perhaps", _BOLD if rest.endswith("*") else _COLON, rest)
    if rest != body:
        indent = len(indented.expandtabs(4)) - len(indented.expandtabs(4).lstrip())
        return _worded(number, "item", _ITEM + indent, rest)
    return _worded(number, "text", _TEXT, rest)


def _unmarked(body: str) -> str:
    """Without bullet, number, letter, box to tick."""
    for _ in range(3):
        marker = _MARKER.match(body)
        if not marker:
            break
        body = body[marker.end() :]
    return body


def _worded(number: int, shape: Shape, depth: int, marked: str) -> Line:
    words = plain(marked)
    if not words:
        return Line(number, "blank")
    return Line(number, shape, depth, words[0], words[1:])


def _row(number: int, body: str, *, header: bool) -> Line:
    cells = tuple("\n".join(plain(_unmarked(cell.strip()))) for cell in _CELLS.split(body.strip("|")))
    if not any(cells):
        return Line(number, "blank")
    return Line(number, "header" if header else "row", _TEXT, " - ".join(filter(None, cells)), (), cells)


def plain(marked: str) -> tuple[str, ...]:
    """The words of a line without marks, cleaned: several parts if it had breaks in it, none if there are no words."""
    words = _ESCAPED.sub(lambda escaped: chr(_SET_ASIDE + ord(escaped.group(1))), marked)
    words = _TAG.sub("", _BREAK.sub("\n", words))
    words = _LINK.sub(lambda link: link.group(1) or link.group(2) or link.group(3) or "", words)
    words = _STRONG.sub(lambda strong: strong.group(1) or "", words)
    words = _SLANTED.sub(lambda slanted: slanted.group(1) or slanted.group(2), words)
    words = _ENTITY.sub(lambda entity: html.unescape(entity.group()), _EMOJI_NAME.sub("", words))
    words = words.translate(_BACK)
    parts = (" ".join(clean(part, limit=_ROOM).split()) for part in words.split("\n"))
    return tuple(part for part in parts if part)
