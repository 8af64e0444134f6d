"""Who spoke when, out of the program: as RTTM for programs that compare recordings, as a table for spreadsheets.

Times of what was seen live are those since the session began; those of a recording stay as they came in, with the names
that the recording has for its speakers.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from lcterm.core.audience import Reader, may_see
from lcterm.core.one_word import one_word
from lcterm.core.session import Meeting, Session
from lcterm.core.spoken import Recorded, Spoken, Stretch
from lcterm.core.when import iso, zone_or_utc
from lcterm.documents.table import as_table

COLUMNS = ("start", "end", "name", "seconds", "mode", "point", "recording")
_SECOND = 1_000_000
_NAMELESS = "someone"

Key = TypeVar("Key")


class Labelled(NamedTuple):
    """A stretch of speech as a file names it: times in microseconds since the beginning of the recording, or of the
    session for what was seen live."""

    recording: str
    label: str
    start: int
    length: int


def labelled(meeting: Meeting, spoken: Spoken, reader: Reader = "facilitators") -> list[Labelled]:
    """All that was spoken: what was seen live by the order of its start, then each recording in its own order. Nothing
    for readers whom voices are not for."""
    if not may_see(reader, "voices"):
        return []
    session = meeting.session
    names = _distinct({one.person: _name(meeting, one.person) for one in spoken.stretches})
    # A recording may have been made of this program's own file, and then bears the session's name.
    own = session.id if session.id not in session.recordings else f"{session.id}-live"
    live = [
        Labelled(own, names[one.person], _since_start(session, one.start) * 1000, (one.end - one.start) * 1000)
        for one in _by_start(spoken.stretches)
    ]
    return live + [one for recorded in spoken.recordings for one in _of_recording(recorded)]


def as_rttm(stretches: Iterable[Labelled]) -> str:
    """A SPEAKER line each, seconds to the millisecond, or to the microsecond where a recording has it so. Names have no
    blanks in them: `%20` stands for one, which reading undoes."""
    return "\n".join(
        f"SPEAKER {one_word(one.recording) or _NAMELESS} 1 {seconds(one.start)} {seconds(one.length)} <NA> <NA> "
        f"{one_word(one.label) or _NAMELESS} <NA> <NA>"
        for one in stretches
    )


def as_csv(meeting: Meeting, spoken: Spoken, reader: Reader = "facilitators") -> str:
    """A row each: ISO times with offset, the person's name, seconds (none where nobody measured), how they came to
    speak, at which point. A recording is taken to begin when its session did. No row for readers whom voices are not
    for."""
    return as_table(COLUMNS, _rows(meeting, spoken) if may_see(reader, "voices") else ())


def seconds(microseconds: int) -> str:
    """12.340, or 12.340001 where there is more to it; exact."""
    whole, rest = divmod(microseconds, _SECOND)
    digits = f"{rest:06}"
    return f"{whole}.{digits[:3]}{digits[3:].rstrip('0')}"


def _of_recording(recorded: Recorded) -> Iterator[Labelled]:
    labels = _distinct({place: one.label for place, one in enumerate(recorded.speakers)})
    for one in recorded.segments:
        yield Labelled(recorded.recording, labels[one.speaker], one.start, one.length)


def _rows(meeting: Meeting, spoken: Spoken) -> Iterator[tuple[str, ...]]:
    session = meeting.session
    zone = zone_or_utc(session.zone)
    for one in _by_start(spoken.stretches):
        point = session.points.get(one.point)
        title = point.plan.title if point is not None else ""
        lasted = "" if one.noted else seconds((one.end - one.start) * 1000)
        name = _name(meeting, one.person)
        yield iso(one.start, zone), iso(one.end, zone), name, lasted, one.mode, title, ""
    for recorded in spoken.recordings:
        names = [_name(meeting, one.person) for one in recorded.speakers]
        for segment in recorded.segments:
            start = session.began + segment.start // 1000
            end = session.began + (segment.start + segment.length) // 1000
            lasted = seconds(segment.length)
            yield iso(start, zone), iso(end, zone), names[segment.speaker], lasted, "imported", "", recorded.recording


def _by_start(stretches: Iterable[Stretch]) -> list[Stretch]:
    return sorted(stretches, key=lambda one: one.start)


def _since_start(session: Session, at: int) -> int:
    """Milliseconds; a start that was said to be later than it was seen counts as the beginning."""
    return max(0, at - session.began)


def _name(meeting: Meeting, person: str) -> str:
    """The person's name; of somebody who is forgotten or not known the id, so that two of them stay two."""
    member = meeting.community.members.get(person)
    return f"{_NAMELESS}-{person}" if member is None or member.forgotten else member.name


def _distinct(names: dict[Key, str]) -> dict[Key, str]:
    """The names, no two alike: whoever reads the file takes one name for one person."""
    taken: set[str] = set()
    found: dict[Key, str] = {}
    for key, name in names.items():
        number, label = 1, name
        while label in taken:
            number += 1
            label = f"{name} {number}"
        taken.add(label)
        found[key] = label
    return found
