"""What carries a session's facts to other laptops and theirs to this one, as a board sees it: it never waits for it."""

from collections.abc import Callable, Sequence
from typing import Protocol


class Carrier(Protocol):
    """A courier to a hub, or whatever else does the same. Every call returns at once, but for `stop`."""

    @property
    def said(self) -> str:
        """How it goes, in a word or two; "" for nothing worth a word."""
        ...

    @property
    def notices(self) -> Sequence[str]:
        """What the facilitator should know, a line each."""
        ...

    def attend(self, community: str, session: str, arrived: Callable[[], object]) -> None:
        """Look after this session; `arrived` is called on another thread when others' facts have come."""
        ...

    def nudge(self) -> None:
        """Something was written."""
        ...

    def stop(self, seconds: float) -> None:
        """Send what is left, within so many seconds, and end."""
        ...
