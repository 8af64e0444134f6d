"""The signs that a refresh may be due, in words: each with its figures, in a sentence that says nothing more."""

from collections.abc import Sequence
from datetime import date

from lcterm.core.refresh import SPAN, Figure, Signal
from lcterm.core.report import Report
from lcterm.core.when import full_day
from lcterm.documents.wording import counted

UNTOLD = "None of the latest sessions was run here, so it is not known which points were held."


def signal_lines(report: Report, signal: Signal, *, named: bool = False) -> list[str]:
    """The figures of a sign, a sentence a line. `named`: with the names of those who have not come lately, which only
    a facilitator's own text has."""
    figures = signal.figures
    match signal.id:
        case "attendance":
            return [_spans(figures, "The ", "{} came", "the {} before: {}")]
        case "presenters":
            return _presenters(figures)
        case "feedback":
            return [_spans(figures, "Sentences in the ", "{}", "in the {} before: {}")]
        case "refresh":
            return [_refresh(figures)]
        case "unreached":
            sessions = _number(figures, "sessions")
            lead = f"In the {_latest(sessions)}: {_not_held(_number(figures, 'points'))}."
            return [lead if sessions else UNTOLD, *(f"{title}: {times} times" for title, times in signal.again)]
        case "actions":
            older, still = _number(figures, "earlier"), _number(figures, "open")
            return [f"Taken on before the latest {SPAN} sessions: {counted(older, 'action')}; still open: {still}."]
        case "away":
            return _away(report, _number(figures, "people"), named)


def listed(things: Sequence[str]) -> str:
    """Ana, Ben and Chidi"""
    return " and ".join(filter(None, (", ".join(things[:-1]), *things[-1:])))


def _spans(figures: dict[str, Figure], lead: str, shown: str, before: str) -> str:
    """The latest sessions beside as many before them. `shown` takes their figures; `before` how many came before, and
    theirs."""
    last, earlier = _numbers(figures, "last"), _numbers(figures, "before")
    if not last:
        return "There are no figures yet."
    told = f"{lead}{_latest(len(last))}: {shown.format(_figures(last))}"
    if not earlier:
        return f"{told}. It takes {2 * SPAN} sessions to compare."
    return f"{told}; {before.format(len(earlier), _figures(earlier))}."


def _figures(numbers: tuple[int, ...]) -> str:
    return listed([str(one) for one in numbers])


def _presenters(figures: dict[str, Figure]) -> list[str]:
    agreed, without, fell_out = (_number(figures, name) for name in ("agreed", "without", "fell_out"))
    coming = f"{counted(agreed, 'person is', 'people are')} to present next time." if agreed else ""
    lines = [coming or "Nobody is named yet as presenting next time."]
    sessions = _number(figures, "sessions")
    if sessions:
        none = f"{without} had no presentation" if without else "each had a presentation"
        of_them = f"Of the {_latest(sessions)} {none}" if sessions > 1 else _only(without)
        lost = f"; {counted(fell_out, 'presentation')} on the agenda {'was' if fell_out == 1 else 'were'} not held"
        lines.append(f"{of_them}{lost if fell_out else ''}.")
    return lines


def _only(without: int) -> str:
    return f"The latest session had {'no' if without else 'a'} presentation"


def _refresh(figures: dict[str, Figure]) -> str:
    days, sessions = _number(figures, "days"), counted(_number(figures, "sessions"), "session")
    last = figures["last"]
    if not isinstance(last, str):
        return f"There was no design session. The first session was {_ago(days)}; {sessions} held so far."
    on = full_day(date.fromisoformat(last))
    return f"{figures['title']}, on {on}, {_ago(days)}; {sessions if figures['sessions'] else 'none'} held since."


def _away(report: Report, people: int, named: bool) -> list[str]:
    if not people:
        return [f"Everybody came to at least one of the latest {SPAN} sessions."]
    lead = f"{counted(people, 'member has', 'members have')} come to none of the latest {SPAN} sessions"
    if not named or not report.away:
        return [f"{lead}."]
    whose = "The name stands" if people == 1 else "The names stand"
    return [f"{lead}: {listed(report.away)}. {whose} in this text alone, not on the page for others."]


def _ago(days: int) -> str:
    return "today" if not days else f"{counted(days, 'day')} ago"


def _latest(sessions: int) -> str:
    return "latest session" if sessions == 1 else f"latest {sessions} sessions"


def _not_held(points: int) -> str:
    return (
        f"{counted(points, 'point')} {'was' if points == 1 else 'were'} not held" if points else "every point was held"
    )


def _number(figures: dict[str, Figure], name: str) -> int:
    value = figures[name]
    return value if isinstance(value, int) else 0


def _numbers(figures: dict[str, Figure], name: str) -> tuple[int, ...]:
    value = figures[name]
    return value if isinstance(value, tuple) else ()
