"""A report out of a home: from real logs, by way of the digests, and voices only while the charter allows them."""

from pathlib import Path

import pytest

from lcterm.core.commands import EndSession, FreeFloor, GiveFloor, StartSession, WriteCapture
from lcterm.core.community_events import CharterAnswered
from lcterm.core.events import Words
from lcterm.core.joining import Newcomer
from lcterm.core.report import Report
from lcterm.core.when import zone_named
from lcterm.store import digests as digests_module
from lcterm.store import reporting
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from lcterm.store.register import change, found, plan
from lcterm.store.reporting import report_of
from lcterm.store.templates import find_template
from tests.clock_program import TestClock

DAY_S = 24 * 60 * 60


class Held:
    """A community that meets, and its report."""

    def __init__(self, path: Path, clock: TestClock) -> None:
        self.home, self.clock = Home(path), clock
        self.community = found(self.home, clock, "Bees", "", [Newcomer("Ana"), Newcomer("Ben")])

    def plan(self, *presenters: str) -> str:
        points = find_template("ordinary-one", Path("nowhere")).planned(presenters)
        return plan(self.home, self.clock, self.community, points, zone_named("UTC"), "UTC")

    @property
    def ana(self) -> str:
        return next(iter(self.community.members))

    def meet(self, *feedback: str, presenter: str = "") -> None:
        """A session of a day; Ana speaks for a minute, and no presentation is reached."""
        desk = Desk(self.home, self.community.id, self.plan(*[presenter] if presenter else ()), self.clock)
        desk.act(StartSession())
        for text in feedback:
            desk.act(WriteCapture(Words(kind="feedback", text=text)))
        desk.act(GiveFloor(self.ana))
        self.clock.advance(60)
        desk.act(FreeFloor())
        desk.act(EndSession())
        desk.settle()
        self.clock.advance(DAY_S)

    def settle(self, topic: str, choice: str) -> None:
        event = CharterAnswered(topic=topic, choice=choice)
        self.community = change(self.home, self.clock, self.community.id, [event])

    def report(self) -> Report:
        return report_of(self.home, self.community, self.clock.now())


@pytest.fixture
def held(home: Path, clock: TestClock) -> Held:
    return Held(home, clock)


def test_a_report_of_what_was_held(held: Held) -> None:
    held.meet("Long")
    held.meet("Good", "Short")
    made = held.report()
    assert [(one.came, one.of, one.feedback) for one in made.held] == [(2, 2, 1), (2, 2, 2)]
    assert (made.days_between, made.unread, made.voices) == (1, 0, None)


def test_voices_are_kept_only_while_the_charter_allows_it(held: Held) -> None:
    held.meet()
    folder = held.home.private
    held.report()
    assert list(folder.rglob("voices.json")) == []
    held.settle("voices", "yes")
    assert held.report().voices is not None
    held.meet()
    assert held.report().voices is not None
    (kept,) = folder.rglob("voices.json")
    told = [id in kept.read_text() for id in held.home.sessions(held.community.id)]
    assert sorted(told) == [False, True], "what was heard before the yes is not kept"
    assert list(folder.rglob("voices.json")) != []
    held.settle("voices", "no")
    assert held.report().voices is None
    assert list(folder.rglob("voices.json")) == []


def test_the_next_time_is_as_it_is_planned(held: Held) -> None:
    def agreed() -> list[object]:
        return [one.figures["agreed"] for one in held.report().signals if one.id == "presenters"]

    held.meet()
    assert agreed() == [], "nobody presents there"
    held.meet(presenter=held.ana)
    assert agreed() == [0]
    held.plan(held.ana)
    assert agreed() == [1]


def test_of_many_sessions_only_two_logs_are_read_again(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(5):
        held.meet()
    held.plan()
    first = held.report()
    read: list[str] = []
    whole, single = digests_module.read_session_log, reporting.read_session
    monkeypatch.setattr(digests_module, "read_session_log", lambda *given: read.append("digest") or whole(*given))
    monkeypatch.setattr(reporting, "read_session", lambda *given: read.append("log") or single(*given))
    assert held.report() == first
    assert read == ["log", "log"]


def test_a_log_that_cannot_be_read_is_said(held: Held) -> None:
    held.meet()
    (held.home.session_log(held.community.id, "2026-12-24-aaaa")).mkdir(parents=True)
    assert held.report().unread == 1
