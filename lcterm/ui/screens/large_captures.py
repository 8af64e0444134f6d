"""The captures, large: read them in full, mend, mark done, change kind or owner, settle what may leave the room."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.timer import Timer

from lcterm.core.audience import readable
from lcterm.core.capture_words import LETTERS
from lcterm.core.captures import Line as Read
from lcterm.core.captures import preview, read_line, write_line
from lcterm.core.commands import EditCapture, MarkDone
from lcterm.core.events import Words
from lcterm.core.kept_captures import as_mended, in_kind
from lcterm.core.names import find_person
from lcterm.core.refusal import Refused
from lcterm.core.session import Capture
from lcterm.core.when import local
from lcterm.ui.line import Line, Span, line_cells, row
from lcterm.ui.page import Page
from lcterm.ui.screens.capture_screen import SETTLING, CaptureScreen
from lcterm.ui.screens.line_modes import DROPPED_AFTER_SECONDS
from lcterm.ui.widgets.captures_large import captures_page
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

FOR_WHOM = "For whom? sponsor, group, room, or a name"
ROOM_FOR_KINDS = 72
"""Cells from which on the kinds stand two blanks apart."""


class LargeCaptures(CaptureScreen):
    """Everything written down; the cursor begins at the latest."""

    NAME: ClassVar[str] = "captures"
    TITLE_HERE: ClassVar[str] = "Among these captures"

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self.chosen = next((one.id for one in reversed(self.listed())), "")
        self._choosing: Timer | None = None
        self._choice_for = ""

    def listed(self) -> Sequence[Capture]:
        return readable("facilitators", self.desk.meeting.session)

    def page(self, width: int, height: int) -> Page:
        return captures_page(self.view, width, self.capture.id if self.capture else "", self.board.others.changing)

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            **self.settling_keys(),
            "enter": lambda: self.with_chosen(self._mend),
            "e": lambda: self.with_chosen(self._mend),
            "space": lambda: self.with_chosen(lambda one: self.board.act(MarkDone(one.id, not one.done))),
            "k": lambda: self.with_chosen(lambda one: self._choose_kind()),
            "w": lambda: self.with_chosen(lambda one: self.ask_about("w", "Whose? A name or a badge", self._set_owner)),
            ">": lambda: self.with_chosen(lambda one: self.ask_about(">", FOR_WHOM, self._set_reader)),
        }

    def _mend(self, capture: Capture) -> None:
        """On the board, where the line is."""
        self.back()
        self.board.mend(capture.id)

    def take(self, key: str, letter: str) -> None:
        if self._choosing is None:
            super().take(key, letter)
            return
        self._leave_choice()
        if letter and not self.still_there(self._choice_for):
            pass  # and so it was said
        elif letter in LETTERS:
            self._change(lambda words: in_kind(words, LETTERS[letter]))
        elif letter:
            self.board.refuse(f"No kind begins with {letter}.", ("k", "asks again"))
        self.draw()

    def _change(self, change: Callable[[Words], Words]) -> bool:
        """Let the chosen capture read like this."""
        capture = self.capture
        return capture is not None and self.board.act(EditCapture(capture.id, change(capture.words)))

    # ── Kind and owner ──────────────────────────────────────────────────────────────────────────────────────────

    def _choose_kind(self) -> None:
        self._choice_for = self.chosen
        self._choosing = self.set_timer(DROPPED_AFTER_SECONDS, self._leave_choice)

    def _leave_choice(self) -> None:
        if self._choosing is not None:
            self._choosing.stop()
            self._choosing = None
            self.draw()

    def hint(self, typed: str) -> Sequence[Span]:
        """Whom Enter would take, and whether they have it already; or who would read it."""
        if self._asks[0] == ">":
            return self._reader_hint(typed)
        if not typed or self.capture is None:
            return [Span("whoever has it already has it no longer", "muted")]
        try:
            person = find_person(typed, self.view.people)
        except Refused as refused:
            return [Span(refused.reason, "muted")]
        takes = " takes it from " if person in self.capture.words.owners else " gives it to "
        return [Span("Enter", "bold"), Span(takes, "muted"), Span(self.view.name(person))]

    def _reader_hint(self, typed: str) -> Sequence[Span]:
        if not typed or self.capture is None:
            return [Span("who reads it besides, or instead of, the group", "muted")]
        read, why = self._addressed(self.capture, typed)
        if why:
            return [Span(why, "muted")]
        return [Span("Enter", "bold"), Span(f" {preview(read.words, self.view.names)}", "muted")]

    def _addressed(self, capture: Capture, typed: str) -> tuple[Read, str]:
        """The capture as it reads with this behind its line, and why that cannot be."""
        people, today = self.view.people, local(self.view.now, self.view.zone).date()
        whom = typed.strip().lstrip(">").replace(" ", "")
        line = write_line(capture.words, people)
        read = read_line(f"{line} >{whom}", people, today)
        plain = read_line(line, people, today).words.text
        stray = f">{whom} is nobody here" if read.words.text != plain else ""
        return read, read.problem or read.unaddressed or stray

    def _set_reader(self, typed: str) -> bool:
        """It is for these from now on; what is for nobody here stays to be mended."""
        capture = self.capture
        if capture is None:
            return True
        read, why = self._addressed(capture, typed)
        if why:
            self.board.refuse(f"{why}.".replace("..", "."))
            return False
        self._change(lambda words: as_mended(read.words, words))
        return True

    def _set_owner(self, typed: str) -> bool:
        """The person owns it from now on, or no longer."""
        try:
            person = find_person(typed, self.view.people)
        except Refused as refused:
            self.board.refuse(refused.reason)
            return False
        self._change(lambda words: _owned(words, person))
        return True

    # ── What stands below ───────────────────────────────────────────────────────────────────────────────────────

    def line_row(self, width: int) -> Line:
        return self._kinds(width)[0] if self._choosing is not None else super().line_row(width)

    def message_row(self, width: int) -> Line:
        return self._kinds(width)[1] if self._choosing is not None else super().message_row(width)

    def _kinds(self, width: int) -> tuple[Line, Line]:
        """All kinds with their letters; what does not fit into the line stands below it."""
        rows: tuple[list[Span], list[Span]] = ([Span(" k ", "chip")], [Span("   ")])
        gap = "  " if width >= ROOM_FOR_KINDS else " "
        place = 0
        for letter, kind in LETTERS.items():
            part = [Span(f"{gap}{letter}", "bold"), Span(f" {kind}")]
            if line_cells(rows[0]) + line_cells(part) > width:
                place = 1
            rows[place].extend(part)
        return row(width, rows[0]), row(width, rows[1])

    def ways(self) -> Sequence[Way]:
        if self._choosing is not None:
            return (Way("escape", "Esc", "never mind"), Way("", "a–u", "the kind it shall be"))
        return (
            BACK,
            CHOOSE,
            Way("e", "e", "mend"),
            *SETTLING[:-1],
            Way("space", "space", "done, open"),
            Way("k", "k", "kind"),
            Way("w", "w", "whose"),
            Way(">", ">", "for whom"),
            SETTLING[-1],
            way("capture", "new line"),
            way("undo"),
            way("veil"),
        )


def _owned(words: Words, person: str) -> Words:
    owners = tuple(owner for owner in words.owners if owner != person)
    return replace(words, owners=owners if person in words.owners else (*owners, person))
