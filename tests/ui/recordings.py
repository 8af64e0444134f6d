"""The screen that brings in a recording, as tests use it."""

from collections.abc import Sequence
from pathlib import Path

from textual.pilot import Pilot

from lcterm.store.desk import Desk
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.import_recording import ImportRecording
from tests.clock_program import TestClock
from tests.intake.transcripts import Heard, zoom
from tests.ui.beside import press, text, until
from tests.ui.boards import board_app, board_of
from tests.ui.homes import only

NAMES = ("Ana Becker", "Ben", "Chidi", "Sam K.")
CALL = (
    Heard(1_000, 61_000, "Ana Becker"),
    Heard(61_000, 91_000, "Ben Ortiz"),
    Heard(91_000, 92_000, "ana becker"),
    Heard(92_000, 200_000, "Zoe"),
)
"""Ana Becker is a member's name, Ben Ortiz is much like one, and Zoe is nobody's."""


def planned(folder: Path, clock: TestClock) -> LcTerm:
    """The app with the board of a session that has not run."""
    return board_app(folder, clock, NAMES)


def screen_of(app: LcTerm) -> ImportRecording:
    screen = app.screen
    assert isinstance(screen, ImportRecording), screen
    return screen


def call(folder: Path, heard: Sequence[Heard] = CALL, name: str = "june.vtt") -> Path:
    """A transcript of it."""
    path = folder / name
    path.write_text(zoom(heard), encoding="utf-8", newline="")
    return path


async def open_screen(pilot: Pilot[None], app: LcTerm) -> ImportRecording:
    board_of(app).open_large("recording")
    await pilot.pause()
    return screen_of(app)


async def name_file(pilot: Pilot[None], app: LcTerm, path: object) -> None:
    """Type the name of a file, and wait until it was read or refused."""
    screen = screen_of(app)
    screen.entry.value = str(path)
    await press(pilot, "enter")
    await idle(pilot, app)


async def idle(pilot: Pilot[None], app: LcTerm) -> None:
    """Until nothing is read or brought in any more."""
    await until(pilot, lambda: not screen_of(app)._doing)
    await pilot.pause()


async def read(pilot: Pilot[None], app: LcTerm, path: object) -> ImportRecording:
    """The screen with this file."""
    screen = await open_screen(pilot, app)
    await name_file(pilot, app, path)
    return screen


async def lines(pilot: Pilot[None], app: LcTerm) -> None:
    """On to the lines of the transcript."""
    await press(pilot, "t")
    await idle(pilot, app)
    assert "Its lines" in text(app)


def stored(app: LcTerm) -> Desk:
    """The session as it is on the disk."""
    (session,) = app.home.sessions(only(app).id)
    return Desk(app.home, only(app).id, session, app.clock)


def voices(app: LcTerm) -> dict[str, int]:
    """Who was heard, and in how many turns, on the disk."""
    meeting = stored(app).meeting
    return {meeting.community.name_of(one.person): one.turns for one in meeting.session.voices.values() if one.turns}


def people(app: LcTerm) -> list[str]:
    return [one.name for one in only(app).active]


def files(folder: Path) -> dict[str, bytes]:
    """What lies in the home, but for what tells seats apart."""
    return {
        str(path): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "communities" in path.parts
    }
