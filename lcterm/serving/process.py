"""The program behind one screen: it draws and takes keys over pipes, in the packets that textual-serve speaks."""

import asyncio
import os
import subprocess
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec
from textual_serve.app_service import AppService

import lcterm
from lcterm.serving.seats import DRIVER

PRELUDE = b"__GANGLION__\n"
"""The line with which a program of Textual's begins."""
LINES_BEFORE_IT = 10
OURS = str(Path(lcterm.__file__).parents[1])
"""Where this lcterm lies: a screen is drawn by the same one."""
PACKET_MAX = 16 * 1024 * 1024
LAST_WORDS_MAX = 4096
STUCK_SECONDS, HANG_UP_SECONDS = 10.0, 2.0

KEPT = (
    *("PATH", "HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP"),
    *("LANG", "LC_ALL", "LC_CTYPE", "TZ", "PYTHONPATH", "PYTHONUTF8", "LCTERM_THEME", "NO_COLOR"),
    *("LCTERM_MOTION", "LCTERM_CLOCK", "LCTERM_SIGNS", "LCTERM_BELL"),
    *("LCTERM_HUB_DSN", "LCTERM_PRIVATE", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"),
)
"""What a screen's program is told of our environment: places, language, time zone, colours; where the hub is, or the
keyring that knows."""


class _Meta(msgspec.Struct):
    type: str


def environment(environ: Mapping[str, str], columns: int, rows: int) -> dict[str, str]:
    """What the program is told: no more than it needs."""
    kept = {name: environ[name] for name in KEPT if name in environ}
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, (OURS, kept.get("PYTHONPATH", ""))))
    drawn = {"TEXTUAL_DRIVER": DRIVER, "TEXTUAL_COLOR_SYSTEM": "truecolor"}
    return {**kept, **drawn, "COLUMNS": str(columns), "ROWS": str(rows)}


class ScreenProcess:
    """A running program, from `started` to `stop`. Nothing of it is left after that, whatever it was doing."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._last_words = b""
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    async def started(cls, argv: Sequence[str], environ: Mapping[str, str], columns: int, rows: int) -> "ScreenProcess":
        """Starts it for a page of so many cells. Raises OSError where that cannot be."""
        pipe = subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *argv,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            env=environment(environ, columns, rows),
            start_new_session=sys.platform != "win32",  # ctrl+c in our terminal is ours to pass on, in order
        )
        return cls(process)

    @property
    def last_words(self) -> str:
        """The last line of what it said beside its picture; "" where it said nothing, or ended as it should."""
        lines = self._last_words.decode("utf-8", "replace").split("\n")
        said = [line.strip() for line in lines if line.strip()]
        return said[-1] if said and self._process.returncode else ""

    async def pictures(self) -> AsyncIterator[bytes]:
        """What it draws, until it ends or says that it does."""
        output = self._process.stdout
        if output is None or not await _begun(output):
            return
        while True:
            try:
                head = await output.readexactly(5)
                size = int.from_bytes(head[1:], "big")
                if size > PACKET_MAX:
                    return
                payload = await output.readexactly(size)
            except asyncio.IncompleteReadError:
                return
            if head[:1] == b"D":
                yield payload
            elif head[:1] == b"M" and msgspec.json.decode(payload, type=_Meta).type == "exit":
                return

    async def type(self, data: bytes) -> bool:
        """Keys for it. Whether it took them: False when it is gone, or takes nothing any more."""
        return await self._send(b"D", data) if data else True

    async def resize(self, columns: int, rows: int) -> bool:
        """The page has another size; whether it took that."""
        return await self._send_meta({"type": "resize", "width": columns, "height": rows})

    async def focus(self, front: bool) -> bool:
        """The page came to the front, or went; whether it took that."""
        return await self._send_meta({"type": "focus" if front else "blur"})

    async def stop(self, seconds: float) -> None:
        """Asks it to leave in order and sees that it does: after so many seconds it is made to, at last it is killed.
        What it had accepted is kept by then, as when a terminal goes."""
        if self._process.returncode is None:
            await self._send_meta({"type": "quit"})
        draining = asyncio.create_task(self._drain())
        try:
            if not await self._ended(seconds):
                self._hang_up()
                if not await self._ended(HANG_UP_SECONDS):
                    self._process.kill()
                    await self._ended(HANG_UP_SECONDS)
        finally:
            for task in (draining, self._listening):
                task.cancel()
            await asyncio.gather(draining, self._listening, return_exceptions=True)

    async def _send(self, kind: Literal[b"D", b"M"], payload: bytes) -> bool:
        pipe = self._process.stdin
        if pipe is None or pipe.is_closing():
            return False
        try:
            pipe.write(AppService.encode_packet(kind, payload))
            await asyncio.wait_for(pipe.drain(), STUCK_SECONDS)
        except (ConnectionError, TimeoutError, RuntimeError):
            return False
        return True

    async def _send_meta(self, said: Mapping[str, str | int]) -> bool:
        return await self._send(b"M", msgspec.json.encode(said))

    async def _ended(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._process.wait(), seconds)
        return self._process.returncode is not None

    def _hang_up(self) -> None:
        """The signal of a terminal that is gone, which is obeyed within a second even where the screen is stuck."""
        with suppress(ProcessLookupError):
            if sys.platform == "win32":
                self._process.terminate()
            else:
                import signal

                self._process.send_signal(signal.SIGHUP)

    async def _drain(self) -> None:
        """Takes what nobody looks at any more: a program that waits for its picture to be taken cannot leave."""
        while self._process.stdout is not None and await self._process.stdout.read(65536):
            continue

    async def _listen(self) -> None:
        while self._process.stderr is not None and (heard := await self._process.stderr.read(4096)):
            self._last_words = (self._last_words + heard)[-LAST_WORDS_MAX:]


async def _begun(output: asyncio.StreamReader) -> bool:
    for _ in range(LINES_BEFORE_IT):
        try:
            line = await output.readline()
        except ValueError:  # a line without an end
            return False
        if line == PRELUDE or not line:
            return bool(line)
    return False
