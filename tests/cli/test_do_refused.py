"""do: what cannot be done is refused in one line, with the way on, and nothing changes."""

import pytest

from tests.cli.hour import do, state
from tests.cli.running import Shell


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("dance", "'dance' is no act; there is start, pause, resume, next,"),
        ("start now", "write it like: lcterm do start"),
        ("jump", "write it like: lcterm do jump N"),
        ("jump 1 2", "write it like: lcterm do jump N"),
        ("jump x", "point 'x' is no number; write it like 5"),
        ("jump 1.5", "point '1.5' is no number of a point; write it like 5"),
        ("jump nan", "point 'nan' is no number; write it like 5"),
        ("jump 99", "There is no point 99; the agenda has 4."),
        ("jump 0", "There is no point 0; the agenda has 4."),
        ("jump -1", "There is no point -1; the agenda has 4."),
        ("jump 2", "Talk is running already."),
        ("skip 1", "Hello is done already."),
        ("skip 2.5", "point '2.5' is no number of a point"),
        ("extend", "write it like: lcterm do extend MINUTES"),
        ("extend soon", "minutes 'soon' is no number; write it like 5"),
        ("extend 0", "No minutes, no change."),
        ("extend -20", "Talk has 20 minutes; -20 is more than it can give or hold."),
        ("extend inf", "minutes 'inf' is no number"),
        ("late -1", "-1 minutes ago is no time this can have begun."),
        ("hand", "write it like: lcterm do hand NAME [process|question|reply|point]"),
        ("hand Zoe", "No one here is called Zoe."),
        ("hand Sam", "Sam could be Sam K. or Sam O.: write more of the name."),
        ("hand question", "No one here is called question."),
        ("withdraw Ana", "Ana has no hand up."),
        ("give", "The floor is free and no hand is up."),
        ("done", "The floor is free already."),
        ("pass", "Passing belongs to a round; this is a queue."),
        ("arrive Ana", "Ana is here already."),
        ("mode chat", "a mode is one of round, queue, open, presenter, pairs, none; 'chat' is none of these"),
        ("mode queue", "This is a queue already."),
        ("open-queue", "The list is open."),
        ("resume", "The clock is running."),
        ("start", "The session is running already."),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(talk: Shell, words: str, said: str) -> None:
    before = state(talk)
    assert talk.refusal("do", *words.split()).startswith(said)
    assert state(talk) == before


def test_before_the_start_and_after_the_end_the_way_on_is_said(hour: Shell) -> None:
    assert hour.refusal("do", "next") == "The session has not started; start it first."
    assert hour.refusal("do", "undo") == "Nothing left to take back."
    do(hour, "start")
    do(hour, "end")
    assert hour.refusal("do", "next") == "The session is closed; undo opens it again."
    assert do(hour, "undo") == "Taken back: The session is closed."
