"""Plays the year with the real program: every session by commands, and one of them at the board's keys."""

import subprocess
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.cli.running import Ran, Shell
from tests.clock_program import TestClock
from tests.year.story import (
    DESIGN,
    FACILITATOR,
    MEMBERS,
    NAME,
    PLACE,
    PURPOSE,
    SETTING_UP,
    ZONE,
    Held,
    Line,
    Talk,
)

BEGINS = "14:00"


class Program(Shell):
    """A shell that starts lcterm as a program of its own each time."""

    def __init__(self, clock: TestClock, home: Path) -> None:
        super().__init__(clock, home)
        self._on, self._in = clock, home

    def __call__(self, *argv: str, stdin: str | bytes = "") -> Ran:
        piped = stdin.encode() if isinstance(stdin, str) else stdin
        run = self._on.argv("--home", str(self._in), *argv)
        ended = subprocess.run(run, input=piped, capture_output=True, check=False)
        return Ran(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


class Year:
    """A community in `home`, and the day it is there."""

    def __init__(self, clock: TestClock, home: Path) -> None:
        self.clock, self.home = clock, home
        self.shell, self.program = Shell(clock, home), Program(clock, home)
        self.sessions: list[str] = []
        """The ids of the sessions, in the order of the story."""

    def at(self, day: str, time: str) -> None:
        """It is that time on that day, on the wall in Berlin."""
        self.clock.set(datetime.fromisoformat(f"{day} {time}").replace(tzinfo=ZoneInfo(ZONE)))

    def set_up(self) -> None:
        """The community is founded, what is to be negotiated is noted, and the design session planned."""
        self.at("2027-01-05", "10:00")
        self.program.answer("new", NAME, "--purpose", PURPOSE, "--members", "-", stdin=MEMBERS)
        self.program.answer("members", "--role", f"{FACILITATOR}=facilitator")
        self.program.answer("setup", *SETTING_UP)
        self.plan(DESIGN, "--template", "design", "--place", PLACE)

    def plan(self, held: Held, *more: str) -> None:
        """The session is planned with who presents; what is not given is as agreed."""
        if not self.sessions:
            more = (*more, "--starts", f"{held.day} {BEGINS}", "--zone", ZONE)
            more += tuple(word for one in held.presenters for word in ("--presenter", one))
        self.sessions.append(self.shell.answer("plan", *more))

    def agree(self, held: Held, day: str) -> None:
        """In the last point of a session: when and where the next one is, and who presents."""
        named = tuple(word for one in held.next_presenters for word in ("--presenter", one))
        self.shell.answer("next", "--starts", f"{day} {BEGINS}", "--place", PLACE, *named)

    def shown(self) -> dict[str, Any]:
        """The latest session as JSON."""
        record: dict[str, Any] = self.shell.json("show", self.sessions[-1], "--json")
        return record

    def do(self, *words: str) -> str:
        return self.shell.answer("do", self.sessions[-1], *words)

    def text_of(self, words: str) -> str:
        """The whole of an action that is open, by some words of it."""
        (found,) = [one["text"] for one in self.shell.json("actions", "--format", "json") if words in one["text"]]
        return str(found)

    def write(self, line: Line) -> None:
        """A capture; what the group lets go is released at once."""
        assert self.shell.answer("capture", self.sessions[-1], line.text).startswith("Written down"), line
        if line.released:
            self.do("release", self.shown()["captures"][-1]["id"])

    def speak(self, talks: Iterable[Talk]) -> None:
        """One after the other has the floor; nobody asks for it in between."""
        for talk in talks:
            self.do("give", talk.who)
            self.clock.advance(talk.seconds)
        self.do("done")


def play(year: Year, held: Held, following: Held | None) -> None:
    """A session by commands, from the first chair to *Close*, every point at the time it was planned for."""
    begin(year, held)
    talks, written = list(held.talks), False
    for point in year.shown()["agenda"]:
        year.clock.set(max(datetime.fromisoformat(point["planned_start"]), now(year)))
        if point["n"] > 1:
            year.do("next")
        title = point["title"]
        if "rules" in title and held.rules:
            year.shell.answer("rules", *held.rules)
        if (("rules" in title and held.template != "design") or "Designing" in title) and held.charter:
            year.shell.answer("charter", *held.charter)
        if point["mode"] == "queue" and talks:
            for one in held.late if len(talks) == len(held.talks) else ():
                year.do("arrive", one)
            year.speak(talks.pop(0))
        if "Designing" in title:
            for words in held.deciding:
                year.do(*words)
        if point["sums_up"] and not written:
            written = True
            for line in held.lines:
                year.write(line)
        between(year, held, following, title)
    year.do("end")


def now(year: Year) -> datetime:
    return datetime.fromtimestamp(year.clock.now() / 1000, ZoneInfo(ZONE))


def begin(year: Year, held: Held, *, start: bool = True) -> None:
    """Who is not there is noted, and it begins on time."""
    year.at(held.day, "13:55")
    for one in (*held.away, *held.late):
        year.do("leave", one)
    year.at(held.day, BEGINS)
    if start:
        year.do("start")


def between(year: Year, held: Held, following: Held | None, title: str) -> None:
    """What looks back and ahead: older actions, how it was, the next time."""
    if title == "Since last time":
        for what in held.became:
            year.shell.answer("actions", *what)
    if title == "How was it for you":
        for said in held.feedback:
            year.write(Line(f"f {said}"))
    if title == "Next date, roles":
        year.agree(held, "2028-01-25" if following is None else following.day)
