"""The facilitator's board: agenda, clock, floor, voices, captures, and the line, on one screen without a focus."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size

from lcterm.core.audience import readable
from lcterm.core.clock import Clock
from lcterm.core.voices import Order
from lcterm.store.desk import Desk
from lcterm.store.shipped import shipped
from lcterm.store.watcher import Watcher
from lcterm.ui.carrier import Carrier
from lcterm.ui.driver import keeps_up
from lcterm.ui.grid import Grid, grid
from lcterm.ui.key_table import SHIPPED, KeyTable
from lcterm.ui.line import Line
from lcterm.ui.news import SavingChanged
from lcterm.ui.painting import Painted
from lcterm.ui.screens import carried, watching
from lcterm.ui.screens.board_panes import BOARD, Arrangement, draw_panes, draw_ticking
from lcterm.ui.screens.coming_and_going import come, go
from lcterm.ui.screens.heard import Heard
from lcterm.ui.screens.keyboard import Keyboard
from lcterm.ui.screens.others import AGAIN_SECONDS, LOOK_SECONDS, Others, take_in
from lcterm.ui.screens.time_watch import TimeWatch
from lcterm.ui.screens.writing import Writing
from lcterm.ui.view import View, shown_moment, view_of
from lcterm.ui.widgets.foot import UNDO, Message
from lcterm.ui.widgets.pane import Pane

if TYPE_CHECKING:
    from lcterm.core.commands import AnyCommand
    from lcterm.ui.screens.line_modes import LineMode
    from lcterm.ui.tour import Tour

INTERRUPT = "ctrl+c"
"""No key of the board's: the app says what leaves instead."""


class Board(Painted[None]):
    """One session on one screen. Keys become commands; whatever comes of them is drawn from the session's state."""

    CSS_PATH: ClassVar[Any] = str(shipped("styles", "board.tcss"))
    AUTO_FOCUS: ClassVar[str | None] = ""
    ARRANGED: ClassVar[Arrangement] = BOARD
    between: ClassVar[bool] = False
    """Whether there is no session here, but a community between two of them."""

    def __init__(self, open_desk: Callable[["Board"], Desk], clock: Clock, keys: KeyTable = SHIPPED) -> None:
        super().__init__()
        self.clock, self.keys = clock, keys
        self.tour: Tour | None = None
        self.carrier: Carrier | None = None
        self.desk = open_desk(self)
        self.veiled = False
        self.order: Order = "seat"
        self.unsaved = ""
        self.message = Message()
        self.offered = ""
        """The capture that left the list with the last act, while its words stay in the log."""
        self.keyboard = Keyboard(self)
        self.writing = Writing(self)
        self.others, self.heard = Others(self), Heard(self)
        self.last_next: int | None = None
        self.bell_rings, self.by_minute = False, False
        self.grid: Grid = grid(80, 24)
        self._laid_out_for = Size(0, 0)
        self.view: View = view_of(self.desk.meeting, self.desk.now(), keys=keys)
        self.drawn_from: dict[str, tuple[object, ...]] = {}
        self._drawn_for: tuple[object, ...] = ()
        self._watch = TimeWatch(self)
        self.watcher = Watcher(self.desk.folders, LOOK_SECONDS)
        self.panes: dict[str, Pane] = {
            name: Pane(id=name, raised=name in ("block", "line"))
            for name in ("header", "block", "agenda", "prompts", "voices", "captures", "line", "message", "footer")
        }
        self.still: Sequence[Line] = ()
        """The block without what changes every second."""
        self.ticking: dict[str, Line] = {}
        """What does: the exact time, the clock of a turn."""

    # ── Life on the screen ──────────────────────────────────────────────────────────────────────────────────────

    def compose(self) -> ComposeResult:
        yield from self.panes.values()

    def on_mount(self) -> None:
        come(self)
        self.others.look()
        self._lay_out(self.app.size.width, self.app.size.height)
        self.set_interval(1, self.tick)
        self.watcher.start(partial(carried.folder_moved, self))
        carried.attend(self)

    def on_unmount(self) -> None:
        self.watcher.stop()
        self.others.away()
        go(self)

    def on_resize(self, event: events.Resize) -> None:
        if event.size != self._laid_out_for:  # as it comes up it is told three times
            self._lay_out(event.size.width, event.size.height)

    def on_screen_resume(self) -> None:
        self.draw()

    def on_screen_suspend(self) -> None:
        self.others.tell()

    def _lay_out(self, width: int, height: int) -> None:
        self._laid_out_for = Size(width, height)
        self.grid = self.ARRANGED.grid(width, height)
        for name, pane in self.panes.items():
            pane.place(self.grid.box(name))
        self.writing.place()
        self.draw()

    # ── Drawing ─────────────────────────────────────────────────────────────────────────────────────────────────

    def draw(self) -> None:
        """Draw everything from the state as it is now; rows that are the same are not drawn again."""
        self.view = self._look()
        self._drawn_for = self._moment()
        draw_panes(self)
        self.others.tell()

    def _look(self) -> View:
        meeting, now = self.desk.meeting, self.desk.now()
        view = view_of(meeting, now, veiled=self.veiled, order=self.order, keys=self.keys, before=self.view)
        return view._replace(by_minute=True) if self.by_minute else view

    def _moment(self) -> tuple[object, ...]:
        """What, besides the state, the panes depend on: if this is unchanged only what ticks needs drawing."""
        return (*shown_moment(self.view), carried.said(self))

    def tick(self) -> None:
        """Once a second: what counts seconds; all panes only when minute or phase changed, or others wrote what no
        change of the folder told of."""
        take_in(self)
        self.view = self._look()
        self._watch.look(self)
        if self._moment() != self._drawn_for:
            self.draw()
        else:
            draw_ticking(self)

    def painted(self) -> None:
        self.desk.let_go()

    def say(self, text: str, *, private: bool = False, sign: str = "✓", undo: bool = False) -> None:
        """The message row: what happened."""
        self.message = Message(sign if text else "", text, UNDO if undo else (), private)
        self.draw()

    def refuse(self, text: str, way_on: tuple[str, str] | None = None) -> None:
        """The message row: why not, and the way on."""
        self.message = Message("!", text, (way_on,) if way_on else ())
        self.draw()

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def on_key(self, event: events.Key) -> None:
        if self.keyboard.is_for_line(event.key) or event.key == INTERRUPT:
            return  # the line's own keys find their way to it when the event goes on, and ctrl+c to the app
        event.stop()
        event.prevent_default()
        if not self.is_active:  # typed faster than the screen above came up: meant for that one
            self.app.post_message(events.Key(event.key, event.character))
            return
        self.press(event.key, (event.character or "").lower() if event.is_printable else "")

    def press(self, key: str, letter: str) -> None:
        """Take a key; `letter` is what it types, small."""
        with self.at_once():
            self.keyboard.press(key, letter)

    @property
    def named_keys(self) -> KeyTable:
        """The keys that work now, as they are named."""
        return self.keys

    @property
    def mode(self) -> "LineMode | None":
        """What the line is busy with."""
        return self.keyboard.mode or (None if self.writing.active else self.keyboard.standing)

    def enter_mode(self, mode: "LineMode") -> None:
        """The line takes keys for this from now on."""
        self.keyboard.enter(mode)
        self.writing.give_way()
        self.draw()

    def leave_mode(self, *, draw: bool = True) -> None:
        """The line is free again; a capture that was being written goes on."""
        self.keyboard.leave()
        self.writing.focus()
        if draw:
            self.draw()

    # ── Acts ────────────────────────────────────────────────────────────────────────────────────────────────────

    def act(self, command: "AnyCommand", at: int | None = None) -> bool:
        """Wish for something, now or at `at` (wall, ms), and say what became of it; whether it came true."""
        from lcterm.ui.screens import striking

        if self.desk.watches:
            watching.changes_nothing(self)
            return False
        with self.at_once():
            if keeps_up(self.app):  # a terminal that takes nothing would keep the disk waiting too
                self.desk.hold()
            outcome = self.desk.act(command, at)
            if outcome.refused:
                self.refuse(outcome.text)
                return False
            self.message = self.heard.did(outcome, striking.told(self, outcome))
            striking.follow(self)
            self.draw()
            return True

    def on_others_wrote(self) -> None:
        take_in(self)
        self.set_timer(AGAIN_SECONDS, partial(take_in, self))

    def on_saving_changed(self, event: SavingChanged) -> None:
        if event.said != self.unsaved:
            self.unsaved = event.said
            self.draw()

    def on_pane_clicked(self, event: Pane.Clicked) -> None:
        from lcterm.ui.screens.clicks import pane_clicked

        pane_clicked(self, event)

    # ── Writing, and other screens ──────────────────────────────────────────────────────────────────────────────

    def write(self) -> None:
        """Begin a capture line."""
        self.writing.open()

    def write_sentence(self) -> None:
        """Begin a line for whoever has the floor."""
        self.writing.sentence()

    def mend_last(self) -> None:
        """Open the last capture again."""
        if captures := readable("facilitators", self.view.session):
            self.mend(captures[-1].id)
        else:
            self.refuse("Nothing is written down yet.", ("capture", "starts a line"))

    def mend(self, capture: str) -> None:
        """Open this capture again."""
        self.writing.mend(capture)

    def on_input_changed(self) -> None:
        self.draw()

    def on_input_submitted(self) -> None:
        self.keyboard.typed()
        self.writing.keep()

    def on_capture_input_left(self) -> None:
        self.writing.step_out()

    def open_large(self, name: str) -> None:
        """A pane, large, to edit."""
        from lcterm.ui.screens.large import large_screen

        if watching.turned_away(self, name):
            return
        self.others.tell_of_same(name)
        self.app.push_screen(large_screen(name, self))

    def open_sheet(self, name: str) -> None:
        """Something to read: the keys, what to say."""
        from lcterm.ui.screens.sheet import sheet

        self.app.push_screen(sheet(name, self))

    def open_palette(self) -> None:
        """Every command, by name."""
        from lcterm.ui.palette import open_palette

        open_palette(self)

    def leave(self) -> None:
        """Close this screen; the session goes on."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.app.exit()
