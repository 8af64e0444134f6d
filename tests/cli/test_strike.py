"""strike: the words of a capture out of the session and out of every stored file."""

from pathlib import Path
from typing import Any

from tests.cli.running import Shell


def captures(shell: Shell) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = shell.json("show", "--json")["captures"]
    return listed


def written(shell: Shell, *lines: str) -> list[str]:
    """The ids of these captures, written now."""
    for line in lines:
        shell.answer("capture", line)
    return [one["id"] for one in captures(shell)]


def holding(home: Path, word: str) -> list[str]:
    """The stored files in which this word stands."""
    return [path.name for path in home.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


def test_by_id_and_nothing_else_goes(running: Shell, home: Path) -> None:
    first, _ = written(running, "l Kettlestreet is ours", "a Call them")
    assert holding(home, "Kettlestreet")
    said = running.answer("strike", first)
    assert said.startswith("Struck: the words are gone, from the disk too. It was: learning, written at 14:00.")
    assert "Kettlestreet" not in said
    assert [one["text"] for one in captures(running)] == ["Call them"]
    assert holding(home, "Kettlestreet") == []


def test_it_says_which_files_were_changed(running: Shell) -> None:
    (only,) = written(running, "l Kettlestreet is ours")
    said = running.answer("strike", only).split("\n")
    assert len(said) > 1
    assert any(".json" in line for line in said[1:]), said


def test_by_a_beginning_that_only_one_has(running: Shell) -> None:
    first, second = written(running, "l one", "l two")
    common = len([1 for one, other in zip(first, second, strict=False) if one == other])
    assert first[: common + 1] != second[: common + 1]
    running.answer("strike", second[: common + 1].upper())
    assert [one["text"] for one in captures(running)] == ["one"]


def test_a_session_may_be_named_first(running: Shell) -> None:
    (only,) = written(running, "l one")
    session = running.json("show", "--json")["session"]
    running.answer("strike", session, only)
    assert captures(running) == []


def test_one_that_was_taken_back_can_go_too(running: Shell, home: Path) -> None:
    (only,) = written(running, "l Kettlestreet is ours")
    running.answer("do", "undo")
    assert captures(running) == []
    assert holding(home, "Kettlestreet")
    running.answer("strike", only)
    assert holding(home, "Kettlestreet") == []
    assert running.refusal("do", "redo")


def test_an_unknown_id_is_refused_with_where_they_stand(running: Shell) -> None:
    session = running.json("show", "--json")["session"]
    said = running.refusal("strike", "nothing-7")
    assert (
        said == f"no capture of session {session} has the id 'nothing-7'; `lcterm show {session} --json` lists the ids"
    )
    assert running.refusal("strike", "a", "b", "c").startswith("strike takes one capture")
    assert "lists the ids" in running.refusal("strike", " ")


def test_an_unclear_beginning_is_refused_with_the_list(running: Shell) -> None:
    shared = "l one"
    ids = written(running, shared)
    while len({id[0] for id in ids}) == len(ids):  # by chance the ids begin with different letters
        ids = written(running, shared)
    twice = next(id[0] for id in ids if sum(other[0] == id[0] for other in ids) > 1)
    said = running.refusal("strike", twice)
    assert said.startswith(f"{twice!r} begins more than one capture: ")
    assert len(captures(running)) == len(ids)


def test_it_cannot_be_struck_twice_nor_taken_back(running: Shell) -> None:
    only, _ = written(running, "l one", "l two")
    running.answer("strike", only)
    assert running.refusal("strike", only) == f"the words of {only!r} are gone already"
    running("do", "undo")
    assert "one" not in [one["text"] for one in captures(running)]
    assert "cannot be undone" in running.answer("strike", "--help")


def test_control_codes_in_an_id_reach_no_terminal(running: Shell) -> None:
    assert "\x1b" not in running.refusal("strike", "\x1b[31mx\x07")
