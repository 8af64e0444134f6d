"""Reports of many sessions, as a diary of eight people might have left them; the same every time."""

from random import Random

from msgspec.structs import replace

from lcterm.core.community import Community
from lcterm.core.digest import Digest
from lcterm.core.report import Report, ReportReader, report
from tests.core.counting import at, circle, held, kept, on, voice

PEOPLE = "abcdefgh"
ALLOWED = {"actions": "yes", "voices": "yes", "keeping": "group"}


def community(name: str = "Circle", names: tuple[str, ...] = ()) -> Community:
    """The eight, all of whose figures may be counted; `names`: what they are called instead of Member A and so on."""
    made = circle(PEOPLE, **ALLOWED)
    called = {
        person: replace(member, name=names[place % len(names)] if names else member.name)
        for place, (person, member) in enumerate(made.members.items())
    }
    return replace(made, name=name, members=called)


def sessions(count: int, days: int = 28, titles: tuple[str, ...] = ()) -> list[Digest]:
    """So many sessions, so many days apart; the sixth of every ten came from a recording, in the fourth of every five
    nobody's talk was counted."""
    dice = Random(7)
    return [_session(dice, place, days, titles[place % len(titles)] if titles else "") for place in range(count)]


def _session(dice: Random, place: int, days: int, title: str) -> Digest:
    came = "".join(person for person in PEOPLE if dice.random() < 0.8) or "a"
    due = on(days * place + 20).isoformat()
    acts = [
        replace(kept(f"k{place}-{number}", done=dice.random() < 0.6), due=due if dice.random() < 0.5 else "")
        for number in range(dice.randint(0, 4))
    ]
    made = held(
        days * place,
        came,
        "".join(person for person in PEOPLE if person not in came),
        title=title or f"session {place + 1}",
        presented=came[:2] if place % 2 else "",
        feedback=tuple(f"Good {number}" for number in range(dice.randint(0, 4))),
        actions=tuple(acts),
        voices=tuple(voice(person, dice.expovariate(1 / 90)) for person in came) if place % 5 != 3 else (),
        recorded=place % 10 == 5,
    )
    took = 0 if made.started is None else made.started + dice.randint(50, 75) * 60_000
    return replace(made, length=60 * 60_000, ended=took or made.ended)


def diary(count: int, days: int = 28, reader: ReportReader = "facilitators") -> Report:
    """The report three days after the last of so many sessions."""
    return report(community(), sessions(count, days), at(days * max(0, count - 1) + 3), reader=reader)
