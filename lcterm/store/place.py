"""Where a log lies and who writes to it from here."""

from pathlib import Path
from typing import NamedTuple

from lcterm.store.device import actor_id
from lcterm.store.ids import new_writer_id
from lcterm.store.paths import Home


class Place(NamedTuple):
    """A log: its folder and id, the writer id of this run, never used again, and the actor: person and device."""

    folder: Path
    log: str
    writer: str
    actor: str


def community_place(home: Home, community: str) -> Place:
    """The log of a community."""
    return Place(home.community_log(community), community, new_writer_id(), actor_id(home))


def session_place(home: Home, community: str, session: str) -> Place:
    """The log of a session."""
    return Place(home.session_log(community, session), session, new_writer_id(), actor_id(home))
