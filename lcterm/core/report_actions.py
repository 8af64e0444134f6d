"""What became of actions, as mere counts: of all of them, and of those that one session took on.

Only where the charter says yes; who asks for these looks there first.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from lcterm.core.carrying import Carried


class ActionCounts(Struct, frozen=True, kw_only=True):
    """What became of actions so far, those that stay in the room apart. `done`, `dropped`, `going` and `open` add up to
    `written`; `late`: so many of those going and open are beyond the date that was agreed for them."""

    written: int
    done: int
    dropped: int
    going: int
    open: int
    late: int


def counts(acts: Iterable[Carried], today: date, held_at: Sequence[int]) -> ActionCounts:
    """The counts on this day. `held_at`: when the sessions held so far began, wall ms."""
    known = list(acts)
    states = [one.state for one in known]
    return ActionCounts(
        written=len(states),
        done=states.count("done"),
        dropped=states.count("dropped"),
        going=states.count("going"),
        open=states.count("open"),
        late=sum(is_late(one, today, held_at) for one in known),
    )


def is_late(one: Carried, today: date, held_at: Sequence[int]) -> bool:
    """Whether it is still open after the day it was due, or, if it was due by the next session, after that one began.
    Counts as in `counts`; what has no date is never late."""
    if not one.open:
        return False
    if one.due:
        return _is_before(one.due, today)
    agreed = one.said if one.moved else one.origin.began
    return one.due_next and any(began > agreed for began in held_at)


def _is_before(due: str, today: date) -> bool:
    try:
        return date.fromisoformat(due) < today
    except ValueError:  # a date that another version wrote
        return False
