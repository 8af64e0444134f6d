"""Reading back: what was written down since the group last summed up, what still lacks something first."""

from typing import Literal, NamedTuple, get_args

from lcterm.core.audience import readable
from lcterm.core.events import Audience, CaptureKind
from lcterm.core.kept_captures import lacks_recipient
from lcterm.core.session import Capture, Point, Session

Lack = Literal["owner", "date", "audience"]
"""What a capture needs before it can be kept as it is: who does it, until when, or whom it is for."""

KINDS: tuple[CaptureKind, ...] = get_args(CaptureKind)
_AUDIENCES: tuple[Audience, ...] = get_args(Audience)


class Item(NamedTuple):
    """A capture to read aloud, and what it lacks."""

    capture: Capture
    lacks: tuple[Lack, ...] = ()


class ReadBackList(NamedTuple):
    """What to read aloud, in that order. `since`: the id of the point at which the group summed up before, "" for the
    beginning. `earlier`: how many of these were written before that, and lack something still."""

    since: str
    items: tuple[Item, ...]
    earlier: int = 0

    @property
    def lacking(self) -> int:
        """How many lack something; these come first."""
        return sum(bool(item.lacks) for item in self.items)


def read_back(session: Session, *, everything: bool = False) -> ReadBackList:
    """What was written down since the last point at which the group summed up was done, or all of it, and whatever of
    the whole session lacks something still; notes are not for reading aloud. What lacks an owner, a date or a recipient
    comes first, then by kind, owner (in seat order) and audience ([HB]: who owns what, and who will see what)."""
    before = None if everything else _summed_up_before(session)
    seats = {person: place for place, person in enumerate(session.voices)}

    def order(item: Item) -> tuple[int, int, int, int, int]:
        words = item.capture.words
        owner = seats.get(words.owners[0], len(seats)) if words.owners else len(seats) + 1
        first = min((get_args(Lack).index(lack) for lack in item.lacks), default=len(get_args(Lack)))
        return first, KINDS.index(words.kind), owner, _AUDIENCES.index(words.audience), item.capture.at

    aloud = [Item(one, lacks(one)) for one in readable("facilitators", session) if _aloud(one)]
    since = [item for item in aloud if _since(item.capture, before)]
    earlier = [item for item in aloud if item.lacks and not _since(item.capture, before)]
    return ReadBackList(before.id if before else "", tuple(sorted([*earlier, *since], key=order)), len(earlier))


def lacks(capture: Capture) -> tuple[Lack, ...]:
    """What a capture needs still: an open action its owner and its date, a report somebody to report to."""
    words = capture.words
    if words.kind == "action" and not capture.done:
        owner: tuple[Lack, ...] = () if words.owners else ("owner",)
        return owner if words.due or words.due_next else (*owner, "date")
    return ("audience",) if lacks_recipient(words) else ()


def _summed_up_before(session: Session) -> Point | None:
    done = [one for one in session.points.values() if one.plan.sums_up and one.status == "done" and one.ended]
    return max(done, key=lambda point: point.ended or 0, default=None)


def _since(capture: Capture, before: Point | None) -> bool:
    return before is None or (capture.at >= (before.ended or 0) and capture.point != before.id)


def _aloud(capture: Capture) -> bool:
    return capture.words.kind != "note" and capture.words.audience != "facilitators"
