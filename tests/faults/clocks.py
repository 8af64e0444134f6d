"""What a clock may do in the middle of an hour: the laptop sleeps, somebody sets it, the hour changes, another laptop
stands in another zone. Nothing is refused for it, no time is negative, and the board says what happened."""

import random
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from tests.clock_program import TestClock
from tests.faults.faulty_program import argv
from tests.faults.homes import Trial, prepared
from tests.faults.table import Row
from tests.terminal import Terminal

LONG_S = 30.0
HOUR_S, DAY_S = 3600, 86_400
AGENDA = "40 min - Talk [queue]\n20 min - Next [queue]\n"
START = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
SUMMER_ENDS = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
SUMMER_BEGINS = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
ELSEWHERE = ("Asia/Kolkata", "America/St_Johns", "Pacific/Kiritimati")


class Hour:
    """A board in the first point of an hour, on a clock that the test holds; Ben has had the floor for a minute."""

    def __init__(self, folder: Path, start: datetime = START, zone: str = "UTC", tz: str = "") -> None:
        self.clock = TestClock(folder / "clock", start)
        at = start.astimezone(_zone(zone))
        self.one: Trial = prepared(folder, self.clock, AGENDA, "--starts", f"{at:%Y-%m-%d %H:%M}", "--zone", zone)
        program = argv("run", told=self.one.told, clock=self.clock.path)
        self.board = Terminal(program, env={**self.one.environ, "TZ": tz or zone})
        self.board.wait_for("Voices", LONG_S)
        self.board.send("g", "b")
        self.board.wait_for("► Ben", LONG_S)
        self.passes(60)

    def passes(self, seconds: float) -> None:
        """Time goes by, and the board has noticed."""
        self.clock.advance(seconds)

    def state(self) -> dict[str, Any]:
        state: dict[str, Any] = self.one.shell.json("show", "--json")
        return state

    def point(self) -> dict[str, Any]:
        """What `show` says of the point that runs."""
        return next(point for point in self.state()["agenda"] if point["status"] == "running")

    def ends(self) -> int:
        """The hour goes on to its end; how much was amiss: refused, lost, negative, or an end that was none."""
        self.board.send("h", "c")
        self.board.wait_for("Chidi .*new point", LONG_S)
        self.passes(60)
        self.board.send("n")
        self.board.wait_for("2 of 2", LONG_S)
        self.board.send("q", "q")
        bad = int(self.board.wait_exit(LONG_S) != 0) + len(self.board.left_on()) + self.one.lost("taken")
        bad += int(self.one.shell("do", "end").status != 0) + int(self.one.shell("check").status != 0)
        state = self.state()
        seconds = [point["actual_seconds"] or 0 for point in state["agenda"]] + [
            one["seconds"] for one in state["voices"]
        ]
        bad += len([second for second in seconds if second < 0])
        return bad + int(self.one.shell("summary", "--to", "-").status != 0)


def _zone(name: str) -> Any:
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def _suspended(hour: Hour) -> int:
    """The program stands still for six hours, and so does nothing else."""
    hour.board.kill(signal.SIGSTOP)
    hour.passes(6 * HOUR_S)
    hour.board.kill(signal.SIGCONT)
    hour.board.wait_for("Talk is over time", LONG_S)
    return int(abs(hour.point()["actual_seconds"] - 6 * HOUR_S - 60) > 1)


def _stepped(seconds: float, way: str) -> Callable[[Hour], int]:
    def step(hour: Hour) -> int:
        hour.clock.step(seconds)
        hour.board.wait_for(f"clock went {way} by {abs(round(seconds)) // 60} min", LONG_S)
        said = hour.one.shell("show").out
        bad = int(seconds < 0 and ("it was set back" not in said or "another computer" in said))
        return bad + int(hour.point()["actual_seconds"] < 0)

    return step


def _changed(hour: Hour) -> int:
    """An hour goes by; that the wall says something else does not count."""
    hour.passes(HOUR_S - 120)
    hour.board.wait_for("over time", LONG_S)
    wall = datetime.fromtimestamp(hour.clock.now() / 1000, _zone("Europe/Berlin"))
    hour.board.wait_for(rf"\A +Peers.* {wall:%H:%M} ", LONG_S)
    return int(abs(hour.point()["actual_seconds"] - HOUR_S + 60) > 1)


def _in_the_zone_of_the_plan(hour: Hour) -> int:
    """The board stands in another zone than the plan; it shows the plan's, as every laptop does."""
    hour.board.wait_for(r"14:01 +ends 15:00", LONG_S)
    return int(not hour.state()["planned_start"].endswith("14:00:00+00:00"))


class Happening(NamedTuple):
    """What happens to the clock, what came of it in README's words, and how the hour is set up for it."""

    came: str
    happens: Callable[[Hour], int]
    hour: tuple[Any, ...] = ()


GOES_ON = "the hour goes on to its end, nothing lost"
HAPPENINGS = {
    "laptop asleep for six hours": Happening(f"over time is said, six hours counted; {GOES_ON}", _suspended),
    "clock set back by an hour": Happening(
        f"said at once, and by later commands; no time negative; {GOES_ON}", _stepped(-HOUR_S, "back")
    ),
    "clock set on by a day": Happening(f"said, for it counts as time gone by; {GOES_ON}", _stepped(DAY_S, "forward")),
    "end of summer time in mid-session": Happening(
        f"an hour is an hour; {GOES_ON}", _changed, (SUMMER_ENDS, "Europe/Berlin")
    ),
    "begin of summer time in mid-session": Happening(
        f"an hour is an hour; {GOES_ON}", _changed, (SUMMER_BEGINS, "Europe/Berlin")
    ),
    "laptop in another time zone than the plan": Happening(
        "the plan's times on every laptop; nothing lost", _in_the_zone_of_the_plan, (START, "UTC")
    ),
}


def clock(times: int, chance: random.Random, called: str) -> Row:
    """One of them, so many times; the laptop that is elsewhere stands in one zone after the other."""
    happening = HAPPENINGS[called]
    elsewhere = happening.happens is _in_the_zone_of_the_plan
    hours = [(*happening.hour, *([chance.choice(ELSEWHERE)] if elsewhere else [])) for _ in range(times)]
    return Row(called, times, happening.came, sum(_round(happening.happens, hour) for hour in hours))


def _round(happens: Callable[[Hour], int], how: tuple[Any, ...]) -> int:
    with TemporaryDirectory(prefix="lcterm-trial-") as folder:
        hour = Hour(Path(folder), *how)
        with hour.board:
            return happens(hour) + hour.ends()
