"""`lcterm serve` from the first link to the last screen: what is listened on, what is said, how it ends."""

import asyncio
import logging
import os
import signal
import socket
import ssl
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from aiohttp import web

from lcterm.core.clock import Clock
from lcterm.core.refusal import Refused
from lcterm.serving.door import BACKLOG, Door
from lcterm.serving.gate import Gate
from lcterm.serving.limits import Limits
from lcterm.serving.place import Place
from lcterm.serving.seats import Seat
from lcterm.serving.web import Web

ENDS = ("SIGINT", "SIGTERM", "SIGHUP")
CLOSING_SECONDS = 2.0


class Serving(NamedTuple):
    """What is to be served: some seats of one session in a home, at a place, and what their programs are told."""

    home: str
    session: str
    seats: tuple[Seat, ...]
    place: Place
    tls: ssl.SSLContext | None
    environ: Mapping[str, str]
    limits: Limits


class Told(NamedTuple):
    """Whom to tell: `opened` once, with the place as it is now; `links` whenever there are new ones, a seat's address
    each; `news` of who came."""

    opened: Callable[[Place], None]
    links: Callable[[list[tuple[Seat, str]]], None]
    news: Callable[[str], None]


def serve(serving: Serving, clock: Clock, told: Told) -> None:
    """Serves until it is told to end. Raises Refused where the place cannot be had."""
    listener = _listener(serving.place)
    place = serving.place._replace(port=listener.getsockname()[1])
    try:
        asyncio.run(_House(serving._replace(place=place), clock, told, listener).open())
    finally:
        listener.close()


class _House:
    """Gate, web and door together while they stand."""

    def __init__(self, serving: Serving, clock: Clock, told: Told, listener: socket.socket) -> None:
        self._serving, self._told, self._listener = serving, told, listener
        self._gate = Gate(clock, serving.limits)
        self._ended = asyncio.Event()

    async def open(self) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._unforeseen)
        serving = self._serving
        doors: list[Door] = []
        site = Web(
            self._gate,
            serving.place,
            serving.seats,
            (serving.home, serving.session),
            serving.environ,
            serving.limits,
            self._told.news,
            lambda request: doors[0].stay(request.protocol),
        )
        runner = web.AppRunner(
            site.application(),
            access_log=None,
            logger=self._logger(),
            shutdown_timeout=CLOSING_SECONDS,
            auto_decompress=False,  # nobody's body is read
        )
        await runner.setup()
        if runner.server is None:
            raise Refused("the web server did not start; try once more")
        doors.append(Door(self._listener, runner.server, serving.tls, serving.limits))
        keeping = asyncio.create_task(doors[0].keep())
        self._obey(loop)
        self._told.opened(serving.place)
        self._renew()
        try:
            await self._ended.wait()
        finally:
            self._gate.close()
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)
            await site.end()
            await runner.cleanup()

    def _obey(self, loop: asyncio.AbstractEventLoop) -> None:
        """Signals end it; Enter asks for new links."""
        for name in ENDS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
                with suppress(NotImplementedError):  # on Windows ctrl+c cancels everything instead
                    loop.add_signal_handler(number, self._ended.set)
        if hasattr(signal, "SIGTTIN"):
            # In the background of a shell there is no Enter to wait for; without this it would be stopped for asking.
            signal.signal(signal.SIGTTIN, signal.SIG_IGN)
        threading.Thread(target=self._wait_for_enter, args=(loop,), name="enter", daemon=True).start()

    def _wait_for_enter(self, loop: asyncio.AbstractEventLoop) -> None:
        # Read as bytes: a lock that Python's own stdin held at the end would bring the whole process down.
        with suppress(OSError, RuntimeError, ValueError):
            while typed := os.read(sys.stdin.fileno(), 1024):
                if b"\n" in typed:
                    loop.call_soon_threadsafe(self._renew)

    def _renew(self) -> None:
        if not self._ended.is_set():
            links = [(seat, self._gate.new_link(seat.id)) for seat in self._serving.seats]
            self._told.links([(seat, self._serving.place.address_of(f"/link/{token}")) for seat, token in links])

    def _unforeseen(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """A failure that nobody foresaw is said by its kind alone: an address in it might hold a secret."""
        problem = context.get("exception")
        if problem is not None and not isinstance(problem, OSError):
            self._told.news(f"Something failed ({type(problem).__name__}); the seats go on.")

    def _logger(self) -> logging.Logger:
        logger = logging.Logger("lcterm.serving", logging.ERROR)
        logger.addHandler(_Kinds(self._told.news))
        return logger


class _Kinds(logging.Handler):
    """Says of a failed request what kind of failure it was, and nothing of the request."""

    def __init__(self, news: Callable[[str], None]) -> None:
        super().__init__()
        self._news = news

    def emit(self, record: logging.LogRecord) -> None:
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else "unknown"
        self._news(f"A request failed ({kind}); the seats go on.")


def _listener(place: Place) -> socket.socket:
    family = socket.AF_INET6 if ":" in place.address else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((place.address, place.port))
        listener.listen(BACKLOG)
    except OSError as problem:
        listener.close()
        why = (problem.strerror or str(problem)).lower()
        raise Refused(
            f"{place.address}, port {place.port}: {why}; --port N takes another, --port 0 any that is free"
        ) from None
    return listener
