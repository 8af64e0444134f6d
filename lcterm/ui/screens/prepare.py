"""Before the session: the group's checklist, to tick off and to make one's own."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from lcterm.core.commands import TickItem
from lcterm.core.community_events import ChecklistAgreed
from lcterm.core.refusal import Refused
from lcterm.core.text import sentence
from lcterm.store.checklist import Item, Lines, added, items, lines_of, removed, reworded
from lcterm.ui.keys import Key
from lcterm.ui.line import Span
from lcterm.ui.page import Page
from lcterm.ui.screens.from_home import FromHome
from lcterm.ui.widgets.foot import UNDO, Message
from lcterm.ui.widgets.prepare import prepare_page
from lcterm.ui.widgets.ways import CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

HEADINGS = "a line that begins with # is a heading"


class PrepareScreen(FromHome):
    """What there is to look to before the session. Ticks are this session's, the list is the community's."""

    NAME: ClassVar[str] = "prepare"
    TITLE_HERE: ClassVar[str] = "On this checklist"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset({"care", "clock"})

    def __init__(self, board: "Board", *, to_home: bool = False) -> None:
        super().__init__(board, to_home=to_home)
        self._change: tuple[Lines, Lines] | None = None
        ticked = self.view.session.ticked
        self.chosen = next((item.text for item in self.items if item.text not in ticked), "")

    # ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────

    @property
    def lines(self) -> Lines:
        """The list as it stands."""
        return lines_of(self.desk.meeting.community)

    @property
    def items(self) -> list[Item]:
        """What can be ticked; nothing while the room can read along."""
        return [] if self.board.veiled else items(self.lines)

    def ids(self) -> list[str]:
        return [item.text for item in self.items]

    def page(self, width: int, height: int) -> Page:
        ticked = self.view.session.ticked
        return prepare_page(items(self.lines), ticked, self.place, width, veiled=self.board.veiled)

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "space": lambda: self._with(self._tick),
            "enter": lambda: self._with(self._tick),
            "a": self._add,
            "e": lambda: self._with(self._reword),
            "d": lambda: self._with(self._remove),
        }

    def _with(self, act: Callable[[str], object]) -> None:
        if self._hidden():
            return
        if self.place < 0:
            self.board.refuse("There is nothing on the list yet.", ("a", "adds an item"))
        else:
            act(self.chosen)

    def _hidden(self) -> bool:
        if self.board.veiled:
            self.board.refuse("The checklist is not for the room.", ("veil", "lifts the veil"))
        return self.board.veiled

    def _tick(self, item: str) -> None:
        self._change = None
        self.board.act(TickItem(item, item not in self.desk.meeting.session.ticked))

    def _add(self) -> None:
        if not self._hidden():
            self.ask("a", "What else?", self._added)

    def _added(self, text: str) -> bool:
        before = set(self.lines)
        if not self._agree(lambda lines: added(lines, text, self.chosen), "Added."):
            return False
        self.chosen = next((item.text for item in self.items if item.text not in before), self.chosen)
        return True

    def _reword(self, item: str) -> None:
        self.ask("e", "It reads:", lambda text: self._reworded(item, text))
        self.entry.value = item
        self.entry.cursor_position = len(item)

    def _reworded(self, item: str, text: str) -> bool:
        if text.strip() == item:
            return True
        place, ticked = self.place, item in self.desk.meeting.session.ticked
        if not self._agree(lambda lines: reworded(lines, item, text), "It reads so now."):
            return False
        self.chosen = self.items[place].text if place < len(self.items) else ""
        if ticked:  # ticks go by the words
            self.desk.act(TickItem(self.chosen))
        return True

    def _remove(self, item: str) -> None:
        self._agree(lambda lines: removed(lines, item), "Taken off the list.")

    def _agree(self, change: Callable[[Lines], Lines], told: str) -> bool:
        """Let the group's list read so; whether it may."""
        before = self.lines
        try:
            after = change(before)
        except Refused as refused:
            self.board.refuse(sentence(refused.reason))
            return False
        self.desk.record_of_community(ChecklistAgreed(items=after))
        self._change = (before, after)
        self.board.message = Message("✓", told, UNDO)
        self.board.draw()
        return True

    def _take_back(self) -> bool:
        """Take back a change of the list, if that was the last thing done here; whether it was."""
        change, self._change = self._change, None
        if change is None:
            return False
        if change[1] != self.lines:
            self.board.refuse("Somebody has changed the list since; it stays as it is.")
        else:
            self.desk.record_of_community(ChecklistAgreed(items=change[0]))
            self.board.say("The list reads as before.")
        return True

    def by_table(self, key: Key) -> None:
        if key.id == "undo" and self._take_back():
            return
        super().by_table(key)

    # ── What stands below ───────────────────────────────────────────────────────────────────────────────────────

    def hint(self, typed: str) -> Sequence[Span]:
        return [Span("a heading, for what comes below it" if typed.startswith("#") else HEADINGS, "muted")]

    def ways(self) -> Sequence[Way]:
        return (
            self.way_back,
            Way("space", "space", "done, open"),
            CHOOSE,
            Way("a", "a", "add"),
            Way("e", "e", "edit"),
            Way("d", "d", "remove"),
            way("undo"),
            way("veil"),
        )
