"""import turns of files that are called alike, and of speakers who are one person or whom a machine has named."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Shell
from tests.intake import transcripts
from tests.intake.transcripts import Heard

JULIANS = (Heard(0, 5000, "Julian Ma"), Heard(5000, 6000, "Julian"), Heard(6000, 9000, "Julian Ma"))


def file(folder: Path, name: str, *heard: Heard) -> str:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(transcripts.zoom(heard), encoding="utf-8", newline="")
    return str(path)


def take_in(shell: Shell, *argv: str) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(shell.answer("import", "turns", "session-1", *argv))
    return said


def voices(shell: Shell) -> dict[str, tuple[int, float]]:
    heard = {one["name"]: (one["turns"], one["seconds"]) for one in shell.json("show", "--json")["voices"]}
    return {name: one for name, one in heard.items() if one[0]}


def test_another_recording_of_the_same_name_comes_in_beside_the_first(planned: Shell, tmp_path: Path) -> None:
    first = file(tmp_path / "a", "transcript.vtt", Heard(0, 1000, "Ana"), Heard(1000, 2000, "Ben"))
    second = file(tmp_path / "b", "transcript.vtt", Heard(0, 4000, "Ben"), Heard(4000, 5000, "Chidi"))
    take_in(planned, first)
    told = "another recording is called transcript already, with other turns: this one is transcript-2"
    dry = planned("import", "turns", "session-1", second, "--dry-run")
    assert (dry.status, told in dry.err) == (0, True)
    ran = planned("import", "turns", "session-1", second)
    assert (ran.status, ran.err) == (0, f"lcterm: {told}\n")
    assert voices(planned) == {"Ana": (1, 1.0), "Ben": (2, 5.0), "Chidi": (1, 1.0)}
    assert {line.split()[1] for line in planned.answer("turns").splitlines() if line.startswith("SPEAKER")} == {
        "transcript",
        "transcript-2",
    }
    for again, name in ((first, "the recording transcript already"), (second, "these turns already, as transcript-2")):
        refusal = planned.refusal("import", "turns", "session-1", again)
        assert refusal.endswith(f" has {name}; nothing was counted twice")


def test_what_was_taken_back_is_not_there_under_its_name(planned: Shell, tmp_path: Path) -> None:
    first = file(tmp_path / "a", "transcript.vtt", Heard(0, 1000, "Ana"))
    second = file(tmp_path / "b", "transcript.vtt", Heard(0, 4000, "Ben"))
    take_in(planned, first)
    planned.answer("do", "undo")
    take_in(planned, second)
    take_in(planned, first)
    assert voices(planned) == {"Ana": (1, 1.0), "Ben": (1, 4.0)}


def test_lines_are_those_of_the_recording_with_these_turns(planned: Shell, tmp_path: Path) -> None:
    first = file(tmp_path / "a", "transcript.vtt", Heard(0, 1000, "Speaker 1"))
    second = file(tmp_path / "b", "transcript.vtt", Heard(0, 4000, "Speaker 1"))
    take_in(planned, first, "--as", "Speaker 1=Ana")
    assert "whom nobody here is called" in planned.refusal("import", "turns", "session-1", second, "--keep", "1")
    take_in(planned, second, "--as", "Speaker 1=Ben")
    planned.answer("import", "turns", "session-1", second, "--keep", "1")
    assert [one["by"] for one in planned.json("show", "--json")["captures"]] == ["Ben"]


def test_a_name_that_begins_another_in_the_file_is_asked_about(planned: Shell, tmp_path: Path) -> None:
    path = file(tmp_path, "june.vtt", *JULIANS)
    assert planned.refusal("import", "turns", "session-1", path) == (
        'Julian may be Julian Ma: say --as "Julian=Julian Ma", or --new Julian for somebody else; nothing came in'
    )
    dry = json.loads(planned.answer("import", "turns", "session-1", path, "--dry-run"))
    assert (dry["suggested"], dry["added"]) == ({"Julian": "Julian Ma"}, ["Julian Ma"])
    said = take_in(planned, path, "--as", "Julian=Julian Ma")
    assert (said["added"], said["matched"], said["suggested"]) == (["Julian Ma"], {"Julian": "Julian Ma"}, {})
    assert voices(planned) == {"Julian Ma": (1, 9.0)}


def test_the_other_may_be_a_member_by_hand(planned: Shell, tmp_path: Path) -> None:
    path = file(tmp_path, "june.vtt", *JULIANS)
    said = take_in(planned, path, "--as", "Julian=Julian Ma", "--as", "Julian Ma=Ben")
    assert (said["added"], said["matched"]) == ([], {"Julian": "Ben", "Julian Ma": "Ben"})
    assert voices(planned) == {"Ben": (1, 9.0)}


def test_two_who_are_somebody_each(planned: Shell, tmp_path: Path) -> None:
    path = file(tmp_path, "june.vtt", *JULIANS)
    assert take_in(planned, path, "--new", "Julian")["added"] == ["Julian Ma", "Julian"]


def test_a_circle_is_refused(planned: Shell, tmp_path: Path) -> None:
    path = file(tmp_path, "june.vtt", *JULIANS)
    argv = ("--as", "Julian=Julian Ma", "--as", "Julian Ma=Julian")
    assert planned.refusal("import", "turns", "session-1", path, *argv) == (
        "Julian Ma is said to be Julian, and Julian to be Julian Ma: say who one of them is"
    )
    assert voices(planned) == {}


@pytest.mark.parametrize("name", ["FEE005", "spk00", "SPEAKER_01", "Speaker 3"])
def test_names_that_a_machine_gave_are_told(planned: Shell, tmp_path: Path, name: str) -> None:
    ran = planned("import", "turns", "session-1", file(tmp_path, "june.vtt", Heard(0, 900, name), Heard(900, 999, "Z")))
    assert (ran.status, json.loads(ran.out)["added"]) == (0, [name, "Z"])
    assert ran.err.startswith(f"lcterm: {name}: a name that a machine gave, and a new member each; to say who it is: ")
    assert f"{name}=NAME" in ran.err
