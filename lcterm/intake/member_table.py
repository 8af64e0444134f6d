"""A member list with headings: comma, semicolon, tab or bar between the columns, cells in quotation marks or not."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lcterm.core.text import folded, unaccented
from lcterm.intake.entries import Entry
from lcterm.intake.member_headings import Columns, columns, nameless, phrases

_DELIMITERS = ",;\t|"
_LOOK_AT = 30
"""Rows in which the headings must come: reports put a few lines of their own above."""

_OUT = frozenset(
    phrases("""
    refunded, refund, cancelled, canceled, cancelled by user, declined, rejected, denied, deleted, withdrawn, removed,
    transferred, void, not attending, not going, not coming, storniert, abgesagt, abgelehnt, annule, annulee, rembourse,
    cancelado, cancelada, reembolsado, annullato, rimborsato, geannuleerd, anulowane
""")
)
_NO = frozenset(("no", "n", "nein", "non", "nee"))
_PART_IN_A_MEETING = frozenset(
    phrases("attendee, presenter, organizer, organiser, participant, host, co-host, guest, panelist, member")
)
_SECTION = re.compile(r"\d+\. \S")


class Row(NamedTuple):
    """The cells of a row and the line it begins on, counted from 1."""

    line: int
    cells: list[str]


class Table(NamedTuple):
    """A list whose headings were understood. `unclosed` is the line of a quotation mark without an end, 0 for none."""

    columns: Columns
    headings: Row
    rows: list[Row]
    unclosed: int


def find_table(text: str) -> Table | None:
    """The text as a table, by the delimiter that gives most columns; None when no row has a heading for names."""
    found: list[Table] = []
    for delimiter in _DELIMITERS:
        rows, unclosed = rows_of(text, delimiter)
        for place, row in enumerate(rows[:_LOOK_AT]):
            meaning = columns(row.cells, on_top=place == 0) if len(row.cells) > 1 else None
            if meaning is not None:
                found.append(Table(meaning, row, rows[place + 1 :], unclosed))
                break
    return max(found, key=lambda table: len(table.headings.cells), default=None)


def heading_without_names(text: str) -> int:
    """The line of the first row if it is a row of headings, none of them for names; otherwise 0."""
    for delimiter in _DELIMITERS:
        rows, _ = rows_of(text, delimiter)
        if rows and nameless(rows[0].cells):
            return rows[0].line
    return 0


def entries(table: Table) -> Iterator[Entry]:
    """What the rows say. The headings, should they come again, are passed over."""
    for row in table.rows:
        if row.line == table.unclosed:
            yield Entry(row.line, "", why="a quotation mark opens here and never closes; nothing after it was read")
            return
        if len(row.cells) == 1 and _SECTION.match(row.cells[0]):
            yield Entry(row.line, "", why="another section of the report begins; nothing after it was read")
            return
        if row.cells != table.headings.cells:
            name = " ".join(part for place in table.columns.name if (part := _cell(row.cells, place)))
            yield Entry(row.line, name, _area(row.cells, table.columns.area), _why_out(row.cells, table, name))


def rows_of(text: str, delimiter: str) -> tuple[list[Row], int]:
    """All rows that are not blank, and the line of a row that a quotation mark left open has swallowed the rest of
    the file, 0 if there is none."""
    raw = io.StringIO(text, newline="").readlines()
    reader = csv.reader(raw, delimiter=delimiter, skipinitialspace=True)
    rows: list[Row] = []
    line = begins = 1
    try:
        for cells in reader:
            begins, line = line, reader.line_num + 1
            stripped = [cell.strip() for cell in cells]
            if any(stripped) and not (begins == 1 and stripped[0].startswith("sep=")):
                rows.append(Row(begins, stripped))
    except csv.Error:  # a cell of more than 128 KiB
        rows.append(Row(line, [""]))
        return rows, line
    open_ended = line - begins > 1 and "".join(raw[begins - 1 :]).count('"') % 2 == 1
    return rows, begins if open_ended else 0


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place] if place is not None and place < len(cells) else ""


def _area(cells: Sequence[str], place: int | None) -> str:
    area = _cell(cells, place)
    return "" if folded(area) in _PART_IN_A_MEETING else area


def _why_out(cells: Sequence[str], table: Table, name: str) -> str:
    for place in table.columns.status:
        said = _cell(cells, place)
        asked = "status" not in folded(table.headings.cells[place])
        if unaccented(said) in _OUT or (asked and unaccented(said) in _NO):
            return f"{name or 'left out'}: {table.headings.cells[place]} is {said}"
    return ""
