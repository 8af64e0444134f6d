"""When a community meets after a session: what it has agreed, and the session that is planned for it, in one."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from lcterm.core.coming import Agreement, Coming
from lcterm.core.community import Community
from lcterm.core.digest import Digest
from lcterm.core.events_next import NextAgreed
from lcterm.core.session import Session
from lcterm.core.when import MINUTE, local, zone_or_utc

UNHELD_AFTER_MS = 12 * 60 * MINUTE
"""A planned session that nobody began within so long is not the next one any more (ours)."""


class NextTime(Struct, frozen=True, kw_only=True):
    """The next time as far as it is known. `starts`: wall ms, 0 for not yet. `session`: the id of the one planned, ""
    for none. `arranger`, `presenters`: ids of people. `subject`: what the group wants to learn then."""

    starts: int = 0
    zone: str = ""
    place: str = ""
    arranger: str = ""
    presenters: tuple[str, ...] = ()
    session: str = ""
    subject: str = ""


class Wish(Struct, frozen=True):
    """What shall be different about the next time; None leaves it as it is. `starts`: wall ms, 0 for no
    date."""

    starts: int | None = None
    zone: str | None = None
    place: str | None = None
    arranger: str | None = None
    presenters: tuple[str, ...] | None = None
    subject: str | None = None


# ── What was agreed ─────────────────────────────────────────────────────────────────────────────────────────────────


def agreements(coming: Coming, held: Session | None) -> tuple[Agreement, ...]:
    """What was agreed about the time after this session, or at all where none was held; oldest first. What was agreed
    before a session began was about that one."""
    if held is None:
        return coming.agreed
    return tuple(
        one for one in coming.agreed if not taken_up(one, [held]) and (not one.starts or one.starts > held.began)
    )


def still_open(coming: Coming, sessions: Sequence[Session | Digest]) -> tuple[Agreement, ...]:
    """What was agreed and has not been taken up yet. `sessions`: at least those that are planned for after that, or
    were held after it."""
    return tuple(one for one in coming.agreed if not taken_up(one, sessions))


def taken_up(one: Agreement, sessions: Iterable[Session | Digest]) -> bool:
    """Whether it is about one of these: a session that was planned for, or held, after it was said, but for that in
    which it was."""
    return any(other.began > one.at and other.id != one.session for other in sessions)


def standing_date(one: Agreement | None, now: int) -> int:
    """When it is to be, wall ms; 0 where there is no date, or one that has gone by at `now`."""
    return one.starts if one is not None and one.starts > now else 0


def agreed_anew(current: Sequence[Agreement], session: str, wish: Wish) -> NextAgreed:
    """What stands once the wish has come true, in the place of all that stood: the latest of it, and the wish."""
    last = current[-1] if current else Agreement(id="", at=0)
    return NextAgreed(
        session=session,
        starts=last.starts if wish.starts is None else wish.starts,
        zone=last.zone if wish.zone is None else wish.zone,
        place=last.place if wish.place is None else wish.place,
        arranger=last.arranger if wish.arranger is None else wish.arranger,
        presenters=last.presenters if wish.presenters is None else wish.presenters,
        instead=tuple(one.id for one in current),
        subject=last.subject if wish.subject is None else wish.subject,
    )


# ── What is planned ─────────────────────────────────────────────────────────────────────────────────────────────────


def next_time(community: Community, held: Session | None, following: Session | None) -> NextTime | None:
    """The next time after `held`; None while nothing is known of it. `following`: the session planned next, if there
    is one: what it says counts, and what was agreed fills in what it leaves open. What somebody was to do who is
    forgotten, is open."""
    found = _next_time(community, held, following)
    if found is None:
        return None
    forgotten = {person for person, member in community.members.items() if member.forgotten}
    return replace(
        found,
        arranger="" if found.arranger in forgotten else found.arranger,
        presenters=tuple(person for person in found.presenters if person not in forgotten),
    )


def _next_time(community: Community, held: Session | None, following: Session | None) -> NextTime | None:
    agreed = agreements(community.coming, held)
    last = agreed[-1] if agreed else None
    if following is None:
        return None if last is None or not _says(last) else _of(last)
    place = community.coming.places.get(following.id, "")
    return NextTime(
        starts=following.starts,
        zone=following.zone,
        place=place or (last.place if last else ""),
        arranger=last.arranger if last else "",
        presenters=presenters_of(following) or (last.presenters if last else ()),
        session=following.id,
        subject=last.subject if last else "",
    )


def presenters_of(session: Session) -> tuple[str, ...]:
    """Who presents in it, each once, in the order of the agenda."""
    return tuple(dict.fromkeys(person for point in session.points.values() for person in point.plan.presenters))


def still_to_come(one: Session | Digest, now: int) -> bool:
    """Whether it is planned, and can be the next one at `now` (wall, ms)."""
    return one.status == "planned" and one.starts > now - UNHELD_AFTER_MS


def same_day(planned: Sequence[Session]) -> list[Session]:
    """Those of the planned sessions that are on the day of the first: more than one where two laptops planned the same
    session apart. `planned`: by their start."""
    if not planned:
        return []
    day = local(planned[0].starts, zone_or_utc(planned[0].zone)).date()
    return [one for one in planned if local(one.starts, zone_or_utc(one.zone)).date() == day]


def _says(agreed: Agreement) -> bool:
    return bool(agreed.starts or agreed.place or agreed.arranger or agreed.presenters or agreed.subject)


def _of(agreed: Agreement) -> NextTime:
    return NextTime(
        starts=agreed.starts,
        zone=agreed.zone,
        place=agreed.place,
        arranger=agreed.arranger,
        presenters=agreed.presenters,
        subject=agreed.subject,
    )
