"""Where a log lies and who writes to it from here."""

from functools import cached_property
from pathlib import Path

from lcterm.store.device import actor_id
from lcterm.store.ids import new_writer_id
from lcterm.store.paths import Home


class Place:
    """A log: its folder and id, and the writer id of this run, never used again. Nothing is made by looking."""

    def __init__(self, home: Home, folder: Path, log: str, community: str = "", seat: str = "") -> None:
        self.home, self.folder, self.log = home, folder, log
        self._seat = seat
        self.community = community
        """Whose session it is; "" for the log of a community itself."""
        self.writer = new_writer_id()

    @cached_property
    def actor(self) -> str:
        """Person and device, or one of several seats there: stable over restarts, so that undo works after one."""
        return actor_id(self.home) + self._seat


def community_place(home: Home, community: str, seat: str = "") -> Place:
    """The log of a community; `seat` tells this seat from the others of the device."""
    return Place(home, home.community_log(community), community, seat=seat)


def session_place(home: Home, community: str, session: str, seat: str = "") -> Place:
    """The log of a session."""
    return Place(home, home.session_log(community, session), session, community, seat)
