"""`lcterm do`: deciding by traffic light, in pairs, by what else to find out; `show` while it lasts; striking and
forgetting what was said."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.forgetting import holding
from tests.cli.hour import do, state
from tests.cli.running import Shell


def deciding(shell: Shell) -> dict[str, Any]:
    found: dict[str, Any] = state(shell)["deciding"]
    return found


def texts(shell: Shell) -> list[tuple[str, str]]:
    return [(one["kind"], one["text"]) for one in state(shell)["captures"]]


@pytest.fixture
def lights(talk: Shell) -> Shell:
    """A shell in a session that decides by traffic light, with two suggestions."""
    do(talk, "decide lights When do we meet?")
    do(talk, "suggest Every Tuesday")
    do(talk, "suggest Fridays, at six")
    return talk


def test_a_traffic_light_from_question_to_decision(lights: Shell) -> None:
    assert do(lights, "light 1 green ana") == "Ana: green."
    assert do(lights, "light 1 red Sam O.") == "Sam O.: red."
    assert do(lights, "light 1 none Sam O.") == "Sam O.: the mark is taken back."
    assert do(lights, "count 2 3 2") == "Counted: 3 green, 2 red."
    shown = deciding(lights)
    assert {key: shown[key] for key in ("way", "question", "voting")} == {
        "way": "lights",
        "question": "When do we meet?",
        "voting": True,
    }
    assert [(one["n"], one["text"], one["green"], one["red"], one["place"]) for one in shown["suggestions"]] == [
        (1, "Every Tuesday", 1, 0, 2),
        (2, "Fridays, at six", 3, 2, 1),
    ]
    assert do(lights, "settle 2") == "Decided, and written down."
    assert texts(lights) == [("decision", "When do we meet? Fridays, at six (3 green, 2 red)")]
    assert deciding(lights) is None


def test_who_gave_which_mark_is_in_no_form_of_the_state(lights: Shell) -> None:
    before = json.dumps(deciding(lights))
    do(lights, "light 1 green ben")
    shown = json.dumps(deciding(lights))
    assert shown != before
    assert "Ben" not in shown
    said = [line for line in lights.answer("show").splitlines() if "green" in line]
    assert said == [
        "Suggestion 1: Every Tuesday (1 green, 0 red; place 1)",
        "Suggestion 2: Fridays, at six (0 green, 0 red; place 2)",
    ]


def test_show_says_what_is_decided_and_that_marks_are_even(lights: Shell) -> None:
    said = lights.answer("show").splitlines()
    start = said.index("To decide, by traffic light: When do we meet?")
    assert said[start + 1 : start + 4] == [
        "5 people can give a mark.",
        "Suggestion 1: Every Tuesday (0 green, 0 red)",
        "Suggestion 2: Fridays, at six (0 green, 0 red)",
    ]
    do(lights, "count 1 2 0")
    do(lights, "count 2 2 3")
    assert "Suggestion 2: Fridays, at six (2 green, 3 red; place 1, even with another)" in lights.answer("show")


def test_pairs_from_suggestions_to_the_vote(talk: Shell) -> None:
    do(talk, "decide pairs Where?")
    assert "Nothing is suggested yet." in talk.answer("show")
    assert do(talk, "suggest The town hall @ana @ben") == "Suggested."
    do(talk, "suggest The park @chidi")
    assert do(talk, "sort 1 must") == "Sorted: must."
    assert do(talk, "wall 1") == "It is on the wall."
    do(talk, "wall 2")
    assert do(talk, "wall 2 off") == "It is off the wall."
    assert "The vote is not open." in talk.answer("show")
    assert "Suggestion 1: The town hall (must; on the wall; from Ana and Ben)" in talk.answer("show")
    assert do(talk, "vote") == "All vote now on what is on the wall."
    do(talk, "count 1 4 0")
    assert do(talk, "vote off") == "The vote is closed; the marks are kept."
    assert do(talk, "reword 2 The park, if dry") == "It reads differently now; its marks are gone."
    assert [(one["text"], one["sort"], one["wall"], one["green"]) for one in deciding(talk)["suggestions"]] == [
        ("The town hall", "must", True, 4),
        ("The park, if dry", None, False, 0),
    ]
    do(talk, "settle 1 The town hall from May")
    assert texts(talk) == [("decision", "The town hall from May")]


def test_what_else_is_parked_with_its_questions(talk: Shell) -> None:
    assert do(talk, "decide what-else Do we merge?") == "What else does the group need to know?"
    do(talk, "suggest What does it cost?")
    assert "To find out 1: What does it cost?" in talk.answer("show")
    assert do(talk, "park") == "Parked until more is known, and written down."
    assert texts(talk) == [("parked", "Do we merge?"), ("question", "What does it cost?")]


def test_given_up_leaves_no_word_and_can_be_taken_back(lights: Shell) -> None:
    assert do(lights, "give-up") == "Given up; nothing is written down."
    assert texts(lights) == []
    do(lights, "undo")
    assert len(deciding(lights)["suggestions"]) == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("decide dice Where?", "a way to decide is one of lights, pairs, what-else; 'dice' is none of these"),
        ("decide lights", "write it like: lcterm do decide lights|pairs|what-else QUESTION…"),
        ("light 3 green ana", "there is no suggestion '3'; the suggestions are 1 to 2"),
        ("light 0 green ana", "there is no suggestion '0'; the suggestions are 1 to 2"),
        ("light x green ana", "there is no suggestion 'x'; the suggestions are 1 to 2"),
        ("light 1 blue ana", "a mark is one of green, red, none; 'blue' is none of these"),
        ("count 1 1.5 0", "greens '1.5' are no whole number; write it like 5"),
        ("count 1 6 0", "6 green and 0 red do not fit: 5 people can give a mark now. Count again."),
        ("settle", "Choose a suggestion, or say in words what was decided; else park it, or give it up."),
        ("settle 30 minutes each", "there is no suggestion '30'; the suggestions are 1 to 2"),
        ("sort 1 must", "Must, should and could are for suggestions in pairs; leave the sorting out."),
        ("suggest Soon @nobody", "nobody"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(lights: Shell, words: str, says: str) -> None:
    before = state(lights)
    ran = lights("do", *words.split())
    assert ran.status == 1
    assert says in ran.err
    assert len(ran.err.splitlines()) == 1
    assert state(lights) == before


def test_before_anything_is_decided_the_acts_say_so(talk: Shell) -> None:
    ran = talk("do", "wall", "1")
    assert "Nothing is being decided; begin with a question and a way to decide it." in ran.err


def test_names_at_the_end_of_one_argument_say_whose_it_is_too(talk: Shell) -> None:
    do(talk, "decide pairs Where do we meet?")
    for words in (["The town hall @ana @ben"], ["The park", "@Sam O."], ["Write to ana@home @"]):
        assert talk.answer("do", "suggest", *words) == "Suggested."
    shown = [line for line in talk.answer("show").splitlines() if line.startswith("Suggestion")]
    assert shown == [
        "Suggestion 1: The town hall (from Ana and Ben)",
        "Suggestion 2: The park (from Sam O.)",
        "Suggestion 3: Write to ana@home @",
    ]


def test_a_suggestion_is_struck_by_its_id(lights: Shell, home: Path) -> None:
    id = deciding(lights)["suggestions"][0]["id"]
    assert holding(home, "Tuesday")
    assert lights.answer("strike", id).startswith("Struck: the words are gone, from the disk too.")
    assert holding(home, "Tuesday") == []
    assert [one["text"] for one in deciding(lights)["suggestions"]] == ["Fridays, at six"]


def test_a_decision_takes_the_suggestion_it_came_from(lights: Shell, home: Path) -> None:
    do(lights, "settle 1")
    lights.answer("strike", state(lights)["captures"][0]["id"])
    assert holding(home, "Tuesday", "When do we meet") == []


def test_forget_finds_names_in_questions_suggestions_and_decisions(talk: Shell, home: Path) -> None:
    do(talk, "decide lights Does Chidi stay?")
    do(talk, "suggest Chidi decides")
    do(talk, "suggest Chidi and Ana decide")
    do(talk, "light 1 green chidi")
    do(talk, "settle 1")
    do(talk, "decide what-else What does Chidi need?")
    do(talk, "suggest A key for CHIDI @chidi")
    listed = talk("forget", "Chidi").out
    for line in (
        "a question to decide: “Does Chidi stay?”: becomes “Does someone stay?”",
        "a suggestion: “Chidi decides”: becomes “someone decides”",
        "“Does Chidi stay? Chidi decides (1 green, 0 red)”: its words go",
        "a suggestion: “A key for CHIDI”: becomes “A key for someone”",
    ):
        assert line in listed
    talk.answer("forget", "Chidi", "--yes")
    assert holding(home, "Chidi") == []
    assert deciding(talk)["question"] == "What does someone need?"
    assert [one["text"] for one in deciding(talk)["suggestions"]] == ["A key for someone"]
    assert "Nothing left" in talk.answer("forget", "Chidi")
    assert talk.answer("check").endswith("is in order.")
