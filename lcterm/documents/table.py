"""Tables as CSV that a spreadsheet may open: a row of heads, and no cell that it would take for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_SIGNS = "=+\\-@\uff0b\uff0d\uff1d\uff20"
_FORMULA = re.compile(rf"^\s*[{_SIGNS}\t\r]")
_AFTER_A_BREAK = re.compile(rf"(?<=[;\t])(?=[\"']*[{_SIGNS}])")
"""Where a spreadsheet in a country with a decimal comma, which breaks cells at semicolons, would begin a formula."""


def as_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The table, without a line break at its end. Cells that a spreadsheet would take for a formula have an apostrophe
    in front, and so has what would be one behind a semicolon."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(heads)
    for row in rows:
        table.writerow(map(cell, row))
    return written.getvalue().rstrip("\n")


def cell(text: str) -> str:
    """The text as a cell may hold it."""
    text = _AFTER_A_BREAK.sub("'", text)
    return f"'{text}" if _FORMULA.match(text) else text
