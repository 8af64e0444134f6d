"""The acts of `lcterm do` on the order of speaking and on where people are."""

from collections.abc import Sequence
from typing import get_args

from lcterm.core import commands
from lcterm.core.act import STEPS, Act, for_person, number, on, one_of, person, plain, step
from lcterm.core.commands import AnyCommand
from lcterm.core.events import Place
from lcterm.core.names import Known
from lcterm.core.refusal import Refused

PLACES: tuple[Place, ...] = get_args(Place)


def _move(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.MoveHand(person(words, people), step(words[1]))


def _limit(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    seconds = number(words[0], "seconds")
    if seconds != int(seconds):
        raise Refused(f"seconds {words[0]!r} are no whole number; write it like 120")
    return commands.LimitTurns(int(seconds))


def _seat(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.MoveSeat(person(words, people), step(words[1]))


def _place(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    chosen = one_of(words[1], PLACES, "a place")
    return commands.MarkPlace(person(words, people), next(place for place in PLACES if place == chosen))


def _hand_over(words: Sequence[str], people: Sequence[Known]) -> AnyCommand:
    return commands.PassFacilitation(person(words, people) if words else "")


SPEAKING: dict[str, Act] = {
    "move": Act("move NAME up|down", 2, 2, _move, STEPS),
    "reopen": Act("reopen", 0, 0, plain(commands.ReopenTurn)),
    "interject": Act("interject NAME", 1, 1, for_person(commands.Interject)),
    "by-kind": Act("by-kind [on|off]", 0, 1, lambda words, people: commands.SortByKind(not words or on(words[0]))),
    "limit": Act("limit SECONDS", 1, 1, _limit),
    "starter": Act("starter NAME", 1, 1, for_person(commands.ArrangeRound)),
    "backwards": Act(
        "backwards [on|off]", 0, 1, lambda words, people: commands.ArrangeRound(None, not words or on(words[0]))
    ),
    "pairs": Act("pairs", 0, 0, plain(commands.DrawPairs)),
    "swap": Act("swap", 0, 0, plain(commands.SwapPairs)),
    "seat": Act("seat NAME up|down", 2, 2, _seat, STEPS),
    "place": Act(f"place NAME {'|'.join(PLACES)}", 2, 2, _place, PLACES),
    "hand-over": Act("hand-over [NAME]", 0, 1, _hand_over),
}
"""Acts on the order of speaking and on where people are."""
