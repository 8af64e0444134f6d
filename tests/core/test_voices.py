"""Voices: what counts, for whom, and which mark stands where."""

import pytest

from lcterm.core.agenda_plan import Mode
from lcterm.core.commands import (
    Arrive,
    ChangeMode,
    GiveFloor,
    Leave,
    NextPoint,
    NoteSpoke,
    PassRound,
    PauseClock,
    SkipPoint,
    StartSession,
)
from tests.core.builder import Table

TEN = ("Amina", "Ben", "Chidi", "Dorota", "Eva", "Farida", "Grace", "Hana", "Ivo", "Jonas")


def started(mode: Mode = "queue", **more: object) -> Table:
    table = Table(agenda=[("Talk", 120, mode), ("After", 60, "queue")], **more)  # type: ignore[arg-type]
    table.do(StartSession())
    return table


# ── What counts ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("mode", ["queue", "open"])
def test_turns_in_queue_and_open_count(mode: Mode) -> None:
    table = started(mode)
    table.speak("amina", 30)
    assert (table.heard("amina").turns, table.heard("amina").seconds, table.heard("amina").share) == (1, 30, 1)


@pytest.mark.parametrize("mode", ["presenter", "pairs", "round"])
def test_turns_in_other_modes_do_not(mode: Mode) -> None:
    table = started(mode)
    table.speak("amina", 30)
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
    table.speak("ben", 60)
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
        table.speak(person, 60)
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
    table.speak("amina", 300, turns=5)
    table.speak("ben", 60)
    amina = table.heard("amina")
    assert (amina.turns, amina.seconds, amina.share, amina.expected) == (0, 0, 0, 0)
    assert amina.status == "balanced"
    assert table.heard("ben").share == 1
    assert table.heard("ben").expected == pytest.approx(1 / 3)


def test_after_that_discussion_the_presenter_is_one_of_them_again() -> None:
    table = presented()
    table.do(NextPoint(), after_seconds=1800)
    table.speak("amina", 60)
    assert (table.heard("amina").turns, table.heard("amina").seconds) == (1, 60)
    assert table.heard("amina").expected == pytest.approx(1 / (1 + 3 * 31))


def test_a_discussion_whose_presentation_fell_out_is_everybodys() -> None:
    table = Table(agenda=[("Case", 10, "presenter"), ("Talk", 30, "queue")], presenters={"Case": ["amina"]})
    table.do(SkipPoint(1))
    table.do(StartSession())
    table.speak("amina", 30)
    assert table.heard("amina").turns == 1


def test_a_question_in_a_presentation_counts_as_heard() -> None:
    table = Table(agenda=[("Case", 10, "presenter"), ("Talk", 30, "queue")], presenters={"Case": ["amina"]})
    table.do(StartSession())
    table.do(NoteSpoke("ben"), after_seconds=60)
    table.do(GiveFloor("dorota"))
    assert [one.status for one in table.voices.heard] == ["balanced", "balanced", "not heard", "balanced"]
    table.do(NextPoint(), after_seconds=540)
    table.wait(minutes=10)
    assert (table.heard("ben").turns, table.heard("ben").status) == (0, "quiet")
    assert table.heard("chidi").status == "not heard"
    assert table.heard("amina").status == "balanced"


def test_a_presentation_broken_off_is_still_ones_own_in_its_discussion() -> None:
    table = Table(agenda=[("Case", 10, "presenter"), ("Talk", 30, "queue")], presenters={"Case": ["amina"]})
    table.do(StartSession())
    table.do(SkipPoint(), after_seconds=300)
    table.speak("amina", 30)
    assert table.heard("amina").turns == 0
