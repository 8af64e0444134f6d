"""Words on the way to a decision leave every stored file, and what happened stays as it was."""

from pathlib import Path

import pytest

from lcterm.core.commands import (
    BeginDeciding,
    EditCapture,
    ParkDeciding,
    Settle,
    StrikeCapture,
    Suggest,
    Undo,
)
from lcterm.core.events import DecidingBegun, SuggestionMade, Words
from lcterm.core.facts import Fact
from lcterm.store.check import check
from lcterm.store.desk import Desk
from tests.clock_program import TestClock
from tests.store.making import store
from tests.store.struck import WORDS, Seats, end, files, put_back, saved, strike, texts, with_words

QUESTION = f"Shall we say: {WORDS}?"


@pytest.fixture
def seats(home: Path, clock: TestClock) -> Seats:
    return Seats(home, clock)


def deciding(desk: Desk, *suggestions: str, question: str = "When?") -> list[str]:
    """A question that is being decided at this seat, with these suggestions; their ids."""
    assert not desk.act(BeginDeciding("lights", question)).refused
    for text in suggestions:
        assert not desk.act(Suggest(text)).refused
    return suggested(desk)


def suggested(desk: Desk) -> list[str]:
    assert desk.meeting.session.deciding is not None
    return [one.id for one in desk.meeting.session.deciding.suggestions]


def test_a_suggestion_with_every_wording_and_the_decision_that_came_of_it(seats: Seats) -> None:
    desk = seats.desk(board=True)
    (first, other) = deciding(desk, f"{WORDS} first", "Fridays")
    desk.act(Suggest(WORDS, instead=first))
    desk.act(Settle(suggested(desk)[0]))
    (decision,) = desk.meeting.session.captures
    desk.act(EditCapture(decision, Words(kind="decision", text="What was said")))
    saved(desk)
    assert with_words(seats.home)
    strike(desk, decision)
    saved(desk)
    assert with_words(seats.home) == []
    assert texts(desk) == []
    end(desk)
    fresh = seats.desk()
    assert fresh.meeting.session == desk.meeting.session
    (over,) = fresh.meeting.session.decided.values()
    assert [one.id for one in over.suggestions] == [other]
    assert check(seats.home) == []


def test_a_question_while_it_is_being_decided(seats: Seats) -> None:
    desk = seats.desk(board=True)
    deciding(desk, "Tuesdays", question=QUESTION)
    began = desk.meeting.session.deciding
    assert began is not None
    saved(desk)
    strike(desk, began.id)
    saved(desk)
    end(desk)
    assert with_words(seats.home) == []
    still = seats.desk().meeting.session.deciding
    assert still is not None
    assert (still.question, [one.text for one in still.suggestions]) == ("", ["Tuesdays"])


def test_a_parked_question_in_files_of_runs_that_are_over(seats: Seats) -> None:
    first = seats.desk()
    deciding(first, "Tuesdays", question=QUESTION)
    first.act(ParkDeciding())
    end(first)
    later = seats.desk()
    (parked,) = later.meeting.session.captures
    strike(later, parked)
    later.settle()
    assert with_words(seats.home) == []
    assert seats.desk().meeting.session.deciding is None


def test_old_copies_that_come_back_are_cleared_again_and_shown_to_nobody(seats: Seats) -> None:
    desk = seats.desk()
    ids = deciding(desk, WORDS)
    end(desk)
    before = files(seats.log)
    later = seats.desk()
    strike(later, ids[0])
    later.settle()
    put_back(before)
    assert with_words(seats.home)
    again = seats.desk()
    assert WORDS not in repr(again.meeting)
    assert again.act(Suggest("Fridays")).event is not None
    again.settle()
    assert with_words(seats.home) == []
    assert check(seats.home) == []


def test_words_in_a_file_of_another_laptop_are_hidden_and_left_to_it(seats: Seats) -> None:
    at = seats.clock.now()
    store(
        seats.log,
        [
            Fact(at + 1, "zzzz", 1, at, "anotherlaptop", DecidingBegun(way="lights", question="When?")),
            Fact(at + 2, "zzzz", 2, at, "anotherlaptop", SuggestionMade(deciding="zzzz-1", text=WORDS)),
        ],
        log=seats.session,
    )
    desk = seats.desk()
    assert suggested(desk) == ["zzzz-2"]
    strike(desk, "zzzz-2")
    desk.settle()
    assert with_words(seats.home) == [str(next(seats.log.glob("zzzz.*")))]
    assert WORDS not in repr(seats.desk().meeting)


def test_a_suggestion_that_was_taken_back_can_go_too(seats: Seats) -> None:
    desk = seats.desk(board=True)
    (id,) = deciding(desk, WORDS)
    desk.act(Undo())
    saved(desk)
    assert suggested(desk) == []
    strike(desk, id)
    saved(desk)
    assert with_words(seats.home) == []
    assert desk.act(StrikeCapture(id)).refused
