"""The names in an attendance report, and the people of the session they are."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lcterm.core.attendance import together
from lcterm.core.community import Member
from lcterm.core.events_attendance import Stay
from lcterm.core.refusal import Refused
from lcterm.core.seating import known
from lcterm.core.session import Meeting
from lcterm.core.speakers import recognised
from lcterm.core.text import folded
from lcterm.intake.attendance import SeenName

_BEHIND = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
"""What programs put behind a name: `(she/her)`, `(Guest)`, and in Zoom's reports the name somebody came in under."""


class LeftOut(NamedTuple):
    """A name that was not taken, and why. `maybe`: who it could be (ids), likeliest first; only the user can say so."""

    name: str
    line: int
    why: str
    maybe: tuple[str, ...] = ()


class PeopleIn(NamedTuple):
    """What can be brought in, each person once in the order of the report, and what is left out."""

    stays: tuple[Stay, ...]
    left_out: tuple[LeftOut, ...]


def people_in(seen: Sequence[SeenName], meeting: Meeting, given: Mapping[str, str]) -> PeopleIn:
    """Whose names these are. `given`: folded names to people by hand. Else only an exact name will do, whole or without
    what stands in brackets behind it, where nobody else in the report claims to be the same person, and not where two
    mail addresses share it. Whoever is left out comes with whom they could be: nobody is taken for another."""
    here = {one.person for one in known(meeting)}
    members = [one for one in meeting.community.members.values() if one.person in here]
    exact = recognised([one.name for one in seen], members, {}).known
    bare = {one.name: _BEHIND.sub("", one.name) for one in seen}
    without = recognised(bare.values(), members, {}).known
    claims = [exact.get(one.name) or without.get(bare[one.name]) for one in seen]
    stays: dict[str, Stay] = {}
    left_out: list[LeftOut] = []
    for one, claimed in zip(seen, claims, strict=True):
        person = given.get(folded(one.name))
        if person is None and claimed is not None:
            alone = one.name in exact or claims.count(claimed) == 1
            why = "" if alone else "and another name in the report may be one person"
            if one.addresses > 1:
                why = f"has {one.addresses} mail addresses, so it may be two people"
            if why:
                left_out.append(LeftOut(one.name, one.line, why, (claimed,)))
                continue
            person = claimed
        if person is None:
            maybe = _maybe(one.name, members)
            left_out.append(LeftOut(one.name, one.line, "is nobody's exact name here", maybe))
            continue
        stay = Stay(person=person, spans=one.spans, there=one.there)
        stays[person] = together(stays[person], stay) if person in stays else stay
    return PeopleIn(tuple(stays.values()), tuple(left_out))


def _maybe(name: str, members: Sequence[Member]) -> tuple[str, ...]:
    """Who it could be, by the name as a whole, without its brackets, and by what stands in them."""
    behind = _BEHIND.search(name)
    looks = [name, _BEHIND.sub("", name), *([behind[1]] if behind else [])]
    said = recognised(dict.fromkeys(look for look in looks if look), members, {})
    found = (person for look in looks for person in (*_one(said.known.get(look)), *said.asked.get(look, ())))
    return tuple(dict.fromkeys(found))


def _one(person: str | None) -> tuple[str, ...]:
    return () if person is None else (person,)


def check_given(given: Mapping[str, str], seen: Sequence[SeenName]) -> None:
    """Raises Refused for a name by hand that is not in the report."""
    names = {folded(one.name) for one in seen}
    for name in given:
        if name not in names:
            there = ", ".join(one.name for one in seen[:8])
            raise Refused(f"nobody in the report is called {name!r}; there is {there}")
