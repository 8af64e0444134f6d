"""The room screen: what the group reads on it, its keys, its themes, and what it does with hostile text."""

import pytest

from lcterm.core import commands
from lcterm.core.events import Words
from lcterm.core.refusal import Refused
from lcterm.ui.line import line_cells
from lcterm.ui.room_app import RoomApp
from tests.clock_program import TestClock
from tests.core.builder import Table
from tests.ui.beside import resize
from tests.ui.room_states import at, discussion, planned, shows
from tests.ui.rooms import RULES, SIZES, room_of, screen_of, text_at


async def test_captures_are_shown_when_the_board_opens_them_and_notes_never(clock: TestClock) -> None:
    text = await text_at(shows("captures"), clock)
    assert "What we wrote down" in text
    assert "The flat, part 29" in text
    assert "earlier" in text
    assert "Jonas" not in text
    table = at(4)
    table.do(
        commands.WriteCapture(Words(kind="action", text="Ask the council", owners=("ben", "chidi"), due_next=True))
    )
    assert "council" not in await text_at(table, clock)
    table.do(commands.ShowInRoom("captures"))
    line = next(line for line in (await text_at(table, clock)).split("\n") if "council" in line)
    assert line.split() == ["action", "Ask", "the", "council", "Ben,", "Chidi", "next", "time"]


async def test_what_is_for_the_sponsor_waits_for_its_release(clock: TestClock) -> None:
    table = at(4)
    table.do(commands.WriteCapture(Words(kind="report", text="Empty homes", audience="sponsor")))
    table.do(commands.ShowInRoom("captures"))
    assert "Empty homes" not in await text_at(table, clock)
    table.do(commands.ReleaseCapture(next(iter(table.session.captures))))
    assert "Empty homes" in await text_at(table, clock)


async def test_rules_in_full_when_chosen(clock: TestClock) -> None:
    text = await text_at(shows("rules"), clock)
    assert "Our rules" in text
    assert all(f"· {rule}" in text for rule in RULES)


async def test_only_q_twice_or_ctrl_c_leaves(clock: TestClock) -> None:
    table = discussion()
    app = room_of(table, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        before = table.session
        await pilot.press(*"abcdefghijklmnoprstuvwxyz0123456789", "space", "enter", "escape", "tab", "f1", "ctrl+q")
        await pilot.press("q", "n", "q")
        await pilot.pause()
        assert app.is_running
        assert not app._exit
        clock.advance(9)
        await pilot.press("q")
        assert not app._exit, "the first press is long ago"
        await pilot.press("q")
        await pilot.pause()
        assert app._exit
        assert table.session is before
    app = room_of(table, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert app._exit


async def test_the_clock_ticks_in_its_own_pane_and_stands_still_when_nothing_runs(clock: TestClock) -> None:
    table = discussion(61)
    app = room_of(table, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        screen = screen_of(app)
        before = {name: pane.lines for name, pane in screen.panes.items()}
        table.wait(seconds=1)
        screen.tick()
        changed = {name for name, pane in screen.panes.items() if pane.lines != before[name]}
        assert changed == {"seconds"}
        timer = screen._every_second
        assert timer is not None
        assert timer._active.is_set()
        table.do(commands.PauseClock())
        screen.tick()
        assert not timer._active.is_set()


@pytest.mark.parametrize(
    ("environ", "name"),
    [({}, "projector"), ({"LCTERM_THEME": "light"}, "light"), ({"NO_COLOR": "1"}, "colourless")],
)
def test_the_theme_is_the_one_asked_for_or_the_projectors(environ: dict[str, str], name: str, clock: TestClock) -> None:
    app = RoomApp(room_of(planned(), clock).looker, clock, environ)
    assert app.theme.removeprefix("lcterm-").replace("-", " ") == name


def test_an_unknown_theme_is_refused(clock: TestClock) -> None:
    with pytest.raises(Refused, match="puce"):
        RoomApp(room_of(planned(), clock).looker, clock, {"LCTERM_THEME": "puce"})


async def test_hostile_names_rules_and_titles_do_no_harm(clock: TestClock) -> None:
    table = Table(
        ("[/oops]", "\x1b[2JEve", "👩🏽\u200d🚀 Ana", "W" * 90), (("[bold]x " * 9, 30, "queue"), ("Z" * 99, 5, "open"))
    )
    table.do(commands.StartSession())
    for person in list(table.session.voices)[:3]:
        table.do(commands.RaiseHand(person))
    table.do(commands.GiveFloor("w" * 90))
    app = room_of(table, clock, rules=("[/red] \u202egnp", "R" * 400))
    async with app.run_test(size=SIZES[0]) as pilot:
        for size in SIZES:
            await resize(pilot, size)
            for pane in screen_of(app).panes.values():
                assert all(line_cells(line) <= max(pane.size.width, 0) for line in pane.lines if pane.display), size
        assert "\x1b" not in "".join(strip.text for strip in app.screen._compositor.render_strips())
