"""Headless Chromium, driven over its own protocol; what a page's socket brings is drawn as text.

async with Chromium(browser) as chromium:
    page = await chromium.page()
    await page.go(link)
    await page.wait_for("Not started")
    await page.press("h", "j")
"""

import asyncio
import base64
import os
import re
import shutil
import subprocess
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

from tests.terminal_screen import View

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = f"no browser here: none of {', '.join(NAMES)}, and no CHROME"
FLAGS = (
    *("--headless=new", "--remote-debugging-port=0", "--no-first-run", "--no-default-browser-check"),
    *("--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-extensions"),
    "--window-size=1280,800",
)
PATIENCE = 40.0
NAMED_KEYS = {
    "enter": ("Enter", "Enter", 13, "\r"),
    "esc": ("Escape", "Escape", 27, ""),
    **{f"F{number}": (f"F{number}", f"F{number}", 111 + number, "") for number in range(1, 13)},
}
CONTROL = 2


def found() -> str | None:
    """The browser to test with: CHROME's, else the first that is installed; None where there is none."""
    return os.environ.get("CHROME") or next((path for name in NAMES if (path := shutil.which(name))), None)


class PageLeft(Exception):
    """The page that was asked went away before it had answered: another comes, or the tab is closed."""


class Page:
    """A tab: its target's session, everything its sockets received, and what the console complained of."""

    def __init__(self, chromium: "Chromium", session: str) -> None:
        self._chromium, self.session = chromium, session
        self._view = View(80, 24)
        self._received = b""
        self.complaints: list[str] = []
        self.asked_for: list[str] = []

    async def call(self, method: str, **parameters: Any) -> Any:
        return await self._chromium.call(method, self.session, **parameters)

    async def go(self, address: str) -> None:
        await self.call("Page.navigate", url=address)

    async def enter(self, link: str) -> None:
        """Opens a link and presses its button."""
        await self.go(link)
        await self.until("document.readyState === 'complete' && !!document.querySelector('.go')", True)
        await self.evaluate("document.querySelector('.go').click()")

    async def evaluate(self, script: str) -> Any:
        """The value of a script, or of what it promises, in the page. Raises PageLeft."""
        done = await self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    async def until(self, script: str, wanted: object) -> None:
        """Waits until a script answers that, in this page or the one that comes after it."""
        deadline, seen = time.monotonic() + PATIENCE, None
        while time.monotonic() < deadline:
            try:
                seen = await self.evaluate(script)
            except PageLeft:
                continue
            if seen == wanted:
                return
            await asyncio.sleep(0.02)  # what a page does with itself is told to nobody
        raise AssertionError(f"{script} is {seen!r}, not {wanted!r}")

    async def press(self, *keys: str) -> None:
        """Presses keys, one after the other, as a person at this page would: "h", "F5", "ctrl+o"."""
        for key in keys:
            plain = key.removeprefix("ctrl+")
            name, code, number, text = NAMED_KEYS.get(plain, (plain, "", ord(plain[0].upper()), plain))
            held = CONTROL if plain != key else 0
            said = {"key": name, "code": code, "windowsVirtualKeyCode": number, "modifiers": held}
            await self.call("Input.dispatchKeyEvent", type="keyDown", text="" if held else text, **said)
            await self.call("Input.dispatchKeyEvent", type="keyUp", **said)

    async def shaped(self, width: int, height: int, *, touched: bool = False) -> None:
        """The page gets another size; `touched`: as on a tablet, where a finger is all there is to point with."""
        await self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=touched
        )
        await self.call("Emulation.setTouchEmulationEnabled", enabled=touched)

    async def wait_for(self, pattern: str) -> str:
        """Waits until this is on the terminal in the page; its text."""
        await self._chromium.until(lambda: re.search(pattern, self.text(), re.MULTILINE), pattern)
        return self.text()

    def text(self) -> str:
        return "\n".join(self._view.lines())

    def heard(self, method: str, said: dict[str, Any]) -> None:
        """An event of this page's."""
        if method == "Network.webSocketCreated":
            size = re.search(r"width=(\d+)&height=(\d+)", said["url"])
            self._view = View(*map(int, size.groups())) if size else View(80, 24)
        elif method == "Network.webSocketFrameReceived" and said["response"]["opcode"] == 2:
            self._view.feed(base64.b64decode(said["response"]["payloadData"]))
        elif method == "Network.requestWillBeSent":
            self.asked_for.append(said["request"]["url"])
        elif method in ("Log.entryAdded", "Runtime.exceptionThrown"):
            self.complaints.append(str(said))


class Browser:
    """A browser that runs, with a profile of its own in `folder`."""

    def __init__(self, folder: Path) -> None:
        program = found()
        assert program is not None
        as_root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
        self._process = subprocess.Popen(
            [program, *FLAGS, *as_root, f"--user-data-dir={folder / 'profile'}", "about:blank"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        self.address = self._listens()

    def _listens(self) -> str:
        """Where it listens: the first thing it says, among other words."""
        assert self._process.stderr is not None
        for line in self._process.stderr:
            if found := re.search(rb"DevTools listening on (ws://\S+)", line):
                threading.Thread(target=self._process.stderr.read, daemon=True).start()  # it must never wait for us
                return found[1].decode()
        raise AssertionError("the browser ended before it listened")

    def close(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        assert self._process.stderr is not None
        self._process.stderr.close()


class Chromium:
    """A browser as a stranger finds it: with cookies, permissions and windows of its own, which end with it."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._pages: dict[str, Page] = {}
        self._news = asyncio.Event()

    async def __aenter__(self) -> Self:
        self._web = aiohttp.ClientSession()
        self._socket = await self._web.ws_connect(self._browser.address, max_msg_size=0)
        self._hearing = asyncio.create_task(self._hear())
        self._own = (await self.call("Target.createBrowserContext"))["browserContextId"]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.call("Target.disposeBrowserContext", browserContextId=self._own)
        self._hearing.cancel()
        await asyncio.gather(self._hearing, return_exceptions=True)
        await self._socket.close()
        await self._web.close()

    async def grant(self, *permissions: str) -> None:
        """What pages may do without asking."""
        await self.call("Browser.grantPermissions", permissions=permissions, browserContextId=self._own)

    async def page(self) -> Page:
        """A new tab, in front, listened to."""
        target = (await self.call("Target.createTarget", url="about:blank", browserContextId=self._own))["targetId"]
        session = (await self.call("Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
        page = self._pages[session] = Page(self, session)
        for domain in ("Page", "Network", "Runtime", "Log"):
            await page.call(f"{domain}.enable")
        return page

    async def call(self, method: str, session: str = "", **parameters: Any) -> Any:
        """Asks the browser, or one of its tabs, for something; what it answers."""
        number = len(self._answers) + 1
        future = self._answers[number] = asyncio.get_running_loop().create_future()
        asked = {"id": number, "method": method, "params": parameters}
        await self._socket.send_json({**asked, "sessionId": session} if session else asked)
        answer = await asyncio.wait_for(future, PATIENCE)
        if "navigated or closed" in answer.get("error", {}).get("message", ""):
            raise PageLeft(method)
        assert "error" not in answer, (method, answer)
        return answer["result"]

    async def until(self, wanted: Any, what: str) -> Any:
        """Looks again whenever the browser has said something, until `wanted` says yes."""
        deadline = time.monotonic() + PATIENCE
        while not (value := wanted()):
            self._news.clear()
            left = deadline - time.monotonic()
            texts = "\n\n".join(f"{page.text()}\n{page.complaints}" for page in self._pages.values())
            assert left > 0, f"waited for {what}:\n{texts}"
            with_limit = asyncio.wait_for(self._news.wait(), left)
            await asyncio.gather(with_limit, return_exceptions=True)
        return value

    async def _hear(self) -> None:
        async for message in self._socket:
            said = message.json()
            if "id" in said:
                self._answers[said["id"]].set_result(said)
            elif (page := self._pages.get(said.get("sessionId", ""))) is not None:
                page.heard(said["method"], said["params"])
            self._news.set()
