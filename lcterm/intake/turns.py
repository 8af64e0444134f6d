"""A recording taken into a session: its speakers matched with people, its turns recorded as one event."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from lcterm.core.clock import Clock
from lcterm.core.community import Community, Member
from lcterm.core.community_events import MembersJoined, PersonForgotten
from lcterm.core.events import RecordedSpeaker, TurnsImported
from lcterm.core.joining import Newcomer, joining
from lcterm.core.recordings import tally
from lcterm.core.refusal import Refused
from lcterm.core.seating import seats
from lcterm.core.session import Meeting
from lcterm.core.speakers import Recognised, recognised
from lcterm.core.text import folded, quoted
from lcterm.intake.recordings import Recording
from lcterm.intake.same_recording import called_apart, stands_as
from lcterm.store.desk import Desk, open_community, settle
from lcterm.store.ids import new_person_id

_ASKED_AT_MOST = 4
"""So many questions fit a line that is read."""


class Skipped(Struct, frozen=True):
    """A line that was passed over, and why."""

    line: int
    why: str


class Matched(Struct, frozen=True):
    """What came in, as the command prints it: turns and seconds, who is who, who was added as a member. `suggested`:
    who may be whom, and has to be said before anything comes in."""

    turns: int
    seconds: float
    speakers: int
    matched: dict[str, str]
    added: list[str]
    skipped: list[Skipped]
    suggested: dict[str, str]


class Asked(NamedTuple):
    """A speaker who may be one of these members, likeliest first, by name."""

    speaker: str
    members: tuple[str, ...]


class Foreseen(NamedTuple):
    """What would come in, and who has to be asked about before anything does."""

    matched: Matched
    asked: list[Asked]


def foreseen(
    desk: Desk, recording: Recording, given: Mapping[str, str], new: Collection[str], same: Mapping[str, str]
) -> Foreseen:
    """What would come in. Changes nothing. Raises Refused as `take_in` does, but for speakers who are to be asked
    about."""
    _refuse_again(desk, recording)
    community = desk.meeting.community
    who = recognised(recording.speakers, community.named, given, new, same)
    matched = _matched(recording, who, [one.name for one in _newcomers(who)], community)
    return Foreseen(matched, _asked_about(who, community))


def take_in(
    desk: Desk,
    recording: Recording,
    given: Mapping[str, str],
    new: Collection[str],
    same: Mapping[str, str],
    clock: Clock,
) -> Matched:
    """Record who spoke when. `given`: speakers to people by hand; `same`: to other speakers, whose turns theirs are;
    else an exact name; else a new member of that name.

    Where another recording has its name already it comes in as `called_apart` says. Raises Refused for turns the
    session has already, for a speaker who may be a member and is not said to be that one or somebody `new`, and where
    it cannot be saved; then nothing came in, neither turns nor members.
    """
    _refuse_again(desk, recording)
    recording = called_apart(desk, recording)
    community = desk.meeting.community
    who = recognised(recording.speakers, community.named, given, new, same)
    if asked := _asked_about(who, community):
        raise Refused(f"{questions(asked)}; nothing came in")
    newcomers = _newcomers(who)
    joined = joining(community, newcomers, new_person_id) if newcomers else None
    ids = {folded(one.name): one.person for one in joined.members} if joined else {}
    people = who.known | {label: ids[folded(label)] for label in who.new}
    people |= {label: people[other] for label, other in who.same.items()}
    turns = TurnsImported(
        recording=recording.recording,
        speakers=tuple(RecordedSpeaker(label=label, person=people[label]) for label in recording.speakers),
        segments=recording.segments,
        seats=seats(_with(desk.meeting, joined), set(people.values())),
    )
    _write(desk, joined, turns, clock)
    return _matched(recording, who, [one.name for one in newcomers], community)


def _asked_about(who: Recognised, community: Community) -> list[Asked]:
    """Which speakers may be whom."""
    members = [Asked(speaker, tuple(map(community.name_of, people))) for speaker, people in who.asked.items()]
    return [*members, *(Asked(speaker, others) for speaker, others in who.beside.items())]


def questions(asked: Sequence[Asked]) -> str:
    """What has to be said before these speakers come in, in one line."""
    listed = [f"{one.speaker} may be {' or '.join(one.members)}" for one in asked[:_ASKED_AT_MOST]]
    more = [f"and {len(asked) - _ASKED_AT_MOST} more"] if len(asked) > _ASKED_AT_MOST else []
    first = asked[0]
    same, other = quoted(f"{first.speaker}={first.members[0]}"), quoted(first.speaker)
    return f"{', '.join([*listed, *more])}: say --as {same}, or --new {other} for somebody else"


def _refuse_again(desk: Desk, recording: Recording) -> None:
    """Raises Refused for turns that the session has already, and while it is running."""
    session = desk.meeting.session
    if held := stands_as(desk, recording):
        same = f"the recording {held} already" if held == recording.recording else f"these turns already, as {held}"
        raise Refused(f"{session.id} has {same}; nothing was counted twice")
    if session.live:
        raise Refused(f"{session.id} is running; end it first, then add its recording")


def _newcomers(who: Recognised) -> list[Newcomer]:
    """Those nobody knows; labels that differ in capitals alone are one name, and so one person."""
    first = {folded(label): label for label in reversed(who.new)}
    return [Newcomer(label) for label in who.new if first[folded(label)] == label]


def _with(meeting: Meeting, joined: MembersJoined | None) -> Meeting:
    """The meeting as it will be when these have joined."""
    new = {
        one.person: Member(person=one.person, name=one.name, area=one.area, roles=one.roles)
        for one in (joined.members if joined else ())
    }
    return replace(meeting, community=replace(meeting.community, members=meeting.community.members | new))


def _write(desk: Desk, joined: MembersJoined | None, turns: TurnsImported, clock: Clock) -> None:
    """Both logs, or neither: members without turns can be taken out again, turns without their members could not be
    told whose they are."""
    try:
        if joined is not None:
            desk.record_of_community(joined)
            settle(desk.community)
    except Refused as refused:
        raise Refused(f"{refused.reason}; nothing came in") from None
    try:
        desk.record(turns)
        desk.settle()
    except Refused as refused:
        raise Refused(f"{refused.reason}; {_taken_out(desk, joined, clock)}") from None


def _taken_out(desk: Desk, joined: MembersJoined | None, clock: Clock) -> str:
    """Let those who had just joined never have been there; how that went, in words."""
    if joined is None:
        return "nothing came in"
    try:
        ledger = open_community(desk.home, desk.meeting.community.id, clock)
        for member in joined.members:
            ledger.add(PersonForgotten(person=member.person), ledger.now())
        settle(ledger)
    except Refused:
        names = ", ".join(member.name for member in joined.members)
        return f"no turn came in, but members were added: {names}; the same command again adds the turns alone"
    return "nothing came in"


def _matched(recording: Recording, who: Recognised, added: list[str], community: Community) -> Matched:
    tallies = tally(recording.segments).values()
    called = {label: community.name_of(person) for label, person in who.known.items()}
    return Matched(
        turns=sum(one.turns for one in tallies),
        seconds=sum(one.microseconds for one in tallies) / 1_000_000,
        speakers=len(recording.speakers),
        matched=called | {label: called.get(other, other) for label, other in who.same.items()},
        added=added,
        skipped=[Skipped(one.line, one.why) for one in recording.skipped],
        suggested={one.speaker: one.members[0] for one in _asked_about(who, community)},
    )
