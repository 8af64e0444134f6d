"""A board whose session goes to other laptops: a quiet word in the header, nothing in its way."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from lcterm.core.commands import StartSession, WriteCapture
from lcterm.core.events import Words
from lcterm.hub.state import HubState
from lcterm.store.desk import Desk
from lcterm.ui.app import LcTerm, Opened
from lcterm.ui.grid import grid
from lcterm.ui.line import line_cells
from lcterm.ui.widgets.header import header_line
from tests.clock_program import TestClock
from tests.ui.beside import until
from tests.ui.boards import board_app, board_of, pane_text


class Carried:
    """Carries nothing; says what it is told to."""

    def __init__(self) -> None:
        self.state = HubState(joined=True, met=True)
        self.attended: list[tuple[str, str]] = []
        self.nudges = 0
        self.arrived: Callable[[], object] = lambda: None

    @property
    def said(self) -> str:
        return self.state.said

    @property
    def notices(self) -> Sequence[str]:
        return self.state.notices

    def attend(self, community: str, session: str, arrived: Callable[[], object]) -> None:
        self.attended.append((community, session))
        self.arrived = arrived

    def nudge(self) -> None:
        self.nudges += 1

    def stop(self, seconds: float) -> None:
        self.nudges = 0


def session_of(app: LcTerm) -> tuple[str, str]:
    """The community and the session that there is."""
    (community,) = app.home.community_ids()
    (session,) = app.home.sessions(community)
    return community, session


@pytest.fixture
def carried() -> Carried:
    return Carried()


@pytest.fixture
def app(tmp_path: Path, clock: TestClock, carried: Carried) -> LcTerm:
    plain = board_app(tmp_path, clock)
    return LcTerm(plain.home, clock, {}, session_of(plain), opened=Opened(carrier=carried))


async def test_the_header_says_how_it_goes(app: LcTerm, carried: Carried) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        board = board_of(app)
        session = board.desk.meeting.session
        assert carried.attended == [(session.community, session.id)]
        assert "session 7  · hub" in pane_text(board, "header")
        carried.state = carried.state._replace(kind="away", waiting=3)
        board.tick()
        assert "hub away, 3 to send" in pane_text(board, "header")


async def test_what_is_written_is_told_of_and_what_arrives_is_drawn(app: LcTerm, carried: Carried) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        board = board_of(app)
        board.act(StartSession())
        await until(pilot, lambda: carried.nudges > 0)
        session = board.desk.meeting.session
        other = Desk(app.home, session.community, session.id, app.clock)
        other.act(WriteCapture(Words(kind="learning", text="from another laptop")))
        other.close(10)
        carried.arrived()
        await until(pilot, lambda: "from another laptop" in pane_text(board, "captures"))


async def test_what_only_somebody_can_mend_is_said_once(app: LcTerm, carried: Carried) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        board = board_of(app)
        carried.state = carried.state._replace(kind="newer", reason="the hub belongs to a newer lcterm", standing=True)
        board.tick()
        assert board.message.text == "Hub: the hub belongs to a newer lcterm"
        board.say("something else")
        board.tick()
        assert board.message.text == "something else"


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_it_never_pushes_anything_out(app: LcTerm, width: int) -> None:
    view = app.board(*session_of(app)).view
    layout = grid(width, 24).layout
    plain = header_line(view, layout, width, "")
    said = header_line(view, layout, width, "", None, "hub away, 31 to send")
    assert line_cells(said) == line_cells(plain) == width
    assert [span.text for span in plain if span.text.strip()][-3:] == [span.text for span in said if span.text.strip()][
        -3:
    ]


def test_the_words() -> None:
    fine = HubState(joined=True, met=True)
    assert HubState().said == ""
    assert HubState(joined=True).said == ""
    assert fine.said == "hub"
    assert fine._replace(waiting=3).said == "hub: 3 to send"
    assert fine._replace(kind="full", waiting=3).said == "hub full, 3 to send"
    assert fine._replace(forked=1).said == "hub: a copied laptop"
    assert len(fine._replace(forked=1).notices) == 1
