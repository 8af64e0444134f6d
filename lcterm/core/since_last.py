"""Since last time: who presented then, what is still open, what was left over, and what is odd about the sessions
before this one ([HB]: last session's presenters first; ours: open actions, offered and not demanded)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lcterm.core.carrying import Carried, actions, carried
from lcterm.core.digest import Digest, Presented, Unreached
from lcterm.core.session import Meeting, Session
from lcterm.core.since_points import on_the_agenda
from lcterm.core.text import folded
from lcterm.core.together import gathered
from lcterm.core.when import full_day, local, zone_or_utc


class LeftOver(NamedTuple):
    """A point of the session `origin` that was not held there."""

    origin: Digest
    point: Unreached


class SinceLast(NamedTuple):
    """What to come back to. `last`: the session before this one, None for the first; `presented`, `unreached` and
    `parked` (issues and questions) are that session's, `actions` and `reports` those of all sessions before,
    with what was done at the running point; `notices`:
    what is odd about these, a sentence each; `in_room`: how many open actions stayed in the room of the last one."""

    last: Digest | None
    presented: tuple[Presented, ...] = ()
    actions: tuple[Carried, ...] = ()
    unreached: tuple[LeftOver, ...] = ()
    parked: tuple[Carried, ...] = ()
    reports: tuple[Carried, ...] = ()
    notices: tuple[str, ...] = ()
    in_room: int = 0


def since_last(digests: Iterable[Digest], meeting: Meeting, now: int) -> SinceLast:
    """What this session, at `now` (wall ms), has to come back to. Of a session that began already: what was there
    before it. A session that was held twice counts as one, with what either left."""
    this, community, known = meeting.session, meeting.community, list(digests)
    until = this.started if this.started is not None else now
    held = [one for one in known if one.held and one.session != this.id and one.began <= until]
    last = max(held, key=_when, default=None)
    if last is None:
        return SinceLast(None, notices=tuple(_not_held(known, this, 0, until)))
    lasts = next(group for group in gathered(held) if last in group)
    reports = (carried(origin, kept, community) for origin in held for kept in origin.reports)
    return SinceLast(
        last=last,
        presented=tuple(dict.fromkeys(one for origin in lasts for one in origin.presented)),
        actions=tuple(one for one in actions(held, community, everything=True) if _in_sight(one, this)),
        unreached=_unreached(lasts, this),
        parked=_parked(lasts, meeting),
        reports=tuple(one for one in reports if _in_sight(one, this) and not one.kept.released),
        notices=(*_oddities(held, lasts, this), *_not_held(known, this, last.starts, until)),
        in_room=sum(one.in_room for one in lasts),
    )


def _when(one: Digest) -> tuple[int, str]:
    return one.began, one.session


def _unreached(lasts: Sequence[Digest], this: Session) -> tuple[LeftOver, ...]:
    """What either of two held was reached. What every session has, such as the round at the end, this one has too."""
    left = [
        LeftOver(origin, point)
        for origin in lasts
        for point in origin.unreached
        if point.presenters or not on_the_agenda(point.title, this)
    ]
    everywhere = {folded(one.point.title) for one in left}
    for origin in lasts:
        everywhere &= {folded(point.title) for point in origin.unreached}
    first: dict[str, LeftOver] = {}
    for one in left:
        if folded(one.point.title) in everywhere:
            first.setdefault(folded(one.point.title), one)
    return tuple(first.values())


def _parked(lasts: Sequence[Digest], meeting: Meeting) -> tuple[Carried, ...]:
    every = [(origin, kept) for origin in lasts for kept in (*origin.parked, *origin.questions)]
    found = [carried(origin, kept, meeting.community) for origin, kept in every]
    return tuple(one for one in found if _in_sight(one, meeting.session))


def _in_sight(one: Carried, this: Session) -> bool:
    """Whether it is open; or was said to be done at the point that runs, where somebody may be thanked for it."""
    began = this.point.started if this.live and this.point is not None else None
    return one.open or (one.state == "done" and began is not None and one.said >= began)


def _oddities(held: Sequence[Digest], lasts: Sequence[Digest], this: Session) -> list[str]:
    last = lasts[-1]
    lines: list[str] = []
    if len(lasts) > 1:
        ids = " and ".join(one.session for one in lasts)
        lines.append(f"{last.title} was held more than once: {ids}. What any of them left is here.")
    lines += [f"{one.title} was never ended; `lcterm do {one.session} end` ends it." for one in lasts if one.live]
    if last.starts > this.starts:
        lines.append(f"{last.title} is planned for later than this one and was held already; it counts as last time.")
    ahead = [one for one in held if one.starts > last.starts]
    lines += [f"{one.title} was planned for later than {last.title} and held before it." for one in ahead]
    return lines


def _not_held(known: Sequence[Digest], this: Session, since: int, until: int) -> list[str]:
    """Sessions that were planned between the last one and this, and that nobody held."""
    missed = [one for one in known if not one.held and one.session != this.id and since < one.starts < until]
    return [f"{one.title}, planned for {_day(one)}, was not held." for one in missed if one.starts < this.starts]


def _day(one: Digest) -> str:
    return full_day(local(one.starts, zone_or_utc(one.zone)).date())
