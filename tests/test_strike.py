"""Words taken back, by the whole program: after a strike no byte of them is in the home, and no old copy brings them
back."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from lcterm.core.commands import StrikeCapture
from lcterm.core.community_events import CharterAnswered
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.ends.ending import eventually
from tests.store.struck import with_words
from tests.terminal import Terminal

WORDS = "Zoë said she “will leave” him"
OTHER = "Early and plainly"


@pytest.fixture
def shell(clock: TestClock, home: Path) -> Shell:
    """A shell with a running session: two captures, the second to be struck, and a saved summary."""
    shell = Shell(clock)
    shell.answer("new", "Peers", "--members", "-", stdin="Ana\nBen\n")
    shell.answer("plan", "--template", "blank", "--starts", "2026-12-01 14:00", "--zone", "UTC")
    shell.answer("do", "start")
    shell.answer("capture", f"l {OTHER}")
    shell.answer("capture", f"d {WORDS}")
    return shell


def captures(shell: Shell) -> list[dict[str, str]]:
    found: list[dict[str, str]] = shell.json("show", "--json")["captures"]
    return found


def the_words(shell: Shell) -> str:
    """The id of the capture that holds them."""
    return next(one["id"] for one in captures(shell) if one["text"] == WORDS)


def stored(home: Path) -> list[str]:
    return with_words(Home(home), WORDS)


def in_another_process(clock: TestClock, *argv: str) -> str:
    return subprocess.run(clock.argv(*argv), check=True, capture_output=True, text=True).stdout


def test_after_a_strike_no_byte_of_the_words_is_in_the_home(shell: Shell, home: Path) -> None:
    shell.answer("summary")
    assert len(stored(home)) == 2
    said = shell.answer("strike", the_words(shell))
    assert stored(home) == []
    assert WORDS not in said
    assert "written again without the words" in said
    assert "it can be made again" in said
    assert [one["text"] for one in captures(shell)] == [OTHER]
    assert WORDS not in shell.answer("show")
    assert WORDS not in shell.answer("summary", "--to", "-")
    assert shell("check").status == 0
    shell.answer("do", "next")
    assert stored(home) == []


def test_a_capture_that_was_taken_back_can_be_struck_and_is_not_done_again(shell: Shell, home: Path) -> None:
    id = the_words(shell)
    shell.answer("do", "undo")
    assert stored(home)
    shell.answer("strike", id)
    assert stored(home) == []
    shell.refusal("do", "redo")
    shell.refusal("strike", id)
    assert [one["text"] for one in captures(shell)] == [OTHER]


def test_an_old_copy_is_hidden_from_a_fresh_process_and_rewritten_by_the_next_act(
    shell: Shell, home: Path, clock: TestClock, tmp_path: Path
) -> None:
    id = the_words(shell)
    shutil.copytree(home, tmp_path / "backup")
    shell.answer("strike", id)
    shutil.copytree(tmp_path / "backup", home, dirs_exist_ok=True)
    assert stored(home)
    shown = json.loads(in_another_process(clock, "show", "--json"))
    assert [one["text"] for one in shown["captures"]] == [OTHER]
    assert WORDS not in in_another_process(clock, "show")
    assert stored(home)  # to show is to read, and who reads writes nothing
    in_another_process(clock, "do", "next")
    assert stored(home) == []
    assert [one["text"] for one in captures(shell)] == [OTHER]


def test_check_says_so_and_repair_takes_them_out(shell: Shell, home: Path, tmp_path: Path) -> None:
    id = the_words(shell)
    shutil.copytree(home, tmp_path / "backup")
    shell.answer("strike", id)
    shutil.copytree(tmp_path / "backup", home, dirs_exist_ok=True)
    ran = shell("check")
    assert (ran.status, ran.out.count("words that were struck stand in it")) == (1, 1)
    assert WORDS not in ran.out
    ran = shell("check", "--repair")
    assert ran.status == 0
    assert stored(home) == []
    assert shell("check").status == 0


def test_a_board_that_is_open_takes_out_what_it_wrote_when_another_terminal_strikes_it(
    shell: Shell, home: Path, clock: TestClock
) -> None:
    with Terminal(clock.argv("run"), env={"TMPDIR": str(home.parent)}) as board:
        board.send("c")
        board.wait_for("Enter keep")
        board.type("q Was it his brother?")
        board.send("enter")
        board.wait_for("Written down: question")
        assert eventually(lambda: any("brother" in one["text"] for one in captures(shell)))
        id = next(one["id"] for one in captures(shell) if "brother" in one["text"])
        said = shell.answer("strike", id)
        assert "left to" not in said
        assert with_words(Home(home), "his brother") == []
        board.wait_for(lambda text: "brother" not in text)
        board.send("c")
        board.wait_for("Enter keep")
        board.type("l Another one")
        board.send("enter")
        board.wait_for("Written down: learning")
        assert eventually(lambda: len(captures(shell)) == 3)
        assert with_words(Home(home), "his brother") == []


def test_a_decision_that_became_the_charters_goes_from_both(shell: Shell, home: Path, clock: TestClock) -> None:
    """An answer to a question of the charter is a fact of the community and a decision of the session."""
    (community,) = Home(home).community_ids()
    (session,) = Home(home).sessions(community)
    desk = Desk(Home(home), community, session, clock)
    desk.record_of_community(CharterAnswered(topic="order", answer=WORDS, session=session))
    assert "order" in desk.meeting.community.charter
    assert not desk.act(StrikeCapture(the_words(shell))).refused
    assert "order" not in desk.meeting.community.charter
    desk.settle()
    assert stored(home) == []
