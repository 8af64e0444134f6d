"""Two ways to play a session that is written down as steps: at the board's keys, and by commands."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.ordinary_session import Step
from tests.terminal import Terminal

BERLIN = ZoneInfo("Europe/Berlin")
MESSAGE = -2
"""The board's row, from the bottom, that says what happened."""


def moment(at: str) -> datetime:
    """That time on the wall on the afternoon of the session."""
    return datetime.fromisoformat(f"2026-12-01 {at}").replace(tzinfo=BERLIN)


def iso(at: str) -> str:
    """The same as JSON has it."""
    return moment(at).isoformat()


def by_commands(shell: Shell, clock: TestClock, steps: Iterable[Step]) -> None:
    """Plays the steps with `lcterm do` and `lcterm capture`."""
    for step in steps:
        clock.set(moment(step.at))
        if step.refused:
            assert shell.refusal(*step.words) == step.says
        else:
            said = shell.answer(*step.words)
            understood = step.text and said.startswith(f"{step.says.removesuffix('.')}; ")
            assert said == step.says or understood, said


def on_the_board(terminal: Terminal, shell: Shell, clock: TestClock, steps: Iterable[Step]) -> None:
    """Plays the steps with the board's keys; each must be answered in the message row before the next."""
    for step in steps:
        clock.set(moment(step.at))
        if not step.keys:
            assert shell.answer(*step.words) == step.says
            terminal.wait_for(step.seen)
            continue
        assert step.says not in terminal.row(MESSAGE), f"nobody could tell when {step} is done"
        press(terminal, step)
        terminal.wait_for(answered(step))


def answered(step: Step) -> Callable[[str], bool]:
    """Whether a screen's message row says what this step is answered with."""
    said = f" {'!' if step.refused else '✓'}  {step.says}"
    return lambda text: said in text.split("\n")[MESSAGE]


def press(terminal: Terminal, step: Step) -> None:
    """The keys of a step, and its line where it has one."""
    terminal.send(*step.keys.split())
    if step.text:
        terminal.wait_for("Enter keep")
        terminal.type(step.text)
        terminal.send("enter")


def shown(shell: Shell) -> dict[str, Any]:
    """`show --json`, without what must differ between two runs of the same session: the ids that are made by lot."""
    record: dict[str, Any] = shell.json("show", "--json")
    assert record.pop("session").startswith("2026-12-01-")
    for capture in record["captures"]:
        del capture["id"]
    return record


def pretty(record: dict[str, Any]) -> str:
    """The record as text, so that a difference is shown line by line."""
    return json.dumps(record, indent=1, ensure_ascii=False)
