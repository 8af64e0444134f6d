"""The agenda, large: look at every point, go to one, and change it while it is planned or runs."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.timer import Timer

from lcterm.core.commands import (
    ChangeMode,
    ExtendPoint,
    FixPoint,
    InsertPoint,
    MendPoint,
    MovePoint,
    SkipPoint,
)
from lcterm.core.refusal import Refused
from lcterm.core.session import Point
from lcterm.core.when import minutes
from lcterm.ui.agenda_text import NOBODY, read_point, read_presenters
from lcterm.ui.keys import Key
from lcterm.ui.line import Line, Span, cut_line, row
from lcterm.ui.page import Page
from lcterm.ui.screens.clicks import go_to_point
from lcterm.ui.screens.floor_modes import MODE_LETTERS
from lcterm.ui.screens.large import LargeScreen
from lcterm.ui.screens.line_modes import DROPPED_AFTER_SECONDS
from lcterm.ui.widgets.agenda_large import agenda_page, facts
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

LENGTHS = {"longer": 1, "shorter": -1, "longer-5": 5, "shorter-5": -5}
"""Minutes for the chosen point, by the ids of the keys."""
ROOM_FOR_MODES = 64
"""Cells from which on the modes stand two blanks apart."""


class LargeAgenda(LargeScreen):
    """All points with what was planned and what it took; the cursor begins at the running one."""

    NAME: ClassVar[str] = "agenda"
    TITLE_HERE: ClassVar[str] = "In this agenda"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset({"next-point", "back", "clock"})

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        points = board.view.session.points.values()
        ahead = next((point.id for point in points if point.status == "ahead"), "")
        self.chosen = board.view.session.running or ahead
        self._asked_by = ""
        self._choosing: Timer | None = None
        self._choice_for = ""

    def ids(self) -> list[str]:
        return list(self.desk.meeting.session.points)  # not what is drawn: numbers are those of now

    @property
    def point(self) -> Point | None:
        """What is chosen."""
        place = self.place
        return list(self.desk.meeting.session.points.values())[place] if place >= 0 else None

    @property
    def _left_out(self) -> bool:
        return self.point is not None and self.point.status == "skipped"

    def page(self, width: int, height: int) -> Page:
        return agenda_page(self.view, width, height, self.place)

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        number, out = self.place + 1, self._left_out
        return {
            "enter": lambda: self._follow(lambda: go_to_point(self.board, number)),
            "k": lambda: self._follow(lambda: self.board.act(MovePoint(number, 0) if out else SkipPoint(number))),
            "i": self._ask_new,
            "e": lambda: self._ask_about("e", "Title", self._rename, self._title),
            "m": self._choose_mode,
            "p": lambda: self._ask_about("p", "Presents", self._set_presenters, self._presenters),
            "f": self._fix,
            "s": lambda: self.board.act(MendPoint(number, sums_up=not (self.point and self.point.plan.sums_up))),
            "h": lambda: self.board.act(MovePoint(number, -1)),
            "shift+up": lambda: self.board.act(MovePoint(number, -1)),
            "l": lambda: self.board.act(MovePoint(number, 1)),
            "shift+down": lambda: self.board.act(MovePoint(number, 1)),
        }

    def by_table(self, key: Key) -> None:
        if key.id in LENGTHS:
            self.board.act(ExtendPoint(LENGTHS[key.id], self.place + 1))
        else:
            self._follow(lambda: super(LargeAgenda, self).by_table(key))

    def take(self, key: str, letter: str) -> None:
        if self._choosing is None:
            super().take(key, letter)
            return
        self._leave_choice()
        if letter and not self.still_there(self._choice_for):
            pass  # and so it was said
        elif (mode := dict(MODE_LETTERS).get(letter)) is not None:
            self.board.act(ChangeMode(mode, self.place + 1))
        elif letter:
            self.board.refuse(f"No mode has the letter {letter}.", ("m", "asks again"))
        self.draw()

    def _follow(self, act: Callable[[], object]) -> None:
        """A cursor on the running point goes with it."""
        before = self.desk.meeting.session.running
        act()
        after = self.desk.meeting.session.running
        if after and after != before and self.chosen == before:
            self.chosen = after

    # ── What is typed ───────────────────────────────────────────────────────────────────────────────────────────

    def _ask_new(self) -> None:
        self._asked_by = "i"
        self.ask("i", "New point", self._insert)

    def _ask_about(self, key: str, words: str, take: Callable[[str], bool], reads: Callable[[], str] = str) -> None:
        """Have something typed about the chosen point; what stands there already can be mended."""
        self._asked_by = key
        self.ask_about(key, words, take, reads)

    def _title(self) -> str:
        return self.point.plan.title if self.point else ""

    def hint(self, typed: str) -> Sequence[Span]:
        """What would become of what is typed."""
        try:
            words = self._understood(typed)
        except Refused as refused:
            words = refused.reason
        return [Span(words, "muted")]

    def _understood(self, typed: str) -> str:
        if self._asked_by == "f":
            return "such as 15:30; it will not begin before that"
        if self._asked_by == "e":
            return "as it shall stand on the agenda"
        if self._asked_by == "p":
            if not typed:
                return f"names or badges, with commas; {NOBODY} for nobody"
            names = [self.view.name(person) for person in read_presenters(typed, self.view.people)]
            return " and ".join(names) or "nobody presents"
        if not typed:
            return "such as Coffee 10; it comes after the chosen one"
        new = read_point(typed)
        return f"{new.title} · {minutes(new.minutes)} min · {new.mode}"

    def _insert(self, typed: str) -> bool:
        """After the chosen point, or where that is over, after the running one."""
        before = set(self.desk.meeting.session.points)
        over = self.point is None or self.point.status in ("done", "skipped")
        return self._read(lambda: InsertPoint(*read_point(typed), None if over else self.place + 2)) and self._chose(
            before
        )

    def _chose(self, before: set[str]) -> bool:
        """The point that is new is the chosen one."""
        self.chosen = next((id for id in self.desk.meeting.session.points if id not in before), self.chosen)
        return True

    def _rename(self, typed: str) -> bool:
        return self.board.act(MendPoint(self.place + 1, title=typed))

    def _presenters(self) -> str:
        return ", ".join(self.view.name(person) for person in self.point.plan.presenters) if self.point else ""

    def _set_presenters(self, typed: str) -> bool:
        return self._read(lambda: MendPoint(self.place + 1, presenters=read_presenters(typed, self.view.people)))

    def _read(self, command: Callable[[], InsertPoint | MendPoint]) -> bool:
        """Wish for what was typed; whether it was understood and came true."""
        try:
            return self.board.act(command())
        except Refused as refused:
            self.board.refuse(refused.reason)
            return False

    def _fix(self) -> None:
        """Fix it to the clock, or let go of that."""
        if self.point is not None and self.point.fixed:
            self.board.act(FixPoint(self.place + 1, ""))
        else:
            self._ask_about("f", "Begins at", lambda typed: self.board.act(FixPoint(self.place + 1, typed)))

    # ── The mode ────────────────────────────────────────────────────────────────────────────────────────────────

    def _choose_mode(self) -> None:
        self._choice_for = self.chosen
        self._choosing = self.set_timer(DROPPED_AFTER_SECONDS, self._leave_choice)

    def _leave_choice(self) -> None:
        if self._choosing is not None:
            self._choosing.stop()
            self._choosing = None
            self.draw()

    def line_row(self, width: int) -> Line:
        if self._choosing is None:
            return super().line_row(width)
        spans = [Span(" m ", "chip")]
        gap = "  " if width >= ROOM_FOR_MODES else " "
        for letter, mode in MODE_LETTERS:
            spans += [Span(f"{gap}{letter}", "bold"), Span(f" {mode}", "muted")]
        return row(width, spans)

    # ── What stands below ───────────────────────────────────────────────────────────────────────────────────────

    def line(self, width: int) -> Line:
        """What the chosen row has no room for."""
        place = self.place
        said = facts(self.view, self.view.table.rows[place]) if place >= 0 else ""
        return cut_line([Span(f" {said}", "muted")], width) if said else ()

    def ways(self) -> Sequence[Way]:
        if self._choosing is not None:
            return (Way("escape", "Esc", "never mind"), Way("", "a–z", "the way to come to speak"))
        session, point = self.view.session, self.point
        return (
            BACK,
            CHOOSE,
            Way("enter", "Enter", "go there" if session.live else "start"),
            Way("i", "i", "insert"),
            Way("k", "k", "put in again" if self._left_out else "leave out"),
            Way("plus", "+ −", "1 min"),
            Way("greater_than_sign", "> <", "5 min"),
            Way("e", "e", "rename"),
            Way("h", "h l", "up, down"),
            Way("f", "f", "free time" if point is not None and point.fixed else "fix time"),
            Way("m", "m", "mode"),
            Way("p", "p", "presenter"),
            Way("s", "s", "sums up"),
            way("next-point", "next"),
            way("undo"),
            way("redo"),
            way("clock", "clock"),
            way("veil"),
        )
