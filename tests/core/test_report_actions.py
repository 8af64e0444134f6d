"""When an action is late: after its day, or after the session it was promised for."""

import pytest
from msgspec.structs import replace

from lcterm.core.carrying import carried
from lcterm.core.community_events import Becoming
from lcterm.core.fold_actions import Settled
from lcterm.core.report_actions import counts, is_late
from tests.core.counting import at, circle, held, kept, on

HELD = (at(0), at(28), at(56))


@pytest.mark.parametrize(("due", "day", "late"), [(10, 10, False), (10, 11, True), (None, 400, False), (30, 11, False)])
def test_a_day_is_over_when_the_next_one_begins(due: int | None, day: int, late: bool) -> None:
    act = replace(kept("k"), due=on(due).isoformat() if due is not None else "")
    assert is_late(carried(held(0), act, circle()), on(day), HELD) is late


@pytest.mark.parametrize(("held_at", "late"), [(HELD[:1], False), (HELD[:2], True)])
def test_what_was_promised_for_the_next_session_is_late_once_that_began(held_at: tuple[int, ...], late: bool) -> None:
    act = replace(kept("k"), due_next=True)
    assert is_late(carried(held(0), act, circle()), on(60), held_at) is late


def test_a_promise_made_anew_counts_from_when_it_was_made() -> None:
    again = replace(circle(), settled={("s0", "k"): Settled(state="going", due="", due_next=True, at=at(28.05))})
    act = kept("k")
    assert not is_late(carried(held(0), act, again), on(60), HELD[:2])
    assert is_late(carried(held(0), act, again), on(60), HELD)


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_what_is_over_is_never_late(state: Becoming) -> None:
    over = replace(circle(), settled={("s0", "k"): Settled(state=state, at=at(30))})
    act = replace(kept("k"), due=on(1).isoformat())
    assert not is_late(carried(held(0), act, over), on(60), HELD)


def test_a_date_that_is_none_is_not_late() -> None:
    assert not is_late(carried(held(0), replace(kept("k"), due="someday"), circle()), on(60), HELD)


def test_the_late_ones_are_among_those_not_done() -> None:
    acts = [replace(kept(f"k{place}", done=place == 0), due=on(1).isoformat()) for place in range(3)]
    made = counts([carried(held(0), act, circle()) for act in acts], on(60), HELD)
    assert (made.written, made.done, made.open, made.late) == (3, 1, 2, 2)
