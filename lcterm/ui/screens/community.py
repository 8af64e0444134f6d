"""A community between two sessions: what it agreed, what is open, what it has learned, each a letter away."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from lcterm.core.community import Community
from lcterm.core.keepers import keepers
from lcterm.store.charter import is_settled, setting_up, settled_count, topics
from lcterm.ui.line import Line, Span, cut, fit, pad, row, title_line
from lcterm.ui.page import Page, chosen_line, of_items
from lcterm.ui.screens.between import Between
from lcterm.ui.screens.community_texts import chronicle, going_round, next_words, report
from lcterm.ui.screens.inviting import open_invitation
from lcterm.ui.screens.large import LargeScreen
from lcterm.ui.screens.reading import Reading, Written
from lcterm.ui.widgets.foot import Message
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way

if TYPE_CHECKING:
    from lcterm.ui.app import LcTerm

NAME, NAME_NARROW = 24, 17
WIDE_FROM, WORDS_FROM = 76, 50
"""From so many cells on there is room for how each thing stands."""


class Item(NamedTuple):
    """A thing of the community: its letter, what it is called, how it stands, and opening it."""

    letter: str
    name: str
    stands: str
    open: Callable[[], object]


class CommunityScreen(LargeScreen):
    """The list."""

    NAME: ClassVar[str] = "community"
    TITLE_HERE: ClassVar[str] = "On this page"

    def __init__(self, between: Between) -> None:
        super().__init__(between)
        self._next: tuple[Community | None, str] = (None, "")
        self.chosen = "n"

    # ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────

    def items(self) -> list[Item]:
        """All of it, what a facilitator wants most often first."""
        community = self.desk.meeting.community
        rules = len(community.rules)
        kept = ", ".join(self.view.name(one.person) for one in keepers(community))
        done, every = settled_count(community)
        left = next((one.title for one in topics() if not one.of and not is_settled(community, one)), "")
        arranged = sum(one.state in ("settled", "not needed") for one in community.setup.values())
        return [
            Item("n", "Next time", self._next_words(), lambda: self._large("next-time")),
            Item("a", "Open actions", "what became of each", lambda: self._large("since")),
            Item("g", "What goes round", "to paste into a mail", self._going_round),
            Item("i", "Invitation", "mail and calendar file", lambda: open_invitation(self.board)),
            Item("b", "Briefs", "who presents, what they ask", lambda: self._large("briefs")),
            Item("r", "Rules", _rules_words(rules, kept), lambda: self._large("rules")),
            Item(
                "c",
                "Charter",
                f"{done} of {every} settled{f'; next: {left}' if left and done else ''}",
                lambda: self._large("charter"),
            ),
            Item("h", "Chronicle", "what we have learned", self._chronicle),
            Item("f", "Report", "figures, signs of a refresh", self._report),
            Item("s", "Setting up", f"{arranged} of {len(setting_up())} settled", self._setting_up),
        ]

    def _next_words(self) -> str:
        """As the page behind it has it; read again once something was agreed."""
        community = self.desk.meeting.community
        if self._next[0] is not community:
            self._next = community, next_words(self.desk.home, community, self.desk.now())
        return self._next[1]

    def ids(self) -> list[str]:
        return [one.letter for one in self.items()]

    def page(self, width: int, height: int) -> Page:
        head = [title_line(width, "Between two sessions"), *self._purpose(width), ()]
        return of_items(head, [[self._row(one, width)] for one in self.items()])

    def _purpose(self, width: int) -> list[Line]:
        purpose = fit(self.desk.meeting.community.purpose)
        return [(Span(cut(purpose, width), "muted"),)] if purpose else []

    def _row(self, one: Item, width: int) -> Line:
        name = pad(one.name, NAME if width >= WIDE_FROM else NAME_NARROW)
        spans = [Span(f" {one.letter}  ", "bold"), Span(name if width >= WORDS_FROM else one.name)]
        line = row(width, [*spans, Span(one.stands if width >= WORDS_FROM else "", "muted")])
        return chosen_line(line, width) if one.letter == self.chosen else line

    # ── Opening ─────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        items = {one.letter: one.open for one in self.items()}
        return {**items, "enter": items[self.ids()[self.place]], "space": items[self.ids()[self.place]], "m": self.back}

    def _large(self, name: str) -> None:
        self.board.message = Message()
        self.board.open_large(name)

    def _read(self, title: str, what: str, write: Callable[[], Written], *, private: bool = False) -> None:
        self.app.push_screen(Reading(self.board, title, what, write, private=private))

    def _going_round(self) -> None:
        desk, now = self.desk, self.desk.now()
        self._read("What goes round", "digest", lambda: going_round(desk.home, desk.meeting.community, now))

    def _chronicle(self) -> None:
        desk, now = self.desk, self.desk.now()
        self._read("Chronicle", "chronicle", lambda: chronicle(desk.home, desk.meeting.community, now))

    def _report(self) -> None:
        desk, now = self.desk, self.desk.now()
        community = desk.meeting.community
        self._read("Report, for facilitators", "report", lambda: report(desk.home, community, now), private=True)

    def _setting_up(self) -> None:
        from lcterm.ui.screens.setting_up import SettingUpScreen

        community = self.desk.meeting.community
        self.app.push_screen(SettingUpScreen(self.desk.home, self.board.clock, community), lambda _: self._look_again())

    def _look_again(self) -> None:
        self.desk.poll()
        self.draw()

    # ── What stands below ───────────────────────────────────────────────────────────────────────────────────────

    def ways(self) -> Sequence[Way]:
        letters = [Way(one.letter, one.letter, one.name.lower()) for one in self.items()]
        return (BACK, Way("enter", "Enter", "open"), CHOOSE, *letters)


def _rules_words(count: int, kept: str) -> str:
    if not count:
        return "none yet"
    rules = f"{count} rule{'s' if count != 1 else ''}"
    return f"{rules}, kept by {kept}" if kept else f"{rules}; nobody keeps them now"


def community_screen(app: "LcTerm", community: str, zone_name: str) -> CommunityScreen:
    """The page of a community of this home."""
    between = Between(app.community_desk(community, zone_name), app.clock, app.key_table)
    return CommunityScreen(between)
