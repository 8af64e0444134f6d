"""What the room screen shows of a decision that is being made: its question, what is suggested, how many marks it has.

Nobody's name reaches it: neither who gave which mark nor which pair suggested what.
"""

from typing import NamedTuple

from lcterm.core.audience import may_see
from lcterm.core.deciding import Deciding, Suggestion, ranking
from lcterm.core.events import DecidingWay
from lcterm.core.session import Session
from lcterm.ui.deciding_groups import is_vote, marked, unmarked
from lcterm.ui.line import fit

IN_PAIRS = "Three suggestions each, sorted: must, should or could. One of them comes to the wall."


class RoomSuggestion(NamedTuple):
    """A suggestion, and how it stands. `place`: 0 while that cannot be said yet; `tied`: even with another in greens,
    of which it has some."""

    text: str
    green: int = 0
    red: int = 0
    marked: bool = False
    place: int = 0
    tied: bool = False


class RoomDeciding(NamedTuple):
    """A decision as the room sees it. `vote`: whether marks are given; `task`: what the pairs do now, "" where they do
    nothing."""

    way: DecidingWay
    question: str
    vote: bool = False
    task: str = ""
    suggestions: tuple[RoomSuggestion, ...] = ()

    @property
    def free(self) -> str:
        """What is going on while nobody has the floor, where the point itself would say what pairs do."""
        return "We are in pairs." if self.task else "We are all together again."


def deciding_for_room(session: Session) -> RoomDeciding | None:
    """What the room sees of the decision under way; None where there is none."""
    held = session.deciding
    if held is None or not may_see("room", "deciding"):
        return None
    shown = RoomDeciding(held.way, fit(held.question), is_vote(held))
    if shown.vote:
        return shown._replace(suggestions=_standing(held))
    texts = [one for one in held.suggestions if one.wall or held.way == "what-else"]
    task = IN_PAIRS if held.way == "pairs" else ""
    return shown._replace(task=task, suggestions=tuple(RoomSuggestion(fit(one.text)) for one in texts))


def _standing(held: Deciding) -> tuple[RoomSuggestion, ...]:
    """As they were suggested until all have marks, so that nothing moves while they are counted; then the most greens
    first."""
    ranked = {one.suggestion.id: one for one in ranking(held)}
    done = not unmarked(held)
    order = list(ranked) if done else [one.id for one in held.suggestions if one.id in ranked]

    def drawn(one: Suggestion, place: int, tied: bool) -> RoomSuggestion:
        known = marked(one)
        even = tied and done and one.green > 0
        return RoomSuggestion(fit(one.text), one.green, one.red, known, place if done else 0, even)

    return tuple(drawn(ranked[id].suggestion, ranked[id].place, ranked[id].tied) for id in order)
