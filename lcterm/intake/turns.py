"""A recording taken into a session: its speakers matched with people, its turns recorded as one event."""

from collections.abc import Mapping

from msgspec import Struct

from lcterm.core.community import Community
from lcterm.core.events import RecordedSpeaker, TurnsImported
from lcterm.core.joining import Newcomer, joining
from lcterm.core.recordings import tally
from lcterm.core.refusal import Refused
from lcterm.core.seating import seats
from lcterm.core.text import folded
from lcterm.intake.recordings import Recording
from lcterm.store.desk import Desk
from lcterm.store.ids import new_person_id


class Skipped(Struct, frozen=True):
    """A line that was passed over, and why."""

    line: int
    why: str


class Matched(Struct, frozen=True):
    """What came in, as the command prints it: turns and seconds, who is who, who was added as a member."""

    turns: int
    seconds: float
    speakers: int
    matched: dict[str, str]
    added: list[str]
    skipped: list[Skipped]


def take_in(desk: Desk, recording: Recording, given: Mapping[str, str]) -> Matched:
    """Record who spoke when. `given`: speakers to people by hand; else an exact name; else a new member of that name.

    Raises Refused for a recording the session has already, and where it cannot be saved.
    """
    session = desk.meeting.session
    if recording.recording in session.recordings:
        raise Refused(f"{session.id} has the recording {recording.recording} already; nothing was counted twice")
    if session.live:
        raise Refused(f"{session.id} is running; end it first, then add its recording")
    people = dict(given) | _by_name(desk.meeting.community, recording, given)
    added = [speaker for speaker in recording.speakers if speaker not in people]
    community = desk.meeting.community
    if added:
        joined = joining(community, [Newcomer(speaker) for speaker in added], new_person_id)
        desk.record_of_community(joined)
        people |= {speaker: member.person for speaker, member in zip(added, joined.members, strict=True)}
    desk.record(
        TurnsImported(
            recording=recording.recording,
            speakers=tuple(RecordedSpeaker(label=label, person=people[label]) for label in recording.speakers),
            segments=recording.segments,
            seats=seats(desk.meeting, set(people.values())),
        )
    )
    desk.settle()
    tallies = tally(recording.segments).values()
    name_of = desk.meeting.community.name_of
    return Matched(
        turns=sum(one.turns for one in tallies),
        seconds=sum(one.microseconds for one in tallies) / 1_000_000,
        speakers=len(recording.speakers),
        matched={label: name_of(people[label]) for label in recording.speakers if label not in added},
        added=[name_of(people[label]) for label in added],
        skipped=[Skipped(one.line, one.why) for one in recording.skipped],
    )


def _by_name(community: Community, recording: Recording, given: Mapping[str, str]) -> dict[str, str]:
    names = {folded(member.name): member.person for member in community.members.values()}
    speakers = [speaker for speaker in recording.speakers if speaker not in given]
    return {speaker: names[folded(speaker)] for speaker in speakers if folded(speaker) in names}
