"""The fold of what became of actions after their session."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from lcterm.core.events_actions import ActionSettled, Becoming

Identity = tuple[str, str]
"""An action over all sessions: the id of its session and of its capture."""


class Settled(Struct, frozen=True, kw_only=True):
    """What became of an action, said at `at` (wall, ms). Dates as in ActionSettled. `before`: what was said of it
    earlier, oldest first."""

    state: Becoming
    at: int
    due: str = ""
    due_next: bool = False
    before: tuple["Settled", ...] = ()


def settled(known: Mapping[Identity, Settled], event: ActionSettled, at: int) -> dict[Identity, Settled]:
    """What is known after this fact, said at `at` (wall, ms): the latest that was said of an action stands, whole."""
    identity = event.session, event.capture
    last = known.get(identity)
    before = (*last.before, replace(last, before=())) if last is not None else ()
    now = Settled(state=event.state, at=at, due=event.due, due_next=event.due_next, before=before)
    return {**known, identity: now}
