"""The web side of the gate: a handful of addresses, each asked who comes, from where, and with which ticket."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

import textual_serve
from aiohttp import web

from lcterm.serving.codes import NOT_STARTED
from lcterm.serving.door import neighbour
from lcterm.serving.gate import NO_TICKET, Gate, Ticket, TurnedAway
from lcterm.serving.headers import secured
from lcterm.serving.limits import Limits
from lcterm.serving.messages import COLUMNS, ROWS, asked
from lcterm.serving.pages import HERE, OWN, link_page, screen_page, words_page
from lcterm.serving.place import Place
from lcterm.serving.process import ScreenProcess
from lcterm.serving.screen import OpenScreen
from lcterm.serving.seats import Seat, command_line
from lcterm.serving.visits import Visits

STATIC = Path(textual_serve.__file__).parent / "static"
FILES: Mapping[str, tuple[str, str]] = {
    "js/textual.js": ("js/textual.js", "text/javascript"),
    "css/xterm.css": ("css/xterm.css", "text/css"),
    "fonts/upright.ttf": ("fonts/RobotoMono-VariableFont_wght.ttf", "font/ttf"),
    "fonts/italic.ttf": ("fonts/RobotoMono-Italic-VariableFont_wght.ttf", "font/ttf"),
}
"""The files of textual-serve that a page needs, by the address that they have here. No others are served."""
LETTERS, LETTERS_USUAL = (8, 48), 16
CLOSING_SECONDS = 2.0
TAB = re.compile("[0-9a-f]{1,32}")
"""What a page may call the tab that it is in."""

WRONG_HOST = "This address is not the one that is served here. Use the link exactly as it was printed."
WRONG_ORIGIN = "Another site asked for this; only the page that is served here may."
LOOKED_AHEAD = "A link is for a person to open; this was asked for by a page, for something in it."
HERE_ALREADY = "This link opens nothing any more, but this browser has been let in."

T = TypeVar("T")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Web:
    """The web application for some seats of one session. `say` tells the facilitator who came; no secret is in it.
    `stay` is told which connections are screens."""

    def __init__(
        self,
        gate: Gate,
        place: Place,
        seats: Sequence[Seat],
        session: tuple[str, str],
        environ: Mapping[str, str],
        limits: Limits,
        say: Callable[[str], None],
        stay: Callable[[web.Request], None],
    ) -> None:
        self._gate, self._place, self._limits, self._environ = gate, place, limits, environ
        self._seats = {seat.id: seat for seat in seats}
        self._home, self._session = session
        self._say, self._stay = say, stay
        self._visits = Visits(gate, limits, say)
        self._open: set[asyncio.Task[None]] = set()

    def application(self) -> web.Application:
        """The addresses. There is none for downloads, no list of files, and nothing that takes anything but GET,
        except a link: whatever only looks at it, a chat for its preview, presses no button."""
        application = web.Application(middlewares=[self._guard], client_max_size=1024)
        application.on_response_prepare.append(self._secure)
        get = partial(application.router.add_get, allow_head=False)
        get("/", self._front)
        for name, kind in OWN.items():
            get(f"/{name}", partial(self._own, name, kind))
        get("/link/{token}", self._link)
        application.router.add_post("/link/{token}", self._enter)
        get("/static/{name:.+}", self._static)
        for seat in self._seats.values():
            get(f"/{seat.id}/", partial(self._page, seat))
            get(f"/{seat.id}/ws", partial(self._socket, seat))
        return application

    async def end(self) -> None:
        """Ends every screen that is open, and waits until nothing is left of them."""
        self._visits.end()
        if self._open:
            await asyncio.wait(self._open)

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            if request.headers.getall("Host", []) not in [[host] for host in self._place.hosts]:
                raise TurnedAway(421, WRONG_HOST)
            if not set(request.headers.getall("Origin", [])) <= {self._own_origin(request)}:
                raise TurnedAway(403, WRONG_ORIGIN)
            return await handler(request)
        except TurnedAway as turned:
            wait = {"Retry-After": "60"} if turned.status in (429, 503) else None
            return web.Response(
                text=words_page(turned.words), status=turned.status, content_type="text/html", headers=wait
            )

    async def _secure(self, request: web.Request, response: web.StreamResponse) -> None:
        # The words of a wrong Host are not repeated in a header of ours.
        secured(response, self._sockets(request) if request.host in self._place.hosts else "")

    async def _front(self, request: web.Request) -> web.StreamResponse:
        """Whoever has one ticket or more goes on to the first of its seats."""
        if (seat := self._seat_of(request)) is None:
            raise TurnedAway(403, NO_TICKET)
        raise web.HTTPSeeOther(f"/{seat.id}/")

    async def _own(self, name: str, kind: str, request: web.Request) -> web.StreamResponse:
        return web.FileResponse(HERE / name, headers={"Content-Type": f"{kind}; charset=utf-8"})

    async def _link(self, request: web.Request) -> web.StreamResponse:
        """What stands behind a link: a button."""
        if request.headers.get("Sec-Fetch-Dest", "document") != "document":
            raise TurnedAway(403, LOOKED_AHEAD)  # another site's page could use up the tries of its own browser
        try:
            seat = self._tried(request, self._gate.look)
        except TurnedAway as turned:
            if turned.status != 403 or (own := self._seat_of(request)) is None:
                raise
            return web.Response(text=words_page(HERE_ALREADY, own), status=403, content_type="text/html")
        text = link_page(self._seats[seat])
        # The button's page has to say which origin it is of; its address stays out of every Referer all the same.
        return web.Response(text=text, content_type="text/html", headers={"Referrer-Policy": "strict-origin"})

    async def _enter(self, request: web.Request) -> web.StreamResponse:
        """The button was pressed: the link becomes a cookie."""
        self._of_our_page(request)
        ticket, secret = self._tried(request, self._gate.take)
        seat = self._seats[ticket.seat]
        self._say(f"{seat.called} was opened from {request.remote}.")
        response = web.Response(status=303, headers={"Location": f"/{seat.id}/"})
        response.set_cookie(
            self._cookie(seat),
            secret,
            max_age=self._limits.ticket_hours * 3600,
            path="/",
            httponly=True,
            secure=self._place.secure,
            samesite="Strict",
        )
        return response

    def _tried(self, request: web.Request, door: Callable[[str, str], T]) -> T:
        whence = request.remote or ""
        try:
            return door(request.match_info["token"], neighbour(whence))
        except TurnedAway as turned:
            if self._seat_of(request) is None:  # whoever is in already went one page back
                self._say(f"A link was tried from {whence} and opened nothing.")
            raise turned from None

    async def _page(self, seat: Seat, request: web.Request) -> web.StreamResponse:
        self._gate.has_room(self._ticket(request, seat))
        wanted = request.query.get("fontsize")
        size = asked(wanted, LETTERS_USUAL, LETTERS)
        text = screen_page(seat, f"{self._sockets(request)}/{seat.id}/ws", size, chosen=wanted is not None)
        return web.Response(text=text, content_type="text/html")

    async def _static(self, request: web.Request) -> web.StreamResponse:
        if self._seat_of(request) is None:
            raise TurnedAway(403, NO_TICKET)
        file, kind = FILES.get(request.match_info["name"], ("", ""))
        if not file:
            raise web.HTTPNotFound
        return web.FileResponse(STATIC / file, headers={"Content-Type": kind})

    async def _socket(self, seat: Seat, request: web.Request) -> web.StreamResponse:
        self._of_our_page(request)
        ticket = self._ticket(request, seat)
        page = web.WebSocketResponse(
            heartbeat=self._limits.heartbeat_seconds,
            max_msg_size=self._limits.message_bytes,
            compress=False,
            timeout=CLOSING_SECONDS,
        )
        if not page.can_prepare(request):
            raise web.HTTPBadRequest
        task = asyncio.create_task(self._run(seat, ticket, request, page))
        self._open.add(task)
        task.add_done_callback(self._open.discard)
        # What happens to this request must not keep the program behind it from being ended in order.
        await asyncio.shield(task)
        return page

    async def _run(self, seat: Seat, ticket: Ticket, request: web.Request, page: web.WebSocketResponse) -> None:
        tab = request.query.get("tab", "")
        tab = tab if TAB.fullmatch(tab) else ""
        async with self._visits.visit(seat, ticket, tab, request.remote or "") as visit:
            await page.prepare(request)
            self._stay(request)
            columns = asked(request.query.get("width"), 80, COLUMNS)
            rows = asked(request.query.get("height"), 24, ROWS)
            argv = command_line(seat, self._home, self._session)
            try:
                program = await ScreenProcess.started(argv, self._environ, columns, rows)
            except OSError as problem:
                self._say(f"{seat.called} could not be started: {problem.strerror or problem}.")
                await page.close(code=NOT_STARTED)
                return
            leaving = self._limits.leaving_seconds
            await OpenScreen(page, program, visit, lambda: self._gate.holds(ticket), leaving).run()
            if program.last_words:
                self._say(f"{seat.called} has ended: {program.last_words}")

    def _of_our_page(self, request: web.Request) -> None:
        """Raises TurnedAway (403) where the browser does not say that a page of ours asks for this."""
        if request.headers.getall("Origin", []) != [self._own_origin(request)]:
            raise TurnedAway(403, WRONG_ORIGIN)

    def _ticket(self, request: web.Request, seat: Seat) -> Ticket:
        return self._gate.ticket(seat.id, request.cookies.get(self._cookie(seat), ""))

    def _seat_of(self, request: web.Request) -> Seat | None:
        """The first seat that this browser has been let in to."""
        for seat in self._seats.values():
            with suppress(TurnedAway):
                self._ticket(request, seat)
                return seat
        return None

    def _cookie(self, seat: Seat) -> str:
        """One for every port and seat: browsers tell neither apart. The prefix keeps other hosts of a domain out."""
        return f"{'__Host-' if self._place.secure else ''}lcterm-{self._place.port}-{seat.id}"

    def _own_origin(self, request: web.Request) -> str:
        return f"{self._place.scheme}://{request.host}"

    def _sockets(self, request: web.Request) -> str:
        return f"{'wss' if self._place.secure else 'ws'}://{request.host}"
