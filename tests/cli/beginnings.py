"""What many tests of the commands begin with, each from the one before it."""

from tests.cli.hour import AGENDA, do
from tests.cli.running import Shell

PEOPLE = "Ana\nBen\nChidi\nSam K.\nSam O.\n"


def make_peers(shell: Shell) -> None:
    assert shell.answer("new", "Housing peers", "--members", "-", stdin=PEOPLE) == "housing-peers"


def make_planned(shell: Shell) -> None:
    shell.once("peers", lambda: make_peers(shell))
    shell.answer("plan", "--starts", "2026-12-01 14:00", "--zone", "UTC", "--presenter", "Ana", "--presenter", "Ben")


def make_running(shell: Shell) -> None:
    shell.once("planned", lambda: make_planned(shell))
    shell.answer("do", "start")


def make_hour(shell: Shell) -> None:
    shell.once("peers", lambda: make_peers(shell))
    shell.answer("plan", "--agenda", "-", "--starts", "2026-12-01 14:00", "--zone", "UTC", stdin=AGENDA)


def make_talk(shell: Shell) -> None:
    shell.once("hour", lambda: make_hour(shell))
    do(shell, "start")
    do(shell, "next")
