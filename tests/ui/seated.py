"""Another seat at the session of a board, in the same process."""

from pathlib import Path
from time import monotonic

from textual.pilot import Pilot

from lcterm.core.commands import AnyCommand, StartSession, WriteCapture
from lcterm.core.events import Words
from lcterm.store.desk import Desk
from lcterm.store.seats import Doing, Seat, SeatKind
from lcterm.ui.app import LcTerm, Opened
from tests.clock_program import TestClock
from tests.ui.boards import board_app, board_of

LONG_S = 10.0


def session_of(app: LcTerm) -> tuple[str, str]:
    """The community and the session that there is."""
    (community,) = app.home.community_ids()
    (session,) = app.home.sessions(community)
    return community, session


def beside(app: LcTerm, kind: SeatKind = "board") -> LcTerm:
    """Another program at the same session."""
    return LcTerm(app.home, app.clock, {}, session_of(app), opened=Opened(seat=kind))


class Other:
    """A seat beside the board, without a screen."""

    def __init__(self, app: LcTerm, kind: SeatKind = "notes") -> None:
        community, session = session_of(app)
        self.seat = Seat(app.home, session, kind)
        self.desk = Desk(app.home, community, session, app.clock, seat=self.seat)

    def does(self, *commands: AnyCommand) -> None:
        """Acts there, durable when this returns."""
        self.desk.poll()
        for command in commands:
            outcome = self.desk.act(command)
            assert not outcome.refused, outcome.text
        assert self.desk.session.flush(LONG_S)

    def tells(self, what: str, about: str = "") -> None:
        self.seat.tell(Doing(what, about))

    def sees(self, doing: Doing) -> bool:
        """Whether somebody else is busy with that."""
        return doing in [one.doing for one in self.seat.others()]

    def leaves(self) -> None:
        self.desk.close(LONG_S)


def learning(text: str) -> Words:
    return Words(kind="learning", text=text)


def texts(app: LcTerm) -> list[str]:
    """What is written down, as the board has it."""
    return [one.words.text for one in board_of(app).desk.meeting.session.captures.values()]


async def within_two_looks(pilot: Pilot[None], true: object) -> None:
    """Until it is true, which it must be soon; a busy machine is given ten times as long as a board takes."""
    assert callable(true)
    end = monotonic() + 1.5
    while not true():
        assert monotonic() < end, "it did not happen"
        await pilot.pause(0.01)


def begun(folder: Path, clock: TestClock, *captures: Words) -> LcTerm:
    """A board whose session runs, with these captures in it."""
    app = board_app(folder, clock)
    desk = Other(app, "board")
    desk.does(StartSession(), *map(WriteCapture, captures))
    desk.leaves()
    return app
