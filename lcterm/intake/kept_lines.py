"""Lines of a transcript for somebody to pick: numbered, and those that were picked as captures. Nothing else of what
was said is kept anywhere."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from lcterm.core.captures import TEXT_MAX
from lcterm.core.charter import NO, choice_of
from lcterm.core.community import Community
from lcterm.core.events import TurnsImported, Words
from lcterm.core.recordings import MICROSECONDS
from lcterm.core.refusal import Refused
from lcterm.core.session import Meeting
from lcterm.core.speakers import recognised
from lcterm.core.text import clean, quoted
from lcterm.intake.recordings import speaker_called
from lcterm.intake.transcript_lines import Said
from lcterm.store.desk import Desk

KeptAs = Literal["quote", "learning"]

PICKED_MAX = 50
"""Who wants more of a transcript than so many lines wants the transcript."""

_PICK = re.compile(r"([0-9]{1,7})(?:-([0-9]{1,7}))?")


def numbered(said: Sequence[Said]) -> list[str]:
    """The cues with the numbers they are picked by: `12  0:08:18  Ana: words`."""
    width = len(str(said[-1].number)) if said else 0
    return [f"{one.number:>{width}}  {_clock(one.start)}  {clean_line(one)}" for one in said]


def clean_line(one: Said) -> str:
    """Who says what."""
    words = clean(one.words, limit=len(one.words), what="a line")
    return f"{speaker_called(one.speaker) or '?'}: {words}"


def picked(said: Sequence[Said], typed: str) -> list[Said]:
    """The cues of these numbers, `12,15` or `12-15`, each once. Raises Refused for what is no number or not there."""
    wanted: dict[int, None] = {}
    for part in typed.split(","):
        found = _PICK.fullmatch(part.strip())
        if found is None:
            raise Refused(f"--keep {typed!r}: write the numbers of lines, like 12,15 or 12-15; --lines shows them")
        first, last = int(found[1]), int(found[2] or found[1])
        if last - first >= PICKED_MAX:
            raise Refused(f"--keep {part.strip()}: at most {PICKED_MAX} lines are kept at once")
        wanted |= dict.fromkeys(range(first, last + 1))
    if len(wanted) > PICKED_MAX:
        raise Refused(f"--keep: these are {len(wanted)} lines; at most {PICKED_MAX} are kept at once")
    there = {one.number for one in said}
    if missing := [number for number in wanted if number not in there]:
        raise Refused(f"--keep: there is no line {missing[0]}; the last is {max(there, default=0)}")
    return [one for one in said if one.number in wanted]


def as_captures(said: Sequence[Said], meeting: Meeting, given: Mapping[str, str], kind: KeptAs) -> list[Words]:
    """These cues as captures. A quote is its speaker's, and held back until they say yes; learning has no name beside
    it. Raises Refused for a quote of nobody who is known here, for words that are too long, for what stands among the
    captures already, and where the group has settled that nothing is written down word by word."""
    if never_word_by_word(meeting.community):
        raise Refused(
            f"{meeting.community.name} has settled that nothing is written down word by word (charter: Transcripts); "
            "write what was learned in words of your own"
        )
    kept: list[Words] = []
    there = {(one.words.kind, one.words.text, one.words.by) for one in meeting.session.captures.values()}
    for one in said:
        text = clean(one.words, limit=TEXT_MAX, what=f"line {one.number}")
        if not text:
            raise Refused(f"line {one.number} has no words")
        by = _speaker(one, meeting, given) if kind == "quote" else ""
        if (kind, text, by) in there:
            raise Refused(f"line {one.number} is kept already; nothing was written twice")
        kept.append(Words(kind=kind, text=text, by=by))
    return kept


def never_word_by_word(community: Community) -> bool:
    """Whether the group has said no to transcripts and recordings, which is more than not having said yes."""
    return choice_of(community, "transcripts") == NO


def recorded_as(desk: Desk, recording: str) -> dict[str, str]:
    """Who the speakers of this recording are, by label, where the session has it already; else nobody."""
    if recording not in desk.meeting.session.recordings:
        return {}
    imports = [fact.event for fact in desk.session.log.facts if isinstance(fact.event, TurnsImported)]
    return {one.label: one.person for event in imports if event.recording == recording for one in event.speakers}


def _speaker(one: Said, meeting: Meeting, given: Mapping[str, str]) -> str:
    label = speaker_called(one.speaker)
    if not label:
        raise Refused(f"line {one.number} names no speaker, whose yes a quote needs; keep it with --keep-as learning")
    known = recognised([label], meeting.community.named, given).known
    if label not in known:
        who = quoted(f"{label}=NAME")
        raise Refused(f"line {one.number} is a quote of {label}, whom nobody here is called: say --as {who}")
    return known[label]


def _clock(microseconds: int) -> str:
    seconds = microseconds // MICROSECONDS
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
