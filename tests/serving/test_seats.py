"""Links, cookies and seats, against a running server."""

import asyncio
import re
import signal
from http.cookies import SimpleCookie

import aiohttp
import pytest
import segno

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.serving.house import House, Visitor, running

BLOCKS = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}


async def test_a_link_opens_a_board_that_works(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                await screen.press("t")
                await screen.wait_for("left of 5")
                await screen.press("hj")
                await screen.wait_for("Jonas .*new point")
        assert [one["name"] for one in planned.json("show", "--json")["floor"]["queue"]] == ["Jonas"]


async def test_a_link_opens_once_and_its_cookie_is_kept_from_scripts_and_other_sites(open_house: House) -> None:
    async with Visitor(open_house) as visitor, Visitor(open_house) as other:
        cookie = SimpleCookie(await visitor.enter("board"))[f"lcterm-{open_house.port}-board"]
        assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")
        assert not cookie["domain"]
        for asked in (other.get, other.post):
            status, text, headers = await asked(open_house.links("board")[-1])
            assert (status, "Set-Cookie" in headers) == (403, False)
            assert "This link opens nothing. It was used already" in text
        assert (await visitor.get("/board/"))[0] == 200


async def test_whoever_has_no_ticket_gets_nothing(planned: Shell, clock: TestClock) -> None:
    with House(clock, "--seat", "board", "--seat", "room") as house:
        async with Visitor(house) as visitor:
            for path in ("/", "/board/", "/room/", "/static/js/textual.js", "/static/nothing"):
                assert (await visitor.get(path))[0] == 403
            assert (await visitor.get("/link/wrong"))[0] == 403
            with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                await visitor.screen("board").__aenter__()
        assert house.screens() == set()


async def test_the_rooms_link_can_never_become_a_board(planned: Shell, clock: TestClock) -> None:
    with House(clock, "--seat", "board", "--seat", "room") as house:
        async with Visitor(house) as visitor:
            secret = SimpleCookie(await visitor.enter("room"))[f"lcterm-{house.port}-room"].value
            visitor.web.cookie_jar.update_cookies({f"lcterm-{house.port}-board": secret})
            assert (await visitor.get("/board/"))[0] == 403
            with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                await visitor.screen("board").__aenter__()
            async with visitor.screen("room") as screen:
                await screen.wait_for("Welcome")
                await screen.press("thj nn\x0f\x07\x14q")  # keys of the board, its palette, its line
                await screen.socket.send_json(["resize", {"width": 100, "height": 30}])
                await screen.socket.send_json(["ping", "still there"])
                while (answer := await screen.socket.receive(10)).type is not aiohttp.WSMsgType.TEXT:
                    assert answer.type is aiohttp.WSMsgType.BINARY
                assert answer.json() == ["pong", "still there"]
        assert planned.json("show", "--json")["status"] == "planned"


async def test_the_co_facilitators_notes_beside_the_board(planned: Shell, clock: TestClock) -> None:
    with House(clock, "--seat", "board", "--seat", "notes") as house:
        async with Visitor(house) as facilitator, Visitor(house) as other:
            await facilitator.enter("board")
            await other.enter("notes")
            assert (await other.get("/board/"))[0] == 403
            async with facilitator.screen("board") as board, other.screen("notes") as notes:
                await board.wait_for("Not started")
                await notes.wait_for("Captures")
                await board.press("t")
                await notes.wait_for("left of 5")
                await notes.press("l Ask early\r")
                await board.wait_for("Ask early")
                await board.wait_for("with notes")
        assert [one["text"] for one in planned.json("show", "--json")["captures"]] == ["Ask early"]


async def test_whoever_watches_sees_everything_and_changes_nothing(planned: Shell, clock: TestClock) -> None:
    planned.answer("do", "start")
    before = planned.json("show", "--json")
    with House(clock, "--seat", "watch") as house:
        async with Visitor(house) as visitor:
            await visitor.enter("watch")
            async with visitor.screen("watch") as screen:
                await screen.wait_for("left of 5")
                await screen.press("hj nnuu\x0e\x07cl words\r")
                await screen.socket.send_json(["ping", "still there"])
                while (answer := await screen.socket.receive(10)).type is not aiohttp.WSMsgType.TEXT:
                    assert answer.type is aiohttp.WSMsgType.BINARY
                assert planned.json("show", "--json") == before
                planned.answer("do", "hand", "Ben")
                await screen.wait_for("Ben .*new point|1 hand")
        await house.wait_for_screens(0)
    assert [one["name"] for one in planned.json("show", "--json")["floor"]["queue"]] == ["Ben"]


async def test_a_seat_that_is_not_served_is_not_there(planned: Shell, clock: TestClock) -> None:
    with House(clock, "--seat", "room") as house:
        assert house.links("board") == []
        async with Visitor(house) as visitor:
            await visitor.enter("room")
            assert (await visitor.get("/board/"))[0] == 404
            assert (await visitor.get("/"))[2]["Location"] == "/room/"


async def test_links_and_tickets_grow_old(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        clock.advance(600)
        async with Visitor(house) as visitor:
            assert (await visitor.get(house.links("board")[-1]))[0] == 403
            house.press_enter()
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("was to start")
                clock.advance(12 * 3600)
                assert await screen.wait_closed() == aiohttp.WSCloseCode.GOING_AWAY
            status, text, _ = await visitor.get("/board/")
            assert status == 403
            assert "its time is over" in text
        await house.wait_for_screens(0)


async def test_stopping_ends_every_right(planned: Shell, clock: TestClock) -> None:
    """And the same port again does not bring them back."""
    with House(clock) as house:
        port = house.port
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
                (program,) = house.screens()
                stopped = asyncio.to_thread(house.stop, signal.SIGTERM)
                assert tuple(await asyncio.gather(stopped, screen.wait_closed())) == (0, 1001)
            house.wait_for("every link and every browser's right has ended")
            assert not running(program)
            with House(clock, port=port) as again:
                assert again.port == port
                assert (await visitor.get("/board/"))[0] == 403


async def test_no_secret_is_said_but_in_the_link(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as visitor:
            link = house.links("board")[-1]
            secret = SimpleCookie(await visitor.enter("board"))[f"lcterm-{house.port}-board"].value
            await visitor.get(link)
            async with Visitor(house) as other:
                await other.get("/link/guess-of-mine")
                await other.post("/link/guess-of-mine")
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")
        house.stop()
        said = house.out + house.err
        assert said.count(link.rpartition("/")[2]) == 1
        assert secret not in said
        assert "guess-of-mine" not in said
        assert "The board was opened from 127.0.0.1." in said
        assert said.count("A link was tried from 127.0.0.1 and opened nothing.") == 2
        assert house.err == ""


def test_the_link_is_a_qr_code_too(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        house.press_enter()
        house.stop()
        drawn = [line for line in house.out.split("\n") if line and not line.strip(" ▀▄█")]
        rows = [[BLOCKS[sign][half] for sign in line] for line in drawn for half in (0, 1)]
        for link, code in zip(house.links("board"), (rows[: len(rows) // 2], rows[len(rows) // 2 :]), strict=True):
            wanted = [list(row) for row in segno.make(link, error="l", micro=False).matrix_iter(border=2)]
            assert code[: len(wanted)] == wanted
            assert not any(map(any, code[len(wanted) :]))


def test_how_another_machine_gets_here_is_said(open_house: House) -> None:
    assert re.search(
        rf"^  ssh -N -L {open_house.port}:127\.0\.0\.1:{open_house.port} \S+@\S+$", open_house.out, re.MULTILINE
    )
    assert "Serving Housing peers, " in open_house.out
    assert max(map(len, open_house.out.split("\n"))) <= 80
