"""Tombstones of names in a log: nothing of what they name is held, whatever comes first and however often."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lcterm.core import fold
from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.erasure import NOTHING, Gone, clear, cleared, gone_by
from lcterm.core.events import (
    AnyEvent,
    CaptureEdited,
    CaptureWritten,
    Erased,
    NamesTakenOut,
    NewText,
    Reworded,
    SessionPlanned,
    Undone,
    Words,
)
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.session import Session

POINT = PlannedPoint(id="p", title="Ask Amina", minutes=5)
PLAN = SessionPlanned(community="c", title="Amina's case", starts=0, zone="UTC", points=(POINT,))


def fact(seq: int, event: AnyEvent, writer: str = "w", stamp: int | None = None) -> Fact:
    return Fact(seq if stamp is None else stamp, writer, seq, seq, "me", event)


def said(text: str) -> Words:
    return Words(kind="learning", text=text)


def reworded(seq: int, **texts: str) -> Reworded:
    paths = tuple(NewText(path.replace("_", "."), text) for path, text in texts.items())
    return Reworded(writer="w", seq=seq, texts=paths)


def facts() -> list[Fact]:
    return [
        fact(1, PLAN),
        fact(2, CaptureWritten(words=said("Amina knows"))),
        fact(3, CaptureWritten(words=said("Tell Amina"))),
        fact(4, CaptureEdited(capture="w-3", words=said("Tell them"))),
        fact(
            5,
            NamesTakenOut(
                captures=("w-2",),
                facts=(
                    reworded(1, title="someone's case", points_0_title="Ask someone"),
                    reworded(3, words_text="…"),
                ),
            ),
        ),
        fact(6, Undone(writer="w", seq=5)),
    ]


def log_of(*arriving: list[Fact]) -> Log[Session]:
    log = Log(Session(id="s"), fold.apply)
    for some in arriving:
        log.add(some)
    return log


def test_captures_go_and_texts_read_otherwise() -> None:
    state = log_of(facts()).state
    assert state.title == "someone's case"
    assert state.points["p"].plan.title == "Ask someone"
    assert [one.words.text for one in state.captures.values()] == ["Tell them"]
    assert state.struck == {"w-2"}


@given(st.permutations(facts()), st.integers(0, 6))
def test_whatever_comes_first_no_name_is_held_and_the_state_is_the_same(order: list[Fact], cut: int) -> None:
    log = log_of(order[:cut], order[cut:], order)
    assert "Amina" not in f"{log.facts}{log.state}"
    assert log.state.alike(log_of(facts()).state)
    assert log.add(facts()) is False


def test_the_later_of_two_tombstones_counts() -> None:
    ben_too = NamesTakenOut(facts=(reworded(1, title="nobody's case"),))
    for order in ([7, 5], [5, 7]):
        both = {5: facts()[4], 7: fact(7, ben_too)}
        assert log_of([facts()[0]], *[[both[seq]] for seq in order]).state.title == "nobody's case"
    early = fact(7, ben_too, stamp=2)
    assert log_of([facts()[0], early], [facts()[4]]).state.title == "someone's case"


def test_a_tombstone_that_fits_nothing_changes_nothing() -> None:
    odd = [
        reworded(1, title_0="x", points_9_title="x", points="x", nowhere="x", kind="Erased", starts="x"),
        reworded(99, title="x"),
    ]
    log = log_of([fact(1, PLAN), fact(2, NamesTakenOut(captures=("w-77",), facts=tuple(odd)))])
    assert log.facts[0].event == PLAN


def test_one_that_would_make_nonsense_leaves_nothing() -> None:
    mode = Reworded(writer="w", seq=1, texts=(NewText("points.0.mode", "x"),))
    point = PlannedPoint(id="p", title="Talk", minutes=5, mode="queue")
    plan = SessionPlanned(community="c", title="Amina", starts=0, zone="UTC", points=(point,))
    log = log_of([fact(1, plan), fact(2, NamesTakenOut(facts=(mode,)))])
    assert log.facts[0].event == Erased()


def test_what_is_clear_already_is_the_very_same() -> None:
    gone = gone_by(facts())
    after = [cleared(one, gone) for one in facts()]
    assert all(cleared(one, gone) is one for one in after)
    assert gone_by([]) is NOTHING
    assert not NOTHING.anything
    assert gone.holds(Gone(struck=frozenset({"w-2"})))
    assert not gone.holds(Gone(people=frozenset({"p"})))


def test_people_are_cleared_in_facts_that_are_odd_as_well() -> None:
    gone = Gone(people=frozenset({"a"}))
    odd: list[dict[str, Any]] = [{"kind": "MembersJoined", "members": 3}, {"kind": "MembersJoined", "members": [1]}, {}]
    assert not any(clear(event, ("w", 1), gone) for event in odd)
    event: dict[str, Any] = {
        "kind": "MembersJoined",
        "members": [{"person": "a", "name": "Amina", "new": 1}, {"person": "b"}],
    }
    assert clear(event, ("w", 1), gone)
    assert event["members"] == [{"person": "a", "name": "", "new": 1}, {"person": "b"}]
