"""The facilitator's own reflection: a page to write on, its author's alone. What is typed is kept as it is left."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Label

from lcterm.core.refusal import Refused
from lcterm.core.text import sentence
from lcterm.core.when import full_day, local, zone_or_utc
from lcterm.store.desk import Desk
from lcterm.store.reflections import as_text, keep_reflection, questions, read_reflection
from lcterm.ui.screens.board_keys import do_key
from lcterm.ui.screens.form import Form
from lcterm.ui.screens.framed import Way
from lcterm.ui.widgets.fields import Text

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

HERE_ALONE = "For you alone: it stays on this laptop, in no summary."
KEPT = "Your reflection is kept, on this laptop alone."
HIDDEN = "It stays closed while the room can read along."
KEEP_EVERY = 20
"""Seconds after which what was typed meanwhile is kept, so that no crash takes more."""

FIELD = "reflection"

Teller = Callable[[str, str], None]
"""Takes a sign and what is to be said, on the screen below."""


class ReflectionScreen(Form[None]):
    """Questions, and room to write. Esc keeps it and goes back, where `told` says so.

    `board`: the board it was opened from, whose veil closes it; None where a session is looked at from elsewhere.
    Raises Refused where what is there cannot be read.
    """

    AUTO_FOCUS = f"#{FIELD}"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", show=False, priority=True),
        Binding("f10", "throw_away", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, board: "Board | None", told: Teller) -> None:
        super().__init__({})
        self.desk, self.board = desk, board
        self._tell_below = told
        self._before = read_reflection(desk.home, desk.meeting.session.id)
        self._questions = questions()
        self._kept = self._failed = self._over = False
        self._prefilled[FIELD] = f"{as_text(self._before)}\n\n" if self._before else ""

    # ── What stands on it ───────────────────────────────────────────────────────────────────────────────────────

    def head(self) -> tuple[str, str]:
        session = self.desk.meeting.session
        day = full_day(local(session.started or session.starts, zone_or_utc(session.zone)).date())
        return "Your reflection", ", ".join(filter(None, (session.title, day)))

    def fields(self) -> ComposeResult:
        yield Label(HERE_ALONE, classes="hint private", markup=False)
        yield Label("\n".join(f"· {one}" for one in self._questions), classes="label apart", markup=False)
        yield Text(FIELD, self._prefilled[FIELD], "Write as you like. A blank line begins a new paragraph.")

    def ways(self) -> Sequence[Way]:
        leave = Way("escape", "Esc", "back, kept")
        other = Way("f10", "F10", "leave without it") if self._failed else Way("ctrl+s", "ctrl+s", "keep")
        return leave, other

    # ── Keeping ─────────────────────────────────────────────────────────────────────────────────────────────────

    def on_mount(self) -> None:
        area = self.query_one(Text)
        area.move_cursor(area.document.end)
        self.set_interval(KEEP_EVERY, self._keep_meanwhile)

    def on_unmount(self) -> None:
        if not self._over:
            with suppress(Refused):  # the program ends: nobody is there to be told
                self._put()

    def _keep_meanwhile(self) -> None:
        with suppress(Refused):  # Esc tries again, and says why not
            self._put()

    def _put(self) -> None:
        area = self.query(Text)  # gone already when the program ends; then what it last told of counts
        text = area.first().text if area else self.draft.get(FIELD, self._prefilled[FIELD])
        if text.strip() == as_text(self._before):
            return
        home, session = self.desk.home, self.desk.meeting.session.id
        as_opened = read_reflection(home, session) == self._before
        self._before = keep_reflection(home, session, text, self.desk.now(), self._before)
        self._kept = True
        if area and not as_opened:  # another terminal added to it, or words were struck
            area.first().text = as_text(self._before)
            area.first().move_cursor(area.first().document.end)

    def _tried(self) -> bool:
        """Keep it, and say why not; whether it is kept."""
        try:
            self._put()
        except Refused as refused:
            self._failed = True
            self.say(refused.reason)
            return False
        self._failed = False
        return True

    def keep(self) -> None:
        if self._tried():
            self.say(KEPT, "✓")

    def action_leave(self) -> None:
        if self._tried():
            self._close()

    def action_throw_away(self) -> None:
        """Leave what cannot be kept; a key only where keeping has failed."""
        if self._failed:
            self._close()

    def _close(self) -> None:
        self._over = True
        self.dismiss()
        if self._kept:
            self.app.call_later(self._tell_below, "✓", KEPT)

    def on_key(self, event: events.Key) -> None:
        """The veil's key that types nothing closes the page before it veils the board."""
        if self.board is None or event.is_printable or event.key not in self.board.keys["veil"].keys:
            return
        event.stop()
        if self._tried():
            self._close()
            self.app.call_later(do_key, self.board, self.board.keys["veil"])
        else:
            area = self.query_one(Text)
            area.display = not area.display


def open_reflection(app: App[Any], desk: Desk, board: "Board | None", told: Teller) -> None:
    """The page over what is shown; under the veil it stays closed."""
    if board is not None and board.veiled:
        told("!", HIDDEN)
        return

    try:
        app.push_screen(ReflectionScreen(desk, board, told))
    except Refused as refused:
        told("!", sentence(refused.reason))


def reflect_on_board(board: "Board") -> None:
    """The page over the board."""

    def told(sign: str, text: str) -> None:
        if board.veiled:
            board.refuse(text, ("veil", "lifts the veil"))
        else:
            board.say(text, sign=sign, private=True)

    open_reflection(board.app, board.desk, board, told)
