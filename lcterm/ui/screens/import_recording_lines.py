"""The lines of a transcript, to keep one here and there; what is not kept is gone when they are left."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from lcterm.core.commands import WriteCapture
from lcterm.core.events import Words
from lcterm.core.refusal import Refused
from lcterm.core.text import sentence
from lcterm.intake.kept_lines import PICKED_MAX, KeptAs, as_captures
from lcterm.intake.recordings import speaker_called
from lcterm.intake.transcript_lines import Said
from lcterm.ui.page import Page
from lcterm.ui.screens.import_recording_speakers import Speakers
from lcterm.ui.widgets.transcript import Window, said_words, transcript_page
from lcterm.ui.widgets.ways import CHOOSE, Way

if TYPE_CHECKING:
    from lcterm.ui.screens.import_recording import ImportRecording


class Lines:
    """All lines, of which only those in sight are drawn."""

    def __init__(self, screen: "ImportRecording", speakers: Speakers, said: Sequence[Said]) -> None:
        self._screen, self._speakers, self._said = screen, speakers, said
        self._window = Window(0)
        self._beyond = 0
        self._rows = 1
        self._kept: set[int] = set()
        self._captures: tuple[object, set[tuple[str, str]]] = (None, set())
        self.hidden = (0, 0)
        """How many lines are above and below those shown."""

    @property
    def place(self) -> int:
        """The number of the chosen line."""
        return self._window.at

    def page(self, width: int, height: int) -> Page:
        shown = transcript_page(self._said, self._window, self._is_kept, width, height)
        self._window, self._beyond = shown.window, shown.beyond
        self._rows = max(1, len(shown.page.items) - 1)
        below = len(self._said) - shown.window.first - shown.lines
        self.hidden = (shown.window.first, below)
        return shown.page

    def _is_kept(self, one: Said) -> bool:
        """Whether this line is among the captures: asked of the session, so that what is taken back shows."""
        captures = self._screen.desk.meeting.session.captures
        if self._captures[0] is not captures:
            self._captures = (captures, {(held.words.text, self._whose(held.words)) for held in captures.values()})
        words = said_words(one)
        person = self._speakers.person(speaker_called(one.speaker))
        return bool(words) and not self._captures[1].isdisjoint({(words, ""), (words, person)})

    @staticmethod
    def _whose(words: Words) -> str:
        return words.by if words.kind == "quote" else ""

    # ── The cursor ──────────────────────────────────────────────────────────────────────────────────────────────

    def move(self, key: str) -> bool:
        """Move the cursor; whether the key means that. A line taller than the screen is read to its end first."""
        steps = {"up": -1, "down": 1, "pageup": -self._rows, "pagedown": self._rows}
        ends = {"home": 0, "end": len(self._said) - 1}
        at, first, inside = self._window
        if key in ends:
            self.put(ends[key])
        elif key not in steps:
            return False
        elif (steps[key] > 0 and self._beyond > 0) or (steps[key] < 0 and inside > 0):
            self._window = Window(at, first, max(0, inside + steps[key]))
        else:
            self.put(at + steps[key])
        return True

    def put(self, at: int) -> None:
        """Choose the line of this number, or the nearest that there is."""
        self._window = Window(max(0, min(at, len(self._said) - 1)), self._window.first)

    def _next_turn(self) -> None:
        """To where the next speaker begins."""
        at, said = self._window.at, self._said
        following = (place for place in range(at + 1, len(said)) if said[place].speaker != said[at].speaker)
        self.put(next(following, len(said) - 1))

    def _turn_before(self) -> None:
        """To where this speaker began, or, from there, the one before."""
        at, said = self._window.at, self._said
        begins = (place for place in range(at - 1, 0, -1) if said[place].speaker != said[place - 1].speaker)
        self.put(next(begins, 0))

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "enter": lambda: self._keep("quote"),
            "c": lambda: self._keep("quote"),
            "l": lambda: self._keep("learning"),
            "n": self._next_turn,
            "b": self._turn_before,
        }

    def _keep(self, kind: KeptAs) -> None:
        """The chosen line as a capture."""
        at, board = self._window.at, self._screen.board
        one = self._said[at]
        if len(self._kept) >= PICKED_MAX and at not in self._kept:
            board.refuse(f"{PICKED_MAX} lines are kept: who wants more of them wants the transcript itself.")
        elif kind == "quote" and (why := self._nobodys(one)):
            board.message = self._screen.private(why, ("l", "keeps it as learning"))
        elif self._is_kept(one):
            board.refuse("That line is kept already.", ("undo", "takes back the last"))
        else:
            self._write(at, one, kind)

    def _nobodys(self, one: Said) -> str:
        """Why this line is nobody's quote, "" where it is somebody's."""
        label = speaker_called(one.speaker)
        if not label:
            return "Nobody is named here, and a quote needs its speaker's yes."
        if not self._speakers.person(label):
            return f"{label} is no member yet, and a quote needs its speaker's yes."
        return ""

    def _write(self, at: int, one: Said, kind: KeptAs) -> None:
        label = speaker_called(one.speaker)
        given = {label: self._speakers.person(label)} if kind == "quote" else {}
        try:
            words = as_captures([one], self._screen.desk.meeting, given, kind)
        except Refused as refused:
            self._screen.board.message = self._screen.private(sentence(refused.reason))
            return
        if self._screen.board.act(WriteCapture(words[0])):
            self._kept.add(at)

    def ways(self) -> Sequence[Way]:
        return (
            Way("enter", "Enter", "keep as quote"),
            Way("l", "l", "learning"),
            CHOOSE,
            Way("n", "n b", "speaker"),
        )
