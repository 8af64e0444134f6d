"""What seats in a browser were promised to be, line by line, and the test of each against a running server.

| promised | tests |
|---|---|
| the board in a browser | test_a_link_opens_a_board_that_works |
| the notes seat | test_the_co_facilitators_notes_beside_the_board |
| a seat that only watches | test_whoever_watches_sees_everything_and_changes_nothing |
| the room view | test_the_rooms_link_can_never_become_a_board |
| loopback unless asked | test_it_listens_on_this_machine_alone, test_what_cannot_be_is_refused_in_one_line |
| Host checked | test_a_name_that_was_pointed_here_is_not_answered, test_two_hosts_or_two_origins_are_none |
| Host over IPv6 | test_ipv6_goes_by_its_own_name |
| exact Origin checked | test_a_socket_is_opened_for_our_own_page_alone, test_a_page_is_given_to_no_other_site |
| a one-time link per seat | test_a_link_opens_once_and_its_cookie_is_kept_from_scripts_and_other_sites |
| not used up by a preview | test_a_chat_that_looks_for_a_preview_does_not_use_it_up |
| as text and QR code | test_the_link_is_a_qr_code_too |
| an HttpOnly, SameSite=Strict cookie | test_a_link_opens_once_and_its_cookie_is_kept_from_scripts_and_other_sites |
| Secure under TLS | test_a_seat_over_tls |
| cookies of two servers apart | test_two_servers_on_one_machine_keep_their_cookies_apart |
| constant-time comparison | test_every_secret_is_compared_in_constant_time |
| a cap on connections | test_a_thousand_connections, test_one_address_cannot_take_all_connections |
| slow, half open, endless | test_whoever_says_it_slowly_or_not_at_all_is_sent_away |
| | test_a_header_without_an_end_is_not_read_on |
| tokens revoked on stop | test_stopping_ends_every_right |
| no token in logs | test_no_secret_is_said_but_in_the_link |
| nor where processes are listed | test_a_program_is_told_no_more_than_it_needs |
| seat kind bound to the token | test_the_rooms_link_can_never_become_a_board |
| | test_a_seat_that_is_not_served_is_not_there |
| TLS with a certificate given | test_a_seat_over_tls |
| | test_whoever_does_not_speak_tls_is_sent_away_and_holds_nobody_up |
| or the ssh -L line | test_how_another_machine_gets_here_is_said |
| works in headless Chromium | test_a_minute_of_a_session, test_keys_reach_the_seat_and_not_the_browser |
| bad input: a wrong or used link | test_whoever_has_no_ticket_gets_nothing, test_too_many_wrong_links_have_to_wait |
| bad input: an expired cookie | test_links_and_tickets_grow_old |
| bad input: another site's page | test_a_page_of_another_site_cannot_type |
| | test_the_button_is_pressed_on_our_own_page_alone |
| bad input: in a frame | test_every_answer_keeps_others_out |
| bad input: a thousand connections | test_a_thousand_connections |
| bad input: more than anybody types | test_more_than_anybody_types_ends_the_screen_alone |
| bad input: a size of any number of cells | test_a_size_among_the_keys_is_none |
| bad input: packed so that it bursts | test_a_body_that_unpacks_to_much_more_is_not_unpacked |
| | test_a_frame_that_is_packed_ends_the_screen |
| the session goes on | test_a_closed_page_ends_its_program_and_loses_nothing |
| | test_when_the_server_is_killed_its_programs_leave |
"""

import ast
import asyncio
import re
import socket
import zlib
from pathlib import Path

import aiohttp
import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.serving.house import House, Visitor


def test_every_test_of_the_table_is_there() -> None:
    tests = {
        node.name
        for file in Path(__file__).parent.glob("test_*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    named = re.findall(r"\btest_\w+", __doc__ or "")
    assert len(named) > 40
    assert set(named) <= tests


def test_it_listens_on_this_machine_alone(open_house: House) -> None:
    """As the system lists it: one socket, on 127.0.0.1."""
    table = Path("/proc/net/tcp")
    if not table.exists():
        pytest.skip("what listens is read from /proc/net/tcp, which this system has not")
    rows = [line.split() for line in table.read_text().splitlines()[1:]]
    listening = [row[1] for row in rows if row[3] == "0A" and int(row[1].rpartition(":")[2], 16) == open_house.port]
    assert listening == [f"0100007F:{open_house.port:04X}"]
    six = Path("/proc/net/tcp6")
    assert not six.exists() or f":{open_house.port:04X} 0000" not in six.read_text()


async def test_ipv6_goes_by_its_own_name(planned: Shell, clock: TestClock) -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this system has no IPv6 loopback address")
    with House(clock, "--bind", "::1") as house:
        assert house.origin == f"http://[::1]:{house.port}"
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            for host in (f"::1:{house.port}", f"[::]:{house.port}", f"[0:0:0:0:0:0:0:1]:{house.port}", "[::1]"):
                assert (await visitor.get("/board/", Host=host))[0] == 421
            async with visitor.screen("board") as screen:
                await screen.wait_for("Not started")


async def test_a_body_that_unpacks_to_much_more_is_not_unpacked(planned: Shell, clock: TestClock) -> None:
    packed = zlib.compress(bytes(200 * 1024 * 1024), 9)
    with House(clock) as house:
        before = _memory(house.process.pid)
        reader, writer = await asyncio.open_connection("127.0.0.1", house.port)
        head = f"POST /link/x HTTP/1.1\r\nHost: 127.0.0.1:{house.port}\r\nOrigin: {house.origin}\r\n"
        writer.write(f"{head}Content-Encoding: deflate\r\nContent-Length: {len(packed)}\r\n\r\n".encode() + packed)
        assert (await reader.readline()).split()[1] == b"403"
        writer.close()
        async with Visitor(house) as visitor:
            await visitor.enter("board")
        assert _memory(house.process.pid) - before < 50


def _memory(pid: int) -> int:
    """The most that a process ever held, in MiB."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        pytest.skip("how much a process holds is read from /proc, which this system has not")
    found = re.search(r"^VmHWM:\s+(\d+) kB$", status.read_text(), re.MULTILINE)
    assert found
    return int(found[1]) // 1024


async def test_a_frame_that_is_packed_ends_the_screen(planned: Shell, clock: TestClock) -> None:
    """Packing is never agreed on, so whoever does it all the same breaks the protocol."""
    with House(clock) as house:
        async with Visitor(house) as visitor:
            await visitor.enter("board")
            async with visitor.web.ws_connect(
                f"{house.origin}/board/ws", headers={"Origin": house.origin}, compress=15
            ) as page:
                assert not page.compress
                await house.wait_for_screens(1)
                assert page._conn is not None
                assert page._conn.transport is not None
                page._conn.transport.write(b"\xc1\x80\0\0\0\0")  # text, packed
                while (message := await page.receive(15)).type is aiohttp.WSMsgType.BINARY:
                    continue
                assert message.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED)
            await house.wait_for_screens(0)
