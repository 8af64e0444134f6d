"""Every command by name: type to narrow, Enter runs it on the board."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from lcterm.ui.command_list import Command, commands, narrowed
from lcterm.ui.line import Line, Span, cells, pad, row, title_line
from lcterm.ui.page import Page, chosen_line, of_items
from lcterm.ui.screens.over_board import OverBoard
from lcterm.ui.widgets.entry import Entry
from lcterm.ui.widgets.ways import Way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

NAME = 30
STEPS = {"up": -1, "down": 1, "pageup": -1, "pagedown": 1}
"""Keys that move the cursor: rows, or screenfuls."""


def open_palette(board: "Board") -> None:
    """The palette over whatever is on the screen."""
    board.app.push_screen(Palette(board))


class Palette(OverBoard):
    """The list, and below it the line that narrows it."""

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self.entry = Entry()
        self.panes["line"].raised = True
        self._every = commands(board.named_keys, looking=board.desk.watches)
        self.matching = self._every
        self._place = 0

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield self.entry

    def opened(self) -> None:
        self.entry.open(dotted=False)
        self.set_focus(self.entry)

    def lay_out(self, width: int, height: int) -> None:
        super().lay_out(width, height)
        box, styles = self.frame.line, self.entry.styles
        taken = min(cells(self.label) + 1, box.w)
        styles.offset, styles.width = (box.x + taken, box.y), max(1, box.w - taken)
        self.panes["line"].display = True
        self.panes["message"].display = self.frame.line != self.frame.message

    @property
    def label(self) -> str:
        """The key it was opened with, before the line."""
        return f" {self.keys.shown('palette') or '›'} "

    @property
    def place(self) -> int:
        return min(self._place, len(self.matching) - 1)

    def page(self, width: int, height: int) -> Page:
        title = title_line(width, "Commands", fact=f"{len(self.matching)} of {len(self._every)}")
        rows = [[self._row(one, width, number == self.place)] for number, one in enumerate(self.matching)]
        return of_items([title], rows, () if rows else [(Span("No command is called that.", "muted"),)])

    def _row(self, one: Command, width: int, chosen: bool) -> Line:
        name = [Span(pad(one.name, NAME) if width > NAME * 2 else one.name, "text")]
        words = [Span(one.words, "muted")] if width > NAME * 2 else []
        line = row(width, [Span("► " if chosen else "  ", "strong"), *name, *words], [Span(one.key, "bold")])
        return chosen_line(line, width) if chosen else line

    def line_row(self, width: int) -> Line:
        return row(width, [Span(self.label, "chip")])

    def message_row(self, width: int) -> Line:
        left = [Span(" " * (cells(self.label) + 1)), Span("its name, or a word of what it does", "muted")]
        return row(width, left, self.out_of_sight(), gap=2)

    def ways(self) -> Sequence[Way]:
        return (
            Way("enter", "Enter", "do it"),
            Way("escape", "Esc", "never mind"),
            Way("", "↑ ↓", "choose"),
            Way("", "a–z", "narrow"),
        )

    def on_input_changed(self) -> None:
        self.matching = narrowed(self._every, self.entry.value)
        self._place = 0
        self.draw()

    def on_input_submitted(self) -> None:
        self.run()

    def is_for_line(self, key: str) -> bool:
        return key not in ("escape", *STEPS) and not self._closes(key)

    def _closes(self, key: str) -> bool:
        """Whether it is the key that opened this, and types nothing."""
        meant = self.keys.by_key(key) if len(key) > 1 and key != "space" else None
        return meant is not None and meant.id == "palette"

    def press(self, key: str, letter: str) -> None:
        if key == "escape" or self._closes(key):
            self.back()
        elif key == "enter":
            self.run()
        elif key == self.keys["help"].keys[0]:
            self.back()
            self.board.open_sheet("help")
        elif key in STEPS:
            rows = STEPS[key] * (max(1, self.frame.body.h - 2) if key.startswith("page") else 1)
            self._place = max(0, min(len(self.matching) - 1, self.place + rows))
            self.draw()

    def clicked(self, item: int) -> None:
        if 0 <= item < len(self.matching):
            self._place = item
            self.run()

    def wheel(self, way: int) -> None:
        self.press("down" if way > 0 else "up", "")

    def run(self) -> None:
        """Back to the board, and do there what is chosen."""
        if not self.matching or not self.is_current:
            return
        command = self.matching[self.place]
        while self.app.screen is not self.board and len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        command.run(self.board)
