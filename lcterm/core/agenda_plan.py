"""What an agenda is made of before the session runs: planned points and their modes."""

from typing import Literal, get_args

from msgspec import Struct

Mode = Literal["round", "queue", "open", "presenter", "pairs", "none"]
"""How people come to speak at a point ([HB], pairs: ours)."""

MODES: tuple[Mode, ...] = get_args(Mode)

COUNTED: frozenset[Mode] = frozenset({"queue", "open"})
"""The modes whose talk enters the comparison of voices: a round would hide who is silent in discussion."""

MINUTES_MAX = 24 * 60


class PlannedPoint(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One point of a planned agenda.

    `id` is stable within the session. `minutes` may be a fraction; 0 is a moment such as the close. `title` has at
    most 18 cells in shipped templates. `presenters` are ids of people. `notes` are prompts for the facilitator, one
    a thing to say or watch. `question` is what the group works on, fit for the room to read. `section` is the
    heading it stood under in a pasted agenda.
    """

    id: str
    title: str
    minutes: float
    mode: Mode = "open"
    presenters: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    question: str = ""
    section: str = ""
