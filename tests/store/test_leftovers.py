"""The names that programs which sync give to files are told apart, and nothing under such a name is ever read."""

from pathlib import Path

import pytest

from lcterm.store.leftovers import copied_file, copied_segment, left_beside, not_here_yet
from lcterm.store.segment import parse_segment_name

OURS = "abcdefghij.0001.json"
COPIES = (
    "abcdefghij.0001.sync-conflict-20261201-101010-ABCDEFG.json",
    "abcdefghij.0001.sync-conflict-20261201-101010-ABCDEFG.sync-conflict-20261202-101010-HIJKLMN.json",
    "abcdefghij.0001 (conflicted copy 2026-12-01 101010).json",
    "abcdefghij.0001 (conflicted copy nina 2026-12-01 101010).json",
    "abcdefghij.0001_conflict-20261201-101010.json",
    "abcdefghij.0001 (Nina's conflicted copy 2026-12-01).json",
    "abcdefghij.0001 (NINAS-PC's conflicted copy 2026-12-01 (1)).json",
    "abcdefghij.0001 (In Konflikt stehende Kopie von Nina 2026-12-01).json",
    "abcdefghij.0001-LAPTOP.json",
    "abcdefghij.0001-DESKTOP-4711-2.json",
    "abcdefghij.0001 (1).json",
    "abcdefghij.0001_conf(1).json",
    "abcdefghij.0001 2.json",
    "abcdefghij.0001.Conflict.json",
    "abcdefghij.0001 - Kopie.json",
    "abcdefghij.0001.json (1)",
)
ON_THE_WAY = (
    ".syncthing.abcdefghij.0001.json.tmp",
    "~syncthing~abcdefghij.0001.json.tmp",
    ".abcdefghij.0001.json.~1a2b3c4d",
    "abcdefghij.0001.json.1a2b3c4d.partial",
    "abcdefghij.0001.json.part",
    "abcdefghij.0001.json.!sync",
    "._abcdefghij.0001.json",
    "~$cdefghij.0001.json",
    ".~lock.abcdefghij.0001.json#",
)
NOT_HERE = (".abcdefghij.0001.json.icloud", "abcdefghij.0001.json.nextcloud", "abcdefghij.0001.json.owncloud")


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_no_segment_and_it_is_known_of_which_it_is_one(name: str) -> None:
    assert parse_segment_name(name) is None
    assert copied_segment(name) == OURS


@pytest.mark.parametrize(
    "name", [*ON_THE_WAY, *NOT_HERE, "notes.json", "device.json", OURS, "abcdefghij.000000001.json"]
)
def test_nothing_else_is_taken_for_a_copy(name: str) -> None:
    assert copied_segment(name) == ""


@pytest.mark.parametrize("name", [*ON_THE_WAY, *NOT_HERE])
def test_what_is_on_its_way_is_no_segment(name: str) -> None:
    assert parse_segment_name(name) is None


def test_what_is_only_named_here_is_counted_once() -> None:
    assert not_here_yet([*NOT_HERE[:1], OURS, *ON_THE_WAY, ".notes.txt.icloud"]) == [OURS]


@pytest.mark.parametrize(
    "name",
    [
        "mine.sync-conflict-20261201-101010-ABCDEFG.toml",
        "mine (conflicted copy 2026-12-01 101010).toml",
        "mine (Nina's conflicted copy 2026-12-01).toml",
        "mine (Nina's conflicted copy 2026-12-01 (2)).toml",
        "mine_conflict-20261201-101010.toml",
        "mine.Conflict.toml",
    ],
)
def test_a_copy_of_a_file_of_ones_own_is_told_by_a_plain_word_only(name: str, tmp_path: Path) -> None:
    assert copied_file(name) == "mine.toml"
    copy = tmp_path / name
    copy.touch()
    assert left_beside(copy) == "", "the file itself is gone, so this is it"
    (tmp_path / "mine.toml").touch()
    assert "take over what you want" in left_beside(copy)


@pytest.mark.parametrize(
    "name", ["mine.toml", "mine 2.toml", "conflict.toml", "in conflict (two).toml", "a-LAPTOP.toml"]
)
def test_a_name_that_somebody_may_have_chosen_is_left_alone(name: str) -> None:
    assert copied_file(name) == ""
