"""The doors to it: the home screen's one key for files, the board's commands, other seats."""

from pathlib import Path

import pytest

from lcterm.ui.app import LcTerm
from lcterm.ui.screens.bring_in import BringInScreen
from lcterm.ui.screens.bring_in_choice import BringInChoice
from lcterm.ui.screens.import_people import ImportPeople
from lcterm.ui.screens.import_recording import ImportRecording
from tests.clock_program import TestClock
from tests.ui.beside import press, text
from tests.ui.boards import board_of
from tests.ui.homes import at_home, bare_app, founded, in_london, only, planned, shown
from tests.ui.recordings import call, idle, name_file, read, voices
from tests.ui.recordings import planned as on_board
from tests.ui.seated import Other, beside


@pytest.fixture(autouse=True)
def _zone(monkeypatch: pytest.MonkeyPatch) -> None:
    in_london(monkeypatch)


def top_name(app: LcTerm) -> str:
    """Which screen is shown."""
    return type(app.screen).__name__


async def test_the_key_asks_what_it_is_and_escape_leads_home(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    planned(app, founded(app), title="June")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        assert top_name(app) == BringInChoice.__name__
        assert all(
            words in shown(app) for words in ("People", "A recording", "Minutes", "Who was there", "A whole session")
        )
        assert "the session chosen: June." in shown(app)
        await pilot.press("escape")
        assert at_home(app)
        for keys, screen in (
            (("p",), ImportPeople),
            (("enter",), ImportPeople),
            (("R",), ImportRecording),
            (("down", "enter"), ImportRecording),
            (("m",), BringInScreen),
            (("down", "down", "down", "down", "up", "enter"), BringInScreen),
        ):
            await pilot.press("i", *keys)
            await pilot.pause()
            assert top_name(app) == screen.__name__, keys
            await pilot.press("escape", *(() if screen is ImportPeople else ("escape",)))
            await pilot.pause()
            assert at_home(app), keys


async def test_a_recording_from_the_home_screen(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    planned(app, founded(app), title="June")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", "r")
        await pilot.pause()
        await name_file(pilot, app, f"'{call(tmp_path, name='my call.vtt')}' ")
        await press(pilot, "n", "enter", "n", "i")  # Ana Becker, in both spellings, is not Ana; Ben Ortiz is Ben
        await idle(pilot, app)
        assert "my call is in" in text(app, "message")
        await press(pilot, "escape")
        assert at_home(app)
    assert voices(app) == {"Ana Becker": 2, "Ben": 1, "Zoe": 1}


async def test_without_a_session_a_recording_has_nowhere_to_go(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        assert "there is none yet" in shown(app)
        await pilot.press("r")
        await pilot.pause()
        assert at_home(app)
        assert "There is no session yet to bring a recording into." in shown(app)
    assert [one.name for one in only(app).active] == ["Ana", "Ben"]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (24, 8)])
async def test_the_choice_fits_every_size(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = bare_app(tmp_path, clock)
    planned(app, founded(app), title="[bold]" + "W" * 60)
    async with app.run_test(size=size) as pilot:
        await pilot.press("i", "down", "down", "down", "down")
        assert "A whole session" in shown(app)
        assert max(map(len, shown(app).split("\n"))) <= size[0]


async def test_by_its_name_among_the_commands(tmp_path: Path, clock: TestClock) -> None:
    app = on_board(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "ctrl+o", *"recording", "enter")
        assert isinstance(app.screen, ImportRecording)


async def test_a_seat_that_watches_does_not_get_there(tmp_path: Path, clock: TestClock) -> None:
    app = on_board(tmp_path, clock)
    async with app.run_test(size=(120, 36)):
        pass
    watching = beside(app, "watch")
    async with watching.run_test(size=(120, 36)) as pilot:
        board_of(watching).open_large("recording")
        await pilot.pause()
        assert watching.screen is board_of(watching)
        await press(pilot, "ctrl+o", *"recording")
        assert "No command is called that." in text(watching)


async def test_the_second_board_takes_its_own_import_back(tmp_path: Path, clock: TestClock) -> None:
    app = on_board(tmp_path, clock)
    first = Other(app, "board")
    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot, app, call(tmp_path))
        await press(pilot, "enter", "i")
        await idle(pilot, app)
        assert voices(app) == {"Ana Becker": 2, "Ben": 1, "Zoe": 1}
        await press(pilot, "u")
        assert board_of(app).desk.session.flush(10)
        assert voices(app) == {}
    first.leaves()
