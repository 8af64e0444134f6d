"""A summary in plain words, before it is dressed as Markdown, text or HTML: a title, an opening, headings with lines.

Names and words of the group stand in these lines as they are; it is for whoever writes them out to escape them.
"""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from lcterm.core.when import full_day
from lcterm.documents.charter_words import NEW
from lcterm.documents.summary_became import HEADING, became_line
from lcterm.documents.summary_captures import NOTES, ROOM
from lcterm.documents.summary_items import state_facts, with_facts
from lcterm.documents.summary_parts import Item, NextSession, Section, Summary, VoiceLine, VoicesPart
from lcterm.documents.summary_run import Block, run_of_it
from lcterm.documents.summary_sponsor import sponsor_line, sponsor_opening
from lcterm.documents.wording import counted, in_minutes, names_in_a_row, percent

__all__ = ["Block", "Layout", "layout"]


class Layout(Struct, frozen=True):
    """The whole document; `opening` is a paragraph a line."""

    title: str
    opening: tuple[str, ...]
    blocks: tuple[Block, ...]


def layout(summary: Summary) -> Layout:
    """The document in the order it is read. What would be empty is left out."""
    title = summary.title
    if summary.community.casefold() not in title.casefold():
        title = f"{summary.community}: {title}" if title else summary.community
    opening = sponsor_opening(summary) if summary.reader == "sponsor" else _opening(summary)
    return Layout(title or "Session", tuple(opening), tuple(block for block in _blocks(summary) if block.lines))


def _opening(summary: Summary) -> Iterator[str]:
    if summary.planned_start is not None and summary.planned_end is not None:
        yield _times(summary, summary.planned_start, summary.planned_end)
    match summary.standing:
        case "planned":
            yield "This session has not been held; what follows is the plan."
        case "running":
            yield f"The session is not closed yet; this is how it stood at {summary.written:%H:%M}."
        case "never run":
            yield "No times were kept for this session."
        case "closed":
            pass
    if summary.notes_go_to and summary.reader == "group":
        yield f"Who gets these notes, as our charter says: {summary.notes_go_to}."
    if summary.reader == "facilitators":
        yield "For the facilitators of this session; please do not pass it on."


def _times(summary: Summary, start: datetime, end: datetime) -> str:
    day = (summary.started or start).date()
    planned = f"planned {_moment(start, day_known=start.date() == day)} to {_moment(end, day_known=end.date() == day)}"
    held = ""
    if summary.started is not None and summary.ended is not None:
        held = f"{summary.started:%H:%M} to {_moment(summary.ended, day_known=summary.ended.date() == day)}, "
    elif summary.started is not None:
        held = f"from {summary.started:%H:%M}, "
    return f"{full_day(day)}, {held}{planned} ({summary.zone})."


def _moment(moment: datetime, *, day_known: bool) -> str:
    return f"{moment:%H:%M}" if day_known else f"{full_day(moment.date())}, {moment:%H:%M}"


def _blocks(summary: Summary) -> Iterator[Block]:
    ahead = summary.standing == "planned"
    heading = "Who is expected" if ahead else "Who is here" if summary.standing == "running" else "Who was here"
    yield Block(heading, tuple(_people(summary)))
    if ahead:
        yield run_of_it(summary.agenda)
    yield from _captures(summary)
    yield from _rules(summary)
    if summary.reader != "sponsor":  # who reads that on top, and everything that is due stands above
        yield Block("For next time", (*_meeting_again(summary.next_session), *map(_reminder, summary.next_time)))
    if not ahead:  # what came of it is what people look for; how the time went comes last of what all may read
        yield run_of_it(summary.agenda)
    for section in summary.kept_back:
        yield Block(section.heading, tuple(_kept(section, one) for one in section.items))
    if summary.voices is not None:
        yield Block("Voices, for us alone", tuple(_voices(summary.voices)))


def _captures(summary: Summary) -> Iterator[Block]:
    """Kind by kind; what became of earlier actions behind the new ones."""
    line = sponsor_line if summary.reader == "sponsor" else _item
    before = Block(HEADING, tuple(map(became_line, summary.became)))
    headings = [section.heading for section in summary.captures]
    place = next((at for at, one in enumerate(headings) if one not in ("Decisions", "Actions")), len(headings))
    blocks = [Block(section.heading, tuple(map(line, section.items))) for section in summary.captures]
    yield from (*blocks[:place], before, *blocks[place:])


def _rules(summary: Summary) -> Iterator[Block]:
    """The rules, and what changed in them, unless all of them are new."""
    if summary.rules_changed == tuple(f"{NEW}{rule}" for rule in summary.rules):
        yield Block("Our ground rules, agreed in this session", summary.rules)
        return
    yield Block("Our ground rules", summary.rules)
    yield Block("What changed in our rules", summary.rules_changed)


def _people(summary: Summary) -> Iterator[str]:
    circle = [one.name for one in summary.here if one.role is None]
    if circle:
        yield f"{names_in_a_row(circle)} ({len(circle)})"
    for role in dict.fromkeys(one.role for one in summary.here if one.role is not None):
        names = [one.name for one in summary.here if one.role == role]
        yield f"{role.capitalize()}{'s' if len(names) > 1 else ''}: {names_in_a_row(names)}"
    if summary.away:
        yield f"Away: {names_in_a_row(summary.away)}"


def _item(item: Item) -> str:
    return with_facts(item.text, _facts(item))


def _meeting_again(following: NextSession | None) -> Iterator[str]:
    if following is None:
        return
    when = f"We meet on {full_day(following.day)}" if following.day else "When we meet is still open"
    when += f", {following.starts:%H:%M}" if following.starts else ""
    when += f", {following.place}" if following.place else ""
    presenting = f"presenting: {', '.join(following.presenters)}" if following.presenters else ""
    arranging = f"{following.arranger} arranges it" if following.arranger else ""
    yield "; ".join(filter(None, (when, presenting, arranging)))
    if following.subject:
        yield f"What we want to learn then: {following.subject}"


def _reminder(item: Item) -> str:
    return f"{', '.join(item.owners)}: {item.text}" if item.owners else item.text


def _kept(section: Section, item: Item) -> str:
    if section.heading == NOTES:
        when = ", ".join(filter(None, (f"{item.at:%H:%M}" if item.at else "", item.point)))
        kind = "" if item.kind == "note" else f"{item.kind.capitalize()}: "
        return with_facts(f"{kind}{item.text}", [when, *_facts(item)])
    if section.heading == ROOM:
        return with_facts(f"{item.kind.capitalize()}: {item.text}", _facts(item))
    return with_facts(item.text, [*_facts(item), "stays in the room" if item.audience == "room" else ""])


def _facts(item: Item) -> list[str]:
    """Who, when, whether done, who else it is for."""
    ownerless = "no owner yet" if item.kind == "action" and not item.owners else ""
    return [_who(item), ownerless, *state_facts(item), _others(item)]


def _who(item: Item) -> str:
    """Who owns it, else whose words they are; of a quote always both, of feedback only where they want their name."""
    if item.kind == "quote" or (item.kind == "feedback" and item.named):
        return ", ".join(filter(None, (item.by, *item.owners)))
    return ", ".join(item.owners) or (item.by or "" if item.kind != "feedback" else "")


def _others(item: Item) -> str:
    """Who else it is for, and whether it has left the room."""
    if item.audience not in ("sponsor", "other"):
        return ""
    to = "the sponsor" if item.audience == "sponsor" else item.to or "somebody else"
    return f"also for {to}" if item.released else f"for {to} once we release it"


def _voices(part: VoicesPart) -> Iterator[str]:
    source = "from a recording" if part.recorded else "in queue and open talk; rounds and presentations are kept apart"
    yield f"Turns and minutes {source}. Something to talk about, nothing to judge by."
    for one in part.people:
        yield f"{one.name}: {_voice(one)}"
    if part.evenness is not None:
        yield f"Evenness {part.evenness:.2f}: {part.meaning} (1 is everybody alike, 0 one voice alone)"


def _voice(one: VoiceLine) -> str:
    """The figures, then what they amount to."""
    facts = [f"{counted(one.turns, 'turn')}, {in_minutes(round(one.minutes, 1))}" if one.turns else ""]
    if (one.turns and one.role is None) or one.mark in ("quiet", "dominant"):
        facts.append(f"{percent(one.share)} of the talk, even would be {percent(one.expected_share)}")
    if one.round_turns:
        facts.append(f"{counted(one.round_turns, 'turn')} in rounds")
    if one.status == "uncounted":
        facts.append(f"{one.role}, outside the comparison" if one.role else "away")
    facts += [one.mark, "kept to listening" if one.listening else ""]
    silent = "no turn" if one.status == "not heard" else "heard, but not in counted talk"
    return "; ".join(filter(None, facts)) or silent
