"""A tour of two minutes on the sample's board: what to try, one thing after the other, in a pane of the board itself.

A step goes on by itself once it was really done, whichever key or click did it. Every other key works on meanwhile.
"""

from typing import TYPE_CHECKING

from lcterm.core.events import Undone
from lcterm.ui.grid import Grid
from lcterm.ui.key_table import KeyTable
from lcterm.ui.line import Line, Span, cells, title_line
from lcterm.ui.tour_steps import MARK, STEPS, Seen, Someone, Step
from lcterm.ui.widgets.foot import Message

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

WELCOME = Message("", "A sample; nothing of yours is touched. Take the tour.")
GOODBYE = Message("", "The tour is over. lcterm new begins for real.", (("quit", "leaves"),))


class Tour:
    """Where the tour has got to on a board."""

    def __init__(self) -> None:
        self.place = -1
        self.someone = Someone()
        self._before: Seen | None = None
        self._opened: frozenset[str] = frozenset()
        self._veiled = False

    @property
    def step(self) -> Step:
        return STEPS[self.place]

    def did(self, board: "Board", id: str) -> None:
        """A key of the board did what it does; noted if that opened something."""
        if not _is_free(board):
            self._opened |= {id}

    def look(self, board: "Board") -> None:
        """Go on if the step was done, and the board is there again to see the next one."""
        if self._before is None:
            self._go_on(board)
        self._veiled = self._veiled or board.veiled
        if not _is_free(board) or self._before is None:
            return
        if self.step.done(self._before, self._seen(board)):
            self._go_on(board)

    def press(self, board: "Board", key: str) -> None:
        """Enter skips a step, Esc ends the tour; no other key is its own."""
        if key == "escape" or (key == "enter" and self.place + 1 == len(STEPS)):
            board.tour = None
            board.message = GOODBYE
            board.drawn_from.clear()
            board.draw()
        elif key == "enter":
            self._go_on(board)
            board.draw()

    def _go_on(self, board: "Board") -> None:
        """To the next step there is somebody for."""
        for place in range(self.place + 1, len(STEPS)):
            someone = STEPS[place].whom(board.view)
            if someone is not None:
                self.place, self.someone = place, someone
                break
        self._opened, self._veiled = frozenset(), board.veiled
        self._before = self._seen(board)

    def _seen(self, board: "Board") -> Seen:
        undone = sum(isinstance(fact.event, Undone) for fact in board.desk.session.log.facts)
        return Seen(board.view, undone, self._opened, self._veiled)

    def lines(self, width: int, keys: KeyTable, *, free: bool = True) -> list[Line]:
        """The step as it is shown; `free`: Enter and Esc are the tour's just now."""
        last = self.place + 1 == len(STEPS)
        heads = "Enter ends it" if last else "Enter next, Esc ends"
        title = title_line(width, f"Tour {self.place + 1}/{len(STEPS)}", heads=heads if free else "", look="turn-bold")
        words = self.step.words.format(name=self.someone.name, badge=self.someone.badge)
        return [title, *with_keys(words, width, keys)]


def _is_free(board: "Board") -> bool:
    """Whether nothing lies over the board, and nothing is asked or written in its line."""
    keyboard = board.keyboard
    return (
        board.app.screen is board and keyboard.mode is None and keyboard.standing is None and not board.writing.active
    )


def show_tour(board: "Board") -> None:
    """Take the tour on where a step was done, and put the step in its place: where prompts stand on a wide screen, the
    captures on a middle one, the marked people on a narrow one, unless a person is being picked there."""
    if board.tour is None:
        return
    board.tour.look(board)
    name = place_of(board.grid)
    box = board.grid.box(name) if name else None
    if box is not None and not (name == "voices" and board.mode is not None):
        board.drawn_from.pop(name, None)
        lines = board.tour.lines(box.w, board.keys, free=_is_free(board))
        board.panes[name].show(lines)


def place_of(grid: Grid) -> str:
    """The pane that the tour stands in, "" on a screen too small for one."""
    return "prompts" if grid.prompts else "captures" if grid.captures else "voices" if grid.voices else ""


def with_keys(words: str, width: int, keys: KeyTable) -> list[Line]:
    """The words broken into lines of that width, what stands between marks as the key that it is now, in bold."""
    lines: list[list[Span]] = [[]]
    used = 0
    for word, is_key, after in _pieces(words, keys):
        if used and used + cells(word) > width:
            lines.append([])
            used = 0
        lines[-1].append(Span(word, "bold" if is_key else "text"))
        used += cells(word)
        if after and used < width:
            lines[-1].append(Span(" ", "text"))
            used += 1
    return [tuple(line) for line in lines if line]


def _pieces(words: str, keys: KeyTable) -> list[tuple[str, bool, bool]]:
    """Every word, whether it is part of a key, and whether a blank follows it."""
    pieces: list[tuple[str, bool, bool]] = []
    for number, part in enumerate(words.split(MARK)):
        is_key = number % 2 == 1
        text = keys.shown(part) if is_key else part
        if not is_key and text.startswith(" ") and pieces:
            pieces[-1] = (*pieces[-1][:2], True)
        found = text.split()
        pieces += [(word, is_key, index + 1 < len(found) or text.endswith(" ")) for index, word in enumerate(found)]
    return pieces
