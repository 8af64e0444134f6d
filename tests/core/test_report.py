"""The report: figures that equal those of a table written by hand, and nothing that a charter does not allow."""

from collections.abc import Mapping
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lcterm.core import audience
from lcterm.core.community_events import Becoming
from lcterm.core.digest import Digest
from lcterm.core.fold_actions import Settled
from lcterm.core.next_time import NextTime
from lcterm.core.report import Report, ReportReader, report
from lcterm.core.report_actions import ActionCounts
from tests.core.counting import HOUR, at, circle, held, kept, on, planned, point, voice

WHO_CAME: Mapping[int, str] = {0: "abcde", 28: "abcd", 63: "abc", 91: "bcd", 119: "ab", 150: "b"}
"""Who came when, as somebody noted it."""


def year() -> list[Digest]:
    presented = {0: "a", 28: "b", 63: "a", 91: "", 119: "ab", 150: "b"}
    return [
        held(day, came, "".join(sorted(set("abcde") - set(came))), presented=presented[day])
        for day, came in WHO_CAME.items()
    ]


def test_the_figures_are_those_of_the_diary() -> None:
    made = report(circle(), [*year(), planned(200), planned(120)], at(160))
    assert [(one.day, one.came, one.of) for one in made.held] == [(on(d), len(w), 5) for d, w in WHO_CAME.items()]
    assert (made.first, made.last) == (date(2026, 1, 6), date(2026, 6, 5))
    assert made.days_between == 28, "28, 28, 28, 31 and 35"
    assert (made.planned, made.not_held, made.under_way) == (1, 1, 0)
    assert [(one.name, one.times, one.last) for one in made.presenters] == [
        ("Member B", 3, on(150)),
        ("Member A", 3, on(119)),
        ("Member C", 0, None),
        ("Member D", 0, None),
        ("Member E", 0, None),
    ]


def test_an_even_number_of_gaps_has_its_median_between() -> None:
    assert report(circle(), [held(0), held(10), held(31)], at(50)).days_between == 15.5
    assert report(circle(), [held(0)], at(50)).days_between is None


def test_nothing_at_all_is_a_report_too() -> None:
    made = report(circle(), [], at(0))
    assert (made.held, made.first, made.signals, made.days_between) == ((), None, (), None)
    assert made.presenters, "who could present is offered"


def test_presenting_twice_in_one_session_counts_once_and_who_left_is_said() -> None:
    made = report(circle(left="a"), [held(0, presented="aa"), held(1, presented="b")], at(50))
    assert [(one.name, one.times, one.member) for one in made.presenters[:2]] == [
        ("Member B", 1, True),
        ("Member A", 1, False),
    ]


def test_facilitators_are_not_asked_to_present() -> None:
    made = report(circle("abf", facilitators="f"), [held(0, "ab", apart="f")], at(50))
    assert [one.name for one in made.presenters] == ["Member A", "Member B"]


def test_the_latest_feedback_is_in_it_without_more() -> None:
    known = [held(0, feedback=("Early",)), held(28, feedback=("Long", "Good")), held(56)]
    made = report(circle(), known, at(60)).feedback
    assert (made.total, made.day, made.sentences) == (3, on(28), ("Long", "Good"))


def test_feedback_is_not_read_out_for_longer_than_it_may_be_kept() -> None:
    known = [held(0, feedback=("Early",))]
    assert report(circle(keeping="year"), known, at(365)).feedback.sentences == ("Early",)
    assert report(circle(keeping="year"), known, at(366)).feedback.sentences == ()
    assert report(circle(keeping="group"), known, at(3000)).feedback.sentences == ("Early",)
    assert report(circle(keeping="year"), known, at(366)).feedback.total == 1


# ── What the charter says ───────────────────────────────────────────────────────────────────────────────────────


def with_actions() -> list[Digest]:
    acts = tuple(kept(f"k{number}", done=number == 0) for number in range(6))
    return [held(0, actions=acts[:4]), held(28, actions=acts[4:]), held(56)]


def settled(*states: tuple[str, str, Becoming], **choices: str) -> Report:
    found = {(session, id): Settled(state=state, due="", due_next=False, at=at(57)) for session, id, state in states}
    community = replace(circle(**choices), settled=found)
    return report(community, with_actions(), at(60))


def test_actions_add_up_where_the_charter_says_yes() -> None:
    made = settled(("s0", "k1", "dropped"), ("s0", "k2", "going"), ("s28", "k4", "done"), actions="yes")
    assert made.actions == ActionCounts(written=6, done=2, dropped=1, going=1, open=2, late=0)
    assert [one.actions for one in made.held] == [
        ActionCounts(written=4, done=1, dropped=1, going=1, open=1, late=0),
        ActionCounts(written=2, done=1, dropped=0, going=0, open=1, late=0),
        ActionCounts(written=0, done=0, dropped=0, going=0, open=0, late=0),
    ]
    assert made.denied == ("voices",)


@pytest.mark.parametrize("choice", ["", "no"])
def test_without_a_yes_there_is_no_figure_of_actions_anywhere(choice: str) -> None:
    made = settled(("s0", "k1", "done"), **({"actions": choice} if choice else {}))
    assert made.actions is None
    assert "actions" not in [one.id for one in made.signals]
    assert made.denied == ("actions", "voices")


def test_words_and_owners_of_actions_are_in_no_report() -> None:
    assert b"canaryaction" not in msgspec.json.encode(settled(actions="yes"))


@pytest.mark.parametrize("choice", ["", "no", "yes"])
def test_voices_only_with_a_yes(choice: str) -> None:
    known = [held(0, voices=(voice("a", 60), voice("b", 20)))]
    made = report(circle(**({"voices": choice} if choice else {})), known, at(5))
    assert (made.voices is not None) is (choice == "yes")
    assert ("voices" in made.denied) is (choice != "yes")
    assert (b"share" in msgspec.json.encode(made)) is (choice == "yes")


@pytest.mark.parametrize(
    ("matter", "empty"), [("presenters", "presenters"), ("names present", "away"), ("voices", "voices")]
)
def test_what_the_table_does_not_grant_is_not_there(
    matter: audience.Matter, empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = [held(day, "ab", "c", presented="a", voices=(voice("a", 60), voice("b", 20))) for day in (0, 28, 56)]
    assert getattr(report(circle("abc", voices="yes"), known, at(60)), empty)
    monkeypatch.setitem(audience.GRANTED, matter, frozenset())
    made = report(circle("abc", voices="yes"), known, at(60))
    assert not getattr(made, empty)
    assert matter != "presenters" or not [one for one in made.held if one.presented]


@pytest.mark.parametrize("reader", ["group", "sponsor"])
def test_others_get_figures_and_nobodys_name(reader: ReportReader) -> None:
    """Nor anybody's words, nor the signs: these are a facilitator's to look at first."""
    known = [
        held(day, "ab", "c", presented="a", feedback=("canaryword",), voices=(voice("a", 60), voice("b", 20)))
        for day in (0, 28, 56)
    ]
    known.append(held(70, "ab", "c", recorded=True))
    everything = circle("abc", voices="yes", actions="yes")
    own, made = report(everything, known, at(80)), report(everything, known, at(80), reader=reader)
    assert b"Member" in msgspec.json.encode(own)
    sent = msgspec.json.encode(made)
    assert not [word for word in (b"Member", b"canaryword", b"share", b'evenness":0') if word in sent]
    assert (made.signals, made.away, made.presenters, made.voices, made.remarks) == ((), (), (), None, ())
    assert [one.evenness for one in made.held] == [None] * 4
    assert [(one.came, one.of) for one in made.held] == [(one.came, one.of) for one in own.held]
    assert (made.feedback.total, made.held[0].feedback) == ((3, 1) if reader == "group" else (0, None))
    assert made.actions == own.actions


def test_how_long_a_session_was_to_be_and_was_is_for_whoever_may_read_the_clock() -> None:
    known = [replace(held(0), length=HOUR + 15 * 60_000), held(28), held(56, recorded=True), held(84, status="running")]
    own = report(circle(), known, at(200))
    assert [(one.planned_minutes, one.minutes) for one in own.held] == [(75, 60), *[(None, None)] * 3]
    sponsors = report(circle(), known, at(200), reader="sponsor")
    assert sponsors.held[0].minutes is None


def test_each_session_has_its_own_evenness_where_there_is_leave_for_it() -> None:
    known = [
        held(0, voices=(voice("a", 60), voice("b", 60))),
        held(28, voices=(voice("a", 60), voice("b", 0))),
        held(56),
    ]
    assert [one.evenness for one in report(circle(voices="yes"), known, at(60)).held] == [1.0, 0.0, None]
    assert [one.evenness for one in report(circle(), known, at(60)).held] == [None] * 3


# ── Laws ────────────────────────────────────────────────────────────────────────────────────────────────────────

DIARY = st.dictionaries(st.integers(0, 400), st.frozensets(st.sampled_from("abcde")), max_size=12)


@given(DIARY, st.sampled_from([{}, {"actions": "yes"}, {"voices": "yes"}]))
def test_counts_are_those_of_any_diary(diary: dict[int, frozenset[str]], choices: dict[str, str]) -> None:
    known = [
        held(day, "".join(sorted(came)), "".join(sorted(set("abcde") - came)), presented="".join(sorted(came))[:1])
        for day, came in diary.items()
    ]
    made = report(circle(**choices), known, at(500), NextTime(presenters=("a",)))
    assert [(one.day, one.came, one.of) for one in made.held] == [
        (on(day), len(diary[day]), 5) for day in sorted(diary)
    ]
    assert sum(one.times for one in made.presenters) == sum(bool(came) for came in diary.values())
    last = sorted(diary)[-3:]
    gone = [one for one in "abcde" if len(last) == 3 and not any(one in diary[day] for day in last)]
    assert made.away == tuple(f"Member {one.upper()}" for one in gone)
    assert report(circle(**choices), reversed(known), at(500), NextTime(presenters=("a",))) == made


def test_points_that_fell_out_are_counted_without_whose_they_were() -> None:
    lost = (point("Case", "presenter", "a"),)
    made = report(circle(), [held(0, presented="b", unreached=lost), held(1), held(2)], at(5))
    (one,) = [one for one in made.signals if one.id == "presenters"]
    assert (one.figures["fell_out"], one.asks) == (1, True)
