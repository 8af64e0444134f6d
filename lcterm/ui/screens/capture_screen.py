"""What the large captures and the read-back share: captures to be released, agreed to, dropped, struck."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.timer import Timer

from lcterm.core.commands import AgreeQuote, DropCapture, ReleaseCapture, StrikeCapture
from lcterm.core.session import Capture
from lcterm.ui.line import Line
from lcterm.ui.screens.large import LargeScreen
from lcterm.ui.screens.line_modes import DROPPED_AFTER_SECONDS
from lcterm.ui.screens.striking import APART_MS, NOT_STRUCK, strike_rows
from lcterm.ui.widgets.foot import Message
from lcterm.ui.widgets.ways import Way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

STRIKING = (Way("escape", "Esc", "leave it"), Way("enter", "Enter", "strike"))
SETTLING = (
    Way("r", "r", "release"),
    Way("y", "y", "their yes"),
    Way("d", "d", "strike"),
    Way("x", "x", "drop"),
)
"""Ways of the footer: to what may leave the room, then to what shall not stand here."""


class CaptureScreen(LargeScreen):
    """A list of captures. While one is about to be struck, Enter asks once more and Enter again strikes; every other
    key leaves it."""

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self._striking = ""
        self._armed = False
        self._entered = 0
        self._lapse: Timer | None = None

    def listed(self) -> Sequence[Capture]:
        """The captures from the top."""
        raise NotImplementedError

    def ids(self) -> list[str]:
        return [one.id for one in self.listed()]

    @property
    def capture(self) -> Capture | None:
        """What is chosen."""
        place = self.place
        return self.listed()[place] if place >= 0 else None

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def settling_keys(self) -> Mapping[str, Callable[[], object]]:
        """The keys that these screens have in common."""
        return {
            "r": lambda: self.with_chosen(lambda one: self.board.act(ReleaseCapture(one.id, not one.released))),
            "y": lambda: self.with_chosen(lambda one: self.board.act(AgreeQuote(one.id, not one.agreed))),
            "x": lambda: self.with_chosen(lambda one: self.board.act(DropCapture(one.id))),
            "d": lambda: self.with_chosen(self._ask_to_strike),
        }

    def with_chosen(self, act: Callable[[Capture], object]) -> None:
        """Do this with what is chosen, or say that nothing is."""
        if (capture := self.capture) is None:
            self.board.refuse("Nothing is written down yet.", ("capture", "starts a line"))
        else:
            act(capture)

    def take(self, key: str, letter: str) -> None:
        if self._about_to_go is None:
            super().take(key, letter)
        elif key == "enter" and self._armed:
            self._enter_again()
        elif key == "enter":
            self._armed, self._entered = True, self.board.clock.boottime()
            self._wait()
            self.draw()
        else:
            self._leave_unstruck()
            if (meant := self.keys.by_key(key, letter)) is not None and meant.id == "care":
                super().take(key, letter)

    def clicked(self, item: int) -> None:
        """A click is never the Enter that strikes."""
        if self._about_to_go is None:
            super().clicked(item)
        else:
            self._leave_unstruck()

    # ── Striking ────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def _about_to_go(self) -> Capture | None:
        """What is about to be struck; another seat may have been quicker."""
        return next((one for one in self.listed() if one.id == self._striking), None) if self._striking else None

    def _ask_to_strike(self, capture: Capture) -> None:
        self._striking, self._armed = capture.id, False
        self._wait()

    def _enter_again(self) -> None:
        """Strike, unless it is the first Enter still: a key that is held down."""
        before, self._entered = self._entered, self.board.clock.boottime()
        if self._entered - before >= APART_MS:
            capture = self._striking
            self._leave_striking()
            self.board.act(StrikeCapture(capture))
            self.draw()

    def _wait(self) -> None:
        """Nobody should press Enter next hour and strike what was chosen now."""
        if self._lapse is not None:
            self._lapse.stop()
        self._lapse = self.set_timer(DROPPED_AFTER_SECONDS, self._leave_unstruck)

    def _leave_unstruck(self) -> None:
        self.board.message = Message("", NOT_STRUCK)
        self._leave_striking()

    def _leave_striking(self) -> None:
        self._striking, self._armed = "", False
        if self._lapse is not None:
            self._lapse.stop()
            self._lapse = None
        self.draw()

    def _strike_rows(self, capture: Capture, width: int) -> tuple[Line, Line]:
        return strike_rows(self.view, capture, width, "d", armed=self._armed)

    def line_row(self, width: int) -> Line:
        going = self._about_to_go
        return self._strike_rows(going, width)[0] if going is not None else super().line_row(width)

    def message_row(self, width: int) -> Line:
        going = self._about_to_go
        return self._strike_rows(going, width)[1] if going is not None else super().message_row(width)

    def shown_ways(self) -> Sequence[Way]:
        return STRIKING if self._about_to_go is not None else super().shown_ways()
