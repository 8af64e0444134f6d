"""`lcterm do`: an agenda that changes, the order of speaking, the room, words agreed to."""

from typing import Any

import pytest

from tests.cli.hour import do, state
from tests.cli.running import Shell
from tests.clock_program import TestClock


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("insert 5 A moment of silence", "A moment of silence is on the agenda, 5 min."),
        ("rename 2 Talk it over", "Talk is called Talk it over now."),
        ("ask 2 When do we say so?", "Talk has another question now."),
        ("presenters 2 ana ben", "Talk: Ana, Ben present."),
        ("sums-up 2", "The group sums up at Talk."),
        ("shift 3 up", "Break comes before Talk now."),
        ("fix 3 16:30", "Break begins at 16:30."),
        ("room rules", "The room screen shows the rules."),
        ("hide-clock", "The room sees no clock at this point."),
        ("care", "All clocks stand still; the room sees a calm page."),
        ("tick plugged in", "Done: Plugged in, sound off, messages and mail closed"),
        ("by-kind", "Hands wait by kind: process, question, reply, new point."),
        ("limit 120", "A turn may take 2 minutes."),
        ("starter Sam O.", "Sam O. begins the round, in seat order."),
        ("seat ana down", "The seats are in another order now."),
        ("place Sam O. line", "Sam O. is on the line."),
        ("hand-over ben", "Ben facilitates now."),
    ],
)
def test_an_act_says_what_it_did(hour: Shell, words: str, says: str) -> None:
    do(hour, "start")
    assert do(hour, words) == says


def test_a_short_question_gives_the_floor_back(talk: Shell) -> None:
    do(talk, "give ana")
    assert do(talk, "interject ben") == "Ben asks; then back to Ana."
    assert state(talk)["floor"]["interrupted"]["name"] == "Ana"
    assert do(talk, "done") == "Ben has finished; the floor is back with Ana."


def test_hands_move_and_turns_are_taken_up_again(talk: Shell) -> None:
    for name in ("ana", "ben", "chidi"):
        do(talk, f"hand {name}")
    assert do(talk, "move chidi up") == "Chidi is number 2 of 3 in line now."
    do(talk, "give")
    do(talk, "done")
    assert do(talk, "reopen") == "Ana had not finished: first in line."


def test_pairs_are_drawn_and_swap(talk: Shell) -> None:
    do(talk, "mode pairs")
    drawn: list[list[str]] = state(talk)["floor"]["pairs"]
    assert sorted(len(pair) for pair in drawn)[0] >= 2
    assert do(talk, "swap") == "Swap: now the other one speaks."
    assert "drawn" in do(talk, "pairs")


def test_landing_brings_the_end_back(hour: Shell, clock: TestClock) -> None:
    do(hour, "start")
    clock.advance(14 * 60)
    do(hour, "next")
    assert state(hour)["drift_seconds"] > 0
    assert do(hour, "landing").startswith("The landing plan is taken")
    assert state(hour)["drift_seconds"] == 0
    assert "Even at a minute each" in hour.refusal("do", "landing", "1")


def test_a_report_is_released_and_a_quote_agreed_to(talk: Shell) -> None:
    talk("capture", "r We need the figures sooner >sponsor")
    talk("capture", "u I was not sure either @ben")
    report, quote = (one["id"] for one in state(talk)["captures"])
    assert do(talk, f"release {report}") == "Released: the group has heard it."
    assert do(talk, f"agree {quote}") == "The speaker said yes."
    captures: list[dict[str, Any]] = state(talk)["captures"]
    assert [(one["released"], one["agreed"]) for one in captures] == [(True, False), (False, True)]
    assert do(talk, f"release {report} off") == "It is not released now."


def test_captures_are_finished_mended_and_dropped_by_the_beginning_of_their_id(talk: Shell) -> None:
    talk("capture", "a Ask the council @ben")
    (id,) = (one["id"] for one in state(talk)["captures"])
    short = id[:6]
    assert do(talk, f"finish {short}") == "The action is done."
    assert do(talk, f"finish {short} off") == "The action is open again."
    assert talk.answer("capture", "--mend", short, "a Ask the council again @ana") == "Mended: action; Ana."
    (mended,) = state(talk)["captures"]
    assert (mended["text"], mended["owners"]) == ("Ask the council again", ["Ana"])
    assert do(talk, f"drop {short}") == "Dropped from the list: action. Its words stay in the log."
    assert state(talk)["captures"] == []
    assert do(talk, "undo").startswith("Taken back: Dropped from the list: action.")
    assert [one["id"] for one in state(talk)["captures"]] == [id]
    assert do(talk, "redo").startswith("Done again: Dropped from the list: action.")


def test_a_quote_without_a_name_is_of_whoever_has_the_floor(talk: Shell) -> None:
    do(talk, "give chidi")
    talk("capture", "u I was not sure either")
    assert state(talk)["captures"][0]["by"] == "Chidi"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("insert five Silence", "no number"),
        ("shift 3 left", "up, down"),
        ("room secrets", "question, rules, captures, plain"),
        ("room captures", "sums up"),
        ("by-kind maybe", "on, off"),
        ("limit 1.5", "whole number"),
        ("place ana moon", "room|line|dropped"),
        ("fix 3 soon", "15:30"),
        ("landing", "Nothing would change"),
        ("release nothing", "`lcterm show"),
        ("swap", "pairs"),
    ],
)
def test_a_refusal_is_one_line_that_says_the_way(hour: Shell, words: str, why: str) -> None:
    do(hour, "start")
    assert why in hour.refusal("do", *words.split())
