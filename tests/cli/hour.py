"""An hour of four points in four modes, driven by `lcterm do`."""

from typing import Any

from tests.cli.running import Shell

AGENDA = """\
10 min - Hello [round]
20 min - Talk [queue]
5 min - Break [none]
15 min - Harvest [open]
"""


def do(shell: Shell, words: str) -> str:
    """What `lcterm do` says to these words."""
    return shell.answer("do", *words.split())


def state(shell: Shell) -> dict[str, Any]:
    """The session as `show --json` has it."""
    record: dict[str, Any] = shell.json("show", "--json")
    return record
