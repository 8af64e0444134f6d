"""The log and what was struck: words leave every fact and every state that is kept, whichever came first."""

from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.erasure import capture_in, without_words
from lcterm.core.events import (
    AnyEvent,
    CaptureDone,
    CaptureEdited,
    CaptureStruck,
    CaptureWritten,
    ClockPaused,
    Erased,
    Redone,
    Undone,
    Words,
)
from lcterm.core.facts import Fact
from lcterm.core.log import Log

Seen = tuple[str, ...]


def fact(stamp: int, writer: str = "a", seq: int = 1, event: AnyEvent | None = None) -> Fact:
    return Fact(stamp, writer, seq, stamp, "ann", event or ClockPaused())


def words(stamp: int, writer: str, seq: int, text: str, mends: str = "") -> Fact:
    said = Words(kind="learning", text=text)
    event = CaptureEdited(capture=mends, words=said) if mends else CaptureWritten(words=said)
    return fact(stamp, writer, seq, event)


def said(state: Seen, fact: Fact) -> Seen:
    """A fold that keeps what each fact says."""
    return (*state, f"{fact.id} {fact.event}")


@st.composite
def struck_logs(draw: st.DrawFn) -> list[Fact]:
    """Captures of two writers, mendings by either, some taken back, some struck before or after; and erased copies."""
    facts = [words(number, "ab"[number % 2], number, f"word{number}") for number in range(1, draw(st.integers(2, 9)))]
    ids = st.sampled_from([fact.id for fact in facts])
    for number in range(20, 20 + draw(st.integers(0, 8))):
        id = draw(ids)
        writer, _, seq = id.partition("-")
        kinds: list[AnyEvent] = [
            CaptureStruck(capture=id),
            Undone(writer=writer, seq=int(seq)),
            Redone(writer=writer, seq=int(seq)),
            CaptureEdited(capture=id, words=Words(kind="learning", text=f"mended{number}")),
            Undone(writer="b", seq=draw(st.integers(20, 28))),
        ]
        facts.append(fact(draw(st.integers(1, 40)), "b", number, draw(st.sampled_from(kinds))))
    return facts


@given(facts=struck_logs(), data=st.data())
def test_whatever_comes_when_struck_words_are_nowhere_and_the_state_is_the_same(
    facts: list[Fact], data: st.DataObject
) -> None:
    struck = {one.event.capture for one in facts if isinstance(one.event, CaptureStruck)}
    erased = [without_words(one) for one in facts if capture_in(one) in struck]
    expected: Log[Seen] = Log((), said)
    expected.add([*erased, *(one for one in facts if capture_in(one) not in struck)])
    log: Log[Seen] = Log((), said)
    # Erased copies may come before the words, after them, or not at all.
    for one in data.draw(st.permutations([*facts, *data.draw(st.permutations(erased))[: len(erased) // 2]])):
        log.add([one])
    assert log.state == expected.state
    assert log.facts == expected.facts
    assert log.struck == struck
    for one in facts:
        if capture_in(one) in struck:
            assert one.event.words.text not in repr(vars(log))  # type: ignore[union-attr]


def test_no_state_that_is_kept_holds_struck_words() -> None:
    log: Log[Seen] = Log((), said)
    log.add([words(1, "a", 1, "secret"), *(fact(number, "a", number) for number in range(2, 600))])
    assert "secret" in repr(vars(log))
    assert log.add([fact(600, "a", 600, CaptureStruck(capture="a-1"))]) is True
    assert "secret" not in repr(vars(log))
    assert log.add([words(1, "a", 1, "secret")]) is False
    assert "secret" not in repr(vars(log))


def test_an_erased_copy_takes_the_place_even_of_the_last_fact() -> None:
    log: Log[Seen] = Log((), said)
    log.add([fact(1), words(2, "a", 2, "secret")])
    assert log.add([fact(2, "a", 2, Erased())]) is True
    assert log.state == (f"a-1 {ClockPaused()}", f"a-2 {Erased()}")
    assert log.add([fact(2, "a", 2, Erased())]) is False


def test_a_strike_holds_even_when_somebody_takes_it_back() -> None:
    log: Log[Seen] = Log((), said)
    log.add([words(1, "a", 1, "x"), fact(2, "a", 2, CaptureStruck(capture="a-1"))])
    log.add([fact(3, "a", 3, Undone(writer="a", seq=2))])
    assert len(log.state) == 2


def test_neither_a_strike_nor_what_it_struck_is_taken_back_or_done_again() -> None:
    log: Log[Seen] = Log((), said)
    log.add([fact(1), words(2, "a", 2, "x"), fact(3, "a", 3, CaptureDone(capture="a-2"))])
    log.add([fact(4, "a", 4, Undone(writer="a", seq=3)), fact(5, "a", 5, Undone(writer="a", seq=2))])
    log.add([fact(6, "a", 6, CaptureStruck(capture="a-2"))])
    acts = log.acts("ann")
    assert (acts.undo.id if acts.undo else None, acts.redo) == ("a-1", None)


def test_a_fact_is_found_by_its_id_and_nothing_else_is() -> None:
    log: Log[Seen] = Log((), said)
    log.add([fact(1), fact(2, seq=2)])
    assert log.fact("a-2") == log.facts[1]
    for id in ("a-3", "b-1", "a", "", "-", "a-", "a-x", "a-²", "a--1", "a-" + "9" * 5000):
        assert log.fact(id) is None
