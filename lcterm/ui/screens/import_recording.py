"""A recording or transcript brought into a session: the file, who its speakers are, and its lines to keep some of."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual.message import Message as News

from lcterm.core.events import TurnsImported
from lcterm.core.refusal import Refused
from lcterm.core.text import sentence
from lcterm.intake.recordings import has_words
from lcterm.intake.transcript_lines import Said
from lcterm.intake.turns import Matched
from lcterm.ui.keys import Key
from lcterm.ui.line import Line, Span, forget_measured
from lcterm.ui.page import Page
from lcterm.ui.recording_file import Found, Several, TakenIn, found_in, taken_in, words_in
from lcterm.ui.screens.from_home import FromHome
from lcterm.ui.screens.import_recording_lines import Lines
from lcterm.ui.screens.import_recording_speakers import Speakers
from lcterm.ui.screens.large import SCREENS
from lcterm.ui.screens.others import take_in
from lcterm.ui.widgets.foot import Message
from lcterm.ui.widgets.import_recording import HIDDEN, NO_FILE, how_long, plain_page, several_page, still_running
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

WHERE = "with its folder, such as ~/Downloads/june.vtt"
READING = "It is being read …"
COMING = "It comes in …"
NAMED = 3
"""Of those who are new, the message names so many."""
TAKES_BACK = (("undo", "takes the turns back"),)

Outcome: TypeAlias = Found | Several | list[Said] | TakenIn | Refused


class RecordingNews(News):
    """What became of a file that was read, or of turns that were brought in; `task` says which time."""

    def __init__(self, task: int, outcome: Outcome) -> None:
        super().__init__()
        self.task, self.outcome = task, outcome


class ImportRecording(FromHome):
    """Asks for a file; nothing comes in until every speaker is clear, then all of it does. `named`: a file
    that was named already."""

    NAME: ClassVar[str] = "recording"
    TITLE_HERE: ClassVar[str] = "Bringing in a recording"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset({"care", "clock"})

    def __init__(self, board: "Board", *, to_home: bool = False, named: str = "") -> None:
        super().__init__(board, to_home=to_home)
        self._named = named
        self.speakers: Speakers | None = None
        self.lines: Lines | None = None
        self._several: Several | None = None
        self._round = 0
        self._doing = ""
        """What a thread is busy with, "" with nothing."""

    def opened(self) -> None:
        if not self.board.veiled:
            self.ask_for_file()
            if self._named:
                self.entry.value = self._named
                self._read(self._named)
        self.draw()

    # ── Off the keys' path ──────────────────────────────────────────────────────────────────────────────────────

    def ask_for_file(self) -> None:
        """Have the file's name typed."""
        if self._doing != COMING:
            self.ask("file", "Which?", self._read)

    def _read(self, typed: str) -> bool:
        """Have the file read; what is typed stands until it is."""
        self._on_a_thread(READING, partial(found_in, typed))
        return False

    def read_lines(self, speakers: Speakers) -> None:
        """Have the words of the transcript read, to be shown and kept nowhere."""
        if has_words(speakers.found.form):
            self._on_a_thread(READING, partial(words_in, speakers.found))
        else:
            self.board.refuse("A file of this kind has no lines to quote.")

    def bring_in(self, speakers: Speakers) -> None:
        """Have its turns taken in, with whoever is new."""
        self._on_a_thread(COMING, partial(taken_in, self.desk, self.board.clock, speakers.found, speakers.answers()))

    def _on_a_thread(self, doing: str, work: Callable[[], Outcome]) -> None:
        self._round, self._doing = self._round + 1, doing
        self.board.say(doing, sign="")
        self.run_worker(partial(self._work, self._round, work), thread=True)

    def _work(self, task: int, work: Callable[[], Outcome]) -> None:
        try:
            outcome = work()
        except Refused as refused:
            outcome = refused
        self.post_message(RecordingNews(task, outcome))

    def on_recording_news(self, event: RecordingNews) -> None:
        if event.task != self._round:
            return  # it was left, or another file was named
        self._doing, outcome = "", event.outcome
        self.board.message = Message()
        match outcome:
            case Refused():
                self.board.message = self.private(sentence(outcome.reason))
            case Found():
                self._show(outcome)
            case Several():
                self._stop_asking()
                self._several, self.speakers, self.chosen = outcome, None, ""
            case TakenIn():
                take_in(self.board)
                back = self.takes_back(outcome.found.recording.recording)
                self.board.message = Message("✓", _told(*outcome), back, private=True)
            case list() if self.speakers is not None:
                self.lines = Lines(self, self.speakers, outcome)
        self.draw()

    def _show(self, found: Found) -> None:
        if self.asking:
            self._stop_asking()
        self._several, self.speakers, self.chosen = None, Speakers(self, found), ""
        if first := self.speakers.open():
            self.chosen = f"speaker {first[0]}"

    def takes_back(self, recording: str) -> tuple[tuple[str, str], ...]:
        """How to take the turns of this recording back; nothing where the key would take back something else."""
        session = self.desk.session
        last = session.log.acts(session.place.actor).undo
        event = last.event if last is not None else None
        return TAKES_BACK if isinstance(event, TurnsImported) and event.recording == recording else ()

    @staticmethod
    def private(text: str, way_on: tuple[str, str] | None = None) -> Message:
        """Why not, in words that are not for the room."""
        return Message("!", text, (way_on,) if way_on else (), private=True)

    # ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────

    def ids(self) -> list[str]:
        if self.board.veiled:
            return []
        if self._several is not None:
            return list(self._several.names)
        return self.speakers.ids() if self.speakers is not None else []

    @property
    def place(self) -> int:
        return self.lines.place if self.lines is not None and not self.board.veiled else super().place

    def page(self, width: int, height: int) -> Page:
        if self.board.veiled:
            return plain_page(width, HIDDEN)
        if self.lines is not None:
            return self.lines.page(width, height)
        if self._several is not None:
            return several_page(self._several.names, self.place, width)
        if self.speakers is not None:
            return self.speakers.page(width, self.place)
        return plain_page(width, NO_FILE, still_running(self.desk.meeting.session))

    def out_of_sight(self) -> Line:
        if self.lines is None or self.board.veiled:
            return super().out_of_sight()
        above, below = self.lines.hidden
        hidden = ", ".join(f"{count} {where}" for count, where in ((above, "above"), (below, "below")) if count)
        return (Span(hidden, "muted"),) if hidden else ()

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        if self.board.veiled:
            return dict.fromkeys(("enter", "f", "n", "p", "i", "t", "l", "c", "b"), self._hidden)
        if self._doing:
            return dict.fromkeys(("enter", "f", "n", "p", "i", "t", "l", "c", "b"), self._wait)
        if self.lines is not None:
            return self.lines.own_keys()
        if self._several is not None:
            return {"enter": self._choose, "f": self.ask_for_file}
        if self.speakers is not None:
            return {**self.speakers.own_keys(), "f": self.ask_for_file}
        return {"enter": self.ask_for_file, "f": self.ask_for_file}

    def _hidden(self) -> None:
        self.board.refuse("What comes in is not for the room.", ("veil", "lifts the veil"))

    def _wait(self) -> None:
        self.board.say(self._doing, sign="")

    def _choose(self) -> None:
        if self._several is not None and (which := self.chosen):
            self._on_a_thread(READING, partial(found_in, str(self._several.path), which))

    def move(self, key: str) -> bool:
        if self.lines is None or self.board.veiled:
            return super().move(key)
        moved = self.lines.move(key)
        if moved:
            self.draw()
        return moved

    def clicked(self, item: int) -> None:
        if self.lines is None:
            super().clicked(item)
        elif item >= 0 and item != self.lines.place:
            self.lines.put(item)
            self.draw()

    def by_table(self, key: Key) -> None:
        if key.id == "capture" or (key.id in SCREENS and key.id != self.NAME):
            self.lines = None  # it leads on to the board
        super().by_table(key)

    def press(self, key: str, letter: str) -> None:
        if key == "escape" and self.asking and self._doing == READING:
            self._round, self._doing = self._round + 1, ""
            self.board.message = Message()
        super().press(key, letter)

    def back(self) -> None:
        if self._doing == COMING:
            self._wait()
        elif self.lines is not None:
            self.lines = None
            forget_measured()
            self.draw()
        else:
            self._round += 1
            super().back()

    def on_unmount(self) -> None:
        self.lines = None
        forget_measured()

    # ── What stands below ───────────────────────────────────────────────────────────────────────────────────────

    def hint(self, typed: str) -> Sequence[Span]:
        if self._doing:
            return [Span(self._doing, "muted")]
        if self._asks[0] == "file" or self.speakers is None:
            return [Span(WHERE, "muted")]
        return self.speakers.hint(typed)

    def ways(self) -> Sequence[Way]:
        back = self.way_back
        after = (Way("f", "f", "another file"), way("undo"), way("veil"))
        if self.board.veiled:
            return (back, way("veil"))
        if self._several is None and self.speakers is None:
            return (back, Way("enter", "Enter", "name the file"), way("veil"))
        if self.lines is not None:
            return (BACK, *self.lines.ways(), way("undo"), way("veil"))
        if self.speakers is not None:
            return (back, *self.speakers.ways(), *after)
        return (back, Way("enter", "Enter", "that one"), CHOOSE, *after)


def _told(found: Found, matched: Matched) -> str:
    turns = f"{matched.turns} turn{'' if matched.turns == 1 else 's'}, {how_long(round(matched.seconds * 1_000_000))}"
    names = ", ".join(matched.added[:NAMED]) + (f" and {more} more" if (more := len(matched.added) - NAMED) > 0 else "")
    added = f"; new here: {names}" if names else ""
    return f"{found.recording.recording} is in: {turns}{added}."
