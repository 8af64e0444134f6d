"""Rounds and pairs: who is to come, in which order, and with how much time ([HB] rounds; starter, direction, pairs:
ours)."""

from collections import Counter

from msgspec.structs import replace

from lcterm.core.agenda import remaining
from lcterm.core.session import Point, Session

DAY_MS = 86_400_000


def round_order(session: Session, point: Point) -> list[str]:
    """Everyone who belongs in a round, in seat order from the starter on, or backwards from there."""
    seats = [voice.person for voice in session.voices.values() if voice.compared]
    if point.backwards:
        seats.reverse()
    start = seats.index(point.starter) if point.starter in seats else 0
    return seats[start:] + seats[:start]


def next_in_round(session: Session) -> list[str]:
    """Who is still to come in this round, in its order; at the end once more those who passed ([HB])."""
    point = session.point
    if point is None:
        return []
    speaking = session.aside or session.turn
    out = {*point.spoke, speaking.person if speaking else ""}
    passes = Counter(point.passed)
    left = [one for one in round_order(session, point) if session.voices[one].reachable and one not in out]
    fresh = [person for person in left if person not in passes]
    again = {person for person in left if passes[person] == 1}
    return fresh + [person for person in passes if person in again]


def may_pass(session: Session, person: str) -> bool:
    """Whether a pass of this person would move the round: they have the floor, or are still to come. Who has passed
    already can do so again only when asked again, so that two who press the key at once pass once."""
    if session.aside is not None:
        return False
    if session.turn is not None and session.turn.person == person:
        return True
    point, coming = session.point, next_in_round(session)
    return point is not None and person in coming and (person not in point.passed or coming[0] in point.passed)


def seconds_each(session: Session, now: int) -> int | None:
    """The seconds left for each who is to come and who speaks, in a round at `now` (wall, ms), never below 0. None
    where nobody is left or nothing is timed."""
    left = remaining(session, now)
    if left is None or session.mode != "round":
        return None
    people = len(next_in_round(session)) + (1 if session.turn or session.aside else 0)
    return max(0, left) // 1000 // people if people else None


def round_begun(session: Session, point: Point) -> Point:
    """The point with a starter and a direction of its own: another person and the other way than last time, over the
    rounds of a session and from day to day, so that it is not always the same who must begin."""
    here = [voice.person for voice in session.voices.values() if voice.compared and voice.reachable]
    if point.starter or not here:
        return point
    turn = session.starts // DAY_MS + session.rounds
    starter = here[(turn + session.rounds * (len(here) // 2)) % len(here)]
    return replace(point, starter=starter, backwards=turn % 2 == 1)


def pairs(session: Session, seed: str) -> tuple[tuple[str, ...], ...]:
    """Everyone who is here in twos, an odd one makes a three; drawn by the seed, the same for the same. Those on the
    line are put together as far as it goes, since they can hardly talk with half the room. Empty for fewer than two."""
    from zlib import crc32

    here = [voice for voice in session.voices.values() if voice.compared and voice.reachable]
    drawn = sorted(here, key=lambda one: (one.place == "line", crc32(f"{seed}:{one.person}".encode()), one.person))
    people = [voice.person for voice in drawn]
    if len(people) < 2:
        return ()
    groups = [tuple(people[place : place + 2]) for place in range(0, len(people) - 1, 2)]
    if len(people) % 2:
        groups[-1] = (*groups[-1], people[-1])
    return tuple(groups)
