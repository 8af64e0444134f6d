"""Whose is whom where a session comes in from a file: known, asked about, or said by hand."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock


@pytest.fixture
def file(talk: Shell, clock: TestClock, tmp_path: Path) -> Path:
    """A session of Ana, Ben, Chidi, Sam K. and Sam O. that is over."""
    talk.answer("do", "give", "ben")
    clock.advance(seconds=30)
    talk.answer("do", "end")
    path = tmp_path / "session.json"
    talk.answer("session", "--to", str(path))
    return path


@pytest.fixture
def elsewhere(clock: TestClock, tmp_path: Path) -> Shell:
    """Another laptop with a community in which nobody is yet."""
    shell = Shell(clock, tmp_path / "other")
    shell.answer("new", "Harbour")
    return shell


def test_people_are_known_by_name_and_nobody_becomes_somebody_else(file: Path, elsewhere: Shell) -> None:
    elsewhere.answer("members", "--add", "ANA", "--add", "Sam")
    before = elsewhere.json("members", "--json")
    refused = elsewhere.refusal("import", "session", str(file))
    assert refused == (
        'Sam K. may be Sam, Sam O. may be Sam: say --as "Sam K.=Sam", or --new "Sam K." for somebody else; '
        "nothing was brought in"
    )
    dry = elsewhere("import", "session", str(file), "--dry-run", "--new", "Sam O.")
    assert (dry.status, "Sam K. may be Sam: say" in dry.err, "Sam O. may be" in dry.err) == (0, True, False)
    assert elsewhere.json("members", "--json") == before
    said = elsewhere.answer("import", "session", str(file), "--new", "Sam K.", "--new", "Sam O.")
    assert "Known by name: ANA" in said
    assert "Added as a member: Ana" not in said
    assert "Added as a member: Sam K." in said
    record = json.loads(elsewhere.answer("session"))
    assert record["people"][0]["name"] == "ANA"
    assert record["voices"][0]["name"] == "ANA"
    assert "already; nothing was changed." in elsewhere.answer("import", "session", str(file))


def test_it_is_said_who_somebody_is(file: Path, elsewhere: Shell) -> None:
    elsewhere.answer("members", "--add", "Sam", "--add", "Ben Ortiz")
    argv = ("import", "session", str(file), "--as", "sam k.=Sam", "--new", "Sam O.")
    assert "Ben may be Ben Ortiz" in elsewhere.refusal(*argv)
    assert "would be Sam here" in elsewhere.refusal(*argv, "--as", "Ben=Sam")
    assert "nobody in it is called dora; there is Ana, Ben" in elsewhere.refusal(*argv, "--new", "Dora")
    assert "write it like" in elsewhere.refusal(*argv, "--as", "Ben")
    elsewhere.answer(*argv, "--as", "Ben=Ben Ortiz")
    names = {one["name"] for one in elsewhere.json("show", "--json")["voices"]}
    assert names == {"Ana", "Ben Ortiz", "Chidi", "Sam", "Sam O."}
    assert "already; nothing was changed." in elsewhere.answer("import", "session", str(file), "--as", "Ben=Ben Ortiz")
