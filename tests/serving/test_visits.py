"""Pages that are loaded again, opened twice, left and taken up again."""

import asyncio

import aiohttp
import pytest

from lcterm.serving.web import TAB
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.serving.house import House, Screen, Visitor, running


async def test_a_page_that_is_loaded_again_sits_where_it_sat(planned: Shell, clock: TestClock) -> None:
    """The old program is gone before the new one starts: it is the same seat, and takes back its own last act."""
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board", tab="a1") as first:
                await first.wait_for("Not started")
                async with visitor.screen("board", tab="b2") as beside:
                    await beside.wait_for("Not started")
                    await first.press("t")
                    await first.wait_for("left of 5")
                    await first.press("hb")
                    await first.wait_for("Ben has a hand up")
                    programs = house.screens()
                    closed = asyncio.create_task(first.wait_closed())
                    async with visitor.screen("board", tab="a1") as again:
                        assert sum(map(running, programs)) == 1
                        await again.wait_for("left of 5")
                        assert await closed == 4001
                        await again.press("u")
                        await again.wait_for("Taken back: Ben has a hand up")


async def test_a_third_page_of_a_browser_ends_its_oldest(planned: Shell, clock: TestClock) -> None:
    """Those may be pages that a tablet left behind when its network went."""
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board", tab="a") as first, visitor.screen("board", tab="b") as second:
                closed = asyncio.create_task(first.wait_closed())
                async with visitor.screen("board") as third:
                    await third.wait_for("Not started")
                    assert await closed == 4001
                    assert len(house.screens()) == 2
                    await works(second)


async def works(screen: Screen) -> None:
    await screen.wait_for("Not started")
    await screen.press("t")
    await screen.wait_for("left of 5")


@pytest.mark.parametrize("tab", ["", "x" * 40, "A", "\0", "../", "a\n"])
def test_what_is_no_name_of_a_tab(tab: str) -> None:
    assert TAB.fullmatch(tab) is None


async def test_pages_that_do_not_name_their_tab_stand_beside_each_other(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board", tab="../") as first, visitor.screen("board", tab="../") as second:
                await second.wait_for("Not started")
                await first.wait_for("Not started")


async def test_many_pages_at_once_leave_no_more_programs_than_there_may_be(planned: Shell, clock: TestClock) -> None:
    with House(clock, leaving_seconds=0.5) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            opened = [await screen_or_none(visitor) for _ in range(4)]
            assert len(house.screens()) <= 2
            for socket in filter(None, opened):
                await socket.close()
            await house.wait_for_screens(0)


async def screen_or_none(visitor: Visitor) -> aiohttp.ClientWebSocketResponse | None:
    try:
        return await visitor.web.ws_connect(f"{visitor.origin}/board/ws", headers={"Origin": visitor.origin})
    except aiohttp.WSServerHandshakeError:
        return None


async def test_who_left_and_who_is_back_is_said(planned: Shell, clock: TestClock) -> None:
    with House(clock, away_seconds=0.2) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
            await asyncio.to_thread(house.wait_for, r"^\d\d:\d\d  The board has left 127\.0\.0\.1\.$")
            async with visitor.screen("board") as screen:
                await asyncio.to_thread(house.wait_for, r"^\d\d:\d\d  The board is back at 127\.0\.0\.1\.$")


async def test_a_page_that_is_loaded_again_is_not_worth_a_word(planned: Shell, clock: TestClock) -> None:
    with House(clock, away_seconds=60.0) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            for _ in range(2):
                async with visitor.screen("board", tab="a") as screen:
                    await screen.wait_for("Not started")
        house.stop()
        assert "has left" not in house.out
        assert "is back" not in house.out


async def test_why_a_screen_ended_is_its_number(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                await screen.press("qq")
                assert await screen.wait_closed() == 1000
            async with visitor.screen("board") as screen:
                await screen.socket.send_str('["quit"]')
                assert await screen.wait_closed() == 1008
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                code, _ = await asyncio.gather(screen.wait_closed(), asyncio.to_thread(house.stop))
                assert code == 1001
