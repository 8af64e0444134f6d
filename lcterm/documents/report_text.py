"""A report as plain text, for the screen and for a mail to another facilitator: lines of at most 72 cells.

report_text(report_of(home, community, clock.now()))
"""

from lcterm.core.report import Report
from lcterm.documents.plots import as_text, plots
from lcterm.documents.report_words import layout
from lcterm.documents.wrapping import WIDTH, wrapped


def report_text(report: Report, *, named: bool = True, width: int = WIDTH, drawn: int = 0) -> str:
    """The report, ended by a line break. `named`: with the names of those who have not come lately; without them
    wherever others may read along. `width`: cells. `drawn`: how many cells the figures over time may take as pictures,
    0 for none. Raises Refused when its words did not come with this lcterm."""
    opening, below = report_parts(report, named=named, width=width)
    pictures = as_text(plots(report, drawn)) if drawn else ""
    return "\n\n".join(filter(None, (opening, pictures, below))) + "\n"


def report_parts(report: Report, *, named: bool = True, width: int = WIDTH) -> tuple[str, str]:
    """The title with what it is and how often people met; and all that is told in lists. Raises Refused as above."""
    document = layout(report, named=named and report.reader == "facilitators")
    opening = ["\n".join(wrapped(line, width=width)) for line in (document.title, *document.opening)]
    below = []
    for block in document.blocks:
        lines = [part for line in block.lines for part in wrapped(line, "- ", "  ", width)]
        below.append("\n".join([*wrapped(block.heading, width=width), *lines]))
    return "\n\n".join(opening), "\n\n".join(below)
