"""The next time, set while the group agrees on it: date, place, what to learn, who arranges it, who presents."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from lcterm.core.community import Community
from lcterm.core.names import find_person
from lcterm.core.next_time import NextTime, Wish
from lcterm.core.refusal import Refused
from lcterm.core.rota import Presented, rota
from lcterm.core.starts import read_start
from lcterm.core.text import sentence
from lcterm.core.when import local, zone_or_utc
from lcterm.documents.charter_words import answer_words
from lcterm.documents.next_lines import apart
from lcterm.store.charter import topics
from lcterm.store.next_template import next_template
from lcterm.store.next_time import Changes, Standing, changes, standing, write_to_session
from lcterm.store.paths import Home
from lcterm.store.templates import Template, templates
from lcterm.ui.keys import Key
from lcterm.ui.line import Span
from lcterm.ui.page import Page
from lcterm.ui.plan_text import read_presenters, typed_presenters, typed_start
from lcterm.ui.screens.large import LargeScreen
from lcterm.ui.widgets.foot import UNDO, Message
from lcterm.ui.widgets.next_time import next_time_page, when_words
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

WHEN, WHERE, SUBJECT, ARRANGER = "when", "where", "subject", "arranger"
SAID_OF = frozenset({"meeting", "arranging", "presentations"})
"""The topics of the charter that say something of the next time."""


class NextTimeScreen(LargeScreen):
    """What is agreed here is a fact of the community; where the next session is planned already, that one follows."""

    TITLE_HERE: ClassVar[str] = "For the next time"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset({"clock", "next-point"})

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self._read: Standing = self._look_up()
        self._template = _template(self.desk.home, self.desk.meeting.community)
        self._before: NextTime | None = None
        self._hint: Callable[[str], str] = lambda typed: ""
        self.chosen = WHEN

    # ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────

    def _look_up(self) -> Standing:
        meeting = self.desk.meeting
        try:
            at = None if self.board.between else meeting.session
            return standing(self.desk.home, meeting.community, self.desk.now(), at)
        except Refused:
            return Standing(meeting.community, None if self.board.between else meeting.session, (), ())

    @property
    def stands(self) -> Standing:
        """How things stand, with what has been agreed and held up to this moment."""
        meeting, read = self.desk.meeting, self._read
        if self.board.between:
            return read._replace(community=meeting.community)
        others = (one for one in read.recent if one.id != meeting.session.id)
        return Standing(meeting.community, meeting.session, read.planned, (*others, meeting.session), read.at)

    @property
    def known(self) -> NextTime:
        """The next time, as far as it is known."""
        return self.stands.next or NextTime(zone=self.desk.meeting.session.zone)

    def offered(self) -> list[Presented]:
        """Who could present; under the veil nobody stands here."""
        return [] if self.board.veiled else rota(self.desk.meeting.community, self.stands.recent)

    def ids(self) -> list[str]:
        return [WHEN, WHERE, SUBJECT, ARRANGER, *(one.person for one in self.offered())]

    def page(self, width: int, height: int) -> Page:
        return next_time_page(
            self.view, self.known, self.offered(), self._remarks(), self.place, width, self._settled()
        )

    def _remarks(self) -> list[str]:
        planned = [f"Planned already as {self._read.planned[0].title}; it follows."] if self._read.planned else []
        return [*planned, *self._too_many(), *map(sentence, apart(self.stands))]

    def _settled(self) -> dict[str, str]:
        """What the charter says of each thing here."""
        held = self.desk.meeting.community.charter
        return {one.id: answer_words(one, held[one.id]) for one in topics() if one.id in SAID_OF and one.id in held}

    def _too_many(self) -> list[str]:
        """That more present than the agenda has room for which the next session starts from."""
        many, template = len(self.known.presenters), self._template
        if template is None or many <= (slots := sum(point.slot for point in template.points)):
            return []
        return [f"{many} present, and the agenda “{template.name}” has room for {slots}: choose another, or fewer."]

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "enter": self._change_chosen,
            "space": self._change_chosen,
            "d": self._ask_when,
            "p": self._ask_where,
            "l": self._ask_subject,
            "a": self._ask_arranger,
            "w": self._ask_presenters,
        }

    def _change_chosen(self) -> None:
        asks = {WHEN: self._ask_when, WHERE: self._ask_where, SUBJECT: self._ask_subject, ARRANGER: self._ask_arranger}
        if self.place >= 0 and self.chosen in asks:
            asks[self.chosen]()
        elif self.place >= 0:
            people = self.known.presenters
            chosen = tuple(one for one in people if one != self.chosen)
            self._wish(Wish(presenters=chosen if self.chosen in people else (*people, self.chosen)))

    def _ask(
        self, key: str, words: str, take: Callable[[str], Wish], hint: Callable[[str], str], reads: Callable[[], str]
    ) -> None:
        self._hint = hint
        self.ask(key, words, self.unless_changed(lambda typed: self._taken(typed, take), reads), reads())

    def _taken(self, typed: str, take: Callable[[str], Wish]) -> bool:
        try:
            wish = take("" if typed.strip() == "-" else typed)
        except Refused as refused:
            return self._refused(refused)
        return self._wish(wish)

    def _ask_when(self) -> None:
        self._ask("d", "When?", self._read_when, self._when_hint, self._when)

    def _when(self) -> str:
        known = self.known
        return typed_start(known.starts, zone_or_utc(known.zone)) if known.starts else ""

    def _read_when(self, typed: str) -> Wish:
        session, zone = self.desk.meeting.session, self.known.zone or self.desk.meeting.session.zone
        if not typed.strip():
            return Wish(starts=0)
        held = self.stands.held or session
        usual = local(held.starts, zone_or_utc(held.zone)).time()
        starts = read_start(typed, self.desk.now(), zone_or_utc(zone), usual)
        if starts <= max(self.desk.now(), session.starts):
            raise Refused(f"{when_words(starts, zone)} is over already; give a day to come")
        return Wish(starts=starts, zone=zone)

    def _when_hint(self, typed: str) -> str:
        wish = self._read_when(typed)
        return when_words(wish.starts or 0, wish.zone or "")

    def _ask_where(self) -> None:
        self._ask("p", "Where?", lambda typed: Wish(place=typed), lambda typed: "", lambda: self.known.place)

    def _ask_subject(self) -> None:
        words = "What do we want to learn?"
        self._ask("l", words, lambda typed: Wish(subject=typed), lambda typed: "", lambda: self.known.subject)

    def _ask_arranger(self) -> None:
        self._ask("a", "Who arranges it?", self._read_arranger, self._arranger_hint, self._arranger)

    def _arranger(self) -> str:
        return self.view.name(self.known.arranger) if self.known.arranger else ""

    def _read_arranger(self, typed: str) -> Wish:
        return Wish(arranger=find_person(typed, self.view.people) if typed.strip() else "")

    def _arranger_hint(self, typed: str) -> str:
        return self.view.name(find_person(typed, self.view.people))

    def _ask_presenters(self) -> None:
        self._ask("w", "Who presents?", self._read_presenters, self._presenters_hint, self._presenters)

    def _presenters(self) -> str:
        return typed_presenters(self.known.presenters, self.desk.meeting.community)

    def _read_presenters(self, typed: str) -> Wish:
        return Wish(presenters=tuple(read_presenters(typed, self.desk.meeting.community)))

    def _presenters_hint(self, typed: str) -> str:
        return ", ".join(map(self.view.name, self._read_presenters(typed).presenters or ()))

    def hint(self, typed: str) -> Sequence[Span]:
        """What Enter would take; how it is written while nothing is typed."""
        if not typed:
            return [Span("fri 14:00, 15 Dec, names or badges; - takes it back", "muted")]
        try:
            return [Span("takes it back" if typed == "-" else self._hint(typed), "muted")]
        except Refused as refused:
            return [Span(refused.reason, "muted")]

    # ── Agreeing ────────────────────────────────────────────────────────────────────────────────────────────────

    def _wish(self, wish: Wish) -> bool:
        """Make it so; whether it may be."""
        self._read = self._look_up()  # somebody may have planned it meanwhile
        before = self.known
        try:
            wanted = changes(self.stands, wish)
        except Refused as refused:
            return self._refused(refused)
        for event in wanted.of_community:
            self.desk.record_of_community(event)
        self._before = before
        self.board.message = Message("✓", self._told(), UNDO)
        self._bring_in_line(wanted)
        self.board.draw()
        return True

    def _told(self) -> str:
        known = self.stands.next
        return f"We meet on {when_words(known.starts, known.zone)}." if known and known.starts else "Agreed."

    def _refused(self, refused: Refused) -> bool:
        self.board.refuse(sentence(refused.reason))
        return False

    def _bring_in_line(self, wanted: Changes) -> None:
        """Change the session that is planned, on a thread: it has a log of its own, and the disk may be slow."""
        if not wanted.of_session:
            return
        desk, clock = self.desk, self.board.clock

        def work() -> None:
            try:
                write_to_session(desk.home, clock, desk.meeting.session.community, wanted)
            except Refused as refused:
                self.app.call_later(self._refused, refused)
            self.app.call_later(self._in_line)

        self.app.run_worker(work, name="next-time", thread=True)

    def _in_line(self) -> None:
        self._read = self._look_up()
        if self.board.message.sign == "✓":
            self.board.message = Message("✓", self._told(), UNDO)
        if self.is_active:
            self.draw()

    def by_table(self, key: Key) -> None:
        if key.id == "undo" and (before := self._before) is not None:
            place, presenters = before.place, before.presenters
            if self._wish(Wish(before.starts, before.zone, place, before.arranger, presenters, before.subject)):
                self._before = None
                self.board.say("It stands as before.")
            return
        super().by_table(key)

    def ways(self) -> Sequence[Way]:
        return (
            BACK,
            Way("enter", "Enter", "change"),
            CHOOSE,
            Way("d", "d", "date"),
            Way("p", "p", "place"),
            Way("w", "w", "presenters"),
            Way("l", "l", "to learn"),
            Way("a", "a", "arranges"),
            way("undo"),
            way("veil"),
        )


def _template(home: Home, community: Community) -> Template | None:
    """What the next session starts from; None where the home does not let itself be read."""
    try:
        wanted = next_template(home, community)
        return next((one for one in templates(home.templates)[0] if one.id == wanted), None)
    except Refused:
        return None
