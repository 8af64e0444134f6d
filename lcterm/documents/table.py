"""Tables as CSV that a spreadsheet may open: a row of heads, and no cell that it would take for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"^\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]")


def as_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The table, without a line break at its end. Cells that a spreadsheet would take for a formula have an apostrophe
    in front."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(heads)
    for row in rows:
        table.writerow(map(cell, row))
    return written.getvalue().rstrip("\n")


def cell(text: str) -> str:
    """The text as a cell may hold it."""
    return f"'{text}" if _FORMULA.match(text) else text
