"""Where everything lies."""

import errno
import os
import stat
from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.store.paths import Home, shown
from tests.store.disk import Disk


def test_the_option_goes_before_the_environment_and_that_before_the_platform(
    tmp_path: Path, nobody_at_home: Path
) -> None:
    environ = {"LCTERM_HOME": str(tmp_path / "environ")}
    assert Home.locate(str(tmp_path / "option"), environ) == Home(tmp_path / "option")
    assert Home.locate(None, environ) == Home(tmp_path / "environ")
    assert Home.locate(None, {"LCTERM_HOME": ""}).path.is_relative_to(nobody_at_home)
    assert Home.locate(None, {}).path.name == "lcterm"


def test_a_home_is_absolute_and_knows_the_tilde(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, nobody_at_home: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Home.locate("here", {}).path == tmp_path / "here"
    assert Home.locate("~/there", {}).path == nobody_at_home / "there"


@pytest.mark.parametrize("option", ["", "  "])
def test_an_empty_option_is_refused(option: str) -> None:
    with pytest.raises(Refused, match="--home is empty"):
        Home.locate(option, {})


def test_asking_for_paths_makes_nothing(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    assert home.community_log("c1") == tmp_path / "home/communities/c1/log"
    assert home.session_log("c1", "2026-12-01-k3f9") == tmp_path / "home/communities/c1/sessions/2026-12-01-k3f9"
    assert home.summaries("c1") == tmp_path / "home/communities/c1/summaries"
    assert home.templates == tmp_path / "home/templates"
    assert home.private == tmp_path / "home/private"
    assert home.community_ids() == []
    assert home.sessions("c1") == []
    assert not home.path.exists()


@pytest.mark.parametrize("name", ["..", "../x", "/etc", "", "a/b", "Ana", "x\x1b[31m"])
def test_a_name_that_is_no_id_is_never_part_of_a_path(tmp_path: Path, name: str) -> None:
    home = Home(tmp_path)
    for ask in (home.community_log, home.sessions, home.summaries, lambda one: home.session_log("c1", one)):
        with pytest.raises(Refused, match="is no id") as refused:
            ask(name)
        assert "\x1b" not in refused.value.reason


def test_only_folders_with_plain_names_are_listed(tmp_path: Path) -> None:
    home = Home(tmp_path)
    for name in ("b2", "a1", "Desktop", ".hidden", "c 3"):
        home.session_log("c1", "x").parent.joinpath(name).mkdir(parents=True)
    home.session_log("c1", "x").parent.joinpath("a-file").touch()
    assert home.sessions("c1") == ["a1", "b2"]
    assert home.community_ids() == ["c1"]


def test_a_file_in_the_place_of_the_communities_is_refused(tmp_path: Path) -> None:
    (tmp_path / "communities").touch()
    with pytest.raises(Refused, match="a file stands where a folder should be"):
        Home(tmp_path).community_ids()


@pytest.mark.parametrize(
    ("number", "said"), [(errno.EACCES, "no permission to read it"), (errno.EIO, "cannot be read")]
)
def test_a_folder_that_cannot_be_listed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def scandir(path: Path) -> None:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(Refused, match=said):
        Home(tmp_path).community_ids()


def test_folders_are_made_for_this_user_only_and_flushed_into_their_parents(tmp_path: Path, disk: Disk) -> None:
    home = Home(tmp_path / "home")
    home.create(home.summaries("c1"))
    made = [home.path, home.path / "communities", home.path / "communities/c1", home.summaries("c1")]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in made] == [0o700] * 4
    assert [path for step, path in disk.steps if step == "flush folder"] == [folder.parent for folder in made]
    home.create(home.summaries("c1"))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "no permission to write there"),
        (errno.EIO, "the disk answered"),
    ],
)
def test_a_folder_that_cannot_be_made_is_refused_in_one_line(
    tmp_path: Path, disk: Disk, number: int, said: str
) -> None:
    disk.refuse["mkdir"] = number
    with pytest.raises(Refused, match=said) as refused:
        Home(tmp_path).create(tmp_path / "new")
    assert str(tmp_path / "new") in refused.value.reason
    assert "--home" in refused.value.reason
    assert "\n" not in refused.value.reason


def test_a_folder_without_permission_to_write_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(Refused, match="no permission to write there"):
        Home(tmp_path).create(tmp_path)


def test_a_file_in_the_way_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    for folder in (tmp_path / "home", tmp_path / "home" / "private"):
        with pytest.raises(Refused, match="a file stands where a folder should be"):
            Home(tmp_path / "home").create(folder)


def test_a_strange_path_drives_no_terminal() -> None:
    assert shown(Path("/a\x1b[2J/\udcff")) == "/a\ufffd[2J/\ufffd"


def test_platformdirs_is_loaded_only_when_asked_for() -> None:
    import subprocess
    import sys

    script = (
        "import sys; from lcterm.store.paths import Home; Home.locate('/x', {}); "
        "assert 'platformdirs' not in sys.modules; Home.locate(None, {}); assert 'platformdirs' in sys.modules"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", script], cwd=root, check=True)
