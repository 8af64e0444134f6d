"""What may happen on the way to a decision, and what is said to whoever may not."""

import pytest

from lcterm.core.captures import TEXT_MAX
from lcterm.core.commands import (
    AnyCommand,
    BeginDeciding,
    CountLights,
    EndSession,
    Leave,
    LeaveDeciding,
    MarkPlace,
    OpenVote,
    ParkDeciding,
    PutOnWall,
    Settle,
    ShowLight,
    SortSuggestion,
    StrikeCapture,
    Suggest,
)
from lcterm.core.decide_deciding import QUESTION_MAX
from lcterm.core.decide_suggestions import SUGGESTION_MAX
from tests.core.builder import Table
from tests.core.decisions import QUESTION, at_table, captured, listed, made, running


def test_only_in_a_session_that_runs() -> None:
    table = Table()
    for wish in (BeginDeciding("lights", QUESTION), Suggest("Tuesdays"), LeaveDeciding()):
        assert table.refused(wish) == "The session has not started; start it first."


def test_what_is_open_when_the_session_is_closed_can_still_be_ended_and_no_more() -> None:
    table = at_table("lights", "Tuesdays")
    table.do(EndSession())
    assert "closed" in table.refused(Suggest("Fridays"))
    assert "closed" in table.refused(ShowLight(made(table, 1).id, "amina", "green"))
    table.do(ParkDeciding())
    assert captured(table) == [("parked", QUESTION)]
    assert "closed" in table.refused(ParkDeciding())


def test_one_at_a_time_and_with_words() -> None:
    table = at_table()
    assert table.refused(BeginDeciding("pairs", "Where?")) == (
        "Another question is being decided; settle it, park it, or give it up first."
    )
    table.do(LeaveDeciding())
    assert captured(table) == []
    assert (
        table.refused(Suggest("Tuesdays")) == "Nothing is being decided; begin with a question and a way to decide it."
    )
    assert table.refused(BeginDeciding("lights", " \x1b[31m\t")) == "Say what is to be decided."
    assert "at most 400" in table.refused(BeginDeciding("lights", "x" * 401))
    table.do(BeginDeciding("lights", "  When\nagain? "))
    assert running(table).question == "When again?"


def test_suggestions_are_cleaned_new_and_not_too_many() -> None:
    table = at_table("lights", " Tuesdays\t")
    assert listed(table) == ["Tuesdays"]
    assert table.refused(Suggest("TUESDAYS ")) == "That is suggested already, in the same words."
    assert table.refused(Suggest(" ")) == "Say what is suggested."
    assert "at most 200" in table.refused(Suggest("x" * 201))
    for number in range(25):
        table.do(Suggest(f"Day {number}"))
    assert table.refused(Suggest("One more")).startswith("There are 26 suggestions")
    table.do(Suggest("In its place", instead=made(table, 3).id))
    assert len(listed(table)) == 26


def test_a_pair_makes_three_and_keeps_what_it_rewords() -> None:
    table = at_table("pairs")
    for text in ("One", "Two", "Three"):
        table.do(Suggest(text, ("amina", "ben"), "should"))
    assert table.refused(Suggest("Four", ("ben", "amina"))) == (
        "That pair has made its three suggestions; change one of them instead."
    )
    table.do(Suggest("Four", ("chidi", "dorota")))
    table.do(Suggest("First", instead=made(table, 1).id))
    assert (made(table, 1).pair, made(table, 1).sort) == (("amina", "ben"), "should")
    assert table.refused(Suggest("First", instead=made(table, 1).id)) == "Nothing was changed."
    assert table.refused(Suggest("Five", ("nobody",))).endswith("has no seat here; let them arrive first.")
    assert table.refused(Suggest("Five", instead="w9-9")) == "That suggestion is not there any more."


def test_sorting_and_the_wall_are_for_pairs() -> None:
    table = at_table("lights", "Tuesdays")
    id = made(table, 1).id
    assert "in pairs" in table.refused(SortSuggestion(id, "must"))
    assert "in pairs" in table.refused(SortSuggestion(id, ""))
    assert "in pairs" in table.refused(Suggest("Fridays", sort="must"))
    assert "in pairs" in table.refused(PutOnWall(id))
    assert "from its beginning" in table.refused(OpenVote())


def test_sorting_says_what_is_so_already() -> None:
    table = at_table("pairs", "Tuesdays")
    id = made(table, 1).id
    assert table.refused(SortSuggestion(id, "")) == "It is not sorted."
    table.do(SortSuggestion(id, "must"))
    assert table.refused(SortSuggestion(id, "must")) == "It is a must already."
    table.do(SortSuggestion(id, ""))
    assert made(table, 1).sort == ""
    assert "not there" in table.refused(SortSuggestion("w9-9", "must"))


def test_one_of_each_pair_goes_to_the_wall_and_then_all_vote() -> None:
    table = at_table("pairs", "The room's")
    for text in ("One", "Two"):
        table.do(Suggest(text, ("amina", "ben")))
    assert table.refused(OpenVote()).startswith("Nothing is on the wall yet")
    assert table.refused(OpenVote(False)) == "The vote is not open."
    room, one, two = (suggestion.id for suggestion in running(table).suggestions)
    table.do(PutOnWall(room))
    table.do(PutOnWall(one))
    assert table.refused(PutOnWall(one)) == "It is on the wall already."
    assert table.refused(PutOnWall(two)) == "That pair has one on the wall already; take it off first."
    assert table.refused(PutOnWall(two, False)) == "It is not on the wall."
    assert table.refused(ShowLight(one, "chidi", "green")).startswith("The vote is not open yet")
    table.do(OpenVote())
    table.do(ShowLight(one, "chidi", "green"))
    assert table.refused(ShowLight(two, "chidi", "green")).startswith("It is not on the wall")
    changes: list[AnyCommand] = [
        PutOnWall(one, False),
        SortSuggestion(one, "must"),
        Suggest("Three"),
        Suggest("First", instead=one),
    ]
    for wish in changes:
        assert table.refused(wish) == "All vote on what is on the wall; close the vote first, the marks are kept."
    assert table.refused(OpenVote()) == "The vote is open already."


def test_only_who_is_here_and_of_the_group_gives_a_mark() -> None:
    table = at_table("lights", "Tuesdays")
    id = made(table, 1).id
    for person in ("eva", "faye"):
        assert "gives no mark" in table.refused(ShowLight(id, person, "green"))
    assert "no seat" in table.refused(ShowLight(id, "nobody", "green"))
    assert table.refused(ShowLight(id, "ben", "")) == "Ben has no mark here."
    table.do(ShowLight(id, "ben", "green"))
    assert table.refused(ShowLight(id, "ben", "green")) == "Ben has shown green already."
    table.do(Leave("ben"))
    assert table.refused(ShowLight(id, "ben", "red")) == "Ben is away; let them arrive first."
    table.do(ShowLight(id, "ben", ""))
    table.do(MarkPlace("amina", "line"))
    table.do(MarkPlace("amina", "dropped"))
    assert "away" in table.refused(ShowLight(id, "amina", "green"))
    assert "not there" in table.refused(ShowLight("w9-9", "chidi", "green"))


@pytest.mark.parametrize(("green", "red"), [(5, 0), (2, 3), (-1, 0), (0, -1)])
def test_no_more_marks_are_counted_than_people_can_give(green: int, red: int) -> None:
    table = at_table("lights", "Tuesdays")
    refused = table.refused(CountLights(made(table, 1).id, green, red))
    assert refused == f"{green} green and {red} red do not fit: 4 people can give a mark now. Count again."
    table.do(CountLights(made(table, 1).id, 2, 2))
    assert "already" in table.refused(CountLights(made(table, 1).id, 2, 2))


def test_the_decision_says_how_the_marks_stood_unless_it_has_words_of_its_own() -> None:
    for wish, text in (
        (("Tuesdays", ""), "When do we meet? Tuesdays (3 green, 1 red)"),
        (("Fridays", ""), "When do we meet? Fridays"),
        (("Tuesdays", " Tuesdays at six "), "Tuesdays at six"),
        (("", "Never again"), "Never again"),
    ):
        table = at_table("lights", "Tuesdays", "Fridays")
        table.do(CountLights(made(table, 1).id, 3, 1))
        ids = {one.text: one.id for one in running(table).suggestions}
        table.do(Settle(ids.get(wish[0], ""), wish[1]))
        assert captured(table) == [("decision", text)]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Where do we meet?", "Where do we meet? In the hall (1 green, 0 red)"),
        ("A room to meet in", "A room to meet in: In the hall (1 green, 0 red)"),
        ("Treffen wir uns noch …", "Treffen wir uns noch … In the hall (1 green, 0 red)"),
    ],
)
def test_the_decision_says_what_was_asked(question: str, text: str) -> None:
    table = at_table("lights")
    table.do(LeaveDeciding())
    table.do(BeginDeciding("lights", question))
    table.do(Suggest("In the hall"))
    table.do(CountLights(made(table, 1).id, 1, 0))
    table.do(Settle(made(table, 1).id))
    assert captured(table) == [("decision", text)]


def test_without_its_question_a_decision_is_its_answer_alone_and_the_longest_of_both_fits() -> None:
    table = at_table("lights", "Tuesdays")
    table.do(StrikeCapture(running(table).id))
    table.do(Settle(made(table, 1).id))
    assert captured(table) == [("decision", "Tuesdays")]
    assert QUESTION_MAX + SUGGESTION_MAX + len(": (9999 green, 9999 red)") < TEXT_MAX


def test_nothing_chosen_and_nothing_said_is_no_decision() -> None:
    table = at_table("lights", "Tuesdays")
    assert table.refused(Settle()).startswith("Choose a suggestion, or say in words what was decided")
    assert "not there" in table.refused(Settle("w9-9", "Fridays"))
    assert "at most 1000" in table.refused(Settle(text="x" * 1001))


def test_what_else_is_found_out_and_not_voted_on() -> None:
    table = at_table("what-else", "Is the room free?")
    id = made(table, 1).id
    assert "no vote" in table.refused(ShowLight(id, "ben", "green"))
    assert "no vote" in table.refused(CountLights(id, 1, 1))
    assert "no vote" in table.refused(OpenVote())
    assert table.refused(Settle(id)).startswith("That is something to find out")
    table.do(Settle(text="We take the hall"))
    assert captured(table) == [("decision", "We take the hall")]


def test_what_else_may_be_parked_with_nothing_to_find_out() -> None:
    table = at_table("what-else")
    table.do(ParkDeciding())
    assert captured(table) == [("parked", QUESTION)]
