"""open, run, demo: they need a terminal, and every terminal will do."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.terminal import Terminal
from tests.terminal_line import environment

SCREENS = [(), ("open",), ("run",), ("run", "session-1"), ("room",), ("demo",), ("demo", "--fresh")]
NEEDS = "this needs a terminal for keys and picture; `lcterm show` and `lcterm do` work without one"


@pytest.mark.parametrize("argv", SCREENS, ids=" ".join)
def test_without_a_terminal_a_screen_is_refused(planned: Shell, argv: tuple[str, ...]) -> None:
    assert planned.refusal(*argv) == NEEDS


@pytest.mark.parametrize("missing", ["stdin", "stderr"])
def test_half_a_terminal_is_none(planned: Shell, clock: TestClock, missing: str) -> None:
    """As in `lcterm run < /dev/null` and `lcterm run 2> log`, which would spin or show nothing."""
    master, slave = os.openpty()
    streams = {"stdin": slave, "stdout": slave, "stderr": slave, missing: subprocess.DEVNULL}
    try:
        ran = subprocess.run(clock.argv("run"), **streams, timeout=20, check=False, env=environment({}))  # type: ignore[call-overload]
    finally:
        os.close(slave)
        os.close(master)
    assert ran.returncode == 1


def test_a_refusal_in_a_terminal_is_one_line_and_leaves_it_alone(planned: Shell, clock: TestClock) -> None:
    with Terminal(clock.argv("run", "nosuch")) as terminal:
        assert terminal.wait_exit() == 1
        assert terminal.screen().startswith("lcterm: no session is called 'nosuch'; there is 2026-12-01-")
        assert b"\x1b" not in terminal.raw
        assert terminal.left_on() == []


def test_run_without_a_session_says_what_makes_one(shell: Shell, clock: TestClock, home: Path) -> None:
    with Terminal(clock.argv("run"), size=(200, 5)) as terminal:
        assert terminal.wait_exit() == 1
        assert terminal.raw.decode().strip() == f"lcterm: no session in {home}; `lcterm plan` makes one"


def test_a_terminal_of_20_by_5_runs_a_session(planned: Shell, clock: TestClock) -> None:
    with Terminal(clock.argv("run"), size=(20, 5)) as board:
        board.wait_for("starts|was to start")
        board.send("t")
        board.wait_for("5:00 left of 5")
        clock.advance(30)
        board.send("h", "b")
        board.wait_for("hands: Ben")
        clock.advance(30)
        board.send("space")
        board.wait_for("► Sam K.")
        board.send("c")
        board.wait_for(r"^ c$")
        board.type("d Enough")
        board.wait_for("d Enough")
        board.send("enter")
        board.wait_for("Written down")
        for size, seen in (((3, 2), "…"), ((60, 20), "► Sam K. .*0:00"), ((20, 5), r"^► Sam K.$")):
            board.resize(*size)
            board.wait_for(seen)
        board.send("q", "q")
        assert board.wait_exit() == 0
        assert board.left_on() == []
    record = planned.json("show", "--json")
    assert [one["text"] for one in record["captures"]] == ["Enough"]
    assert record["floor"]["speaking"]["name"] == "Sam K."


def test_the_room_screen_follows_the_board(planned: Shell, clock: TestClock, home: Path) -> None:
    with Terminal(clock.argv("room"), size=(80, 24)) as room, Terminal(clock.argv("run"), size=(80, 24)) as board:
        room.wait_for("Welcome")
        board.wait_for("Not started")
        board.send("t")
        room.wait_for("left of 5 minutes")
        board.send("8", "r")
        room.wait_for("Our rules")
        board.send("8", "h")
        room.wait_for("I n t r o")
        board.send("q", "q")
        assert board.wait_exit() == 0
        room.send("ctrl+c")
        assert room.wait_exit() == 0
        assert room.left_on() == []


def test_the_room_screen_of_a_session_by_name(planned: Shell, clock: TestClock) -> None:
    with Terminal(clock.argv("room", "nosuch")) as room:
        assert room.wait_exit() == 1
        assert room.screen().startswith("lcterm: no session is called 'nosuch'")


def test_the_demo_never_touches_the_real_home(planned: Shell, clock: TestClock, home: Path) -> None:
    before = {path: path.read_bytes() for path in home.rglob("*.json")}
    with Terminal(clock.argv("demo")) as terminal:
        terminal.wait_for("Discussion 1")
        terminal.send("space")
        terminal.wait_for("has the floor")
        terminal.send("q", "q")
        assert terminal.wait_exit() == 0
    assert {path: path.read_bytes() for path in home.rglob("*.json")} == before


def test_names_and_captures_with_escape_codes_do_not_reach_the_screen(shell: Shell, clock: TestClock) -> None:
    """The codes are in the files themselves, as another program might have written them."""
    shell.answer("new", "Peers", "--members", "-", stdin="Ana\nBen\n")
    shell.answer("plan", "--template", "blank", "--zone", "UTC")
    shell.answer("capture", "l Marker")
    home = Path(os.environ["LCTERM_HOME"])
    for path in home.rglob("*.json"):
        hostile = path.read_text("utf-8")
        for word in ("Ana", "Marker", "Open time"):
            hostile = hostile.replace(f'"{word}"', f'"{word}\\u001b[2J\\u001b]0;owned\\u0007\\u202e"')
        path.write_text(hostile, "utf-8")
    for text in (shell.answer("show"), shell.answer("show", "--json"), shell.answer("members")):
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
        assert "Ana" in text
    with Terminal(clock.argv("run")) as board:
        board.send("t")
        board.wait_for("Ana")
        board.wait_for("Marker")
        assert b"\x1b]0;owned" not in board.raw
        assert b"\x1b[2J\xef" not in board.raw
        assert "\u202e" not in board.raw.decode("utf-8", "replace")
