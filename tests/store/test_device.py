"""The device has one id, whoever asks first."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest
from tinydb import TinyDB

from lcterm.store.device import actor_id
from lcterm.store.paths import Home
from tests.store.disk import Disk


@pytest.fixture
def here(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_the_id_is_the_same_at_every_start_and_another_in_another_home(here: Home, tmp_path: Path) -> None:
    first = actor_id(here)
    assert actor_id(here) == first
    assert actor_id(Home(tmp_path / "other")) != first


def test_it_lies_in_a_tinydb_file_for_this_user_only(here: Home) -> None:
    first = actor_id(here)
    path = here.private / "device.json"
    with TinyDB(path) as database:
        assert database.table("device").all() == [{"actor": first}]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(here.private.stat().st_mode) == 0o700
    assert os.listdir(here.private) == ["device.json"]


def test_two_runs_that_start_at_once_agree(here: Home, disk: Disk) -> None:
    both = threading.Barrier(2, timeout=10)

    def wait_for_the_other(step: str) -> None:
        if step == "link":
            both.wait()

    disk.before = wait_for_the_other
    ids: list[str] = []
    runs = [threading.Thread(target=lambda: ids.append(actor_id(here))) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert len(ids) == 2
    assert set(ids) == {actor_id(here)}


@pytest.mark.parametrize("step", ["mkdir", "open", "write", "flush", "link"])
@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC])
def test_a_home_that_cannot_be_written_to_gets_a_fresh_id_and_no_error(
    here: Home, disk: Disk, step: str, number: int
) -> None:
    disk.refuse[step] = number
    assert len({actor_id(here), actor_id(here)}) == 2
    assert not (here.private / "device.json").exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"[" * 100_000,
        b'{"device":{}}',
        b'{"device":{"1":{"actor":"../x"}}}',
        b'{"device":{"1":{"actor":"\xff"}}}',
    ],
)
def test_a_damaged_file_gets_a_fresh_id_and_is_left_for_check(here: Home, content: bytes) -> None:
    path = here.private / "device.json"
    here.private.mkdir(parents=True)
    path.write_bytes(content)
    assert len({actor_id(here), actor_id(here)}) == 2
    assert path.read_bytes() == content


def test_a_folder_in_the_place_of_the_file_gets_a_fresh_id(here: Home) -> None:
    (here.private / "device.json").mkdir(parents=True)
    assert actor_id(here)
