"""The chronicle in plain words, in the order in which a member reads it after a year: what we are for and who we are,
what we learned, the latest meeting first, stories whole, what came of it, decisions that stand, rules and how they
grew, and last, to look things up, when we met and whose words these are.

Names and words of the group stand in these lines as they are; it is for whoever writes them out to escape them.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from lcterm.core.charter_decisions import PURPOSE
from lcterm.core.chronicle import Chapter, Chronicle, RulesStep, Saying, Talk
from lcterm.core.community import Community
from lcterm.core.text import folded
from lcterm.core.when import full_day, local, zone_or_utc
from lcterm.documents.charter_words import answer_words, change_line
from lcterm.documents.wording import counted
from lcterm.store.charter import is_settled, topics

Form = Literal["md", "html"]
"""How a chronicle is written out."""

FOR_US = "It is for us: our words and our names, to pass on only where we agree to it."
EMPTY = "Nothing has been kept yet. What we write down as learning, story, outcome or decision will stand here."
STANDS = "What we settled about how we work stands here until our charter says otherwise."

_ONLY_A_WORD = re.compile(r"(?:case|presentation)(?: \d+)?")
"""Titles of a presentation that say nothing of it."""


class Told(NamedTuple):
    """A sentence of the group, whole; `credit`: whose it is and when. `quoted`: somebody's very words."""

    text: str
    credit: str = ""
    quoted: bool = False


class Passage(NamedTuple):
    """What belongs to one meeting or day. `anchor`: a word that no other passage has; `under`: what stands below the
    heading, before the sentences."""

    anchor: str
    heading: str
    under: tuple[str, ...]
    told: tuple[Told, ...]


class Part(NamedTuple):
    """A heading with sentences, passages, or both. `whole`: its sentences are paragraphs, not items of a list."""

    heading: str
    told: tuple[Told, ...] = ()
    passages: tuple[Passage, ...] = ()
    lead: str = ""
    numbered: bool = False
    whole: bool = False


class Year(NamedTuple):
    """Meetings of a year that left something, as (anchor, day), in the order of their passages."""

    year: int
    days: tuple[tuple[str, str], ...]


class Document(NamedTuple):
    """The whole; `opening` is a paragraph a line."""

    title: str
    opening: tuple[str, ...]
    years: tuple[Year, ...]
    parts: tuple[Part, ...]


def document(held: Chronicle) -> Document:
    """The chronicle in its order. What would be empty is left out. Raises Refused when the topics of the charter did
    not come with this lcterm."""
    found = tuple(one for one in _parts(held) if one.told or one.passages)
    kept = any(one.sayings for one in held.chapters)
    opening = (held.community.purpose, _meetings(held.held), FOR_US if kept else EMPTY)
    title = f"{held.community.name}: our chronicle"
    return Document(title, tuple(filter(None, opening)), _years(_learned(held)), found)


def _meetings(held: list[Chapter]) -> str:
    if not held:
        return "We have not met yet."
    first, last = (full_day(_day(one)) for one in (held[0], held[-1]))
    if len(held) == 1:
        return f"We met once, on {first}."
    return f"We met {len(held)} times, {f'on {first}' if first == last else f'from {first} to {last}'}."


def _parts(held: Chronicle) -> Iterator[Part]:
    chapters = held.chapters
    yield Part("Who we are", tuple(_people(held)), whole=True)
    yield Part("What we have learned", passages=tuple(_passage(one) for one in _learned(held)))
    yield Part("Stories we tell", tuple(_dated(chapters, "story")), whole=True)
    yield Part("What came of it, though nobody had planned it", tuple(_dated(chapters, "outcome")))
    lead = STANDS if held.community.charter else ""
    yield Part("What we decided", tuple(_decisions(held)), lead=lead)
    steps = tuple(_step(held, number, one) for number, one in enumerate(held.rules_steps, 1))
    yield Part("Our ground rules, and how they grew", tuple(map(Told, held.rules)), steps, numbered=True)
    yield Part("When we met, and who presented", tuple(Told(_meeting(one)) for one in held.held))
    yield Part("Whose words these are", (Told(_and(held.voices)),) if held.voices else (), whole=True)


def _people(held: Chronicle) -> Iterator[Told]:
    if held.people:
        yield Told(_and(held.people))
    if held.before:
        yield Told(f"With us for a time: {_and(held.before)}")


def _learned(held: Chronicle) -> list[Chapter]:
    """The meetings with something learned or quoted, latest first."""
    return [one for one in reversed(held.chapters) if one.of("learning", "quote")]


def _years(chapters: Iterable[Chapter]) -> tuple[Year, ...]:
    found: dict[int, list[tuple[str, str]]] = {}
    for one in chapters:
        day = _day(one)
        found.setdefault(day.year, []).append((_anchor(one), full_day(day).removesuffix(f" {day.year}")))
    return tuple(Year(year, tuple(days)) for year, days in found.items())


def _passage(one: Chapter) -> Passage:
    told = (Told(saying.text, _and(saying.names), saying.kind == "quote") for saying in one.of("learning", "quote"))
    talks = _talks(one)
    return Passage(_anchor(one), _heading(one), (f"Presenting: {talks}",) if talks else (), tuple(told))


def _dated(chapters: Iterable[Chapter], kind: Literal["story", "outcome"]) -> Iterator[Told]:
    """All of a kind, latest meeting first, each with whose it is and when it was."""
    for one in reversed(tuple(chapters)):
        for saying in one.of(kind):
            yield Told(saying.text, _credit(saying, one))


def _credit(saying: Saying, chapter: Chapter) -> str:
    return ", ".join(filter(None, (_and(saying.names), full_day(_day(chapter)))))


def _decisions(held: Chronicle) -> Iterator[Told]:
    """What was decided, latest meeting first, without what the charter has had otherwise since; what it came back to
    stands once. A decision that nobody takes back stands: no log can tell more."""
    settled, told = _settled(held.community), set[str]()
    for one in reversed(held.chapters):
        for saying in one.of("decision"):
            topic = next((lead for lead in settled if saying.text.startswith(lead)), None)
            words, at = settled[topic] if topic is not None else (saying.text, saying.at)
            stands = saying.text == words or at <= saying.at
            if stands and (topic is None or saying.text not in told):
                told.add(saying.text)
                yield Told(saying.text, _credit(saying, one))


def _settled(community: Community) -> dict[str, tuple[str, int]]:
    """What the charter says now: how the board begins a decision about it, how it reads, and since when (wall, ms)."""
    found: dict[str, tuple[str, int]] = {}
    for topic in topics():
        answer = community.charter.get(topic.id)
        if answer is not None and is_settled(community, topic):
            found[f"{topic.title}: "] = f"{topic.title}: {answer_words(topic, answer)}", answer.at
    if community.purpose_history:
        found[f"{PURPOSE}: "] = f"{PURPOSE}: {community.purpose}", community.purpose_history[-1].at
    return found


def _step(held: Chronicle, number: int, step: RulesStep) -> Passage:
    session = next((one for one in held.chapters if step.session and step.session in (one.session, *one.logs)), None)
    day = full_day(local(step.at, zone_or_utc(held.zone)).date())
    heading = _heading(session) if session is not None else day
    return Passage(f"rules-{number}", heading, (), tuple(Told(change_line(one)) for one in step.changes))


def _meeting(one: Chapter) -> str:
    came = counted(one.here, "member") if one.here else ""
    talks = _talks(one)
    presented = f"presenting: {talks}" if talks else ""
    return "; ".join(filter(None, (_heading(one), came, presented)))


def _talks(one: Chapter) -> str:
    """Who presented, and what where its title says so: Amina, Ben and Chidi (Keys on a Friday)."""
    return ", ".join(filter(None, map(_talk, one.talks)))


def _talk(talk: Talk) -> str:
    title = "" if _ONLY_A_WORD.fullmatch(folded(talk.title)) else talk.title
    return f"{_and(talk.names)} ({title})" if talk.names and title else _and(talk.names) or title


def _heading(one: Chapter) -> str:
    return f"{full_day(_day(one))}: {one.title}" if one.title else full_day(_day(one))


def _anchor(one: Chapter) -> str:
    return f"session-{one.session}"


def _day(one: Chapter) -> date:
    return local(one.began, zone_or_utc(one.zone)).date()


def _and(names: tuple[str, ...]) -> str:
    """Amina, Ben and Chidi."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
