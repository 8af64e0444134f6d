"""import turns: who spoke when, from a recording, exact to the hundredth of a second."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock

OWN = Path(__file__).resolve().parents[1] / "intake" / "recordings"
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
TRUTH = SHARED / "rttm-truth.json"
RECORDINGS = sorted(json.loads(TRUTH.read_text("utf-8"))) if TRUTH.is_file() else []

BOARD = str(OWN / "board.rttm")
TWO = str(OWN / "two-rooms.stm")


def voices(shell: Shell) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in shell.json("show", "--json")["voices"]}


def take_in(shell: Shell, *argv: str) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(shell.answer("import", "turns", "session-1", *argv))
    return said


def test_a_recording_says_in_one_line_what_came_in(planned: Shell) -> None:
    ran = planned("import", "turns", "session-1", BOARD)
    assert (ran.status, ran.err, ran.out.count("\n")) == (0, "", 1)
    assert json.loads(ran.out) == {
        "turns": 5,
        "seconds": 19.175,
        "speakers": 3,
        "matched": {"Ana": "Ana", "Ben": "Ben", "Chidi": "Chidi"},
        "added": [],
        "skipped": [],
        "suggested": {},
    }


def test_it_closes_a_session_that_never_ran_and_fills_its_voices(planned: Shell) -> None:
    take_in(planned, BOARD)
    record = planned.json("show", "--json")
    assert (record["status"], record["started"], record["ended"]) == ("closed", None, None)
    figures = {name: (one["turns"], one["seconds"], one["status"]) for name, one in voices(planned).items()}
    assert figures == {
        "Ana": (2, 11.95, "balanced"),
        "Ben": (2, 0.1, "quiet"),
        "Chidi": (1, 7.125, "balanced"),
        "Sam K.": (0, 0, "not heard"),
        "Sam O.": (0, 0, "not heard"),
    }
    assert sum(one["share"] for one in voices(planned).values()) == pytest.approx(1)
    assert {one["expected_share"] for one in voices(planned).values()} == {0.2}


def test_it_is_added_to_a_session_that_was_held(running: Shell, clock: TestClock) -> None:
    running.answer("do", "jump", "5")
    running.answer("do", "give", "Chidi")
    clock.advance(30)
    assert running.refusal("import", "turns", "session-1", BOARD).endswith(
        "is running; end it first, then add its recording"
    )
    running.answer("do", "end")
    take_in(running, BOARD)
    assert (voices(running)["Chidi"]["turns"], voices(running)["Chidi"]["seconds"]) == (2, 37.125)


def test_speakers_nobody_knows_join_the_community(planned: Shell) -> None:
    said = take_in(planned, TWO, "--recording", "kitchen")
    assert (said["matched"], said["added"]) == ({}, ["Dorota", "Emil"])
    assert [one["name"] for one in planned.json("members", "--json")][-2:] == ["Dorota", "Emil"]
    assert (voices(planned)["Dorota"]["turns"], voices(planned)["Dorota"]["seconds"]) == (2, 2.75)
    assert voices(planned)["Dorota"]["badge"]


def test_as_says_who_a_speaker_is(planned: Shell) -> None:
    said = take_in(planned, TWO, "--recording", "kitchen", "--as", "Emil=sam k", "--as", "Dorota=b")
    assert (said["matched"], said["added"]) == ({"Dorota": "Ben", "Emil": "Sam K."}, [])
    assert voices(planned)["Sam K."]["seconds"] == 0.75


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("Emil", "--as 'Emil': write it like spk00=Ana"),
        ("=Ana", "--as '=Ana': write it like spk00=Ana"),
        ("Emil=", "--as 'Emil=': write it like spk00=Ana"),
        ("Farida=Ana", "--as 'Farida=Ana': no one in the recording is called Farida; there is Dorota, Emil"),
        ("Emil=Zoe", "No one here is called Zoe."),
    ],
)
def test_a_speaker_that_cannot_be_given_changes_nothing(planned: Shell, given: str, said: str) -> None:
    argv = ("import", "turns", "session-1", TWO, "--recording", "kitchen", "--as", given)
    assert planned.refusal(*argv).startswith(said)
    assert planned.json("show", "--json")["status"] == "planned"
    assert len(planned.json("members", "--json")) == 5


def test_two_recordings_in_one_file_are_chosen_from(planned: Shell) -> None:
    assert planned.refusal("import", "turns", "session-1", TWO) == (
        f"{TWO} holds 2 recordings, kitchen, garden: choose one with --recording ID."
    )
    assert planned.refusal("import", "turns", "session-1", TWO, "--recording", "attic") == (
        f"{TWO} has no recording attic: there is kitchen, garden."
    )
    assert take_in(planned, TWO, "--recording", "garden")["seconds"] == 10.000001
    assert take_in(planned, TWO, "--recording", "kitchen")["turns"] == 3


def test_the_same_recording_counts_once(planned: Shell) -> None:
    take_in(planned, BOARD)
    before = planned.json("show", "--json")
    said = planned.refusal("import", "turns", "session-1", BOARD)
    assert said.endswith(" has the recording board already; nothing was counted twice")
    assert planned.json("show", "--json") == before


def test_damaged_lines_are_named_and_the_rest_comes_in(planned: Shell) -> None:
    said = take_in(planned, str(OWN / "damaged.rttm"), "--recording", "d")
    assert (said["turns"], said["seconds"]) == (2, 1.75)
    assert said["skipped"][0] == {"line": 2, "why": "the start is below nothing: -1"}
    assert len(said["skipped"]) == 13


def test_the_format_is_told_by_the_ending_by_the_content_or_by_hand(planned: Shell, tmp_path: Path) -> None:
    plain = tmp_path / "recording.txt"
    plain.write_bytes((OWN / "board.rttm").read_bytes())
    assert take_in(planned, str(plain))["turns"] == 5
    wrong = tmp_path / "misnamed.stm"
    wrong.write_bytes((OWN / "tabs-and-clock-times.rttm").read_bytes())
    assert "is it STM?" in planned.refusal("import", "turns", "session-1", str(wrong))
    assert take_in(planned, str(wrong), "--format", "rttm")["seconds"] == 10.000001


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "there is no such file. Check the name and the folder."),
        (b"", "no line says who spoke when; there is nothing in it."),
        (b"Dear all,\nsee you on Tuesday\n", ", line 1: this looks like none of RTTM, STM, WebVTT, SRT, Otter's text"),
        (b"\x00\x01\x02\x03" * 100, "is not text that can be read"),
        (b"%PDF-1.7", "is a PDF, not text"),
    ],
)
def test_what_is_no_recording_is_refused(planned: Shell, tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "recording"
    if content is not None:
        path.write_bytes(content)
    refusal = planned.refusal("import", "turns", "session-1", str(path))
    assert refusal.startswith(str(path))
    assert said in refusal
    assert planned.json("show", "--json")["status"] == "planned"


@pytest.mark.parametrize("name", RECORDINGS or [pytest.param("", marks=pytest.mark.skip("no ../shared/data/rttm"))])
def test_the_figures_equal_those_computed_by_others(clock: TestClock, tmp_path: Path, name: str) -> None:
    truth = json.loads(TRUTH.read_text("utf-8"))[name]
    file, _, recording = name.partition("#")
    shell = Shell(clock, tmp_path / "home")
    shell.answer("new", "Peers")
    shell.answer("plan", "--template", "blank")
    chosen = ("--recording", recording) if recording else ()
    said = take_in(shell, str(SHARED / file), *chosen)
    assert said["turns"] == truth["n_turns"]
    assert said["seconds"] == pytest.approx(truth["total_speaking_seconds"], abs=0.005)
    assert said["speakers"] == truth["n_speakers"] == len(said["added"])
    assert said["skipped"] == []
    record = shell.json("show", "--json")
    assert record["status"] == "closed"
    assert {one["name"] for one in record["voices"]} == set(truth["speakers"])
    for one in record["voices"]:
        known = truth["speakers"][one["name"]]
        assert one["turns"] == known["turns"]
        assert one["seconds"] == pytest.approx(known["seconds"], abs=0.005)
        assert one["share"] == pytest.approx(known["share"], abs=1e-8)
        assert one["expected_share"] == pytest.approx(1 / truth["n_speakers"])
    assert {one["name"] for one in record["voices"] if one["status"] == "quiet"} == set(truth["quiet"])


def test_every_recording_that_is_there_has_its_truth() -> None:
    if not RECORDINGS:
        pytest.skip("no ../shared/data/rttm")
    files = {path.relative_to(SHARED).as_posix() for path in (SHARED / "rttm").rglob("*.rttm")}
    files |= {path.relative_to(SHARED).as_posix() for path in (SHARED / "rttm").rglob("*.stm")}
    assert files == {name.partition("#")[0] for name in RECORDINGS}
