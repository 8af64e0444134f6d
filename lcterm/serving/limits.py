"""How much of everything one laptop gives to browsers."""

from typing import NamedTuple


class Limits(NamedTuple):
    """The limits of the gate; those with a time in their name say of which unit."""

    link_minutes: int = 10
    """A link that nobody used is worth nothing after that."""
    ticket_hours: int = 12
    """A browser that was let in has to be let in again after that."""
    tickets: int = 4
    """Browsers on one seat."""
    screens_of_one: int = 2
    """Screens, that is open pages, of one browser; one more ends its oldest."""
    screens: int = 8
    """Screens in all: each is a program of its own on the laptop."""
    wrong_links: int = 10
    """Wrong links from one address within a minute, before it has to wait."""
    connections: int = 64
    """Connections in all, those that have not said anything yet included."""
    connections_of_one: int = 32
    """Connections from one address."""
    request_seconds: float = 20.0
    """A connection that is no screen has ended by then: asked and answered."""
    heartbeat_seconds: float = 15.0
    """A browser that does not answer within half as much again is gone."""
    leaving_seconds: float = 5.0
    """A program that was asked to leave may take so long to save before it is made to."""
    away_seconds: float = 5.0
    """A browser without a screen for so long has left; before that it may be loading the page again."""
    message_bytes: int = 256 * 1024
    """The longest thing a browser may say at once: a pasted agenda fits."""


USUAL = Limits()
