"""How the board takes keys: by the table, by the mode that the line is in, or as letters that go on spelling a name."""

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from textual.timer import Timer

from lcterm.ui.line import cells
from lcterm.ui.point_offers import KEY as OFFER
from lcterm.ui.screens.line_looks import NAMING
from lcterm.ui.widgets.foot import EMPTIES, Message

THE_LINES_OWN = frozenset(
    {"space", "enter", "up", "down", "left", "right", "home", "end", "delete", "tab", "shift+tab", NAMING}
)
"""Keys that move about in a line being written, or do something to it, whatever they do on the board."""

LATE_MS = 5000
"""A letter or a digit within so long after a mode closed by itself was meant for it, and is not played."""
TOO_LATE = "That came too late and did nothing."
TYPED_ON_MS = 1000
"""Whoever writes on while the line closes by itself needs so long to see it, from one letter to the next."""
TYPED_TOO_LATE = "The line has closed; what was typed since did nothing."
TYPES_ON = frozenset({"enter", "backspace"})
"""What types nothing and belongs to writing all the same."""

ENDS_MS = 600
"""An Enter within so long after something was typed belonged to that, though it was over already."""


class Late(Struct, frozen=True):
    """Until when (boottime, ms) a key is too late; the letter that begins what has closed is not, "" for none.
    `typing`: it was a line that closed, so whatever is typed is, for as long as it goes on; `said`: why it closed is
    said already."""

    until: int
    begins: str = ""
    typing: bool = False
    said: bool = False


if TYPE_CHECKING:
    from lcterm.ui.picking import Trail
    from lcterm.ui.screens.board import Board
    from lcterm.ui.screens.line_modes import LineMode


class Keyboard:
    """The keys of a board. `mode`: what the line is busy with; `standing`: what it goes back to after that, for as long
    as it likes; `trail`: the rest of a name just chosen; `tells`: whether the message row says that a mode was closed
    for want of keys, even over what is being written."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self.mode: LineMode | None = None
        self.standing: LineMode | None = None
        self.trail: Trail | None = None
        self.tells = False
        self._late: Late | None = None
        self._typed_until = 0
        self._chosen_until = 0
        self._timer: Timer | None = None

    def is_for_line(self, key: str) -> bool:
        """Whether the capture line keeps this key: while it is written only second keys run the floor."""
        if not self._board.writing.active or self.mode is not None:
            return False
        meant = self._board.keys.by_key(key) if len(key) > 1 and key not in THE_LINES_OWN else None
        return meant is None or meant.id == "capture"

    def press(self, key: str, letter: str) -> None:
        """Take a key: for the mode of the line, else by the table. Letters that go on spelling a name just chosen are
        held first, and one that was meant for a mode that is closed does nothing."""
        if self.too_late(letter, key):
            return
        trail, self.trail = self.trail, None
        if trail is not None and (letter == " " or (len(letter) == 1 and letter.isalpha())):
            followed = trail.follow(letter, self._board.clock.boottime())
            self.trail = followed.trail
            for held in followed.play:
                self._play("space" if held == " " else held, held)
            return
        spelled = trail is not None and len(trail.held) > 1
        for held in trail.overdue() if trail is not None else "":
            self._play(held, held)
        if not (spelled and key in ("enter", "escape")):  # these end a name that was typed in full
            self._play(key, letter)

    def is_no_text(self, key: str, character: str) -> bool:
        """Whether a key that comes to the line being written is not for it: it was meant for a mode that is closed, or
        goes on spelling a name just chosen. What seemed to spell it and did not is put into the line first."""
        if self.too_late(character.lower(), key):
            return True
        now, letter = self._board.clock.boottime(), character.lower()
        trail, self.trail = self.trail, None
        chosen_until, self._chosen_until = self._chosen_until, 0
        if trail is not None and (letter == " " or (len(letter) == 1 and letter.isalpha())):
            followed = trail.follow(letter, now)
            self.trail = followed.trail
            if followed.play:  # in time, it was the text that goes on: none of it is dropped
                self._board.writing.type(trail.held if trail.in_time(now) else trail.overdue())
            self._chosen_until = 0 if followed.play else now + ENDS_MS
            return not followed.play
        if trail is not None:
            self._board.writing.type(trail.overdue())
        spelled = trail is not None and len(trail.held) > 1
        return (spelled and key == "escape") or (key == "enter" and (spelled or now < chosen_until))

    def typed(self) -> None:
        """Something typed into the line is over: a second Enter, or one that was not needed, is no key of the board."""
        self._typed_until = self._board.clock.boottime() + ENDS_MS

    def _play(self, key: str, letter: str) -> None:
        if self.mode is not None:
            self._restart_timer()
            self.mode.press(self._board, key, letter)
            return
        if self.standing is not None:
            self.standing.press(self._board, key, letter)
            return
        if key == EMPTIES and self._board.writing.waiting:
            self._board.writing.empty()
            return
        meant = self._board.keys.by_key(key, letter)
        tour = self._board.tour
        if tour is not None and (meant is None or meant.id == OFFER):  # Enter goes on with the tour
            tour.press(self._board, key)
        elif meant is not None and not (key == "enter" and self._board.clock.boottime() < self._typed_until):
            from lcterm.ui.screens.board_keys import do_key

            do_key(self._board, meant)

    def chose(self, trail: "Trail | None") -> None:
        """A name was chosen before it was spelled out: hold what goes on spelling it, but not for too long."""
        from lcterm.ui.picking import HOLD_MS

        self.trail = trail
        self._board.set_timer(HOLD_MS / 1000 + 0.05, self._trail_overdue)

    def _trail_overdue(self) -> None:
        from lcterm.ui.picking import HOLD_MS

        trail = self.trail
        if trail is None or self._board.clock.boottime() - trail.at < HOLD_MS:
            return
        self.trail = None
        if self.mode is None and self._board.writing.active:
            self._board.writing.type(trail.overdue())
            return
        for held in trail.overdue():
            self._play(held, held)

    def enter(self, mode: "LineMode") -> None:
        """The line takes keys for this from now on."""
        self.mode = mode
        self._restart_timer()

    def leave(self) -> None:
        """The line is free again."""
        self.mode = None
        self.typed()
        self._chosen_until = self._typed_until
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def lapse(self) -> None:
        """Nobody went on with the mode: it closes, says so, and what is typed for it a moment later does nothing."""
        board = self._board
        lapsed = self.mode.lapsed(board.keys) if self.mode is not None else None
        board.leave_mode(draw=False)
        if lapsed is not None:
            begins = "" if board.writing.active else lapsed.begins
            self._late, self.tells = Late(board.clock.boottime() + LATE_MS, begins.lower()), True
            end = f"; {begins} begins again." if begins else "."
            texts = (f"{lapsed.text}{end}", f"{lapsed.text.split(',')[0]}{end}")
            text = next((one for one in texts if cells(one) + 4 <= board.grid.message.w), texts[-1])
            board.message = Message("!", text)
        board.draw()

    def line_closed(self, *, said: bool = False) -> None:
        """The line closed by itself, perhaps under hands that type: they run no board. `said`: the message row says
        why."""
        self._late = Late(self._board.clock.boottime() + TYPED_ON_MS, typing=True, said=said)

    def too_late(self, letter: str, key: str = "") -> bool:
        """Whether this key was meant for a mode, or a line, that has closed; then so it is said. Asked of every key,
        once."""
        late, self._late, told = self._late, None, self.tells
        now = self._board.clock.boottime()
        if late is not None and late.typing:
            self.tells = now < late.until and (len(letter) == 1 or key in TYPES_ON)
            if self.tells:
                self._late = replace(late, until=now + TYPED_ON_MS)
                if not late.said:
                    self._board.refuse(TYPED_TOO_LATE)
        else:
            self.tells = (
                late is not None
                and len(letter) == 1
                and letter.isalnum()
                and letter != late.begins
                and now < late.until
            )
            if self.tells:
                self._board.refuse(TOO_LATE)
        if told and not self.tells and self._board.writing.active:
            self._board.draw()
        return self.tells

    def _restart_timer(self) -> None:
        from lcterm.ui.screens.line_modes import DROPPED_AFTER_SECONDS

        if self._timer is not None:
            self._timer.stop()
        self._timer = self._board.set_timer(DROPPED_AFTER_SECONDS, self.lapse)
