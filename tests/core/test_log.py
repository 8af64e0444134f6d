"""The log: a set of facts has one state, however they arrive; and what can be taken back."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.events import AnyEvent, ClockPaused, ClockResumed, Redone, SessionPlanned, Undone
from lcterm.core.facts import Fact, place_of
from lcterm.core.log import EVERY, RECENT, Acts, Log

Seen = tuple[str, ...]


def fact(stamp: int, writer: str = "a", seq: int = 1, event: AnyEvent | None = None, actor: str = "ann") -> Fact:
    return Fact(stamp, writer, seq, stamp, actor, event or ClockPaused())


def written(count: int, writer: str = "a", every: int = 1) -> list[Fact]:
    """Facts of one writer, `every` apart in the order of the log."""
    return [fact(number * every, writer, number) for number in range(1, count + 1)]


class Counting:
    """A fold that writes down the facts it was given, and how often it ran."""

    def __init__(self) -> None:
        self.ran = 0

    def __call__(self, state: Seen, fact: Fact) -> Seen:
        self.ran += 1
        return (*state, fact.id)


def plain(facts: list[Fact]) -> Seen:
    """What the log must come to, worked out the slow way."""
    unique = sorted({(one.writer, one.seq): one for one in facts}.values(), key=place_of)
    undone: set[tuple[str, int]] = set()
    for one in unique:
        if isinstance(one.event, Undone):
            undone.add((one.event.writer, one.event.seq))
        elif isinstance(one.event, Redone):
            undone.discard((one.event.writer, one.event.seq))
    switches = (Undone, Redone)
    return tuple(
        one.id for one in unique if (one.writer, one.seq) not in undone and not isinstance(one.event, switches)
    )


def folded(facts: list[Fact]) -> Seen:
    log: Log[Seen] = Log((), Counting())
    log.add(facts)
    return log.state


def test_an_empty_log_has_the_empty_state() -> None:
    log: Log[Seen] = Log((), Counting())
    assert (log.state, log.facts, log.last_stamp) == ((), [], 0)
    assert log.add([]) is False
    assert log.acts("ann") == Acts(None, None)


def test_the_order_is_stamp_then_writer_then_seq() -> None:
    facts = [fact(2, "b", 1), fact(2, "a", 7), fact(1, "z", 1), fact(2, "a", 6)]
    assert folded(facts) == ("z-1", "a-6", "a-7", "b-1")


def test_a_fact_is_taken_in_once() -> None:
    log: Log[Seen] = Log((), Counting())
    one = fact(1)
    assert log.add([one, one]) is True
    assert log.add([one]) is False
    assert log.state == ("a-1",)


def test_two_copies_that_differ_do_not_stop_the_log() -> None:
    """A file that a sync brought back may hold another body for the same fact: one of them stands."""
    assert folded([fact(1, event=ClockPaused()), fact(1, event=ClockResumed())]) == ("a-1",)


def test_the_last_stamp_is_the_greatest_seen() -> None:
    log: Log[Seen] = Log((), Counting())
    log.add([fact(9)])
    log.add([fact(4, "b")])
    assert log.last_stamp == 9


def test_a_late_fact_takes_its_place() -> None:
    log: Log[Seen] = Log((), Counting())
    log.add(written(3, every=10))
    log.add([fact(15, "b")])
    assert log.state == ("a-1", "b-1", "a-2", "a-3")


def test_undo_passes_the_fact_over_and_redo_brings_it_back() -> None:
    log: Log[Seen] = Log((), Counting())
    log.add(written(3))
    log.add([fact(4, "a", 4, Undone(writer="a", seq=2))])
    assert log.state == ("a-1", "a-3")
    log.add([fact(5, "a", 5, Redone(writer="a", seq=2))])
    assert log.state == ("a-1", "a-2", "a-3")


def test_an_undo_may_arrive_before_what_it_takes_back() -> None:
    log: Log[Seen] = Log((), Counting())
    log.add([fact(5, "b", 1, Undone(writer="a", seq=1))])
    log.add(written(2))
    assert log.state == ("a-2",)


def test_an_undo_of_nothing_changes_nothing() -> None:
    assert folded([*written(2), fact(9, "b", 1, Undone(writer="x", seq=3))]) == ("a-1", "a-2")


# ── The short way is the long way ───────────────────────────────────────────────────────────────────────────────


def chunks(facts: list[Fact], sizes: list[int]) -> list[list[Fact]]:
    cut, parts = 0, []
    for size in sizes:
        parts.append(facts[cut : cut + size])
        cut += size
    return [*parts, facts[cut:]]


@given(
    counts=st.lists(st.integers(150, 260), min_size=2, max_size=3),
    undone=st.lists(st.tuples(st.integers(0, 2), st.integers(1, 260), st.booleans()), max_size=12),
    sizes=st.lists(st.integers(0, 200), max_size=12),
    seed=st.integers(0, 2**32),
)
def test_whatever_comes_when_the_state_is_the_plain_fold(
    counts: list[int], undone: list[tuple[int, int, bool]], sizes: list[int], seed: int
) -> None:
    chance = random.Random(seed)
    facts = [fact for place, count in enumerate(counts) for fact in written(count, "abc"[place], place + 1)]
    for number, (place, seq, again) in enumerate(undone, 1):
        switch = (Redone if again else Undone)(writer="abc"[place], seq=seq)
        facts.append(fact(1000 + number, "u", number, switch))
    facts += chance.choices(facts, k=40)
    chance.shuffle(facts)
    log: Log[Seen] = Log((), Counting())
    arrived: list[Fact] = []
    for part in chunks(facts, sizes):
        log.add(part)
        arrived += part
        assert log.state == plain(arrived)


@given(undo=st.lists(st.tuples(st.integers(1, 450), st.booleans()), max_size=30))
def test_one_by_one_the_state_is_the_plain_fold(undo: list[tuple[int, bool]]) -> None:
    log: Log[Seen] = Log((), Counting())
    facts = written(450)
    for number, (seq, again) in enumerate(undo, 451):
        facts.append(fact(number, "a", number, (Redone if again else Undone)(writer="a", seq=seq)))
    for one in facts:
        log.add([one])
    assert log.state == plain(facts)
    assert all(log.facts[place].seq == place + 1 for place in range(len(facts)))


def test_appending_folds_little_more_than_what_is_new() -> None:
    fold = Counting()
    log: Log[Seen] = Log((), fold)
    for one in written(1000):
        log.add([one])
    assert fold.ran < 1000 + 1000 / EVERY * (EVERY + 1)


def test_a_late_fact_and_an_undo_fold_only_from_the_kept_state_before_them() -> None:
    fold = Counting()
    log: Log[Seen] = Log((), fold)
    log.add(written(1000, every=10))
    fold.ran = 0
    log.add([fact(9995, "b")])
    assert fold.ran <= 2 * EVERY
    fold.ran = 0
    log.add([fact(20000, "b", 2, Undone(writer="a", seq=990))])
    assert fold.ran <= 2 * EVERY


# ── What can be taken back ──────────────────────────────────────────────────────────────────────────────────────


def undo(log: Log[Seen], actor: str) -> Fact | None:
    """Take back as the desk does; what was taken back."""
    return _switch(log, actor, log.acts(actor).undo, Undone)


def redo(log: Log[Seen], actor: str) -> Fact | None:
    return _switch(log, actor, log.acts(actor).redo, Redone)


def _switch(log: Log[Seen], actor: str, target: Fact | None, event: type[Undone | Redone]) -> Fact | None:
    if target is not None:
        number = len(log.facts) + 1
        log.add([fact(log.last_stamp + 1, "s", number, event(writer=target.writer, seq=target.seq), actor)])
    return target


@pytest.fixture
def log() -> Log[Seen]:
    """Ann did 1 and 3, Bob 2."""
    log: Log[Seen] = Log((), Counting())
    log.add([fact(1, "a", 1), fact(2, "b", 1, actor="bob"), fact(3, "a", 2)])
    return log


def test_undo_takes_back_ones_own_last_act_then_the_one_before(log: Log[Seen]) -> None:
    taken = [undo(log, "ann"), undo(log, "ann"), undo(log, "ann")]
    assert [one.id if one else None for one in taken] == ["a-2", "a-1", None]
    assert log.state == ("b-1",)


def test_redo_goes_the_way_back(log: Log[Seen]) -> None:
    undo(log, "ann")
    undo(log, "ann")
    again = [redo(log, "ann"), redo(log, "ann"), redo(log, "ann")]
    assert [one.id if one else None for one in again] == ["a-1", "a-2", None]
    assert log.state == ("a-1", "b-1", "a-2")


def test_after_a_new_act_there_is_nothing_to_redo_but_undo_goes_on(log: Log[Seen]) -> None:
    undo(log, "ann")
    log.add([fact(90, "a", 3)])
    assert redo(log, "ann") is None
    taken = [undo(log, "ann"), undo(log, "ann")]
    assert [one.id if one else None for one in taken] == ["a-3", "a-1"]


def test_an_act_of_somebody_else_takes_no_redo_away(log: Log[Seen]) -> None:
    undo(log, "ann")
    log.add([fact(90, "b", 2, actor="bob")])
    again = redo(log, "ann")
    assert again is not None
    assert again.id == "a-2"


def test_undo_works_after_a_restart(log: Log[Seen]) -> None:
    """A new run has a new writer; the actor is the same."""
    log.add([fact(90, "a-second-run", 1)])
    taken = [undo(log, "ann"), undo(log, "ann")]
    assert [one.id if one else None for one in taken] == ["a-second-run-1", "a-2"]


def test_what_two_runs_of_one_actor_took_back_at_once_is_done_again_once(log: Log[Seen]) -> None:
    undo(log, "ann")
    log.add(
        [fact(91, "a-other-run", 1, Undone(writer="a", seq=2)), fact(90, "a-other-run", 2, Undone(writer="a", seq=1))]
    )
    again = [redo(log, "ann"), redo(log, "ann"), redo(log, "ann")]
    assert [one.id if one else None for one in again] == ["a-2", "a-1", None]


def test_undo_reaches_back_an_hour_and_no_further() -> None:
    log: Log[Seen] = Log((), Counting())
    log.add([fact(1), *(fact(2 + number, "b", number, actor="bob") for number in range(1, RECENT))])
    assert log.acts("ann").undo is not None
    log.add([fact(9999, "b", RECENT, actor="bob")])
    assert log.acts("ann").undo is None


def test_the_plan_is_not_taken_back() -> None:
    log: Log[Seen] = Log((), Counting())
    log.add([fact(1, event=SessionPlanned(community="c", title="t", starts=0, zone="UTC", points=()))])
    assert undo(log, "ann") is None


@given(st.lists(st.sampled_from(["act", "undo", "redo"]), max_size=60))
def test_undo_then_redo_is_the_identity(wishes: list[str]) -> None:
    log: Log[Seen] = Log((), Counting())
    states = [log.state]
    for number, wish in enumerate(wishes, 1):
        if wish == "act":
            log.add([fact(log.last_stamp + 1, "a", number)])
        elif wish == "undo":
            undo(log, "ann")
        else:
            redo(log, "ann")
        states.append(log.state)
    here = log.state
    if undo(log, "ann") is not None:
        assert log.state != here
        redo(log, "ann")
    assert log.state == here
    assert all(len(one) - len(other) in (-1, 0, 1) for one, other in pairwise(states))
