"""Marks: status is arithmetic; where a mark shows, why, and in which order people stand."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.commands import (
    Arrive,
    ChangeMode,
    EndSession,
    FreeFloor,
    GiveFloor,
    KeepToListening,
    Leave,
    StartSession,
)
from lcterm.core.voices import evenness, ordered, reason
from tests.core.builder import Table

TEN = ("Amina", "Ben", "Chidi", "Dorota", "Eva", "Farida", "Grace", "Hana", "Ivo", "Jonas")


def started(**more: object) -> Table:
    table = Table(agenda=[("Talk", 120, "queue")], **more)  # type: ignore[arg-type]
    table.do(StartSession())
    return table


# ── Status ──────────────────────────────────────────────────────────────────────────────────────────────────────


def talked(*parts: tuple[float, int]) -> Table:
    """A closed discussion in which everyone was there throughout: seconds and number of turns of each."""
    table = started(names=TEN[: len(parts)])
    for name, (seconds, turns) in zip(TEN, parts, strict=False):
        if turns:
            table.speak(name.lower(), seconds, turns)
    table.wait(minutes=15)  # in silence, so that people have settled in and nobody's share moves
    table.do(EndSession())
    return table


def statuses(table: Table) -> list[str]:
    return [one.status for one in table.voices.heard]


def test_status_by_hand() -> None:
    # Ten people, an even share is 10 %; 100 s were spoken.
    table = talked((0, 0), (4, 1), (5, 1), (9, 3), (10, 2), (10, 1), (20, 4), (21, 3), (21, 2), (0, 0))
    assert statuses(table) == [
        "not heard",
        "quiet",  # 4 %
        "balanced",  # just half of 10 %
        "balanced",
        "balanced",
        "balanced",
        "balanced",  # just twice 10 %
        "dominant",  # more than twice, three turns
        "balanced",  # two turns only
        "not heard",
    ]


def test_an_expected_share_is_ones_own() -> None:
    """Who was there for a quarter of the talk is expected a quarter of what the others are."""
    table = started(names=("Amina", "Ben", "Chidi"))
    table.do(Leave("chidi"))
    table.speak("amina", 700, turns=2)
    table.speak("ben", 500, turns=2)
    table.do(Arrive("chidi"))
    table.speak("chidi", 90, turns=3)
    table.wait(seconds=310)
    chidi = table.heard("chidi")
    assert chidi.expected == pytest.approx(400 / (1600 + 1600 + 400))
    assert (chidi.status, table.heard("amina").status) == ("balanced", "balanced")


def test_who_was_never_there_is_not_compared() -> None:
    table = Table()
    table.do(Leave("ben"))
    table.do(StartSession())
    table.wait(minutes=30)
    assert table.heard("ben").status == "uncounted"


@given(parts=st.lists(st.tuples(st.integers(1, 40), st.integers(1, 5)), min_size=2, max_size=10))
def test_status_is_plain_arithmetic(parts: list[tuple[int, int]]) -> None:
    table = talked(*((seconds * turns, turns) for seconds, turns in parts))
    spoken = [Fraction(seconds * turns) for seconds, turns in parts]
    even = Fraction(1, len(parts))
    expected = [
        "quiet" if share < even / 2 else "dominant" if share > 2 * even and turns >= 3 else "balanced"
        for (_, turns), share in zip(parts, (part / sum(spoken) for part in spoken), strict=True)
    ]
    assert statuses(table) == expected


# ── Marks ───────────────────────────────────────────────────────────────────────────────────────────────────────


def marks(table: Table) -> dict[str, str]:
    return {one.voice.person: one.mark for one in table.voices.heard if one.mark}


def test_marks_keep_still_for_fifteen_minutes_of_counted_time() -> None:
    table = started()
    table.speak("amina", 800, turns=4)
    table.do(ChangeMode("none"))
    table.do(ChangeMode("queue"), after_seconds=900)
    table.wait(seconds=99)
    assert (marks(table), table.voices.settling) == ({}, True)
    assert table.heard("ben").status == "not heard"
    table.wait(seconds=1)
    assert not table.voices.settling
    assert marks(table) == {"amina": "dominant", "ben": "not heard", "chidi": "not heard", "dorota": "not heard"}


def test_who_listens_or_is_away_has_no_mark() -> None:
    table = started()
    table.speak("amina", 60)
    table.wait(minutes=20)
    table.do(KeepToListening("ben"))
    table.do(Leave("chidi"))
    assert marks(table) == {"dorota": "not heard"}
    assert table.heard("ben").status == "not heard"


def test_marks_stay_still_after_the_close_of_a_talk_too_short_to_tell() -> None:
    table = started()
    table.speak("amina", 60)
    table.do(EndSession())
    assert set(marks(table).values()) <= {""}


def test_whoever_speaks_for_the_first_time_is_not_quiet_meanwhile() -> None:
    table = started()
    table.speak("amina", 16 * 60)
    table.do(GiveFloor("ben"))
    table.wait(seconds=5)
    assert table.heard("ben").mark == ""
    table.do(FreeFloor())
    assert table.heard("ben").mark == "quiet"


def test_every_mark_has_its_reason() -> None:
    table = talked((0, 0), (4, 1), (30, 3), (66, 2))
    reasons = [reason(one) for one in table.voices.heard]
    assert reasons == ["no turn yet", "4 %; even would be 25 %", "", ""]
    dominant = talked((94.5, 7), (2, 1), (2, 1), (1.5, 1))
    assert reason(dominant.heard("amina")) == "94 % of the talk, 7 turns"


# ── Evenness and order ──────────────────────────────────────────────────────────────────────────────────────────


def test_evenness_by_hand() -> None:
    assert evenness([1, 1, 1, 1]) == pytest.approx(1)
    assert evenness([5, 0, 0]) == 0
    half = -(0.5 * math.log(0.5) + 2 * 0.25 * math.log(0.25)) / math.log(3)
    assert evenness([2, 1, 1]) == pytest.approx(half)
    assert evenness([1, 1, 0, 0]) == pytest.approx(0.5)
    assert evenness([7]) is None
    assert evenness([0, 0]) is None
    assert evenness([]) is None


@given(st.lists(st.integers(0, 10**10), max_size=40))
def test_evenness_is_between_none_and_all(parts: list[int]) -> None:
    value = evenness(parts)
    assert value is None or 0 <= value <= 1


def test_evenness_takes_in_the_silent_who_are_here_not_the_absent() -> None:
    table = Table()
    table.do(Leave("dorota"))
    table.do(StartSession())
    for person in ("amina", "ben"):
        table.speak(person, 60)
    assert table.voices.evenness == pytest.approx(math.log(2) / math.log(3))


def test_quiet_first_and_by_share() -> None:
    table = started(roles={"Dorota": ("facilitator",)}, names=("Amina", "Ben", "Chidi", "Dorota", "Eva"))
    table.speak("amina", 50)
    table.speak("ben", 10)
    table.do(Leave("eva"))
    seats = ["amina", "ben", "chidi", "dorota", "eva"]
    everyone = table.voices.heard
    assert [one.voice.person for one in ordered(everyone, "seat")] == seats
    assert [one.voice.person for one in ordered(everyone, "quiet first")] == ["chidi", "ben", "amina", "dorota", "eva"]
    assert [one.voice.person for one in ordered(everyone, "share")] == ["amina", "ben", "chidi", "dorota", "eva"]


def test_who_has_only_just_come_in_has_no_mark() -> None:
    table = Table(names=("Amina", "Ben", "Chidi"))
    table.do(Leave("chidi"))
    table.do(StartSession())
    for _ in range(10):
        table.speak("amina", 60)
        table.speak("ben", 60)
    table.do(Arrive("chidi"))
    table.wait(minutes=4)
    assert (table.heard("chidi").status, table.heard("chidi").mark) == ("not heard", "")
    table.wait(minutes=1)
    assert table.heard("chidi").mark == "not heard"
