"""Other sites, other names, other paths: what the running server answers them."""

import asyncio

import aiohttp
import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.serving.house import House, Visitor

FOREIGN = (
    "http://attacker.example",
    "null",
    "http://127.0.0.1",
    "http://127.0.0.1:1",
    "https://127.0.0.1:{port}",
    "http://localhost:{port}",  # another name than the one that was asked for
    "http://127.0.0.1:{port}.attacker.example",
    "http://127.0.0.1:{port}/",
    "HTTP://127.0.0.1:{port}",
    "http://127.0.0.1.:{port}",
    "http://127.0.0.1:{port} http://127.0.0.1:{port}",
    "file://",
)


async def test_a_socket_is_opened_for_our_own_page_alone(planned: Shell, clock: TestClock) -> None:
    """With the cookie and all: a browser sends it along to any port of this machine."""
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            for origin in ("", *(one.format(port=house.port) for one in FOREIGN)):
                with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                    await visitor.screen("board", origin=origin).__aenter__()
            assert house.screens() == set()
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")


async def test_a_page_is_given_to_no_other_site(open_house: House) -> None:
    async with Visitor(open_house) as visitor:
        await visitor.enter("board")
        for origin in (one.format(port=open_house.port) for one in FOREIGN):
            for path in ("/board/", "/static/js/textual.js", "/style.css", open_house.links("board")[-1]):
                status, text, headers = await visitor.get(path, Origin=origin)
                assert (status, "Another site asked" in text) == (403, True)
                assert "Access-Control-Allow-Origin" not in headers
        assert (await visitor.get("/board/", Origin=open_house.origin))[0] == 200


ALMOST = (
    "LOCALHOST:{port}",
    "localhost.:{port}",
    "127.0.0.1.:{port}",
    "[::1]:{port}",
    "127.1:{port}",
    "127.0.0.1:0{port}",
)
"""Names that mean this machine too, and are not those that are served: no browser makes them of a link."""


async def test_a_name_that_was_pointed_here_is_not_answered(open_house: House) -> None:
    """So a page of attacker.example whose address now is 127.0.0.1 gets nothing, and no socket."""
    async with Visitor(open_house) as visitor:
        for host in ("attacker.example", "attacker.example:{port}", "127.0.0.1", "127.0.0.1:1", "", "0", *ALMOST):
            name = host.format(port=open_house.port)
            status, _, headers = await visitor.get(open_house.links("board")[-1], Host=name)
            assert (status, "Set-Cookie" in headers) == (421, False)
            assert name not in headers["Content-Security-Policy"] or not name
        await visitor.enter("board")
        for name in ("attacker.example", f"attacker.example:{open_house.port}"):
            sent = {"Host": name, "Origin": f"http://{name}"}
            with pytest.raises(aiohttp.WSServerHandshakeError, match="421"):
                await visitor.web.ws_connect(f"{open_house.origin}/board/ws", headers=sent)


async def test_two_hosts_or_two_origins_are_none(open_house: House) -> None:
    own = f"127.0.0.1:{open_house.port}"
    twice = f"GET /style.css HTTP/1.1\r\nHost: {own}\r\nHost: attacker.example\r\n\r\n"
    assert (await said_to(open_house, twice)).split()[1] in (b"400", b"421")
    origins = f"GET /style.css HTTP/1.1\r\nHost: {own}\r\nOrigin: http://{own}\r\nOrigin: http://evil\r\n\r\n"
    assert (await said_to(open_house, origins)).split()[1] == b"403"
    assert (await said_to(open_house, "GET /style.css HTTP/1.0\r\n\r\n")).split()[1] == b"421"


async def said_to(house: House, request: str) -> bytes:
    """What comes back on a bare connection, to its end."""
    reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
    writer.write(request.encode())
    answer = await asyncio.wait_for(reader.read(), 20)
    writer.close()
    return answer


async def test_every_answer_keeps_others_out(open_house: House) -> None:
    async with Visitor(open_house) as visitor:
        link = open_house.links("board")[-1]
        for path in (
            link,
            "/link/wrong",
            "/board/",
            "/style.css",
            "/static/js/textual.js",
            "/nothing",
            "/static/no",
        ):
            _, _, headers = await visitor.get(path)
            policy = headers["Content-Security-Policy"]
            assert "default-src 'none'; script-src 'self';" in policy
            assert "frame-ancestors 'none'" in policy
            assert f"connect-src 'self' ws://127.0.0.1:{open_house.port};" in policy
            assert headers["X-Frame-Options"] == "DENY"
            assert headers["Referrer-Policy"] == ("strict-origin" if path == link else "no-referrer")
            assert headers["Cache-Control"] == "no-store"
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Server"] == "lcterm"
            assert headers["Connection"] == "close"


async def test_nothing_is_fetched_from_elsewhere_and_no_script_stands_in_a_page(open_house: House) -> None:
    async with Visitor(open_house) as visitor:
        await visitor.enter("board")
        _, text, _ = await visitor.get("/board/?fontsize=99999&ping=http://attacker.example&delay=1")
        assert 'data-font-size="48"' in text
        assert "attacker" not in text
        assert "<script>" not in text
        assert "http" not in text
        assert f'data-session-websocket-url="ws://127.0.0.1:{open_house.port}/board/ws"' in text


NOT_SERVED = (
    "/download/x",
    "/static/",
    "/static/js/",
    "/static/images/background.png",
    "/static/%2e%2e/server.py",
    "/static/js/%2e%2e/%2e%2e/server.py",
    "/static/js%2ftextual.js%00",
    "/static//etc/passwd",
    "/ws",
    "/board",
    "/room/",
    "/admin",
)


async def test_nothing_else_is_served_even_with_a_ticket(open_house: House) -> None:
    async with Visitor(open_house) as visitor:
        await visitor.enter("board")
        cookie = visitor.entered.partition(";")[0]
        for path in NOT_SERVED:  # as they are: a client would tidy them up
            host = f"Host: 127.0.0.1:{open_house.port}"
            answer = await said_to(open_house, f"GET {path} HTTP/1.1\r\n{host}\r\nCookie: {cookie}\r\n\r\n")
            assert answer.split()[1] in (b"404", b"400"), path


async def test_nothing_is_taken_but_get_and_the_button_of_a_link(open_house: House) -> None:
    async with Visitor(open_house) as visitor:
        link = open_house.links("board")[-1].removeprefix(open_house.origin)
        asked = [(method, link) for method in ("PUT", "DELETE", "OPTIONS", "PATCH", "HEAD", "TRACE")]
        asked += [("POST", path) for path in ("/", "/board/", "/board/ws", "/style.css", "/static/js/textual.js")]
        for method, path in asked:
            head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{open_house.port}\r\nOrigin: {open_house.origin}\r\n"
            assert (await said_to(open_house, f"{head}\r\n")).split()[1] == b"405", (method, path)
        await visitor.enter("board")
