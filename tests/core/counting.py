"""Sessions as a diary would have them, as digests: on which day, who came, who stayed away. People are letters."""

from datetime import date, timedelta

from lcterm.core.agenda_plan import Mode
from lcterm.core.community import Community, Member
from lcterm.core.digest import Digest, Kept, Presented, Unreached, VoiceKept
from lcterm.core.fold_charter import Answer
from lcterm.core.session import Status

HOUR = 60 * 60_000
DAY = 24 * HOUR
FIRST = date(2026, 1, 6)
START = 1_767_704_400_000
"""Tuesday 6 January 2026, 13:00 UTC."""


def on(day: int) -> date:
    """The day so many days after the first."""
    return FIRST + timedelta(days=day)


def at(day: float) -> int:
    """Wall ms so many days after the first session began."""
    return START + round(day * DAY)


def held(
    day: float,
    came: str = "abc",
    away: str = "",
    *,
    title: str = "",
    id: str = "",
    apart: str = "",
    presented: str = "",
    feedback: tuple[str, ...] = (),
    unreached: tuple[Unreached, ...] = (),
    actions: tuple[Kept, ...] = (),
    voices: tuple[VoiceKept, ...] = (),
    template: str = "ordinary",
    status: Status = "closed",
    planned_for: float | None = None,
    recorded: bool = False,
) -> Digest:
    """A session that was held, an hour long. `apart`: facilitators and observers, beside who came."""
    starts = at(day if planned_for is None else planned_for)
    return Digest(
        session=id or f"s{day:g}",
        title=title or f"day {day:g}",
        zone="UTC",
        starts=starts,
        status=status,
        template=template,
        started=None if recorded else at(day),
        ended=at(day) + HOUR if status == "closed" else None,
        presented=tuple(Presented(title=f"Case of {one}", people=(one,)) for one in presented),
        attended=(*apart, *came),
        missed=tuple(away),
        apart=tuple(apart),
        actions=actions,
        feedback=tuple(Kept(id=f"f{place}", kind="feedback", text=text, at=1) for place, text in enumerate(feedback)),
        voices=voices,
        unreached=unreached,
    )


def planned(day: float, id: str = "") -> Digest:
    return Digest(session=id or f"p{day:g}", title=f"day {day:g}", zone="UTC", starts=at(day), status="planned")


def point(title: str, mode: Mode = "open", presenters: str = "") -> Unreached:
    """A point that was not held."""
    return Unreached(id="p1", title=title, minutes=10, mode=mode, presenters=tuple(presenters))


def kept(id: str, *, done: bool = False) -> Kept:
    """An action that was written down."""
    return Kept(id=id, kind="action", text=f"canaryaction{id}", at=1, owners=("a",), done=done)


def voice(person: str, seconds: float, minutes: float = 60, turns: int = 1, *, compared: bool = True) -> VoiceKept:
    """What was heard of somebody who was there for so many minutes of counted talk."""
    spoken, there = round(seconds * 1_000_000), round(minutes * 60_000)
    return VoiceKept(person=person, turns=turns, round_turns=1, spoken=spoken, counted=there, compared=compared)


def circle(people: str = "abcde", left: str = "", facilitators: str = "", **choices: str) -> Community:
    """A community of these people, named Member A and so on; `choices` of its charter."""
    members = {
        one: Member(
            person=one,
            name=f"Member {one.upper()}",
            active=one not in left,
            roles=("facilitator",) if one in facilitators else ("member",),
        )
        for one in people
    }
    charter = {topic: Answer(topic=topic, answer="", choice=choice, at=1) for topic, choice in choices.items()}
    return Community(id="c", name="Circle", slug="circle", members=members, charter=charter)
