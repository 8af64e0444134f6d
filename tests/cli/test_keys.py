"""`lcterm keys`, and the tour in a terminal."""

from pathlib import Path

import pytest

from lcterm.ui.key_table import SHIPPED
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.terminal import Terminal


def test_every_key_is_listed_with_what_it_does(shell: Shell) -> None:
    lines = shell.answer("keys").split("\n")
    for key in SHIPPED.keys:
        (line,) = [line for line in lines if line.split()[1:2] == [key.id] or line.split()[2:3] == [key.id]]
        assert key.tooltip in line
        assert line.split()[0] == key.label
        assert all(also in line for also in key.also)
    assert "The floor" in lines
    assert lines[-1].startswith("`lcterm keys --copy` writes ")


def test_the_record_for_programs(shell: Shell, home: Path) -> None:
    assert shell.answer("keys", "--copy") == str(home / "keys.toml")
    (home / "keys.toml").write_text('[keys]\nundo = ["F12", "u"]\nlate = []\n')
    keys = {one["id"]: one for one in shell.json("keys", "--json")}
    assert list(keys) == [key.id for key in SHIPPED.keys]
    assert keys["undo"] == {
        "id": "undo",
        "keys": ["f12", "u"],
        "shown": "F12",
        "also": ["u"],
        "words": "undo",
        "does": "Takes back your last act",
        "takes_person": False,
        "own": True,
    }
    assert (keys["late"]["keys"], keys["late"]["shown"]) == ([], "")
    assert [id for id, one in keys.items() if one["own"]] == ["late", "undo"]
    assert keys["hand"]["takes_person"] is True


def test_a_copy_changes_nothing_and_is_never_overwritten(shell: Shell, home: Path) -> None:
    before = shell.answer("keys", "--json")
    shell.answer("keys", "--copy")
    assert shell.answer("keys", "--json") == before
    (home / "keys.toml").write_text('[keys]\nundo = "F12"\n')
    assert "keys.toml is there already; edit it" in shell.refusal("keys", "--copy")
    assert "F12       undo          Takes back your last act  (yours)" in shell.answer("keys")
    assert "--copy" not in shell.answer("keys")


def test_a_clash_is_refused_in_one_line(shell: Shell, home: Path) -> None:
    home.mkdir(mode=0o700, exist_ok=True)
    (home / "keys.toml").write_text('[keys]\nnext-point = "x"\n')
    assert shell.refusal("keys") == (
        'keys.toml: "x" is both leaves (leave) and next point (next-point); give one of them another key'
    )


def test_a_refused_file_keeps_no_session_from_opening(hour: Shell, home: Path, clock: TestClock) -> None:
    (home / "keys.toml").write_text('[keys]\nnext-point = "x"\n')
    with Terminal(clock.argv("run")) as board:
        board.wait_for('keys.toml: "x" is both leaves')
        board.send("t")
        board.wait_for("starts|started|running|left of")
        board.send("q", "q")
        assert board.wait_exit() == 0


@pytest.mark.parametrize("own", ["", '[keys]\nhelp = "f12"\nnext-speaker = "x"\nleave = "f10"\n'])
def test_the_tour_in_a_terminal_never_touches_the_real_home(
    hour: Shell, clock: TestClock, home: Path, own: str
) -> None:
    if own:
        (home / "keys.toml").write_text(own)
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    with Terminal(clock.argv("demo", "--tour")) as terminal:
        terminal.wait_for("Tour 1/")
        terminal.wait_for("F12 keys" if own else r"\? keys")
        terminal.send("enter")
        terminal.wait_for("Tour 2/")
        terminal.send("h", "c")
        terminal.wait_for("Tour 3/")
        terminal.send("x" if own else "space")
        terminal.wait_for("Tour 4/")
        terminal.send("esc")
        terminal.wait_for("The tour is over")
        terminal.send("q", "q")
        assert terminal.wait_exit() == 0
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before
