"""A file brought into a session: its minutes, capture by capture, or the report of who was there."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from lcterm.core.refusal import Refused
from lcterm.core.text import sentence
from lcterm.core.when import local
from lcterm.intake.attendance import ATTENDANCE_BYTES, is_attendance, read_attendance
from lcterm.intake.files import read_file
from lcterm.intake.minutes import read_minutes
from lcterm.ui.line import Span
from lcterm.ui.page import Page
from lcterm.ui.recording_file import is_recording
from lcterm.ui.screens.from_home import FromHome
from lcterm.ui.typed_path import typed_path
from lcterm.ui.widgets.bring_in import empty_page
from lcterm.ui.widgets.ways import CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

WHERE = "with its folder, such as ~/Downloads/minutes.md"


class Brought(Protocol):
    """A file that was read, and what its keys do with it."""

    def ids(self) -> list[str]:
        """What can be chosen, from the top."""

    def page(self, width: int, place: int) -> Page:
        """What is shown."""

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        """What keys mean here."""

    def ways(self) -> Sequence[Way]:
        """The words for them below."""

    def hint(self, typed: str) -> Sequence[Span]:
        """What would become of what is typed."""


class BringInScreen(FromHome):
    """Asks for a file, and shows what it would bring in."""

    NAME: ClassVar[str] = "bring-in"
    TITLE_HERE: ClassVar[str] = "Bringing in"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset({"care", "clock"})

    def __init__(self, board: "Board", *, to_home: bool = False) -> None:
        super().__init__(board, to_home=to_home)
        self.brought: Brought | None = None

    def opened(self) -> None:
        if not self.board.veiled:
            self.ask_for_file()
        self.draw()

    def ask_for_file(self) -> None:
        """Have the file's name typed."""
        self.ask("file", "Which?", self._read)

    def _read(self, typed: str) -> bool:
        """Read the file; whether it can be. Nothing of it is kept here."""
        try:
            path = typed_path(typed)
            if is_recording(path):
                self._hand_on(typed)
            else:
                self.brought = self._understood(path)
        except Refused as refused:
            self.board.refuse(f"{sentence(refused.reason)} Your text stays.")
            return False
        self.chosen = next(iter(self.ids()), "")
        return True

    def _hand_on(self, typed: str) -> None:
        """A recording has a screen of its own, which reads it."""
        from lcterm.ui.screens.import_recording import ImportRecording

        self.app.switch_screen(ImportRecording(self.board, to_home=self.to_home, named=typed))

    def _understood(self, path: Path) -> Brought:
        from lcterm.ui.screens.bring_in_attendance import AttendanceBrought
        from lcterm.ui.screens.bring_in_minutes import MinutesBrought

        data, meeting = read_file(path, ATTENDANCE_BYTES), self.desk.meeting
        day = local(meeting.session.began, self.view.zone).date()
        if is_attendance(data):
            return AttendanceBrought(self, read_attendance(data, str(path), self.view.zone, day))
        return MinutesBrought(self, read_minutes(data, str(path), meeting, day, {}))

    # ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────

    def ids(self) -> list[str]:
        return [] if self.board.veiled or self.brought is None else self.brought.ids()

    def page(self, width: int, height: int) -> Page:
        if self.board.veiled or self.brought is None:
            return empty_page(width, veiled=self.board.veiled)
        return self.brought.page(width, self.place)

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        if self.board.veiled:
            return {"enter": self._hidden, "space": self._hidden, "f": self._hidden}
        if self.brought is None:
            return {"enter": self.ask_for_file, "f": self.ask_for_file}
        return {**self.brought.own_keys(), "f": self.ask_for_file}

    def _hidden(self) -> None:
        self.board.refuse("What comes in is not for the room.", ("veil", "lifts the veil"))

    # ── What stands below ───────────────────────────────────────────────────────────────────────────────────────

    def hint(self, typed: str) -> Sequence[Span]:
        if self._asks[0] == "file" or self.brought is None:
            return [Span(WHERE, "muted")]
        return self.brought.hint(typed)

    def ways(self) -> Sequence[Way]:
        if self.board.veiled:
            return (self.way_back, way("veil"))
        if self.brought is None:
            return (self.way_back, Way("enter", "Enter", "name the file"), way("veil"))
        return (self.way_back, *self.brought.ways(), CHOOSE, Way("f", "f", "another file"), way("undo"), way("veil"))
