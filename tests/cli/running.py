"""lcterm's commands run in this process: what they answer, what they say beside it, how they end."""

import contextlib
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from unittest.mock import patch

from lcterm.cli.main import main
from lcterm.core.clock import Clock
from tests.clock_program import TestClock
from tests.kept import kept

Made = TypeVar("Made")


class Ran(NamedTuple):
    """How a command ended: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


class Stand(NamedTuple):
    """What was made on the way to a home, and the clock's ms then."""

    made: dict[str, Any]
    wall: int
    boot: int


class Shell:
    """Runs commands one after the other, as a shell with this clock would; in `home`, if one is given."""

    def __init__(self, clock: Clock, home: Path | None = None) -> None:
        self._clock = clock
        self._folder = home
        self._made: dict[str, Any] = {}
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

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What commands make of a home where nothing is yet. The first test of a worker that asks under this name makes
        it; for every other test it is copied, and the clock stands where it stood then. Nothing is made twice."""
        if name not in self._made:
            clock = self._clock
            home = self._folder or Path(os.environ["LCTERM_HOME"])

            def stand() -> Stand:
                self._made[name] = make()
                return Stand(dict(self._made), clock.now(), clock.boottime())

            then = kept(("shell", name, clock.now(), clock.boottime()), home, stand)
            self._made.update(then.made)
            if isinstance(clock, TestClock):
                clock.stand(then.wall, then.boot)
        made: Made = self._made[name]
        return made

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
