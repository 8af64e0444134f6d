"""The session planned next, found in a home."""

from pathlib import Path

import pytest

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.commands import EndSession, StartSession
from lcterm.core.community import Community
from lcterm.core.joining import Newcomer
from lcterm.core.when import MINUTE, zone_named
from lcterm.documents.next_session import next_session
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from lcterm.store.register import found, plan
from tests.clock_program import TestClock

DAY = 24 * 60 * MINUTE
TALK = PlannedPoint(id="p1", title="Talk", minutes=30)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def bees(home: Home, clock: TestClock) -> Community:
    return found(home, clock, "Bees", "", [Newcomer("Ana")])


def planned(home: Home, clock: TestClock, community: Community, days: float) -> Desk:
    starts = clock.now() + round(days * DAY)
    zone = zone_named("Europe/London")
    return Desk(home, community.id, plan(home, clock, community, [TALK], zone, zone.key, starts, ""), clock)


def test_it_is_the_nearest_of_the_same_community_that_is_not_held(
    home: Home, clock: TestClock, bees: Community
) -> None:
    here = planned(home, clock, bees, 0)
    assert next_session(home, here.meeting) is None
    far, near = planned(home, clock, bees, 60), planned(home, clock, bees, 30)
    planned(home, clock, bees, -30)
    planned(home, clock, found(home, clock, "Wasps", "", []), 1)
    following = next_session(home, here.meeting)
    assert following is not None
    assert following.id == near.meeting.session.id
    for command in (StartSession(), EndSession()):
        assert not near.act(command).refused
    near.settle()
    following = next_session(home, here.meeting)
    assert following is not None
    assert following.id == far.meeting.session.id
    assert next_session(home, far.meeting) is None


def test_later_on_the_same_day_counts(home: Home, clock: TestClock, bees: Community) -> None:
    morning, evening = planned(home, clock, bees, 0), planned(home, clock, bees, 0.2)
    following = next_session(home, morning.meeting)
    assert following is not None
    assert following.id == evening.meeting.session.id
