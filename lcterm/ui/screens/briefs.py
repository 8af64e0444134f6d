"""The briefs of those who present next: how far each is, what they ask the group, and the text to send to each."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, get_args

from msgspec.structs import replace

from lcterm.core.coming import Brief
from lcterm.core.community_events import BriefState
from lcterm.core.questions import brief_of, briefed
from lcterm.core.refusal import Refused
from lcterm.core.text import clean
from lcterm.documents.presenter_brief import STATES, brief_text
from lcterm.store.next_time import Standing, standing
from lcterm.ui.line import Line, Span, fit, row, title_line, wrap
from lcterm.ui.page import Page, chosen_line, of_items
from lcterm.ui.screens.large import LargeScreen
from lcterm.ui.screens.reading import Reading, Written
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

NOBODY = "Nobody is to present next time yet; the next time (m, then n on the home screen) says who does."
HIDDEN = "What presenters bring is not for the room."
QUESTION_MAX, QUESTIONS_MAX = 400, 6
ORDER: tuple[BriefState, ...] = get_args(BriefState)


class BriefsScreen(LargeScreen):
    """One presenter after the other. Enter reads the text for them; it goes to the clipboard from there."""

    TITLE_HERE: ClassVar[str] = "On the briefs"

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self._problem = ""
        self._standing = self._look_up()

    def _look_up(self) -> Standing:
        community = self.desk.meeting.community
        try:
            return standing(self.desk.home, community, self.desk.now())
        except Refused as refused:
            self._problem = refused.reason
            return Standing(community, None, (), ())

    # ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────

    def ids(self) -> list[str]:
        known = self._standing.next
        return [] if known is None or self.board.veiled else list(known.presenters)

    def brief(self, person: str) -> Brief | None:
        """What is known of their part."""
        planned = self._standing.planned
        return brief_of(self.desk.meeting.community.coming, person, planned[0] if planned else None)

    def page(self, width: int, height: int) -> Page:
        title = title_line(width, "Briefs", "of those who present next")
        none = HIDDEN if self.board.veiled else self._problem or NOBODY
        tail: list[Line] = [] if self.ids() else [(Span(part, "muted"),) for part in wrap(none, width)]
        rows = [self._rows(person, width, place == self.place) for place, person in enumerate(self.ids())]
        return of_items([title, ()], rows, tail)

    def _rows(self, person: str, width: int, chosen: bool) -> list[Line]:
        brief = self.brief(person)
        state = STATES[brief.state] if brief else "not asked yet"
        lines = [row(width, [Span(self.view.name(person), "strong"), Span(f"  {state}", "muted")])]
        about = [f"{brief.brings}: {brief.title}"] if brief and brief.title else []
        asks = [f"asks: {question}" for question in brief.questions] if brief else []
        for text in (*about, *asks):
            lines += [row(width, [Span(f"  {part}")]) for part in wrap(fit(text), max(1, width - 2))]
        return [chosen_line(line, width) for line in lines] if chosen else lines

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "enter": lambda: self._with(self._read),
            "q": lambda: self._with(self._ask_question),
            "d": lambda: self._with(self._drop_question),
            "space": lambda: self._with(self._next_state),
        }

    def _with(self, act: Callable[[str], object]) -> None:
        if self.place < 0:
            self.board.refuse("Nobody is to present next time yet.", ("Esc", "goes back"))
        else:
            act(self.ids()[self.place])

    def _read(self, person: str) -> None:
        known, community, brief = self._standing.next, self.desk.meeting.community, self.brief(person)
        text = brief_text(known, community, person, brief)
        self.app.push_screen(Reading(self.board, f"Brief for {self.view.name(person)}", "brief", lambda: Written(text)))

    def _ask_question(self, person: str) -> None:
        self.ask("q", "They ask us:", lambda typed: self._questioned(person, typed))

    def _questioned(self, person: str, typed: str) -> bool:
        brief = self.brief(person) or Brief(person=person, at=0)
        try:
            question = clean(typed, limit=QUESTION_MAX, what="a question")
        except Refused as refused:
            self.board.refuse(refused.reason)
            return False
        if len(brief.questions) >= QUESTIONS_MAX:
            self.board.refuse(f"{QUESTIONS_MAX} questions are enough for one session.", ("d", "takes the last one out"))
            return False
        return self._note(replace(brief, questions=(*brief.questions, question)), "Noted, as a question to the group.")

    def _drop_question(self, person: str) -> None:
        brief = self.brief(person)
        if brief is None or not brief.questions:
            self.board.refuse("No question is noted there yet.", ("q", "notes one"))
        else:
            self._note(replace(brief, questions=brief.questions[:-1]), "The last question is out.")

    def _next_state(self, person: str) -> None:
        """Asked, said yes, ready, and round."""
        brief = self.brief(person)
        following = ORDER[(ORDER.index(brief.state) + 1) % len(ORDER)] if brief else ORDER[0]
        self._note(replace(brief or Brief(person=person, at=0), state=following), f"{STATES[following].capitalize()}.")

    def _note(self, brief: Brief, told: str) -> bool:
        planned = self._standing.planned
        self.desk.record_of_community(briefed(brief, planned[0].id if planned else ""))
        self._standing = self._look_up()
        self.board.say(told, private=True)
        return True

    def ways(self) -> Sequence[Way]:
        return (
            BACK,
            Way("enter", "Enter", "read and copy"),
            CHOOSE,
            Way("space", "space", "how far"),
            Way("q", "q", "their question"),
            Way("d", "d", "last one out"),
        )
