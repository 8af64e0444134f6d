"""A room screen that was left open: it goes on to the session that the community begins next."""

from pathlib import Path

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.commands import AnyCommand, EndSession, StartSession
from lcterm.core.when import zone_or_utc
from lcterm.store.desk import Desk
from lcterm.store.onlooker import Onlooker
from lcterm.store.paths import Home
from lcterm.store.register import plan
from lcterm.ui.screens.room import RoomScreen
from tests.clock_program import TestClock
from tests.store.test_onlooker import listing, planned
from tests.ui.rooms import on_disk, screen_of


def shown(screen: RoomScreen) -> str:
    panes = screen.panes.values()
    return "\n".join("".join(span.text for span in line) for pane in panes for line in pane.lines)


async def test_it_follows_to_the_session_that_begins_next(tmp_path: Path, clock: TestClock) -> None:
    home = Home(tmp_path / "home")
    community, first = planned(home, clock)
    app = on_disk(home, community, first, clock)

    def act(session: str, *commands: AnyCommand) -> None:
        desk = Desk(home, community, session, clock)
        for command in commands:
            desk.act(command)
        desk.settle()

    act(first, StartSession(), EndSession())
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        assert "Thank you for today." in shown(screen)
        clock.advance(86_400)
        points = [PlannedPoint(id="p1", title="A new beginning", minutes=30, mode="queue")]
        second = plan(home, clock, screen.looker.community, points, zone_or_utc("UTC"), "UTC", clock.now())
        screen.follow()
        assert "Thank you for today." in shown(screen), "it is only planned"
        act(second, StartSession())
        before = listing(home)
        screen.follow()
        await pilot.pause()
        assert screen.looker.session.id == second
        assert "A new beginning" in shown(screen)
        assert listing(home) == before


def test_it_follows_from_a_session_that_was_planned_for_later(tmp_path: Path, clock: TestClock) -> None:
    home = Home(tmp_path / "home")
    community, now = planned(home, clock)
    points = [PlannedPoint(id="p1", title="Brought forward", minutes=30, mode="queue")]
    people = Onlooker(home, community, now, clock).community
    later = plan(home, clock, people, points, zone_or_utc("UTC"), "UTC", clock.now() + 30 * 86_400_000)
    for command in (StartSession(), EndSession()):
        desk = Desk(home, community, later, clock)
        desk.act(command)
        desk.settle()
    clock.advance(60)
    desk = Desk(home, community, now, clock)
    desk.act(StartSession())
    desk.settle()
    assert Onlooker(home, community, later, clock).next_live() == now
