"""The full-screen program: which screen is first, how it ends, and that nothing is lost when it does."""

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from lcterm.core.clock import Clock
from lcterm.core.refusal import Refused
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from lcterm.store.permissions import open_door
from lcterm.store.seats import Seat, SeatKind
from lcterm.store.settings import settings
from lcterm.store.shipped import shipped
from lcterm.ui.carrier import Carrier
from lcterm.ui.coming_back import ComesBack
from lcterm.ui.crashing import Quiet, run_quietly, say
from lcterm.ui.in_order import InOrder
from lcterm.ui.key_table import SHIPPED
from lcterm.ui.news import SavingChanged
from lcterm.ui.one_write import OneWrite
from lcterm.ui.own_keys import key_table
from lcterm.ui.screens.board import Board
from lcterm.ui.signals import leave_in_order
from lcterm.ui.standing import Standing
from lcterm.ui.theme import Themed, choose, obey, register
from lcterm.ui.widgets.foot import Message

if TYPE_CHECKING:
    from lcterm.store.community_desk import CommunityDesk

LAST_SAVE_SECONDS = 3.0
"""How long leaving waits for a disk that does not answer before it keeps what is left elsewhere."""


LAST_SEND_SECONDS = 1.0
"""How long leaving waits for the last facts to be on their way to other laptops."""


class Opened(Struct, frozen=True):
    """How a board is opened: the first thing its message row says, with the tour or without it, and whose keys it has,
    if not those of the home that it lies in. `carrier`: what carries its facts to other laptops, if anything does.
    `seat`: as which of the seats at a session."""

    greeting: str = ""
    tour: bool = False
    keys_from: Home | None = None
    carrier: Carrier | None = None
    seat: SeatKind = "board"
    replay: bool = False
    """Whether the session is looked back at instead."""


AS_IT_IS = Opened()

TRY = (("next-speaker", "next speaker"), ("hand", "hand"), ("undo", "takes back"), ("help", "all keys"))


class SavingNews:
    """How the saving of a session goes, told to its board, whichever that is by now. One desk serves them all: it knows
    what is not on the disk yet."""

    def __init__(self, carrier: Carrier | None = None) -> None:
        self._carrier = carrier
        self.desk: Desk | None = None
        self._board: Board | None = None
        self._last = SavingChanged("", 0)

    def now_for(self, board: Board, desk: Desk) -> None:
        """From now on this board is told, beginning with how things stand."""
        self.desk, self._board = desk, board
        desk.poll()
        if self._last.reason:
            self._tell(self._last)

    def saved(self, seq: int) -> None:
        """On the writing thread: everything is durable up to here."""
        if self._carrier is not None:
            self._carrier.nudge()
        if self._last.reason:
            self._tell(SavingChanged("", 0))

    def trouble(self, reason: str, waiting: int) -> None:
        """On the writing thread: it could not be written, and so many wait."""
        self._tell(SavingChanged(reason, waiting))

    def _tell(self, news: SavingChanged) -> None:
        self._last = news
        if self._board is not None:
            self._board.post_message(SavingChanged(news.reason, news.waiting))


class LcTerm(OneWrite[None], Quiet[None], ComesBack[None], InOrder[None], Themed[None], Standing[None], App[None]):
    """lcterm on the screen. Takes its clock and environment from outside, so that tests can compress time."""

    TITLE = "lcterm"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []
    SOON = (
        *("lcterm.ui.screens.board_keys", "lcterm.core.decide", "lcterm.core.telling_others", "lcterm.store.filler"),
        *("lcterm.core.topics", "lcterm.store.apart", "lcterm.ui.screens.striking"),
        *("lcterm.ui.screens.pick_mode", "lcterm.ui.widgets.capture_input", "lcterm.ui.screens.line_reading"),
        *("lcterm.ui.screens.line_several", "lcterm.ui.capture_hints", "lcterm.ui.screens.clashes"),
        "lcterm.ui.screens.line_lost",
    )

    def __init__(
        self,
        home: Home,
        clock: Clock,
        environ: Mapping[str, str],
        session: tuple[str, str] | None = None,
        theme: str | None = None,
        opened: Opened = AS_IT_IS,
    ) -> None:
        first = "home" if session is None else "board"  # Textual reads no style sheet of the screen it begins with
        super().__init__(css_path=[shipped("styles", f"{name}.tcss") for name in ("app", first, "large")])
        self.home, self.clock, self.environ = home, clock, environ
        self._session, self._opened = session, opened
        self.key_table, self._trouble = SHIPPED, ""
        try:
            self.key_table = key_table(opened.keys_from or home)
        except Refused as refused:  # never a reason not to open a session
            self._trouble = f"{refused.reason}. The keys are as shipped."
        own = settings(opened.keys_from or home, environ)
        self._trouble = " ".join(filter(None, (open_door(home), self._trouble, *own.troubles)))
        self._news: dict[tuple[str, str], SavingNews] = {}
        self._communities: dict[str, CommunityDesk] = {}
        register(self)
        obey(self, own, environ)
        choose(self, theme or own.theme() or None, environ)

    def get_default_screen(self) -> Screen[None]:
        """The home screen, or straight the board of a session."""
        if self._session is not None and self._opened.replay:
            return self.replay(*self._session)
        if self._session is not None:
            board = self.board(*self._session)
            if self._opened.tour:
                from lcterm.ui.tour import WELCOME, Tour

                board.tour, board.message = Tour(), WELCOME
            return board
        from lcterm.ui.screens.home import HomeScreen

        home = HomeScreen(self.home, self.clock, by_minute=self.settings.by_minute)
        if self._trouble:
            home.message = Message("!", self._trouble)
        first: Screen[None] = home
        return first

    def _greeting(self) -> Message:
        return Message("", self._opened.greeting, TRY if self._opened.greeting else ())

    def board(self, community: str, session: str, home: Home | None = None, *, passing: bool = False) -> Board:
        """The board of a session, of this home or of another, as the sample's. `passing`: it only lies below something
        that is opened from the home screen."""

        carrier = self._opened.carrier if home is None else None
        news = self._news.setdefault((community, session), SavingNews(carrier))

        def open_desk(board: Board) -> Desk:
            place = home or self.home
            seat = Seat(place, session, self._opened.seat, away=passing)
            desk = news.desk or Desk(place, community, session, self.clock, news.saved, news.trouble, seat)
            news.now_for(board, desk)
            return desk

        board = self._board_of_seat(open_desk)
        board.carrier = carrier
        board.by_minute, board.bell_rings = self.settings.by_minute, self.settings.bell
        board.message = Message("!", self._trouble) if self._trouble else self._greeting()
        return board

    def replay(self, community: str, session: str) -> Screen[None]:
        """A session to look back at, from which nothing is written."""
        from lcterm.ui.screens.replay import ReplayScreen

        leave = self.exit if not self.screen_stack else None
        screen: Screen[None] = ReplayScreen(Desk(self.home, community, session, self.clock), leave)
        return screen

    def _board_of_seat(self, open_desk: Callable[[Board], Desk]) -> Board:
        if self._opened.seat == "notes":
            from lcterm.ui.screens.notes_seat import NotesSeat

            notes: Board = NotesSeat(open_desk, self.clock, self.key_table)
            return notes
        return Board(open_desk, self.clock, self.key_table)

    def community_desk(self, community: str, zone_name: str) -> "CommunityDesk":
        """The place at a community between two sessions, one for the whole run."""
        from lcterm.store.community_desk import CommunityDesk

        desk = self._communities.get(community)
        if desk is None:
            desk = self._communities[community] = CommunityDesk(self.home, community, self.clock, zone_name)
        desk.poll()
        return desk

    @property
    def carrier(self) -> Carrier | None:
        """What carries facts to other laptops, if anything does."""
        return self._opened.carrier

    @property
    def desks(self) -> list[Desk]:
        """Every desk that was opened; what it has not saved yet it still holds when its board is gone."""
        return [*(news.desk for news in self._news.values() if news.desk is not None), *self._communities.values()]

    async def action_quit(self) -> None:
        """ctrl+q leaves as `q q` does."""
        self.exit()

    def action_help_quit(self) -> None:
        """ctrl+c is no way out of a session; the board says which key is."""
        if isinstance(self.screen, Board):
            leaves = self.key_table["quit"].shown
            self.screen.say(f"{leaves} leaves; the session goes on without this screen.", sign="")


def run_board(
    home: Home, clock: Clock, environ: Mapping[str, str], community: str, session: str, opened: Opened = AS_IT_IS
) -> int:
    """The board of one session until it is left."""
    return _run(LcTerm(home, clock, environ, (community, session), opened=opened))


def run_replay(home: Home, clock: Clock, environ: Mapping[str, str], community: str, session: str) -> int:
    """A session once more, until it is left."""
    return _run(LcTerm(home, clock, environ, (community, session), opened=Opened(replay=True)))


def open_home(home: Home, clock: Clock, environ: Mapping[str, str], carrier: Carrier | None = None) -> int:
    """The home screen until it is left."""
    return _run(LcTerm(home, clock, environ, opened=Opened(carrier=carrier)))


def _run(app: LcTerm) -> int:
    # The thread that writes must not keep the one that paints waiting: 5 ms, as Python has it, is longer than a frame.
    sys.setswitchinterval(0.0005)
    with leave_in_order(app, _keep_elsewhere) as keep:
        run_quietly(app, app.run)
        said = [keep(desk) for desk in app.desks if desk.close(LAST_SAVE_SECONDS)]
        if app.carrier is not None:
            app.carrier.stop(LAST_SEND_SECONDS)
    from lcterm.store.crashes import crash_lines

    say([*crash_lines(app.failed, app.home, app.clock.now(), kept=not said), *said])
    return 1 if said or app.failed else app.return_code or 0


def _keep_elsewhere(desk: Desk) -> str:
    """What could not be saved goes to the temporary folder; the line that says where it is and how it comes back."""
    import tempfile
    from pathlib import Path

    lines: list[str] = []
    for ledger in desk.ledgers:
        folder = ledger.place.folder
        try:
            kept = ledger.rescue(Path(tempfile.mkdtemp(prefix="lcterm-kept-"))) if ledger.unwritten else []
        except (OSError, Refused) as problem:
            lines.append(f"{folder} cannot be written, nor the temporary folder ({problem}): the last changes are lost")
            continue
        if kept:
            where = ", ".join(str(path) for path in kept)
            lines.append(
                f"{folder} cannot be written; what was not saved is in {where}: "
                "copy it into that folder, nothing is lost"
            )
    return "; ".join(lines)
