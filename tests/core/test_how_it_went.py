"""How the hour went: words that a group can talk about, in which nobody can be found."""

import re

from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.commands import EndSession, GiveFloor, NextPoint, StartSession, WriteCapture
from lcterm.core.events import Words
from lcterm.core.how_it_went import QUESTIONS, Went, how_it_went
from tests.core.builder import NAMES, Table

THREE = (("Amina's story", 10.0, "presenter"), ("Talk", 20.0, "queue"), ("Round", 10.0, "round"))


def went(table: Table) -> Went:
    return how_it_went(table.session, table.timetable)


def held(minutes: tuple[float, float, float]) -> Table:
    table = Table(agenda=THREE)
    table.do(StartSession())
    table.do(NextPoint(), minutes[0] * 60)
    table.do(GiveFloor("ben"), 30)
    table.do(NextPoint(), minutes[1] * 60 - 30)
    table.do(EndSession(), minutes[2] * 60)
    return table


def test_nothing_is_said_before_it_is_over() -> None:
    table = Table(agenda=THREE)
    assert went(table) == Went()
    table.do(StartSession())
    assert went(table) == Went()


def test_time_how_it_was_spent_and_what_was_written() -> None:
    table = held((15, 30, 4))
    for kind, text in (("learning", "One"), ("learning", "Two"), ("action", "Three"), ("note", "Four")):
        table.do(WriteCapture(Words(kind=kind, text=text)))  # type: ignore[arg-type]
    assert went(table).said == (
        "We were together for 49 min; 40 min were planned.",
        "That was 30 min talking together, 15 min listening to a presentation and 4 min going round.",
        "2 points took longer than planned, by 15 min in all; one point needed less, by 6 min in all.",
        "We wrote down 2 learnings and 1 action.",
    )
    assert went(table).questions == QUESTIONS


def test_a_session_as_planned_says_so() -> None:
    said = went(held((10, 21, 9))).said
    assert said[0] == "We were together for 40 min, as planned."
    assert "Everything had about the time we had set ourselves." in said


@given(st.tuples(*[st.floats(1, 90)] * 3), st.lists(st.sampled_from(NAMES), max_size=3))
def test_nobody_is_named_and_no_title(minutes: tuple[float, float, float], named: list[str]) -> None:
    table = held(minutes)
    for name in named:
        table.do(WriteCapture(Words(kind="learning", text=f"{name} said it", owners=(name.lower(),))))
    text = " ".join((*went(table).said, *went(table).questions))
    assert not re.search("|".join((*NAMES, "story", "Talk")), text)
