"""A running `lcterm serve`, and a browser's part played by hand.

    with House(clock, "--seat", "board") as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")

Nothing sleeps: every wait ends when what it waits for has come.
"""

import asyncio
import json
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

from tests.clock_program import TestClock
from tests.terminal_line import environment
from tests.terminal_screen import View

PROGRAM = Path(__file__).with_name("served_program.py")
PATIENCE = 15.0
PROCESSES = Path("/proc")
"""Where a system tells of its processes without a program that asks it, if it does so."""


class House:
    """A server process on the test's clock. `limits` are those that the test wants otherwise."""

    def __init__(self, clock: TestClock, *argv: str, port: int = 0, **limits: Any) -> None:
        command = [sys.executable, str(PROGRAM), str(clock.path), json.dumps(limits)]
        self.process = subprocess.Popen(
            [*command, "serve", "--port", str(port), *argv],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment({"PYTHONIOENCODING": "utf-8", "SECRET_OF_MINE": "not for a screen"}),
        )
        self.out, self.err = "", ""
        self._news = threading.Condition()
        self._readers = [threading.Thread(target=self._read, args=(name,), daemon=True) for name in ("out", "err")]
        for reader in self._readers:
            reader.start()

    def __enter__(self) -> Self:
        try:
            self.wait_for("opens once|Opens once")
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def wait_for(self, pattern: str, times: int = 1) -> re.Match[str]:
        """Waits until this was said so often on either stream; the last match."""
        seen: list[re.Match[str]] = []

        def said() -> bool:
            seen[:] = re.finditer(pattern, self.out + self.err, re.MULTILINE)
            return len(seen) >= times or self.process.poll() is not None

        with self._news:
            self._news.wait_for(said, PATIENCE)
        assert len(seen) >= times, f"{pattern!r} was not said {times} times:\n{self.out}\n{self.err}"
        return seen[-1]

    def links(self, seat: str) -> list[str]:
        """The links that were printed for a seat, the latest last."""
        return re.findall(rf"^{seat}: .*\n  (\S+)$", self.out, re.MULTILINE)

    def press_enter(self) -> None:
        """Asks for new links, and waits for them."""
        before = self.out.count("Opens once")
        assert self.process.stdin is not None
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()
        self.wait_for("Opens once", before + 1)

    @property
    def origin(self) -> str:
        """Scheme, host and port, as in the links."""
        found = re.search(r"(https?://[^/\s]+)/link/", self.wait_for(r"^  https?://\S+$")[0])
        assert found
        return found[1]

    @property
    def port(self) -> int:
        return int(self.origin.rpartition(":")[2])

    def screens(self) -> set[int]:
        """The process ids of the programs behind the screens that are open."""
        return _children(self.process.pid)

    async def wait_for_screens(self, count: int) -> set[int]:
        """Waits until so many programs run behind screens."""
        deadline = time.monotonic() + PATIENCE
        while len(found := self.screens()) != count:
            assert time.monotonic() < deadline, f"{len(found)} screens instead of {count}:\n{self.out}{self.err}"
            await asyncio.sleep(0.02)  # a process's end is told to nobody but its parent
        return found

    def stop(self, number: int = signal.SIGINT) -> int:
        """Ends the server as ctrl+c does; its exit code."""
        self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        for reader in self._readers:
            reader.join(5)
        return code

    def _read(self, name: str) -> None:
        stream = self.process.stdout if name == "out" else self.process.stderr
        assert stream is not None
        for line in stream:
            with self._news:
                setattr(self, name, getattr(self, name) + line.decode())
                self._news.notify_all()
        with self._news:
            self._news.notify_all()

    def _close(self) -> None:
        if self.process.poll() is None:
            with suppress(subprocess.TimeoutExpired):
                self.stop(signal.SIGTERM)
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()


class Visitor:
    """A browser: its cookies, and the address it thinks it is at."""

    def __init__(self, house: House, **connector: Any) -> None:
        self.house, self.origin = house, house.origin
        self._connector = connector
        self.entered = ""

    async def __aenter__(self) -> Self:
        self.web = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True), connector=aiohttp.TCPConnector(**self._connector)
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.web.close()

    async def get(self, path: str, **headers: str) -> tuple[int, str, Mapping[str, str]]:
        """Status, text and headers of an answer; `path` may be a whole link."""
        address = path if path.startswith("http") else self.origin + path
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.web.get(address, headers=named, allow_redirects=False) as answer:
            return answer.status, await answer.text(errors="replace"), answer.headers

    async def post(self, path: str, **headers: str) -> tuple[int, str, Mapping[str, str]]:
        """The same for the button of a page; with the Origin that browsers send, unless `headers` say another one."""
        address = path if path.startswith("http") else self.origin + path
        named = {"Origin": self.origin} | {name.replace("_", "-"): value for name, value in headers.items()}
        named = {name: value for name, value in named.items() if value}
        async with self.web.post(address, headers=named, allow_redirects=False) as answer:
            return answer.status, await answer.text(errors="replace"), answer.headers

    async def enter(self, seat: str) -> str:
        """Opens the latest link of a seat and presses its button; the cookie's header."""
        link = self.house.links(seat)[-1]
        status, text, _ = await self.get(link)
        assert status == 200, text
        status, text, headers = await self.post(link)
        assert (status, headers.get("Location")) == (303, f"/{seat}/"), text
        self.entered = headers["Set-Cookie"]
        return self.entered

    def screen(
        self, seat: str, size: tuple[int, int] = (120, 36), origin: str | None = None, tab: str = ""
    ) -> "Screen":
        """A page of this browser; not opened yet."""
        return Screen(self, seat, size, self.origin if origin is None else origin, tab)


class Screen:
    """A page with a screen in it: what it shows, and the keys pressed in it."""

    def __init__(self, visitor: Visitor, seat: str, size: tuple[int, int], origin: str, tab: str) -> None:
        self._visitor, self._origin, self._size = visitor, origin, size
        self._path = f"/{seat}/ws?width={size[0]}&height={size[1]}&tab={tab}"
        self._view = View(*size)
        self.received = b""

    async def __aenter__(self) -> Self:
        headers = {"Origin": self._origin} if self._origin else {}
        address = self._visitor.origin + self._path
        self.socket = await self._visitor.web.ws_connect(address, headers=headers, max_msg_size=0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.socket.close()

    async def press(self, text: str) -> None:
        """Keys as the page sends them."""
        await self.socket.send_json(["stdin", text])

    def text(self) -> str:
        return "\n".join(self._view.lines())

    async def wait_for(self, pattern: str) -> str:
        """Waits until this is on the screen; its text."""
        deadline = time.monotonic() + PATIENCE
        while not re.search(pattern, self.text(), re.MULTILINE):
            try:
                message = await self.socket.receive(max(0.01, deadline - time.monotonic()))
            except TimeoutError:
                raise AssertionError(f"waited {PATIENCE} s for {pattern!r}:\n{self.text()}") from None
            assert message.type is aiohttp.WSMsgType.BINARY, f"{message}: no {pattern!r} in\n{self.text()}"
            self.received += message.data
            self._view.feed(message.data)
        return self.text()

    async def wait_closed(self) -> int:
        """Waits until the other side closes; the code it gives."""
        while (await self.socket.receive(PATIENCE)).type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT):
            continue
        assert self.socket.close_code is not None
        return self.socket.close_code


def _children(parent: int) -> set[int]:
    return {pid for pid, (owner, state) in _processes().items() if owner == parent and state != "Z"}


def running(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    return _processes(str(pid)).get(pid, (0, "Z"))[1] != "Z"


def _processes(number: str = "[0-9]*") -> dict[int, tuple[int, str]]:
    """Whose children processes are, and how they are, by their ids: all of them, or the one with this `number`."""
    if not PROCESSES.is_dir():
        which = ["-A"] if number == "[0-9]*" else ["-p", number]
        command = ["ps", *which, "-o", "pid=,ppid=,stat="]
        listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        rows = [line.split() for line in listed.splitlines()]
        return {int(pid): (int(owner), state[0]) for pid, owner, state in rows}
    found = {}
    for path in PROCESSES.glob(f"{number}/stat"):
        with suppress(OSError):  # it has ended meanwhile
            state, owner = path.read_text(errors="replace").rpartition(")")[2].split()[:2]
            found[int(path.parent.name)] = (int(owner), state)
    return found
