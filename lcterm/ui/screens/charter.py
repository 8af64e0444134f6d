"""The charter, large: topic after topic is offered, talked through, and its answer written down."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from lcterm.core.charter import RULES, answer_text, answering, purposing
from lcterm.core.charter_decisions import PURPOSE, decision
from lcterm.core.commands import AnyCommand, DropCapture, EditCapture, ShowInRoom
from lcterm.core.community_events import CharterAnswered, PurposeAgreed
from lcterm.core.point_titles import finds_purpose
from lcterm.core.refusal import Refused
from lcterm.documents.charter_words import answer_words
from lcterm.store.charter import Topic, chosen_by, is_settled, settled_count, to_choose, topics
from lcterm.ui.keys import Key
from lcterm.ui.line import Span
from lcterm.ui.page import Page
from lcterm.ui.screens.large import LargeScreen
from lcterm.ui.widgets.charter import LETTERS, charter_page
from lcterm.ui.widgets.foot import UNDO, Message
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board


Settling = CharterAnswered | PurposeAgreed


class CharterScreen(LargeScreen):
    """What there is to settle, with the cursor on the first that is open. While a session runs an answer is a decision
    of the group as well, among the captures. It is for the room too, so the veil hides nothing."""

    NAME: ClassVar[str] = "charter"
    TITLE_HERE: ClassVar[str] = "On the charter"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset({"clock", "next-point"})

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self._topics = topics()
        self._change: tuple[Settling, Settling, AnyCommand | None] | None = None
        self.chosen = next((one.id for one in self._topics if self._is_open(one)), self._topics[0].id)

    # ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────

    def ids(self) -> list[str]:
        return [one.id for one in self._topics]

    @property
    def topic(self) -> Topic:
        """The one that is opened."""
        return self._topics[self.place]

    def page(self, width: int, height: int) -> Page:
        return charter_page(self.desk.meeting.community, self._topics, self.place, width)

    def _is_open(self, topic: Topic) -> bool:
        return not is_settled(self.desk.meeting.community, topic)

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        letters = zip(LETTERS, self.topic.choices, strict=False)
        chosen = {letter: partial(self._settle, self.topic, choice=choice.id) for letter, choice in letters}
        return {
            **chosen,
            "enter": self._ask_for_words,
            "e": self._ask_for_words,
            "r": lambda: self.board.open_large("rules"),
            "o": self._next_open,
            "p": self._ask_purpose,
            "s": self._show_the_room,
            "x": lambda: self._settle(self.topic, "", ""),
        }

    def take(self, key: str, letter: str) -> None:
        if self.begins_a_sentence(key):
            self._ask_for_words(key[-1])
            self.draw()
        else:
            super().take(key, letter)

    def _ask_for_words(self, begun: str = "") -> None:
        """Have the answer typed; `begun`: its first letter, where somebody wrote on without asking for the line."""
        if self.topic.id == RULES:
            self.board.open_large("rules")
            return
        topic = self.topic
        held = self.desk.meeting.community.charter.get(topic.id)
        taken = self.unless_changed(partial(self._answered, topic), partial(self._reads, topic))
        self.ask("e", "Settled:", taken, begun or (held.answer if held else ""))

    def _reads(self, topic: Topic) -> str:
        """What the charter says of it now; "" while that is open."""
        held = self.desk.meeting.community.charter.get(topic.id)
        return answer_words(topic, held) if held is not None else ""

    def _answered(self, topic: Topic, typed: str) -> bool:
        try:
            words = answer_text(typed)
        except Refused as refused:
            self.board.refuse(refused.reason)
            return False
        choice = chosen_by(topic, words)
        return self._settle(topic, "", choice) if choice else self._settle(topic, words)

    def _ask_purpose(self) -> None:
        taken = self.unless_changed(self._purposed, lambda: self.desk.meeting.community.purpose)
        self.ask("p", "Our purpose:", taken, self.desk.meeting.community.purpose)

    def _purposed(self, typed: str) -> bool:
        session = self.desk.meeting.session
        before = PurposeAgreed(purpose=self.desk.meeting.community.purpose)
        try:
            fact = purposing(self.desk.meeting.community, typed, session.id if session.live else "")
        except Refused as refused:
            self.board.refuse(refused.reason)
            return False
        if fact is not None:
            self.desk.record_of_community(fact)
            self._change = (before, fact, self._write_down(PURPOSE, fact.purpose))
            self.board.message = Message("✓", "That is what we are here for.", UNDO)
        return True

    def _next_open(self) -> None:
        """On to what is open, from here and round by the beginning."""
        after = [*self._topics[self.place + 1 :], *self._topics[: self.place + 1]]
        found = next((one.id for one in after if self._is_open(one)), "")
        if found:
            self.chosen = found
        else:
            self.board.say("Everything is settled.")

    def _show_the_room(self) -> None:
        """The charter on the room screen, or the point's question again."""
        self.board.act(ShowInRoom("question" if self.view.session.room == "charter" else "charter"))

    # ── Settling ────────────────────────────────────────────────────────────────────────────────────────────────

    def _settle(self, topic: Topic, answer: str | None = None, choice: str | None = None) -> bool:
        """Let the charter say so, and while a session runs its captures too."""
        community, session = self.desk.meeting.community, self.desk.meeting.session
        fact = answering(community, topic.id, answer, choice, session.id if session.live else "")
        if fact is None:
            self.board.say("That is how it stands." if not self._is_open(topic) else "It is open still.", sign="")
            return True
        held = community.charter.get(topic.id)
        old = CharterAnswered(topic=topic.id)
        if held is not None:
            old = CharterAnswered(topic=topic.id, answer=held.answer, choice=held.choice, session=held.session)
        self.desk.record_of_community(fact)
        self._change = (old, fact, self._decide(topic))
        self.board.message = Message("✓", self._told(topic), UNDO)
        self.board.draw()
        return True

    def _told(self, topic: Topic) -> str:
        if not self._is_open(topic):
            return f"Settled, {self._count()}."
        said = topic.id in self.desk.meeting.community.charter
        letters = " ".join(LETTERS[: len(topic.choices)])
        return f"{to_choose(topic)}: {letters}." if said else "It is open again."

    def _count(self) -> str:
        done, every = settled_count(self.desk.meeting.community)
        return f"{done} of {every}"

    def _decide(self, topic: Topic) -> AnyCommand | None:
        """The answer as a decision of the group: written down, or the one of this topic mended. What takes that back;
        None where nothing was written."""
        answer = self.desk.meeting.community.charter.get(topic.id)
        settled = answer is not None and not self._is_open(topic)
        return self._write_down(topic.title, answer_words(topic, answer) if settled else "")

    def _write_down(self, title: str, text: str) -> AnyCommand | None:
        wish, before = decision(self.desk.meeting.session, title, text), self.desk.meeting.session.captures
        if wish is None or not self.board.act(wish):
            return None
        if isinstance(wish, EditCapture):
            return EditCapture(wish.capture, before[wish.capture].words)
        return DropCapture(list(self.desk.meeting.session.captures)[-1])

    def by_table(self, key: Key) -> None:
        if key.id == "undo" and self._take_back():
            return
        self._change = None
        super().by_table(key)

    def _take_back(self) -> bool:
        """Take back an answer, if that was the last thing done here; whether it was."""
        change, self._change = self._change, None
        if change is None:
            return False
        old, new, decided = change
        if not self._stands(new):
            self.board.refuse("Somebody has settled it otherwise since; it stays as it is.")
            return True
        if decided is not None:
            self.board.act(decided)
        self.desk.record_of_community(old)
        self.board.say("It stands as before.")
        return True

    def _stands(self, said: Settling) -> bool:
        """Whether it is still as it was said."""
        community = self.desk.meeting.community
        if isinstance(said, PurposeAgreed):
            return community.purpose == said.purpose
        held = community.charter.get(said.topic)
        return (held.answer if held else "", held.choice if held else "") == (said.answer, said.choice)

    def _says_anything(self, topic: Topic) -> bool:
        return not self._is_open(topic) or topic.id in self.desk.meeting.community.charter

    def _room_words(self) -> str:
        return "hide in the room" if self.view.session.room == "charter" else "show the room"

    # ── What stands below ───────────────────────────────────────────────────────────────────────────────────────

    def hint(self, typed: str) -> Sequence[Span]:
        words = "a decision among the captures too" if self.view.session.live else "as the group said it, summed up"
        return [Span(words, "muted")]

    def ways(self) -> Sequence[Way]:
        topic = self.topic
        letters = LETTERS[: len(topic.choices)]
        point, purpose = self.view.session.point, Way("p", "p", "purpose")
        finding = point is not None and finds_purpose(point.plan.title)
        choosing = [Way("", " ".join(letters), "choose it")] if letters else []
        return (
            BACK,
            *([purpose] if finding else []),
            Way("enter", "Enter", "the rules" if topic.id == RULES else "answer"),
            *choosing,
            Way("o", "o", "next open"),
            CHOOSE,
            *([Way("x", "x", "open again")] if self._says_anything(topic) else []),
            *([] if finding else [purpose]),
            *([] if self.board.between else [Way("s", "s", self._room_words())]),
            Way("r", "r", "rules"),
            way("undo"),
            way("next-point", "next point"),
        )
