"""The room screen in a second terminal through a whole session: nothing private is ever in a byte that it writes, it
follows at once, and it leaves no trace in the home."""

import os
import re
import statistics
import threading
import time
from pathlib import Path

import pytest

from lcterm.core import commands
from lcterm.core.community_events import RulesAgreed
from lcterm.store.desk import Desk
from lcterm.store.drafts import Draft, keep_drafts
from lcterm.store.paths import Home
from lcterm.store.reflections import add_to_reflection
from lcterm.store.shelf import communities, sessions
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.terminal import Terminal
from tests.terminal_screen import FRAME_CLOSES, View

SIZE = (120, 36)
CANARY = "zqcanary"
MEMBERS = f"""\
Name;Area
Amina;{CANARY}north
Ben;{CANARY}harbour
Chidi;North
Dorota;North
Grace;Office
Zqcanarymarek;North
"""
AGENDA = f"""\
5 min - Introductions [round]
    {CANARY}prompt Say how today runs.
20 min - Presentation 1 - Amina [presenter]
    {CANARY}brief Thank her.
35 min - Discussion 1 [queue]
    {CANARY}hold the pause.
5 min - Capture, report 1 [open]
10 min - In twos [pairs]
5 min - How was it [round]
0 min - Close [none]
"""
QUESTION = "When do we tell the tenant?"
RULES = ("What is said here stays here", "One voice at a time")
FIGURES = ("quiet", "dominant", "not heard", "evenness", "listening", "away", "turns", " % ", "share", "hand up")
"""Words that only figures about people are told with."""

LATENCY_SECONDS = 0.150
LOOKS = 15


def tree(home: Path) -> dict[str, tuple[int, int, bytes]]:
    """Everything in the home: mode, modification time and content of each file and folder."""
    found: dict[str, tuple[int, int, bytes]] = {}
    for path in [home, *sorted(home.rglob("*"))]:
        about = path.lstat()
        content = path.read_bytes() if path.is_file() else b""
        found[str(path.relative_to(home))] = about.st_mode, about.st_mtime_ns, content
    return found


class Room:
    """The room screen, and commands in another terminal; after each the home must be as the command left it."""

    def __init__(self, shell: Shell, clock: TestClock, home: Path, terminal: Terminal) -> None:
        self.shell, self.clock, self.home, self.terminal = shell, clock, home, terminal

    def run(self, *words: str, shows: str = "") -> str:
        """A command; what it answers, once the room shows what it should."""
        self.clock.advance(7)
        answer = self.shell.answer(*words)
        left = tree(self.home)
        if shows:
            self.terminal.wait_for(shows)
        assert tree(self.home) == left
        return answer

    def do(self, words: str, shows: str = "") -> str:
        return self.run("do", *words.split(), shows=shows)

    def captured(self, text: str) -> str:
        """The id of the capture with this text."""
        captures = self.shell.json("show", "--json")["captures"]
        return next(str(one["id"]) for one in captures if text in one["text"])


@pytest.fixture
def shell(clock: TestClock, home: Path) -> Shell:
    """A planned session with a canary in every private place that a plan has."""
    shell = Shell(clock)
    shell.answer("new", "Housing peers", "--purpose", f"{CANARY}purpose", "--members", "-", stdin=MEMBERS)
    shell.answer("members", "--role", "Grace=facilitator")
    shell.answer("contacts", "--add", f"{CANARY}contact 0123 456")
    shell.answer("plan", "--agenda", "-", "--starts", "2026-12-01 14:05", "--zone", "UTC", stdin=AGENDA)
    shell.answer("prepare", "--add", f"{CANARY}item")
    shell.answer("prepare", "--tick", f"{CANARY}item")
    where = Home(home)
    community = communities(where)[0]
    session = sessions(where, community)[0].session.id
    desk = Desk(where, community.id, session, clock)
    desk.record_of_community(RulesAgreed(rules=RULES))
    desk.settle()
    keep_drafts(where, session, [Draft(f"l {CANARY}draft half a")])
    add_to_reflection(where, session, f"{CANARY}reflection", clock.now())
    shell.answer("do", "leave", "Zqcanarymarek")
    shell.answer("do", "ask", "3", *QUESTION.split())
    return shell


def first_half(room: Room) -> None:
    """Round, presentation, discussion with kinds, and everything that is written meanwhile."""
    room.do("start", shows="Introductions")
    room.do("starter Ben", shows="1 Ben")
    room.do("give", shows="► Ben has the floor")
    room.do("next", shows="► Amina has the floor")
    room.do("listen Dorota")
    room.run("capture", f"n {CANARY}note a word with Ben")
    room.do("next", shows="When do we tell the tenant")
    room.do("by-kind on")
    room.do("hand Ben reply", shows="1 Ben reply")
    room.do("hand Chidi question", shows="1 Chidi question .* 2 Ben reply")
    room.do("give Dorota", shows="► Dorota has the floor")
    room.do("interject Amina", shows="► Amina has a short question")
    room.do("done", shows="► Dorota has the floor")
    room.do("limit 60")
    room.do("spoke Ben")
    room.run("capture", f"l {CANARY}struck Mrs Example")
    room.run("strike", room.captured("struck"))
    room.run("capture", "l Say early what we cannot promise")
    room.run("capture", "s A story that stays >room")
    room.run("capture", f"r {CANARY}unreleased >sponsor")
    room.run("capture", "r Fourteen empty homes >sponsor")
    room.run("capture", f"u {CANARY}unagreed words @chidi")
    room.run("capture", "u We did promise it @amina")
    room.run("capture", f"f {CANARY}feedback too long @ben")
    room.run("capture", "a Ask the council @ben ^next")


def second_half(room: Room) -> None:
    """Read back at the summing up; care, pairs, another in the seat, the end."""
    assert "Say early" not in room.terminal.screen()
    assert "refused" not in room.shell.refusal("do", "room", "captures")
    room.do("next", shows="Capture, report 1")
    room.do(f"agree {room.captured('We did promise')}")
    room.do(f"release {room.captured('Fourteen')}")
    assert "Say early" not in room.terminal.screen()
    room.do("room captures", shows="Ask the council +Ben +next time")
    text = room.terminal.wait_for("Fourteen empty homes")
    for shown in ("Say early what we cannot promise", "A story that stays", "“We did promise it”", "Amina"):
        assert shown in text
    room.do("room rules", shows="· One voice at a time")
    room.do("hide-clock", shows="C a p t u r e")
    assert "14:" not in room.terminal.screen()
    room.do("show-clock", shows="left of 5 minutes")
    room.do("care", shows="We are taking a moment")
    assert "Ben" not in room.terminal.screen()
    room.do("resume", shows="left of 5 minutes")
    room.do("next", shows="one speaks, the other listens")
    room.do("swap", shows="Now the other one speaks")
    room.do("hand-over Ben")
    room.run("capture", f"n {CANARY}second note")
    room.do("pause", shows=" paused$")
    room.do("resume", shows="until")
    room.do("next", shows="How was it")
    room.run("capture", f"f {CANARY}more feedback @dorota")
    room.clock.advance(400)
    room.terminal.wait_for("The time we had set ourselves is over")
    room.do("end", shows="Thank you for today")


def frames(raw: bytes) -> list[str]:
    """Every picture that was ever whole on the screen."""
    view = View(*SIZE)
    pictures = []
    for part in raw.split(FRAME_CLOSES.encode()):
        view.feed(part + FRAME_CLOSES.encode())
        pictures.append("\n".join(view.lines()))
    return pictures


def test_nothing_private_is_ever_on_the_room_screen(shell: Shell, clock: TestClock, home: Path) -> None:
    before = tree(home)
    assert sum(CANARY.encode() in content for _, _, content in before.values()) >= 4, "the canaries are in place"
    with Terminal(clock.argv("room"), size=SIZE) as terminal:
        terminal.wait_for("We begin at 14:05")
        assert tree(home) == before
        room = Room(shell, clock, home, terminal)
        first_half(room)
        second_half(room)
        left = tree(home)
        terminal.send("x", "n", "space", "q", "q")
        assert terminal.wait_exit() == 0
        assert terminal.left_on() == []
        raw = terminal.raw
    assert tree(home) == left
    assert CANARY in (stored := "".join(str(content) for _, _, content in left.values()))
    assert f"{CANARY}struck" not in stored
    pictures = frames(raw)
    assert len(pictures) > 30
    assert CANARY.encode() not in raw.lower()
    plain = re.sub(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))", b"", raw).lower()
    assert CANARY.encode() not in plain
    for picture in pictures:
        assert CANARY not in picture.lower()
        assert [word for word in FIGURES if word in picture] == [], picture
    assert b"\x07" not in plain, "no bell"
    assert b"\x1b[5m" not in raw, "nothing flashes"
    assert b"\x1b]0;" not in raw, "no title for the window"
    assert b"\x1b]2;" not in raw


def test_the_room_follows_the_board_within_150_ms(shell: Shell, clock: TestClock, home: Path) -> None:
    """From the write's acknowledgement to the bytes that show it; the lower half of several looks, since another
    program on the machine may hold up any one of them."""
    where = Home(home)
    community = communities(where)[0]
    session = sessions(where, community)[0].session.id
    saved, times = threading.Event(), []
    acknowledged = [0.0]

    def note(seq: int) -> None:
        acknowledged[0] = time.monotonic()
        saved.set()

    desk = Desk(where, community.id, session, clock, note)
    desk.act(commands.StartSession())
    desk.act(commands.JumpToPoint(3))
    people = {member.name: member.person for member in community.members.values()}
    with Terminal(clock.argv("room"), size=SIZE) as terminal:
        terminal.wait_for("When do we tell the tenant")
        for look in range(LOOKS):
            name = ("Ben", "Chidi", "Dorota")[look % 3]
            terminal.settle(0.15)
            saved.clear()
            seen = len(terminal.raw)
            desk.act(commands.GiveFloor(people[name]))
            assert saved.wait(10)
            while name.encode() not in terminal.raw[seen:]:
                terminal._line.wait_for_more(len(terminal.raw), 10)
            times.append(time.monotonic() - acknowledged[0])
        terminal.send("q", "q")
        assert terminal.wait_exit() == 0
    assert desk.close(10) == []
    assert statistics.median_low(times) <= LATENCY_SECONDS, sorted(times)


@pytest.mark.skipif(os.name != "posix", reason="no signals here")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_the_room_screen_in_order(number: str, shell: Shell, clock: TestClock) -> None:
    import signal

    with Terminal(clock.argv("room"), size=(80, 24)) as terminal:
        terminal.wait_for("Welcome")
        terminal.kill(signal.Signals[number])
        terminal.wait_exit(5)
        assert terminal.left_on() == []
