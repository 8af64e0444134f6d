"""Where things stand in a TOML text: tomllib tells the line of a slip in spelling, but not of a wrong value."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_HEADER = re.compile(r"[ \t]*(\[\[|\[)[ \t]*([^\[\]\n]+?)[ \t]*\]")
_KEY = re.compile(r"""[ \t]*("[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*[=.]""")
_TOKEN = re.compile(r"""\"\"\"|'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|[\[\]{}]|\n""")
_CLOSING = {
    '"""': re.compile(r'(?:\\.|[^\\])*?"""', re.DOTALL),
    "'''": re.compile(r".*?'''", re.DOTALL),
}


class Place(NamedTuple):
    """A table header (then `key` is ""), or a key under it. `number` counts the tables of that name from 0;
    `table` is "" above the first header. Lines count from 1."""

    table: str
    number: int
    key: str
    line: int


def _starts(text: str) -> Iterator[tuple[int, int]]:
    """Every (offset, line number) where a statement may begin: not inside a string, an array or a table in a line."""
    yield 0, 1
    at, depth, line = 0, 0, 1
    while token := _TOKEN.search(text, at):
        at = token.end()
        mark = token.group()
        if mark in _CLOSING:
            closing = _CLOSING[mark].match(text, at)
            if closing is None:
                return
            line += text.count("\n", at, closing.end())
            at = closing.end()
        elif mark == "\n":
            line += 1
            if depth <= 0:
                yield at, line
        else:
            depth += (mark in "[{") - (mark in "]}")


def places(text: str) -> tuple[Place, ...]:
    """Every table header and key of a TOML text, in its order. The text is taken to be valid TOML with `\\n` at the end
    of its lines; whatever it is, nothing is raised."""
    found: list[Place] = []
    counts: dict[str, int] = {}
    table, number = "", 0
    for at, line in _starts(text):
        if header := _HEADER.match(text, at):
            table = header.group(2).strip("\"'")
            number = counts.get(table, 0)
            counts[table] = number + 1
            found.append(Place(table, number, "", line))
        elif key := _KEY.match(text, at):
            found.append(Place(table, number, key.group(1).strip("\"'"), line))
    return tuple(found)


def line_of(text: str, table: str = "", number: int = 0, key: str = "") -> int:
    """The line of a key in the table of that name and number, else of the table's header, else of a key that holds
    the table (`point = [...]`), else 1. Above the tables a key may itself be a table."""
    known = places(text)
    wanted = ((table, number, key), (table, number, ""), ("", 0, table)) if table else (("", 0, key), (key, 0, ""))
    for want in wanted:
        for place in known:
            if place[:3] == want:
                return place.line
    return 1
