"""What carries over from session to session: actions with what became of them, whoever owns them now."""

from collections.abc import Iterable, Sequence
from datetime import tzinfo
from typing import NamedTuple

from lcterm.core.community import Community
from lcterm.core.community_events import ActionSettled, Becoming
from lcterm.core.digest import Digest, Kept
from lcterm.core.events import CaptureKind
from lcterm.core.fold_actions import Identity
from lcterm.core.refusal import Refusal
from lcterm.core.when import local

OPEN: frozenset[Becoming] = frozenset({"open", "going"})

_TOLD: dict[Becoming, str] = {"done": "done", "dropped": "dropped", "going": "still going", "open": "open"}
_DONE: dict[CaptureKind, str] = {"action": "Done", "parked": "Settled", "question": "Settled"}
"""What has been done with it; everything else was to be reported."""


class Carried(NamedTuple):
    """Something written down in the session `origin`, and how far it is. `due` is an ISO date, `due_next`: by the next
    session, as last agreed; `said`: wall ms at which somebody last said how far it is, 0 for never."""

    origin: Digest
    kept: Kept
    state: Becoming
    due: str
    due_next: bool
    said: int

    @property
    def id(self) -> str:
        """The capture's id, by which it is known in every later session."""
        return self.kept.id

    @property
    def identity(self) -> Identity:
        return self.origin.session, self.kept.id

    @property
    def open(self) -> bool:
        return self.state in OPEN

    @property
    def moved(self) -> bool:
        """Whether another date was agreed after its session."""
        return (self.due, self.due_next) != (self.kept.due, self.kept.due_next)


def carried(origin: Digest, kept: Kept, community: Community) -> Carried:
    """How far it is: what was said last counts, in its own session's log or in the community's."""
    own: Becoming = "done" if kept.done else "open"
    settled = community.settled.get((origin.session, kept.id))
    if settled is None:
        return Carried(origin, kept, own, kept.due, kept.due_next, kept.marked)
    dated = bool(settled.due) or settled.due_next
    due, due_next = (settled.due, settled.due_next) if dated else (kept.due, kept.due_next)
    later = settled.at >= kept.marked
    return Carried(origin, kept, settled.state if later else own, due, due_next, max(settled.at, kept.marked))


def actions(digests: Iterable[Digest], community: Community, *, everything: bool = False) -> list[Carried]:
    """The open actions of these sessions, or all of them: what has a date first, then what is for the next session,
    then the rest, each the oldest first."""
    found = [carried(origin, kept, community) for origin in digests for kept in origin.actions]
    return sorted((one for one in found if everything or one.open), key=_by_date)


def _by_date(one: Carried) -> tuple[bool, str, bool, int, str]:
    return not one.due, one.due, not one.due_next, one.kept.at, one.id


def settle(
    one: Carried, state: Becoming | None = None, due: str = "", due_next: bool = False
) -> ActionSettled | Refusal:
    """The fact that it is this far now, or that it is due then (ISO date, or the next session); a date reopens what was
    done or dropped. The date that was agreed stays where none is given."""
    dated = bool(due) or due_next
    becomes = state if state is not None else one.state if one.open else "open"
    if not dated and becomes == one.state:
        return Refusal(f"It is {_TOLD[one.state]} already.")
    if dated and (becomes, due, due_next) == (one.state, one.due, one.due_next):
        return Refusal("It has that date already.")
    if not dated and one.moved:
        due, due_next = one.due, one.due_next
    session, capture = one.identity
    return ActionSettled(session=session, capture=capture, state=becomes, due=due, due_next=due_next)


def before_it(one: Carried) -> ActionSettled:
    """The fact that it is again as it is now: for taking back what is about to be said of it."""
    session, capture = one.identity
    due, due_next = (one.due, one.due_next) if one.moved else ("", False)
    return ActionSettled(session=session, capture=capture, state=one.state, due=due, due_next=due_next)


def told(one: Carried) -> str:
    """What was said of it, in a sentence that begins with how far it is."""
    word = _DONE.get(one.kept.kind, "Reported") if one.state == "done" else _TOLD[one.state].capitalize()
    return f"{word}: {one.kept.text}"


def gone(people: Sequence[str], community: Community) -> list[str]:
    """Who of these owners (ids) has left the community."""
    return [one for one in people if one not in community.members or not community.members[one].active]


def ago(then: int, now: int, zone: tzinfo) -> str:
    """How long ago that day was (wall ms), in the largest unit that tells something."""
    days = (local(now, zone).date() - local(then, zone).date()).days
    if days < 1:
        return "today"
    if days < 14:
        return "yesterday" if days == 1 else f"{days} days ago"
    if days < 61:
        return f"{days // 7} weeks ago"
    return f"{days // 30} months ago" if days < 730 else f"{days // 365} years ago"
