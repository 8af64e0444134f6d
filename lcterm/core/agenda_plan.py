"""What an agenda is made of before the session runs: planned points and their modes."""

import re
from typing import Annotated, Literal, TypeAlias, get_args

from msgspec import Meta, Struct

Mode = Literal["round", "queue", "open", "presenter", "pairs", "none"]
"""How people come to speak at a point ([HB], pairs: ours)."""

MODES: tuple[Mode, ...] = get_args(Mode)

COUNTED: frozenset[Mode] = frozenset({"queue", "open"})
"""The modes whose talk enters the comparison of voices: a round would hide who is silent in discussion."""

MINUTES_MAX = 24 * 60

_YEAR = 366 * MINUTES_MAX
StoredMinutes: TypeAlias = Annotated[float, Meta(ge=-_YEAR, le=_YEAR)]
"""Minutes of which a stored figure beyond a year is damage: no clock could be made of it."""

_SUMMING_UP = (
    r"\b(?:sum(?:s|med|ming)?[ -]?(?:it )?up|summar(?:y|ies|ise|ize)|captur(?:e|es|ing)|read[ -]?back|wrap[ -]?up"
    r"|what (?:do )?we (?:keep|report|take away|take home)|take-?aways?|conclusions?)\b"
)


def sums_up_by_title(title: str) -> bool:
    """Whether a title says that the group sums up: a capture, a summary, conclusions, a read-back, what we keep, what
    we report. Where an agenda says it itself that counts, not its titles. Source of the rule: ours."""
    return re.search(_SUMMING_UP, title, re.IGNORECASE) is not None


class PlannedPoint(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One point of a planned agenda.

    `id` is stable within the session. `minutes` may be a fraction; 0 is a moment such as the close. `title` has at
    most 18 cells in shipped templates. `presenters` are ids of people. `notes` are prompts for the facilitator, one
    a thing to say or watch. `question` is what the group works on, fit for the room to read. `section` is the
    heading it stood under in a pasted agenda. `sums_up`: here the group sums up, so it may read its captures.
    `from_template`: the question came with the template, so that it is nobody's own.
    """

    id: str
    title: str
    minutes: StoredMinutes
    mode: Mode = "open"
    presenters: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    question: str = ""
    section: str = ""
    sums_up: bool = False
    from_template: bool = False
