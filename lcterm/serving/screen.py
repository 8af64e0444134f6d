"""One page in a browser: its web socket on one side, its program on the other. Whichever ends first, both end."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from aiohttp import WSCloseCode, WSMsgType, web

from lcterm.serving.messages import Focused, Pinged, Resized, Typed, Unfit, understood
from lcterm.serving.process import ScreenProcess

LOOKS_SECONDS = 1.0
"""How often it is asked whether the browser is still let in."""


class OpenScreen:
    """A screen while it is open. `let_in` says whether its ticket still holds; `stopping` is set when all ends."""

    def __init__(
        self,
        page: web.WebSocketResponse,
        program: ScreenProcess,
        let_in: Callable[[], bool],
        stopping: asyncio.Event,
        leaving_seconds: float,
    ) -> None:
        self._page, self._program = page, program
        self._let_in, self._stopping = let_in, stopping
        self._leaving_seconds = leaving_seconds

    async def run(self) -> None:
        """Until the page, the program or the right to be here ends; then nothing of it is left."""
        tasks = [asyncio.create_task(work) for work in (self._hear(), self._show(), self._watch())]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            results = await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.gather(self._close(), self._program.stop(self._leaving_seconds))
        for result in results:
            if isinstance(result, Exception) and not isinstance(result, ConnectionError | Unfit):
                raise result

    async def _hear(self) -> None:
        """What the browser says goes to the program. Raises Unfit for what no page of ours says."""
        async for message in self._page:
            if message.type is not WSMsgType.TEXT:
                raise Unfit("not text")
            match understood(message.data):
                case Typed(data):
                    taken = await self._program.type(data)
                case Resized(columns, rows):
                    taken = await self._program.resize(columns, rows)
                case Focused(front):
                    taken = await self._program.focus(front)
                case Pinged(text):
                    await self._page.send_json(["pong", text])
                    taken = True
            if not taken:
                return

    async def _show(self) -> None:
        async for picture in self._program.pictures():
            await self._page.send_bytes(picture)

    async def _watch(self) -> None:
        while self._let_in() and not self._stopping.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), LOOKS_SECONDS)

    async def _close(self) -> None:
        with suppress(ConnectionError):
            await self._page.close(code=WSCloseCode.GOING_AWAY)
