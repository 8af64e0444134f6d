"""A report as plain text, for the screen and for a mail to another facilitator: lines of at most 72 cells.

report_text(report_of(home, community, clock.now()))
"""

from lcterm.core.report import Report
from lcterm.documents.report_words import layout
from lcterm.documents.wrapping import WIDTH, wrapped


def report_text(report: Report, *, named: bool = True, width: int = WIDTH) -> str:
    """The report, ended by a line break. `named`: with the names of those who have not come lately; without them
    wherever others may read along. `width`: cells. Raises Refused when its words did not come with this lcterm."""
    document = layout(report, named=named)
    parts = ["\n".join(wrapped(line, width=width)) for line in (document.title, *document.opening)]
    for block in document.blocks:
        lines = [part for line in block.lines for part in wrapped(line, "- ", "  ", width)]
        parts.append("\n".join([*wrapped(block.heading, width=width), *lines]))
    return "\n\n".join(parts) + "\n"
