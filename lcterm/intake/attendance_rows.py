"""The rows of a meeting program's report that tell of people: found among headings, sections, and what is beside it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lcterm.core.refusal import Refused
from lcterm.core.text import folded, neutralise, unaccented
from lcterm.intake.attendance_columns import Places, places
from lcterm.intake.attendance_times import Moment, read_length, read_moment
from lcterm.intake.files import Skipped
from lcterm.intake.member_table import Row, rows_of

_DELIMITERS = "\t,;"
_SECTION = re.compile(r"(\d+)\. \S")
_DETAILED = 3
"""The number of the section in which Teams has every coming and going; the one before has each person once."""
_NONE = frozenset(("", "-", "--", "n/a", "null"))
_NOT = frozenset(("no", "nein", "non", "nee", "nao", "n", "false"))
_LEFT = ("left", "verlassen", "hat verlassen", "a quitte", "parti", "salio", "abandono", "saiu", "uscito", "vertrokken")
_SHOWN = 40
ROWS_MAX = 20_000


class SeenRow(NamedTuple):
    """A row of a person: moments as written, None where there is none; a length in ms. `comes_and_goes`: it is one
    coming or going, not a stretch. `detailed`: from the section that has them all. `utc`: its times are UTC."""

    line: int
    name: str
    address: str
    joined: Moment | None
    left: Moment | None
    length: int | None
    comes_and_goes: bool
    detailed: bool
    utc: bool


def found_rows(text: str, source: str) -> tuple[list[SeenRow], list[Skipped]]:
    """The rows that tell of people, and those passed over with a reason. Raises Refused, with the line, for a text
    without such headings, a quotation mark that never closes, and a cell that should be a time and is none."""
    rows, unclosed = _split(text, source)
    if len(rows) > ROWS_MAX:
        raise Refused(
            f"{source}, line {rows[ROWS_MAX].line}: more than {ROWS_MAX} rows up to here; is it the right file?"
        )
    found: list[SeenRow] = []
    skipped: list[Skipped] = []
    meaning: Places | None = None
    detailed = False
    for row in rows:
        if row.line == unclosed:
            raise Refused(f"{source}, line {row.line}: a quotation mark opens here and never closes; mend it first.")
        if (section := _section(row.cells)) is not None:
            meaning, detailed = None, section >= _DETAILED
        elif (headings := places(row.cells)) is not None:
            meaning = headings
        elif meaning is not None and (why := _passed_over(row, meaning)) is not None:
            skipped += [Skipped(row.line, why)] if why else []
        elif meaning is not None:
            found.append(_person(row, meaning, source, detailed=detailed))
    return found, skipped


def has_headings(text: str) -> bool:
    """Whether the headings of an attendance report stand somewhere in it."""
    return bool(_best(text)[0])


def _best(text: str) -> tuple[int, list[Row], int]:
    """How many headings are known with the delimiter that leads to most of them, the rows that it makes, and the line
    of a quotation mark without an end."""
    best: tuple[int, list[Row], int] = (0, [], 0)
    for delimiter in _DELIMITERS:
        rows, unclosed = rows_of(text, delimiter)
        known = max((found.known for row in rows if (found := places(row.cells)) is not None), default=0)
        best = max(best, (known, rows, unclosed), key=lambda one: one[0])
    return best


def _split(text: str, source: str) -> tuple[list[Row], int]:
    """The rows, and the line of a quotation mark without an end. Raises Refused where nothing leads to headings."""
    best = _best(text)
    if not best[0]:
        raise Refused(
            f"{source}, line 1: no headings of an attendance report from here on, such as Name, Join Time, Leave Time "
            "or Name, First Join, Last Leave; export it from Zoom or Teams as CSV."
        )
    return best[1], best[2]


def _section(cells: Sequence[str]) -> int | None:
    told = [cell for cell in cells if cell]
    found = _SECTION.match(told[0]) if len(told) == 1 else None
    return int(found[1][:3]) if found else None


def _passed_over(row: Row, meaning: Places) -> str | None:
    """Why this row is no person's time in the meeting, "" where that goes without saying; None where it is."""
    if not _name(row, meaning):
        return ""
    if folded(_cell(row.cells, meaning.attended)) in _NOT:
        return f"{_name(row, meaning)} did not come"
    waiting = unaccented(_cell(row.cells, meaning.waiting))
    return f"{_name(row, meaning)} was in the waiting room" if waiting not in _NOT and waiting not in _NONE else None


def _person(row: Row, meaning: Places, source: str, *, detailed: bool) -> SeenRow:
    def moment(place: int | None) -> Moment | None:
        return _moment(_cell(row.cells, place), row.line, source)

    action, stamp = unaccented(_cell(row.cells, meaning.action)), moment(meaning.stamp)
    by_acts = meaning.join is None and meaning.action is not None
    went = action.startswith(_LEFT)
    joined = (None if went else stamp) if by_acts else moment(meaning.join)
    left = (stamp if went else None) if by_acts else moment(meaning.leave)
    told = _cell(row.cells, meaning.length)
    length = None if told in _NONE else read_length(told, in_seconds=meaning.in_seconds)
    if joined is None and left is None and length is None:
        raise Refused(
            f"{source}, line {row.line}: no time stands beside {neutralise(_name(row, meaning))}; is the file cut off? "
            "Export it once more."
        )
    return SeenRow(
        line=row.line,
        name=_name(row, meaning),
        address=_cell(row.cells, meaning.address),
        joined=joined,
        left=left,
        length=length,
        comes_and_goes=by_acts,
        detailed=detailed,
        utc=meaning.utc,
    )


def _moment(cell: str, line: int, source: str) -> Moment | None:
    if cell in _NONE:
        return None
    if (found := read_moment(cell)) is None:
        shown = " ".join(neutralise(cell).split())[:_SHOWN]
        raise Refused(f"{source}, line {line}: {shown!r} is no time that can be read; export the report once more.")
    return found


def _name(row: Row, meaning: Places) -> str:
    parts = (_cell(row.cells, place) for place in meaning.name)
    return " ".join(part for part in parts if part)


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place] if place is not None and place < len(cells) else ""
