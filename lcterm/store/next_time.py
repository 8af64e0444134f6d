"""The next time of a community, read from a home and written into it: what was agreed, and the session planned for it
brought in line."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.carrying import gone
from lcterm.core.clock import Clock
from lcterm.core.coming import Agreement
from lcterm.core.community import Community
from lcterm.core.community_events import CommunityEvent, PlaceSet
from lcterm.core.digest import Digest
from lcterm.core.events import PointMended, SessionEvent, SessionMoved
from lcterm.core.next_time import (
    NextTime,
    Wish,
    agreed_anew,
    agreements,
    next_time,
    presenters_of,
    standing_date,
    still_open,
    still_to_come,
)
from lcterm.core.questions import brief_of, briefed
from lcterm.core.refusal import Refused
from lcterm.core.session import Session
from lcterm.core.subject import subject_changed
from lcterm.core.text import clean
from lcterm.core.when import MINUTE
from lcterm.store.desk import open_session, settle
from lcterm.store.digests import digests
from lcterm.store.paths import Home
from lcterm.store.register import change
from lcterm.store.shelf import read_session

Agenda = TypeVar("Agenda")
PLACE_MAX = 160
SUBJECT_MAX = 160
DAY = 24 * 60 * MINUTE
RECENT = 24
"""So many of the latest sessions are looked at for who presented when: a year or two, whatever came before."""


class Standing(NamedTuple):
    """How things stand between two sessions. `held`: the session that runs, else the latest that was held; `planned`:
    those to come after it, by their start; `recent`: the latest held ones, oldest first, as light as may be. `at`: the
    moment of it, wall ms."""

    community: Community
    held: Session | None
    planned: tuple[Session, ...]
    recent: tuple[Session | Digest, ...]
    at: int = 0

    @property
    def agreed(self) -> tuple[Agreement, ...]:
        """What was agreed about the next time; more than one where that happened apart."""
        return agreements(self.community.coming, self.held)

    @property
    def next(self) -> NextTime | None:
        """The next time, as far as it is known; a date that has gone by, and was not planned, is none."""
        found = next_time(self.community, self.held, self.planned[0] if self.planned else None)
        gone_by = found is not None and not found.session and found.starts <= self.at
        return replace(found, starts=0) if found is not None and gone_by else found


def standing(home: Home, community: Community, now: int, at: Session | None = None) -> Standing:
    """How things stand at `now` (wall, ms). Reads the session to count from and those to come, all others by their
    digests. `at`: the session to count from, where that is known. Raises Refused when the home cannot be read."""
    known = digests(home, community.id)
    held = [one for one in known if one.status != "planned"]
    running = [one for one in held if one.live]
    latest = max(running or held, key=lambda one: (one.began, one.id), default=None)
    last = at if at is not None or latest is None else read_session(home, community.id, latest.id)
    after = now - DAY if last is None else max(last.began, last.starts)
    ahead = (one for one in known if one.starts > after and still_to_come(one, now))
    planned = tuple(read_session(home, community.id, one.id) for one in ahead)
    recent = (read_session(home, community.id, one.id) if _recorded(one) else one for one in held[-RECENT:])
    return Standing(community, last, planned, tuple(recent), now)


def _recorded(one: Digest) -> bool:
    """Whether it was never run but closed by a recording; only its log tells who was to present."""
    return one.started is None


# ── Agreeing ────────────────────────────────────────────────────────────────────────────────────────────────────────


class Changes(NamedTuple):
    """The facts by which a wish comes true: those of the community, and those of the session that is planned."""

    of_community: tuple[CommunityEvent, ...]
    of_session: tuple[SessionEvent, ...] = ()
    session: str = ""


def changes(now: Standing, wish: Wish) -> Changes:
    """What has to be written so that the next time is as wished: an agreement, and where a session is planned for it
    already, that one at that time, in that place, with these presenters. Raises Refused, and then nothing is to be
    written."""
    if wish.place is not None:
        wish = replace(wish, place=clean(wish.place, limit=PLACE_MAX, what="the place"))
    if wish.subject is not None:
        wish = replace(wish, subject=clean(wish.subject, limit=SUBJECT_MAX, what="the subject"))
    held, planned = now.held, now.planned[0] if now.planned else None
    agreed = agreed_anew(now.agreed, held.id if held else "", wish)
    if planned is None:
        return Changes((agreed,))
    ours: list[CommunityEvent] = [agreed]
    theirs: list[SessionEvent] = []
    if wish.starts == 0:
        raise Refused(f"{planned.title} is planned, and cannot be without a date; give it another one")
    if wish.starts and (wish.starts != planned.starts or wish.zone not in (None, planned.zone)):
        moved = SessionMoved(session=planned.id, starts=wish.starts, zone=wish.zone or planned.zone)
        ours.append(moved)
        theirs.append(moved)
    if wish.place is not None and wish.place != now.community.coming.places.get(planned.id, ""):
        ours.append(PlaceSet(session=planned.id, place=wish.place))
    if wish.presenters is not None and wish.presenters != presenters_of(planned):
        theirs += _presenting(planned, wish.presenters)
    if wish.subject is not None:
        before = now.agreed[-1].subject if now.agreed else ""
        theirs += subject_changed(planned, before, wish.subject)
    return Changes(tuple(ours), tuple(theirs), planned.id)


def _presenting(planned: Session, presenters: Sequence[str]) -> list[PointMended]:
    """These people, in order, one to each presentation of the agenda."""
    slots = [one for one in planned.points.values() if one.plan.mode == "presenter"]
    if len(presenters) > len(slots):
        room = f"{len(slots)} presentation{'s' if len(slots) != 1 else ''}"
        raise Refused(f"the agenda of {planned.title} has {room}, and {len(presenters)} were named; name fewer")
    wanted = [*((person,) for person in presenters), *[()] * len(slots)]
    return [
        PointMended(point=slot.id, presenters=people)
        for slot, people in zip(slots, wanted, strict=False)
        if slot.plan.presenters != people
    ]


def agree(home: Home, clock: Clock, community: Community, wish: Wish) -> Standing:
    """How things stand once the wish has come true. Raises Refused where it cannot, or where it cannot be saved."""
    wanted = changes(standing(home, community, clock.now()), wish)
    write_to_session(home, clock, community.id, wanted)
    after = change(home, clock, community.id, wanted.of_community)
    return standing(home, after, clock.now())


def write_to_session(home: Home, clock: Clock, community: str, wanted: Changes) -> None:
    """Write what concerns the session that is planned. Raises Refused where it cannot be saved."""
    if wanted.of_session:
        ledger = open_session(home, community, wanted.session, clock)
        for event in wanted.of_session:
            ledger.add(event, ledger.now())
        settle(ledger)


# ── Taking over what was agreed when a session is planned ───────────────────────────────────────────────────────────


def proposed(home: Home, community: Community, now: int) -> NextTime:
    """What was agreed and is not planned yet: what a session planned at `now` (wall, ms) may take over. A date that
    has gone by is not among it, nor who has left. Raises Refused when the home cannot be read."""
    if not community.coming.agreed:
        return NextTime()
    left = still_open(community.coming, digests(home, community.id))
    if not left:
        return NextTime()
    last, active = left[-1], {one.person for one in community.active}
    starts = standing_date(last, now)
    return NextTime(
        starts=starts,
        zone=last.zone if starts else "",
        place=last.place,
        arranger=last.arranger,
        presenters=tuple(person for person in last.presenters if person in active),
        subject=last.subject,
    )


def agreed_but_gone(home: Home, community: Community) -> list[str]:
    """The names of those whom the group agreed on as presenting next time, and who have left since. Raises Refused when
    the home cannot be read."""
    left = still_open(community.coming, digests(home, community.id)) if community.coming.agreed else []
    return [community.name_of(person) for person in gone(left[-1].presenters, community)] if left else []


def as_many_as_fit(agenda: Callable[[Sequence[str]], Agenda], presenters: Sequence[str]) -> tuple[Agenda, list[str]]:
    """An agenda with as many of these presenters as it has room for, and those who are left over. `agenda` makes it,
    and raises Refused where they are too many; it must not do so for none."""
    for count in range(len(presenters), 0, -1):
        try:
            return agenda(presenters[:count]), list(presenters[count:])
        except Refused:
            continue
    return agenda(()), list(presenters)


def taken_along(community: Community, session: str, points: Sequence[PlannedPoint], place: str) -> list[CommunityEvent]:
    """What a session that has just been planned takes along: its place, and its presenters' briefs so far."""
    events: list[CommunityEvent] = [PlaceSet(session=session, place=place)] if place else []
    for person in dict.fromkeys(person for point in points for person in point.presenters):
        brief = brief_of(community.coming, person, None)
        if brief is not None:
            events.append(briefed(brief, session))
    return events
