"""Words on the way to a decision that are struck: gone from the state, with all that says the same."""

from msgspec.structs import replace

from lcterm.core.commands import (
    CountLights,
    EditCapture,
    LeaveDeciding,
    ParkDeciding,
    Settle,
    StrikeCapture,
    Suggest,
    Undo,
)
from lcterm.core.erasure import capture_in, wordless
from lcterm.core.events import CaptureStruck, DecidingEnded, NamesTakenOut, Words
from tests.core.builder import Table
from tests.core.decisions import QUESTION, at_table, captured, listed, made, running

TEXT = "Tuesdays with Zoë"


def strike(table: Table, id: str) -> tuple[str, ...]:
    """What else went, with the words under this id."""
    event = table.do(StrikeCapture(id))
    assert isinstance(event, CaptureStruck)
    return event.also


def held(table: Table) -> str:
    """All that the log and its states hold."""
    return repr(vars(table.log))


def test_a_decision_takes_its_question_and_every_wording_of_what_was_chosen() -> None:
    table = at_table("lights", f"{TEXT} again", "Fridays")
    begun, first = running(table).id, made(table, 1).id
    table.do(Suggest(TEXT, instead=first))
    second = made(table, 1).id
    table.do(CountLights(second, 3, 1))
    table.do(Settle(second))
    (decision,) = table.session.captures
    assert strike(table, decision) == (begun, first, second)
    assert captured(table) == []
    assert "Zoë" not in held(table)
    assert QUESTION not in held(table)
    (over,) = table.session.decided.values()
    assert (over.question, [one.text for one in over.suggestions]) == ("", ["Fridays"])


def test_a_suggestion_takes_the_decision_that_says_it() -> None:
    table = at_table("lights", TEXT, "Fridays")
    first, other = made(table, 1).id, made(table, 2).id
    table.do(Settle(first, f"{TEXT}, from May"))
    (decision,) = table.session.captures
    assert strike(table, other) == ()
    assert strike(table, first) == (decision,)
    assert captured(table) == []
    assert "Zoë" not in held(table)


def test_a_decision_in_other_words_leaves_the_suggestions() -> None:
    table = at_table("lights", "Tuesdays")
    first = made(table, 1).id
    table.do(Settle(first, f"Whenever {TEXT[-3:]} can"))
    (decision,) = table.session.captures
    assert first not in strike(table, decision)
    assert "Tuesdays" in held(table)


def test_a_decision_that_was_mended_takes_what_it_said_first() -> None:
    table = at_table("lights", TEXT)
    first = made(table, 1).id
    table.do(Settle(first))
    (decision,) = table.session.captures
    table.do(EditCapture(decision, Words(kind="decision", text="Tuesdays")))
    strike(table, decision)
    assert TEXT not in repr([fact for fact in table.log.facts if fact.id == decision])


def test_a_question_goes_and_what_is_suggested_stays() -> None:
    table = at_table("lights", "Tuesdays")
    assert strike(table, running(table).id) == ()
    assert (running(table).question, listed(table)) == ("", ["Tuesdays"])
    assert "struck" in table.refused(ParkDeciding())
    table.do(LeaveDeciding())
    assert QUESTION not in held(table)


def test_a_question_that_was_parked_goes_with_it() -> None:
    table = at_table("what-else", "Who has keys?")
    begun = running(table).id
    table.do(ParkDeciding())
    parked, question = table.session.captures
    assert strike(table, begun) == (parked,)
    assert captured(table) == [("question", "Who has keys?")]
    assert strike(table, question) == ()
    assert captured(table) == []
    assert "keys" not in held(table)


def test_struck_words_are_struck_once_and_strangers_never() -> None:
    table = at_table("lights", TEXT)
    id = made(table, 1).id
    strike(table, id)
    assert listed(table) == []
    assert table.refused(StrikeCapture(id)) == "Those words are gone already."
    assert table.refused(StrikeCapture("w9-9")) == "That capture is not there."


def test_names_taken_out_reach_suggestions_questions_and_what_was_parked() -> None:
    table = at_table("what-else", TEXT)
    ids = (running(table).id, made(table, 1).id)
    table.do(ParkDeciding())
    parked = next(iter(table.session.captures))
    table.record(NamesTakenOut(captures=(*ids, parked)))
    assert captured(table) == []
    assert "Zoë" not in held(table)
    assert QUESTION not in held(table)


def test_undo_passes_over_what_was_said_of_struck_words() -> None:
    table = at_table("lights", "Fridays", TEXT)
    strike(table, made(table, 2).id)
    assert listed(table) == ["Fridays"]
    table.do(Undo())
    assert listed(table) == []


def test_an_event_without_its_words_holds_none_and_says_so() -> None:
    table = at_table("what-else", TEXT)
    table.do(ParkDeciding())
    said = [fact for fact in table.log.facts if capture_in(fact)]
    assert [fact.id for fact in said] == [fact.id for fact in table.log.facts[-3:]]
    for fact in said:
        bare = replace(fact, event=wordless(fact.event))
        assert type(bare.event) is type(fact.event)
        assert capture_in(bare) == ""
    assert capture_in(replace(said[0], event=DecidingEnded(deciding="w1-1", outcome="left"))) == ""


def test_a_question_takes_the_decision_that_tells_it() -> None:
    table = at_table("lights", "Tuesdays")
    begun = running(table).id
    table.do(Settle(made(table, 1).id))
    (decision,) = table.session.captures
    assert captured(table) == [("decision", f"{QUESTION} Tuesdays")]
    assert strike(table, begun) == (decision,)
    assert QUESTION not in held(table)
