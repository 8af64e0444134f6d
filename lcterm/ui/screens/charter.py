"""The charter, large: topic after topic is offered, talked through, and its answer written down."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from lcterm.core.charter import RULES, answer_text, answering, is_settled
from lcterm.core.commands import AnyCommand, DropCapture, EditCapture, ShowInRoom, WriteCapture
from lcterm.core.events import CharterAnswered, Words
from lcterm.core.refusal import Refused
from lcterm.documents.charter_words import answer_words
from lcterm.store.charter import Topic, settled_count, topics
from lcterm.ui.keys import Key
from lcterm.ui.line import Span
from lcterm.ui.page import Page
from lcterm.ui.screens.large import LargeScreen
from lcterm.ui.widgets.charter import LETTERS, charter_page
from lcterm.ui.widgets.foot import UNDO, Message
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board


class CharterScreen(LargeScreen):
    """What there is to settle, with the cursor on the first that is open. While a session runs an answer is a decision
    of the group as well, among the captures. It is for the room too, so the veil hides nothing."""

    NAME: ClassVar[str] = "charter"
    TITLE_HERE: ClassVar[str] = "On the charter"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset({"clock", "next-point"})

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self._topics = topics()
        self._change: tuple[CharterAnswered, CharterAnswered, AnyCommand | None] | None = None
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
        return not is_settled(self.desk.meeting.community, topic.id)

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
            "s": self._show_the_room,
            "x": lambda: self._settle(self.topic, "", ""),
        }

    def _ask_for_words(self) -> None:
        if self.topic.id == RULES:
            self.board.open_large("rules")
            return
        held = self.desk.meeting.community.charter.get(self.topic.id)
        self.ask("e", "Settled:", partial(self._answered, self.topic), held.answer if held else "")

    def _answered(self, topic: Topic, typed: str) -> bool:
        try:
            words = answer_text(typed)
        except Refused as refused:
            self.board.refuse(refused.reason)
            return False
        return self._settle(topic, words)

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
        told = "It is open again." if self._is_open(topic) else f"Settled, {self._count()}."
        self.board.message = Message("✓", told, UNDO)
        self.board.draw()
        return True

    def _count(self) -> str:
        done, every = settled_count(self.desk.meeting.community)
        return f"{done} of {every}"

    def _decide(self, topic: Topic) -> AnyCommand | None:
        """The answer as a decision of the group: written down, or the one of this topic mended. What takes that back;
        None where nothing was written."""
        meeting = self.desk.meeting
        answer = meeting.community.charter.get(topic.id)
        if not meeting.session.live or answer is None:
            return None
        lead = f"{topic.title}: "
        words = Words(kind="decision", text=f"{lead}{answer_words(topic, answer)}")
        for one in reversed(meeting.session.captures.values()):
            if one.words.kind == "decision" and one.words.text.startswith(lead):
                mended = self.board.act(EditCapture(one.id, replace(one.words, text=words.text)))
                return EditCapture(one.id, one.words) if mended else None
        written = self.board.act(WriteCapture(words))
        return DropCapture(list(self.desk.meeting.session.captures)[-1]) if written else None

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
        held = self.desk.meeting.community.charter.get(new.topic)
        if (held.answer if held else "", held.choice if held else "") != (new.answer, new.choice):
            self.board.refuse("Somebody has settled it otherwise since; it stays as it is.")
            return True
        if decided is not None:
            self.board.act(decided)
        self.desk.record_of_community(old)
        self.board.say("It stands as before.")
        return True

    # ── What stands below ───────────────────────────────────────────────────────────────────────────────────────

    def hint(self, typed: str) -> Sequence[Span]:
        words = "a decision among the captures too" if self.view.session.live else "as the group said it, summed up"
        return [Span(words, "muted")]

    def ways(self) -> Sequence[Way]:
        topic = self.topic
        letters = LETTERS[: len(topic.choices)]
        choosing = [Way("", " ".join(letters), "choose it")] if letters else []
        return (
            BACK,
            Way("enter", "Enter", "the rules" if topic.id == RULES else "answer"),
            *choosing,
            Way("o", "o", "next open"),
            CHOOSE,
            *([] if self._is_open(topic) else [Way("x", "x", "open again")]),
            Way("s", "s", "hide in the room" if self.view.session.room == "charter" else "show the room"),
            Way("r", "r", "rules"),
            way("undo"),
            way("next-point", "next"),
        )
