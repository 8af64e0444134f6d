"""Links: looked at as often as anybody likes, opened once, by a person, from our own page."""

from http.cookies import SimpleCookie

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.serving.house import House, Visitor


async def test_a_chat_that_looks_for_a_preview_does_not_use_it_up(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        async with Visitor(house) as preview, Visitor(house) as visitor:
            for _ in range(20):
                status, text, headers = await preview.get(house.links("board")[-1])
                assert (status, "Set-Cookie" in headers) == (200, False)
                assert "Open it here" in text
            assert (await preview.get("/board/"))[0] == 403
            assert "was opened" not in house.out
            await visitor.enter("board")
            house.wait_for(r"^\d\d:\d\d  The board was opened from 127\.0\.0\.1\.$")


async def test_what_a_link_shows_holds_no_secret_and_no_script(open_house: House) -> None:
    async with Visitor(open_house) as visitor:
        _, text, _ = await visitor.get(open_house.links("board")[-1])
        assert open_house.links("board")[-1].rpartition("/")[2] not in text
        assert '<form method="post" action="">' in text
        assert "<script" not in text
        assert "Housing" not in text


@pytest.mark.parametrize("origin", ["", "null", "http://attacker.example", "http://localhost:{port}", "{own}/"])
async def test_the_button_is_pressed_on_our_own_page_alone(open_house: House, origin: str) -> None:
    async with Visitor(open_house) as visitor:
        sent = origin.format(port=open_house.port, own=open_house.origin)
        status, text, headers = await visitor.post(open_house.links("board")[-1], Origin=sent)
        assert (status, "Set-Cookie" in headers) == (403, False)
        assert "Another site asked for this" in text
        await visitor.enter("board")


async def test_a_page_that_asks_for_links_uses_up_nobodys_tries(planned: Shell, clock: TestClock) -> None:
    """Pictures, frames and scripts of another site's page would come from the facilitator's own address."""
    with House(clock, wrong_links=3) as house:
        async with Visitor(house) as visitor:
            for wanted in ("image", "iframe", "script", "empty", "object"):
                assert (await visitor.get("/link/guess", Sec_Fetch_Dest=wanted))[0] == 403
                assert (await visitor.get(house.links("board")[-1], Sec_Fetch_Dest=wanted))[0] == 403
            await visitor.enter("board")


async def test_too_many_wrong_links_have_to_wait(planned: Shell, clock: TestClock) -> None:
    with House(clock, wrong_links=3) as house:
        async with Visitor(house) as visitor:
            assert [(await visitor.get(f"/link/guess{number}"))[0] for number in range(2)] == [403] * 2
            assert (await visitor.post("/link/guess"))[0] == 403
            for asked in (visitor.get, visitor.post):
                status, text, headers = await asked(house.links("board")[-1])
                assert (status, headers["Retry-After"]) == (429, "60")
                assert "Wait a minute" in text
            clock.advance(60)
            await visitor.enter("board")


async def test_enter_brings_new_links_and_ends_the_old(planned: Shell, clock: TestClock) -> None:
    with House(clock) as house:
        house.press_enter()
        first, second = house.links("board")
        async with Visitor(house) as visitor:
            assert (await visitor.get(first))[0] == 403
            assert (await visitor.get(second))[0] == 200


async def test_a_link_that_this_browser_has_used_shows_it_the_way_on(open_house: House) -> None:
    async with Visitor(open_house) as visitor:
        await visitor.enter("board")
        status, text, _ = await visitor.get(open_house.links("board")[-1])
        assert status == 403
        assert "this browser has been let in" in text
        assert '<a href="/board/">The facilitator&#x27;s board</a>' in text


async def test_a_right_that_is_over_does_not_stand_before_another(planned: Shell, clock: TestClock) -> None:
    with House(clock, "--seat", "board", "--seat", "room") as house:
        async with Visitor(house) as visitor:
            await visitor.enter("room")
            visitor.web.cookie_jar.update_cookies({f"lcterm-{house.port}-board": "of-yesterday"})
            status, _, headers = await visitor.get("/")
            assert (status, headers.get("Location")) == (303, "/room/")


async def test_two_servers_on_one_machine_keep_their_cookies_apart(planned: Shell, clock: TestClock) -> None:
    """A browser sends the cookies of one port to every other port of the same name."""
    with House(clock) as house, House(clock) as other:
        async with Visitor(house) as visitor:
            own = SimpleCookie(await visitor.enter("board"))
            visitor.house, visitor.origin = other, other.origin
            assert (await visitor.get("/board/"))[0] == 403
            second = SimpleCookie(await visitor.enter("board"))
            assert set(own).isdisjoint(second)
            assert (await visitor.get("/board/"))[0] == 200
            visitor.origin = house.origin
            assert (await visitor.get("/board/"))[0] == 200
