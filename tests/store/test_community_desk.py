"""A place at a community between two sessions: what is said there is on the disk, and no session can be touched."""

from pathlib import Path

import pytest

from lcterm.core.commands import StartSession
from lcterm.core.community_events import RulesAgreed
from lcterm.core.joining import Newcomer
from lcterm.store.community_desk import NO_SESSION, CommunityDesk
from lcterm.store.paths import Home
from lcterm.store.register import change, found
from lcterm.store.shelf import communities
from tests.clock_program import TestClock


@pytest.fixture
def desk(tmp_path: Path, clock: TestClock) -> CommunityDesk:
    home = Home(tmp_path / "home")
    return CommunityDesk(home, found(home, clock, "Bees", "", [Newcomer("Ana")]).id, clock, "Europe/London")


def test_what_is_said_is_on_the_disk_at_once(desk: CommunityDesk) -> None:
    desk.record_of_community(RulesAgreed(rules=("Kind",)))
    assert desk.meeting.community.rules == ("Kind",)
    assert [one.rules for one in communities(desk.home)] == [("Kind",)]
    assert desk.unsaved == ""
    assert desk.close(1.0) == []


def test_what_others_say_is_taken_in(desk: CommunityDesk, clock: TestClock) -> None:
    assert not desk.poll()
    change(desk.home, clock, desk.meeting.community.id, [RulesAgreed(rules=("Brief",))])
    assert desk.poll()
    assert desk.meeting.community.rules == ("Brief",)


def test_nothing_of_a_session_can_be_done_and_none_is_made(desk: CommunityDesk) -> None:
    outcome = desk.act(StartSession())
    assert (outcome.refused, outcome.text) == (True, NO_SESSION)
    desk.record_of_community(RulesAgreed(rules=("Kind",)))
    desk.settle()
    assert desk.home.sessions(desk.meeting.community.id) == []


def test_what_is_not_saved_yet_is_said(desk: CommunityDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.community, "flush", lambda seconds: False)
    desk.community.trouble = "the disk is full"
    desk.record_of_community(RulesAgreed(rules=("Kind",)))
    assert desk.unsaved == "the disk is full"
    assert desk.meeting.community.rules == ("Kind",), "it holds all the same"
