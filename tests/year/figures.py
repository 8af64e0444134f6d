"""The figures of the year, counted from the story alone; nothing of lcterm counts here."""

import itertools
from collections import Counter
from datetime import date, datetime
from math import log
from statistics import median
from typing import NamedTuple

from tests.year.story import AFTER, BEFORE, FACILITATOR, GONE, MEMBERS, NEW, YEAR, Held

FOUNDERS = [line.split(";")[0] for line in MEMBERS.splitlines()[1:]]
LEFT_AFTER, JOINED_BEFORE = date(2027, 8, 10), date(2027, 9, 14)
SAID_YES = date(2027, 7, 6)
"""When the group allowed voices over sessions, and what became of actions as a count."""


def day(held: Held) -> date:
    return date.fromisoformat(held.day)


def today(name: str) -> str:
    """What somebody is called at the end of the year."""
    return AFTER if name == BEFORE else name


def circle(held: Held) -> list[str]:
    """Who belonged on that day, the facilitator apart, by the names at the end of the year."""
    people = [today(name) for name in FOUNDERS if name != FACILITATOR]
    if day(held) > LEFT_AFTER:
        people.remove(GONE)
    return people + ([NEW] if day(held) >= JOINED_BEFORE else [])


def came(held: Held) -> list[str]:
    """Who of them was there, be it late."""
    return [name for name in circle(held) if name not in map(today, held.away)]


def presented() -> Counter[str]:
    """How often each presented."""
    return Counter(today(name) for held in YEAR for name in held.presenters)


def feedback() -> list[int]:
    """How many sentences of feedback each session left."""
    return [len(held.feedback) for held in YEAR]


# ── Actions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class Undertaken(NamedTuple):
    """An action and what had become of it at the end of the year; `closed`: the day it was done or dropped on."""

    text: str
    written: date
    due: date | None
    state: str
    closed: date | None

    @property
    def late(self) -> bool:
        return self.state == "done" and self.due is not None and self.closed is not None and self.closed > self.due


def actions() -> list[Undertaken]:
    """Every action of the year, in the order in which they were written."""
    return [
        _undertaken(place, line.text) for place, held in enumerate(YEAR) for line in held.lines if line.text[:2] == "a "
    ]


def _undertaken(place: int, line: str) -> Undertaken:
    words, _, dated = line.removeprefix("a ").partition(" ^")
    text = words.partition(" @")[0]
    due = None
    if dated == "next":
        due = day(YEAR[place + 1]) if place + 1 < len(YEAR) else None
    elif dated:
        due = datetime.strptime(f"{dated} 2027", "%d %b %Y").date()  # noqa: DTZ007
    state, closed = "open", None
    for held in YEAR[place + 1 :]:
        for what, some, *new in held.became:
            if some not in text:
                continue
            if what == "--date":
                due = datetime.strptime(f"{new[0]} 2027", "%d %b %Y").date()  # noqa: DTZ007
            else:
                state = {"--done": "done", "--drop": "dropped", "--going": "going"}[what]
                closed = day(held) if state in ("done", "dropped") else None
    return Undertaken(text, day(YEAR[place]), due, state, closed)


# ── Rules ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def rules() -> list[tuple[date, list[str]]]:
    """The rules as they stood, each time they were changed."""
    history: list[tuple[date, list[str]]] = []
    now: list[str] = []
    for held in YEAR:
        before, now = now, _changed(now, _pairs(held.rules))
        if now != before:
            history.append((day(held), now))
    return history


def _pairs(arguments: tuple[str, ...]) -> list[tuple[str, str]]:
    return list(zip(arguments[::2], arguments[1::2], strict=True))


def _changed(before: list[str], changes: list[tuple[str, str]]) -> list[str]:
    kept = list(before)
    for option, text in changes:
        if option == "--reword":
            number, _, words = text.partition("=")
            kept[int(number) - 1] = words
    dropped = {int(text) - 1 for option, text in changes if option == "--drop"}
    return [rule for place, rule in enumerate(kept) if place not in dropped] + [
        text for option, text in changes if option == "--add"
    ]


# ── Voices ──────────────────────────────────────────────────────────────────────────────────────────────────────────

COUNTED = {"design": (35, 15 + 50 + 10), "ordinary-one": (35, 5 + 5), "ordinary": (35, 35, 5 + 5 + 5)}
"""Minutes in which talk is counted, by template: of the discussions of a case, and last of all other open talk."""


class Voice(NamedTuple):
    """Somebody's part in the talk of the year: seconds and turns in discussions, the sessions they were there for and
    those they were heard in, and the seconds that would have been an even share."""

    seconds: int
    turns: int
    sessions: int
    heard_in: int
    even: float


def heard_with_leave() -> list[Held]:
    """The sessions from the one on in which the group said yes."""
    return [held for held in YEAR if day(held) >= SAID_YES]


def voices() -> dict[str, Voice]:
    """Of everybody who was there since the yes; whoever answers on their own case is not counted there."""
    found: dict[str, list[float]] = {}
    for held in heard_with_leave():
        heard = talked(held)
        minutes = {name: _minutes(held, name) for name in came(held)}
        spoken = sum(sum(one) for one in heard.values())
        for name, there in minutes.items():
            sums, seconds = found.setdefault(name, [0, 0, 0, 0, 0]), heard.get(name, [])
            even = spoken * there / sum(minutes.values())
            for place, more in enumerate((sum(seconds), len(seconds), 1, bool(seconds), even)):
                sums[place] += more
    return {
        name: Voice(int(sums[0]), int(sums[1]), int(sums[2]), int(sums[3]), sums[4]) for name, sums in found.items()
    }


def talked(held: Held) -> dict[str, list[int]]:
    """The seconds of each turn in the discussions of a session, by who spoke."""
    found: dict[str, list[int]] = {}
    for place, talks in enumerate(held.talks):
        for talk in talks:
            if talk.who not in _own_case(held, place):
                found.setdefault(today(talk.who), []).append(talk.seconds)
    return found


def _own_case(held: Held, place: int) -> tuple[str, ...]:
    """Whose case a discussion is about; at the second one of a design session there is none."""
    return held.presenters[place : place + 1]


def _minutes(held: Held, name: str) -> int:
    """For how many minutes of a session somebody was compared with the others."""
    *cases, other = COUNTED[held.template]
    return other + sum(minutes for place, minutes in enumerate(cases) if name not in map(today, _own_case(held, place)))


def evenness() -> float:
    """How evenly the talk was spread within a session, 1 for alike: Shannon's entropy over that of an even spread, each
    session weighing as much as it had talk."""
    total = weight = 0.0
    for held in heard_with_leave():
        spoken = [sum(seconds) for seconds in talked(held).values()]
        entropy = -sum(one / sum(spoken) * log(one / sum(spoken)) for one in spoken)
        total += entropy / log(len(came(held))) * sum(spoken)
        weight += sum(spoken)
    return total / weight


def median_gap() -> float:
    """The median number of days from one session to the next."""
    return median((day(second) - day(first)).days for first, second in itertools.pairwise(YEAR))
