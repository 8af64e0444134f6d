"""The screens that browsers have open: one for a tab, the newest stays, and who left or came back is told."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager

from lcterm.serving.codes import OVER, REPLACED
from lcterm.serving.gate import NO_TICKET, Gate, Ticket, TurnedAway
from lcterm.serving.limits import Limits
from lcterm.serving.seats import Seat


class Visit:
    """One open screen: whose it is and in which tab. When `over` is set it is to end, and `code` says why."""

    def __init__(self, ticket: Ticket, tab: str) -> None:
        self.ticket, self.tab = ticket, tab
        self.over, self.gone = asyncio.Event(), asyncio.Event()
        self.leaving = False
        """Its page is closed, or about to be; its program may still be saving."""
        self.code = 0

    def end(self, code: int) -> None:
        """It is to end, for this reason: one of those in `codes`."""
        self.code = self.code or code
        self.over.set()


class Visits:
    """Every screen that is open now. `say` tells the facilitator who left, and who is back."""

    def __init__(self, gate: Gate, limits: Limits, say: Callable[[str], None]) -> None:
        self._gate, self._limits, self._say = gate, limits, say
        self._open: list[Visit] = []
        self._turns: dict[Ticket, asyncio.Lock] = {}
        self._looking: dict[Ticket, asyncio.TimerHandle] = {}
        self._left: set[Ticket] = set()

    @asynccontextmanager
    async def visit(self, seat: Seat, ticket: Ticket, tab: str, whence: str) -> AsyncIterator[Visit]:
        """A screen of this browser's, in this tab ("" where it does not say), for as long as this holds.

        The one that the tab had before is ended first, and the browser's oldest where it has its share. Any that is
        leaving is waited for: the new program sits where the old one sat. Raises TurnedAway: 503 where there is no
        room, 403 where the ticket ended meanwhile.
        """
        with ExitStack() as counted:
            async with self._turns.setdefault(ticket, asyncio.Lock()):
                self._gate.has_room(ticket)
                await self._make_way(ticket, tab)
                if not self._gate.holds(ticket):
                    raise TurnedAway(403, NO_TICKET)
                counted.enter_context(self._gate.screen(ticket))
                visit = Visit(ticket, tab)
                self._open.append(visit)
            self._is_here(seat, ticket, whence)
            try:
                yield visit
            finally:
                self._open.remove(visit)
                visit.gone.set()
                self._look_later(seat, ticket, whence)

    def end(self) -> None:
        """Every screen is to end, and nobody who leaves now is worth a word."""
        for looking in self._looking.values():
            looking.cancel()
        for visit in self._open:
            visit.end(OVER)

    async def _make_way(self, ticket: Ticket, tab: str) -> None:
        own = [one for one in self._open if one.ticket is ticket]
        kept = [one for one in own if not one.leaving and not (tab and one.tab == tab)]
        too_many = max(0, len(kept) - self._limits.screens_of_one + 1)
        for one in [*(one for one in own if one not in kept), *kept[:too_many]]:
            one.end(REPLACED)
            await one.gone.wait()

    def _is_here(self, seat: Seat, ticket: Ticket, whence: str) -> None:
        if (looking := self._looking.pop(ticket, None)) is not None:
            looking.cancel()
        if ticket in self._left:
            self._left.discard(ticket)
            self._say(f"{seat.called} is back at {whence}.")

    def _look_later(self, seat: Seat, ticket: Ticket, whence: str) -> None:
        """A page that is loaded again is gone for a moment only, which is not worth a word."""
        loop = asyncio.get_running_loop()
        after = self._limits.away_seconds
        self._looking[ticket] = loop.call_later(after, self._look, seat, ticket, whence)

    def _look(self, seat: Seat, ticket: Ticket, whence: str) -> None:
        self._looking.pop(ticket, None)
        if not any(one.ticket is ticket for one in self._open):
            self._left.add(ticket)
            self._say(f"{seat.called} has left {whence}.")
