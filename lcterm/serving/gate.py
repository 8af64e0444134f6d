"""The gate: who may take which seat. It knows links, tickets, limits and time; nothing of the web.

A link opens once and becomes a ticket, which the browser keeps as a cookie. Of both only digests are held, and only in
memory: when the gate closes, nothing that was ever handed out opens anything.
"""

import hashlib
import hmac
import secrets
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from lcterm.core.clock import Clock
from lcterm.serving.limits import Limits

MINUTE = 60_000
TOKEN_BYTES = 24
REMEMBERED_TRIES = 4096

NO_LINK = (
    "This link opens nothing. It was used already, it is too old, or a character is missing. "
    "Ask for a new one: it comes with Enter, in the window where lcterm serve runs."
)
TOO_MANY_TRIES = "Too many wrong links came from here. Wait a minute, then use a new one."
SEAT_FULL = "As many browsers as are let in have this seat already. Close one that is not needed, then try again."
SCREENS_FULL = "As many screens as this laptop gives are open already. Close one that is not needed, then try again."
NO_TICKET = (
    "This browser has not been let in, or its time is over. "
    "Ask for a new link: it comes with Enter, in the window where lcterm serve runs."
)


class TurnedAway(Exception):
    """Whoever asks is not let in; the words say why and what to do, `status` is HTTP's number for it."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words


class Ticket:
    """One browser's right to one seat, until then (ms since this machine started)."""

    __slots__ = ("digest", "screens", "seat", "until")

    def __init__(self, seat: str, digest: bytes, until: int) -> None:
        self.seat, self.digest, self.until = seat, digest, until
        self.screens = 0
        """How many of its pages are open."""


class Gate:
    """Hands out links and tickets, and counts who is in. Times are the clock's that runs through sleep."""

    def __init__(self, clock: Clock, limits: Limits) -> None:
        self._clock, self._limits = clock, limits
        self._links: dict[str, Ticket] = {}
        self._tickets: list[Ticket] = []
        self._tries: deque[tuple[int, str]] = deque(maxlen=REMEMBERED_TRIES)

    def new_link(self, seat: str) -> str:
        """The secret part of a new link for this seat. The one before it opens nothing from now on."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        until = self._clock.boottime() + self._limits.link_minutes * MINUTE
        self._links[seat] = Ticket(seat, _digest(token), until)
        return token

    def look(self, token: str, address: str) -> str:
        """The seat that a link is for; it is not used up by that. Raises TurnedAway: 429 after too many wrong ones from
        this address, 403 for a wrong one."""
        now = self._clock.boottime()
        if sum(1 for at, whence in self._tries if whence == address and now - at < MINUTE) >= self._limits.wrong_links:
            raise TurnedAway(429, TOO_MANY_TRIES)
        link = _matching(list(self._links.values()), token)
        if link is None or now >= link.until:
            self._tries.append((now, address))
            raise TurnedAway(403, NO_LINK)
        return link.seat

    def take(self, token: str, address: str) -> tuple[Ticket, str]:
        """A link is used: the ticket that it becomes, and the ticket's secret. It opens once.

        Raises TurnedAway as `look` does, and 503 for a full seat.
        """
        seat = self.look(token, address)
        self._make_room(seat)
        del self._links[seat]
        secret = secrets.token_urlsafe(TOKEN_BYTES)
        until = self._clock.boottime() + self._limits.ticket_hours * 60 * MINUTE
        ticket = Ticket(seat, _digest(secret), until)
        self._tickets.append(ticket)
        return ticket, secret

    def ticket(self, seat: str, secret: str) -> Ticket:
        """The ticket with this secret for this seat. Raises TurnedAway (403) where there is none, or no longer."""
        ticket = _matching(self._tickets, secret)
        if ticket is None or ticket.seat != seat or not self.holds(ticket):
            raise TurnedAway(403, NO_TICKET)
        return ticket

    def holds(self, ticket: Ticket) -> bool:
        """Whether this ticket still lets in."""
        return ticket in self._tickets and self._clock.boottime() < ticket.until

    def has_room(self, ticket: Ticket) -> None:
        """Raises TurnedAway (503) where no screen more may be opened with this ticket. A browser that has its share
        already gives up the oldest of its own for a new one."""
        others = sum(one.screens for one in self._tickets if one is not ticket)
        if others + min(ticket.screens, self._limits.screens_of_one - 1) >= self._limits.screens:
            raise TurnedAway(503, SCREENS_FULL)

    @contextmanager
    def screen(self, ticket: Ticket) -> Iterator[None]:
        """While this holds, one screen more is open with this ticket. Raises TurnedAway (503) without room."""
        self.has_room(ticket)
        if ticket.screens >= self._limits.screens_of_one:
            raise TurnedAway(503, SCREENS_FULL)
        ticket.screens += 1
        try:
            yield
        finally:
            ticket.screens -= 1

    def close(self) -> None:
        """Nothing that was handed out opens anything any more."""
        self._links.clear()
        self._tickets.clear()

    def _make_room(self, seat: str) -> None:
        """A browser that has the seat but no screen open makes room. Raises TurnedAway (503) where all are open."""
        now = self._clock.boottime()
        self._tickets = [one for one in self._tickets if now < one.until or one.screens]
        taken = [one for one in self._tickets if one.seat == seat]
        if len(taken) < self._limits.tickets:
            return
        idle = next((one for one in taken if not one.screens), None)
        if idle is None:
            raise TurnedAway(503, SEAT_FULL)
        self._tickets.remove(idle)


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


def _matching(tickets: list[Ticket], token: str) -> Ticket | None:
    """The one with this secret. All are compared, each in constant time: how long it takes tells nothing."""
    wanted, found = _digest(token), None
    for ticket in tickets:
        if hmac.compare_digest(ticket.digest, wanted):
            found = ticket
    return found
