"""import turns of a transcript: names that are only alike are asked about, all comes in or nothing, words stay out."""

import json
from collections.abc import Sequence
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from lcterm.store.entry import Entry
from lcterm.store.filler import SegmentFiller
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.intake import transcripts
from tests.intake.transcripts import Heard

CALL = (
    Heard(1_000, 4_500, "Ana"),
    Heard(4_500, 5_250, "Ben Ortiz"),
    Heard(5_250, 9_000, "Dorota"),
    Heard(9_000, 9_500, "ana"),
)
SECRET = "Words, and"


@pytest.fixture
def call(tmp_path: Path) -> str:
    """A transcript in which Ana is a member's name, Ben Ortiz is much like one, and Dorota is nobody's."""
    path = tmp_path / "june.vtt"
    path.write_bytes(transcripts.zoom(CALL).encode())
    return str(path)


def take_in(shell: Shell, *argv: str) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(shell.answer("import", "turns", "session-1", *argv))
    return said


def people(shell: Shell) -> list[str]:
    return [one["name"] for one in shell.json("members", "--json")]


def voices(shell: Shell) -> dict[str, tuple[int, float]]:
    heard = {one["name"]: (one["turns"], one["seconds"]) for one in shell.json("show", "--json")["voices"]}
    return {name: one for name, one in heard.items() if one[0]}


def stored(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())


def test_a_name_that_is_only_alike_is_asked_about_and_nothing_comes_in(planned: Shell, call: str) -> None:
    before = planned.json("show", "--json"), people(planned)
    assert planned.refusal("import", "turns", "session-1", call) == (
        'Ben Ortiz may be Ben: say --as "Ben Ortiz=Ben", or --new "Ben Ortiz" for somebody else; nothing came in'
    )
    assert (planned.json("show", "--json"), people(planned)) == before


def test_as_says_that_it_is_the_same_person(planned: Shell, call: str) -> None:
    said = take_in(planned, call, "--as", "Ben Ortiz=Ben")
    assert said["matched"] == {"Ana": "Ana", "Ben Ortiz": "Ben", "ana": "Ana"}
    assert (said["added"], said["suggested"], said["turns"], said["seconds"]) == (["Dorota"], {}, 4, 8.5)
    assert voices(planned) == {"Ana": (2, 4.0), "Ben": (1, 0.75), "Dorota": (1, 3.75)}


def test_new_says_that_it_is_somebody_else(planned: Shell, call: str) -> None:
    assert take_in(planned, call, "--new", "Ben Ortiz")["added"] == ["Ben Ortiz", "Dorota"]
    assert voices(planned)["Ben Ortiz"] == (1, 0.75)
    assert "Ben" not in voices(planned)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("--new", "Zoe"), "--new 'Zoe': no one in the recording is called Zoe; there is Ana, Ben Ortiz, Dorota, ana"),
        (("--new", "Dorota", "--as", "Dorota=Ben"), "--new 'Dorota': --as says who that is; leave one of them out"),
        (("--new", "Ana", "--as", "Ben Ortiz=Ben"), "there is Ana already; add the other one first, as in Ana B."),
    ],
)
def test_new_that_cannot_be_changes_nothing(planned: Shell, call: str, argv: tuple[str, ...], said: str) -> None:
    before = people(planned)
    assert planned.refusal("import", "turns", "session-1", call, *argv).startswith(said)
    assert people(planned) == before


def test_a_dry_run_shows_what_would_come_in_and_writes_nothing(planned: Shell, call: str, home: Path) -> None:
    path = Path(call)
    path.write_bytes(path.read_bytes() + b"00:20.000 --> 00:19.000\r\nBen: no\r\n")
    planned.answer("sessions")  # reading makes the index of sessions, whatever is read
    before = stored(home)
    ran = planned("import", "turns", "session-1", call, "--dry-run")
    assert json.loads(ran.out) == {
        "turns": 4,
        "seconds": 8.5,
        "speakers": 4,
        "matched": {"Ana": "Ana", "ana": "Ana"},
        "added": ["Dorota"],
        "skipped": [{"line": 19, "why": "it ends before it begins"}],
        "suggested": {"Ben Ortiz": "Ben"},
    }
    assert ran.err == 'lcterm: Ben Ortiz may be Ben: say --as "Ben Ortiz=Ben", or --new "Ben Ortiz" for somebody else\n'
    assert (ran.status, stored(home)) == (0, before)


def test_two_labels_that_differ_in_capitals_are_one_new_person(planned: Shell, tmp_path: Path) -> None:
    path = tmp_path / "x.srt"
    path.write_text(transcripts.srt((Heard(0, 1000, "DOROTA"), Heard(1000, 2000, "Dorota"))), encoding="utf-8")
    said = take_in(planned, str(path))
    assert (said["speakers"], said["added"]) == (2, ["DOROTA"])
    assert voices(planned) == {"DOROTA": (1, 2.0)}


def test_what_a_machine_calls_somebody_is_no_proof_that_it_is_the_same(planned: Shell, tmp_path: Path) -> None:
    first, second = tmp_path / "first.rttm", tmp_path / "second.vtt"
    first.write_text(transcripts.rttm([Heard(0, 1000, "Speaker_1")]), encoding="utf-8")
    second.write_text(transcripts.zoom([Heard(0, 1500, "Speaker_1")]), encoding="utf-8")
    assert take_in(planned, str(first))["added"] == ["Speaker_1"]
    said = planned.refusal("import", "turns", "session-1", str(second))
    assert said.startswith("Speaker_1 may be Speaker_1: say --as Speaker_1=Speaker_1")
    assert take_in(planned, str(second), "--as", "Speaker_1=Ana")["matched"] == {"Speaker_1": "Ana"}


def test_somebody_who_has_left_was_there_all_the_same(planned: Shell, call: str) -> None:
    planned.answer("members", "--leave", "Ana")
    take_in(planned, call, "--new", "Ben Ortiz")
    assert voices(planned)["Ana"] == (2, 4.0)


def test_undo_takes_all_turns_back_at_once_and_redo_brings_them_again(planned: Shell, call: str) -> None:
    before = planned.json("show", "--json")
    take_in(planned, call, "--as", "Ben Ortiz=Ben")
    there = voices(planned)
    assert planned.answer("do", "session-1", "undo") == "Taken back: june: 4 speakers taken in."
    after = planned.json("show", "--json")
    assert (voices(planned), after["status"]) == ({}, "planned")
    assert after["agenda"] == before["agenda"]
    assert people(planned)[-1] == "Dorota"
    planned.answer("do", "session-1", "redo")
    assert voices(planned) == there
    planned.answer("do", "session-1", "undo")
    assert take_in(planned, call, "--as", "Ben Ortiz=Ben")["added"] == []
    assert voices(planned) == there


def test_the_same_turns_count_once_under_another_name_too(planned: Shell, call: str, tmp_path: Path) -> None:
    take_in(planned, call, "--as", "Ben Ortiz=Ben")
    other = tmp_path / "june (1).srt"
    other.write_text(transcripts.srt(CALL), encoding="utf-8")
    said = planned.refusal("import", "turns", "session-1", str(other))
    assert said.endswith(" has these turns already, as june; nothing was counted twice")


@pytest.mark.parametrize("refusing", ["community", "session"])
def test_a_disk_that_refuses_midway_leaves_neither_turns_nor_members(
    planned: Shell, call: str, refusing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = planned.json("show", "--json"), people(planned)
    put = SegmentFiller.put

    def fails(self: SegmentFiller, entries: Sequence[Entry]) -> int:
        kinds = {type(entry.fact.event).__name__ for entry in entries}
        if ("TurnsImported" if refusing == "session" else "MembersJoined") in kinds:
            raise OSError(28, "No space left on device")
        return put(self, entries)

    with monkeypatch.context() as patched:
        patched.setattr(SegmentFiller, "put", fails)
        said = planned.refusal("import", "turns", "session-1", call, "--as", "Ben Ortiz=Ben")
    assert said.startswith("not saved: ")
    assert said.endswith("; nothing came in")
    assert (planned.json("show", "--json"), people(planned)) == before
    assert take_in(planned, call, "--as", "Ben Ortiz=Ben")["added"] == ["Dorota"]


def test_no_word_is_kept_but_those_that_are_picked(planned: Shell, call: str, home: Path) -> None:
    lines = planned.answer("import", "turns", "session-1", call, "--lines").splitlines()
    assert lines[:2] == ["1  0:00:01  Ana: Words, and: more.", "2  0:00:04  Ben Ortiz: Words, and: more."]
    take_in(planned, call, "--as", "Ben Ortiz=Ben")
    assert SECRET.encode() not in stored(home)
    assert planned.answer("import", "turns", "session-1", call, "--keep", "1,3") == (
        "Written down: quote.\nWritten down: quote."
    )
    kept = [(one["kind"], one["text"], one["by"]) for one in planned.json("show", "--json")["captures"]]
    assert kept == [("quote", "Words, and: more.", "Ana"), ("quote", "Words, and: more.", "Dorota")]
    assert SECRET not in planned.answer("summary", "session-1", "--audience", "group", "--format", "text", "--to", "-")
    planned.answer("import", "turns", "session-1", call, "--keep", "4", "--keep-as", "learning")
    last = planned.json("show", "--json")["captures"][-1]
    assert (last["kind"], last["text"], last["by"]) == ("learning", "Words, and: more.", None)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("--keep", "5"), "--keep: there is no line 5; the last is 4"),
        (("--keep", "1-x"), "--keep '1-x': write the numbers of lines, like 12,15 or 12-15; --lines shows them"),
        (("--keep", "1-99"), "--keep 1-99: at most 50 lines are kept at once"),
        (("--keep", "1,2"), 'line 2 is a quote of Ben Ortiz, whom nobody here is called: say --as "Ben Ortiz=NAME"'),
        (("--keep", "1", "--as", "Zoe=Ana"), "--as 'Zoe=Ana': no one in the recording is called Zoe; there is Ana, "),
    ],
)
def test_lines_that_cannot_be_kept_keep_none(planned: Shell, call: str, argv: tuple[str, ...], said: str) -> None:
    assert planned.refusal("import", "turns", "session-1", call, *argv).startswith(said)
    assert planned.json("show", "--json")["captures"] == []


def test_who_a_speaker_is_need_not_be_said_twice(planned: Shell, call: str) -> None:
    take_in(planned, call, "--as", "Ben Ortiz=Ben")
    planned.answer("import", "turns", "session-1", call, "--keep", "2")
    assert [one["by"] for one in planned.json("show", "--json")["captures"]] == ["Ben"]
    assert planned.refusal("import", "turns", "session-1", call, "--keep", "2", "--recording", "other").startswith(
        "line 2"
    )


def test_a_line_is_kept_once(planned: Shell, call: str) -> None:
    planned.answer("import", "turns", "session-1", call, "--keep", "1")
    assert planned.refusal("import", "turns", "session-1", call, "--keep", "1") == (
        "line 1 is kept already; nothing was written twice"
    )


def test_the_ways_exclude_each_other(planned: Shell, call: str) -> None:
    assert "not allowed with" in planned.usage("import", "turns", "session-1", call, "--lines", "--dry-run")


def test_a_text_without_ends_says_so_beside_the_answer(planned: Shell, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(transcripts.otter(CALL[2:3] * 2), encoding="utf-8")
    ran = planned("import", "turns", "session-1", str(path))
    assert json.loads(ran.out)["seconds"] == 0
    assert "says when people begin, not when they end" in ran.err


def test_a_call_of_twenty_and_a_long_recording_come_in_at_once(clock: TestClock, tmp_path: Path) -> None:
    shell = Shell(clock, tmp_path / "home")
    shell.answer("new", "Peers")
    shell.answer("plan", "--template", "blank")
    names = [
        f"{first}{last}"
        for first in ("Ada", "Bo", "Cy", "Di")
        for last in ("h Oak", "m Elm", "n Ash", "r Fir", "t Yew")
    ]
    call = [Heard(number * 4000, number * 4000 + 3210, names[number % 20]) for number in range(700)]
    long = [Heard(number * 500, number * 500 + 400, names[number % 20]) for number in range(10_000)]
    for name, text, turns in (("call.vtt", transcripts.zoom(call), 700), ("long.rttm", transcripts.rttm(long), 10_000)):
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
        began = process_time()
        assert json.loads(shell.answer("import", "turns", "session-1", str(tmp_path / name)))["turns"] == turns
        assert process_time() - began < 5


def test_a_group_that_has_said_no_to_transcripts_keeps_no_line_of_one(planned: Shell, call: str) -> None:
    planned.answer("charter", "--choose", "transcripts=no")
    ran = planned("import", "turns", "2026", call, "--keep", "1")
    assert ran.status == 1
    assert "has settled that nothing is written down word by word" in ran.err
    ran = planned("import", "turns", "2026", call, "--new", "Ben Ortiz")
    assert ran.status == 0, ran
    assert "does the group know of this recording?" in ran.err
