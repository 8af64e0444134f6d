"""The ground rules, large: the group adds, rewords, drops, reorders, or makes them anew from memory."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from lcterm.core.community_events import RulesAgreed
from lcterm.core.keepers import keepers, keeping
from lcterm.core.names import find_person
from lcterm.core.refusal import Refused
from lcterm.core.rules import Rules, added, dropped, moved, reworded
from lcterm.core.text import sentence
from lcterm.ui.keys import Key
from lcterm.ui.line import Span
from lcterm.ui.page import Page
from lcterm.ui.screens.asking_twice import AskingTwice, Sure
from lcterm.ui.widgets.foot import UNDO, Message
from lcterm.ui.widgets.rules import rules_page
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

FROM_MEMORY = "Enter sets it aside. The old rules hold until a new list is kept; Esc brings them back."
FROM_MEMORY_SHORT = "Enter sets it aside; Esc brings it back."


class RulesScreen(AskingTwice):
    """The rules as the group has them. They are for the room too, so the veil hides nothing. Only what people write
    comes in; themes are offered below."""

    NAME: ClassVar[str] = "rules"
    TITLE_HERE: ClassVar[str] = "On the rules"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset({"clock", "next-point"})

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self._memory: Rules = ()
        self._remaking = False
        self._offered = False
        self._asks_for = ""
        self._change: tuple[Rules, Rules] | None = None

    # ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────

    @property
    def rules(self) -> Rules:
        """The rules as they stand, or as far as they were remembered."""
        return self._memory if self._remaking else self.desk.meeting.community.rules

    def ids(self) -> list[str]:
        return list(self.rules)

    def page(self, width: int, height: int) -> Page:
        names = [self.view.name(one.person) for one in keepers(self.view.community)]
        return rules_page(self.rules, names, self.place, width, memory=self._remaking, offered=self._offered)

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "a": lambda: self._ask("a", "A rule, in their words", self._added),
            "e": lambda: self._with(self._reword),
            "enter": self._keep_remade if self._remaking else lambda: self._with(self._reword),
            "d": lambda: self._with(self._drop),
            "h": lambda: self._with(lambda number: self._move(number, number - 1)),
            "shift+up": lambda: self._with(lambda number: self._move(number, number - 1)),
            "l": lambda: self._with(lambda number: self._move(number, number + 1)),
            "shift+down": lambda: self._with(lambda number: self._move(number, number + 1)),
            "k": lambda: self._ask("k", "Who keeps the rules?", self._kept_by),
            "t": self._offer,
            "n": self._ask_to_remake,
        }

    def take(self, key: str, letter: str) -> None:
        if key == "escape" and self._remaking:
            self._remaking = False
            self.board.say("The rules stay as they were." + (" n goes on remembering." if self._memory else ""))
            self.draw()
        elif self.begins_a_sentence(key) and self.sure is None:
            self._ask("a", "A rule, in their words", self._added, key[-1])
        else:
            super().take(key, letter)

    def _with(self, act: Callable[[int], object]) -> None:
        if self.place < 0:
            self.board.refuse("There is no rule yet.", ("a", "writes one"))
        else:
            act(self.place + 1)

    def _ask(self, key: str, words: str, take: Callable[[str], bool], before: str = "") -> None:
        self._asks_for = key
        self.ask(key, words, take, before)

    def _added(self, text: str) -> bool:
        if not self._let(lambda rules: added(rules, text), "Written down, as they said it."):
            return False
        self.chosen = self.rules[-1]
        return True

    def _reword(self, number: int) -> None:
        self._ask("e", "It reads:", lambda text: self._reworded(number, text), self.rules[number - 1])

    def _reworded(self, number: int, text: str) -> bool:
        if number > len(self.rules) or self.rules[number - 1] != self.chosen:
            self.board.refuse("Somebody has changed the rules meanwhile; choose again.")
            return False
        if not self._let(lambda rules: reworded(rules, number, text), "It reads so now."):
            return False
        self.chosen = self.rules[number - 1]
        return True

    def _drop(self, number: int) -> None:
        self._let(lambda rules: dropped(rules, number), "That rule no longer holds.")

    def _move(self, number: int, to: int) -> None:
        if 1 <= to <= len(self.rules):
            self._let(lambda rules: moved(rules, number, to), "")

    def _offer(self) -> None:
        """The themes below the rules, or no longer; what came into sight is rolled to."""
        self._offered = not self._offered
        if self._offered:
            self.draw()
            self.top = len(self.page(self.frame.body.w, self.frame.body.h).lines)

    # ── Made anew ───────────────────────────────────────────────────────────────────────────────────────────────

    def _ask_to_remake(self) -> None:
        """It sets aside what stands on the screen, so it is asked first; where nothing does, there is nothing to
        ask."""
        if self._remaking:
            return
        if not self.rules:
            self._remake()
            return
        self.ask_if_sure(
            Sure(
                key="n",
                question="Set this list aside, and write the rules anew from memory?",
                about="",
                warnings=((FROM_MEMORY, FROM_MEMORY_SHORT),),
                does="set it aside",
                act=self._remake,
                stands=lambda: not self._remaking,
                left="The rules stay as they are.",
            )
        )

    def _remake(self) -> None:
        """Set the list aside and begin again from what people remember ([HB])."""
        self._remaking, self._change = True, None
        self.board.message = Message()

    def _keep_remade(self) -> None:
        if not self._memory:
            self.board.refuse("Nothing is remembered yet.", ("a", "writes a rule"))
            return
        remade, self._remaking, self._memory = self._memory, False, ()
        self._let(lambda _: remade, "These are the rules now.")

    def _let(self, change: Callable[[Rules], Rules], told: str) -> bool:
        """Let the rules read so; whether they may."""
        before = self.rules
        try:
            after = change(before)
        except Refused as refused:
            self.board.refuse(sentence(refused.reason))
            return False
        if self._remaking:
            self._memory = after
        elif after != before:
            self._agree(after)
            self._change = (before, after)
            self.board.message = Message("✓" if told else "", told, UNDO)
        self.board.draw()
        return True

    def _agree(self, rules: Rules) -> None:
        session = self.desk.meeting.session
        self.desk.record_of_community(RulesAgreed(rules=rules, session=session.id if session.live else ""))

    def by_table(self, key: Key) -> None:
        if key.id == "undo" and self._take_back():
            return
        self._change = None
        super().by_table(key)

    def _take_back(self) -> bool:
        """Take back a change of the rules, if that was the last thing done here; whether it was."""
        change, self._change = self._change, None
        if change is None:
            return False
        if change[1] != self.rules:
            self.board.refuse("Somebody has changed the rules since; they stay as they are.")
        else:
            self._agree(change[0])
            self.board.say("The rules read as before.")
        return True

    # ── Who keeps them ──────────────────────────────────────────────────────────────────────────────────────────

    def _kept_by(self, typed: str) -> bool:
        """This person keeps the rules; asked at every session, thanked and asked again ([HB])."""
        try:
            person = find_person(typed, self.view.people)
        except Refused as refused:
            self.board.refuse(refused.reason)
            return False
        facts = keeping(self.desk.meeting.community, person)
        for fact in facts:
            self.desk.record_of_community(fact)
        self._change = None
        self.board.say(f"{self.view.name(person)} {'keeps' if facts else 'goes on keeping'} the rules.")
        return True

    def hint(self, typed: str) -> Sequence[Span]:
        if self._asks_for != "k":
            return [Span("as they said it; a rule may be short", "muted")]
        try:
            return [Span("Enter", "bold"), Span(f" {self.view.name(find_person(typed, self.view.people))}", "muted")]
        except Refused as refused:
            return [Span(refused.reason if typed else "a member; thank whoever kept them, and ask again", "muted")]

    def ways(self) -> Sequence[Way]:
        changing = (
            Way("a", "a", "add"),
            Way("e", "e", "reword"),
            Way("d", "d", "drop"),
            Way("h", "h l", "up, down"),
        )
        if self._remaking:
            return (Way("escape", "Esc", "as before"), Way("enter", "Enter", "keep these"), *changing)
        return (
            BACK,
            *changing,
            Way("k", "k", "keeper"),
            Way("t", "t", "no themes" if self._offered else "themes"),
            Way("n", "n", "from memory"),
            CHOOSE,
            way("undo"),
            way("next-point", "next"),
        )
