"""The speakers of a recording and who they are: matched, asked about, new; and all of it brought in."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused
from lcterm.core.seating import known
from lcterm.core.session import Meeting
from lcterm.core.speakers import Recognised, recognised
from lcterm.core.text import sentence
from lcterm.intake.kept_lines import recorded_as
from lcterm.intake.recordings import CALLED, has_words
from lcterm.intake.turns import foreseen
from lcterm.ui.line import Span
from lcterm.ui.page import Page
from lcterm.ui.recording_file import Found
from lcterm.ui.widgets.import_recording import SKIPPED_SHOWN, About, SpeakerRow, how_long, speakers_page
from lcterm.ui.widgets.ways import CHOOSE, Way

if TYPE_CHECKING:
    from lcterm.ui.screens.import_recording import ImportRecording

WORDS_STAY_OUT = "Who spoke when comes in; the words stay out."
NEVER_RAN = "The session has not been run here: once this is in it counts as held."


class Speakers:
    """What was found in the file, and what was said of its speakers: `given` are members, `new` are nobody's."""

    def __init__(self, screen: "ImportRecording", found: Found) -> None:
        self._screen, self.found = screen, found
        self.given: dict[str, str] = {}
        self.new: set[str] = set()
        self._matched: tuple[object, object, Recognised] | None = None
        self._foreseen: tuple[object, str] | None = None

    @property
    def _meeting(self) -> Meeting:
        return self._screen.desk.meeting

    @property
    def is_in(self) -> bool:
        """Whether the session has this recording."""
        return self.found.recording.recording in self._meeting.session.recordings

    # ── Who is who ──────────────────────────────────────────────────────────────────────────────────────────────

    def who(self) -> Recognised:
        """The speakers as they stand, worked out anew when a member or an answer has changed."""
        members = self._meeting.community.members
        answers = (dict(self.given), set(self.new), self.is_in)
        if self._matched is None or self._matched[0] is not members or self._matched[1] != answers:
            given = recorded_as(self._screen.desk, self.found.recording.recording) if self.is_in else self.given
            self._matched = (members, answers, self._recognised(given))
        return self._matched[2]

    def _recognised(self, given: Mapping[str, str]) -> Recognised:
        labels, named = self.found.recording.speakers, self._meeting.community.named
        try:
            return recognised(labels, named, given, self.new)
        except Refused:  # somebody of that name has joined meanwhile: it is asked about again
            self.new.clear()
            return recognised(labels, named, given)

    def person(self, label: str) -> str:
        """Who this speaker is, "" where nobody here is."""
        return self.who().known.get(label, "")

    def open(self) -> list[str]:
        """The speakers to be asked about."""
        return [] if self.is_in else list(self.who().asked)

    def problem(self) -> str:
        """Why nothing of it can come in now, "" where it can."""
        session = self._meeting.session
        state = (session.recordings, session.status)
        if self._foreseen is None or self._foreseen[0] != state:
            try:
                foreseen(self._screen.desk, self.found.recording, self.given, ())
            except Refused as refused:
                self._foreseen = (state, sentence(refused.reason))
            else:
                self._foreseen = (state, "")
        return self._foreseen[1]

    # ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────

    def ids(self) -> list[str]:
        recording = self.found.recording
        skipped = range(min(len(recording.skipped), SKIPPED_SHOWN))
        return [*(f"speaker {label}" for label in recording.speakers), *(f"skipped {number}" for number in skipped)]

    def page(self, width: int, place: int) -> Page:
        recording, tallies = self.found.recording, self.found.tallies
        rows = [
            self._row(label, tallies[number].turns, tallies[number].microseconds)
            for number, label in enumerate(recording.speakers)
        ]
        return speakers_page(self._about(), rows, recording.skipped, place, width)

    def _row(self, label: str, turns: int, microseconds: int) -> SpeakerRow:
        who, name = self.who(), self._screen.view.name
        if label in who.asked:
            maybe = " or ".join(map(name, who.asked[label]))
            words = f"like {maybe}? Enter: {name(who.asked[label][0])}; n somebody new; p another member"
            return SpeakerRow(label, turns, microseconds, "asked", words)
        if label in who.known:
            how = "" if self.is_in or label not in self.given else ", as you say"
            return SpeakerRow(
                label, turns, microseconds, "in" if self.is_in else "known", f"is {name(who.known[label])}{how}"
            )
        return SpeakerRow(label, turns, microseconds, "new", "nobody of that name is here: comes in as a new member")

    def _about(self) -> About:
        found, recording, open = self.found, self.found.recording, len(self.open())
        cues, speakers = len(recording.segments), len(recording.speakers)
        counts = f"{cues} cue{'' if cues == 1 else 's'}, {speakers} speaker{'' if speakers == 1 else 's'}"
        left = len(recording.skipped)
        out = f", {left} line{'' if left == 1 else 's'} left out" if left else ""
        what = f"{found.path.name}: {CALLED[found.form]}, {how_long(found.length)}, {counts}{out}."
        if self.is_in:
            return About(what, (), "", "is in")
        remarks = [one for one in (sentence(recording.remark) if recording.remark else "", WORDS_STAY_OUT) if one]
        if self._meeting.session.status == "planned":
            remarks.append(NEVER_RAN)
        return About(what, remarks, self.problem(), f"{open} to ask about" if open else "all clear")

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "enter": lambda: self._with(self._accept),
            "n": lambda: self._with(self._is_new),
            "p": lambda: self._with(self._ask_who),
            "i": self._bring_in,
            "ctrl+g": self._bring_in,
            "t": lambda: self._screen.read_lines(self),
        }

    def _with(self, act: Callable[[str], object]) -> None:
        """Do this with the speaker chosen."""
        place, labels, board = self._screen.place, self.found.recording.speakers, self._screen.board
        if self.is_in:
            board.refuse("It is in, and these are its speakers.", ("undo", "takes the turns back"))
        elif not 0 <= place < len(labels):
            board.refuse("That line says nothing that could come in.", ("i", "brings in the rest"))
        else:
            act(labels[place])

    def _accept(self, label: str) -> None:
        if maybe := self.who().asked.get(label):
            self._settle(label, maybe[0])
        elif self.open():
            self._go_on()
            self._screen.board.refuse("That one is clear; this one is not.", ("p", "says who it is"))
        else:
            self._screen.board.refuse("All speakers are clear.", ("i", "brings it in"))

    def _is_new(self, label: str) -> None:
        labels, named = self.found.recording.speakers, self._meeting.community.named
        given = {one: person for one, person in self.given.items() if one != label}
        try:
            recognised(labels, named, given, {*self.new, label})
        except Refused:
            self._screen.board.message = self._screen.private(
                f"Somebody is called {label} already: give the other one another name among the people first, then p."
            )
            return
        self.given.pop(label, None)
        self.new.add(label)
        self._answered()

    def _ask_who(self, label: str) -> None:
        self._screen.ask("p", f"Who is {label}?", lambda typed: self._is(label, typed))

    def _is(self, label: str, typed: str) -> bool:
        try:
            person = find_person(typed, self._people())
        except Refused as refused:
            self._screen.board.message = self._screen.private(refused.reason)
            return False
        self._settle(label, person)
        return True

    def _settle(self, label: str, person: str) -> None:
        self.given[label] = person
        self.new.discard(label)
        self._answered()

    def _answered(self) -> None:
        """On to the next that is asked about."""
        if self.open():
            self._go_on()
        else:
            self._screen.board.say("All speakers are clear.", sign="")

    def _go_on(self) -> None:
        labels, open = self.found.recording.speakers, self.open()
        place = max(0, self._screen.place)
        following = (one for one in [*labels[place:], *labels[:place]] if one in open)
        self._screen.chosen = f"speaker {next(following)}"

    def _bring_in(self) -> None:
        if self.open():
            self._go_on()
            self._screen.board.refuse("Nothing comes in before this is said.", ("Enter", "that is who"))
        elif problem := self.problem():
            self._screen.board.message = self._screen.private(problem)
        else:
            self._screen.bring_in(self)

    # ── What stands below ───────────────────────────────────────────────────────────────────────────────────────

    def _people(self) -> Sequence[Known]:
        """Everyone who may have spoken, also those who have left the community since."""
        here = known(self._meeting)
        seen = {one.person for one in here}
        named = self._meeting.community.named
        return [*here, *(Known(one.person, one.name, "") for one in named if one.person not in seen)]

    def hint(self, typed: str) -> Sequence[Span]:
        if not typed:
            return [Span("a name or a badge", "muted")]
        try:
            person = find_person(typed, self._people())
        except Refused as refused:
            return [Span(refused.reason, "muted")]
        return [Span("Enter", "bold"), Span(f" takes it for {self._screen.view.name(person)}", "muted")]

    def ways(self) -> Sequence[Way]:
        lines = (Way("t", "t", "its lines"),) if has_words(self.found.form) else ()
        if self.is_in:
            return (*lines, CHOOSE)
        return (
            Way("i", "i", "bring it in"),
            *lines,
            Way("enter", "Enter", "that is who"),
            Way("n", "n", "new"),
            Way("p", "p", "another"),
            CHOOSE,
        )
