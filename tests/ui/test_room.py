"""The room screen: what it shows in each state, at every size, and that it takes no key but to leave."""

import pytest

from lcterm.core import commands
from lcterm.ui.line import line_cells
from lcterm.ui.room_view import RoomFloor, RoomView
from lcterm.ui.widgets.room_below import below_lines
from tests.clock_program import TestClock
from tests.core.builder import MINUTE
from tests.ui.beside import resize
from tests.ui.room_states import (
    NAMES,
    STATES,
    at,
    closed,
    discussion,
    hidden,
    interrupted,
    paused,
    planned,
    swapped,
    with_care,
)
from tests.ui.rooms import QUESTION, RULES, SIZES, room_of, room_text, screen_of, text_at


@pytest.mark.parametrize("state", STATES)
async def test_no_line_is_wider_than_its_pane_and_no_pane_lies_over_another(state: str, clock: TestClock) -> None:
    app = room_of(STATES[state](), clock)
    async with app.run_test(size=SIZES[0]) as pilot:
        for size in SIZES:
            await resize(pilot, size)
            panes = [pane for pane in screen_of(app).panes.values() if pane.display]
            assert panes, size
            for pane in panes:
                box = pane.region
                assert (box.x, box.y) >= (0, 0), (size, pane.id)
                assert (box.right, box.bottom) <= size or (box.right <= size[0] and box.bottom <= size[1]), pane.id
                assert all(line_cells(line) <= box.width for line in pane.lines), (size, pane.id)
                assert len(pane.lines) <= max(1, box.height), (size, pane.id)
            overlaps = [(a.id, b.id) for a in panes for b in panes if a is not b and a.region.overlaps(b.region)]
            assert overlaps == [], size


async def test_a_discussion_on_a_wide_screen(clock: TestClock) -> None:
    text = await text_at(discussion(13 * 60 + 26), clock)
    for shown in (
        *("Housing peers", "Discussion 1", "left of 35 minutes", "then Capture, report 1", "► Ben has the floor"),
        *("next  1 Dorota question    2 Chidi reply    3 Farida Al-Rashid", "Amina asks", QUESTION, "14:13"),
        *("until 14:35", "  ·  ".join(RULES)),
    ):
        assert shown in text
    assert "山" not in text, "only three of those who wait are shown"
    assert "quiet" not in text


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_smaller_screens_keep_clock_floor_next_and_question(size: tuple[int, int], clock: TestClock) -> None:
    text = " ".join((await text_at(discussion(13 * 60 + 26), clock, size)).split())
    for shown in ("Discussion 1", "until 14:35", "left of 35 minutes", "► Ben has the floor", "1 Dorota", "Amina asks"):
        assert shown in text
    assert "slipped?" in text
    assert "█" in text


async def test_below_60_by_20_there_are_plain_lines(clock: TestClock) -> None:
    text = await text_at(discussion(13 * 60 + 26), clock, (40, 10))
    assert text.split("\n")[:2] == ["Discussion 1                  21:34 left", "► Ben has the floor"]
    assert "slipped?" in text
    assert "█" not in text


async def test_the_figures_have_14_9_or_7_rows_and_the_seconds_half(clock: TestClock) -> None:
    app = room_of(discussion(13 * 60 + 26), clock)
    async with app.run_test(size=(120, 36)) as pilot:
        heights = []
        for size in ((120, 36), (80, 24), (60, 20)):
            await resize(pilot, size)
            panes = screen_of(app).panes
            heights.append((panes["figures"].size.height, panes["seconds"].size.height))
            assert panes["figures"].region.bottom == panes["seconds"].region.bottom
        assert heights == [(14, 7), (9, 5), (7, 3)]


async def test_over_time_is_told_calmly_in_words(clock: TestClock) -> None:
    app = room_of(discussion(37 * 60 + 10), clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        text = room_text(app)
        assert "The time we had set ourselves is over." in text
        assert "2 minutes over so far." in text
        assert "until" not in text
        assert "█" not in text
        looks = {span.look for pane in screen_of(app).panes.values() for line in pane.lines for span in line}
        assert not {look for look in looks if look.startswith(("over", "close", "soon", "digits-over", "digits-close"))}


async def test_a_round_says_who_speaks_and_who_comes_next(clock: TestClock) -> None:
    table = at(1)
    table.do(commands.ArrangeRound("ben", False))
    assert "next  1 Ben    2 Chidi    3 Dorota" in await text_at(table, clock)
    table.do(commands.GiveFloor())
    text = await text_at(table, clock)
    assert "► Ben has the floor" in text
    assert "next  1 Chidi    2 Dorota" in text


async def test_pairs_are_drawn_and_told_to_swap(clock: TestClock) -> None:
    text = await text_at(at(5), clock)
    assert "In pairs: one speaks, the other listens." in text
    assert all(name in text for name in NAMES[:4])
    assert "Now the other one speaks; where you are three, the next." in await text_at(swapped(), clock)


async def test_a_short_question_says_who_has_the_floor_again(clock: TestClock) -> None:
    text = await text_at(interrupted(), clock)
    assert "► Amina has a short question" in text
    assert "then Ben has the floor again" in text


async def test_a_break_says_when_we_go_on(clock: TestClock) -> None:
    assert "We go on at 14:10 with Close." in await text_at(at(6), clock)


async def test_a_hidden_clock_leaves_no_time_of_any_kind(clock: TestClock) -> None:
    for size in SIZES:
        text = await text_at(hidden(), clock, size)
        assert not any(part in text for part in ("█", "━", "14:", "until", "left of", "35", ":")), (size, text)
    wide = await text_at(hidden(), clock)
    assert "D i s c u s s i o n   1" in wide
    assert "► Ben has the floor" in wide
    assert QUESTION in wide


async def test_care_is_a_calm_page_and_nothing_else(clock: TestClock) -> None:
    for size in SIZES[:7]:
        words = " ".join((await text_at(with_care(), clock, size)).split())
        assert words == "We are taking a moment. There is no hurry. We go on together when it is time."


async def test_paused_stands_still_and_says_so(clock: TestClock) -> None:
    text = await text_at(paused(), clock)
    assert " paused" in text
    assert "until" not in text


async def test_before_and_after(clock: TestClock) -> None:
    table = planned()
    table.now -= 10 * MINUTE
    assert "We begin at 14:00." in await text_at(table, clock)
    table.now += 20 * MINUTE
    assert "We begin in a moment." in await text_at(table, clock)
    assert "Thank you for today." in await text_at(closed(), clock)


def test_pairs_without_room_are_counted() -> None:
    pairs = tuple((f"Ana {number}", f"Ben {number}") for number in range(50))
    view = RoomView("live", "Bees", floor=RoomFloor(pairs=pairs), show="question", question="Who?")
    rows = ["".join(span.text for span in line) for line in below_lines(view, 60, 6)]
    assert len(rows) == 6
    shown = sum(row.count(" and Ben ") for row in rows)
    assert rows[-1] == f"and {50 - shown} more"
    assert not below_lines(view._replace(floor=RoomFloor()), 60, 0)
