"""A report as one page of its own, with pictures: for a phone, a screen in the dark, paper. Nothing in it runs or is
fetched, and it names nobody who stayed away; for others than the facilitators it names nobody."""

import re
from collections.abc import Iterator

from lcterm.core.report import Held, Report
from lcterm.core.when import full_day
from lcterm.documents.report_figures import figures
from lcterm.documents.report_signals import listed
from lcterm.documents.report_words import APART, blocks_below, earlier_years, opening, title
from lcterm.documents.summary_html import escaped, whole_page
from lcterm.documents.summary_words import Block
from lcterm.documents.wording import counted

_PER_CENT = re.compile(r"(?<=\d) (?=%)")
NO_BREAK = "\N{NO-BREAK SPACE}"
"""Between a figure and its sign, so that no line ends there."""

ROWS = 24
"""So many of the latest sessions have a row each; those before them stand by year."""


def report_html(report: Report) -> str:
    """The report as one HTML file. Every word of the group's is escaped, and takes the direction it is written in.

    Raises Refused when a style, or its words, did not come with this lcterm.
    """
    return whole_page(title(report), ("summary", "report"), "report", _content(report))


def _content(report: Report) -> Iterator[str]:
    yield "<header>"
    yield f'<h1 dir="auto">{escaped(title(report))}</h1>'
    yield from (f"<p>{escaped(line)}</p>" for line in opening(report))
    yield "</header>"
    yield from figures(report)
    yield from _meetings(report)
    for block in blocks_below(report):
        yield from _section(block)


def _meetings(report: Report) -> Iterator[str]:
    """A table with a row for each of the latest sessions."""
    if not report.held:
        return
    yield "<section>"
    yield "<h2>Session by session</h2>"
    yield '<table class="meetings">'
    yield '<thead><tr><th scope="col">Day</th><th scope="col">Session</th><th scope="col">Came</th></tr></thead>'
    yield "<tbody>"
    yield from map(_row, report.held[-ROWS:])
    yield "</tbody>"
    yield "</table>"
    yield from (f"<p>{escaped(line)}</p>" for line in (*earlier_years(report.held[:-ROWS]), APART))
    yield "</section>"


def _row(one: Held) -> str:
    told = [f"{listed(one.presented)} presented" if one.presented else ""]
    told += [f"{counted(one.feedback, 'sentence')} of feedback" if one.feedback else ""]
    under = "; ".join(filter(None, told))
    beside = f'<span class="under" dir="auto">{escaped(under)}</span>' if under else ""
    return (
        f'<tr><td>{escaped(full_day(one.day))}</td><td><span dir="auto">{escaped(one.title)}</span>{beside}</td>'
        f"<td>{one.came} of {one.of}</td></tr>"
    )


def _section(block: Block) -> Iterator[str]:
    yield "<section>"
    yield f"<h2>{escaped(block.heading)}</h2>"
    yield "<ul>"
    yield from (f'<li dir="auto">{_PER_CENT.sub(NO_BREAK, escaped(line))}</li>' for line in block.lines)
    yield "</ul>"
    yield "</section>"
