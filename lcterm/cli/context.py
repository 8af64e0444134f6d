"""What every command is handed: the home, the clock, the environment, and where to say things."""

import sys
from collections.abc import Mapping

from msgspec import Struct

from lcterm.core.clock import Clock
from lcterm.core.refusal import Refused
from lcterm.store.neutral import neutral_text
from lcterm.store.paths import Home


class Context(Struct, frozen=True):
    """The edge of the program as a command sees it."""

    home: Home
    clock: Clock
    environ: Mapping[str, str]

    def say(self, text: str) -> None:
        """The answer, on standard output. Whatever was stored, no control code reaches the terminal."""
        print("\n".join(neutral_text(line) for line in text.split("\n")))

    def warn(self, text: str) -> None:
        """A message beside the answer, on standard error."""
        print(f"lcterm: {neutral_text(text)}", file=sys.stderr)

    def read_stdin(self, limit: int) -> bytes:
        """What is piped in. Raises Refused when it is more than `limit` bytes."""
        data = sys.stdin.buffer.read(limit + 1)
        if len(data) > limit:
            raise Refused(f"standard input is longer than {limit // 1024} KiB; give less of it")
        return data
