"""Figures over time in words: what a slot is called, what its figures are, what a whole series says in a sentence."""

from collections.abc import Iterator, Sequence

from lcterm.core.agenda import BEHIND_MINUTES
from lcterm.core.report import Held, Report
from lcterm.core.series import OverTime, Series, Size, Slot, Value
from lcterm.core.when import MONTH_NAMES, MONTHS, full_day
from lcterm.documents.wording import counted, evenness_words, in_minutes

GAP = "–"
"""Where there is no figure."""

BANDS: tuple[tuple[float, str], ...] = (
    (0.9, "nearly alike"),
    (0.75, "some less"),
    (0.5, "few had much"),
    (0.0, "one or two"),
)
"""How even talk was, in a word or two, from so much on: the words of `evenness_words`, short."""

_SPANS: dict[Size, str] = {
    "session": "One column is one session.",
    "month": "One column is a month: the average of its sessions.",
    "quarter": "One column is a quarter of a year: the average of its sessions.",
    "year": "One column is a year: the average of its sessions.",
}
_SUMS: dict[Size, str] = {
    "session": "A column stands where the actions were taken on.",
    "month": "A column has all actions taken on in that month.",
    "quarter": "A column has all actions taken on in that quarter of a year.",
    "year": "A column has all actions taken on in that year.",
}


def slot_name(slot: Slot, size: Size) -> str:
    """Tue 24 Nov 2026; March 2026; January to March 2026; 2026."""
    first, year = slot.day.month - 1, slot.day.year
    match size:
        case "session":
            return full_day(slot.day)
        case "month":
            return f"{MONTH_NAMES[first].title()} {year}"
        case "quarter":
            return f"{MONTH_NAMES[first].title()} to {MONTH_NAMES[first + 2].title()} {year}"
        case "year":
            return str(year)


def slot_sign(slot: Slot, size: Size) -> str:
    """The same below a column, the year apart: 24 Nov; Mar; Q1. A year is its own sign."""
    match size:
        case "session":
            return f"{slot.day.day} {MONTHS[slot.day.month - 1].title()}"
        case "month":
            return MONTHS[slot.day.month - 1].title()
        case "quarter":
            return f"Q{(slot.day.month - 1) // 3 + 1}"
        case "year":
            return str(slot.day.year)


def value_words(series: Series, value: Value) -> str:
    """A figure as it is read: 5, 4.5, 0.92; the gap's sign where there is none."""
    if value is None:
        return GAP
    if series.id == "evenness":
        return f"{value:.2f}"
    return str(round(value)) if series.id == "length" or value >= 100 else f"{value:.1f}".removesuffix(".0")


def totals(series: Series) -> list[Value]:
    """What stands below each column: its first part; of actions all that were taken on."""
    if series.id != "actions":
        return list(series.rows[0])
    return [
        None if None in column else sum(value or 0 for value in column) for column in zip(*series.rows, strict=True)
    ]


def band(value: float) -> str:
    """How even, in a word or two."""
    return next(word for least, word in BANDS if value >= least)


def about(series: Series, shown: OverTime) -> str:
    """What a column is, and what a gap in this series means."""
    told = (_SUMS if series.id == "actions" else _SPANS)[shown.size]
    if shown.left_out:
        told += f" {counted(shown.left_out, 'session')} before that {'is' if shown.left_out == 1 else 'are'} not drawn."
    return f"{told} A dash: {_why_none(series, shown)}." if series.gaps else told


def _why_none(series: Series, shown: OverTime) -> str:
    without = "not held" if shown.size == "session" else "no session"
    unmeasured = any(slot.sessions for slot, value in zip(shown.slots, series.rows[0], strict=True) if value is None)
    return f"{without}, or not known" if unmeasured and series.gaps else without


def said(series: Series, report: Report) -> str:
    """The series in a sentence or two, of all its sessions whatever a column stands for."""
    return " ".join(_said(series, report))


def _said(series: Series, report: Report) -> Iterator[str]:
    match series.id:
        case "attendance":
            yield from _attendance(report.held)
        case "length":
            yield from _length(report.held)
        case "feedback":
            yield from _feedback([one for one in report.held if one.feedback or not one.recorded])
        case "actions":
            yield from _actions(report)
        case "evenness":
            yield from _evenness([one.evenness for one in report.held if one.evenness is not None])


def _attendance(held: Sequence[Held]) -> Iterator[str]:
    last, came = f"{held[-1].came} of {held[-1].of}", sorted(one.came for one in held)
    if len(held) == 1:
        yield f"{last} came."
    elif came[0] == came[-1]:
        yield f"{came[0]} came each time; {last} the last time."
    else:
        mean = f"{sum(came) / len(came):.1f}".removesuffix(".0")
        yield f"{came[0]} to {came[-1]} came, {mean} on average; {last} the last time."


def _length(held: Sequence[Held]) -> Iterator[str]:
    over = [one.minutes - one.planned_minutes for one in held if one.minutes is not None and one.planned_minutes]
    mean = round(sum(over) / len(over))
    if len(over) == 1:
        yield f"{_than_planned(mean)}."
        return
    beyond = sum(one > BEHIND_MINUTES for one in over)
    more = f"{beyond or 'none'} of {len(over)} took more than {BEHIND_MINUTES} minutes longer"
    yield f"On average {_small(_than_planned(mean))}; {more}."


def _than_planned(mean: int) -> str:
    if not mean:
        return "As long as planned"
    return f"{in_minutes(abs(mean)).capitalize()} {'longer' if mean > 0 else 'shorter'} than planned"


def _feedback(held: Sequence[Held]) -> Iterator[str]:
    known = [one.feedback or 0 for one in held]
    told = f"{counted(sum(known), 'sentence')} in {counted(len(known), 'session')}"
    none = sum(not one for one in known)
    yield f"{told}, none in {none} of them." if none else f"{told}."


def _actions(report: Report) -> Iterator[str]:
    if (one := report.actions) is not None:
        late = f", {one.late} of them late" if one.late else ""
        dropped = f", {one.dropped} dropped" if one.dropped else ""
        yield f"{one.written} taken on: {one.done} done{dropped}, {one.open + one.going} open{late}."


def _evenness(known: Sequence[float]) -> Iterator[str]:
    mean = sum(known) / len(known)
    if len(known) == 1:
        yield f"{_large(evenness_words(mean))}."
        return
    all_in_all, last = evenness_words(mean), evenness_words(known[-1])
    yield f"On average {all_in_all}; the last time {'too' if last == all_in_all else last}."


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def _large(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
