"""lcterm's commands run in this process: what they answer, what they say beside it, how they end."""

import contextlib
import io
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from lcterm.cli.main import main
from lcterm.core.clock import Clock


class Ran(NamedTuple):
    """How a command ended: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


class Shell:
    """Runs commands one after the other, as a shell with this clock would; in `home`, if one is given."""

    def __init__(self, clock: Clock, home: Path | None = None) -> None:
        self._clock = clock
        self._home = [] if home is None else ["--home", str(home)]

    def __call__(self, *argv: str, stdin: str | bytes = "") -> Ran:
        """Runs `lcterm ARGV`; `stdin` is piped in."""
        piped = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = io.StringIO(), io.StringIO()
        with (
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped), "utf-8")),
        ):
            try:
                status = main([*self._home, *argv], self._clock)
            except SystemExit as end:  # --help and --version end so
                status = int(end.code or 0)
        return Ran(status, out.getvalue(), err.getvalue())

    def answer(self, *argv: str, stdin: str | bytes = "") -> str:
        """What the command says on standard output; it must succeed."""
        ran = self(*argv, stdin=stdin)
        assert ran.status == 0, ran
        return ran.out.removesuffix("\n")

    def json(self, *argv: str) -> Any:
        """The answer of a command that says JSON."""
        return json.loads(self.answer(*argv))

    def refusal(self, *argv: str, stdin: str | bytes = "", status: int = 1) -> str:
        """Why the command refuses: one line after `lcterm: ` on standard error, and nothing else anywhere."""
        ran = self(*argv, stdin=stdin)
        assert (ran.status, ran.out) == (status, ""), ran
        assert ran.err.startswith("lcterm: "), ran
        assert ran.err.endswith("\n"), ran
        assert ran.err.count("\n") == 1, ran
        return ran.err.removeprefix("lcterm: ").removesuffix("\n")

    def usage(self, *argv: str) -> str:
        """What is wrong with how the command is written."""
        return self.refusal(*argv, status=2)
