"""What others did, as a seat hears of it; and what is said of an undo that moves nothing."""

import pytest
from msgspec.structs import replace

from lcterm.core.agenda_plan import Mode
from lcterm.core.commands import (
    AnyCommand,
    EditCapture,
    EndSession,
    ExtendPoint,
    FreeFloor,
    GiveFloor,
    NextPoint,
    PauseClock,
    RaiseHand,
    Redo,
    StartSession,
    Undo,
    WriteCapture,
)
from lcterm.core.events import FloorFreed
from lcterm.core.session import Meeting
from lcterm.core.telling import told
from lcterm.core.telling_others import Doings, doings, latest, nothing_moved, what_stands
from lcterm.core.told import STANDS
from tests.core.builder import Table, learning

THREE: tuple[tuple[str, float, Mode], ...] = (("One", 10.0, "queue"), ("Two", 10.0, "queue"), ("Three", 10.0, "open"))


@pytest.fixture
def ann() -> Table:
    ann = Table(agenda=THREE)
    ann.do(StartSession())
    return ann


def heard(ann: Table, bob: Table) -> tuple[Doings, ...]:
    """What Ann hears of that Bob did since."""
    before = ann.meeting
    ann.hear(bob.log.facts)
    ann.now = max(ann.now, bob.now)
    return doings(before, ann.log.newest, ann.meeting, ann.log, ann.actor)


def by(ann: Table, *commands: AnyCommand) -> tuple[Doings, ...]:
    bob = ann.other()
    for command in commands:
        bob.do(command, 1)
    return heard(ann, bob)


@pytest.mark.parametrize(
    ("command", "text", "private"),
    [
        (NextPoint(), "One is done; now Two.", False),
        (PauseClock(care=True), "All clocks stand still; the room sees a calm page.", False),
        (ExtendPoint(5), "5 minutes more for One.", False),
        (GiveFloor("ben"), "Ben has the floor.", False),
        (WriteCapture(learning()), "Written down: learning.", True),
    ],
)
def test_an_act_is_told_in_its_own_words(ann: Table, command: AnyCommand, text: str, private: bool) -> None:
    (one,) = by(ann, command)
    assert (one.told.text, one.told.private) == (text, private)


def test_the_last_that_matters_is_told_and_each_in_the_words_of_its_moment(ann: Table) -> None:
    all_of_them = by(ann, NextPoint(), RaiseHand("ben"), NextPoint(), WriteCapture(learning()), GiveFloor("ben"))
    assert len(all_of_them) == 5
    assert latest(all_of_them).told.text == "Two is done; now Three. Still had a hand up: Ben."
    assert latest(all_of_them[3:]).told.text == "Ben has the floor."


def test_what_changes_nothing_or_was_taken_back_at_once_is_not_told(ann: Table) -> None:
    bob = ann.other()
    ann.do(NextPoint(), 1)
    bob.do(NextPoint(), 2)
    assert heard(ann, bob) == ()
    bob.hear(ann.log.facts)
    bob.do(RaiseHand("ben"), 1)
    bob.do(Undo(), 1)
    assert heard(ann, bob) == ()


def test_own_acts_of_another_program_are_no_news(ann: Table) -> None:
    shell = ann.other("w9", ann.actor)
    shell.do(NextPoint(), 1)
    assert heard(ann, shell) == ()


def test_what_went_of_ones_own_with_an_undo_there_matters(ann: Table) -> None:
    bob = ann.other()
    bob.do(GiveFloor("ben"), 1)
    heard(ann, bob)
    ann.do(FreeFloor(), 1)
    bob.hear(ann.log.facts)
    bob.do(Undo(), 1)
    (one,) = heard(ann, bob)
    assert one.told.text.startswith("Taken back: Ben has the floor. With it goes yours: ")
    assert one.matters
    assert list(one.gone) == [fact.id for fact in ann.log.facts if isinstance(fact.event, FloorFreed)]


def test_a_closing_taken_back_matters_and_a_hand_does_not(ann: Table) -> None:
    bob = ann.other()
    bob.do(EndSession(), 1)
    heard(ann, bob)
    bob.do(Undo(), 1)
    assert heard(ann, bob)[-1].matters
    bob.do(RaiseHand("ben"), 1)
    assert not heard(ann, bob)[-1].matters


# ── An undo that moves nothing ──────────────────────────────────────────────────────────────────────────────────


def said(ann: Table) -> str:
    act = ann.meeting.undo
    assert act is not None
    return nothing_moved(what_stands(ann.log, act), "notes")


def test_what_another_seat_mended_on_top_stays(ann: Table) -> None:
    ann.do(WriteCapture(learning()), 1)
    (capture,) = ann.session.captures
    ann.do(EditCapture(capture, learning("Mine")), 1)
    by(ann, EditCapture(capture, learning("Theirs")))
    assert said(ann) == "Nothing moved: notes changed it since, and that stays."


def test_what_another_seat_took_along_had_gone_already(ann: Table) -> None:
    bob = ann.other()
    bob.do(GiveFloor("ben"), 1)
    heard(ann, bob)
    ann.do(FreeFloor(), 1)
    bob.hear(ann.log.facts)
    bob.do(Undo(), 1)
    heard(ann, bob)
    assert said(ann) == "Nothing moved: that had gone already, with what notes took back."


def test_what_is_not_one_act_is_said_in_general(ann: Table) -> None:
    ann.do(RaiseHand("ben"), 1)
    by(ann, GiveFloor("ben"))
    assert said(ann) == STANDS


# ── Doing again ─────────────────────────────────────────────────────────────────────────────────────────────────


def again(ann: Table) -> Meeting:
    """The meeting before doing again, with what comes back and what does not."""
    before = ann.meeting
    assert before.redo is not None
    back = ann.log.went_with(before.redo, ann.actor)
    return replace(before, resting=back, given_up=ann.log.given_up(before.redo, ann.actor))


def test_doing_again_says_what_came_back_with_it_and_what_did_not(ann: Table) -> None:
    ann.do(GiveFloor("ben"), 1)
    bob = ann.other()
    bob.do(FreeFloor(), 1)
    heard(ann, bob)
    ann.do(Undo(), 1)
    meeting = again(ann)
    event = ann.do(Redo(), 1)
    assert told(meeting, event, ann.meeting).text == "Done again with 1 act of another seat: Ben has the floor."
    ann.do(Undo(), 1)
    bob.hear(ann.log.facts)
    bob.do(Undo(), 1)
    heard(ann, bob)
    meeting = again(ann)
    event = ann.do(Redo(), 1)
    words = "Done again without 1 act of another seat, taken back there since: Ben has the floor."
    assert told(meeting, event, ann.meeting).text == words
    assert len(words) <= 84
