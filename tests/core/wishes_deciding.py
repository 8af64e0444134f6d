"""Random wishes about a decision that is being made."""

from collections.abc import Callable
from random import Random
from typing import Literal

from msgspec.structs import replace

from lcterm.core.commands import (
    AnyCommand,
    BeginDeciding,
    CountLights,
    LeaveDeciding,
    OpenVote,
    ParkDeciding,
    PutOnWall,
    Settle,
    ShowLight,
    SortSuggestion,
    StrikeCapture,
    Suggest,
)
from lcterm.core.events import DecidingWay, Light, Sort
from lcterm.core.session import Session
from lcterm.core.striking import decidings

WAYS: tuple[DecidingWay, ...] = ("lights", "lights", "pairs", "pairs", "what-else")
SORTS: tuple[Sort | Literal[""], ...] = ("", "", "must", "could")
LIGHTS: tuple[Light | Literal[""], ...] = ("green", "green", "red", "")
PAIRS: tuple[tuple[str, ...], ...] = ((), ("amina", "ben"), ("chidi", "eva"))
VOTERS = ("amina", "ben", "chidi", "faye", "nobody")
ENDS: tuple[AnyCommand, ...] = (ParkDeciding(), LeaveDeciding(), Settle(text="Tuesdays"))
SAID = "said "
"""Before the place of a question or a suggestion among those of the session, the latest first."""


def _suggestion(chance: Random) -> str:
    return str(chance.choice([0, 0, 1, 2]))


DECIDING: list[tuple[int, Callable[[Random], AnyCommand]]] = [
    (5, lambda chance: BeginDeciding(chance.choice(WAYS), "When do we meet?")),
    (14, lambda chance: Suggest(chance.choice("abcdef"), chance.choice(PAIRS), chance.choice(SORTS))),
    (3, lambda chance: Suggest(chance.choice("ghi"), instead=_suggestion(chance))),
    (6, lambda chance: SortSuggestion(_suggestion(chance), chance.choice(SORTS))),
    (9, lambda chance: PutOnWall(_suggestion(chance), chance.random() < 0.8)),
    (12, lambda chance: OpenVote(chance.random() < 0.7)),
    (12, lambda chance: ShowLight(_suggestion(chance), chance.choice(VOTERS), chance.choice(LIGHTS))),
    (6, lambda chance: CountLights(_suggestion(chance), chance.randint(0, 3), chance.randint(-1, 2))),
    (1, lambda chance: chance.choice(ENDS)),
    (1, lambda chance: Settle(_suggestion(chance))),
    (2, lambda chance: StrikeCapture(f"{SAID}{chance.randint(0, 3)}")),
]


def aimed_at_said(command: AnyCommand, session: Session) -> AnyCommand:
    """The command with the id of a suggestion where it has its place; a strike may name a question too."""
    if isinstance(command, StrikeCapture) and command.capture.startswith(SAID):
        said = [id for one in decidings(session) for id in (one.id, *(each.id for each in one.suggestions))]
        place = int(command.capture[len(SAID) :])
        return replace(command, capture=said[-1 - place]) if place < len(said) else command
    made = session.deciding.suggestions if session.deciding is not None else ()
    if isinstance(command, SortSuggestion | PutOnWall | ShowLight | CountLights | Settle):
        place = int(command.suggestion or len(made))
        return replace(command, suggestion=made[place].id) if place < len(made) else command
    if isinstance(command, Suggest) and command.instead and int(command.instead) < len(made):
        return replace(command, instead=made[int(command.instead)].id)
    return command
