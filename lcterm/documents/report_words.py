"""A report in plain words, before it is dressed as text or HTML. Names and sentences of the group stand in its lines as
they are; it is for whoever writes them out to escape them."""

from collections.abc import Iterator, Sequence
from datetime import date

from lcterm.core.charter import Allowance
from lcterm.core.fold_members import FORGOTTEN
from lcterm.core.gatherings import Remark
from lcterm.core.report import Held, Report, ReportReader
from lcterm.core.voices_over_time import VoiceOverTime, VoicesOverTime
from lcterm.core.when import full_day, local, minutes, zone_or_utc
from lcterm.documents.report_signals import listed, signal_lines
from lcterm.documents.summary_words import Block, Layout
from lcterm.documents.wording import counted, evenness_words, in_minutes, percent
from lcterm.store.refresh import refresh_words

LINES = 12
"""So many of the latest sessions stand in a line each; those before them by year."""

SIGN = "A sign to look at"
FOR: dict[ReportReader, str] = {
    "facilitators": "For the facilitators.",
    "group": "For the group: figures, without names.",
    "sponsor": "For the sponsor: figures, without names. What was said stays with the group.",
}
APART = "Facilitators, observers and sponsors who look in are not among these figures."
_DENIED: dict[Allowance, str] = {
    "actions": "What became of actions is not counted: the group has not said yes to it.",
    "voices": "Voices over sessions are not counted: the group has not said yes to it.",
}


def layout(report: Report, *, named: bool = False) -> Layout:
    """The whole report. `named`: as in `signal_lines`."""
    blocks = (Block("Who came", tuple(attendance(report))), *blocks_below(report, named=named))
    return Layout(title(report), tuple(opening(report)), tuple(one for one in blocks if one.lines))


def title(report: Report) -> str:
    return f"{report.community}: report"


def opening(report: Report) -> Iterator[str]:
    """What it is, for whom, and how often people met."""
    today = local(report.written, zone_or_utc(report.zone)).date()
    yield f"As it stood on {full_day(today)}. {FOR[report.reader]} Figures open a conversation; they settle nothing."
    if report.first is None or report.last is None:
        waiting = [f"{report.planned} planned" if report.planned else ""]
        waiting += [f"{report.under_way} under way" if report.under_way else ""]
        yield f"{', '.join(['No session has been held yet', *filter(None, waiting)])}."
        return
    facts = [f"{counted(len(report.held), 'session')} held", f"{report.planned} planned" if report.planned else ""]
    facts += [f"{report.not_held} not held" if report.not_held else ""]
    facts += [f"{report.under_way} under way" if report.under_way else ""]
    span = "" if report.first == report.last else f" to {full_day(report.last)}"
    yield f"{full_day(report.first)}{span}: {', '.join(filter(None, facts))}."
    if report.days_between:
        yield f"Usually {_days(report.days_between)} from one session to the next."
    moved = sum(one.asks for one in report.signals)
    if moved:
        figures = "Some figures have" if moved > 1 else "One figure has"
        yield f"{figures} changed, and a refresh may be worth talking about: see “{SIGN}” below."


def _days(number: float) -> str:
    return f"{minutes(number)} day{'' if number == 1 else 's'}"


def attendance(report: Report) -> Iterator[str]:
    """A line for each of the latest sessions, those before them by year."""
    if not report.held:
        return
    yield from earlier_years(report.held[:-LINES])
    yield from map(_held, report.held[-LINES:])
    yield APART


def earlier_years(held: Sequence[Held]) -> Iterator[str]:
    """What came before, a line a year."""
    for year in dict.fromkeys(one.day.year for one in held):
        came = sorted(one.came for one in held if one.day.year == year)
        spread = str(came[0]) if came[0] == came[-1] else f"{came[0]} to {came[-1]}"
        yield f"{year}: {counted(len(came), 'session')} more, {spread} came"


def _held(one: Held) -> str:
    facts = [f"{one.came} of {one.of} came", f"{listed(one.presented)} presented" if one.presented else ""]
    facts += [f"{counted(one.feedback, 'sentence')} of feedback" if one.feedback else ""]
    return f"{full_day(one.day)}, {one.title}: {'; '.join(filter(None, facts))}"


def blocks_below(report: Report, *, named: bool = False) -> list[Block]:
    """All that stands below the attendance; blocks without lines are to be left out."""
    blocks = [
        Block("Who presented", tuple(_presenters(report))),
        Block("How it was", tuple(_feedback(report))),
        Block("What became of actions", tuple(_actions(report))),
        Block("Voices over sessions, for us alone", tuple(_voices(report.voices, report.first))),
    ]
    words = refresh_words().signals
    quiet: list[str] = []
    for signal in report.signals:
        asking, lines = words[signal.id], signal_lines(report, signal, named=named)
        if signal.asks:
            asked = [f"To ask: {question}" for question in asking.questions]
            blocks.append(Block(f"{SIGN}: {_small(asking.title)}", (*lines, *asked)))
        else:
            quiet.append(f"{asking.title}: {' '.join(lines)}")
    blocks.append(Block("Looked at as well", tuple(quiet)))
    blocks.append(Block("How it was counted", tuple(_how(report))))
    return [one for one in blocks if one.lines]


def _small(title: str) -> str:
    return f"{title[:1].lower()}{title[1:]}"


def _presenters(report: Report) -> Iterator[str]:
    for one in report.presenters:
        if one.last is not None:
            left = "" if one.member or one.name == FORGOTTEN else ", who has left since"
            times = "once" if one.times == 1 else "twice" if one.times == 2 else f"{one.times} times"
            last = f"on {full_day(one.last)}" if one.times == 1 else f"last on {full_day(one.last)}"
            yield f"{one.name}{left}: {times}, {last}"
    others = [one.name for one in report.presenters if one.last is None]
    if others and report.held:
        yield f"Not so far: {listed(others)}"


def _feedback(report: Report) -> Iterator[str]:
    if not report.feedback.total:
        return
    yield f"{counted(report.feedback.total, 'sentence')} in all, none with a name."
    if report.feedback.day is not None:
        yield f"The latest, of {full_day(report.feedback.day)}:"
        yield from (f"“{sentence}”" for sentence in report.feedback.sentences)


def _actions(report: Report) -> Iterator[str]:
    if (one := report.actions) is not None:
        facts = [f"{one.done} done", f"{one.dropped} dropped", f"{one.going} still going", f"{one.open} open"]
        late = f" Of those not done, {one.late} {'is' if one.late == 1 else 'are'} late." if one.late else ""
        yield f"{one.written} written down: {', '.join(facts)}.{late}"
        yield "Without names; what stays in the room is not among them."


def _voices(part: VoicesOverTime | None, first: date | None) -> Iterator[str]:
    if part is None:
        return
    yes = f"the group said yes on {full_day(part.agreed)}"
    if not part.sessions:
        yield f"There are no discussions to count yet: {yes}, and only what was said since then is counted."
        return
    yield f"Discussions of {counted(part.sessions, 'session')} since {yes}. Rounds are kept apart."
    if not part.said:
        yield "Nothing older than a year is counted, until the group says how long things are kept."
    elif part.since is not None and first is not None and part.since > max(first, part.agreed):
        yield f"Nothing from before {full_day(part.since)} is counted: our charter lets it be kept no longer."
    yield "Please do not pass this part on. Something to talk about, nothing to judge by."
    yield "“Even” is the share that somebody would have if all had talked alike while they were there."
    yield from map(_voice, part.people)
    if part.left_out:
        yield "One person who has left since is left out, with what they said: everybody would know who it is."
    if part.evenness is not None:
        yield f"Within a session, all in all: {evenness_words(part.evenness)}."


def _voice(one: VoiceOverTime) -> str:
    shares = f"{percent(one.share)} of the talk, even would be {percent(one.expected)}"
    if not one.name:
        return f"All who have left since, together: {shares}"
    facts = [f"heard in {one.heard_in} of {counted(one.sessions, 'session')}"]
    facts += [f"{counted(one.turns, 'turn')}, {in_minutes(round(one.seconds / 60, 1))}" if one.turns else ""]
    facts += [f"{counted(one.round_turns, 'turn')} in rounds" if one.round_turns else ""]
    return f"{one.name}: {'; '.join(filter(None, (*facts, shares)))}"


def _how(report: Report) -> Iterator[str]:
    yield from map(_remark, report.remarks)
    if report.unread:
        logs = counted(report.unread, "log of a session has", "logs of sessions have")
        yield f"{logs} no plan, or could not be read, and stand in no figure; `lcterm check` says why."
    yield from (_DENIED[one] for one in report.denied)


def _remark(one: Remark) -> str:
    on = listed([full_day(day) for day in one.days])
    match one.oddity:
        case "held twice":
            return f"{one.title}, {on}: two logs of it were kept; counted once, whoever is in either came."
        case "planned twice":
            return f"{one.title}, {on}: planned more than once; counted once."
        case "never ended":
            return f"{one.title}, {on}: it was never ended; counted as held."
        case "recorded":
            return f"{one.title}, {on}: from a recording alone: all on its list count as there, nobody as presenting."
        case "measured":
            return f"{one.title}, {on}: who came is from the meeting program's own record; nobody counts as presenting."
        case "out of order":
            return f"{one.title}, {on}: held later than one that was planned for after it; counted on its own day."
        case "same name":
            return f"{one.title}: there are {len(one.days)} of that name, on {on}; each is counted."
        case "under way":
            return f"{one.title} is under way and not counted yet."
