"""Whether another laptop goes by the same identity as this one: the one was put back from the other's backup, and both
are at work. Each is a writer of its own, so nothing is mixed up; but an undo takes back one's own last act, and these
two are one to the log."""

from collections.abc import Iterable

from lcterm.store.archive import Stored
from lcterm.store.device import DEVICE_FILE, read_actor
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable


class Twin:
    """Looks at what comes from the hub. `since` (wall ms): from when on a run of this laptop's is here; what somebody
    of its name has written after that, and is not in its files, was written elsewhere. None: nobody looks."""

    def __init__(self, home: Home, since: int | None) -> None:
        self._home, self._since = home, since
        self.seen = False

    def look(self, new: Iterable[Stored]) -> None:
        """At facts that were not here."""
        if self._since is None or self.seen:
            return
        later = {_device(one.actor) for one in new if one.at > self._since}
        if later:
            self.seen = self._own() in later

    def _own(self) -> str:
        try:
            return _device(read_actor(self._home.private / DEVICE_FILE))
        except (OSError, Unreadable):  # then this run has a name that no other has
            return ""


def _device(actor: str) -> str:
    """Each seat of a device has a name that begins with the device's."""
    return actor.partition("-")[0]
