"""A home that is absent, full, read-only, unreadable or no folder: one line says what, where and what to do."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Shell
from tests.store.disk import Disk

WRITING = (
    ("new", "Others"),
    ("members", "--add", "Dorota"),
    ("import", "members", "-"),
    ("plan", "--template", "blank"),
    ("do", "give", "Ana"),
    ("capture", "l Early and plainly"),
    ("templates", "--copy", "blank"),
    ("summary", "--to", "clipboard"),
)
READING = (("sessions",), ("members",), ("show",), ("templates",), ("summary", "--to", "-"))


def run(shell: Shell, argv: tuple[str, ...]) -> str:
    return shell.refusal(*argv, stdin="Dorota")


@pytest.mark.parametrize(
    ("step", "number", "reason"),
    [
        ("write", errno.ENOSPC, "the disk is full"),
        ("open", errno.EROFS, "the disk is read-only"),
        ("open", errno.EACCES, "no permission to write there"),
        ("flush", errno.EIO, "input/output error"),
    ],
)
@pytest.mark.parametrize("argv", WRITING, ids=lambda argv: argv[0])
def test_what_cannot_be_saved_is_said_and_where(
    running: Shell,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    argv: tuple[str, ...],
    step: str,
    number: int,
    reason: str,
) -> None:
    before = running.json("show", "--json")
    disk = Disk(monkeypatch)
    disk.refuse[step] = number
    said = run(running, argv)
    assert reason in said.lower()
    assert str(home) in said
    disk.refuse.clear()
    assert running.json("show", "--json") == before
    running.answer(*argv, stdin="Dorota")


@pytest.mark.parametrize("argv", READING, ids=lambda argv: argv[0])
def test_a_full_or_read_only_disk_can_still_be_read(
    running: Shell, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]
) -> None:
    before = running.answer(*argv)
    Disk(monkeypatch).refuse |= {"write": errno.ENOSPC, "open": errno.EROFS, "mkdir": errno.EROFS}
    assert running.answer(*argv) == before


@pytest.mark.parametrize("argv", [*WRITING[:-2], ("sessions",), ("show",)], ids=lambda argv: argv[0])
def test_a_home_that_is_a_file_is_refused(shell: Shell, tmp_path: Path, argv: tuple[str, ...]) -> None:
    file = tmp_path / "file"
    file.write_text("mine", "utf-8")
    assert run(shell, (*argv, "--home", str(file))) == (
        f"{file}/communities: a file stands where a folder should be; mend that, or choose another folder with --home"
    )
    assert file.read_text("utf-8") == "mine"


@pytest.mark.parametrize("argv", READING[:3], ids=lambda argv: argv[0])
def test_a_home_nobody_may_read_is_refused(
    running: Shell, home: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]
) -> None:
    scandir = os.scandir

    def closed(path: Any) -> Any:
        if str(path).startswith(str(home)):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert running.refusal(*argv) == (
        f"{home}/communities: no permission to read it; mend that, or choose another folder with --home"
    )


def test_an_absent_home_is_made_for_its_user_alone(shell: Shell, tmp_path: Path) -> None:
    home = tmp_path / "not" / "yet" / "there"
    shell.answer("new", "Peers", "--home", str(home))
    for path in (home, *home.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0


def test_a_folder_name_with_strange_characters_will_do(shell: Shell, tmp_path: Path) -> None:
    home = tmp_path / "Zoë's \x1b[31m home\nline"
    shell.answer("new", "Peers", "--home", str(home))
    ran = shell("check", "--home", str(home))
    assert ran.status == 0
    assert "\x1b" not in ran.out
    assert "\x1b" not in shell.refusal("show", "--home", str(home))


def test_a_community_whose_log_cannot_be_read_does_not_hide_the_others(running: Shell, home: Path) -> None:
    lost = home / "communities" / "zzzz" / "log"
    lost.mkdir(parents=True)
    (lost / "aaaa.0001.json").write_bytes(b"\xff\xfe nonsense")
    assert running.answer("members").startswith("a   Ana")
    assert running.json("show", "--json")["status"] == "running"
    assert running("check").status == 1
