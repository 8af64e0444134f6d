"""Kill -9 of the whole program at a random moment: of a board in a terminal, and of commands.

What was called durable before is on the disk afterwards, every file can be read, by a stock TinyDB too, and the next
start goes on from there.
"""

import os
import random
import subprocess
import threading
import time
from collections.abc import Callable

from tinydb import TinyDB

from lcterm.store.segment import parse_segment_name
from tests.faults.faulty_program import argv
from tests.faults.homes import BADGES, Trial, trial
from tests.faults.table import Row
from tests.terminal_line import Line, environment

SIZE = (120, 36)
A_HOME = 40
"""Rounds in one home: each leaves a writer's files, and a session of hundreds of runs is nobody's."""

LONG_S = 30.0
READY = b"Voices"
WITH_PERSON, PLAIN = "hhhhsssgwik", (*["space"] * 8, "f", ",", ";", "p", "+", "-", "t", "t")
BETWEEN_S = 0.004
LIVES_S, STARTS_S = 0.25, 0.6
"""A board lives so long at most from its first picture, a start that is killed from its beginning."""
AS_LONG_AS_IT_TAKES = 1.5
"""A command lives so many times as long as one takes, at most: most are killed, many of them at the very end, when they
write."""

COMMANDS: tuple[Callable[[int], list[str]], ...] = (
    lambda number: ["capture", f"l What we saw {number}"],
    lambda number: ["do", "hand", "ben" if number % 2 else "chidi"],
    lambda number: ["do", "extend", "1"],
    lambda number: ["do", "spoke", "dorota"],
    lambda number: ["members", "--add", f"Newcomer {number}"],
    lambda number: ["rules", "--add", f"Listen {number}"],
)


def boards(rounds: int, chance: random.Random) -> Row:
    """Boards that are killed while keys come in fast; each fifth while it starts."""
    durable = lost = broken = 0
    for begin in range(0, rounds, A_HOME):
        with trial() as one:
            for number in range(begin, min(rounds, begin + A_HOME)):
                _one_board(one, chance, starting=number % 5 == 4)
                bad, gone = _amiss(one)
                broken, lost = broken + bad, lost + gone
            durable += len(one.said("durable"))
            broken += _next_start(one)
    came = f"{durable:,} events durable before a kill, {lost} of them lost; {broken} files or starts broken"
    return Row("kill -9 of the board in its terminal, at a random moment", rounds, came, lost + broken)


def _one_board(one: Trial, chance: random.Random, *, starting: bool) -> None:
    line = Line(argv("run", told=one.told), SIZE, one.environ, None)
    try:
        if starting:
            threading.Event().wait(chance.uniform(0, STARTS_S))
        else:
            _press_until(line, chance)
        line.process.kill()
        line.process.wait()
    finally:
        line.close()


def _press_until(line: Line, chance: random.Random) -> None:
    """Wait for the board, then press keys until its time is over."""
    deadline = time.monotonic() + LONG_S
    while READY not in line.received():
        assert not line.ended, line.received().decode(errors="replace")
        assert time.monotonic() < deadline, "the board did not come"
        line.wait_for_more(len(line.received()), 1)
    until = time.monotonic() + chance.uniform(0, LIVES_S)
    while time.monotonic() < until:
        if chance.random() < 0.05:
            line.write(b"cl What we saw\r")
        key = chance.choice(PLAIN) if chance.random() < 0.4 else chance.choice(WITH_PERSON) + chance.choice(BADGES)
        line.write(b" " if key == "space" else key.encode())
        threading.Event().wait(BETWEEN_S)


def commands(rounds: int, chance: random.Random) -> Row:
    """Commands that are killed at a random moment; what one has said is done is done."""
    durable = lost = broken = finished = 0
    for begin in range(0, rounds, A_HOME):
        with trial() as one:
            said: list[str] = []
            began = time.monotonic()
            _one_command(one, ["capture", "l The first"], LONG_S)
            lives_s = AS_LONG_AS_IT_TAKES * (time.monotonic() - began)
            for number in range(begin, min(rounds, begin + A_HOME)):
                words = chance.choice(COMMANDS)(number)
                if _one_command(one, words, chance.uniform(0, lives_s)):
                    finished += 1
                    said += words[1:] if words[0] == "capture" else []
                bad, gone = _amiss(one)
                broken, lost = broken + bad, lost + gone
            durable += len(one.said("durable"))
            stored = repr(one.facts())
            lost += sum(text.removeprefix("l ") not in stored for text in said)
            broken += _next_start(one)
    came = (
        f"{durable:,} events durable before a kill ({finished} commands had ended by then), {lost} lost; "
        f"{broken} files or starts broken"
    )
    return Row("kill -9 of a command that changes something, at a random moment", rounds, came, lost + broken)


def _one_command(one: Trial, words: list[str], lives_s: float) -> bool:
    """Whether it had come to its end."""
    quiet = subprocess.DEVNULL
    run = argv(*words, told=one.told)
    with subprocess.Popen(run, env=environment(one.environ), stdin=quiet, stdout=quiet, stderr=quiet) as process:
        try:
            return process.wait(lives_s) == 0
        except subprocess.TimeoutExpired:
            process.kill()
            return False


def _amiss(one: Trial) -> tuple[int, int]:
    """How many files are not as they should be, and how many facts that were durable are gone."""
    try:
        lost = one.lost("durable")
    except AssertionError:
        return 1, 0
    return len(one.strangers()), lost


def _next_start(one: Trial) -> int:
    """How much is amiss for whoever comes next: commands, a stock TinyDB, check, and repair, which loses nothing."""
    before = {(fact.writer, fact.seq) for fact in one.facts()}
    amiss = int(one.shell("show").status != 0) + int(one.shell("check").status != 0)
    one.shell("check", "--repair")
    after = {(fact.writer, fact.seq) for fact in one.facts()}
    stock = 0
    for folder, _ in one.logs():
        for path in filter(lambda path: parse_segment_name(path.name), folder.iterdir()):
            with TinyDB(path) as database:
                stock += len(database.table("events"))
    return amiss + len(before - after) + abs(stock - len(after)) + _left_over(one)


def _left_over(one: Trial) -> int:
    """Signs of runs that are over stay until the next run that writes, and then go."""
    one.shell.answer("capture", "l Once more")
    runs = one.home / "private" / "runs"
    return len(os.listdir(runs)) if runs.is_dir() else 0
