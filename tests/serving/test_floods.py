"""More of everything than there should be: the screens that are open go on."""

import asyncio
import socket

import aiohttp
import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.serving.house import House, Screen, Visitor


async def dead(reader: asyncio.StreamReader) -> bytes:
    """What comes until the other side has closed."""
    try:
        return await asyncio.wait_for(reader.read(), 20)
    except ConnectionError:
        return b""


async def works(screen: Screen, word: str) -> None:
    """The screen still does what it is told, and shows it."""
    await screen.press("c")
    await screen.wait_for("Esc leave, text stays")
    await screen.press(f"l {word}")
    await screen.wait_for(word)
    await screen.press("\r")
    await screen.wait_for("Written down")


async def test_a_thousand_connections(planned: Shell, clock: TestClock) -> None:
    with House(clock, request_seconds=2.0) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                opened = [await asyncio.open_connection("127.0.0.1", house.port) for _ in range(1000)]
                await works(screen, "sheltered")
                said = await asyncio.gather(*(dead(reader) for reader, _ in opened))
                assert sum(1 for one in said if one.startswith(b"HTTP/1.1 503")) >= 900
                for _, writer in opened:
                    writer.close()
                await works(screen, "afterwards")
            assert (await visitor.get("/board/"))[0] == 200


async def test_whoever_says_it_slowly_or_not_at_all_is_sent_away(planned: Shell, clock: TestClock) -> None:
    with House(clock, request_seconds=0.6) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                beginnings = (b"", b"GET / HTTP/1.1\r\nX: ", b"POST / HTTP/1.1\r\nContent-Length: 9000\r\n\r\nx")
                opened = [await asyncio.open_connection("127.0.0.1", house.port) for _ in beginnings]
                for (_, writer), beginning in zip(opened, beginnings, strict=True):
                    writer.write(beginning)
                await asyncio.gather(*(dead(reader) for reader, _ in opened))
                for _, writer in opened:
                    writer.close()
                await works(screen, "patience")  # it is longer there than anybody else may be


async def test_a_header_without_an_end_is_not_read_on(open_house: House) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", open_house.port)
    writer.write(b"GET / HTTP/1.1\r\nX: " + b"x" * 100_000)
    assert b" 400 " in (await dead(reader)).split(b"\r\n")[0]
    writer.close()


async def test_one_address_cannot_take_all_connections(planned: Shell, clock: TestClock) -> None:
    with House(clock, connections_of_one=5) as house:
        silent = [await asyncio.open_connection("127.0.0.1", house.port) for _ in range(8)]
        try:
            other = socket.create_connection(("127.0.0.1", house.port), source_address=("127.0.0.2", 0))
        except OSError:
            pytest.skip("this system has one loopback address only")
        reader, writer = await asyncio.open_connection(sock=other)
        writer.write(f"GET /style.css HTTP/1.1\r\nHost: 127.0.0.1:{house.port}\r\n\r\n".encode())
        assert (await dead(reader)).split()[1] == b"200"
        writer.close()
        for _, one in silent:
            one.close()


async def test_screens_in_all_are_counted(planned: Shell, clock: TestClock) -> None:
    with House(clock, "--seat", "board", "--seat", "room", screens=2) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            await visitor.enter("room")
            async with visitor.screen("board"), visitor.screen("board"):
                await house.wait_for_screens(2)
                with pytest.raises(aiohttp.WSServerHandshakeError, match="503"):
                    await visitor.screen("room").__aenter__()
                status, text, _ = await visitor.get("/room/")
                assert (status, "Close one that is not needed" in text) == (503, True)
                assert (await visitor.get("/board/"))[0] == 200  # it would give up one of its own
            await house.wait_for_screens(0)
            async with visitor.screen("room") as screen:
                await screen.wait_for("Welcome")


async def test_browsers_of_one_seat_are_counted(planned: Shell, clock: TestClock) -> None:
    with House(clock, tickets=1) as house:
        async with Visitor(house) as first, Visitor(house) as second:
            await first.enter("board")
            async with first.screen("board") as screen:
                await screen.wait_for("Not started")
                house.press_enter()
                status, text, _ = await second.post(house.links("board")[-1])
                assert (status, "As many browsers" in text) == (503, True)
            await house.wait_for_screens(0)
            await second.enter("board")
            assert (await first.get("/board/"))[0] == 403


async def test_a_hundred_keys_a_second_reach_the_line(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                await screen.press("c")
                await screen.wait_for("Esc leave, text stays")
                for number in range(100):
                    await screen.press(f"{number % 10}")
                await screen.press("end")
                await screen.wait_for("789end")


FLOODS = ("x" * 200_000, "\x1b[200~no end", "\x1b[<35;1;1M" * 10_000)


async def test_more_than_anybody_types_ends_the_screen_alone(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as other:
                await other.wait_for("Not started")
                for number, flood in enumerate(FLOODS):
                    async with visitor.screen("board") as screen:
                        await screen.wait_for("Not started")
                        for _ in range(2):
                            await screen.press(flood)
                        assert await screen.wait_closed() == 1008, flood[:10]
                    await works(other, f"undisturbed{number}")


async def test_a_long_paste_arrives_whole(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                await screen.press("c")
                await screen.wait_for("Esc leave, text stays")
                await screen.press(f"\x1b[200~l {'word ' * 40}last\x1b[201~")
                await screen.wait_for("last")
