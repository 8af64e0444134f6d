"""The speakers of a recording and who they are: matched, asked about, new; and all of it brought in."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused
from lcterm.core.seating import known
from lcterm.core.session import Meeting
from lcterm.core.speakers import Recognised, looks_given_by_machine, recognised
from lcterm.core.text import sentence
from lcterm.intake.kept_lines import recorded_as
from lcterm.intake.recordings import has_words
from lcterm.intake.same_recording import other_called_alike, stands_as
from lcterm.intake.turns import foreseen
from lcterm.ui.line import Span
from lcterm.ui.page import Page
from lcterm.ui.recording_file import Answers, Found
from lcterm.ui.screens.import_recording_about import about_coming, about_held
from lcterm.ui.widgets.import_recording import SKIPPED_SHOWN, About, SpeakerRow, speakers_page, still_running
from lcterm.ui.widgets.ways import CHOOSE, Way

if TYPE_CHECKING:
    from lcterm.ui.screens.import_recording import ImportRecording


class Speakers:
    """What was found in the file, and what was said of its speakers: `given` are members, `new` are nobody's, `same`
    are another speaker."""

    def __init__(self, screen: "ImportRecording", found: Found) -> None:
        self._screen, self.found = screen, found
        self.given: dict[str, str] = {}
        self.new: set[str] = set()
        self.same: dict[str, str] = {}
        self._held: tuple[object, str, str] | None = None
        self._matched: tuple[object, object, Recognised] | None = None
        self._foreseen: tuple[object, str] | None = None

    @property
    def _meeting(self) -> Meeting:
        return self._screen.desk.meeting

    @property
    def is_in(self) -> bool:
        """Whether the session has this recording."""
        return bool(self._stands()[0])

    def _stands(self) -> tuple[str, str]:
        """What the session has these turns under, "" where it has not; and that another has its name."""
        recordings = self._meeting.session.recordings
        if self._held is None or self._held[0] is not recordings:
            desk, recording = self._screen.desk, self.found.recording
            self._held = (recordings, stands_as(desk, recording), other_called_alike(desk, recording))
        return self._held[1:]

    def answers(self) -> Answers:
        """What was said of the speakers so far."""
        return Answers(dict(self.given), set(self.new), dict(self.same))

    # ── Who is who ──────────────────────────────────────────────────────────────────────────────────────────────

    def who(self) -> Recognised:
        """The speakers as they stand, worked out anew when a member or an answer has changed."""
        members = self._meeting.community.members
        answers = (self.answers(), self.is_in)
        if self._matched is None or self._matched[0] is not members or self._matched[1] != answers:
            given = recorded_as(self._screen.desk, self._stands()[0]) if self.is_in else self.given
            self._matched = (members, answers, self._recognised(given))
        return self._matched[2]

    def _recognised(self, given: Mapping[str, str]) -> Recognised:
        labels, named = self.found.recording.speakers, self._meeting.community.named
        try:
            return recognised(labels, named, given, self.new, self.same)
        except Refused:  # somebody of that name has joined meanwhile: it is asked about again
            self.new.clear()
            return recognised(labels, named, given, (), self.same)

    def person(self, label: str) -> str:
        """Who this speaker is, "" where nobody here is."""
        return self.who().known.get(label, "")

    def open(self) -> list[str]:
        """The speakers to be asked about."""
        if self.is_in:
            return []
        unsaid, new = self.who().unsaid, self.who().new
        return [label for label in self.found.recording.speakers if label in unsaid or self._numbered(label, new)]

    def _numbered(self, label: str, new: Sequence[str]) -> bool:
        """Whether this would be a new member by a name that a machine gave, and nobody has said so."""
        return label in new and label not in self.new and looks_given_by_machine(label)

    def problem(self) -> str:
        """Why nothing of it can come in now, "" where it can."""
        session = self._meeting.session
        if running := still_running(session):
            return running
        state = (session.recordings, session.status)
        if self._foreseen is None or self._foreseen[0] != state:
            try:
                foreseen(self._screen.desk, self.found.recording, self.given, (), self.same)
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
        if label in who.beside:
            others = who.beside[label]
            words = f"{' or '.join(others)}, who speaks here too? Enter: {others[0]}; n somebody new; p a member"
            return SpeakerRow(label, turns, microseconds, "asked", words)
        if label in who.same:
            return SpeakerRow(label, turns, microseconds, "known", f"is {who.same[label]}, as you say")
        if self._numbered(label, who.new):
            words = "a name that a machine gave. p who it is; n a new member of that name"
            return SpeakerRow(label, turns, microseconds, "asked", words)
        if label in who.known:
            how = "" if self.is_in or label not in self.given else ", as you say"
            return SpeakerRow(
                label, turns, microseconds, "in" if self.is_in else "known", f"is {name(who.known[label])}{how}"
            )
        return SpeakerRow(label, turns, microseconds, "new", "nobody of that name is here: comes in as a new member")

    def _about(self) -> About:
        held, other_name = self._stands()
        if held:
            return about_held(self.found, held)
        planned = self._meeting.session.status == "planned"
        return about_coming(self.found, other_name, self.problem(), len(self.open()), planned=planned)

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
            back = self._screen.takes_back(self._stands()[0])
            board.message = self._screen.private("It is in, and these are its speakers.", *back)
        elif not 0 <= place < len(labels):
            board.refuse("That line says nothing that could come in.", ("i", "brings in the rest"))
        else:
            act(labels[place])

    def _accept(self, label: str) -> None:
        if maybe := self.who().asked.get(label):
            self._settle(label, maybe[0])
        elif others := self.who().beside.get(label):
            self._is_same(label, others[0])
        elif label in self.open():
            self._screen.board.refuse("Nobody can tell from that name.", ("p", "says who it is"))
        elif self.open():
            self._go_on()
            self._screen.board.refuse("That one is clear; this one is not.", ("p", "says who it is"))
        else:
            self._screen.board.refuse("All speakers are clear.", ("i", "brings it in"))

    def _is_new(self, label: str) -> None:
        labels, named = self.found.recording.speakers, self._meeting.community.named
        given = {one: person for one, person in self.given.items() if one != label}
        try:
            recognised(labels, named, given, {*self.new, label}, self._same_without(label))
        except Refused:
            self._screen.board.message = self._screen.private(
                f"Somebody is called {label} already: give the other one another name among the people first, then p."
            )
            return
        self.given.pop(label, None)
        self.same = self._same_without(label)
        self.new.add(label)
        self._answered()

    def _same_without(self, label: str) -> dict[str, str]:
        return {one: other for one, other in self.same.items() if one != label}

    def _is_same(self, label: str, other: str) -> None:
        self.same[label] = other
        self.new.discard(label)
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
        self.same = self._same_without(label)
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
