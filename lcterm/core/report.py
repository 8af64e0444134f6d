"""What can be counted of a community over time ([HB]: how many come, how often the group meets; ours: the rest).

For facilitators. What became of actions, and voices over sessions, are in it only where the charter says yes; a note,
or what stays in the room, never is: a report is made of digests, which do not hold them.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from lcterm.core.audience import Reader, may_see
from lcterm.core.carrying import Carried
from lcterm.core.carrying import actions as carried_actions
from lcterm.core.charter import Allowance, allows, choice_of
from lcterm.core.community import Community
from lcterm.core.digest import Digest
from lcterm.core.gatherings import Counted, Gathering, Remark, counted
from lcterm.core.next_time import NextTime
from lcterm.core.refresh import Signal, signals, staying_away
from lcterm.core.rota import rota
from lcterm.core.voices_over_time import KEEPING, VoicesOverTime, kept_since, voices_over_time
from lcterm.core.when import local, zone_or_utc

READER: Reader = "facilitators"
COUNTED_ONLY: tuple[Allowance, ...] = ("actions", "voices")
"""What is counted only where the charter says yes."""


class Held(Struct, frozen=True, kw_only=True):
    """A session that was held: `came` of `of`, who had a seat; facilitators and observers are in neither. `presented`:
    names. `feedback`: how many sentences. `recorded`: known from a recording alone."""

    session: str
    title: str
    day: date
    came: int
    of: int
    presented: tuple[str, ...]
    feedback: int
    recorded: bool


class PresenterCount(Struct, frozen=True, kw_only=True):
    """In how many sessions somebody presented, and when last. `member`: they are one now."""

    name: str
    times: int
    last: date | None
    member: bool


class Feedback(Struct, frozen=True, kw_only=True):
    """How many sentences there were in all, and those of the latest session that has any, without names. No sentences,
    and no day, where these are older than the group lets things be kept."""

    total: int
    day: date | None
    sentences: tuple[str, ...]


class ActionCounts(Struct, frozen=True, kw_only=True):
    """What became of all actions so far, those that stay in the room apart. They add up to `written`."""

    written: int
    done: int
    dropped: int
    going: int
    open: int


class Report(Struct, frozen=True, kw_only=True):
    """The whole of it. `written`: wall ms; `first`, `last`: the days of the first and latest session held. `held`:
    oldest first. `days_between`: the median. `actions`, `voices`: None where the charter does not say yes (`denied`).
    `away`: names of members who have not come for some sessions. `unread`: how many logs could not be read."""

    community: str
    written: int
    zone: str
    first: date | None
    last: date | None
    held: tuple[Held, ...]
    planned: int
    not_held: int
    under_way: int
    days_between: float | None
    presenters: tuple[PresenterCount, ...]
    feedback: Feedback
    actions: ActionCounts | None
    voices: VoicesOverTime | None
    signals: tuple[Signal, ...]
    away: tuple[str, ...]
    remarks: tuple[Remark, ...]
    unread: int
    denied: tuple[Allowance, ...]


def report(
    community: Community, digests: Iterable[Digest], now: int, coming: NextTime | None = None, unread: int = 0
) -> Report:
    """The report at `now` (wall, ms), in the zone of the latest session. `coming`: the next time, as far as it is
    known. The digests have voices only where the charter allows them."""
    known = list(digests)
    zone = max(known, key=lambda one: (one.began, one.session)).zone if known else "UTC"
    found, today = counted(known, now), local(now, zone_or_utc(zone)).date()
    held = found.held
    acts = _actions(community, held)
    names_away = staying_away(community, held) if may_see(READER, "names present") else ()
    return Report(
        community=community.name,
        written=now,
        zone=zone,
        first=held[0].day if held else None,
        last=held[-1].day if held else None,
        held=tuple(_held(community, one) for one in held),
        planned=len(found.planned),
        not_held=len(found.not_held),
        under_way=len(found.under_way),
        days_between=_days_between(found),
        presenters=_presenters(community, held) if may_see(READER, "presenters") else (),
        feedback=_feedback(held, kept_since(community, today) if choice_of(community, KEEPING) else None),
        actions=None if acts is None else _counts(acts),
        voices=voices_over_time(community, held, today) if may_see(READER, "voices") else None,
        signals=signals(community, held, coming, acts, today),
        away=tuple(map(community.name_of, names_away)),
        remarks=found.remarks,
        unread=unread,
        denied=tuple(one for one in COUNTED_ONLY if not allows(community, one)),
    )


def _held(community: Community, one: Gathering) -> Held:
    presented = one.presenters if may_see(READER, "presenters") else ()
    return Held(
        session=one.first.session,
        title=one.first.title,
        day=one.day,
        came=len(one.came),
        of=len(one.expected),
        presented=tuple(map(community.name_of, presented)),
        feedback=len(one.feedback),
        recorded=one.recorded,
    )


def _days_between(found: Counted) -> float | None:
    """The median number of days from one session to the next; None for fewer than two."""
    days = [one.day.toordinal() for one in found.held]
    gaps = sorted(abs(later - earlier) for earlier, later in pairwise(days))
    if not gaps:
        return None
    middle = len(gaps) // 2
    return float(gaps[middle]) if len(gaps) % 2 else (gaps[middle - 1] + gaps[middle]) / 2


def _presenters(community: Community, held: Sequence[Gathering]) -> tuple[PresenterCount, ...]:
    """Everyone who presented, the latest first; then who could and has not so far, in the order they joined."""
    times: dict[str, int] = {}
    last: dict[str, date] = {}
    for one in held:
        for person in one.presenters:
            times[person] = times.get(person, 0) + 1
            last[person] = one.day
    recent = sorted(times, key=lambda person: last[person], reverse=True)
    others = [one.person for one in rota(community, ()) if one.person not in times]
    active = {one.person for one in community.active}
    return tuple(
        PresenterCount(
            name=community.name_of(person),
            times=times.get(person, 0),
            last=last.get(person),
            member=person in active,
        )
        for person in (*recent, *others)
    )


def _feedback(held: Sequence[Gathering], since: date | None) -> Feedback:
    latest = next((one for one in reversed(held) if one.feedback), None)
    kept = latest is not None and (since is None or latest.day >= since)
    return Feedback(
        total=sum(len(one.feedback) for one in held),
        day=latest.day if latest is not None and kept else None,
        sentences=latest.feedback if latest is not None and kept else (),
    )


def _actions(community: Community, held: Sequence[Gathering]) -> list[Carried] | None:
    """All actions of these sessions; None where the charter does not let them be counted."""
    if not allows(community, "actions"):
        return None
    return carried_actions((log for one in held for log in one.digests), community, everything=True)


def _counts(acts: Sequence[Carried]) -> ActionCounts:
    states = [one.state for one in acts]
    return ActionCounts(
        written=len(states),
        done=states.count("done"),
        dropped=states.count("dropped"),
        going=states.count("going"),
        open=states.count("open"),
    )
