"""New communities and sessions lie beside those that are there already, never on top of one."""

from datetime import UTC
from pathlib import Path

import pytest

from lcterm.store import ids
from lcterm.store.paths import Home
from lcterm.store.register import found, plan
from lcterm.store.shelf import communities, read_session
from lcterm.store.templates import find_template
from tests.clock_program import TestClock


@pytest.fixture
def each_drawn_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chance that gives each id a second time before the next."""
    drawn = iter("aabbccdd")
    monkeypatch.setattr(ids, "_random", lambda _letters, length: next(drawn) * length)


@pytest.mark.usefixtures("each_drawn_twice")
def test_two_sessions_of_a_day_are_two(home: Path, clock: TestClock) -> None:
    at = Home(home)
    bees = found(at, clock, "Bees", "", [])
    points = find_template("circle", at.templates).planned()
    sessions = [plan(at, clock, bees, points, UTC, "UTC", title=title) for title in ("one", "two", "three")]
    assert len(set(sessions)) == 3
    assert [read_session(at, bees.id, session).title for session in sessions] == ["one", "two", "three"]


@pytest.mark.usefixtures("each_drawn_twice")
def test_two_communities_are_two(home: Path, clock: TestClock) -> None:
    at = Home(home)
    made = [found(at, clock, name, "", []).id for name in ("Bees", "Ants")]
    assert sorted(one.id for one in communities(at)) == sorted(made) == ["a" * 8, "b" * 8]
