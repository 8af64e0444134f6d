"""Voices over sessions: sums by hand, the horizon of the charter, and who is in it by name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lcterm.core.community import Community
from lcterm.core.digest import Digest
from lcterm.core.events_charter import CharterAnswered
from lcterm.core.fold_charter import answered
from lcterm.core.gatherings import counted
from lcterm.core.leave import Leave, leave_of
from lcterm.core.voices_over_time import VoicesOverTime, kept_since, voices_over_time
from tests.core.counting import at, circle, held, on, voice


def agreed_in(session: str, when: int) -> Community:
    """A community that gave its leave then."""
    event = CharterAnswered(topic="voices", choice="yes", session=session)
    community = circle(keeping="group")
    return replace(community, charter=answered(community.charter, event, when))


def over(known: list[Digest], community: Community | None = None, day: int = 30) -> VoicesOverTime:
    made = voices_over_time(community or circle(voices="yes", keeping="group"), counted(known, at(day)).held, on(day))
    assert made is not None
    return made


def test_shares_and_what_would_be_even_are_summed_session_by_session() -> None:
    known = [
        held(0, voices=(voice("a", 300, 60, 3), voice("b", 100, 30, 1), voice("f", 900, 60, 9, compared=False))),
        held(7, voices=(voice("a", 0, 60, 0), voice("c", 200, 60, 2))),
    ]
    made = over(known)
    rows = {one.name: one for one in made.people}
    assert made.sessions == 2
    assert list(rows) == ["Member A", "Member B", "Member C"]
    first = rows["Member A"]
    assert (first.sessions, first.heard_in, first.turns, first.round_turns, first.seconds) == (2, 1, 3, 2, 300)
    assert first.share == pytest.approx(300 / 600)
    # of 400 s in the first session a was there for 60 of 90 minutes, of 200 s in the second for 60 of 120
    assert first.expected == pytest.approx((400 * 60 / 90 + 200 * 60 / 120) / 600)
    assert rows["Member C"].expected == pytest.approx(100 / 600)


def test_evenness_weighs_sessions_by_their_talk() -> None:
    known = [
        held(0, voices=(voice("a", 100), voice("b", 100))),
        held(7, voices=(voice("a", 600), voice("b", 0, turns=0))),
    ]
    assert over(known).evenness == pytest.approx(200 / 800)
    assert over([held(0, voices=(voice("a", 100),))]).evenness is None
    assert over([held(0)]).evenness is None


def test_a_session_without_counted_talk_is_none_of_these() -> None:
    assert over([held(0, voices=(voice("a", 0, turns=0), voice("b", 0, turns=0)))]).people == ()


def test_who_has_left_is_named_no_more() -> None:
    made = over([held(0, voices=(voice("a", 60), voice("d", 20), voice("e", 20)))], circle(left="de", voices="yes"))
    assert [(one.name, one.seconds, one.share) for one in made.people] == [("Member A", 60, 0.6), ("", 40, 0.4)]


def test_a_row_for_the_only_one_who_has_left_is_left_out_for_all_would_know_who_it_is() -> None:
    known = [held(0, voices=(voice("a", 60), voice("b", 20), voice("d", 20)))]
    made = over(known, circle(left="d", voices="yes"))
    assert [(one.name, one.seconds, one.share, one.expected) for one in made.people] == [
        ("Member A", 60, 0.75, 0.5),
        ("Member B", 20, 0.25, 0.5),
    ]
    assert made.left_out == 1
    assert over(known, circle(left="bd", voices="yes")).left_out == 0


def test_of_two_logs_of_one_gathering_the_fuller_counts() -> None:
    known = [held(0, id="x", voices=(voice("a", 10),)), held(0.01, id="y", voices=(voice("a", 50), voice("b", 50)))]
    assert [one.seconds for one in over(known).people] == [50, 50]


@pytest.mark.parametrize(
    ("keeping", "kept"),
    [("year", [7, 300]), ("three-years", [0, 7, 300]), ("group", [-2000, 0, 7, 300]), ("", [7, 300])],
)
def test_nothing_older_than_the_group_keeps_is_counted(keeping: str, kept: list[int]) -> None:
    known = [held(day, voices=(voice("a", 10), voice("b", 10))) for day in (-2000, 0, 7, 300)]
    choices = {"voices": "yes"} | ({"keeping": keeping} if keeping else {})
    made = over(known, circle(**choices), day=366)
    assert made.sessions == len(kept)
    assert made.said is bool(keeping)


def test_only_what_was_heard_since_the_group_gave_leave_counts() -> None:
    known = [held(day, id=f"s{day}", voices=(voice("a", 10 + day), voice("b", 10))) for day in (0, 7, 14)]
    known.append(held(7.01, id="twin", voices=(voice("a", 900),)))
    assert over(known, agreed_in("s7", at(7.02))).sessions == 2
    assert over(known, agreed_in("s7", at(7.02))).people[0].seconds == 17 + 24, "the twin began before, without leave"
    assert over(known, agreed_in("", at(7.02))).sessions == 1
    assert over(known, agreed_in("", at(0))).sessions == 3
    assert over(known, agreed_in("", at(20))).people == ()
    assert over(known, agreed_in("", at(20))).agreed == on(20)


def test_the_leave_is_as_old_as_the_yes_and_not_as_its_words() -> None:
    community = circle()
    said = [("yes", "Gladly", 1, "s1"), ("yes", "To learn", 2, "s2"), ("no", "", 3, "s3"), ("yes", "Again", 4, "s4")]
    leaves = []
    for choice, answer, when, session in said:
        event = CharterAnswered(topic="voices", choice=choice, answer=answer, session=session)
        community = replace(community, charter=answered(community.charter, event, when))
        leaves.append(leave_of(community))
    assert leaves == [Leave(1, "s1"), Leave(1, "s1"), None, Leave(4, "s4")]


def test_a_yes_beside_a_no_gives_no_leave_and_settled_it_begins_anew() -> None:
    community = circle()
    for choice, when, instead in (("yes", 1, ()), ("no", 2, ()), ("yes", 3, ())):
        event = CharterAnswered(topic="voices", choice=choice, session=f"s{when}", instead=instead)
        community = replace(community, charter=answered(community.charter, event, when, id=f"f{when}"))
    assert leave_of(community) is None
    event = CharterAnswered(topic="voices", choice="yes", session="s4")
    assert leave_of(replace(community, charter=answered(community.charter, event, 4))) == Leave(4, "s4")


def test_a_leap_day_has_an_earlier_year_too() -> None:
    assert kept_since(circle(keeping="year"), date(2028, 2, 29)) == date(2027, 2, 28)
    assert kept_since(circle(keeping="three-years"), date(2028, 3, 1)) == date(2025, 3, 1)
    assert kept_since(circle(keeping="group"), date(2028, 3, 1)) is None


@pytest.mark.parametrize("choices", [{}, {"voices": "no"}, {"keeping": "group"}])
def test_without_a_yes_there_is_nothing(choices: dict[str, str]) -> None:
    known = counted([held(0, voices=(voice("a", 60),))], at(5)).held
    assert voices_over_time(circle(**choices), known, on(5)) is None


TALK = st.dictionaries(st.sampled_from("abcde"), st.tuples(st.integers(0, 900), st.integers(1, 120)), max_size=5)


@given(st.lists(TALK, max_size=6), st.sampled_from(["", "a", "ab"]))
def test_shares_and_expected_shares_are_whole(sessions: list[dict[str, tuple[int, int]]], left: str) -> None:
    known = [
        held(place, voices=tuple(voice(who, spoken, there, spoken > 0) for who, (spoken, there) in talk.items()))
        for place, talk in enumerate(sessions)
    ]
    made = over(known, circle(left=left, voices="yes", keeping="group"))
    if any(one.seconds for one in made.people):
        assert sum(one.share for one in made.people) == pytest.approx(1)
        assert sum(one.expected for one in made.people) == pytest.approx(1)
    spoken = sum(spoken for talk in sessions for spoken, _ in talk.values())
    told = sum(one.seconds for one in made.people)
    assert told == pytest.approx(spoken) or (made.left_out and told <= spoken)
    assert all(one.heard_in <= one.sessions for one in made.people)
    assert made.evenness is None or 0 <= made.evenness <= 1
