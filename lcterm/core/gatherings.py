"""How often a community met: its sessions, each gathering counted once, whatever became of their logs.

Two laptops that did not hear of each other leave two logs of one gathering; some logs were never ended, some came in
from a recording alone. What is odd is kept as a remark, so that a count can say how it was made.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from lcterm.core.digest import Digest, Presented, Unreached
from lcterm.core.session_titles import is_numbered, number_of, numbered_alike
from lcterm.core.text import folded
from lcterm.core.together import gathered
from lcterm.core.when import MINUTE, local, zone_or_utc

SAME_MS = 2 * 60 * MINUTE
"""Nobody plans two sessions of one community that begin so close to each other (ours)."""

DAY_MS = 24 * 60 * MINUTE
"""A session that began longer ago and was not ended was forgotten, not long (ours)."""

Oddity = Literal[
    "held twice", "planned twice", "never ended", "recorded", "measured", "out of order", "same name", "under way"
]


class Remark(NamedTuple):
    """Something odd about how a session was counted; `days`: those on which it was, or was to be, held."""

    oddity: Oddity
    title: str
    days: tuple[date, ...]


class Gathering(NamedTuple):
    """A time when people met: the digests of it, more than one where two laptops kept it apart. `at`: wall ms when it
    began; `day`: that day in its own zone. `came`, `expected`: ids of the circle, facilitators and observers apart."""

    digests: tuple[Digest, ...]
    at: int
    day: date
    came: tuple[str, ...]
    expected: tuple[str, ...]

    @property
    def first(self) -> Digest:
        return self.digests[0]

    @property
    def recorded(self) -> bool:
        """Whether all that is known of it came in from a recording or a record of who was there: not who presented."""
        return all(one.started is None for one in self.digests)

    @property
    def presented(self) -> tuple[Presented, ...]:
        return tuple(dict.fromkeys(one for origin in self.digests for one in origin.presented))

    @property
    def presenters(self) -> tuple[str, ...]:
        """Who presented (ids), each once."""
        return tuple(dict.fromkeys(person for one in self.presented for person in one.people))

    @property
    def feedback(self) -> tuple[str, ...]:
        """The sentences about how it was, without names."""
        return tuple(one.text for origin in self.digests for one in origin.feedback)

    @property
    def unreached(self) -> tuple[Unreached, ...]:
        """The points that were not held, in any of its logs, each once."""
        everywhere = [{folded(one.title) for one in origin.unreached} for origin in self.digests]
        left: dict[tuple[str, tuple[str, ...]], Unreached] = {}
        for origin in self.digests:
            for one in origin.unreached:
                if all(folded(one.title) in titles for titles in everywhere):
                    left.setdefault((folded(one.title), one.presenters), one)
        return tuple(left.values())


class Counted(NamedTuple):
    """All sessions, sorted out at one moment. `held` by when they began; `planned`: still to come, `not_held`: their
    day is over; `under_way`: going on now, and in none of the others."""

    held: tuple[Gathering, ...]
    planned: tuple[Digest, ...]
    not_held: tuple[Digest, ...]
    under_way: tuple[Digest, ...]
    remarks: tuple[Remark, ...]


def counted(digests: Iterable[Digest], now: int) -> Counted:
    """The sessions of a community as they count at `now` (wall, ms), whatever order they are given in."""
    known = sorted(digests, key=lambda one: (one.began, one.session))
    under_way = tuple(one for one in known if one.live and now - one.began < DAY_MS)
    took_place = [one for one in known if one.held and one not in under_way]
    held = tuple(_gathering(group) for group in gathered(took_place))
    begun = (*took_place, *under_way)
    waiting = [one for one in known if not one.held and not any(_is_copy(one, other) for other in begun)]
    groups = _planned_alike(waiting)
    lone = [group[0] for group in groups]
    planned = tuple(one for one in lone if not _is_over(one, now))
    not_held = tuple(one for one in lone if _is_over(one, now))
    twice = [Remark("planned twice", one[0].title, (day_of(one[0]),)) for one in groups if len(one) > 1]
    going_on = [Remark("under way", one.title, (day_of(one),)) for one in under_way]
    return Counted(held, planned, not_held, under_way, (*_remarks(held), *twice, *going_on))


def day_of(one: Digest) -> date:
    """The day on which it was, or is to be, held, in its own zone."""
    return local(one.began, zone_or_utc(one.zone)).date()


def _is_over(one: Digest, now: int) -> bool:
    return local(now, zone_or_utc(one.zone)).date() > day_of(one)


def _is_copy(planned: Digest, begun: Digest) -> bool:
    """Whether this is the plan that another laptop made of a session which was held: for about the same time, and not
    under another number."""
    near = abs((begun.planned_for or begun.starts) - planned.starts) < SAME_MS
    numbers = {number_of(planned.title), number_of(begun.title)} - {None}
    return near and len(numbers) < 2


def _planned_alike(sessions: Sequence[Digest]) -> list[list[Digest]]:
    """Those that are planned for about the same time, or for one day under one number, together; `sessions` by when
    they are to begin."""
    groups: list[list[Digest]] = []
    for one in sessions:
        fitting = next((group for group in groups[-1:-4:-1] if _are_one(group[0], one)), None)
        if fitting is None:
            groups.append([one])
        else:
            fitting.append(one)
    return groups


def _are_one(first: Digest, one: Digest) -> bool:
    if one.began - first.began < SAME_MS:
        return True
    return numbered_alike(one.title, first.title) and day_of(one) == day_of(first)


def _gathering(group: Sequence[Digest]) -> Gathering:
    apart = {person for one in group for person in one.apart}
    came = dict.fromkeys(person for one in group for person in one.attended if person not in apart)
    seated = dict.fromkeys(person for one in group for person in (*one.attended, *one.missed) if person not in apart)
    return Gathering(tuple(group), group[0].began, day_of(group[0]), tuple(came), tuple(seated))


def _remarks(held: Sequence[Gathering]) -> list[Remark]:
    """What is odd about them, by when they were held."""
    remarks: list[Remark] = []
    latest: Gathering | None = None
    names: dict[str, list[Gathering]] = {}
    for one in held:
        title, days = one.first.title, (one.day,)
        if len(one.digests) > 1:
            remarks.append(Remark("held twice", title, days))
        remarks += [Remark("never ended", log.title, days) for log in one.digests if log.live]
        if one.recorded:
            measured = all(log.measured for log in one.digests)
            remarks.append(Remark("measured" if measured else "recorded", title, days))
        if latest is not None and _planned(latest) > _planned(one):
            remarks.append(Remark("out of order", title, days))
        else:
            latest = one
        if is_numbered(one.first.title):
            names.setdefault(folded(title), []).append(one)
    for alike in names.values():
        if len(alike) > 1:
            remarks.append(Remark("same name", alike[0].first.title, tuple(one.day for one in alike)))
    return remarks


def _planned(one: Gathering) -> int:
    return one.first.planned_for or one.first.starts
