"""What facts make of a decision that is being made, at one seat and at several."""

from lcterm.core.commands import (
    BeginDeciding,
    CountLights,
    OpenVote,
    ParkDeciding,
    PassFacilitation,
    PutOnWall,
    Redo,
    Settle,
    ShowLight,
    SortSuggestion,
    Suggest,
    Undo,
)
from lcterm.core.events import (
    DecidingEnded,
    LightsCounted,
    LightShown,
    SuggestionMade,
    SuggestionPut,
    SuggestionSorted,
    VoteOpened,
    Words,
)
from tests.core.builder import START, Table
from tests.core.decisions import QUESTION, at_table, captured, listed, made, running


def test_it_begins_where_the_hour_is_and_has_the_id_of_its_fact() -> None:
    table = at_table()
    one = running(table)
    assert (one.way, one.question, one.at, one.point) == ("lights", QUESTION, START, "point-1")
    assert table.log.fact(one.id) is not None
    table.do(Suggest("Tuesdays"))
    assert table.log.fact(made(table, 1).id) is not None


def test_one_that_is_open_gives_way_and_is_kept_as_it_stood() -> None:
    table = at_table("lights", "Tuesdays")
    other = table.other()
    first = running(table)
    table.do(Settle(text="Never"))
    other.do(Suggest("Fridays"))
    table.do(BeginDeciding("pairs", "Where?"))
    other.hear(table.log.facts)
    assert running(other).question == "Where?"
    assert [one.id for one in other.session.decided.values()] == [first.id]
    table.record(table.log.facts[-1].event)  # begun once more, from a seat that had not heard
    begun = table.log.facts[-1].id
    assert table.session.decided[begun].question == "Where?"
    assert running(table).id == begun


def test_whoever_ends_it_without_knowing_that_it_gave_way_is_heard() -> None:
    table = at_table("lights", "Tuesdays")
    first = running(table)
    table.record(table.log.facts[-2].event)
    second = running(table)
    words = Words(kind="decision", text="Tuesdays")
    ended = table.record(DecidingEnded(deciding=first.id, outcome="decided", words=words))
    assert captured(table) == [("decision", "Tuesdays")]
    assert table.session.decided == {ended.id: first}
    assert running(table) == second
    table.record(DecidingEnded(deciding=first.id, outcome="decided", words=words))
    assert len(table.session.captures) == 1


def test_an_ending_whose_beginning_is_missing_loses_no_words() -> None:
    table = Table()
    ended = DecidingEnded(deciding="w9-1", outcome="decided", words=Words(kind="decision", text="Tuesdays"))
    table.record(ended)
    assert captured(table) == [("decision", "Tuesdays")]
    assert table.session.decided == {}


def test_new_words_take_the_place_of_others_and_their_marks_go() -> None:
    table = at_table("lights", "Tuesdays", "Fridays")
    table.do(ShowLight(made(table, 1).id, "amina", "green"))
    table.do(Suggest("Every Tuesday", instead=made(table, 1).id))
    assert listed(table) == ["Every Tuesday", "Fridays"]
    assert (made(table, 1).green, made(table, 1).red) == (0, 0)


def test_of_two_who_change_the_same_words_at_once_neither_is_lost() -> None:
    table = at_table("lights", "Tuesdays", "Fridays")
    other = table.other()
    table.do(Suggest("Every Tuesday", instead=made(table, 1).id))
    other.do(Suggest("Tuesday evenings", instead=made(other, 1).id), after_seconds=1)
    table.hear(other.log.facts)
    assert listed(table) == ["Every Tuesday", "Fridays", "Tuesday evenings"]


def test_marks_and_counts_the_latest_way_stands() -> None:
    table = at_table("lights", "Tuesdays", "Fridays")
    id, second = made(table, 1).id, made(table, 2).id
    table.do(ShowLight(id, "amina", "green"))
    table.do(ShowLight(id, "ben", "red"))
    table.do(ShowLight(second, "ben", "green"))
    assert (made(table, 1).green, made(table, 1).red) == (1, 1)
    table.do(CountLights(id, 3, 0))
    assert (made(table, 1).green, made(table, 1).red) == (3, 0)
    assert made(table, 2).counted is None
    table.do(ShowLight(id, "ben", "green"))
    assert (made(table, 1).green, made(table, 1).red) == (2, 0)
    table.do(ShowLight(id, "ben", ""))
    assert (made(table, 1).green, made(table, 1).red) == (1, 0)


def test_a_vote_that_is_closed_keeps_its_marks() -> None:
    table = at_table("pairs", "Tuesdays")
    id = made(table, 1).id
    table.do(SortSuggestion(id, "must"))
    table.do(PutOnWall(id))
    table.do(OpenVote())
    table.do(ShowLight(id, "amina", "green"))
    table.do(OpenVote(False))
    one = made(table, 1)
    assert (one.sort, one.wall, one.green, running(table).voting) == ("must", True, 1, False)


def test_what_no_longer_applies_is_passed_over() -> None:
    table = at_table("pairs", "Tuesdays")
    id, before = made(table, 1).id, table.session
    for event in (
        SuggestionMade(deciding="w9-1", text="Late"),
        SuggestionSorted(suggestion="w9-1", sort="must"),
        SuggestionPut(suggestion="w9-1"),
        VoteOpened(deciding="w9-1"),
        LightShown(suggestion="w9-1", person="ben", light="red"),
        LightShown(suggestion=id, person="nobody", light="red"),
        LightsCounted(suggestion="w9-1", green=1, red=1),
        LightsCounted(suggestion=id, green=-1, red=1),
    ):
        table.record(event)
        assert table.session == before, event


def test_settled_it_is_a_decision_of_the_point_and_the_seat() -> None:
    table = at_table("lights", "Tuesdays")
    table.do(PassFacilitation("ben"))
    ended = running(table)
    table.do(Settle(made(table, 1).id), after_seconds=5)
    (kept,) = table.session.captures.values()
    assert (kept.words.kind, kept.words.audience, kept.at) == ("decision", "group", START + 5000)
    assert (kept.point, kept.seat, kept.wording) == ("point-1", "ben", kept.id)
    assert table.session.deciding is None
    assert table.session.decided == {kept.id: ended}


def test_parked_with_what_else_leaves_a_question_for_each_thing_to_find_out() -> None:
    table = at_table("what-else", "Is the room free?", "Who has keys?")
    ids = [one.id for one in running(table).suggestions]
    table.do(ParkDeciding())
    assert captured(table) == [("parked", QUESTION), ("question", "Is the room free?"), ("question", "Who has keys?")]
    assert list(table.session.captures)[1:] == ids


def test_parked_in_another_way_leaves_the_question_alone() -> None:
    table = at_table("lights", "Tuesdays")
    table.do(ParkDeciding())
    assert captured(table) == [("parked", QUESTION)]


def test_the_end_taken_back_and_done_again() -> None:
    table = at_table("what-else", "Is the room free?")
    before = running(table)
    table.do(ParkDeciding())
    after = table.session
    table.do(Undo())
    assert (running(table), captured(table), table.session.decided) == (before, [], {})
    table.do(Redo())
    assert table.session == after
