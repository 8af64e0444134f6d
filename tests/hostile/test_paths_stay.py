"""Links and `..` in names go nowhere: what is not in the home is neither read nor written through it."""

import io
import os
import tarfile
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from lcterm.core.refusal import Refused
from lcterm.documents.saving import file_name
from lcterm.store.check import check, repair
from lcterm.store.packing import packed, unpacked
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.hostile.nasty import everything

OUTWARD = ("../x", "..", ".", "/etc", "a/b", "a\\b", "\x00", "C:x", "", "../../../../tmp/x", "x/../../y", "~root")
COMMANDS = (
    *(("show", "--json"), ("run",), ("replay",), ("summary",), ("turns",), ("session",), ("prepare",), ("invite",)),
    *(("reflect",), ("do", "start"), ("capture", "l x")),
)


@pytest.fixture
def shell(home: Path, clock: TestClock) -> Shell:
    shell = Shell(clock, home)
    shell.answer("new", "Bees", "--members", "-", stdin="Ana\nBen\n")
    shell.answer("plan", "--template", "ordinary", "--starts", "2026-12-01 14:00", "--zone", "UTC")
    return shell


def files(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def moved_out(place: Callable[[Path], Path], home: Path, away: Path) -> Path:
    """The folder there is moved out of the home, and a link to it laid in its place; where it is now."""
    folder = place(home)
    copytree(folder, away)
    folder.rename(away.with_name("before"))
    folder.symlink_to(away, target_is_directory=True)
    return folder


def community(home: Path) -> Path:
    return next((home / "communities").iterdir())


def session(home: Path) -> Path:
    return next((community(home) / "sessions").iterdir())


@pytest.mark.parametrize(
    "place",
    [community, session, lambda home: community(home) / "log", lambda home: community(home) / "sessions"],
    ids=["community", "session", "log", "sessions"],
)
def test_a_folder_that_became_a_link_is_neither_read_nor_written(
    shell: Shell, home: Path, tmp_path: Path, place: Callable[[Path], Path]
) -> None:
    id = session(home).name
    away = tmp_path / "away"
    link = moved_out(place, home, away)
    before = files(away)
    for words in (("do", id, "start"), ("capture", id, "l x"), ("summary", id, "--to", "-"), ("show", id)):
        assert shell(*words).status == 1
    shell("sessions")
    shell("rules", "--add", "One voice")
    assert files(away) == before
    for look in (check, repair):
        found = [one for one in look(Home(home)) if "link" in one.problem]
        assert [one.path for one in found] == [link]
    assert link.is_symlink()
    assert files(away) == before


def test_a_summary_goes_through_no_link(shell: Shell, home: Path, tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (community(home) / "summaries").symlink_to(tmp_path / "public", target_is_directory=True)
    shell("do", "start")
    shell("do", "end")
    shell("summary")
    assert list((tmp_path / "public").iterdir()) == []


@pytest.mark.parametrize("id", OUTWARD)
def test_an_id_is_no_path(shell: Shell, home: Path, id: str) -> None:
    before = set(home.parent.rglob("*"))
    for ask in (Home(home).community_log, Home(home).sessions, Home(home).summaries):
        with pytest.raises(Refused):
            ask(id)
    with pytest.raises(Refused):
        Home(home).session_log(community(home).name, id)
    if id:
        for first, *rest in COMMANDS:
            ran = shell(first, id, *rest)
            assert ran.status != 0 or first in ("reflect", "capture"), (first, ran)
        assert shell("plan", "--template", id).status == 1
        assert shell("templates", "--copy", id).status == 1
        assert shell("cards", "--copy", id).status in (1, 2)
    assert {path for path in set(home.parent.rglob("*")) - before if home not in path.parents} <= {
        home.parent / "clock"
    }


def test_no_text_makes_a_file_name_that_leads_anywhere() -> None:
    for text in (*everything(), *OUTWARD, "a" * 5000, "con", "aux.txt", ".hidden"):
        name = file_name(text, "md")
        assert os.path.basename(name) == name
        assert name not in (".", "..")
        assert not set(name) & set('<>:"/\\|?*\x00\n')
        assert not name.startswith((".", "-"))
        assert len(name.encode()) <= 255


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a/../../x", "a\\x", "C:x"])
def test_nothing_in_a_sealed_file_leads_out(name: str) -> None:
    with pytest.raises(Unreadable):
        unpacked(packed({name: b"x"}))


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE])
def test_nothing_in_a_sealed_file_is_more_than_a_file(kind: bytes) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        about = tarfile.TarInfo("log/x")
        about.type, about.linkname = kind, "/etc/passwd"
        tar.addfile(about)
    with pytest.raises(Unreadable):
        unpacked(buffer.getvalue())


def test_a_file_with_holes_in_a_sealed_file_takes_no_memory() -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as tar:
        about = tarfile.TarInfo("x")
        about.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "x"}
        about.pax_headers["GNU.sparse.realsize"] = str(10**15)
        content = b"1\n0\n1\n".ljust(512, b"\0") + b"y"
        about.size = len(content)
        tar.addfile(about, io.BytesIO(content))
    with pytest.raises(Unreadable):
        unpacked(buffer.getvalue())


@pytest.mark.parametrize("ids", [("../x", "s"), ("c", "../x"), ("c", "a/b"), ("C", "s"), ("", "s")])
def test_nothing_in_an_archive_leads_out(shell: Shell, home: Path, tmp_path: Path, ids: tuple[str, str]) -> None:
    path = tmp_path / "archive.json"
    shell.answer("export", "bees", str(path))
    text = path.read_text(encoding="utf-8")
    text = text.replace(f'"{community(home).name}"', f'"{ids[0]}"').replace(session(home).name, ids[1])
    path.write_text(text, encoding="utf-8")
    other = tmp_path / "deep" / "er" / "home"
    assert Shell(shell._clock, other)("import", "archive", str(path)).status == 1
    assert [one for one in other.rglob("*") if one.is_file()] == []
    assert sorted(one.name for one in tmp_path.iterdir() if one.name not in ("clock", "deep", "home")) == [
        "archive.json"
    ]


def test_a_file_is_written_where_it_was_asked_for_and_nowhere_else(shell: Shell, tmp_path: Path) -> None:
    """Through a link and a `..` of the user's own too; not into a folder, a pipe or a device."""
    (tmp_path / "real.md").write_text("x")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    (tmp_path / "dir").mkdir()
    shell.answer("chronicle", "--to", str(tmp_path / "dir" / ".." / "link.md"))
    assert (tmp_path / "link.md").is_symlink()
    assert "Bees" in (tmp_path / "real.md").read_text()
    os.mkfifo(tmp_path / "pipe")
    for target in ("dir", "pipe", "real.md/below"):
        shell.refusal("chronicle", "--to", str(tmp_path / target))
