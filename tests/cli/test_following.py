"""`lcterm show --follow`: who did it, what follows from it, what nobody would hear otherwise."""

from pathlib import Path

import pytest

from lcterm.core.commands import RaiseHand, WriteCapture
from lcterm.core.events import Words
from lcterm.store.desk import Desk
from lcterm.store.seats import Seat
from tests.cli.listening import heard, listening, six_people
from tests.cli.running import Shell
from tests.clock_program import TestClock


@pytest.fixture
def shell(clock: TestClock, home: Path) -> Shell:
    return six_people(clock)


def test_who_did_it_is_said_where_it_is_somebody_else_than_before(clock: TestClock, shell: Shell, home: Path) -> None:
    shell.answer("do", "start")
    desk, ear = listening(home, clock)
    notes = at_notes(desk, clock)
    for badge in "bc":
        notes.act(RaiseHand(next(one for one in notes.meeting.session.voices if voice(notes, one) == badge)))
    notes.settle()
    assert notes.seat is not None
    notes.seat.leave()
    shell.answer("do", "hand", "Dorota")
    later = at_notes(desk, clock)
    later.act(WriteCapture(Words(kind="learning", text="Ask early")))
    later.settle()
    assert heard(ear).splitlines() == [
        "Ben has a hand up. By the notes seat.",
        "Chidi has a hand up.",
        "Dorota has a hand up.",
        "Learning: Ask early (for the group). By the notes seat.",
    ]


def at_notes(desk: Desk, clock: TestClock) -> Desk:
    """The notes seat at the same session; nobody else is there."""
    session = desk.meeting.session
    return Desk(desk.home, session.community, session.id, clock, seat=Seat(desk.home, session.id, "notes"))


def voice(desk: Desk, person: str) -> str:
    return desk.meeting.session.voices[person].badge


def test_a_pause_that_goes_on_is_told_and_so_is_what_happens_in_it(clock: TestClock, shell: Shell, home: Path) -> None:
    shell.answer("do", "start")
    shell.answer("do", "pause")
    _, ear = listening(home, clock)
    clock.advance(599)
    assert heard(ear) == ""
    clock.advance(2)
    assert heard(ear) == "Paused for 10 minutes now. The clocks stand still until you resume."
    shell.answer("do", "next")
    assert heard(ear).splitlines()[-1] == "The clocks stand still until you resume."
    clock.advance(600)
    assert heard(ear).startswith("Paused for 20 minutes now.")
    shell.answer("do", "resume")
    assert heard(ear) == "The clocks go on."


def test_what_was_dropped_and_released_is_read_out_but_no_struck_words(
    clock: TestClock, shell: Shell, home: Path
) -> None:
    shell.answer("do", "start")
    shell.answer("capture", "d We share the letter >sponsor")
    shell.answer("capture", "l Zebra")
    desk, ear = listening(home, clock)
    shell.answer("do", "release", "letter")
    assert heard(ear) == "Released, the group has heard it: We share the letter"
    shell.answer("do", "drop", "letter")
    assert heard(ear) == "Dropped from the list, decision: We share the letter"
    (zebra,) = desk.meeting.session.captures
    shell.answer("do", "drop", "zebra")
    shell.answer("strike", zebra)
    assert "Zebra" not in heard(ear)


def test_the_last_of_a_round_is_told(clock: TestClock, shell: Shell, home: Path) -> None:
    shell.answer("do", "start")
    for name in ("Chidi", "Dorota", "Farida", "Grace"):
        shell.answer("do", "leave", name)
    shell.answer("do", "starter", "Amina")
    _, ear = listening(home, clock, others=True)
    shell.answer("do", "give")
    assert heard(ear) == "Then Ben."
    shell.answer("do", "give")
    assert heard(ear) == "That is the last of the round."
