"""A home that some program carries to other computers is told by what such programs leave behind; it is said once."""

from pathlib import Path

import pytest

from lcterm.core.community import Community
from lcterm.core.fold_charter import Answer
from lcterm.store.paths import Home
from lcterm.store.synced_folder import SAID, newly_seen, said_of, synced_by

MARKS = [
    (".stfolder/", "Syncthing"),
    (".stfolder", "Syncthing"),
    (".sync_1a2b3c4d.db", "Nextcloud"),
    ("._sync_1a2b3c4d.db", "Nextcloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "Nextcloud"),
    (".dropbox", "Dropbox"),
    (".dropbox.cache/", "Dropbox"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".tmp.drivedownload/", "Google Drive"),
    (".sync/ID", "Resilio Sync"),
]
NAMED = Community(id="c", name="Bees")
SHARED = Community(
    id="d", name="Wasps", charter={"sharing": Answer(topic="sharing", answer="", choice="laptops", session="", at=1)}
)


def mark(folder: Path, name: str) -> None:
    target = folder / name.rstrip("/")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.mkdir() if name.endswith("/") else target.touch()


@pytest.mark.parametrize(("name", "tool"), MARKS)
@pytest.mark.parametrize("where", ["Cloud", "Cloud/work/home"])
def test_a_mark_in_the_home_or_above_it_tells(tmp_path: Path, name: str, tool: str, where: str) -> None:
    home = tmp_path / "Cloud" / "work" / "home"
    home.mkdir(parents=True)
    assert synced_by(home, {}) is None
    mark(tmp_path / where, name)
    found = synced_by(home, {})
    assert found is not None
    assert found == (tool, (tmp_path / where).resolve())


@pytest.mark.parametrize(
    ("place", "tool"),
    [
        ("Library/Mobile Documents/com~apple~CloudDocs/home", "iCloud"),
        ("Library/CloudStorage/OneDrive-Bees/home", "OneDrive"),
        ("Library/CloudStorage/GoogleDrive-nina@example.org/My Drive/home", "Google Drive"),
        ("Library/CloudStorage/Dropbox/home", "Dropbox"),
        ("OneDrive - Bees Ltd/home", "OneDrive"),
        ("OneDrive/home", "OneDrive"),
    ],
)
def test_where_a_home_lies_can_tell_too(tmp_path: Path, place: str, tool: str) -> None:
    found = synced_by(tmp_path / place, {})
    assert found is not None
    assert found.tool == tool


def test_windows_says_where_its_folder_is(tmp_path: Path) -> None:
    assert synced_by(tmp_path / "Cloud" / "home", {"OneDriveCommercial": str(tmp_path / "Cloud")}) is not None
    assert synced_by(tmp_path / "Other" / "home", {"OneDrive": str(tmp_path / "Cloud")}) is None


def test_the_programs_own_folder_in_everybodys_home_is_no_mark(tmp_path: Path) -> None:
    mark(tmp_path, ".dropbox/")
    mark(tmp_path, ".config/")
    mark(tmp_path, "notes.db")
    assert synced_by(tmp_path / "home", {}) is None


def test_a_link_into_a_synced_folder_is_followed(tmp_path: Path) -> None:
    mark(tmp_path / "Cloud", ".stfolder/")
    (tmp_path / "home").mkdir()
    (tmp_path / "Cloud" / "communities").mkdir()
    (tmp_path / "home" / "communities").symlink_to(tmp_path / "Cloud" / "communities")
    lines = said_of(Home(tmp_path / "home"), {}, [SHARED])
    assert len(lines) == 1, "what is private stays where it is"


def test_what_it_means_is_said_in_full(tmp_path: Path) -> None:
    mark(tmp_path, ".stfolder/")
    home = Home(tmp_path / "home")
    works, group, private = said_of(home, {}, [NAMED, SHARED])
    assert works.startswith("Syncthing carries this home")
    assert "Bees: `lcterm charter COMMUNITY --choose sharing=laptops`" in group
    assert "Wasps" not in group
    assert str(home.private) in private
    assert "LCTERM_PRIVATE" in private
    apart = Home.locate(str(tmp_path / "home"), {"LCTERM_PRIVATE": str(tmp_path.parent / "mine")})
    assert apart.private == tmp_path.parent / "mine"
    assert said_of(apart, {}, [SHARED]) == [works]
    assert said_of(Home(tmp_path.parent / "elsewhere"), {}, [NAMED]) == []


def test_it_is_said_once_on_each_device(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.create(home.path)
    assert newly_seen(home, {}) is None
    assert not (home.private / SAID).exists()
    mark(tmp_path, ".dropbox.cache/")
    assert newly_seen(home, {}) is not None
    assert newly_seen(home, {}) is None
    other = Home(tmp_path / "other")  # another laptop's copy, with all that should not have come along
    home.path.rename(tmp_path / "gone")
    other.create(other.path)
    (tmp_path / "gone" / "private").rename(other.private)
    assert newly_seen(other, {}) is not None
    (tmp_path / ".dropbox.cache").rmdir()
    mark(tmp_path, ".stfolder/")
    assert newly_seen(other, {}) is not None, "another program"
    (other.private / SAID).write_bytes(b"{")
    assert newly_seen(other, {}) is not None
