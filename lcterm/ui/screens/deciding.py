"""Deciding, when no consensus comes or a few carry the room: the way, the suggestions, the marks, the outcome."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from string import digits
from typing import TYPE_CHECKING, ClassVar, Literal

from lcterm.core.commands import (
    ChangeMode,
    DrawPairs,
    LeaveDeciding,
    OpenVote,
    ParkDeciding,
    PutOnWall,
    SortSuggestion,
)
from lcterm.core.deciding import Suggestion
from lcterm.core.events import Light, Sort
from lcterm.ui.deciding_groups import is_vote, listed
from lcterm.ui.deciding_text import WAYS, Chosen, WayOfDeciding
from lcterm.ui.page import Page
from lcterm.ui.screens.asking_twice import Sure
from lcterm.ui.screens.deciding_marks import DecidingMarks
from lcterm.ui.widgets.deciding import deciding_page, ways_page
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

Stage = Literal["choose", "vote", "pairs", "what-else"]

SORTS: dict[str, Sort] = {"m": "must", "s": "should", "c": "could"}
LIGHTS: dict[str, Light] = {"g": "green", "r": "red"}
ADD, SETTLE, PARK = Way("a", "a", "add"), Way("y", "y", "decided"), Way("k", "k", "park")
DRAW = Way("p", "p", "draw pairs")
REWORD, STRIKE, LEAVE = Way("e", "e", "reword"), Way("d", "d", "strike"), Way("x", "x", "give it up")
WHOSE, SORTING = Way("g", "g r", "whose"), Way("m", "m s c", "sort")
OPEN, CLOSE = Way("o", "o", "open the vote"), Way("o", "o", "back to the pairs")


class DecidingScreen(DecidingMarks):
    """Without a decision under way it offers the ways; with one it shows that. Esc leaves the screen and nothing else:
    the decision goes on."""

    NAME: ClassVar[str] = "decide"
    TITLE_HERE: ClassVar[str] = "While you decide"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset({"clock", "longer", "shorter"})

    def __init__(self, board: "Board", begin: Chosen | None = None) -> None:
        super().__init__(board)
        self._begin_with = begin

    def opened(self) -> None:
        wanted = next((one for one in WAYS if one.way == self._begin_with), None)
        if wanted is not None and self.deciding is not None:
            self.board.refuse("A decision is under way already.", ("k", "parks it"))
        elif wanted is not None:
            self.ask_question(wanted.key, wanted.way)
        self.draw()

    # ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────

    @property
    def stage(self) -> Stage:
        """What it is about now."""
        held = self.deciding
        if held is None:
            return "choose"
        if is_vote(held):
            return "vote"
        return "pairs" if held.way == "pairs" else "what-else"

    def ids(self) -> list[str]:
        held = self.deciding
        return [one.way for one in WAYS] if held is None else listed(self.session, held)

    def page(self, width: int, height: int) -> Page:
        held = self.deciding
        if held is None and self.chosen not in self.ids():
            self.to_first()  # another seat ended it: no neighbour of what was chosen stands here
        return ways_page(self.place, width) if held is None else deciding_page(self.view, held, self.place, width)

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        if self.stage == "choose":
            ways = {one.key: lambda one=one: self._choose(one) for one in WAYS}
            return {**ways, "enter": lambda: self._choose(WAYS[self.place])}
        common: dict[str, Callable[[], object]] = {
            "a": self.ask_suggestion,
            "e": lambda: self.with_suggestion(self.reword),
            "d": lambda: self.with_suggestion(self.strike),
            "y": self.ask_words,
            "k": self._park,
            "x": self._ask_to_leave,
        }
        return {**common, **self._of_stage()}

    def _of_stage(self) -> Mapping[str, Callable[[], object]]:
        if self.stage == "what-else":
            return {"enter": self.ask_suggestion}
        lights = {
            key: lambda key=key, light=light: self.with_suggestion(lambda one: self.ask_marks(key, light, one))
            for key, light in LIGHTS.items()
        }
        if self.stage == "vote":
            counts: dict[str, Callable[[], object]] = {digit: partial(self._count_from, digit) for digit in digits}
            counts["enter"] = lambda: self.with_suggestion(self.ask_counts)
            return {**counts, **lights, **self._of_the_vote()}
        sorts = {key: lambda sort=sort: self._sort(sort) for key, sort in SORTS.items()}
        enter = self._put if self.suggestion is not None else self.ask_suggestion
        draws = {} if self._drawn else {"p": self._draw_pairs}
        return {"enter": enter, **sorts, **draws, **self._of_the_vote()}

    def _count_from(self, digit: str) -> None:
        """The greens are typed at once, without a key that opens the line."""
        self.with_suggestion(lambda one: self.ask_counts(one, digit))

    @property
    def _drawn(self) -> bool:
        """Whether pairs are drawn at this point."""
        return self.session.point is not None and bool(self.session.point.pairs)

    def _draw_pairs(self) -> None:
        """Who talks with whom from now on, and the first of them is asked."""
        if self.board.act(DrawPairs() if self.session.mode == "pairs" else ChangeMode("pairs")):
            self.to_first()

    def _of_the_vote(self) -> Mapping[str, Callable[[], object]]:
        """With pairs it is opened, and closed again; a traffic light is a vote from its beginning."""
        held = self.deciding
        return {"o": self._open_vote} if held is not None and held.way == "pairs" else {}

    def _choose(self, one: WayOfDeciding) -> None:
        self.ask_question(one.key, one.way)

    def _sort(self, sort: Sort) -> None:
        self.with_suggestion(lambda one: self.board.act(SortSuggestion(one.id, "" if one.sort == sort else sort)))

    def _put(self) -> None:
        self.with_suggestion(self._put_one)

    def _put_one(self, one: Suggestion) -> None:
        """To the wall, or off it. From there it goes on to the next pair, or the next suggestion of the room."""
        if not self.board.act(PutOnWall(one.id, not one.wall)) or one.wall:
            return
        ids = self.ids()
        following = [id for id in ids[ids.index(one.id) + 1 :] if not one.pair or self._suggestion(id) is None]
        self.chosen = following[0] if following else one.id

    def _open_vote(self) -> None:
        held = self.deciding
        if held is not None and self.board.act(OpenVote(not held.voting)):
            self.to_first()

    def _park(self) -> None:
        if self.board.act(ParkDeciding()):
            self.back()

    def _ask_to_leave(self) -> None:
        held = self.deciding
        if held is None:
            return
        id = held.id
        self.ask_if_sure(
            Sure(
                key="x",
                question="Give it up, without a word written down?",
                about="",
                warnings=(("Enter gives it up. k parks it instead, so that it is not lost.", "Enter gives it up."),),
                does="give it up",
                act=self._give_up,
                stands=lambda: self.deciding is not None and self.deciding.id == id,
                left="It goes on.",
            )
        )

    def _give_up(self) -> None:
        if self.board.act(LeaveDeciding()):
            self.back()

    def ways(self) -> Sequence[Way]:
        if self.stage == "choose":
            ways = (Way(one.key, one.key, one.title.rstrip("?").lower()) for one in WAYS)
            return (BACK, Way("enter", "Enter", "begin"), CHOOSE, *ways)
        return (BACK, *self._ways_here(), LEAVE, way("undo"), way("veil"))

    def _ways_here(self) -> Sequence[Way]:
        """What is done here, what is done most first."""
        if self.stage == "what-else":
            return (ADD, PARK._replace(words="park with these"), SETTLE, REWORD, STRIKE)
        if self.stage == "vote":
            count = Way("enter", "Enter", "count")
            if self._of_the_vote():
                return (count, SETTLE, PARK, WHOSE, CLOSE, STRIKE)
            return (count, SETTLE, ADD, PARK, WHOSE, REWORD, STRIKE)
        one = self.suggestion
        draw = [] if self._drawn else [DRAW]
        if one is None:
            return (*draw, ADD._replace(key="enter", shown="Enter"), OPEN, SETTLE, PARK)
        put = Way("enter", "Enter", "off the wall" if one.wall else "to the wall")
        return (put, ADD, *draw, OPEN, SORTING, SETTLE, PARK, REWORD, STRIKE)


def open_deciding(board: "Board", begin: Chosen | None = None) -> None:
    """The screen, from a card or a command with the way to begin with."""
    board.app.push_screen(DecidingScreen(board, begin))
