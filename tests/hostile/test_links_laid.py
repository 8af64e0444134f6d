"""Whoever can lay a link in a home's communities gets nothing written through it, and nothing out by it: not by a
document, an archive or an unlocked community either."""

from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.documents.saving import keep, save
from lcterm.store.locked import locked
from lcterm.store.locking import lock, unlock
from lcterm.store.packing import packed
from lcterm.store.paths import Home
from tests.cli.running import Shell
from tests.clock_program import TestClock

PLACES = (".", "log", "sessions", "sessions/{session}", "summaries")
"""What somebody could lay a link in the place of, from a community's folder on."""
WRITTEN = {
    "{session}-summary-group.md": ("summary", "{session}"),
    "chronicle.md": ("chronicle",),
    "charter.md": ("charter",),
    "{session}-digest.txt": ("digest",),
    "{coming}-invitation.txt": ("invite", "{coming}", "--format", "text"),
    "{coming}-invitation.ics": ("invite", "{coming}", "--format", "ics"),
}
"""Files of a home's summaries, and what writes each."""


@pytest.fixture
def shell(home: Path, clock: TestClock) -> Shell:
    shell = Shell(clock, home)
    shell.answer("new", "Bees", "--members", "-", stdin="Ana\nBen\n")
    shell.answer("plan", "--template", "ordinary", "--starts", "2026-12-01 14:00", "--zone", "UTC")
    shell.answer("do", "start")
    shell.answer("capture", "l Words of the group")
    shell.answer("do", "end")
    return shell


def community(home: Path) -> Path:
    return next((home / "communities").iterdir())


def session(home: Path) -> str:
    return next((community(home) / "sessions").iterdir()).name


def files(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]


def laid(top: Path, place: str, away: Path, session: str) -> Path:
    """A link there that leads away, and nothing else; where it is."""
    away.mkdir()
    link = top / place.format(session=session)
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(away, target_is_directory=True)
    return link


@pytest.mark.parametrize("place", PLACES)
def test_an_archive_goes_through_none(shell: Shell, home: Path, tmp_path: Path, place: str) -> None:
    shell.answer("export", "bees", str(tmp_path / "archive.json"))
    away, other = tmp_path / "away", tmp_path / "other"
    link = laid(other / "communities" / community(home).name, place, away, session(home))
    ran = Shell(shell._clock, other)("import", "archive", str(tmp_path / "archive.json"))
    assert files(away) == []
    assert link.is_symlink()
    assert ran.status == (0 if place == "summaries" else 1), ran
    assert (f"{link} is a link" in ran.err) == (place != "summaries")


@pytest.mark.parametrize("place", PLACES)
def test_a_community_that_is_unlocked_goes_through_none(shell: Shell, home: Path, tmp_path: Path, place: str) -> None:
    top, session_id = community(home), session(home)
    shell.answer("summary", "--to", "clipboard")
    lock(Home(home), top.name, bytes, bytes)
    (sealed,) = locked(Home(home))
    before = sealed.path.read_bytes()
    link = laid(top, place, tmp_path / "away", session_id)
    with pytest.raises(Refused, match="is a link"):
        unlock(Home(home), sealed, bytes)
    assert files(tmp_path / "away") == []
    assert link.is_symlink()
    assert sealed.path.read_bytes() == before
    assert [one for one in files(top) if not one.is_symlink()] == [], "it is seen before the first file is written"
    link.unlink()
    unlock(Home(home), sealed, bytes)
    assert "Words of the group" in shell.answer("summary", "--to", "-")


def test_a_link_in_a_sealed_file_s_own_deeper_folders_is_seen_too(home: Path, tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    top = home / "communities" / "h4"
    (top / "a").mkdir(parents=True)
    (top / "a" / "b").symlink_to(tmp_path / "away", target_is_directory=True)
    sealed = home / "communities" / "h4.aaaaaaaaaa.age"
    sealed.write_bytes(packed({"community/a/b/c.json": b"x"}))
    with pytest.raises(Refused, match="is a link"):
        unlock(Home(home), locked(Home(home))[0], bytes)
    assert files(tmp_path) == files(home)


@pytest.mark.parametrize("name", WRITTEN)
def test_a_document_goes_through_no_link_that_has_its_name(shell: Shell, home: Path, tmp_path: Path, name: str) -> None:
    held = session(home)
    coming = shell.answer("plan", "--template", "ordinary", "--starts", "2027-01-12 14:00", "--zone", "UTC")
    about = {"session": held, "coming": coming.split()[0]}
    theirs = tmp_path / "theirs"
    theirs.write_text("not ours\n")
    (community(home) / "summaries").mkdir(mode=0o700, exist_ok=True)
    link = community(home) / "summaries" / name.format(**about)
    link.symlink_to(theirs)
    words = [*(word.format(**about) for word in WRITTEN[name]), "--to", "clipboard"]
    assert f"{link} is a link" in shell.refusal(*words), words
    assert theirs.read_text() == "not ours\n"
    link.unlink()
    shell(*words)
    assert link.is_file(), "it is what this command writes"


def test_a_place_of_one_s_own_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("before")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    save("after", tmp_path / "link.md")
    assert (tmp_path / "real.md").read_text() == "after\n"
    with pytest.raises(Refused):
        keep("more", tmp_path / "link.md")
    (tmp_path / "dangling.md").symlink_to(tmp_path / "new.md")
    with pytest.raises(Refused):
        keep("more", tmp_path / "dangling.md")
    assert not (tmp_path / "new.md").exists()
    assert (tmp_path / "real.md").read_text() == "after\n"
