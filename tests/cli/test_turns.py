"""`lcterm turns`: who spoke when, out of a session, and in again with `lcterm import turns`."""

import csv
import io
import json
import stat
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock


@pytest.fixture
def spoken(talk: Shell, clock: TestClock) -> Shell:
    """A discussion in which Sam K. spoke for a minute and Ben for ten seconds."""
    talk.answer("do", "give", "samk")
    clock.advance(seconds=60)
    talk.answer("do", "give", "ben")
    clock.advance(seconds=10)
    talk.answer("do", "done")
    return talk


def test_rttm_and_for_whom_it_is(spoken: Shell) -> None:
    ran = spoken("turns")
    assert [line.split()[3:8:4] for line in ran.out.splitlines()] == [["0.000", "Sam%20K."], ["60.000", "Ben"]]
    assert ran.err.startswith("lcterm: it says who spoke when, and for how long: it is for those who facilitated")


def test_csv(spoken: Shell) -> None:
    rows = list(csv.DictReader(io.StringIO(spoken.answer("turns", "--format", "csv"))))
    assert [(row["name"], row["seconds"], row["mode"], row["recording"]) for row in rows] == [
        ("Sam K.", "60.000", "queue", ""),
        ("Ben", "10.000", "queue", ""),
    ]
    assert rows[0]["start"] == "2026-12-01T14:00:00+00:00"


def test_into_a_file_or_a_folder_for_this_user_alone(spoken: Shell, tmp_path: Path) -> None:
    assert spoken.answer("turns", "--to", str(tmp_path / "a.rttm")) == f"The list of turns is in {tmp_path}/a.rttm."
    spoken.answer("turns", "--format", "csv", "--to", str(tmp_path))
    (path,) = tmp_path.glob("2026-12-01-*-session-1.turns.csv")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    spoken.answer("turns", "--to", f"{tmp_path}/new/")
    assert len(list((tmp_path / "new").glob("2026-12-01-*-session-1.turns.rttm"))) == 1


def test_out_and_in_again_are_the_same_turns(spoken: Shell, tmp_path: Path) -> None:
    out = tmp_path / "a.rttm"
    spoken.answer("turns", "--to", str(out))
    later = spoken.answer("plan", "--template", "blank", "--starts", "2026-12-08 14:00", "--zone", "UTC")
    came = json.loads(spoken.answer("import", "turns", later, str(out)))
    assert (came["turns"], came["seconds"], came["added"]) == (2, 70.0, [])
    assert came["matched"] == {"Sam K.": "Sam K.", "Ben": "Ben"}
    assert spoken.answer("turns", later) == out.read_text("utf-8").rstrip("\n")


def test_where_nobody_was_heard_there_is_nothing_to_list(planned: Shell) -> None:
    assert "nobody was heard in it" in planned.refusal("turns")
