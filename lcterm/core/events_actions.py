"""What became of things after the session they were written down in: a fact of the community's log."""

from typing import Literal

from lcterm.core.event import Event

Becoming = Literal["open", "going", "done", "dropped"]
"""How far an action is: not begun as far as anybody said, still going, done, no longer wanted."""


class ActionSettled(Event, frozen=True, tag=True):
    """What became of an action, which keeps its identity: the id of its session and of the capture. The same is said of
    a report that was promised (`done`: it was made) and of an issue that was parked. `due` is an ISO date, `due_next`:
    by the next session; with neither it is due when its own session said."""

    session: str
    capture: str
    state: Becoming
    due: str = ""
    due_next: bool = False
