"""Forgetting by the whole program: after it no byte of the name is in the home, no old copy brings it back, no kill on
the way leaves some of it for good, and a board that is open shows it at once."""

import shutil
import subprocess
from pathlib import Path

import pytest

from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from tests.cli.forgetting import NAME, OLD, everywhere, holding
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.killing import killed
from tests.terminal import Terminal


@pytest.fixture
def shell(clock: TestClock, home: Path) -> Shell:
    return Shell(clock)


@pytest.fixture
def sessions(shell: Shell, home: Path) -> list[str]:
    return everywhere(shell, home)


def test_old_copies_that_come_back_are_hidden_and_cleared_by_the_next_run(
    shell: Shell, sessions: list[str], home: Path, tmp_path: Path
) -> None:
    shutil.copytree(home / "communities", tmp_path / "before")
    shell.answer("forget", NAME, "--yes")
    logs = [path for path in (tmp_path / "before").rglob("*.json") if "summaries" not in path.parts]
    for path in logs:
        shutil.copy(path, home / "communities" / path.relative_to(tmp_path / "before"))
        assert holding(home) or NAME.encode() not in path.read_bytes()
        assert NAME not in shell.answer("members")
        assert holding(home) == []
    shutil.copytree(tmp_path / "before", home / "communities", dirs_exist_ok=True)
    assert [one["title"] for one in shell.json("sessions", "--json")] == ["someone's case", "Two", "Three"]
    assert holding(home) == []  # old copies of summaries went as well


def test_looking_on_changes_nothing_while_nothing_came_back(shell: Shell, sessions: list[str], home: Path) -> None:
    shell.answer("forget", NAME, "--yes")
    shell.answer("show", sessions[0])
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    shell.answer("show", sessions[0])
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before


def done_again(clock: TestClock, name: str) -> None:
    """Once more, and again while it says that a slow disk has not taken everything yet."""
    answers = (Shell(clock)("forget", name, "--yes") for _ in range(5))
    next((answer for answer in answers if "not saved" not in answer.err), None)


def test_killed_at_any_moment_it_can_be_done_again(clock: TestClock, home: Path, tmp_path: Path) -> None:
    everywhere(Shell(clock), home)
    shutil.copytree(home, tmp_path / "before")
    statuses = []
    for writes in range(40):
        shutil.rmtree(home)
        shutil.copytree(tmp_path / "before", home)
        statuses.append(killed(clock, writes, "forget", NAME, "--yes"))
        if statuses[-1] == 0:
            break
        done_again(clock, NAME)
        done_again(clock, OLD)
        assert holding(home) == [], f"killed before write {writes + 1}"
        assert Shell(clock).answer("check").endswith("is in order.")
    assert statuses[:-1] == [9] * (len(statuses) - 1)
    assert len(statuses) > 6
    assert holding(home) == []


def test_a_killed_one_is_finished_by_any_later_run_once_the_person_is_out(
    clock: TestClock, home: Path, tmp_path: Path
) -> None:
    everywhere(Shell(clock), home)
    shutil.copytree(home, tmp_path / "before")
    finished = 0
    for writes in range(40):
        shutil.rmtree(home)
        shutil.copytree(tmp_path / "before", home)
        if killed(clock, writes, "forget", NAME, "--yes") == 0:
            break
        if NAME not in Shell(clock).answer("members"):
            assert holding(home) == []
            finished += 1
    assert finished > 0


def test_files_of_another_laptop_are_hidden_and_said_until_lcterm_runs_there(
    shell: Shell, sessions: list[str], home: Path, clock: TestClock, tmp_path: Path
) -> None:
    other = Shell(clock, tmp_path / "other")
    shutil.copytree(home / "communities", tmp_path / "other" / "communities")
    said = other.answer("forget", NAME, "--yes")
    assert "left to the laptop that wrote it, until lcterm runs there" in said
    assert holding(tmp_path / "other") != []
    assert NAME not in other.answer("members") + other.answer("show", sessions[0])
    assert "; left to the laptop that wrote it" in other("check").out
    shutil.copytree(tmp_path / "other" / "communities", home / "communities", dirs_exist_ok=True)
    assert NAME not in shell.answer("members")
    assert [name for name in holding(home) if "sessions" in name or "log" in name] == []


def test_a_desk_that_is_open_hides_it_and_clears_its_own_files(
    shell: Shell, sessions: list[str], home: Path, clock: TestClock
) -> None:
    stored = Home(home)
    (community,) = stored.community_ids()
    desk = Desk(stored, community, sessions[0], clock, lambda seq: None)
    assert NAME in desk.meeting.community.name_of(list(desk.meeting.session.voices)[-1])
    shell.answer("forget", NAME, "--yes")
    assert desk.poll()
    assert "Zo" not in f"{desk.meeting}{desk.session.log.facts}{desk.community.log.facts}"
    assert desk.close(5) == []


def test_a_board_on_the_screen_shows_it_at_once(
    shell: Shell, clock: TestClock, sessions: list[str], home: Path
) -> None:
    shell.answer("do", sessions[0], "give", "zoë")
    with Terminal(clock.argv("run", sessions[0]), env={"TMPDIR": str(home.parent)}) as board:
        board.wait_for("Zoë Ørsted")
        forget = subprocess.run(clock.argv("forget", NAME, "--yes"), capture_output=True, check=False)
        assert forget.returncode == 0
        board.wait_for(lambda text: "Zoë" not in text and "somebody who" in text)
    assert holding(home) == []
