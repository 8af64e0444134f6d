"""The page around the terminal, in a real browser: its keys, coming back, a tablet."""

import asyncio

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.serving.chromium import MISSING, Chromium, found
from tests.serving.house import House, running

pytestmark = pytest.mark.skipif(found() is None, reason=MISSING)

LISTEN = """
window.seen = {};
window.addEventListener("keydown", (event) => setTimeout(() => {
  seen[(event.ctrlKey ? "ctrl+" : "") + event.key] = event.defaultPrevented;
}), true);
"""
SHOWN = "[...document.querySelectorAll('.closed p.shown')].map((one) => one.textContent).join()"


async def test_keys_reach_the_seat_and_not_the_browser(planned: Shell, clock: TestClock, chromium: Chromium) -> None:
    """F5 would load the page again, ctrl+r too; F3 and ctrl+f would look for words in it, ctrl+o open a file."""
    with House(clock, "--seat", "notes") as house:
        page = await chromium.page()
        await page.enter(house.links("notes")[-1])
        await page.wait_for("Not started")
        await page.evaluate(LISTEN)
        await page.press("F5")
        await page.wait_for("left of 5")
        await page.press("F2", "j")
        await page.wait_for("Jonas has a hand up")
        await page.press("ctrl+g")
        await page.wait_for("► Jonas")
        await page.press("ctrl+o")
        await page.wait_for("Esc")
        await page.press("esc", *(f"F{number}" for number in range(1, 13)), *(f"ctrl+{key}" for key in "frgonptwlsuk"))
        await page.until("Object.keys(seen).length", 26)
        assert await page.evaluate("Object.keys(seen).filter((key) => !seen[key]).join()") == ""


async def test_zoom_and_paste_stay_the_browsers_own(planned: Shell, clock: TestClock, chromium: Chromium) -> None:
    with House(clock, "--seat", "notes") as house:
        page = await chromium.page()
        await page.enter(house.links("notes")[-1])
        await page.wait_for("Not started")
        await page.evaluate(LISTEN)
        await page.press("ctrl+0", "ctrl+v")
        await page.until("JSON.stringify(seen)", '{"ctrl+0":false,"ctrl+v":false}')
        await page.evaluate(
            "{const data = new DataTransfer(); data.setData('text/plain', 'l From elsewhere'); document.activeElement"
            ".dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true})); 0}"
        )
        await page.wait_for("From elsewhere")


async def test_a_page_that_is_loaded_again_goes_on(planned: Shell, clock: TestClock, chromium: Chromium) -> None:
    with House(clock, away_seconds=60.0) as house:
        page = await chromium.page()
        await page.enter(house.links("board")[-1])
        await page.wait_for("Not started")
        await page.press("t")
        await page.wait_for("left of 5")
        (program,) = house.screens()
        await page.call("Page.reload")
        await chromium.until(lambda: not running(program), "the old program to leave")
        await page.wait_for("left of 5")
        assert len(house.screens()) == 1
        await page.press("u")
        await page.wait_for("Not started")


async def test_a_page_whose_network_went_comes_back_by_itself(
    planned: Shell, clock: TestClock, chromium: Chromium
) -> None:
    with House(clock, "--name", "127.0.0.2") as house:
        async with Wire(house.port) as wire:
            page = await chromium.page()
            await page.enter(house.links("board")[-1])
            await page.wait_for("Not started")
            await page.press("t")
            await page.wait_for("left of 5")
            await wire.cut()
            await page.until(f"{SHOWN}.startsWith('The connection is gone')", True)
            clock.advance(60)
            await wire.mend()
            await page.wait_for("4:00 left of 5")
            await page.press("u")
            await page.wait_for("Not started")


class Wire:
    """Between a browser at 127.0.0.2 and the server at 127.0.0.1: it can be cut, and mended."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._writers: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> "Wire":
        try:
            await self.mend()
        except OSError:
            pytest.skip("this system has one loopback address only")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.cut()

    async def mend(self) -> None:
        self._server = await asyncio.start_server(self._join, "127.0.0.2", self._port)

    async def cut(self) -> None:
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        await self._server.wait_closed()

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner, outer = await asyncio.open_connection("127.0.0.1", self._port)
        both = {writer, outer}
        self._writers |= both
        await asyncio.gather(_pass(reader, outer), _pass(inner, writer), return_exceptions=True)
        self._writers -= both


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    finally:
        writer.close()


async def test_why_a_screen_ended_is_said_and_the_way_back_is_there(
    planned: Shell, clock: TestClock, chromium: Chromium
) -> None:
    with House(clock) as house:
        page = await chromium.page()
        await page.enter(house.links("board")[-1])
        await page.wait_for("Not started")
        await page.press("q", "q")
        await page.until(SHOWN, "This screen has ended. The session goes on without it.")
        await page.evaluate("document.querySelector('.closed a').click()")
        await page.until("document.body?.matches('.-first-byte:not(.-over)')", True)
        assert house.stop() == 0
        await page.until(f"{SHOWN}.slice(0, 36)", "This browser is not let in any more:")


async def test_a_tablet_has_the_keys_that_its_keyboard_has_not(
    planned: Shell, clock: TestClock, chromium: Chromium
) -> None:
    with House(clock, "--seat", "notes") as house:
        page = await chromium.page()
        await page.shaped(1024, 768, touched=True)
        await page.enter(house.links("notes")[-1])
        await page.wait_for("Not started")
        assert await page.evaluate("document.querySelector('.keys').offsetHeight") > 40
        below = "document.querySelector('.xterm-screen').getBoundingClientRect().bottom"
        above = "document.querySelector('.keys').getBoundingClientRect().top"
        assert await page.evaluate(f"{below} <= {above}")
        typing = "document.querySelector('.xterm-helper-textarea').inputMode"
        assert await page.evaluate(typing) == "none"
        await page.evaluate("document.querySelector('.letters').click()")
        assert await page.evaluate(typing) == "text"
        await page.evaluate("document.querySelector('[data-keys=\"\\x0f\"]').click()")
        await page.wait_for("Esc")


async def test_a_narrow_page_takes_letters_that_fit(planned: Shell, clock: TestClock, chromium: Chromium) -> None:
    with House(clock) as house:
        page = await chromium.page()
        await page.shaped(390, 844)
        await page.enter(house.links("board")[-1])
        await page.wait_for("t starts the clock")
        assert max(map(len, page.text().split("\n"))) >= 55
        await page.go(f"{house.origin}/board/?fontsize=20")
        await page.until("document.getElementById('terminal')?.dataset.fontSize", "20")
