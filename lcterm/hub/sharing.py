"""Whether a community's words may go to the hub, as its charter says at this moment; and when it says no, what is sent
all the same: the answer itself, so that every other laptop hears of it."""

import msgspec
from msgspec import DecodeError

from lcterm.core.charter import SHARING, may_go_to_hub
from lcterm.core.community_events import CharterAnswered
from lcterm.core.facts import decode_event
from lcterm.hub.local import LocalLog
from lcterm.store.archive import Stored
from lcterm.store.paths import Home
from lcterm.store.shelf import read_community


class Sharing:
    """What a community has settled. `local` is its own log; asking looks at its files."""

    def __init__(self, home: Home, community: str, local: LocalLog) -> None:
        self._home, self._community, self._local = home, community, local
        self._seen = -1
        self._may = False

    def may(self) -> bool:
        """Whether everything may go there. A group that has not said yes, or two answers that stand side by side, are
        a no."""
        self._local.refresh()
        if self._seen != self._local.changes:
            self._seen = self._local.changes
            self._may = may_go_to_hub(read_community(self._home, self._community))
        return self._may

    def answers(self) -> dict[str, int]:
        """The last answer to that question by each writer, as its seq: up to there its facts are sent in any case."""
        last: dict[str, int] = {}
        for fact in self._local.stored():
            if fact.seq > last.get(fact.writer, 0) and _is_answer(fact):
                last[fact.writer] = fact.seq
        return last


def _is_answer(fact: Stored) -> bool:
    if b'"CharterAnswered"' not in bytes(fact.event):
        return False
    try:
        event = decode_event(fact.event)
    except (DecodeError, msgspec.ValidationError, ValueError, RecursionError):
        return False
    return isinstance(event, CharterAnswered) and event.topic == SHARING
