"""A member list without headings: one person a line, as people write it down or paste it from a mail."""

import re
from collections.abc import Iterator

from lcterm.core.refusal import Refused
from lcterm.intake.entries import Entry
from lcterm.intake.member_headings import columns
from lcterm.intake.member_table import Row, rows_of

_BULLET = re.compile(r"(?:[-–—*+•·‣▪◦]\s+|[•·‣▪◦]|\(?\d{1,4}[.)]\s*|\[[ xX]?\]\s*)+")
# Both begin only where a word or a run of blanks does: a long line would else take time by the square of its length.
_ADDRESS = re.compile(r"(?:<\s*)?(?<![^\s<>,;@])[^\s<>,;@]+@[^\s<>,;@]+\.[^\s<>,;@]+(?:\s*>)?")
_BESIDE = re.compile(r"\t+|;|(?<!\s)\s+[-–—|]\s+|:\s+")
"""What stands between a name and what that person does, other than a comma."""

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "msc", "ba", "ma"))
_SAYS_NOTHING = re.compile(r"[\d\s.:/+()-]*")


def entries(text: str, source: str) -> Iterator[Entry]:
    """Who stands on the lines. Bullets, numbers and mail addresses are passed over.

    What follows a tab, a semicolon, a dash or a colon is the area. After a comma it is the area too, but not where
    the list puts surnames first (`Nakamura, Yuki`): there the line is one name. A single line with several commas or
    semicolons is a list of names. In quotation marks a name is kept as it is. Raises Refused for columns without
    headings in which nobody can tell names from the rest. Source of the rule: ours.
    """
    lines = [(number, stripped) for number, line in enumerate(_lines(text), 1) if (stripped := line.strip())]
    if len(lines) == 1 and len(names := _names_on_one_line(lines[0][1])) > 1:
        yield from (Entry(lines[0][0], name) for name in names)
        return
    if len(lines) > 1 and (columned := _columned(text, source)) is not None:
        yield from columned
        return
    surname_first = any(map(_is_surname_first, (_bare(line) for _, line in lines)))
    for place, (number, line) in enumerate(lines):
        if place > 0 or columns([line]) is None:
            yield _entry(number, line, surname_first)


def _lines(text: str) -> list[str]:
    return re.split("\r\n|[\r\n]", text)


def _bare(line: str) -> str:
    """The line without its bullet and mail addresses."""
    return _ADDRESS.sub("", _BULLET.sub("", line, count=1) if _BULLET.match(line) else line).strip(" \t,;|")


def _entry(number: int, line: str, surname_first: bool) -> Entry:
    if line.startswith("#") or line.endswith(":"):
        return Entry(number, "", why="a heading")
    if line.startswith('"'):
        rows, _ = rows_of(_ADDRESS.sub("", line), ",")
        name, *rest = rows[0].cells if rows else [""]
        return Entry(number, name, ", ".join(rest))
    bare = _bare(line)
    if not bare:
        return Entry(number, "", why="a mail address without a name" if "@" in line else "")
    name, area = _BESIDE.split(bare, maxsplit=1) if _BESIDE.search(bare) else (bare, "")
    if not area and "," in bare:
        name, area = _at_the_comma(bare, surname_first)
    return Entry(number, name.strip(), area.strip(" \t,;"))


def _at_the_comma(line: str, surname_first: bool) -> tuple[str, str]:
    before, after = (part.strip() for part in line.split(",", 1))
    first_word = after.split(",")[0].replace(".", "").casefold()
    if first_word in _SUFFIXES:
        return line, ""
    return (line, "") if surname_first and after[:1].isupper() else (before, after)


def _is_surname_first(line: str) -> bool:
    """One word, a comma, one or two words that begin with a capital: `Nakamura, Yuki`."""
    before, comma, after = line.partition(",")
    given = after.split()
    return bool(comma) and len(before.split()) == 1 and 0 < len(given) <= 2 and all(word[0].isupper() for word in given)


def _names_on_one_line(line: str) -> list[str]:
    for separator in ";,":
        if line.count(separator) > (separator == ",") and '"' not in line:
            return [bare for part in line.split(separator) if (bare := _bare(part))]
    return []


def _columned(text: str, source: str) -> list[Entry] | None:
    """Rows of a table that lost its headings, if every line has the same number of cells without a blank after the
    comma; of these cells one must be the name, the others addresses and numbers."""
    for delimiter in ",;\t":
        rows, _ = rows_of(text, delimiter)
        width = len(rows[0].cells) if rows else 0
        if width < 2 or any(len(row.cells) != width for row in rows) or f"{delimiter} " in text:
            continue
        telling = [place for place in range(width) if any(_tells(row, place) for row in rows)]
        if len(telling) != 1:
            raise Refused(
                f"{source} has {width} columns and no headings: put a line above them such as name{delimiter}area."
            )
        return [Entry(row.line, row.cells[telling[0]]) for row in rows]
    return None


def _tells(row: Row, place: int) -> bool:
    """Whether the cell may be a name: neither empty nor a number, a date or an address."""
    cell = row.cells[place]
    return not (_SAYS_NOTHING.fullmatch(cell) or _ADDRESS.fullmatch(cell))
