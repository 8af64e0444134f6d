"""The next time of a community, read from a home and written into it: what was agreed, and the session planned for it
brought in line."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, timedelta
from typing import NamedTuple, TypeVar

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.clock import Clock
from lcterm.core.coming import Agreement
from lcterm.core.community import Community
from lcterm.core.events import CommunityEvent, PlaceSet, PointMended, PresenterBriefed, SessionEvent, SessionMoved
from lcterm.core.next_time import (
    NextTime,
    Wish,
    agreed_anew,
    agreements,
    brief_of,
    next_time,
    presenters_of,
    still_open,
)
from lcterm.core.refusal import Refused
from lcterm.core.session import Session
from lcterm.core.text import clean
from lcterm.core.when import MINUTE, local
from lcterm.store.desk import open_session, settle
from lcterm.store.paths import Home
from lcterm.store.register import change
from lcterm.store.shelf import read_session

Agenda = TypeVar("Agenda")
PLACE_MAX = 160
DAY = 24 * 60 * MINUTE
RECENT = 24
"""So many of the latest sessions are looked at for who presented when: a year or two, whatever came before."""


class Standing(NamedTuple):
    """How things stand between two sessions. `held`: the session that runs, else the latest that was held; `planned`:
    those to come after it, by their start; `recent`: the latest held ones, oldest first."""

    community: Community
    held: Session | None
    planned: tuple[Session, ...]
    recent: tuple[Session, ...]

    @property
    def agreed(self) -> tuple[Agreement, ...]:
        """What was agreed about the next time; more than one where that happened apart."""
        return agreements(self.community.coming, self.held)

    @property
    def next(self) -> NextTime | None:
        """The next time, as far as it is known."""
        return next_time(self.community, self.held, self.planned[0] if self.planned else None)


def standing(home: Home, community: Community, now: int, at: Session | None = None) -> Standing:
    """How things stand at `now` (wall, ms). Reads the latest sessions and those to come. `at`: the session to count
    from, where that is known. Raises Refused when the home cannot be read."""
    today = _day_before(now)
    ids = home.sessions(community.id)
    ahead = [id for id in ids if id >= today or id in community.coming.moved]
    read = _read(home, community, [*[id for id in ids if id not in ahead][-RECENT:], *ahead])
    held = [one for one in read if one.status != "planned"]
    running = [one for one in held if one.live]
    last = at or next(reversed(running or held), None)
    after = now - DAY if last is None else last.starts
    planned = tuple(one for one in read if one.status == "planned" and one.starts > after)
    return Standing(community, last, planned, tuple(held[-RECENT:]))


def sessions_after(home: Home, community: Community, after: int) -> list[Session]:
    """The sessions that start after `after` (wall, ms), whatever their state, by their start; reads those that can be
    it, going by the day in their ids."""
    first = _day_before(after)
    ids = [id for id in home.sessions(community.id) if id >= first or id in community.coming.moved]
    return [one for one in _read(home, community, ids) if one.starts > after]


def _day_before(at: int) -> str:
    """The day before, as ids begin: whatever the zone, what is later has no earlier day in its id."""
    return (local(at, UTC).date() - timedelta(days=1)).isoformat()


def _read(home: Home, community: Community, ids: Iterable[str]) -> list[Session]:
    read = (read_session(home, community.id, id) for id in ids)
    return sorted((one for one in read if one.points), key=lambda one: (one.starts, one.id))


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
        wish = wish._replace(place=clean(wish.place, limit=PLACE_MAX, what="the place"))
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
    later = sessions_after(home, community, min(one.at for one in community.coming.agreed))
    left = still_open(community.coming, later)
    if not left:
        return NextTime()
    last, active = left[-1], {one.person for one in community.active}
    return NextTime(
        starts=last.starts if last.starts > now else 0,
        zone=last.zone if last.starts > now else "",
        place=last.place,
        arranger=last.arranger,
        presenters=tuple(person for person in last.presenters if person in active),
    )


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
            events.append(
                PresenterBriefed(
                    person=person,
                    session=session,
                    brings=brief.brings,
                    title=brief.title,
                    questions=brief.questions,
                    state=brief.state,
                )
            )
    return events
