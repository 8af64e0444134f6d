"""The panes of the board, large: agenda, people, captures. Each is a list with a cursor; what a key does here comes
from its own screen, and where that says nothing, from the board's key table."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from lcterm.store.seats import Doing
from lcterm.ui.key_names import drawn_key
from lcterm.ui.keys import Key
from lcterm.ui.page import rows_of
from lcterm.ui.point_offers import KEY as OFFER
from lcterm.ui.screens.asking import Asking
from lcterm.ui.screens.board_keys import do_key
from lcterm.ui.screens.clashes import GONE, changed_words
from lcterm.ui.screens.watching import LOOKS, changes_nothing, turned_away
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

SCREENS = ("agenda", "voices", "captures", "summary", "read-back", "cards", "decide", "prepare", "since", "so-far")
"""The ids of the keys that open a screen from here, and what `large_screen` is asked for."""
EVERYWHERE = frozenset({"undo", "redo", "veil", "care"})
"""The ids of the keys that do here what they do on the board, on every large screen."""


def large_screen(name: str, board: "Board") -> Screen[None]:
    """The large screen of this name: one of SCREENS, or one that only the commands open. KeyError for any other."""
    from lcterm.ui.screens.briefs import BriefsScreen
    from lcterm.ui.screens.bring_in import BringInScreen
    from lcterm.ui.screens.cards import CardsScreen
    from lcterm.ui.screens.charter import CharterScreen
    from lcterm.ui.screens.deciding import DecidingScreen
    from lcterm.ui.screens.import_recording import ImportRecording
    from lcterm.ui.screens.large_agenda import LargeAgenda
    from lcterm.ui.screens.large_captures import LargeCaptures
    from lcterm.ui.screens.large_people import LargePeople
    from lcterm.ui.screens.next_time import NextTimeScreen
    from lcterm.ui.screens.prepare import PrepareScreen
    from lcterm.ui.screens.read_back import ReadBack
    from lcterm.ui.screens.rules import RulesScreen
    from lcterm.ui.screens.since import SinceScreen
    from lcterm.ui.screens.so_far import SoFarScreen
    from lcterm.ui.screens.summary import SummaryScreen

    makers: dict[str, Callable[[], Screen[None]]] = {
        "agenda": lambda: LargeAgenda(board),
        "voices": lambda: LargePeople(board),
        "captures": lambda: LargeCaptures(board),
        "summary": lambda: SummaryScreen(board.desk, board.clock, board.veiled, board),
        "read-back": lambda: ReadBack(board),
        "cards": lambda: CardsScreen(board),
        "decide": lambda: DecidingScreen(board),
        "prepare": lambda: PrepareScreen(board),
        "next-time": lambda: NextTimeScreen(board),
        "briefs": lambda: BriefsScreen(board),
        "bring-in": lambda: BringInScreen(board),
        "recording": lambda: ImportRecording(board),
        "charter": lambda: CharterScreen(board),
        "rules": lambda: RulesScreen(board),
        "since": lambda: SinceScreen(board),
        "so-far": lambda: SoFarScreen(board),
    }
    return makers[name]()


class LargeScreen(Asking):
    """A list with a cursor."""

    AHEAD: ClassVar[bool] = True
    NAME: ClassVar[str] = ""
    """The id of the key that opens it; the same key closes it again."""
    PASSED_ON: ClassVar[frozenset[str]] = frozenset()
    """The ids of more keys that do here what they do on the board."""
    LOOKING: ClassVar[frozenset[str]] = frozenset()
    """Which of its own keys change nothing."""

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self.chosen = ""
        self._last_place = 0

    @property
    def doing(self) -> Doing:
        """What other seats are told of it."""
        return Doing(self.NAME)

    def ids(self) -> list[str]:
        """The items from the top."""
        raise NotImplementedError

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        """What keys mean here, by letter or by Textual's name."""
        raise NotImplementedError

    # ── Beside other seats ──────────────────────────────────────────────────────────────────────────────────────

    def ask_about(self, key: str, words: str, take: Callable[[str], bool], reads: Callable[[], str] = str) -> None:
        """Have something typed about the chosen item, of which that stands there which it `reads` now. What another
        seat took away meanwhile is not taken for its neighbour, and what one changed is not overwritten unasked."""
        about, taken = self.chosen, self.unless_changed(take, reads)
        self.ask(key, words, lambda typed: self.still_there(about) and taken(typed), reads())

    def unless_changed(self, take: Callable[[str], bool], reads: Callable[[], str]) -> Callable[[str], bool]:
        """`take`, for something of which that stands there which it `reads` now; where another seat has changed it
        meanwhile, Enter has to be pressed once more."""
        known = reads()

        def taken(typed: str) -> bool:
            nonlocal known
            now, before, known = reads(), known, reads()
            if now not in (before, typed.strip()):
                self.board.refuse(changed_words(now, self.frame.message.w))
                return False
            return take(typed)

        return taken

    def still_there(self, item: str) -> bool:
        """Choose this item again, whatever the cursor fell on meanwhile; where it has gone that is said."""
        if item in self.ids():
            self.chosen = item
            return True
        self.board.refuse(GONE)
        return False

    # ── The cursor ──────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def place(self) -> int:
        """The number of the chosen item, -1 in an empty list. Where it has gone its neighbour is chosen."""
        ids = self.ids()
        found = ids.index(self.chosen) if self.chosen in ids else min(self._last_place, len(ids) - 1)
        self._last_place = max(0, found)
        self.chosen = ids[found] if found >= 0 else ""
        return found

    def move(self, key: str) -> bool:
        """Move the cursor; whether the key means that."""
        full = max(1, self.frame.body.h - 2)
        steps = {"up": -1, "down": 1, "pageup": -full, "pagedown": full, "home": -9999, "end": 9999}
        if key not in steps:
            return False
        if not self._moved_within(key):
            ids = self.ids()
            self._last_place = max(0, min(len(ids) - 1, self.place + steps[key]))
            self.chosen = ids[self._last_place] if ids else ""
        self.draw()
        return True

    def _moved_within(self, key: str) -> bool:
        """An item taller than the screen is read to its end before the cursor goes on."""
        page = self.page(self.frame.body.w, self.frame.body.h)
        first, last = rows_of(page, self.place)
        room = self.laid.items.count(self.place)
        step = {"down": 1, "pagedown": room, "up": -1, "pageup": -room}.get(key, 0)
        hidden = last - (len(page.lines) - self.laid.below) if step > 0 else self.laid.above - first
        if last - first <= room or not step or hidden <= 0:
            return False
        self.top += step
        return True

    def clicked(self, item: int) -> None:
        """A click chooses; a click on what is chosen does what Enter does."""
        ids = self.ids()
        if not 0 <= item < len(ids):
            return
        if ids[item] == self.chosen:
            self.press("enter", "")
        else:
            self.chosen = ids[item]
            self.draw()

    def wheel(self, way: int) -> None:
        self.move("down" if way > 0 else "up")

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def take(self, key: str, letter: str) -> None:
        own = self.own_keys()
        act = own.get(letter) or own.get(key)
        if key == "escape":
            self.back()
        elif act is not None and self.desk.watches and not self.LOOKING & {key, letter}:
            changes_nothing(self.board)
            self.draw()
        elif act is not None:
            act()
            self.draw()
        elif not self.move(key) and (meant := self.keys.by_key(key, letter)) is not None:
            self.by_table(meant)
            self.draw()

    @staticmethod
    def begins_a_sentence(key: str) -> bool:
        """Whether a capital was typed: on a screen that takes down what is said, somebody writes, and means no key."""
        return len(key.removeprefix("shift+")) == 1 and key[-1].isupper()

    def shown_ways(self) -> Sequence[Way]:
        ways = super().shown_ways()
        if self.desk.watches:
            own = {BACK.key, CHOOSE.key, *self.LOOKING}
            return [one for one in ways if one.id in LOOKS or (not one.id and one.key in own)]
        return [one for one in ways if one.id in ("", "undo")] if self.board.between else ways

    def by_table(self, key: Key) -> None:
        """What the board's key means here."""
        if self.board.between and key.id not in ("help", OFFER):
            self._without_session(key)
            return
        if turned_away(self.board, key.id):
            return
        stays = key.id == "summary" and self.board.veiled  # it is not for the room, and the board says so
        if stays or key.id in EVERYWHERE or key.id in self.PASSED_ON:
            do_key(self.board, key)
        elif key.id in SCREENS:
            self.back()
            if key.id != self.NAME:
                do_key(self.board, key)
        elif key.id == "capture":
            self.back()
            self.board.write()
        elif key.id == OFFER:
            return  # Enter, where a list has nothing for it
        elif key.id == "help":
            self.open_help()
        elif key.id == "palette":
            self.board.open_palette()
        elif key.id == "say":
            self.board.open_sheet("say")
        else:
            self.board.refuse(f"{drawn_key(key.label)} is a key of the board: {key.footer}.", ("Esc", "goes there"))

    def _without_session(self, key: Key) -> None:
        """What the board's keys mean between two sessions: nothing, and so it is said."""
        if key.id == "undo":
            self.board.refuse("Nothing left to take back here.")
        else:
            named = drawn_key(key.label)
            self.board.refuse(f"{named} works while a session is open: {key.footer}.", ("Esc", "goes back"))
