"""The landing plan over the board: a look ahead that changes nothing until it is taken. The floor goes on meanwhile."""

import re
from collections.abc import Callable, Sequence
from math import ceil
from typing import TYPE_CHECKING

from lcterm.core.commands import ResizePoints
from lcterm.core.events import NewLength
from lcterm.core.landing import breaks, landing
from lcterm.core.when import MINUTE, clock
from lcterm.ui.grid import Box
from lcterm.ui.key_table import KeyTable
from lcterm.ui.line import Line, Span, row
from lcterm.ui.screens.board_keys import do_key
from lcterm.ui.screens.landing_end import EndMode
from lcterm.ui.screens.line_modes import Lapsed, hinted, refused
from lcterm.ui.screens.sheet import sheet
from lcterm.ui.view import View
from lcterm.ui.widgets.foot import Message, idle_line, message_line
from lcterm.ui.widgets.landing import Shown, landing_box, landing_pane, landing_words, trouble
from lcterm.ui.widgets.pane import Pane
from lcterm.ui.widgets.ways import Way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

BY_HAND = {"plus": 1, "equals_sign": 1, "minus": -1, "greater_than_sign": 5, "less_than_sign": -5}


def open_landing(board: "Board") -> None:
    """Look at the plan; the same key leaves it again."""
    standing = board.keyboard.standing
    if isinstance(standing, LandingPlan):
        standing.leave()
    elif not board.view.session.live or board.view.session.point is None:
        board.refuse("Nothing is running, so there is nothing to land.", ("clock", "starts the clock"))
    else:
        board.keyboard.standing = LandingPlan(board)
        board.message = Message()
        board.draw()


def draw_landing(board: "Board") -> int | None:
    """Draw the plan, if it is open: wall ms at which it lands, None where there is none."""
    standing = board.keyboard.standing
    return standing.draw() if isinstance(standing, LandingPlan) else None


def click_landing(board: "Board", y: int) -> None:
    """A click in the plan's pane."""
    standing = board.keyboard.standing
    if isinstance(standing, LandingPlan):
        standing.clicked(y)


class LandingPlan:
    """The plan, worked out anew whenever it is drawn or taken. `end`: wall ms, None as planned; `kept` and `by_hand`
    are ids of points, the latter with their minutes."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self.end: int | None = None
        self.kept = breaks(board.view.session)
        self.by_hand: dict[str, float] = {}
        self.chosen = board.view.session.running
        self.pane = Pane(id="landing", classes="tick")
        board.mount(self.pane)

    def shown(self, view: View) -> Shown:
        """The plan at this moment."""
        plan = landing(view.session, view.now, self.end, self.kept, self.by_hand)
        return Shown(plan, view.session.planned_end if self.end is None else self.end, self.by_hand)

    # ── Drawing ─────────────────────────────────────────────────────────────────────────────────────────────────

    def draw(self) -> int | None:
        """Show the plan in its pane, and say when it lands; with the session the plan is over."""
        view, box = self._board.view, self._box()
        if not view.session.live:
            self._close()
            return None
        shown = self.shown(view)
        if self.chosen not in shown.plan.lengths:
            self.chosen = next(iter(shown.plan.lengths), "")
        self.pane.place(box)
        if box is not None:
            indent = (
                self._board.grid.margin if self._board.grid.layout == "narrow" else 0
            )  # all of the block is covered
            self.pane.show(landing_pane(view, shown, self.chosen, box, indent))
        return shown.plan.end

    def _box(self) -> Box | None:
        """Where it stands; while somebody is picked from the people whose place it takes, nowhere."""
        board = self._board
        covers = board.grid.agenda is None and board.keyboard.mode is not None
        return None if covers and not isinstance(board.keyboard.mode, EndMode) else landing_box(board.grid)

    def line(self, view: View, width: int) -> Line:
        if landing_box(self._board.grid) is not None:
            return idle_line(view, width)
        lands = clock(self.shown(view).plan.end, view.zone)
        return row(width, [Span(f"ends {clock(view.table.expected_end or 0, view.zone)} → {lands}", "turn-bold")])

    def hint(self, view: View, width: int) -> Line:
        if self._board.message.text:
            return message_line(view, self._board.message, width)
        shown = self.shown(view)
        if landing_box(self._board.grid) is None:
            return row(width, [Span(landing_words(view, shown))])
        problem = trouble(view, shown)
        return refused(width, problem) if problem else hinted(width, "A look ahead; nothing is changed yet.")

    def ways_out(self) -> Sequence[tuple[str, str]]:
        stays = self.chosen in self.kept or self.chosen in self.by_hand
        return [
            ("Enter", "take it"),
            ("Esc", "leave all as it was"),
            ("↑ ↓", "choose"),
            ("k", "let it give" if stays else "keep it"),
            ("+ −", "1 min"),
            ("e", "end at"),
        ]

    def lapsed(self, keys: KeyTable) -> Lapsed | None:
        """It stands for as long as it likes."""
        return None

    def clicked(self, y: int) -> None:
        """A click chooses the point of that row."""
        text = "".join(span.text for span in self.pane.lines[y]) if y < len(self.pane.lines) else ""
        found = re.match(r"[^\d]{1,4}(\d+) ", text)
        ids = list(self._board.view.session.points)
        number = int(found[1]) if found and y else 0
        if 0 < number <= len(ids) and ids[number - 1] in self.shown(self._board.view).plan.lengths:
            self.chosen = ids[number - 1]
            self._board.draw()

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def press(self, board: "Board", key: str, letter: str) -> None:
        """The plan's own keys; any other does what it does on the board, and the plan follows."""
        own: dict[str, Callable[[], object]] = {
            "enter": self._take,
            "escape": self.leave,
            "up": lambda: self._choose(-1),
            "down": lambda: self._choose(1),
            "k": self._keep,
            "e": lambda: board.enter_mode(EndMode(self._set_end)),
        }
        act = own.get(letter) or own.get(key)
        if act is not None:
            act()
        elif key in BY_HAND or letter in ("+", "-"):
            self._by_hand(BY_HAND.get(key, 1 if letter == "+" else -1))
        elif (meant := board.keys.by_key(key, letter)) is not None:
            self._open_help() if meant.id == "help" else do_key(board, meant)

    def _open_help(self) -> None:
        """The keys; first those of the plan."""
        ways = [Way("", key, words) for key, words in self.ways_out()]
        self._board.app.push_screen(sheet("help", self._board, "In the landing plan", ways))

    def leave(self) -> None:
        """Leave all as it was."""
        self._board.message = Message()
        self._close()
        self._board.draw()

    def _close(self) -> None:
        self._board.keyboard.standing = None
        self.pane.remove()

    def _take(self) -> None:
        self._board.draw()  # as it stands this very moment
        view = self._board.view
        if self._board.keyboard.standing is not self:
            self._board.refuse("Nothing is running any more, so there is nothing to land.")
            return
        lengths = self.shown(view).plan.lengths
        points = view.session.points
        changed = [NewLength(id, new) for id, new in lengths.items() if round(new * MINUTE) != points[id].length]
        if not changed:
            self.leave()
            self._board.say("It stays as it is: there is nothing to share out.", sign="")
        elif self._board.act(ResizePoints(tuple(changed))):
            self._close()
            self._board.draw()

    def _set_end(self, end: int | None) -> None:
        self.end = end

    def _choose(self, by: int) -> None:
        ids = list(self.shown(self._board.view).plan.lengths)
        place = ids.index(self.chosen) if self.chosen in ids else 0
        self.chosen = ids[max(0, min(len(ids) - 1, place + by))]
        self._answer("")

    def _keep(self) -> None:
        """Keep the chosen point as it is, or let it give and take again."""
        if self.chosen in self.by_hand:
            del self.by_hand[self.chosen]
        elif self.chosen in self.kept:
            self.kept -= {self.chosen}
        elif not self._board.view.session.points[self.chosen].length:
            self._answer("It has no length that it could keep.")
            return
        else:
            self.kept |= {self.chosen}
        self._answer("")

    def _by_hand(self, by: int) -> None:
        """Minutes more or fewer for the chosen point, never less than one from now."""
        view = self._board.view
        point = view.session.points[self.chosen]
        least = max(1, ceil(view.session.elapsed(point, view.now) / MINUTE + 1))
        now = self.shown(view).plan.lengths[self.chosen]
        wanted = round(now) + by
        if wanted < min(least, now):
            self._answer("A minute from now is the least.")
            return
        self.kept -= {self.chosen}
        self.by_hand[self.chosen] = max(least, wanted)
        self._answer("")

    def _answer(self, text: str) -> None:
        self._board.message = Message("!" if text else "", text)
        self._board.draw()
