"""An error that nobody foresaw: what the terminal says of it, what is kept, and that a test still meets it."""

import re
import stat
import sys
from pathlib import Path

import pytest

from lcterm.cli import main
from lcterm.core.clock import Clock
from lcterm.store.crashes import KEPT, crash_lines, crashes, keep_crash
from lcterm.store.paths import Home
from lcterm.ui.screens import board_keys
from tests.cli.running import Shell
from tests.clock_program import ROOT, TestClock
from tests.terminal import Terminal
from tests.ui.boards import board_app

BROKEN = """
import runpy, sys
sys.path.insert(0, {root!r})
{fault}
sys.argv[:1] = [{program!r}]
runpy.run_path({program!r}, run_name="__main__")
"""
VEIL = """
from lcterm.ui.screens import board_keys
def fail(board):
    somebody = "Ben " + "stays in the room"
    raise NameError("a fault")
board_keys.OTHERS["veil"] = fail
"""
ROOM = """
from lcterm.ui.screens.room import RoomScreen
def fail(screen):
    somebody = "Ben " + "stays in the room"
    raise NameError("a fault")
RoomScreen.tick = fail
"""


def broken(clock: TestClock, folder: Path, fault: str, *arguments: str) -> Terminal:
    """lcterm with a fault in it."""
    program = str(ROOT / "tests" / "clock_program.py")
    path = folder / "broken.py"
    path.write_text(BROKEN.format(root=str(ROOT), fault=fault, program=program))
    return Terminal([sys.executable, str(path), str(clock.path), *arguments], size=(200, 36))


def says_quietly(terminal: Terminal) -> list[str]:
    """What it says at the end; nothing of what anybody said or was called is in it."""
    assert terminal.wait_exit() == 1
    assert terminal.left_on() == []
    for sign in (b"Ben stays", b"Traceback", b"somebody"):
        assert sign not in terminal.raw
    return [line.rstrip() for line in terminal.screen().splitlines() if line.startswith("lcterm:")]


def ends_quietly(terminal: Terminal, home: Path) -> list[str]:
    """What it says at the end; nothing of what anybody said or was called is in it, nor in the file."""
    said = says_quietly(terminal)
    (kept,) = crashes(Home(home))
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    told = kept.read_text()
    assert told.rstrip().endswith("NameError: a fault")
    assert "Ben stays" not in told
    return said


def test_a_board_that_fails_says_two_lines_and_keeps_everything(
    planned: Shell, clock: TestClock, home: Path, tmp_path: Path
) -> None:
    with broken(clock, tmp_path, VEIL, "run") as board:
        board.wait_for("was to start|starts")
        board.send("t")
        board.wait_for("left of")
        board.send("c")
        board.type("l half a line")
        board.wait_for("half a line")
        board.send("esc")
        board.wait_for(lambda shown: "Enter keep" not in shown)
        board.send("h", "b")
        board.wait_for("1 hand|Ben.*hand|hand.*Ben")
        board.send("v")
        first, second = ends_quietly(board, home)
    assert first.startswith("lcterm: something failed that should not (NameError in ")
    assert first.endswith("); all is kept; start it again")
    assert second == f"lcterm: the details, for whoever mends it, are in {crashes(Home(home))[0]}"
    assert planned.json("show", "--json")["status"] == "running"
    assert "Ben" in planned.answer("do", "undo")
    with Terminal(clock.argv("run")) as again:
        again.wait_for("What you were writing is still there")


def test_a_room_screen_that_fails_says_as_little(running: Shell, clock: TestClock, home: Path, tmp_path: Path) -> None:
    with broken(clock, tmp_path, ROOM, "room") as room:
        first, second = says_quietly(room)
    assert first.endswith("); all is kept; start it again")
    assert second == "lcterm: nothing of it is kept here: this seat only looks"
    assert crashes(Home(home)) == []


async def test_a_test_still_meets_the_error(clock: TestClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(board: object) -> None:
        raise NameError("a fault")

    monkeypatch.setitem(board_keys.OTHERS, "veil", fail)
    app = board_app(tmp_path, clock)
    with pytest.raises(NameError, match="a fault"):
        async with app.run_test() as pilot:
            await pilot.press("v")
    assert isinstance(app.failed, NameError)


def test_a_command_that_fails_says_as_little(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(argv: object, clock: object) -> int:
        raise NameError("Ben stays in the room")

    monkeypatch.setattr(main, "main", fail)
    monkeypatch.setattr(sys, "argv", ["lcterm", "--home", str(home), "sessions"])
    assert main.entry() == 1
    first, second = capsys.readouterr().err.splitlines()
    said = r"lcterm: something failed that should not \(NameError in main\.py:\d+\); all is kept; start it again"
    assert re.fullmatch(said, first)
    assert second.endswith(str(crashes(Home(home))[0]))


def test_who_only_looks_leaves_nothing_behind_not_even_this(home: Path, clock: TestClock) -> None:
    looking = Home(home, untouched=True)
    first, second = crash_lines(NameError("a fault"), looking, clock.now())
    assert first.startswith("something failed that should not (NameError")
    assert second == "nothing of it is kept here: this seat only looks"
    assert not home.exists()
    assert keep_crash(looking, NameError("a fault"), clock.now()) is None
    assert not home.exists()


def test_the_latest_five_are_kept(clock: TestClock, home: Path) -> None:
    for _ in range(KEPT + 2):
        last = keep_crash(Home(home), NameError("a fault"), clock.now())
        clock.advance(1)
    kept = crashes(Home(home))
    assert (len(kept), kept[-1]) == (KEPT, last)


def test_a_strike_takes_what_an_error_may_have_held(running: Shell, clock: Clock, home: Path) -> None:
    running.answer("capture", "l Ben was right")
    path = keep_crash(Home(home), KeyError("Ben was right"), clock.now())
    assert path is not None
    running.answer("strike", running.json("show", "--json")["captures"][0]["id"])
    assert not path.exists()


def test_a_name_in_one_goes_with_the_person(running: Shell, clock: Clock, home: Path) -> None:
    path = keep_crash(Home(home), KeyError("Ben"), clock.now())
    assert path is not None
    running.answer("forget", "Ben", "--yes")
    assert "Ben" not in path.read_text()
