"""What a program writes to its terminal, cut into the pictures that a person sees one after the other."""

from typing import NamedTuple

CLOSED = b"\x1b[?2026l"


class Frame(NamedTuple):
    """One picture: what was written since the one before, and when (monotonic seconds) the last of it came."""

    at: float
    content: bytes


class Frames:
    """Takes chunks of bytes as they come, gives whole pictures: those that synchronized output (mode 2026) closes."""

    def __init__(self) -> None:
        self._open = b""

    def feed(self, at: float, chunk: bytes) -> list[Frame]:
        """The pictures that this chunk, which came at that moment, completes."""
        *whole, self._open = (self._open + chunk).split(CLOSED)
        return [Frame(at, one + CLOSED) for one in whole]
