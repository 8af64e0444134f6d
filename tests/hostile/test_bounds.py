"""Files from elsewhere have a largest size, each its own: one byte more is refused in a line."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lcterm.cli.bringing_in import add_import
from lcterm.intake.agenda_text import AGENDA_BYTES
from lcterm.intake.attendance import ATTENDANCE_BYTES
from lcterm.intake.members import MEMBERS_BYTES
from lcterm.intake.minutes import MINUTES_BYTES
from lcterm.intake.recordings import RECORDING_BYTES
from lcterm.intake.todotxt import TODO_BYTES
from lcterm.store import archive
from lcterm.store.own_keys import SIZE_MAX as KEYS_BYTES
from lcterm.store.reading import SIZE_MAX, Unreadable, read_whole
from lcterm.store.session_file import SESSION_BYTES
from lcterm.store.toml_file import SIZE_MAX as TOML_BYTES
from lcterm.store.toml_file import read_toml
from tests.cli.running import Shell
from tests.clock_program import TestClock

MIB = 1024 * 1024
BOUNDS: dict[str, tuple[int, tuple[str, ...]]] = {
    "members": (MEMBERS_BYTES, ("{file}",)),
    "turns": (RECORDING_BYTES, ("--format", "vtt", "{session}", "{file}")),
    "attendance": (ATTENDANCE_BYTES, ("{session}", "{file}")),
    "agenda": (AGENDA_BYTES, ("{file}",)),
    "minutes": (MINUTES_BYTES, ("{session}", "{file}")),
    "actions": (TODO_BYTES, ("{file}",)),
    "session": (SESSION_BYTES, ("{file}",)),
    "archive": (2 * archive.ARCHIVE_BYTES, ("{file}",)),
}
"""Of each kind that `lcterm import` takes: the largest size in bytes, and the words after it."""
PIPED = {
    "members": ("members", "--import", "-"),
    "actions": ("import", "actions", "-"),
    "session": ("import", "session", "-"),
    "agenda": ("plan", "--agenda", "-"),
}
LARGEST = 512 * MIB


@pytest.fixture
def shell(home: Path, clock: TestClock) -> Shell:
    shell = Shell(clock, home)
    shell.answer("new", "Bees", "--members", "-", stdin="Ana\nBen\n")
    shell.answer("plan", "--template", "ordinary", "--starts", "2026-12-01 14:00", "--zone", "UTC")
    return shell


def file_of(folder: Path, size: int, name: str = "file.vtt") -> Path:
    """A file of so many bytes, which takes no room on the disk."""
    path = folder / name
    with path.open("wb") as file:
        file.truncate(size)
    return path


def test_every_kind_of_import_has_a_bound() -> None:
    parser = argparse.ArgumentParser()
    add_import(parser)
    (kinds,) = [action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    assert set(kinds) == set(BOUNDS)
    assert all(0 < size <= LARGEST for size, _ in BOUNDS.values())


@pytest.mark.parametrize("kind", BOUNDS)
def test_one_byte_more_is_refused(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    size, words = BOUNDS[kind]
    if kind == "archive":
        monkeypatch.setattr(archive, "ARCHIVE_BYTES", MIB)
        size = 2 * MIB
    path = file_of(tmp_path, size + 1)
    session = shell.json("sessions", "--json")[0]["id"]
    named = [word.replace("{file}", str(path)).replace("{session}", session) for word in words]
    assert f"{path} is longer than" in shell.refusal("import", kind, *named)


@pytest.mark.parametrize("kind", PIPED)
def test_so_is_one_byte_more_in_a_pipe(shell: Shell, kind: str) -> None:
    size = min(BOUNDS[kind][0], SESSION_BYTES)
    assert "longer than" in shell.refusal(*PIPED[kind], stdin=b" " * (size + 1))


@pytest.mark.parametrize(
    ("size", "read"), [(SIZE_MAX, read_whole), (TOML_BYTES, lambda path: read_whole(path, TOML_BYTES))]
)
def test_what_lies_in_the_home_has_a_bound_too(tmp_path: Path, size: int, read: Callable[[Path], Any]) -> None:
    with pytest.raises(Unreadable, match="larger than"):
        read(file_of(tmp_path, size + 1))


DOTTED = {
    "one key": ".".join(["a"] * 4000) + " = 1\n",
    "a heading": "[" + " . ".join(["a"] * 4000) + "]\n",
    "in quotation marks": ".".join(['"a"'] * 4000) + " = 1\n",
    "in a table on one line": "x = { " + ".".join(["a"] * 4000) + " = 1 }\n",
    "a heading, and much below it": "[" + ".".join(["a"] * 400) + "]\n" + "b.c = 1\n" * 6_000,
    "behind a text of several lines": 'x = { y = """\n\'"""\', ' + ".".join(["a"] * 4000) + " = '.' }\n",
    "many of them": "".join(f"a{number}." + ".".join(["a"] * 400) + " = 1\n" for number in range(70)),
}
"""Each takes gigabytes where it is as long as a file may be: for every part of a key Python notes all before it."""


@pytest.mark.parametrize("text", DOTTED.values(), ids=DOTTED)
def test_a_key_of_parts_without_end_is_refused_before_it_is_read(shell: Shell, home: Path, text: str) -> None:
    assert len(text) < KEYS_BYTES < TOML_BYTES
    for folder in ("templates", "cards"):
        (home / folder).mkdir(exist_ok=True)
        (home / folder / "mine.toml").write_text(text, encoding="utf-8")
        assert "mine.toml, line " in (told := shell(folder)).err, told
        assert "more dots than" in told.err
    for name in ("settings.toml", "keys.toml"):
        (home / name).write_text(text, encoding="utf-8")
    assert "more dots than" in shell("settings").err
    assert "keys.toml has more dots than" in shell("keys").err


def test_full_stops_in_texts_are_none_of_that(tmp_path: Path) -> None:
    sentences = ", ".join(f'"Say what you heard. Then wait ... and see. Number {number}."' for number in range(90))
    text = f"texts = [{sentences}]\n" + "".join(f'a{n} = "e.g. this. And that."\n' for n in range(900))
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    assert len(read_toml(tmp_path / "mine.toml", "a card").several("texts", limit=80)) == 90


@pytest.mark.parametrize("folder", ["templates", "cards"])
def test_so_has_what_one_writes_oneself(shell: Shell, home: Path, folder: str) -> None:
    (home / folder).mkdir(exist_ok=True)
    file_of(home / folder, TOML_BYTES + 1, "mine.toml")
    ran = shell(folder)
    assert ran.status == 0
    assert "mine.toml" in ran.err
