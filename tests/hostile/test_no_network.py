"""No network unless it is asked for: every command and the board, where whoever reaches for it is caught."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from lcterm.cli.main import COMMANDS
from tests.clock_program import TestClock
from tests.hostile import unplugged
from tests.terminal import Terminal

ASKED_FOR = {"serve", "hub"}
"""What the network is for."""
NEED_A_TERMINAL = {"open", "demo", "run", "room", "replay"}
WALK: dict[str, tuple[tuple[str, ...], ...]] = {
    "new": (("Bees", "--members", "-"),),
    "members": ((), ("--add", "Chidi")),
    "plan": (("--template", "ordinary", "--starts", "2026-12-01 14:00", "--zone", "UTC"),),
    "invite": (("--format", "ics"),),
    "prepare": ((),),
    "do": (("start",), ("give", "ana"), ("done",)),
    "capture": (("a Ask legal @ana ^next",), ("l Early",)),
    "show": ((), ("--json",)),
    "sessions": ((),),
    "next": (("--place", "Here"),),
    "brief": (("Ana",),),
    "rules": (("--add", "One voice"),),
    "charter": (("--format", "html"),),
    "setup": (("--ask",),),
    "contacts": (("--add", "Someone 0123"),),
    "actions": (("--format", "ics"),),
    "summary": (("--format", "html", "--to", "-"), ("--to", "clipboard")),
    "chronicle": (("--format", "html", "--to", "-"),),
    "report": (("--html", "-"),),
    "digest": (("--to", "-"),),
    "reflect": (("I was too quick",),),
    "turns": ((),),
    "strike": (("nothing",),),
    "session": ((),),
    "export": (("bees", "-"),),
    "import": (("members", "nowhere.csv"), ("turns", "nowhere.vtt"), ("archive", "nowhere.json")),
    "lock": (("bees",),),
    "unlock": (("bees",),),
    "templates": ((),),
    "cards": ((),),
    "keys": ((),),
    "settings": ((),),
    "forget": (("Chidi", "--yes"),),
    "check": ((), ("--repair",)),
    **dict.fromkeys(sorted(NEED_A_TERMINAL), ((),)),
}


@pytest.fixture
def touched(tmp_path: Path) -> Path:
    return tmp_path / "touched"


def argv(clock: TestClock, touched: Path, *words: str) -> list[str]:
    return [sys.executable, str(Path(unplugged.__file__)), str(clock.path), str(touched), *words]


def test_no_command_reaches_for_it(home: Path, clock: TestClock, touched: Path) -> None:
    assert {command.name for command in COMMANDS} - ASKED_FOR <= set(WALK)
    lines = [json.dumps([name, *words]) for name, ways in WALK.items() for words in ways]
    ran = subprocess.run(
        argv(clock, touched), input="\n".join(lines), text=True, capture_output=True, timeout=60, check=True
    )
    statuses = [json.loads(line)[0] for line in ran.stdout.splitlines()]
    assert len(statuses) == len(lines)
    assert statuses.count(0) > 0.6 * len(lines)
    assert not touched.exists(), touched.read_text()


def test_neither_does_the_board(home: Path, clock: TestClock, touched: Path) -> None:
    with Terminal(argv(clock, touched, "--home", str(home), "demo", "--fresh"), size=(80, 24)) as terminal:
        terminal.wait_for("A sample session")
        for key in ("c", "4", "8", "ctrl+q"):
            terminal.send(key)
        assert terminal.wait_exit() == 0
    assert not touched.exists(), touched.read_text()


def test_the_look_catches_who_does(clock: TestClock, touched: Path, home: Path) -> None:
    """Each way of reaching for it is one that the others would have been caught in."""
    program = (
        f"import sys; sys.path[0] = {str(unplugged.ROOT)!r}\n"
        "from pathlib import Path; from tests.hostile.unplugged import unplug\n"
        f"unplug(Path({str(touched)!r}))\n"
        "import socket; socket.socketpair()\n"
        "for reach in (lambda: socket.socket(), lambda: socket.getaddrinfo('example.org', 80),\n"
        "              lambda: socket.create_connection(('::1', 9)), lambda: socket.gethostbyname('localhost')):\n"
        "    try: reach()\n"
        "    except OSError: print('caught')\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], text=True, capture_output=True, timeout=20, check=True)
    assert ran.stdout.split() == ["caught"] * 4
    assert len(touched.read_text().splitlines()) == 4
    assert {int(socket.AF_INET), int(socket.AF_INET6)} <= set(unplugged.INTERNET)
