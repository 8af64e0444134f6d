"""Which roles stand outside the circle: of the voices that are compared, of rounds, of headcounts."""

from collections.abc import Collection

from lcterm.core.event import Role

OUTSIDE: tuple[Role, ...] = ("facilitator", "co-facilitator", "observer", "sponsor")
"""The roles that do ([HB]: they keep to their role), in the order in which they are said."""


def outside(roles: Collection[Role]) -> Role | None:
    """The role that puts whoever has these outside the circle, None for who is in it. A sponsor who is a member too is
    a peer among peers."""
    return next((role for role in OUTSIDE if role in roles and not (role == "sponsor" and "member" in roles)), None)


def is_guest(roles: Collection[Role]) -> bool:
    """Whether they are not expected, and have a seat only once they have come: a sponsor who is nothing else there."""
    return outside(roles) == "sponsor"
