"""The co-facilitator's seat, as tests look at it."""

from pathlib import Path

from textual.pilot import Pilot

from lcterm.store.paths import Home
from lcterm.ui.app import LcTerm, Opened
from lcterm.ui.screens.notes_seat import NotesSeat
from lcterm.ui.widgets.capture_input import CaptureInput
from tests.clock_program import TestClock
from tests.ui.boards import board_app, board_of


def notes_app(folder: Path, clock: TestClock, names: list[str] | None = None) -> LcTerm:
    """The app with the notes seat of a planned session."""
    app = board_app(folder, clock, names) if names is not None else board_app(folder, clock)
    assert app._session is not None
    return notes_again(app.home, clock, *app._session)


def notes_again(home: Home, clock: TestClock, community: str, session: str) -> LcTerm:
    """A notes seat at a session that there is."""
    return LcTerm(home, clock, {}, (community, session), opened=Opened(seat="notes"))


def seat_of(app: LcTerm) -> NotesSeat:
    seat = board_of(app)
    assert isinstance(seat, NotesSeat)
    return seat


def line(app: LcTerm) -> str:
    """What stands in the line."""
    return seat_of(app).query_one(CaptureInput).value


def ready(app: LcTerm) -> bool:
    """Whether what is typed now goes into the line."""
    return isinstance(seat_of(app).focused, CaptureInput) and seat_of(app).query_one(CaptureInput).display


def texts(app: LcTerm) -> list[str]:
    return [one.words.text for one in seat_of(app).desk.meeting.session.captures.values()]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()
