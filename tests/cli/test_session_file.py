"""`lcterm session` and `lcterm import session`: a whole session as one file, and the same session from it elsewhere."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from lcterm.store.archive_in import add_facts
from lcterm.store.paths import Home
from lcterm.store.shelf import communities, read_session
from tests.cli.running import Shell
from tests.clock_program import TestClock

NASTY = Path(__file__).parents[3] / "shared/data/nasty"


@pytest.fixture
def held(talk: Shell, clock: TestClock) -> Shell:
    """A session of Housing peers that is over, with everything that is written down in one."""
    do = ("do",)
    for words in (
        ("give", "ben"),
        ("give", "chidi"),
        ("hand", "ana", "question"),
        ("spoke", "samk"),
        ("leave", "samo"),
    ):
        clock.advance(seconds=30)
        talk.answer(*do, *words)
    for line in (
        "a Ask legal @ben ^fri",
        "l Early and plainly",
        "f Good hour @ana",
        "n Ben was tired",
        "d Meet at ten",
    ):
        talk.answer("capture", line)
    talk.answer("capture", "l Said by mistake")
    talk.answer("do", "undo")
    clock.advance(seconds=30)
    talk.answer("do", "end")
    return talk


@pytest.fixture
def file(held: Shell, tmp_path: Path) -> Path:
    path = tmp_path / "session.json"
    held.answer("session", "--to", str(path))
    return path


@pytest.fixture
def elsewhere(clock: TestClock, tmp_path: Path) -> Shell:
    """Another laptop with a community in which nobody is yet."""
    shell = Shell(clock, tmp_path / "other")
    shell.answer("new", "Harbour")
    return shell


def only(home: Path) -> tuple[Home, str, str]:
    where = Home(home)
    (community,) = communities(where)
    (session,) = where.sessions(community.id)
    return where, community.id, session


def changed(file: Path, **fields: Any) -> str:
    path = file.with_name("changed.json")
    path.write_text(json.dumps({**json.loads(file.read_text("utf-8")), **fields}), "utf-8")
    return str(path)


def contents(home: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in home.rglob("*") if path.is_file() and "private" not in path.parts}


def test_it_says_what_was_planned_what_happened_and_who(file: Path) -> None:
    record = json.loads(file.read_text("utf-8"))
    assert (record["lcterm"], record["format"], record["community"]["name"]) == ("session", 1, "Housing peers")
    assert record["status"] == "closed"
    assert [point["status"] for point in record["agenda"]][:2] == ["done", "done"]
    assert {"question", "prompts", "planned_minutes", "actual_seconds"} <= set(record["agenda"][0])
    people = {one["name"]: one for one in record["people"]}
    assert set(people) == {"Ana", "Ben", "Chidi", "Sam K.", "Sam O."}
    assert people["Sam O."]["present"][0]["to"] < people["Ana"]["present"][0]["to"]
    turns = [(one["name"], one["seconds"]) for one in record["turns"]]
    assert turns[0] == ("Ben", 30.0)
    assert ("Sam K.", None) in turns
    captures = {one["kind"]: one for one in record["captures"]}
    assert (captures["action"]["owners"], captures["action"]["due"]) == (["Ben"], "2026-12-04")
    assert set(captures) == {"action", "learning", "feedback", "decision"}
    assert record["facts"] == len(record["log"])


def test_it_is_for_this_user_alone_and_says_for_whom(held: Shell, tmp_path: Path) -> None:
    ran = held("session", "--to", str(tmp_path))
    (path,) = tmp_path.glob("2026-12-01-*-session-1.json")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "it is for those who facilitated this session" in ran.err
    assert held.answer("session") == path.read_text("utf-8").rstrip("\n")


def test_notes_and_what_was_taken_back_stay(file: Path) -> None:
    text = file.read_text("utf-8")
    assert "tired" not in text
    assert "by mistake" not in text
    assert "Early and plainly" in text


def test_the_same_session_elsewhere_and_the_same_file_from_it(
    file: Path, elsewhere: Shell, home: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    before = contents(other)
    dry = elsewhere("import", "session", str(file), "--dry-run")
    assert "would come into Harbour" in dry.out
    assert contents(other) == before
    said = elsewhere.answer("import", "session", str(file)).split("\n")
    assert said[0].startswith("session 1, Tue 1 Dec 2026 (2026-12-01-")
    assert said[1:] == [f"Added as a member: {name}" for name in ("Ana", "Ben", "Chidi", "Sam K.", "Sam O.")]
    ours, theirs = read_session(*only(home)), read_session(*only(other))
    assert {**theirs.captures} == {id: one for id, one in ours.captures.items() if one.words.kind != "note"}
    assert theirs.voices == ours.voices
    again = json.loads(elsewhere.answer("session"))
    record = json.loads(file.read_text("utf-8"))
    for one in (again, record):
        one.pop("community")
        next(fact for fact in one["log"] if fact["event"]["kind"] == "SessionPlanned")["event"].pop("community")
    assert again == record
    assert elsewhere.answer("check").endswith("is in order.")


def test_a_second_time_nothing_changes_here_and_there(
    file: Path, elsewhere: Shell, held: Shell, home: Path, tmp_path: Path
) -> None:
    elsewhere.answer("import", "session", str(file))
    before = contents(tmp_path / "other"), contents(home)
    for shell in (elsewhere, held):
        assert "already; nothing was changed." in shell.answer("import", "session", str(file))
    assert (contents(tmp_path / "other"), contents(home)) == before


def test_two_who_would_become_one_are_refused(file: Path, elsewhere: Shell, tmp_path: Path) -> None:
    people = json.loads(file.read_text("utf-8"))["people"]
    twins = [{**one, "name": "Ana"} for one in people]
    before = contents(tmp_path / "other")
    assert "two people in it are called Ana" in elsewhere.refusal("import", "session", changed(file, people=twins))
    elsewhere.answer("members", "--add", "Ana")
    assert "two people in it would be Ana here" in elsewhere.refusal("import", "session", changed(file, people=twins))
    assert contents(tmp_path / "other").keys() >= before.keys()
    assert elsewhere.json("sessions", "--json") == []


def test_another_community_of_the_same_home_is_refused(file: Path, held: Shell) -> None:
    held.answer("new", "Others")
    assert "is in another community of this home" in held.refusal("import", "session", "others", str(file))


def test_struck_and_forgotten_words_never_leave_nor_come_back(file: Path, held: Shell, elsewhere: Shell) -> None:
    captures = held.json("show", "--json")["captures"]
    held.answer("strike", next(one["id"] for one in captures if one["text"] == "Early and plainly"))
    held.answer("forget", "Chidi", "--yes")
    text = held.answer("session")
    assert "Early" not in text
    assert "Chidi" not in text
    assert "asked to be forgotten" in held.refusal("import", "session", str(file))
    assert "came into Harbour" in elsewhere("import", "session", "-", stdin=text).out
    assert "Chidi" not in elsewhere.answer("session")


def test_only_what_is_over(talk: Shell) -> None:
    assert "is not over; `lcterm show --json`" in talk.refusal("session")


def test_a_file_that_does_not_fit_is_refused(file: Path, elsewhere: Shell, tmp_path: Path) -> None:
    before = contents(tmp_path / "other")
    bad: tuple[tuple[dict[str, Any], str], ...] = (
        ({"format": 2}, "a newer lcterm made it; update lcterm to read it"),
        ({"format": 0}, "in a form that no lcterm ever wrote"),
        ({"lcterm": "diary"}, "it is no session of lcterm"),
        ({"lcterm": "archive"}, "`lcterm import archive` takes a whole community"),
        ({"facts": 3}, "facts are missing in it, or were added"),
        ({"session": "../../etc"}, "holds an id that cannot be one"),
        ({"community": {"id": "..", "name": ""}}, "holds an id that cannot be one"),
        ({"community": 3}, "a part of it is not as it should be"),
        ({"people": [{"person": "a"}, {"person": "a"}]}, "it names somebody twice"),
        ({"log": [], "facts": 0}, "the fact that planned it is missing"),
        ({"log": [{"writer": "w"}], "facts": 1}, "a part of it is not as it should be"),
    )
    for fields, said in bad:
        refusal = elsewhere.refusal("import", "session", changed(file, **fields))
        assert said in refusal
        assert refusal.endswith("; nothing was brought in")
    assert contents(tmp_path / "other") == before


def recorded(segment: list[int]) -> dict[str, Any]:
    """A recording of one speaker with this segment."""
    speakers = [{"label": "A", "person": "a"}]
    return {"kind": "TurnsImported", "recording": "r", "speakers": speakers, "segments": [segment]}


def test_hostile_facts_are_refused(file: Path, elsewhere: Shell, tmp_path: Path) -> None:
    before = contents(tmp_path / "other")
    log = json.loads(file.read_text("utf-8"))["log"]
    hostile_facts: tuple[dict[str, Any], ...] = (
        *({"writer": "../evil"}, {"writer": "a-b"}, {"actor": "Zoë"}, {"seq": 0}, {"stamp": -1}, {"at": 10**18}),
        *({"event": []}, {"v": 7}, {"event": {"kind": "Sung"}}, {"event": {"kind": "PersonForgotten", "person": "a"}}),
        {"event": {"kind": "MembersJoined", "members": []}},
        *({"event": recorded(segment)} for segment in ([-1, 0, 5], [0, -5, 5], [0, 0, -5])),
        {"event": {"kind": "AttendanceBroughtIn", "stays": [{"person": "a", "there": -5}]}},
        log[2],
    )
    for bad in hostile_facts:
        hostile = [*log[:3], {**log[3], **bad}, *log[4:]]
        assert "nothing was brought in" in elsewhere.refusal("import", "session", changed(file, log=hostile))
    assert contents(tmp_path / "other") == before


def test_a_session_that_goes_on_is_refused(file: Path, elsewhere: Shell) -> None:
    log = [one for one in json.loads(file.read_text("utf-8"))["log"] if one["event"]["kind"] != "SessionEnded"]
    refusal = elsewhere.refusal("import", "session", changed(file, log=log, facts=len(log)))
    assert "the session in it is not over" in refusal


def test_every_beginning_of_a_file_is_refused(file: Path, elsewhere: Shell) -> None:
    whole = file.read_bytes()
    for length in (0, 1, 30, len(whole) // 3, len(whole) // 2, len(whole) - 5):
        file.write_bytes(whole[:length])
        assert "nothing was brought in" in elsewhere.refusal("import", "session", str(file))
    for odd in (b"[" * 100_000, b"\xff\xfe\x00", b"PK\x03\x04", b"null", b"{}", b'{"lcterm": "session", "format": 1}'):
        file.write_bytes(odd)
        assert "nothing was brought in" in elsewhere.refusal("import", "session", str(file))


@pytest.mark.skipif(not NASTY.is_dir(), reason="the shared test data are not here")
def test_no_nasty_json_comes_in(elsewhere: Shell, tmp_path: Path) -> None:
    before = contents(tmp_path / "other")
    for path in sorted(NASTY.glob("jsontestsuite/**/*.json"))[::12]:
        assert "nothing was brought in" in elsewhere.refusal("import", "session", str(path))
    assert contents(tmp_path / "other") == before


def test_a_huge_file_a_folder_and_none(
    file: Path, elsewhere: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lcterm.cli.session_file.SESSION_BYTES", 1000)
    assert "longer than" in elsewhere.refusal("import", "session", str(file))
    assert "is a folder" in elsewhere.refusal("import", "session", str(tmp_path))
    assert "no such file" in elsewhere.refusal("import", "session", str(tmp_path / "none"))


def test_who_was_stopped_on_the_way_does_it_again(
    file: Path, elsewhere: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = add_facts
    calls = []

    def once(*arguments: Any) -> None:
        calls.append(arguments)
        if len(calls) == 2:
            raise OSError(28, os.strerror(28))
        put(*arguments)

    monkeypatch.setattr("lcterm.store.session_file.add_facts", once)
    assert "bring the session in again" in elsewhere.refusal("import", "session", str(file))
    assert elsewhere.json("sessions", "--json") == []
    assert "came into Harbour" in elsewhere.answer("import", "session", str(file))
    assert "Added" not in elsewhere.answer("import", "session", str(file))
    assert len(elsewhere.json("sessions", "--json")) == 1


def test_what_came_in_is_reached_by_strike_and_forget(file: Path, elsewhere: Shell, tmp_path: Path) -> None:
    elsewhere.answer("import", "session", str(file))
    captures = elsewhere.json("show", "--json")["captures"]
    elsewhere.answer("strike", next(one["id"] for one in captures if one["text"] == "Early and plainly"))
    elsewhere.answer("forget", "Chidi", "--yes")
    stored = b"".join(contents(tmp_path / "other").values())
    assert b"Early" not in stored
    assert b"Chidi" not in stored
