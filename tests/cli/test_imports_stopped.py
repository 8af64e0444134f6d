"""Imports of many files that are stopped before any one of them: nobody sees half of what was to come."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from lcterm.store.durable import create_file
from tests.cli.running import Shell
from tests.clock_program import TestClock


@pytest.fixture
def elsewhere(clock: TestClock, tmp_path: Path) -> Shell:
    """Another laptop, where nothing is yet."""
    return Shell(clock, tmp_path / "other")


@pytest.fixture
def fuller(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Disks on which no file has room, then one, then two and so on; each fact is a file."""
    monkeypatch.setattr("lcterm.store.archive_in.EVENTS_MAX", 1)

    def disks() -> Iterator[int]:
        for room in range(100):
            left = iter(range(room))

            def create(path: Path, content: bytes, left: Iterator[int] = left) -> None:
                if next(left, None) is None:
                    raise OSError(28, os.strerror(28))
                create_file(path, content)

            monkeypatch.setattr("lcterm.store.archive_in.create_file", create)
            yield room

    return disks()


def test_nobody_sees_half_a_community(peers: Shell, elsewhere: Shell, tmp_path: Path, fuller: Iterator[int]) -> None:
    archive = tmp_path / "peers.json"
    peers.answer("members", "--add", "Dorota")
    peers.answer("export", "housing-peers", str(archive))
    text = archive.read_text("utf-8")
    (log,) = json.loads(text)["logs"]
    founder = next(one["writer"] for one in log["facts"] if one["event"]["kind"] == "CommunityFounded")
    archive.write_text(text.replace(founder, "a222222222"), "utf-8")  # whose files come first
    for room in fuller:
        stopped = elsewhere("import", "archive", str(archive)).status != 0
        assert stopped or room
        if not stopped:
            break
        assert "no community" in elsewhere.refusal("members")
    assert "Dorota" in elsewhere.answer("members")


def test_nobody_sees_half_a_session(talk: Shell, elsewhere: Shell, tmp_path: Path, fuller: Iterator[int]) -> None:
    talk.answer("capture", "l Early and plainly")
    talk.answer("do", "end")
    file = tmp_path / "session.json"
    talk.answer("session", "--to", str(file))
    record = json.loads(file.read_text("utf-8"))
    one_run = [{**fact, "writer": "w", "seq": seq} for seq, fact in enumerate(record["log"], 1)]
    file.write_text(json.dumps({**record, "log": one_run}), "utf-8")
    elsewhere.answer("new", "Harbour")
    for room in fuller:
        stopped = elsewhere("import", "session", str(file)).status != 0
        assert stopped or room
        if not stopped:
            break
        assert elsewhere.json("sessions", "--json") == []
    assert [one["status"] for one in elsewhere.json("sessions", "--json")] == ["closed"]
