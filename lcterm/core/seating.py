"""Who has a seat: as fixed when the session started, or as it will be if it starts now."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from lcterm.core.community import Member
from lcterm.core.events import Seat
from lcterm.core.roles import is_guest
from lcterm.core.session import Meeting, Voice

if TYPE_CHECKING:
    from lcterm.core.names import Known


def seats(meeting: Meeting, heard: Collection[str] = ()) -> tuple[Seat, ...]:
    """A seat for everyone active in the community, in the order they joined, with badges that hold for the session;
    for guests only where they have come. `heard`: who is known to have been there, even if they left the community."""
    from lcterm.core.badges import badges

    fixed = {voice.person: voice.badge for voice in meeting.session.voices.values()}
    came = {*fixed, *heard}
    members = [one for one in _in_seat_order(meeting, heard) if one.person in came or not is_guest(one.roles)]
    given = badges([(member.person, member.name) for member in members], fixed)
    return tuple(Seat(person=one.person, badge=given[one.person], roles=one.roles) for one in members)


def _in_seat_order(meeting: Meeting, heard: Collection[str]) -> list[Member]:
    """As people were asked to sit; whoever nobody placed follows in the order they joined."""
    members = [one for one in meeting.community.named if one.active or one.person in heard]
    order = meeting.session.seat_order
    return sorted(members, key=lambda one: order.index(one.person) if one.person in order else len(order))


def seated(meeting: Meeting) -> dict[str, Voice]:
    """The people of the session in seat order; before the start, those who will be seated, the away marked."""
    session = meeting.session
    if session.voices or session.status != "planned":
        return session.voices
    return {
        seat.person: Voice(
            person=seat.person,
            badge=seat.badge,
            roles=seat.roles,
            present=seat.person not in session.away,
            place="line" if seat.person in session.on_the_line else "room",
        )
        for seat in seats(meeting)
    }


def known(meeting: Meeting) -> "list[Known]":
    """Everyone who can be named: the seated with their badges, then members who joined since."""
    from lcterm.core.names import Known

    community, here = meeting.community, seated(meeting)
    people = [Known(voice.person, community.name_of(voice.person), voice.badge) for voice in here.values()]
    return people + [Known(one.person, one.name, "") for one in community.active if one.person not in here]


def was_here(voice: Voice) -> bool:
    """Whether they took part. Someone ticked off as away in the first minutes was never here; someone who was heard, or
    sat through counted time, was; so was somebody whom only the meeting program's own record has there."""
    seen = voice.present or voice.heard or voice.round_turns > 0 or voice.counted > 0
    return seen or voice.reported is not None
