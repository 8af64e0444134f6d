"""What is told of a decision on its way: no words of it, and of marks by name nothing that the room may read."""

import pytest

from lcterm.core.commands import (
    AnyCommand,
    CountLights,
    LeaveDeciding,
    OpenVote,
    ParkDeciding,
    PutOnWall,
    Settle,
    ShowLight,
    SortSuggestion,
    Suggest,
    Undo,
)
from tests.core.decisions import QUESTION, at_table, made

TEXT = "Tuesdays at Zoë's"


def all_told() -> list[tuple[str, bool]]:
    table = at_table("pairs", TEXT)
    id = made(table, 1).id
    wishes: list[AnyCommand] = [SortSuggestion(id, "must"), SortSuggestion(id, ""), PutOnWall(id), OpenVote()]
    wishes += [ShowLight(id, "ben", "red"), ShowLight(id, "ben", ""), Undo(), CountLights(id, 1, 2), OpenVote(False)]
    wishes += [PutOnWall(id, False), Suggest(f"{TEXT}!", instead=id)]
    for wish in wishes:
        table.do(wish)
    for end in (Settle(made(table, 1).id), Undo(), ParkDeciding(), Undo(), LeaveDeciding(), Undo()):
        table.do(end)
    return [(one.text, one.private) for one in table.told]


def test_each_act_is_told_in_one_line() -> None:
    told = [text for text, _ in all_told()[1:]]
    assert told[:4] == [
        "To be decided in pairs: three suggestions each, sorted, one to the wall.",
        "Suggested.",
        "Sorted: must.",
        "Not sorted any more.",
    ]
    assert told[-3:] == [
        "Taken back: Parked until more is known, and written down.",
        "Given up; nothing is written down.",
        "Taken back: Given up; nothing is written down.",
    ]
    assert "Counted: 1 green, 2 red." in told


def test_who_gave_which_mark_is_for_the_facilitators_alone() -> None:
    told = all_told()
    by_name = [text for text, private in told if private]
    assert by_name == ["Ben: red.", "Ben: the mark is taken back.", "Taken back: Ben: the mark is taken back."]
    assert not any("Ben" in text for text, private in told if not private)


@pytest.mark.parametrize("words", [TEXT, QUESTION, "Zoë"])
def test_what_was_said_is_never_told(words: str) -> None:
    assert not any(words in text for text, _ in all_told())
