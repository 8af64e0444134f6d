"""What is stored, what is typed, and how soon a program ends."""

import threading
import time
from collections.abc import Callable

from tests.cli.running import Shell
from tests.terminal import Terminal

SOON = 2.0
"""Seconds: a second for the program, and one for a machine that is busy with other tests."""


def hands(shell: Shell) -> list[str]:
    return [hand["name"] for hand in shell.json("show", "--json")["floor"]["queue"]]


def texts(shell: Shell) -> list[str]:
    return [capture["text"] for capture in shell.json("show", "--json")["captures"]]


def decide(board: Terminal, text: str) -> None:
    """A decision, typed and kept; it stands among the captures then."""
    board.send("c")
    board.wait_for("Enter keep")
    board.type(f"d {text}")
    board.wait_for(f"d {text}")
    board.send("enter")
    board.wait_for(f"d decision +{text}")


def eventually(true: Callable[[], bool], within: float = 20) -> bool:
    """Whether it becomes true in so many seconds; ends as soon as it is."""
    deadline = time.monotonic() + within
    while not (known := true()) and time.monotonic() < deadline:
        threading.Event().wait(0.005)
    return known


def ends(board: Terminal) -> tuple[int | None, bool]:
    """The exit code, and whether it came soon."""
    began = time.monotonic()
    eventually(lambda: board.returncode is not None)
    return board.returncode, time.monotonic() - began < SOON
