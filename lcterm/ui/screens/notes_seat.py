"""The co-facilitator's seat: captures large, the line always ready, floor and voices beside it."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.widgets import Input

from lcterm.core.clock import Clock
from lcterm.core.commands import AnyCommand, WriteCapture
from lcterm.store.desk import Desk
from lcterm.ui.key_table import SHIPPED, KeyTable
from lcterm.ui.line import cells
from lcterm.ui.screens.board import Board
from lcterm.ui.screens.board_keys import do_key
from lcterm.ui.screens.board_panes import Arrangement, draw_foot
from lcterm.ui.screens.notes_keyboard import SCROLLS, NotesKeyboard
from lcterm.ui.screens.notes_panes import NOTES
from lcterm.ui.screens.notes_writing import NotesWriting
from lcterm.ui.screens.sheet import sheet
from lcterm.ui.second_keys import second_keys, without
from lcterm.ui.view import View
from lcterm.ui.widgets.notes_captures import Shown
from lcterm.ui.widgets.pane import Pane
from lcterm.ui.widgets.ways import Way

WHEEL_ROWS = 3
HERE = (
    Way("", "Esc", "single keys act; Esc again goes on writing"),
    Way("", "↑ ↓", "in the line: an earlier one, to change it"),
    Way("", "PgUp PgDn", "the captures, a screenful"),
    Way("", "Tab", "in the line: completes a name behind @"),
    Way("", "Click", "chooses a capture; Enter or another opens it"),
)
NOT_HERE = frozenset({*SCROLLS, "enter"})
"""Keys of the board that do something else here."""
POINTED = (
    "Enter, or another click, opens it to change; Esc leaves it.",
    "Enter or another click opens it; Esc leaves it.",
)


class NotesSeat(Board):
    """A board whose line is always ready; second keys run the floor."""

    ARRANGED: ClassVar[Arrangement] = NOTES

    def __init__(self, open_desk: Callable[[Board], Desk], clock: Clock, keys: KeyTable = SHIPPED) -> None:
        super().__init__(open_desk, clock, keys)
        self.keyboard: NotesKeyboard = NotesKeyboard(self)
        self.writing: NotesWriting = NotesWriting(self)
        self.seconds = second_keys(keys)
        """The keys that work while a line is written, for naming them."""
        self.top: int | None = None
        """The first row of the captures that is shown; None for the end of them, wherever that comes to be."""
        self.shown: Shown | None = None
        self.pointed = ""
        """The id of the capture that was clicked, and waits to be opened."""

    # ── Drawing ─────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def worded(self) -> View:
        """The view as it names keys: those that work now."""
        return self.view._replace(keys=self.named_keys)

    @property
    def named_keys(self) -> KeyTable:
        return self.seconds if self.writing.active else self.keys

    @property
    def chosen(self) -> str:
        """The id of the capture that is being changed, or was clicked, "" for none."""
        return self.writing.mended or self.pointed

    def draw(self) -> None:
        self.writing.settle()
        super().draw()

    def on_screen_resume(self) -> None:
        """The line is ready when the seat is opened, and when nothing lies over it any more."""
        if self.app.is_web:
            from lcterm.ui.browser_driver import STANDS_FOR

            self.seconds = second_keys(self.keys, STANDS_FOR)
        if self.keyboard.mode is None and self.keyboard.standing is None and not self.writing.active:
            self.writing.open()

    @on(Input.Changed)
    def _text_changed(self, event: Input.Changed) -> None:
        """A letter changes the line and the rows below it, and nothing else."""
        event.prevent_default()
        self.writing.typed_on()
        draw_foot(self)
        self.others.tell()

    def act(self, command: AnyCommand, at: int | None = None) -> bool:
        if isinstance(command, WriteCapture):
            self.top = None
        return super().act(command, at)

    def open_sheet(self, name: str) -> None:
        """The keys begin with those that are otherwise at this seat."""
        if name != "help":
            super().open_sheet(name)
            return
        self.app.push_screen(sheet(name, self, "At this seat", HERE, without(self.keys, NOT_HERE)))

    # ── The captures ────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def room(self) -> int:
        """The rows of captures in sight."""
        return max(1, (self.grid.captures.h if self.grid.captures else 2) - 1)

    def roll(self, rows: int) -> None:
        """Move the captures, down by so many rows; at their end they stay there whatever comes."""
        above, below = (self.shown.above, self.shown.below) if self.shown is not None else (0, 0)
        if not above and not below:
            return
        self.top = None if rows >= below else max(0, above + rows)
        self.draw()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.roll(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.roll(-WHEEL_ROWS)

    def on_pane_clicked(self, event: Pane.Clicked) -> None:
        """A click on a capture chooses it, another one opens it; in the two rows on top a click on the floor is the
        next speaker."""
        if event.pane.id == "captures" and self.shown is not None and not self.veiled and self.keyboard.mode is None:
            clicked = self.shown.captures[event.y] if event.y < len(self.shown.captures) else ""
            if clicked and clicked == self.pointed:
                self.mend(clicked)
            elif clicked and clicked != self.writing.mended:
                self.point_at(clicked)
        elif event.pane.id == "block" and self.grid.layout == "narrow" and event.y == 1 and self.mode is None:
            do_key(self, self.keys["next-speaker"])

    def point_at(self, capture: str) -> None:
        """This capture is chosen, "" for none: what is clicked may have been clicked for the keys to come here."""
        self.pointed = capture
        text = next((one for one in POINTED if cells(one) + 4 <= self.grid.message.w), POINTED[-1])
        self.say(text if capture else "", sign="")
