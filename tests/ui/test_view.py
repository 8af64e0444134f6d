"""One moment of a meeting, worked out from the one before it where that is the same."""

from pathlib import Path

from lcterm.core.commands import ExtendPoint, GiveFloor, JumpToPoint, PauseClock, RaiseHand, StartSession
from lcterm.store.desk import Desk
from lcterm.ui.view import SHOWN_MS, View, view_of
from tests.clock_program import TestClock
from tests.ui.boards import board_app


def test_voices_are_worked_out_again_only_when_they_differ(tmp_path: Path, clock: TestClock) -> None:
    desk = discussion(tmp_path, clock)
    people = list(desk.meeting.session.voices)
    before = now(desk)
    for command, same in (
        (ExtendPoint(1), True),
        (RaiseHand(people[0]), True),
        (GiveFloor(people[1]), False),
        (RaiseHand(people[2]), True),
        (PauseClock(), True),
        (GiveFloor(people[2]), False),
        (JumpToPoint(5), False),
    ):
        desk.act(command)
        after = now(desk, before)
        assert (after.voices is before.voices) == same, command
        assert after.voices == now(desk).voices
        before = after


def test_with_the_next_step_they_are_new(tmp_path: Path, clock: TestClock) -> None:
    desk = discussion(tmp_path, clock)
    desk.act(GiveFloor(next(iter(desk.meeting.session.voices))))
    clock.advance((SHOWN_MS - desk.now() % SHOWN_MS) / 1000)
    before = now(desk)
    clock.advance(SHOWN_MS / 1000 - 0.1)
    assert now(desk, before).voices is before.voices
    clock.advance(0.1)
    assert now(desk, before).voices == now(desk).voices != before.voices


def discussion(tmp_path: Path, clock: TestClock) -> Desk:
    """A desk of a running discussion."""
    app = board_app(tmp_path, clock)
    assert app._session is not None
    desk = Desk(app.home, *app._session, clock)
    desk.act(StartSession())
    desk.act(JumpToPoint(3))
    return desk


def now(desk: Desk, before: View | None = None) -> View:
    return view_of(desk.meeting, desk.now(), before=before)
