"""What can be counted of a community over time ([HB]: how many come, how often the group meets; ours: the rest).

For facilitators; for the group and the sponsor there is one of mere figures, in which nobody is named (`core/audience`
says which). What became of actions, and voices over sessions, are in it only where the charter says yes; a note, or
what stays in the room, never is: a report is made of digests, which do not hold them.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from lcterm.core.audience import may_see
from lcterm.core.carrying import Carried
from lcterm.core.carrying import actions as carried_actions
from lcterm.core.charter import Allowance, allows, choice_of
from lcterm.core.community import Community
from lcterm.core.digest import Digest
from lcterm.core.gatherings import DAY_MS, Counted, Gathering, Remark, counted, day_of
from lcterm.core.next_time import NextTime
from lcterm.core.refresh import Signal, signals, staying_away
from lcterm.core.report_actions import ActionCounts, counts
from lcterm.core.rota import rota
from lcterm.core.voices_over_time import KEEPING, VoicesOverTime, evenness_by_session, kept_since, voices_over_time
from lcterm.core.when import MINUTE, local, zone_or_utc

ReportReader = Literal["facilitators", "group", "sponsor"]
"""Whom a report can be for. Names, the group's own words and signs are for facilitators alone."""

COUNTED_ONLY: tuple[Allowance, ...] = ("actions", "voices")
"""What is counted only where the charter says yes."""


class Held(Struct, frozen=True, kw_only=True):
    """A session that was held: `came` of `of`, who had a seat; facilitators and observers are in neither. `presented`:
    names. `feedback`: how many sentences. `recorded`: known from a recording alone. `planned_minutes`, `minutes`: how
    long it was to be and was. `actions`: those it took on. `evenness`: from 0 to 1, as in VoicesOverTime. None: not
    known, or not for whoever reads."""

    session: str
    title: str
    day: date
    came: int
    of: int
    presented: tuple[str, ...]
    feedback: int | None
    recorded: bool
    planned_minutes: float | None = None
    minutes: float | None = None
    actions: ActionCounts | None = None
    evenness: float | None = None


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


class Report(Struct, frozen=True, kw_only=True):
    """The whole of it, for this `reader`. `written`: wall ms; `first`, `last`: the days of the first and latest session
    held. `held`: oldest first; `missed`: the days on which one was planned and not held. `days_between`: the median.
    `actions`, `voices`: None where the charter does not say yes (`denied`). `away`: names of members who have not come
    for some sessions. `unread`: how many logs could not be read."""

    reader: ReportReader
    community: str
    written: int
    zone: str
    first: date | None
    last: date | None
    held: tuple[Held, ...]
    planned: int
    not_held: int
    missed: tuple[date, ...]
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
    community: Community,
    digests: Iterable[Digest],
    now: int,
    coming: NextTime | None = None,
    unread: int = 0,
    reader: ReportReader = "facilitators",
) -> Report:
    """The report at `now` (wall, ms), in the zone of the latest session. `coming`: the next time, as far as it is
    known. The digests have voices only where the charter allows them."""
    known = list(digests)
    zone = max(known, key=lambda one: (one.began, one.session)).zone if known else "UTC"
    found, today = counted(known, now), local(now, zone_or_utc(zone)).date()
    held = found.held
    acts = _actions(community, held)
    named = reader == "facilitators"
    names_away = staying_away(community, held) if named and may_see(reader, "names present") else ()
    began = [one.at for one in held]
    return Report(
        reader=reader,
        community=community.name,
        written=now,
        zone=zone,
        first=held[0].day if held else None,
        last=held[-1].day if held else None,
        held=_all_held(community, held, acts, today, reader),
        planned=len(found.planned),
        not_held=len(found.not_held),
        missed=tuple(map(day_of, found.not_held)),
        under_way=len(found.under_way),
        days_between=_days_between(found),
        presenters=_presenters(community, held) if named and may_see(reader, "presenters") else (),
        feedback=_feedback(held, kept_since(community, today) if choice_of(community, KEEPING) else None, reader),
        actions=None if acts is None else counts(acts, today, began),
        voices=voices_over_time(community, held, today) if may_see(reader, "voices") else None,
        signals=signals(community, held, coming, acts, today) if may_see(reader, "notices") else (),
        away=tuple(map(community.name_of, names_away)),
        remarks=found.remarks if may_see(reader, "notices") else (),
        unread=unread,
        denied=tuple(one for one in COUNTED_ONLY if not allows(community, one)) if named else (),
    )


def _all_held(
    community: Community, held: Sequence[Gathering], acts: Sequence[Carried] | None, today: date, reader: ReportReader
) -> tuple[Held, ...]:
    """Every session as this reader may see it."""
    began = [one.at for one in held]
    even = evenness_by_session(community, held, today) if may_see(reader, "voices") else [None] * len(held)
    taken: dict[str, list[Carried]] = {}
    for act in acts or ():
        taken.setdefault(act.origin.session, []).append(act)
    found: list[Held] = []
    for one, evenness in zip(held, even, strict=True):
        own = [act for log in one.digests for act in taken.get(log.session, ())]
        presented = one.presenters if reader == "facilitators" and may_see(reader, "presenters") else ()
        planned, took = _lengths(one) if may_see(reader, "points and clock") else (None, None)
        found.append(
            Held(
                session=one.first.session,
                title=one.first.title,
                day=one.day,
                came=len(one.came),
                of=len(one.expected),
                presented=tuple(map(community.name_of, presented)),
                feedback=len(one.feedback) if may_see(reader, "feedback counted") else None,
                recorded=one.recorded,
                planned_minutes=planned,
                minutes=took,
                actions=None if acts is None else counts(own, today, began),
                evenness=evenness,
            )
        )
    return tuple(found)


def _lengths(one: Gathering) -> tuple[float | None, float | None]:
    """How long it was to be and was, minutes; of two logs of it, the one that knows both."""
    for log in one.digests:
        took = 0 if log.started is None or log.ended is None else log.ended - log.started
        if log.length and 0 < took < DAY_MS:
            return round(log.length / MINUTE, 1), round(took / MINUTE, 1)
    return None, None


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


def _feedback(held: Sequence[Gathering], since: date | None, reader: ReportReader) -> Feedback:
    """How many there were where this reader may know; the sentences for facilitators alone."""
    if not may_see(reader, "feedback counted"):
        return Feedback(total=0, day=None, sentences=())
    latest = next((one for one in reversed(held) if one.feedback), None)
    told = latest is not None and (since is None or latest.day >= since) and reader == "facilitators"
    return Feedback(
        total=sum(len(one.feedback) for one in held),
        day=latest.day if latest is not None and told else None,
        sentences=latest.feedback if latest is not None and told else (),
    )


def _actions(community: Community, held: Sequence[Gathering]) -> list[Carried] | None:
    """All actions of these sessions; None where the charter does not let them be counted."""
    if not allows(community, "actions"):
        return None
    return carried_actions((log for one in held for log in one.digests), community, everything=True)
