"""How the board takes keys: by the table, by the mode that the line is in, or as letters that go on spelling a name."""

from typing import TYPE_CHECKING

from textual.timer import Timer

from lcterm.ui.keys import by_key
from lcterm.ui.picking import HOLD_MS, Trail, follow, overdue
from lcterm.ui.screens.board_keys import do_key
from lcterm.ui.screens.line_modes import DROPPED_AFTER_SECONDS, LineMode

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board


class Keyboard:
    """The keys of a board. `mode`: what the line is busy with; `trail`: the rest of a name just chosen."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self.mode: LineMode | None = None
        self.trail: Trail | None = None
        self._timer: Timer | None = None

    def is_for_line(self, key: str) -> bool:
        """Whether the capture line keeps this key: while it is written only second keys run the floor."""
        if not self._board.writing.active or self.mode is not None:
            return False
        meant = by_key(key) if len(key) > 1 and key not in ("space", "up", "down") else None
        return meant is None or meant.id == "capture"

    def press(self, key: str, letter: str) -> None:
        """Take a key: for the mode of the line, else by the table. Letters that go on spelling a name just chosen are
        held first."""
        trail, self.trail = self.trail, None
        if trail is not None and (letter == " " or (len(letter) == 1 and letter.isalpha())):
            followed = follow(trail, letter, self._board.clock.boottime())
            self.trail = followed.trail
            for held in followed.play:
                self._play("space" if held == " " else held, held)
            return
        spelled = trail is not None and len(trail.held) > 1
        for held in overdue(trail) if trail is not None else "":
            self._play(held, held)
        if not (spelled and key in ("enter", "escape")):  # these end a name that was typed in full
            self._play(key, letter)

    def _play(self, key: str, letter: str) -> None:
        if self.mode is not None:
            self._restart_timer()
            self.mode.press(self._board, key, letter)
            return
        meant = by_key(key, letter)
        if meant is not None:
            do_key(self._board, meant)

    def chose(self, trail: Trail | None) -> None:
        """A name was chosen before it was spelled out: hold what goes on spelling it, but not for too long."""
        self.trail = trail
        self._board.set_timer(HOLD_MS / 1000 + 0.05, self._trail_overdue)

    def _trail_overdue(self) -> None:
        trail = self.trail
        if trail is None or self._board.clock.boottime() - trail.at < HOLD_MS:
            return
        self.trail = None
        for held in overdue(trail):
            self._play(held, held)

    def enter(self, mode: LineMode) -> None:
        """The line takes keys for this from now on."""
        self.mode = mode
        self._restart_timer()

    def leave(self) -> None:
        """The line is free again."""
        self.mode = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _restart_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._board.set_timer(DROPPED_AFTER_SECONDS, self._board.leave_mode)
