"""One page in a browser: its web socket on one side, its program on the other. Whichever ends first, both end."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from aiohttp import WSMsgType, web

from lcterm.serving.codes import ENDED, OVER, UNFIT
from lcterm.serving.messages import Focused, Pinged, Resized, Said, Typed, Unfit, understood
from lcterm.serving.pace import Pace
from lcterm.serving.process import ScreenProcess
from lcterm.serving.visits import Visit

LOOKS_SECONDS = 1.0
"""How often it is asked whether the browser is still let in."""


class OpenScreen:
    """A screen while it is open. `let_in` says whether its ticket still holds."""

    def __init__(
        self,
        page: web.WebSocketResponse,
        program: ScreenProcess,
        visit: Visit,
        let_in: Callable[[], bool],
        leaving_seconds: float,
    ) -> None:
        self._page, self._program, self._visit = page, program, visit
        self._let_in, self._leaving_seconds = let_in, leaving_seconds

    async def run(self) -> None:
        """Until the page, the program or the right to be here ends; then nothing of it is left."""
        tasks = [asyncio.create_task(work) for work in (self._hear(), self._show(), self._watch())]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._visit.leaving = True
            for task in tasks:
                task.cancel()
            results = await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.gather(self._close(), self._program.stop(self._leaving_seconds))
        for result in results:
            if isinstance(result, Exception) and not isinstance(result, ConnectionError):
                raise result

    async def _hear(self) -> None:
        """What the browser says goes to the program, no faster than a person and a page can mean it."""
        pace = Pace(asyncio.get_running_loop().time)
        async for message in self._page:
            try:
                if message.type is not WSMsgType.TEXT:
                    raise Unfit("not text")
                said = understood(message.data)
                await asyncio.sleep(pace.wait_for(said))
            except Unfit:
                self._visit.end(UNFIT)
                return
            if not await self._pass_on(said):
                return

    async def _pass_on(self, said: Said) -> bool:
        match said:
            case Typed(data):
                return await self._program.type(data)
            case Resized(columns, rows):
                return await self._program.resize(columns, rows)
            case Focused(front):
                return await self._program.focus(front)
            case Pinged(text):
                await self._page.send_json(["pong", text])
                return True

    async def _show(self) -> None:
        async for picture in self._program.pictures():
            await self._page.send_bytes(picture)
        self._visit.end(ENDED)

    async def _watch(self) -> None:
        # A browser that answers no more has its page closed here, while words of its own may still be waiting.
        while self._let_in() and not self._page.closed and not self._visit.over.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._visit.over.wait(), LOOKS_SECONDS)
        self._visit.end(OVER)

    async def _close(self) -> None:
        with suppress(ConnectionError):
            await self._page.close(code=self._visit.code or ENDED)
