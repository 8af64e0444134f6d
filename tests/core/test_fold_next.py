"""What was agreed for the next time, folded: last word, words said apart, places, briefs, invitations."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core import community as community_rules
from lcterm.core.coming import Coming
from lcterm.core.commands import FixPoint, StartSession, Undo
from lcterm.core.community import Community
from lcterm.core.community_events import InvitationMade, NextAgreed, PlaceSet, PresenterBriefed
from lcterm.core.events import AnyEvent, SessionMoved
from lcterm.core.facts import Fact, decode_event
from lcterm.core.log import Log
from tests.core.builder import MINUTE, START, Table

DAY = 24 * 60 * MINUTE


def fact(stamp: int, event: AnyEvent, writer: str = "w1") -> Fact:
    return Fact(stamp, writer, stamp, START + stamp, "ann", event)


def folded(*facts: Fact) -> Coming:
    log = Log(Community(id="circle"), community_rules.apply)
    for one in facts:
        log.add([one])
    return log.state.coming


FIRST = fact(1, NextAgreed(session="s1", starts=START, place="Hall"))


def test_what_takes_the_place_of_another_stands_alone() -> None:
    second = fact(2, NextAgreed(session="s1", place="Library", instead=(FIRST.id,)))
    coming = folded(FIRST, second)
    assert [one.place for one in coming.agreed] == ["Library"]
    assert coming.agreed[0].at == START + 2


def test_two_that_did_not_know_of_each_other_both_stand_until_a_third_knows_both() -> None:
    here = fact(2, NextAgreed(session="s1", place="Library", instead=(FIRST.id,)))
    there = fact(3, NextAgreed(session="s1", place="Cafe", instead=(FIRST.id,)), "w2")
    assert [one.place for one in folded(FIRST, here, there).agreed] == ["Library", "Cafe"]
    settled = fact(4, NextAgreed(session="s1", place="Cafe", instead=(here.id, there.id)))
    assert [one.place for one in folded(FIRST, here, there, settled).agreed] == ["Cafe"]


def test_the_time_after_next_leaves_this_one_behind() -> None:
    later = NextAgreed(session="s2", instead=(FIRST.id,))
    assert [one.session for one in folded(FIRST, fact(2, later)).agreed] == ["s2"]


def test_places_moves_and_briefs_are_the_latest_said() -> None:
    coming = folded(
        fact(1, PlaceSet(session="s2", place="Hall")),
        fact(2, PlaceSet(session="s2", place="Library")),
        fact(3, SessionMoved(session="s2", starts=5, zone="UTC")),
        fact(4, PresenterBriefed(person="ben", session="s2")),
        fact(5, PresenterBriefed(person="ben", session="s3", title="Another")),
        fact(6, PresenterBriefed(person="ben", session="s2", title="A door", questions=("Why?",), state="ready")),
    )
    assert coming.places == {"s2": "Library"}
    assert coming.moved == {"s2": 5}
    assert sorted((one.session, one.title, one.state) for one in coming.briefs) == [
        ("s2", "A door", "ready"),
        ("s3", "Another", "asked"),
    ]


def test_the_count_of_invitations_never_goes_back() -> None:
    coming = folded(
        fact(1, InvitationMade(session="s2", starts=1, sequence=3)),
        fact(2, InvitationMade(session="s2", starts=2, sequence=1, place="Hall"), "w2"),
    )
    assert (coming.invited["s2"].sequence, coming.invited["s2"].place) == (3, "Hall")


EVENTS: list[AnyEvent] = [
    NextAgreed(session="s1", place="Hall"),
    NextAgreed(session="s1", place="Library", instead=("w1-1",)),
    PlaceSet(session="s2", place="Hall"),
    SessionMoved(session="s2", starts=5, zone="UTC"),
    PresenterBriefed(person="ben", title="A door"),
    InvitationMade(session="s2", starts=1, sequence=1),
]


@given(st.sampled_from(list(permutations(range(len(EVENTS))))))
def test_it_folds_alike_in_whatever_order_facts_arrive(order: tuple[int, ...]) -> None:
    facts = [fact(number, event) for number, event in enumerate(EVENTS, 1)]
    assert folded(*(facts[place] for place in order)) == folded(*facts)


def test_what_is_told_as_it_is_stored() -> None:
    stored = b'{"kind":"PresenterBriefed","person":"ben","brings":"theme","questions":["Why?"]}'
    assert decode_event(stored) == PresenterBriefed(person="ben", brings="theme", questions=("Why?",))


# ── A session that is moved ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_planned_session_moves_with_what_is_fixed_to_the_clock() -> None:
    table = Table(agenda=(("Talk", 30, "queue"), ("Break", 10, "none")))
    table.do(FixPoint(2, "14:50"))
    table.record(SessionMoved(session="session", starts=START + DAY, zone="Europe/London"))
    assert (table.session.starts, table.session.zone) == (START + DAY, "Europe/London")
    assert table.session.points["point-2"].fixed == START + DAY + 50 * MINUTE


def test_what_has_begun_is_not_moved() -> None:
    table = Table()
    table.do(StartSession())
    table.record(SessionMoved(session="session", starts=START + DAY, zone="UTC"))
    assert table.session.starts == START


@pytest.mark.parametrize("session", ["another", ""])
def test_only_the_session_that_is_named_moves(session: str) -> None:
    table = Table()
    table.record(SessionMoved(session=session, starts=5, zone="UTC"))
    assert table.session.starts == START


def test_undo_does_not_reach_a_move() -> None:
    table = Table()
    table.record(SessionMoved(session="session", starts=START + DAY, zone="UTC"))
    assert table.refused(Undo()) == "Nothing left to take back."
