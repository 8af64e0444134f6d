"""Voices over sessions: who was heard how much, only where a charter allows it and only for as long as it says.

For facilitators. Nothing here is a mark: it holds figures, and what an even share would have been.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from lcterm.core.charter import choice_of
from lcterm.core.community import Community
from lcterm.core.digest import VoiceKept
from lcterm.core.gatherings import Gathering
from lcterm.core.leave import Leave, leave_of
from lcterm.core.voices import evenness
from lcterm.core.when import local, zone_or_utc

KEEPING = "keeping"
_YEARS = {"year": 1, "three-years": 3, "group": None}
_UNTIL_THEY_SAY = 1
"""Years, while a group that said yes to voices has not said for how long: the narrowest of the answers (ours)."""


class VoiceOverTime(Struct, frozen=True, kw_only=True):
    """A person's part in the talk of several sessions; `name` "" for all of those together who have left since, whose
    sessions are added up.

    `sessions`: those they were there for while talk was counted; `heard_in`: those of them in which they had a turn in
    a discussion. `seconds`, `turns`: in discussions; `round_turns`: in rounds, kept apart. `share`: of everyone's
    seconds; `expected`: what it would be if each had spoken, in each session, as long as their time there has it.
    Both from 0 to 1.
    """

    name: str
    sessions: int
    heard_in: int
    turns: int
    round_turns: int
    seconds: float
    share: float
    expected: float


class VoicesOverTime(Struct, frozen=True, kw_only=True):
    """`agreed`: the day on which the group gave leave; `since`: the first day of what may still be kept, None for no
    limit; `said`: whether the group set it. `sessions`: how many of these had talk that was counted. `evenness`: how
    the talk was spread within a session, from 0 to 1, each session weighing as much as it had talk; None before two
    people talked. `left_out`: 1 where only one person has left since, whom the row of those would name; shares are
    then of the talk of all others."""

    agreed: date
    since: date | None
    said: bool
    sessions: int
    people: tuple[VoiceOverTime, ...]
    left_out: int
    evenness: float | None


class _Sum(NamedTuple):
    sessions: int = 0
    heard_in: int = 0
    turns: int = 0
    round_turns: int = 0
    spoken: int = 0
    due: float = 0.0


def kept_since(community: Community, today: date) -> date | None:
    """The first day of which the charter lets things be kept; None for all."""
    years = _YEARS.get(choice_of(community, KEEPING), _UNTIL_THEY_SAY)
    if years is None:
        return None
    try:
        return today.replace(year=max(1, today.year - years))
    except ValueError:  # 29 February
        return today.replace(year=max(1, today.year - years), day=28)


def voices_over_time(community: Community, held: Sequence[Gathering], today: date) -> VoicesOverTime | None:
    """The voices of these gatherings since the group gave leave, as far back as they may be kept; None where the
    charter does not say yes."""
    if (leave := leave_of(community)) is None:
        return None
    since = kept_since(community, today)
    sums: dict[str, _Sum] = {}
    talks: list[tuple[float | None, int]] = []
    for one in held:
        if _may_count(one, leave, since):
            talks += _add(sums, _of(one, leave))
    lone = _lone(community, sums)
    for person in lone:
        del sums[person]
    even = [(one, length) for one, length in talks if one is not None]
    weight = sum(length for _, length in even)
    return VoicesOverTime(
        agreed=_day(leave, held),
        since=since,
        said=bool(choice_of(community, KEEPING)),
        sessions=len(talks),
        people=tuple(_people(community, sums)),
        left_out=len(lone),
        evenness=sum(one * length for one, length in even) / weight if weight else None,
    )


def evenness_by_session(community: Community, held: Sequence[Gathering], today: date) -> list[float | None]:
    """How the talk was spread within each of these gatherings, as in VoicesOverTime: None where there is no figure, and
    for all where the charter does not say yes."""
    leave, since = leave_of(community), kept_since(community, today)
    return [_evenness(_of(one, leave)) if leave is not None and _may_count(one, leave, since) else None for one in held]


def _may_count(one: Gathering, leave: Leave, since: date | None) -> bool:
    return any(map(leave.covers, one.digests)) and (since is None or one.day >= since)


def _evenness(voices: Sequence[VoiceKept]) -> float | None:
    """Whoever was there while talk was counted is in it, silent or not."""
    return evenness([one.spoken for one in voices if one.spoken or one.counted])


def _day(leave: Leave, held: Sequence[Gathering]) -> date:
    """The day on which it was given, where the group meets."""
    zone = held[-1].first.zone if held else "UTC"
    return local(leave.at, zone_or_utc(zone)).date()


def _of(one: Gathering, leave: Leave) -> list[VoiceKept]:
    """The voices that are compared. Two logs of one gathering heard the same talk: the one that heard more of it
    counts."""
    fullest = max(
        filter(leave.covers, one.digests), key=lambda log: (sum(voice.spoken for voice in log.voices), log.session)
    )
    return [voice for voice in fullest.voices if voice.compared]


def _add(sums: dict[str, _Sum], voices: Sequence[VoiceKept]) -> list[tuple[float | None, int]]:
    """Adds a session; how evenly its talk was spread and how much there was (microseconds), nothing where none was
    counted."""
    spoken, present = sum(one.spoken for one in voices), sum(one.counted for one in voices)
    if not spoken:
        return []
    for one in voices:
        old = sums.get(one.person, _Sum())
        there = one.counted > 0 or one.turns > 0
        sums[one.person] = _Sum(
            old.sessions + there,
            old.heard_in + (one.turns > 0),
            old.turns + one.turns,
            old.round_turns + one.round_turns,
            old.spoken + one.spoken,
            old.due + (spoken * one.counted / present if present else spoken / len(voices)),
        )
    return [(_evenness(voices), spoken)]


def _lone(community: Community, sums: dict[str, _Sum]) -> list[str]:
    """Who is the only one of these that has left since, if there is one: everybody would know who it is."""
    active = {one.person for one in community.active}
    gone = [person for person, one in sums.items() if person not in active and one.sessions]
    return gone if len(gone) == 1 else []


def _people(community: Community, sums: dict[str, _Sum]) -> list[VoiceOverTime]:
    """The members there are now in the order they joined, then all others as one."""
    spoken, due = sum(one.spoken for one in sums.values()), sum(one.due for one in sums.values())
    here = [one.person for one in community.active if one.person in sums]
    gone = [one for person, one in sums.items() if person not in here]
    people = [_person(community.name_of(one), sums[one], spoken, due) for one in here if sums[one].sessions]
    if any(one.sessions for one in gone):
        columns = zip(*gone, strict=True)
        people.append(_person("", _Sum(*map(sum, columns)), spoken, due))
    return people


def _person(name: str, total: _Sum, spoken: int, due: float) -> VoiceOverTime:
    return VoiceOverTime(
        name=name,
        sessions=total.sessions,
        heard_in=total.heard_in,
        turns=total.turns,
        round_turns=total.round_turns,
        seconds=total.spoken / 1_000_000,
        share=total.spoken / spoken if spoken else 0.0,
        expected=total.due / due if due else 0.0,
    )
