"""The invitation to a session: who meets when, where, with what; and how it differs from the last one that was sent.

It holds nothing of what is talked about: titles of points are left to the agenda in short, which leaves out whatever
is not for a mail, and nobody's address.
"""

from collections.abc import Iterator

from lcterm.core.coming import Invitation
from lcterm.core.community import Community
from lcterm.core.events_next import InvitationMade
from lcterm.core.next_time import presenters_of
from lcterm.core.questions import subject_of
from lcterm.core.session import Session
from lcterm.core.when import MINUTE, clock, local, minutes, zone_or_utc
from lcterm.documents.next_lines import moment
from lcterm.documents.wrapping import wrapped
from lcterm.store.templates import title_in_full

PREPARE = (
    "Something to bring: think of one moment since we last met in which you were not sure what was right. You need not "
    "tell it; it helps to have it with you."
)
PRESENT = "Whoever presents has the brief; a word is enough if you would like to talk it through beforehand."


def invitation_of(community: Community, session: Session) -> tuple[InvitationMade, bool]:
    """What an invitation written now says, and whether that has to be noted: `sequence` is one more than last time
    where date, place or title have changed since, else the same."""
    place = community.coming.places.get(session.id, "")
    before = community.coming.invited.get(session.id)
    now = Invitation(sequence=0, starts=session.starts, zone=session.zone, place=place, title=session.title)
    same = before is not None and _particulars(before) == _particulars(now)
    sequence = 0 if before is None else before.sequence + (0 if same else 1)
    return (
        InvitationMade(
            session=session.id,
            starts=session.starts,
            sequence=sequence,
            zone=session.zone,
            place=place,
            title=session.title,
        ),
        not same,
    )


def _particulars(one: Invitation) -> tuple[int, str, str, str]:
    return one.starts, one.zone, one.place, one.title


def invitation_text(community: Community, session: Session) -> str:
    """The mail, subject first."""
    parts = [wrapped(f"{community.name}: {moment(session.starts, session.zone)}")]
    parts += [wrapped(one) for one in _opening(community, session)]
    parts.append(["How it runs:", *_agenda(community, session)])
    parts.append(wrapped(PREPARE))
    if presenters_of(session):
        parts.append(wrapped(PRESENT))
    parts.append(wrapped("If you cannot come, please say so, so that nobody waits for you."))
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _opening(community: Community, session: Session) -> Iterator[str]:
    before = community.coming.invited.get(session.id)
    made, changed = invitation_of(community, session)
    if before is not None and changed and (before.starts, before.zone) != (made.starts, made.zone):
        yield f"Please note the new time. Before, it was {moment(before.starts, before.zone)}."
    elif before is not None and changed and before.place != made.place:
        yield f"Please note the new place.{f' Before, it was {before.place}.' if before.place else ''}"
    zone = zone_or_utc(session.zone)
    end = local(session.planned_end, zone)
    until = f"until {clock(session.planned_end, zone)}"
    if end.date() != local(session.starts, zone).date():
        until = f"until {moment(session.planned_end, session.zone)}"
    yield f"We meet on {moment(session.starts, session.zone)}, {until}."
    if made.place:
        yield f"Where: {made.place}"
    if subject := subject_of(community.coming, session):
        yield f"What we want to learn, as we said last time: {subject}"
    presenting = [community.name_of(person) for person in presenters_of(session)]
    if presenting:
        yield f"Presenting: {', '.join(presenting)}"


def _agenda(community: Community, session: Session) -> Iterator[str]:
    at, zone = session.starts, zone_or_utc(session.zone)
    for point in session.points.values():
        starts = max(at, point.fixed)
        length = f" ({minutes(point.plan.minutes)} min)" if point.plan.minutes else ""
        named = ", ".join(community.name_of(person) for person in point.plan.presenters)
        words = f"{title_in_full(point.plan.title)}{f', {named}' if named else ''}{length}"
        yield from wrapped(words, f"{clock(starts, zone)}  ", " " * 7)
        at = starts + round(point.plan.minutes * MINUTE)
