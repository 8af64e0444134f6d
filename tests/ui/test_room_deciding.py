"""A decision on the room screen: what is suggested and how many marks it has, never whose."""

from collections.abc import Callable

import pytest

from lcterm.core import audience
from lcterm.core.commands import CountLights, GiveFloor, LeaveDeciding, PauseClock, Settle, ShowInRoom, Suggest
from lcterm.ui.line import line_cells
from lcterm.ui.room_deciding import deciding_for_room
from lcterm.ui.room_view import room_view
from lcterm.ui.widgets.room_below import below_lines
from lcterm.ui.widgets.room_page import plain_lines
from tests.clock_program import TestClock
from tests.core.builder import Table
from tests.ui.decidings import QUESTION, TEXTS, begin, lights, pairs, what_else
from tests.ui.room_states import NAMES, at
from tests.ui.rooms import QUESTION as ROOM_QUESTION
from tests.ui.rooms import SIZES, room_of, room_text, screen_of, text_at

STATES: dict[str, Callable[[], Table]] = {
    "nothing yet": lambda: lights(0),
    "one": lambda: lights(1),
    "three": lights,
    "twelve": lambda: lights(12),
    "twelve without marks": lambda: lights(12, marks=False),
    "pairs": pairs,
    "an empty wall": lambda: pairs(0),
    "the vote of pairs": lambda: pairs(2, voting=True),
    "what else": lambda: what_else(12),
    "nothing to find out yet": lambda: what_else(0),
}


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("size", [*SIZES[:4], *SIZES[7:9]], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_row_is_as_wide_as_its_pane(clock: TestClock, state: str, size: tuple[int, int]) -> None:
    app = room_of(STATES[state](), clock)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for pane in screen_of(app).panes.values():
            if pane.display:
                for y in range(pane.size.height):
                    strip = pane.render_line(y)
                    assert strip.cell_length == pane.size.width, (pane.id, y, strip.text)
                    assert strip.text.isprintable()
                assert len(pane.lines) <= pane.size.height, (pane.id, pane.size)


@pytest.mark.parametrize("state", STATES)
def test_nobodys_name_reaches_the_room(state: str) -> None:
    table = STATES[state]()
    shown = room_view(table.meeting.community, table.session, table.now)
    said = repr(shown.deciding)
    assert QUESTION in said
    assert not [name for name in NAMES if name in said]
    assert not [person for person in table.session.voices if f"'{person}'" in said]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (59, 19)])
async def test_greens_and_reds_are_seen_and_ties_said(clock: TestClock, size: tuple[int, int]) -> None:
    said = squeezed(await text_at(lights(), clock, size))
    assert "When do we tell the tenant" in said
    if size[0] < 60:
        assert "1 even, 2 green, 1 red: Call each of them" in said
        return
    assert " even " in said
    assert ("The first are even." in said) == (size[0] >= 80)
    bar = "━━━ ═══ " if size[0] >= 80 else ""
    row = next(line for line in (await text_at(lights(), clock, size)).splitlines() if "Call each" in line)
    assert row.split()[-2:] == ["2", "1"]
    assert ("━" in row) == ("═" in row) == bool(bar)
    assert "3 Wait until the new date stands" in said


async def test_while_marks_are_counted_nothing_moves(clock: TestClock) -> None:
    table = lights(2, marks=False)
    assert table.session.deciding is not None
    table.do(CountLights(table.session.deciding.suggestions[1].id, 5, 0))
    shown = deciding_for_room(table.session)
    assert shown is not None
    assert [(one.text, one.place) for one in shown.suggestions] == [(TEXTS[0], 0), (TEXTS[1], 0)]
    table.do(CountLights(table.session.deciding.suggestions[0].id, 1, 0))
    shown = deciding_for_room(table.session)
    assert shown is not None
    assert [(one.text, one.place) for one in shown.suggestions] == [(TEXTS[1], 1), (TEXTS[0], 2)]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_twelve_stand_there_or_it_says_how_many_do_not(clock: TestClock, size: tuple[int, int]) -> None:
    said = await text_at(lights(12), clock, size)
    shown = [words for words in TEXTS if (words[:6] == "[/red]" and "[/red]" in said) or f"{words[:20]}" in said]
    missing = len(TEXTS) - len(shown)
    assert missing == 0 or f"and {missing} more" in said
    assert missing <= (2 if size == (60, 20) else 0)
    assert "34:00 left until 14:35" in squeezed(said), "the time is not forgotten, whatever there is no room for"
    assert " left until" not in squeezed(await text_at(lights(1), clock)), "the large figures say it"


async def test_pairs_see_what_to_do_and_what_is_on_the_wall_alone(clock: TestClock) -> None:
    said = squeezed(await text_at(pairs(1), clock))
    assert "Three suggestions each, sorted: must, should or could." in said
    assert TEXTS[0] in said
    assert TEXTS[2] not in said, "it is not on the wall"
    assert "Who talks with whom" in said
    assert "We are in pairs." in said
    voting = squeezed(await text_at(pairs(1, voting=True), clock))
    assert "Three suggestions" not in voting
    assert "Who talks" not in voting
    assert "We are all together again." in voting


async def test_it_goes_before_what_the_room_shows_and_not_before_care(clock: TestClock) -> None:
    table = lights()
    table.do(ShowInRoom("rules"))
    assert "Our rules" not in await text_at(table, clock)
    table.do(GiveFloor("ben"))
    assert "Ben has the floor" in await text_at(table, clock)
    table.do(PauseClock(care=True))
    cared = await text_at(table, clock)
    assert "We are taking a moment." in cared
    assert "Call each" not in cared


async def test_once_it_is_over_the_room_is_as_before(clock: TestClock) -> None:
    for end in (LeaveDeciding(), Settle(text="so be it")):
        table = lights()
        table.do(end)
        said = await text_at(table, clock)
        assert "We decide" not in said
        assert ROOM_QUESTION in said


async def test_the_table_decides(clock: TestClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(audience.GRANTED, "deciding", frozenset())
    assert "Call each" not in await text_at(lights(), clock)


def test_who_may_see_it() -> None:
    assert audience.GRANTED["deciding"] == {"room", "group", "facilitators"}


@pytest.mark.parametrize("words", ["[/red] 漢字漢字", "漢" * 90, "x" * 200, "👩‍👩‍👧‍👦 אביגיל"])
@pytest.mark.parametrize(("width", "height"), [(120, 20), (60, 8), (30, 4), (8, 2), (1, 1)])
def test_whatever_was_suggested_every_row_fits(words: str, width: int, height: int) -> None:
    table = at(3, 60)
    begin(table, "lights", 4)
    table.do(Suggest(words))
    view = room_view(table.meeting.community, table.session, table.now)
    lines = below_lines(view, width, height)
    assert len(lines) <= height
    assert all(line_cells(line) <= width for line in lines)
    assert all(line_cells(line) == width for line in plain_lines(view, width, height))


async def test_the_room_follows_the_board(clock: TestClock) -> None:
    table = lights(1)
    app = room_of(table, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "We decide" in room_text(app)
        table.do(LeaveDeciding())
        screen_of(app).tick()
        await pilot.pause()
        assert "We decide" not in room_text(app)
