"""Voices: what counts, for whom, and which mark stands where."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.agenda_plan import Mode
from lcterm.core.commands import (
    Arrive,
    ChangeMode,
    EndSession,
    FreeFloor,
    GiveFloor,
    KeepToListening,
    Leave,
    NextPoint,
    NoteSpoke,
    PassRound,
    PauseClock,
    SkipPoint,
    StartSession,
)
from lcterm.core.voices import evenness, ordered, reason
from tests.core.builder import Table

TEN = ("Amina", "Ben", "Chidi", "Dorota", "Eva", "Farida", "Grace", "Hana", "Ivo", "Jonas")


def started(mode: Mode = "queue", **more: object) -> Table:
    table = Table(agenda=[("Talk", 120, mode), ("After", 60, "queue")], **more)  # type: ignore[arg-type]
    table.do(StartSession())
    return table


def speak(table: Table, person: str, seconds: float, turns: int = 1) -> None:
    """Equal turns, so many seconds in all."""
    for _ in range(turns):
        table.do(GiveFloor(person))
        table.do(FreeFloor(), after_seconds=seconds / turns)


# ── What counts ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("mode", ["queue", "open"])
def test_turns_in_queue_and_open_count(mode: Mode) -> None:
    table = started(mode)
    speak(table, "amina", 30)
    assert (table.heard("amina").turns, table.heard("amina").seconds, table.heard("amina").share) == (1, 30, 1)


@pytest.mark.parametrize("mode", ["presenter", "pairs", "round"])
def test_turns_in_other_modes_do_not(mode: Mode) -> None:
    table = started(mode)
    speak(table, "amina", 30)
    table.do(NoteSpoke("ben"))
    assert [(one.turns, one.seconds, one.share) for one in table.voices.heard] == [(0, 0, 0)] * 4
    table.wait(minutes=5)
    assert {one.expected for one in table.voices.heard} == {0}


def test_the_running_turn_counts_as_it_runs() -> None:
    table = started()
    table.do(GiveFloor("amina"))
    table.wait(seconds=42)
    amina = table.heard("amina")
    assert (amina.turns, amina.seconds, amina.speaking, amina.last) == (1, 42, True, table.now)


def test_a_contribution_noted_counts_twenty_seconds() -> None:
    table = started()
    table.do(NoteSpoke("amina"))
    speak(table, "ben", 60)
    assert (table.heard("amina").turns, table.heard("amina").seconds) == (1, 20)
    assert table.heard("amina").share == 0.25


def test_rounds_are_kept_apart() -> None:
    table = started("round")
    for _ in range(4):
        table.do(GiveFloor(), after_seconds=20)
    table.do(NextPoint(), after_seconds=20)
    table.wait(minutes=20)
    assert [one.voice.round_turns for one in table.voices.heard] == [1] * 4
    assert [one.turns for one in table.voices.heard] == [0] * 4
    assert [one.status for one in table.voices.heard] == ["not heard"] * 4
    assert table.heard("dorota").last is not None


def test_passing_leaves_a_person_as_unheard_as_before() -> None:
    table = started("round")
    table.do(PassRound("amina"))
    assert table.heard("amina").status == "not heard"


def test_breaks_count_for_nobody() -> None:
    table = started()
    table.do(ChangeMode("none"), after_seconds=600)
    table.do(Leave("dorota"))
    table.do(Arrive("dorota"), after_seconds=1200)
    table.do(ChangeMode("queue"))
    assert {one.expected for one in table.voices.heard} == {0.25}


def test_pauses_count_for_nobody() -> None:
    table = started()
    table.do(PauseClock(), after_seconds=600)
    table.wait(minutes=60)
    assert table.session.counted_by(table.now) == 600_000


def test_facilitators_and_observers_are_outside() -> None:
    table = started(roles={"Amina": ("facilitator",), "Ben": ("member", "observer"), "Chidi": ("coordinator",)})
    for person in ("amina", "ben", "chidi", "dorota"):
        speak(table, person, 60)
    assert [one.status for one in table.voices.heard] == ["uncounted", "uncounted", "balanced", "balanced"]
    assert [(one.share, one.expected) for one in table.voices.heard] == [(0, 0), (0, 0), (0.5, 0.5), (0.5, 0.5)]
    assert table.heard("amina").seconds == 60
    assert table.voices.evenness == 1


# ── The presenter ───────────────────────────────────────────────────────────────────────────────────────────────


def presented() -> Table:
    """Amina's case was presented for ten minutes; its discussion begins."""
    agenda: list[tuple[str, float, Mode]] = [
        ("Case", 10, "presenter"),
        ("Talk", 30, "queue"),
        ("Keep", 5, "open"),
    ]
    table = Table(agenda=agenda, presenters={"Case": ["amina"]})
    table.do(StartSession())
    table.do(NextPoint(), after_seconds=600)
    return table


def test_a_presenters_talk_on_their_own_case_is_not_compared() -> None:
    table = presented()
    speak(table, "amina", 300, turns=5)
    speak(table, "ben", 60)
    amina = table.heard("amina")
    assert (amina.turns, amina.seconds, amina.share, amina.expected) == (0, 0, 0, 0)
    assert amina.status == "balanced"
    assert table.heard("ben").share == 1
    assert table.heard("ben").expected == pytest.approx(1 / 3)


def test_after_that_discussion_the_presenter_is_one_of_them_again() -> None:
    table = presented()
    table.do(NextPoint(), after_seconds=1800)
    speak(table, "amina", 60)
    assert (table.heard("amina").turns, table.heard("amina").seconds) == (1, 60)
    assert table.heard("amina").expected == pytest.approx(1 / (1 + 3 * 31))


def test_a_discussion_whose_presentation_fell_out_is_everybodys() -> None:
    table = Table(agenda=[("Case", 10, "presenter"), ("Talk", 30, "queue")], presenters={"Case": ["amina"]})
    table.do(SkipPoint(1))
    table.do(StartSession())
    speak(table, "amina", 30)
    assert table.heard("amina").turns == 1


def test_a_question_in_a_presentation_counts_as_heard() -> None:
    table = Table(agenda=[("Case", 10, "presenter"), ("Talk", 30, "queue")], presenters={"Case": ["amina"]})
    table.do(StartSession())
    table.do(NoteSpoke("ben"), after_seconds=60)
    table.do(NextPoint(), after_seconds=540)
    table.wait(minutes=10)
    assert (table.heard("ben").turns, table.heard("ben").status) == (0, "quiet")
    assert table.heard("chidi").status == "not heard"
    assert table.heard("amina").status == "balanced"


# ── Status ──────────────────────────────────────────────────────────────────────────────────────────────────────


def talked(*parts: tuple[float, int]) -> Table:
    """A closed discussion in which everyone was there throughout: seconds and number of turns of each."""
    table = started(names=TEN[: len(parts)])
    for name, (seconds, turns) in zip(TEN, parts, strict=False):
        if turns:
            speak(table, name.lower(), seconds, turns)
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
    speak(table, "amina", 700, turns=2)
    speak(table, "ben", 500, turns=2)
    table.do(Arrive("chidi"))
    speak(table, "chidi", 90, turns=3)
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
    speak(table, "amina", 800, turns=4)
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
    speak(table, "amina", 60)
    table.wait(minutes=20)
    table.do(KeepToListening("ben"))
    table.do(Leave("chidi"))
    assert marks(table) == {"dorota": "not heard"}
    assert table.heard("ben").status == "not heard"


def test_after_the_close_every_mark_shows() -> None:
    table = started()
    speak(table, "amina", 60)
    table.do(EndSession())
    assert marks(table) == {"ben": "not heard", "chidi": "not heard", "dorota": "not heard"}


def test_every_mark_has_its_reason() -> None:
    table = talked((0, 0), (4, 1), (30, 3), (66, 2))
    reasons = [reason(one) for one in table.voices.heard]
    assert reasons == ["no turn yet", "4 %; even would be 25 %", "", ""]
    dominant = talked((87.5, 7), (4, 1), (5, 1), (3.5, 1))
    assert reason(dominant.heard("amina")) == "88 % of the talk, 7 turns"


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
        speak(table, person, 60)
    assert table.voices.evenness == pytest.approx(math.log(2) / math.log(3))


def test_quiet_first_and_by_share() -> None:
    table = started(roles={"Dorota": ("facilitator",)}, names=("Amina", "Ben", "Chidi", "Dorota", "Eva"))
    speak(table, "amina", 50)
    speak(table, "ben", 10)
    table.do(Leave("eva"))
    seats = ["amina", "ben", "chidi", "dorota", "eva"]
    everyone = table.voices.heard
    assert [one.voice.person for one in ordered(everyone, "seat")] == seats
    assert [one.voice.person for one in ordered(everyone, "quiet first")] == ["chidi", "ben", "amina", "dorota", "eva"]
    assert [one.voice.person for one in ordered(everyone, "share")] == ["amina", "ben", "chidi", "dorota", "eva"]
