"""What the panes of a screen draw from: one moment of a meeting, worked out once for all of them."""

from collections import Counter
from collections.abc import Mapping
from datetime import tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lcterm.core.agenda import Phase, Timetable, phase, timetable
from lcterm.core.community import Community, Member
from lcterm.core.seating import known, seated
from lcterm.core.session import Meeting, Session, Voice
from lcterm.core.voices import Order, Voices, voices
from lcterm.core.when import ago, zone_or_utc
from lcterm.ui.digits import countdown_text
from lcterm.ui.key_table import SHIPPED, KeyTable
from lcterm.ui.line import cells, cut, tame

if TYPE_CHECKING:
    from lcterm.core.names import Known

SHORT_FROM = 11
"""Names of so many cells are shortened where columns are narrow."""

SHOWN_MS = 10_000
"""Waiting times and shares are drawn in steps of this; between them only what ticks is drawn."""

UNDER_A_MINUTE = "<1 min"

Names = dict[str, str]


@lru_cache(8)
def _drawn(people: tuple[tuple[str, str], ...]) -> tuple[Names, Names, Names]:
    names = {person: tame(name) for person, name in people}
    firsts = {person: name.split(" ")[0].rstrip(",") for person, name in names.items()}
    alike = Counter(firsts.values())
    shorts, shortest = dict(names), dict(names)
    for person, name in names.items():
        first, last = firsts[person], name.split(" ")[-1]
        short = first if alike[first] == 1 else f"{first} {last[:1]}."
        if cells(name) >= SHORT_FROM and short not in shorts.values():
            shorts[person] = short
        if short not in shortest.values():
            shortest[person] = short
    return names, shorts, shortest


def drawn_names(members: Mapping[str, Member]) -> tuple[Names, Names]:
    """How people's names are drawn, and how where columns are narrow: a long one by its first word, with an initial
    where somebody else has the same."""
    return _all_drawn(members)[:2]


def _all_drawn(members: Mapping[str, Member]) -> tuple[Names, Names, Names]:
    return _drawn(tuple((member.person, member.name) for member in members.values()))


class View(NamedTuple):
    """A meeting at `now` (wall, ms). `names`: how people are drawn, `shorts`: how where columns are narrow,
    `shortest`: as far as it tells people apart, however long."""

    meeting: Meeting
    now: int
    zone: tzinfo
    table: Timetable
    phase: Phase
    voices: Voices
    seated: dict[str, Voice]
    names: dict[str, str]
    shorts: dict[str, str]
    shortest: dict[str, str]
    veiled: bool
    order: Order
    keys: KeyTable = SHIPPED
    """The keys in force, wherever one is named."""
    by_minute: bool = False
    """Whether clocks change once a minute."""

    @property
    def session(self) -> Session:
        return self.meeting.session

    @property
    def community(self) -> Community:
        return self.meeting.community

    @property
    def people(self) -> "list[Known]":
        """Who can be named, in seat order: worked out only where somebody is asked for."""
        return known(self.meeting)

    def name(self, person: str) -> str:
        return self.names.get(person, "someone")

    def short(self, person: str) -> str:
        """The name where columns are narrow: as far as it tells people apart."""
        return self.shorts.get(person, "someone")

    def within(self, person: str, room: int) -> str:
        """The name in so many cells: whole where it fits, else as short as tells people apart, cut only then."""
        name = self.name(person)
        return name if cells(name) <= room else cut(self.shortest.get(person, name), room)

    def waited(self, since: int) -> str:
        """How long something has lasted that began then (wall, ms), in the steps in which it is drawn."""
        held = self.now - since
        if self.by_minute:
            return ago(held) if held >= 60_000 else UNDER_A_MINUTE
        return ago(held // SHOWN_MS * SHOWN_MS)

    def badge(self, person: str) -> str:
        voice = self.seated.get(person)
        return voice.badge if voice else ""


def view_of(
    meeting: Meeting,
    now: int,
    *,
    veiled: bool = False,
    order: Order = "seat",
    keys: KeyTable = SHIPPED,
    before: View | None = None,
) -> View:
    """The view of a meeting at this moment. `before`: the one that was drawn last; names stand while the members do,
    and within a step of what is drawn the voices are the same if nothing happened that counts: with many people both
    take long."""
    session = meeting.session
    if before is not None and before.community.members is meeting.community.members:
        names, shorts, shortest = before.names, before.shorts, before.shortest
    else:
        names, shorts, shortest = _all_drawn(meeting.community.members)
    return View(
        meeting=meeting,
        now=now,
        zone=zone_or_utc(session.zone),
        table=timetable(session, now),
        phase=phase(session, now),
        voices=before.voices if before and _sounds_alike(before, session, now) else voices(session, now),
        seated=seated(meeting),
        names=names,
        shorts=shorts,
        shortest=shortest,
        veiled=veiled,
        order=order,
        keys=keys,
    )


def minutes_left(ms: int) -> int:
    """Whole minutes, rounded up while there is time; over time those that are full, below 0."""
    return -(-ms // 60_000)


def shown_moment(view: View) -> tuple[object, ...]:
    """What, besides the state, the panes depend on: if this is unchanged only what ticks needs drawing."""
    point = view.session.point
    left = point.length - view.session.elapsed(point, view.now) if point else 0
    if view.by_minute:
        return (view.phase, view.now // 60_000, minutes_left(left))
    seconds = -(-left // 1000)
    figures = left < 60_000 and countdown_text(seconds)  # in the last minute seconds, over time whole minutes again
    return (view.phase, view.now // SHOWN_MS, seconds // 60, figures)


def _sounds_alike(before: View, session: Session, now: int) -> bool:
    """Whether the voices of the session at `now` are drawn as those of the view before: nothing happened that counts,
    and what time alone changes in them is drawn in steps."""
    old = before.session
    return (
        before.now // SHOWN_MS == now // SHOWN_MS
        and (old.voices is session.voices and old.turn is session.turn and old.aside is session.aside)
        and (old.mode, old.exempt, old.started) == (session.mode, session.exempt, session.started)
        and (old.counted_by(now), old.ran_by(now)) == (session.counted_by(now), session.ran_by(now))
    )
