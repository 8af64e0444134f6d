"""A yes and a release are of the words that were heard, whatever another laptop makes of them meanwhile."""

import pytest

from lcterm.core.commands import AgreeQuote, EditCapture, ReleaseCapture, StartSession, Undo, WriteCapture
from lcterm.core.events import Words
from lcterm.core.session import Capture
from tests.core.builder import Table

QUOTE = Words(kind="quote", text="I was not sure either", by="ben")
REPORT = Words(kind="report", text="We need the figures sooner", audience="sponsor")
CASES = [(QUOTE, AgreeQuote), (REPORT, ReleaseCapture)]
Agreeing = type[AgreeQuote | ReleaseCapture]


def written(words: Words) -> tuple[Table, str]:
    table = Table(("Amina", "Ben"))
    table.do(StartSession())
    table.do(WriteCapture(words))
    return table, next(iter(table.session.captures))


def other_words(words: Words) -> Words:
    return Words(kind=words.kind, text="Something else", by=words.by, audience=words.audience)


def until_june(words: Words) -> Words:
    return Words(kind=words.kind, text=words.text, by=words.by, audience=words.audience, due="2027-06-01")


def open_to_readers(capture: Capture) -> bool:
    return capture.agreed or capture.released


@pytest.mark.parametrize(("words", "agreeing"), CASES)
def test_what_another_seat_had_reworded_meanwhile_is_not_agreed(words: Words, agreeing: Agreeing) -> None:
    here, id = written(words)
    there = here.other()
    there.do(EditCapture(id, other_words(words)), after_seconds=1)
    here.do(agreeing(id), after_seconds=2)
    here.hear(there.log.facts)
    capture = here.session.captures[id]
    assert capture.words.text == "Something else"
    assert not open_to_readers(capture)
    here.do(agreeing(id), after_seconds=1)
    assert open_to_readers(here.session.captures[id])


@pytest.mark.parametrize(("words", "agreeing"), CASES)
def test_words_that_come_back_do_not_take_the_yes_of_others(words: Words, agreeing: Agreeing) -> None:
    here, id = written(words)
    here.do(EditCapture(id, other_words(words)), after_seconds=1)
    there = here.other()
    there.do(agreeing(id), after_seconds=1)
    here.hear(there.log.facts)
    assert open_to_readers(here.session.captures[id])
    here.do(Undo(), after_seconds=2)
    assert here.session.captures[id].words == words
    assert not open_to_readers(here.session.captures[id])


@pytest.mark.parametrize(("words", "agreeing"), CASES)
def test_another_date_needs_no_other_yes(words: Words, agreeing: Agreeing) -> None:
    here, id = written(words)
    there = here.other()
    there.do(EditCapture(id, until_june(words)), after_seconds=1)
    here.do(agreeing(id), after_seconds=2)
    here.hear(there.log.facts)
    assert open_to_readers(here.session.captures[id])


@pytest.mark.parametrize(("words", "agreeing"), CASES)
def test_a_yes_is_taken_back_whatever_the_words_are_by_now(words: Words, agreeing: Agreeing) -> None:
    here, id = written(words)
    here.do(agreeing(id))
    there = here.other()
    there.do(EditCapture(id, other_words(words)), after_seconds=1)
    there.do(agreeing(id), after_seconds=1)
    here.do(agreeing(id, False), after_seconds=5)
    here.hear(there.log.facts)
    assert not open_to_readers(here.session.captures[id])


def test_a_report_that_goes_to_nobody_is_not_released() -> None:
    table, id = written(Words(kind="report", text="We need the figures sooner"))
    assert table.refused(ReleaseCapture(id)) == "It says nobody who gets it; write >sponsor, or a name after >."
    table.do(EditCapture(id, REPORT))
    table.do(ReleaseCapture(id))
    assert table.session.captures[id].released
