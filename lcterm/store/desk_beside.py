"""A second place at a session that is open already, for one act that is written whole or not at all."""

from lcterm.core.clock import Clock
from lcterm.core.session import Meeting
from lcterm.store.desk import SETTLE_SECONDS, Desk, open_community, open_session


def desk_beside(desk: Desk, clock: Clock) -> Desk:
    """A desk that may be settled, and so be told whether its act is on the disk, while the first goes on. It acts as
    the seat of that one does, which takes the act back like its own. What the first still has to write goes first."""
    place, suffix = desk.session.place, desk.seat.suffix if desk.seat is not None else ""
    desk.session.flush(SETTLE_SECONDS)
    desk.community.flush(SETTLE_SECONDS)
    beside = Desk(desk.home, place.community, place.log, clock)
    if suffix:
        beside.community = open_community(desk.home, place.community, clock, suffix)
        beside.session = open_session(desk.home, place.community, place.log, clock, seat=suffix)
        beside.meeting = Meeting(community=beside.community.state, session=beside.session.state)
    return beside
