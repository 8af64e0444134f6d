"""Signs that a refresh may be due: figures by hand, and questions only where they have moved."""

from datetime import timedelta

import pytest

from lcterm.core.carrying import actions as carried_actions
from lcterm.core.community import Community
from lcterm.core.digest import Digest
from lcterm.core.gatherings import counted
from lcterm.core.next_time import NextTime
from lcterm.core.refresh import Signal, SignalId, is_refresh, signals
from tests.core.counting import FIRST, at, circle, held, kept, on, point

NEXT = NextTime(presenters=("a",))


def found(
    known: list[Digest], community: Community | None = None, coming: NextTime | None = NEXT, day: int = 200
) -> dict[SignalId, Signal]:
    community = community or circle()
    acts = carried_actions(known, community, everything=True)
    made = signals(community, counted(known, at(day)).held, coming, acts, FIRST + timedelta(days=day))
    return {one.id: one for one in made}


def coming_to(*counts: int) -> list[Digest]:
    return [held(7 * place, "abcdefghij"[:count], "abcdefghij"[count:]) for place, count in enumerate(counts)]


@pytest.mark.parametrize(
    ("counts", "before", "last", "asks"),
    [
        ((10, 10, 10, 9, 9, 9), (10, 10, 10), (9, 9, 9), True),
        ((10, 10, 10, 9, 9, 10), (10, 10, 10), (9, 9, 10), False),
        ((1, 10, 10, 10, 3, 3, 3), (10, 10, 10), (3, 3, 3), True),
        ((5, 5, 5, 9, 9, 9), (5, 5, 5), (9, 9, 9), False),
        ((9, 9, 2, 2, 2), (), (2, 2, 2), False),
        ((4,), (), (4,), False),
        ((0, 0, 0, 0, 0, 0), (0, 0, 0), (0, 0, 0), False),
    ],
)
def test_attendance(counts: tuple[int, ...], before: tuple[int, ...], last: tuple[int, ...], asks: bool) -> None:
    one = found(coming_to(*counts))["attendance"]
    assert (one.figures, one.asks) == ({"before": before, "last": last}, asks)


def test_nobody_agreed_on_and_presentations_that_fell_out() -> None:
    lost = point("Case", "presenter", "b")
    own_talk = point("What this is for", "presenter")
    known = [held(0, presented="a"), held(7), held(14, presented="c", unreached=(lost, own_talk))]
    one = found(known)["presenters"]
    assert (one.figures, one.asks) == ({"agreed": 1, "sessions": 3, "without": 1, "fell_out": 1}, True)
    without_loss = [*known[:2], held(14, presented="c")]
    assert not found(without_loss)["presenters"].asks
    assert found(without_loss, coming=None)["presenters"].asks
    assert found(without_loss, coming=NextTime())["presenters"].figures["agreed"] == 0
    assert not found(known[:2], coming=None)["presenters"].asks, "too early to tell"


def test_a_recording_says_nothing_of_presenters_and_a_circle_without_them_has_no_such_sign() -> None:
    known = [held(0, presented="a"), held(7, recorded=True)]
    assert found(known)["presenters"].figures["sessions"] == 1
    assert "presenters" not in found([held(0), held(7)])


def test_feedback_that_dries_up() -> None:
    def said(*counts: int) -> Signal:
        return found([held(7 * place, feedback=("Good",) * count) for place, count in enumerate(counts)])["feedback"]

    assert said(4, 4, 4, 2, 2, 2).asks
    assert not said(4, 4, 4, 2, 2, 3).asks
    assert said(4, 4, 4, 2, 2, 3).figures == {"before": (4, 4, 4), "last": (2, 2, 3)}
    assert not said(0, 0, 0, 0, 0, 0).asks


def test_time_since_the_last_design_session_or_refresh() -> None:
    known = [held(0, template="design"), held(30, template="design", title="Refresh"), held(60), held(90)]
    one = found(known, day=30 + 364)["refresh"]
    assert one.figures == {"last": on(30).isoformat(), "title": "Refresh", "days": 364, "sessions": 2}
    assert not one.asks
    assert found(known, day=30 + 365)["refresh"].asks


def test_without_a_design_session_it_counts_from_the_first() -> None:
    one = found([held(0), held(30)], day=400)["refresh"]
    assert (one.figures, one.asks) == ({"last": None, "title": None, "days": 400, "sessions": 2}, True)


def test_points_that_stay_unreached() -> None:
    known = [held(7 * place, unreached=(point("How it was"), point(f"P{place}"))) for place in range(2)]
    one = found([*known, held(14, unreached=(point("how it was"),))])["unreached"]
    assert (one.figures, one.again, one.asks) == ({"sessions": 3, "points": 5}, (("how it was", 3),), True)
    assert not found(known[:1])["unreached"].asks
    alone = found([held(0, recorded=True)])["unreached"]
    assert (alone.figures, alone.asks) == ({"sessions": 0, "points": 0}, False)
    assert found([held(0), held(7, recorded=True)])["unreached"].figures == {"sessions": 1, "points": 0}


def test_what_is_older_than_six_sessions_is_not_looked_at_for_points() -> None:
    known = [held(0, unreached=(point("Mid"),)), *[held(7 * place) for place in range(1, 6)]]
    assert found([*known, held(42, unreached=(point("Mid"),))])["unreached"].figures == {"sessions": 6, "points": 1}


@pytest.mark.parametrize(("done", "still_open", "asks"), [(0, 4, True), (2, 2, True), (3, 1, False), (4, 0, False)])
def test_actions_from_before_the_latest_three(done: int, still_open: int, asks: bool) -> None:
    acts = tuple(kept(f"k{number}", done=number < done) for number in range(4))
    known = [held(0, actions=acts), *[held(7 * place, actions=(kept(f"n{place}"),)) for place in (1, 2, 3)]]
    one = found(known)["actions"]
    assert (one.figures, one.asks) == ({"earlier": 4, "open": still_open, "sessions": 1}, asks)


def test_who_has_not_come_for_three_sessions() -> None:
    known = [held(0, "abcde"), held(7, "abc", "de"), held(14, "ab", "cde"), held(21, "a", "bcde")]
    assert found(known)["away"].figures == {"people": 2, "sessions": 3}
    assert found(known, circle(left="e"))["away"].figures["people"] == 1, "who left stays away for good"
    newcomer = [held(0, "abc", "d"), held(7, "abc", "d"), held(14, "abc", "de")]
    assert found(newcomer)["away"].figures["people"] == 1, "who has only just joined is not missed yet"
    assert not found([held(0, "abcde"), held(7, "abc"), held(14, "abde")])["away"].asks
    assert "away" not in found(known[:2])


def test_a_facilitator_who_stays_away_is_in_no_such_count() -> None:
    known = [held(day, "abc", "f", apart="f") for day in (0, 7, 14)]
    assert found(known, circle("abcf"))["away"].figures["people"] == 0


def test_before_the_first_session_there_is_no_sign() -> None:
    assert found([]) == {}


def test_a_design_session_is_a_refresh_once_there_is_a_charter() -> None:
    assert is_refresh(circle(order="chaired"), "design")
    assert not is_refresh(circle(), "design")
    assert not is_refresh(circle(order="chaired"), "ordinary")
