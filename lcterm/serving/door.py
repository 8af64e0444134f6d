"""The door in front of the web server: how many may stand in it, and for how long.

aiohttp counts no connections and waits for a request as long as it takes; so connections are accepted here.
"""

import asyncio
import ipaddress
import socket
import ssl
from contextlib import suppress
from typing import NoReturn

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from lcterm.serving.limits import Limits

BACKLOG = 64
BREATH_SECONDS = 0.1
"""How long nobody is let in when the machine has no connection left to give."""
FULL = b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 20\r\nContent-Length: 0\r\n\r\n"


class Door:
    """Accepts connections for `server`, and ends those that stay without being a screen."""

    def __init__(self, listener: socket.socket, server: web.Server, tls: ssl.SSLContext | None, limits: Limits) -> None:
        self._listener, self._server, self._tls, self._limits = listener, server, tls, limits
        self._greeted: dict[asyncio.Task[None], str] = {}
        """Those with whom TLS is still being agreed on, with their addresses."""
        self._since: dict[RequestHandler, float] = {}
        self._staying: set[RequestHandler] = set()

    async def keep(self) -> NoReturn:
        """Lets people in until it is cancelled."""
        self._listener.setblocking(False)
        sweeping = asyncio.create_task(self._sweep())
        try:
            while True:
                await self._next()
        finally:
            for task in (sweeping, *self._greeted):
                task.cancel()
            await asyncio.gather(sweeping, *self._greeted, return_exceptions=True)

    def stay(self, connection: RequestHandler) -> None:
        """This one is a screen: it may stay as long as it answers."""
        self._staying.add(connection)

    async def _next(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            connection, peer = await loop.sock_accept(self._listener)
        except OSError:
            await asyncio.sleep(BREATH_SECONDS)
            return
        address = neighbour(str(peer[0]))
        if not self._has_room(address):
            self._turn_away(connection)
            return
        task = asyncio.create_task(self._greet(connection))
        self._greeted[task] = address
        task.add_done_callback(lambda done: self._greeted.pop(done, None))

    async def _greet(self, connection: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        limit = self._limits.request_seconds if self._tls else None
        try:
            await loop.connect_accepted_socket(self._server, connection, ssl=self._tls, ssl_handshake_timeout=limit)
        except OSError:  # TLS was not agreed on; ssl's errors and time limits are of this kind
            connection.close()

    def _has_room(self, address: str) -> bool:
        inside = [*self._greeted.values(), *(_address(one) for one in self._server.connections)]
        return len(inside) < self._limits.connections and inside.count(address) < self._limits.connections_of_one

    def _turn_away(self, connection: socket.socket) -> None:
        connection.setblocking(False)
        with suppress(OSError):
            if self._tls is None:
                connection.send(FULL)
        connection.close()

    async def _sweep(self) -> NoReturn:
        loop = asyncio.get_running_loop()
        every = min(1.0, self._limits.request_seconds / 4)
        while True:
            await asyncio.sleep(every)
            now, present = loop.time(), self._server.connections
            self._staying.intersection_update(present)
            self._since = {one: self._since.get(one, now) for one in present}
            for one, since in self._since.items():
                if one not in self._staying and now - since >= self._limits.request_seconds and one.transport:
                    one.transport.abort()


def neighbour(address: str) -> str:
    """Who counts as one: an IPv4 address, or the half of an IPv6 address that a network gives to each of its members,
    who chooses the rest at will; what is no address for itself."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(known, ipaddress.IPv4Address) or known.is_loopback:
        return str(known)
    return str(known.ipv4_mapped or ipaddress.ip_network((known, 64), strict=False))


def _address(connection: RequestHandler) -> str:
    peer = connection.transport.get_extra_info("peername") if connection.transport else None
    return neighbour(str(peer[0])) if peer else ""
