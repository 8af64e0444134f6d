"""An agenda that a spreadsheet saved: commas or semicolons between the cells, quotation marks round what has them."""

from lcterm.core.text import clean
from lcterm.intake.agenda_marks import LINE_MAX, Line, plain
from lcterm.intake.agenda_table import is_heading
from lcterm.intake.member_table import Row, rows_of

_DELIMITERS = ",;"
_LOOK_AT = 10
"""Rows in which the headings must come: a title may stand above them."""


def csv_lines(text: str) -> list[Line] | None:
    """The rows as lines of a table, with their numbers in the file; None for a text without a row of headings such as
    Time, Minutes, Title. Raises nothing."""
    head = text.lstrip("\ufeff \t\r\n")[: 10 * LINE_MAX]
    if not any(sign in head for sign in _DELIMITERS):
        return None
    for delimiter in _DELIMITERS:
        rows, unclosed = rows_of(text.removeprefix("\ufeff"), delimiter)
        cells = [_cells(row) for row in rows]
        place = next((at for at, row in enumerate(cells[:_LOOK_AT]) if is_heading(row)), None)
        if place is None or unclosed:
            continue
        above = [_as_text(row, shown) for row, shown in zip(rows[:place], cells[:place], strict=True)]
        header = Line(rows[place].line, "header", cells=cells[place])
        below = [
            Line(row.line, "row", text=" - ".join(filter(None, shown)), cells=shown)
            for row, shown in zip(rows[place + 1 :], cells[place + 1 :], strict=True)
            if any(shown) and shown != cells[place]
        ]
        return [*above, header, *below]
    return None


def _cells(row: Row) -> tuple[str, ...]:
    return tuple("\n".join(plain(cell)) if len(cell) <= LINE_MAX else "" for cell in row.cells)


def _as_text(row: Row, cells: tuple[str, ...]) -> Line:
    words = clean(" ".join(filter(None, cells)), limit=10 * LINE_MAX)
    return Line(row.line, "heading", 1, words) if words else Line(row.line, "blank")
