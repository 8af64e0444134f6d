"""The lines of somebody's minutes, with what they are by where they stand: boxes to tick, items under a heading."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lcterm.core.events import CaptureKind
from lcterm.intake.agenda_marks import one_way_of_ending, plain
from lcterm.intake.files import Skipped

LINE_MAX = 4000
_SCRIBE = re.compile(r"\s*(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?\s+)?<[^<>\s]{1,40}>\s+")
"""IRC: who typed the line, as W3C's scribes have it."""
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_BULLET = re.compile(r"(?:[-*+•·‣◦○●▪■–—]|\(?\d{1,3}[.)])[ \t]+")
_BOX = re.compile(r"(?:\[(?P<tick>[ xX✓])\]|(?P<sign>[☐☑✅]))[ \t]+")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,})\s*$")
_BOLD = re.compile(r"(?:\*\*[^*]+\*\*|__[^_]+__):?\s*$")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_AMONG = (
    r"(?:(?:new|open|our|all|key|agreed|review(?: of)?|summary of|previous|outstanding|last (?:week|meeting|time)"
    r"['’]?s?)\s+)*"
)
_SECTIONS: tuple[tuple[CaptureKind, re.Pattern[str]], ...] = (
    (
        "action",
        re.compile(
            _AMONG + r"(?:actions?(?: items?| points?)?|ais|to[ -]?dos?|next steps|follow[ -]?ups?|who does what)"
            r"(?: (?:from|for|until|and owners)\b.{0,40})?",
            re.IGNORECASE,
        ),
    ),
    ("decision", re.compile(_AMONG + r"(?:decisions?(?: made| taken)?|resolutions?|agreements)", re.IGNORECASE)),
)
_LABEL_WORDS = 5


class Noted(NamedTuple):
    """A line of the minutes: its number from 1, its words without marks, and what it is by where it stands, None for
    an ordinary line. `owner`: the words of the item above that it lies under, "" for none. `done`: it is ticked."""

    line: int
    text: str
    kind: CaptureKind | None = None
    owner: str = ""
    done: bool = False


class _Raw(NamedTuple):
    line: int
    indent: int
    bulleted: bool
    box: str
    heading: bool
    bold: bool
    text: str


class _Section(NamedTuple):
    """A heading whose items are wanted: how deep it stands (-1 for one above all lists), and its items' depth."""

    kind: CaptureKind
    depth: int
    items: int | None = None
    owner: str = ""
    owner_at: int = 0


def noted_lines(text: str) -> tuple[list[Noted], list[Skipped]]:
    """All lines with words, and those that are too long to be minutes. Raises nothing."""
    raw, skipped = _raw_lines(one_way_of_ending(text.removeprefix("\ufeff")))
    return list(_told(raw)), skipped


def _raw_lines(text: str) -> tuple[list[_Raw], list[Skipped]]:
    lines = text.split("\n")
    found: list[_Raw] = []
    skipped: list[Skipped] = []
    fenced = False
    for number, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True), 1):
        if _FENCE.match(line):
            fenced = not fenced
        elif len(line) > LINE_MAX:
            skipped.append(Skipped(number, f"more than {LINE_MAX} characters, so no line of minutes"))
        elif not fenced and line.strip():
            found.append(_raw(number, line, following))
        elif not fenced:
            found.append(_Raw(number, 0, False, "", False, False, ""))
    return found, skipped


def _raw(number: int, line: str, following: str) -> _Raw:
    body = _SCRIBE.sub("", line, count=1) if _SCRIBE.match(line) else line
    body = _QUOTED.sub("", body, count=1) if _QUOTED.match(body) else body
    indent = len(body.expandtabs(4)) - len(body.expandtabs(4).lstrip())
    body = body.strip()
    bullet = _BULLET.match(body)
    body = body[bullet.end() :] if bullet else body
    box = _BOX.match(body)
    body = body[box.end() :] if box else body
    hashed = _HEADING.match(body) if not bullet else None
    underlined = bool(_UNDERLINE.match(following)) and not bullet and not _UNDERLINE.match(body)
    words = " ".join(plain(body[hashed.end() :] if hashed else body))
    ticked = "" if box is None else "x" if (box["tick"] or box["sign"]) not in (" ", "☐") else " "
    bold = bool(_BOLD.match(body))
    return _Raw(number, indent, bullet is not None, ticked, bool(hashed or underlined), bold, words)


def _told(lines: list[_Raw]) -> Iterator[Noted]:
    section: _Section | None = None
    loose = False
    for one in lines:
        if not one.text:
            loose = True
            continue
        head = _head_of(one)
        if head is not None:
            section = head
        elif section is not None and _ends(section, one, loose=loose):
            section = None
        loose = False
        if head is not None:
            continue
        if section is None:
            yield Noted(one.line, one.text, "action" if one.box else None, done=one.box == "x")
            continue
        section, noted = _within(section, one)
        yield noted


def _head_of(one: _Raw) -> _Section | None:
    """The section that this line begins, if it is a heading of one."""
    words = one.text.rstrip(" :")
    alone = one.heading or one.bold or one.text.endswith(":")
    if one.box or not (alone or (one.bulleted and len(words.split()) < _LABEL_WORDS)):
        return None
    kind = next((kind for kind, pattern in _SECTIONS if pattern.fullmatch(words)), None)
    if kind is None:
        return None
    return _Section(kind, one.indent if one.bulleted else -1)


def _ends(section: _Section, one: _Raw, *, loose: bool) -> bool:
    """Whether the section is over before this line: at a heading, at what stands less deep, at a paragraph."""
    if one.heading or (one.bold and not one.bulleted):
        return True
    if one.bulleted:
        return one.indent <= section.depth
    return section.depth >= 0 or (section.items is not None and loose)


def _within(section: _Section, one: _Raw) -> tuple[_Section, Noted]:
    """A line of the section: an item, somebody's name above their items, or what is said about an item."""
    if section.items is None or one.indent < section.items:
        section = section._replace(items=one.indent, owner="")
    if one.indent <= (section.items or 0):
        label = one.bulleted and one.text.endswith(":") and len(one.text.split()) < _LABEL_WORDS
        owner = one.text.rstrip(" :") if label else ""
        section = section._replace(owner=owner, owner_at=one.indent)
        return section, Noted(one.line, one.text, None if label else section.kind, done=one.box == "x")
    if section.owner or one.box:
        return section, Noted(one.line, one.text, section.kind, owner=section.owner, done=one.box == "x")
    return section, Noted(one.line, one.text)
