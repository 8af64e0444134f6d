"""What the panes of a screen draw from: one moment of a meeting, worked out once for all of them."""

from collections.abc import Mapping
from datetime import tzinfo
from functools import lru_cache
from typing import NamedTuple

from lcterm.core.agenda import Phase, Timetable, phase, timetable
from lcterm.core.community import Community, Member
from lcterm.core.names import Known
from lcterm.core.seating import known, seated
from lcterm.core.session import Meeting, Session, Voice
from lcterm.core.voices import Order, Voices, voices
from lcterm.core.when import zone_or_utc
from lcterm.ui.line import cells, tame

SHORT_FROM = 11
"""Names of so many cells are shortened where columns are narrow."""

Names = dict[str, str]


@lru_cache(8)
def _drawn(people: tuple[tuple[str, str], ...]) -> tuple[Names, Names]:
    names = {person: tame(name) for person, name in people}
    firsts = {person: name.split(" ")[0].rstrip(",") for person, name in names.items()}
    shorts = dict(names)
    for person, name in names.items():
        first, last = firsts[person], name.split(" ")[-1]
        alike = sum(other == first for other in firsts.values())
        short = first if alike == 1 else f"{first} {last[:1]}."
        if cells(name) >= SHORT_FROM and short not in shorts.values():
            shorts[person] = short
    return names, shorts


def drawn_names(members: Mapping[str, Member]) -> tuple[Names, Names]:
    """How people's names are drawn, and how where columns are narrow: a long one by its first word, with an initial
    where somebody else has the same."""
    return _drawn(tuple((member.person, member.name) for member in members.values()))


class View(NamedTuple):
    """A meeting at `now` (wall, ms). `people`: who can be named, in seat order; `names`: how they are drawn."""

    meeting: Meeting
    now: int
    zone: tzinfo
    table: Timetable
    phase: Phase
    voices: Voices
    seated: dict[str, Voice]
    people: list[Known]
    names: dict[str, str]
    shorts: dict[str, str]
    veiled: bool
    order: Order

    @property
    def session(self) -> Session:
        return self.meeting.session

    @property
    def community(self) -> Community:
        return self.meeting.community

    def name(self, person: str) -> str:
        return self.names.get(person, "someone")

    def short(self, person: str) -> str:
        """The name where columns are narrow: as far as it tells people apart."""
        return self.shorts.get(person, "someone")

    def badge(self, person: str) -> str:
        voice = self.seated.get(person)
        return voice.badge if voice else ""


def view_of(meeting: Meeting, now: int, *, veiled: bool = False, order: Order = "seat") -> View:
    """The view of a meeting at this moment."""
    session = meeting.session
    names, shorts = drawn_names(meeting.community.members)
    return View(
        meeting=meeting,
        now=now,
        zone=zone_or_utc(session.zone),
        table=timetable(session, now),
        phase=phase(session, now),
        voices=voices(session, now),
        seated=seated(meeting),
        people=known(meeting),
        names=names,
        shorts=shorts,
        veiled=veiled,
        order=order,
    )
