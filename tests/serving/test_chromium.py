"""A real browser: one minute of a session is played in it, and it keeps other pages out as we think it does."""

import asyncio

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.serving.chromium import MISSING, Chromium, found
from tests.serving.house import House

pytestmark = pytest.mark.skipif(found() is None, reason=MISSING)

SOCKET = """
new Promise(answer => {
  const socket = new WebSocket("%s");
  socket.onopen = () => answer("opened");
  socket.onerror = () => answer("refused");
})
"""


async def test_a_minute_of_a_session(planned: Shell, clock: TestClock, chromium: Chromium) -> None:
    """Start, a hand, the floor, a line, the next point, and that taken back: on another seat, and in the log."""
    with House(clock, "--seat", "board", "--seat", "room") as house:
        board, room = await chromium.page(), await chromium.page()
        await room.enter(house.links("room")[-1])
        await room.wait_for("Welcome")
        await board.enter(house.links("board")[-1])
        await board.wait_for("Not started")
        await board.call("Page.bringToFront")
        await board.press("t")
        await board.wait_for("5:00 left of 5")
        await board.press("F10")
        await board.wait_for("20:00 left of 20")
        await board.press("h", "j")
        await board.wait_for("Jonas .*new point")
        clock.advance(20)
        await board.press(" ")
        await board.wait_for("► Jonas")
        await room.wait_for("Jonas has the floor")
        await board.press("F12")
        await board.wait_for("Esc leave, text stays")
        await board.press(*"l Say it early", "enter")
        await board.wait_for("Written down")
        clock.advance(40)
        await board.wait_for("19:00 left of 20")
        await board.press("n")
        await board.wait_for("left of 5")
        await board.press("u")
        await board.wait_for("19:00 left of 20")
        await chromium.grant("clipboardReadWrite", "clipboardSanitizedWrite")
        await board.press("4", "c")
        await board.wait_for("Sent to the browser's clipboard")
        assert "Say it early" in await board.evaluate("navigator.clipboard.readText()")
        seen = planned.json("show", "--json")
        assert [point["status"] for point in seen["agenda"]] == ["done", "running", "ahead"]
        assert [one["text"] for one in seen["captures"]] == ["Say it early"]
        assert next(one for one in seen["voices"] if one["name"] == "Jonas")["seconds"] == 40
        assert [one for one in board.complaints + room.complaints if "WebGL" not in one] == []
        assert [one for one in board.asked_for + room.asked_for if not one.startswith((house.origin, "data:"))] == []
        assert await board.evaluate("location.pathname + document.cookie") == "/board/"
        assert house.stop() == 0
        ended = "getComputedStyle(document.querySelector('.closed')).display"
        while await board.evaluate(ended) != "flex":
            await asyncio.sleep(0.02)


async def test_a_page_of_another_site_cannot_type(planned: Shell, clock: TestClock, chromium: Chromium) -> None:
    """Another site, and another port of this machine, to which browsers do send the cookie."""
    with House(clock) as house, House(clock) as other:
        page = await chromium.page()
        await page.enter(house.links("board")[-1])
        await page.wait_for("Not started")
        socket = SOCKET % f"ws://127.0.0.1:{house.port}/board/ws"
        assert await page.evaluate(socket) == "opened"
        await page.go("data:text/html,x")
        assert await page.evaluate(socket) == "refused"
        await page.go(f"{other.origin}/nothing")
        assert await page.evaluate(socket) == "refused"
