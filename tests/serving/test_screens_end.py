"""Whatever goes away, nothing of a screen is left behind, and what was done is kept."""

import asyncio
import os
import signal
import time

import aiohttp
import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.serving.house import PATIENCE, House, Visitor, running


async def until_gone(pid: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while running(pid):
        assert time.monotonic() < deadline, f"{pid} still runs"
        await asyncio.sleep(0.02)


async def test_a_closed_page_ends_its_program_and_loses_nothing(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                await screen.press("thj")
                await screen.wait_for("Jonas .*new point")
                (program,) = house.screens()
            await until_gone(program)
            assert planned.json("show", "--json")["floor"]["queue"][0]["name"] == "Jonas"
            async with visitor.screen("board", (80, 24)) as screen:
                await screen.wait_for("Jonas .*new point")


async def test_a_connection_cut_in_the_middle_ends_it_too(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            screen = await visitor.screen("board").__aenter__()
            await screen.wait_for("Not started")
            (program,) = house.screens()
            connection = screen.socket._response.connection
            assert connection is not None
            assert connection.transport is not None
            connection.transport.abort()
            await until_gone(program)


async def test_a_browser_that_answers_no_more_is_gone(planned: Shell, clock: TestClock) -> None:
    """A laptop whose lid was closed: the connection stands half open and nobody is there."""
    with House(clock, heartbeat_seconds=0.4) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            headers = {"Origin": house.origin}
            socket = await visitor.web.ws_connect(f"{house.origin}/board/ws", headers=headers, autoping=False)
            (program,) = await house.wait_for_screens(1)
            await until_gone(program)
            await socket.close()


async def test_a_browser_that_takes_no_picture_any_more_is_gone(planned: Shell, clock: TestClock) -> None:
    """The program would wait for ever in the middle of a picture."""
    with House(clock, heartbeat_seconds=0.4) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            reader, writer = await asyncio.open_connection("127.0.0.1", house.port, limit=1024)
            asked = (
                f"GET /board/ws?width=400&height=200 HTTP/1.1\r\nHost: 127.0.0.1:{house.port}\r\n"
                f"Origin: {house.origin}\r\nCookie: {visitor.entered.partition(';')[0]}\r\nUpgrade: websocket\r\n"
                "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                "\r\n"
            )
            writer.write(asked.encode())
            assert (await reader.readline()).split()[1] == b"101"
            (program,) = await house.wait_for_screens(1)
            await until_gone(program)
            writer.close()


async def test_a_program_that_ends_closes_its_page(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                await screen.press("qq")
                await screen.wait_closed()
            await house.wait_for_screens(0)
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                (program,) = house.screens()
                os.kill(program, signal.SIGKILL)
                await screen.wait_closed()
            await house.wait_for_screens(0)
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")


async def test_a_program_that_is_stopped_dead_is_ended_all_the_same(planned: Shell, clock: TestClock) -> None:
    with House(clock, leaving_seconds=0.2) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                (program,) = house.screens()
                os.kill(program, signal.SIGSTOP)
            await until_gone(program)


async def test_when_the_server_is_killed_its_programs_leave(planned: Shell, clock: TestClock) -> None:
    with House(clock, "--seat", "board", "--seat", "room") as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            await visitor.enter("room")
            async with visitor.screen("board") as board, visitor.screen("room") as room:
                await board.wait_for("Not started")
                await room.wait_for("Welcome")
                programs = house.screens()
                assert len(programs) == 2
                house.process.kill()
                for program in programs:
                    await until_gone(program)


async def test_what_no_page_says_ends_the_screen_alone(planned: Shell, clock: TestClock) -> None:
    with House(clock, message_bytes=1000) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            for nonsense in ('["quit"]', '["stdin", "' + "x" * 2000 + '"]', b"D\0\0\0\1q"):
                async with visitor.screen("board") as screen:
                    if isinstance(nonsense, bytes):
                        await screen.socket.send_bytes(nonsense)
                    else:
                        await screen.socket.send_str(nonsense)
                    await screen.wait_closed()
                await house.wait_for_screens(0)
        house.stop()
        assert house.err == ""
        assert "failed" not in house.out


async def test_a_screen_takes_any_size_and_follows_it(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            for size in ((60, 20), (200, 60)):
                async with visitor.screen("board", size) as screen:
                    text = await screen.wait_for(r"keys *$")
                    assert max(map(len, text.split("\n"))) <= size[0]
                    assert "F12 is ctrl+t." in text
            async with visitor.screen("board", (120, 36)) as screen:
                await screen.wait_for("Voices")
                await screen.socket.send_json(["resize", {"width": 10**12, "height": -1}])
                await screen.socket.send_json(["resize", {"width": 80, "height": 24}])
                await screen.socket.send_json(["ping", "x"])
                while (await screen.socket.receive(10)).type is not aiohttp.WSMsgType.TEXT:
                    continue


async def test_a_size_among_the_keys_is_none(planned: Shell, clock: TestClock) -> None:
    """As terminals may say it: a screen of any number of cells, beside the bounds that stand for pages."""
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board", (120, 36)) as screen:
                await screen.wait_for("Not started")
                await screen.press("\x1b[48;10;30;1;1t")
                await screen.press("t")
                assert "Voices" in await screen.wait_for("left of 5")
                await screen.press("h")
                assert "Agenda" in await screen.wait_for("hand")


async def test_what_no_terminal_says_does_no_harm(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                for odd in ("\x1b[<0;99999999;99999999M", "\x1b[<0;0;0M", "\x1b[9999;9999R", "\x1b[?2048;1$y", "\x00"):
                    await screen.press(odd)
                await screen.press("t")
                await screen.wait_for("left of 5")


async def test_a_program_is_told_no_more_than_it_needs(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                (program,) = house.screens()
                environ, argv = told(program)
    assert "SECRET_OF_MINE" not in environ
    assert not {name for name in environ if name.startswith(("LCTERM_HOME", "PYTEST", "SSH", "AWS"))}
    assert environ["TEXTUAL_DRIVER"] == "lcterm.ui.browser_driver:BrowserDriver"
    assert argv[argv.index("--home") + 1] == os.environ["LCTERM_HOME"]
    assert argv[-2] == "run"
    assert not [word for word in argv if house.links("board")[0].rpartition("/")[2] in word]


def told(pid: int) -> tuple[dict[str, str], list[str]]:
    """The environment and the words that a process was started with."""
    folder = f"/proc/{pid}"
    if not os.path.isdir(folder):
        pytest.skip("how a process was started is read from /proc, which this system has not")
    with open(f"{folder}/environ", "rb") as environ, open(f"{folder}/cmdline", "rb") as argv:
        variables = dict(one.split("=", 1) for one in environ.read().decode().split("\0") if "=" in one)
        return variables, argv.read().decode().rstrip("\0").split("\0")
