"""The figures of a report on its page: each a picture, a sentence that says the same, and a table that folds out."""

from collections.abc import Iterator

from lcterm.core.report import Report
from lcterm.core.series import OverTime, Series, over_time
from lcterm.documents.plot_words import about, said, slot_name, totals, value_words
from lcterm.documents.summary_html import escaped
from lcterm.documents.svg_chart import chart

MOST = 36
"""Columns side by side; what is more is drawn by month, quarter or year."""


def figures(report: Report) -> Iterator[str]:
    """All figures of the report, as lines of HTML; nothing before the first session."""
    shown = over_time(report, MOST)
    if not shown.series:
        return
    yield '<section class="figures" aria-label="Figures over time">'
    yield _patterns()
    for series in shown.series:
        yield from _figure(series, shown, report)
    yield "</section>"


def _figure(series: Series, shown: OverTime, report: Report) -> Iterator[str]:
    told, what = said(series, report), about(series, shown)
    yield "<figure>"
    yield f"<h2>{escaped(series.title)}</h2>"
    yield f'<p class="said">{escaped(told)}</p>'
    yield chart(series, shown, f"{told} {what}")
    yield f"<figcaption>{escaped(what)}</figcaption>"
    yield from _table(series, shown)
    yield "</figure>"


def _table(series: Series, shown: OverTime) -> Iterator[str]:
    """The same figures, the latest first, as numbers."""
    columns = list(zip(series.parts, series.rows, strict=True))
    if series.id == "actions":
        columns = [("taken on", tuple(totals(series))), *((name, row) for name, row in columns if any(row))]
    heads = ["Session" if shown.size == "session" else "When", *(name for name, _ in columns)]
    yield f"<details><summary>{escaped(series.title)} in numbers</summary>"
    yield "<table><thead><tr>"
    yield "".join(f'<th scope="col">{escaped(head)}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    for place in reversed(range(len(shown.slots))):
        name = escaped(slot_name(shown.slots[place], shown.size))
        cells = "".join(f"<td>{escaped(value_words(series, column[place]))}</td>" for _, column in columns)
        yield f'<tr><th scope="row">{name}</th>{cells}</tr>'
    yield "</tbody></table></details>"


def _patterns() -> str:
    """What the parts of a column are filled with, once for all pictures: lines and dots that paper shows as well."""
    return (
        '<svg class="patterns" aria-hidden="true" width="0" height="0" xmlns="http://www.w3.org/2000/svg"><defs>'
        '<pattern id="lines" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<line class="hatch" x1="0" y1="0" x2="0" y2="5"></line></pattern>'
        '<pattern id="grain" width="4" height="4" patternUnits="userSpaceOnUse">'
        '<circle class="grain" cx="2" cy="2" r="1.1"></circle></pattern>'
        "</defs></svg>"
    )
