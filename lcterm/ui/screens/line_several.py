"""Several lines that were pasted at once: a capture each, if that is wished."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcterm.core.captures import Line as Read
from lcterm.ui.line import Line, Span, cells, row
from lcterm.ui.screens.line_reading import read_for
from lcterm.ui.widgets.foot import Message

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

LAST_BACK = (("undo", "takes the last one back"),)
ASKED = ("Enter keeps each by itself, Esc makes one of them.", "Enter: each by itself; Esc: as one.")


def several_row(number: int, width: int) -> Line:
    """The row below the line that asks."""
    lead = f"{number} lines: "
    asked = next((one for one in ASKED if cells(lead) + cells(one) + 4 <= width), ASKED[-1])
    return row(width, [Span(" ?  ", "soon-bold"), Span(lead, "strong"), Span(asked, "text")])


def all_kept(kept: int) -> Message:
    """That so many are captures now."""
    return Message("✓", f"{kept} lines are written down, each by itself.", LAST_BACK, private=True)


def some_kept(kept: int, number: int, first: Read) -> Message:
    """That only so many of them are, and what is amiss with the first of the others."""
    amiss = first.problem or f"{first.unaddressed}."
    return Message("!", f"{kept} of {number} lines are written down. {amiss}", private=True)


def keep_each(board: "Board", lines: Sequence[str], by: str) -> tuple[int, list[str]]:
    """Write each line down that reads well, as a line of the person `by` whose words it takes down; how many that were,
    and those that have to be mended first."""
    from lcterm.core.commands import WriteCapture

    kept, stay = 0, []
    for line in lines:
        read = read_for(board.view, line, by=by)
        if read.problem or read.unaddressed or not board.act(WriteCapture(read.words)):
            stay.append(line)
        else:
            kept += 1
    return kept, stay
