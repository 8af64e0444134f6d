"""export and import archive: a whole community out and in, the same elsewhere; what does not fit is refused."""

import json
import os
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from lcterm.store.paths import Home
from lcterm.store.shelf import communities, read_community, read_session
from tests.cli.forgetting import NAME, everywhere, holding
from tests.cli.running import Shell
from tests.clock_program import TestClock


@pytest.fixture
def sessions(shell: Shell, home: Path) -> list[str]:
    return everywhere(shell, home)


@pytest.fixture
def archive(shell: Shell, sessions: list[str], tmp_path: Path) -> Path:
    path = tmp_path / "peers.json"
    shell.answer("export", "peers", str(path))
    return path


@pytest.fixture
def elsewhere(clock: TestClock, tmp_path: Path) -> Shell:
    """Another laptop, where nothing is yet."""
    return Shell(clock, tmp_path / "other")


def states(home: Path) -> list[object]:
    """Every community and session of a home, as they fold."""
    stored = Home(home)
    return [
        (read_community(stored, one), [read_session(stored, one, session) for session in stored.sessions(one)])
        for one in stored.community_ids()
    ]


def contents(home: Path) -> dict[str, bytes]:
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def changed(archive: Path, **fields: Any) -> Path:
    """The archive with other fields at the top."""
    path = archive.with_name("changed.json")
    path.write_text(json.dumps({**json.loads(archive.read_text("utf-8")), **fields}), "utf-8")
    return path


def test_the_same_states_elsewhere(home: Path, archive: Path, elsewhere: Shell, tmp_path: Path) -> None:
    said = elsewhere.answer("import", "archive", str(archive))
    count = json.loads(archive.read_text("utf-8"))["facts"]
    assert said == f"Peers, 3 sessions: {count} facts came in, 0 were here already."
    assert states(tmp_path / "other") == states(home)
    assert elsewhere.answer("check").endswith("is in order.")
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "other").rglob("*.json")} == {0o600}


def test_a_second_time_nothing_changes(
    archive: Path, elsewhere: Shell, shell: Shell, home: Path, tmp_path: Path
) -> None:
    elsewhere.answer("import", "archive", str(archive))
    before = contents(tmp_path / "other"), contents(home)
    assert "0 facts came in" in elsewhere.answer("import", "archive", str(archive))
    assert "0 facts came in" in shell.answer("import", "archive", str(archive))
    assert (contents(tmp_path / "other"), contents(home)) == before


def test_a_dry_run_says_the_same_and_writes_nothing(
    archive: Path, elsewhere: Shell, shell: Shell, home: Path, tmp_path: Path
) -> None:
    before, count = contents(home), json.loads(archive.read_text("utf-8"))["facts"]
    ran = elsewhere("import", "archive", str(archive), "--dry-run")
    assert ran.out == f"Peers, 3 sessions: {count} facts would come in, 0 were here already.\n"
    assert ran.err == "lcterm: this is what would come in; nothing was changed\n"
    assert not (tmp_path / "other").exists()
    assert f"0 facts would come in, {count} were here" in shell.answer("import", "archive", str(archive), "--dry-run")
    assert contents(home) == before


def test_it_is_text_for_this_user_s_eyes_with_nothing_private(archive: Path, home: Path) -> None:
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    text = archive.read_text("utf-8")
    assert NAME in text
    assert "\\u" not in text
    record = json.loads(text)
    assert record["lcterm"] == "archive"
    assert list(record["logs"][0]["facts"][0]) == ["writer", "seq", "stamp", "at", "actor", "v", "event"]
    assert max(map(len, text.splitlines())) < 2000
    (home / "private" / "reflection.txt").write_text("Kettlewell")
    assert "Kettlewell" not in text


def test_to_standard_output_it_is_the_same(shell: Shell, archive: Path) -> None:
    assert shell.answer("export", "peers", "-") == archive.read_text("utf-8").rstrip("\n")


def test_two_laptops_that_went_apart_come_together(
    shell: Shell, home: Path, sessions: list[str], archive: Path, elsewhere: Shell, tmp_path: Path
) -> None:
    elsewhere.answer("import", "archive", str(archive))
    elsewhere.answer("members", "--add", "Cy")
    elsewhere.answer("capture", sessions[0], "l There")
    shell.answer("members", "--leave", "Ben")
    shell.answer("capture", sessions[0], "l Here")
    back = tmp_path / "back.json"
    elsewhere.answer("export", "peers", str(back))
    assert "2 facts came in" in shell.answer("import", "archive", str(back))
    shell.answer("export", "peers", str(back))
    elsewhere.answer("import", "archive", str(back))
    assert states(home) == states(tmp_path / "other")
    (community,) = communities(Home(home))
    assert [one.name for one in community.active] == ["Ana", NAME, "Cy"]
    texts = [one["text"] for one in shell.json("show", sessions[0], "--json")["captures"]]
    assert {"There", "Here"} <= set(texts)


def test_no_run_s_own_file_is_replaced_or_stood_in_for(
    shell: Shell, home: Path, archive: Path, elsewhere: Shell, tmp_path: Path
) -> None:
    """Files that come later from the laptop itself lie beside the ones that the archive made."""
    elsewhere.answer("import", "archive", str(archive))
    mine, theirs = (
        {name: bytes for name, bytes in contents(top).items() if name.startswith("communities") and "log" in name}
        for top in (home, tmp_path / "other")
    )
    assert not {Path(name).name for name in mine} & {Path(name).name for name in theirs}
    for name in contents(home):
        if name.startswith("communities") and "summaries" not in name:
            shutil.copy(home / name, tmp_path / "other" / name)
    assert states(tmp_path / "other") == states(home)
    assert elsewhere.answer("check").endswith("is in order.")


def test_what_was_struck_and_forgotten_stays_gone(
    shell: Shell, home: Path, archive: Path, elsewhere: Shell, tmp_path: Path
) -> None:
    shell.answer("forget", NAME, "--yes")
    shell.answer("import", "archive", str(archive))
    assert holding(home) == []
    newer = tmp_path / "newer.json"
    shell.answer("export", "peers", str(newer))
    assert "Zo" not in newer.read_text("utf-8")
    elsewhere.answer("import", "archive", str(archive))
    assert holding(tmp_path / "other")
    elsewhere.answer("import", "archive", str(newer))
    assert holding(tmp_path / "other") == []
    elsewhere.answer("import", "archive", str(archive))
    assert holding(tmp_path / "other") == []
    assert states(tmp_path / "other") == states(home)


def test_facts_of_a_newer_lcterm_go_along(archive: Path, elsewhere: Shell, tmp_path: Path) -> None:
    record = json.loads(archive.read_text("utf-8"))
    record["logs"][0]["facts"].append(
        {"writer": "newer", "seq": 1, "stamp": 1, "at": 1, "actor": "x", "v": 7, "event": {"kind": "Sung", "la": [1]}}
    )
    record["facts"] += 1
    elsewhere.answer("import", "archive", str(changed(archive, **record)))
    out = json.loads(elsewhere.answer("export", "peers", "-"))
    assert [one for one in out["logs"][0]["facts"] if one["writer"] == "newer"] == record["logs"][0]["facts"][-1:]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"format": 2}, "a newer lcterm made it"),
        ({"format": 0}, "in a form that no lcterm ever wrote"),
        ({"lcterm": "diary"}, "no archive of lcterm"),
        ({"facts": 3}, "facts are missing in it, or were added"),
        ({"community": "../../etc"}, "names a log that cannot be one"),
        ({"community": "other"}, "does not hold each log once"),
        ({"logs": 3}, "a part of it is not as it should be"),
        ({"logs": [], "facts": 0}, "does not hold each log once"),
        ({"logs": [{"log": "../x", "facts": []}], "facts": 0}, "names a log that cannot be one"),
    ],
)
def test_an_archive_that_does_not_fit_is_refused(
    archive: Path, elsewhere: Shell, tmp_path: Path, fields: dict[str, Any], said: str
) -> None:
    bad = changed(archive, **fields)
    refusal = elsewhere.refusal("import", "archive", str(bad))
    assert said in refusal
    assert refusal.endswith("; nothing was brought in")
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(
    "fact",
    [
        {"writer": "../evil"},
        {"writer": "a-b"},
        {"writer": "x" * 33},
        {"actor": "Zoë"},
        {"seq": 0},
        {"seq": 10**16},
        {"stamp": -1},
        {"stamp": 2**63},
        {"at": 10**18},
        {"event": []},
        {"event": None},
        {"v": 0},
    ],
)
def test_hostile_facts_are_refused(archive: Path, elsewhere: Shell, tmp_path: Path, fact: dict[str, Any]) -> None:
    record = json.loads(archive.read_text("utf-8"))
    record["logs"][1]["facts"][0] |= fact
    assert "nothing was brought in" in elsewhere.refusal("import", "archive", str(changed(archive, **record)))
    assert not (tmp_path / "other").exists()


def test_a_fact_that_is_there_twice_is_refused(archive: Path, elsewhere: Shell) -> None:
    record = json.loads(archive.read_text("utf-8"))
    record["logs"][0]["facts"].append(record["logs"][0]["facts"][0])
    record["facts"] += 1
    assert "twice" in elsewhere.refusal("import", "archive", str(changed(archive, **record)))


def test_every_beginning_of_an_archive_is_refused(archive: Path, elsewhere: Shell, tmp_path: Path) -> None:
    whole = archive.read_bytes()
    for length in (0, 1, 30, len(whole) // 3, len(whole) // 2, len(whole) - 5):
        archive.write_bytes(whole[:length])
        assert "nothing was brought in" in elsewhere.refusal("import", "archive", str(archive))
    for odd in (b"[" * 100_000, b"\xff\xfe\x00", b"PK\x03\x04", b"null", b"{}"):
        archive.write_bytes(odd)
        assert "nothing was brought in" in elsewhere.refusal("import", "archive", str(archive))


def test_text_in_it_that_drives_a_terminal_is_made_harmless(archive: Path, elsewhere: Shell) -> None:
    text = archive.read_text("utf-8").replace("Call the council", "\\u001b]0;owned\\u0007\\u202e")
    archive.write_text(text, "utf-8")
    elsewhere.answer("import", "archive", str(archive))
    assert "\x1b" not in elsewhere.answer("export", "peers", "-")
    assert "\\u001b" not in elsewhere.answer("export", "peers", "-")


def test_a_huge_file_a_folder_and_none_are_refused(
    elsewhere: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, archive: Path
) -> None:
    monkeypatch.setattr("lcterm.store.archive.ARCHIVE_BYTES", 1000)
    assert "longer than" in elsewhere.refusal("import", "archive", str(archive))
    assert "is a folder" in elsewhere.refusal("import", "archive", str(tmp_path))
    assert "no such file" in elsewhere.refusal("import", "archive", str(tmp_path / "nowhere"))


def test_facts_that_stand_here_with_other_words_stay(archive: Path, shell: Shell, home: Path) -> None:
    before = contents(home)
    record = json.loads(archive.read_text("utf-8").replace("Early and plainly", "Late"))
    ran = shell("import", "archive", str(changed(archive, **record)))
    assert ran.status == 0
    assert ran.err == "lcterm: facts that stand here with other words, which stay: 1\n"
    assert contents(home) == before


def test_another_community_of_that_name_is_said(archive: Path, elsewhere: Shell) -> None:
    elsewhere.answer("new", "peers")
    assert "more than one community is called Peers now" in elsewhere("import", "archive", str(archive)).err


def test_a_folder_that_cannot_be_written_is_one_line(archive: Path, elsewhere: Shell, tmp_path: Path) -> None:
    (tmp_path / "other").write_text("a file")
    assert "bring the archive in again" in elsewhere.refusal("import", "archive", str(archive))
    os.unlink(tmp_path / "other")
    assert elsewhere.answer("import", "archive", str(archive))
