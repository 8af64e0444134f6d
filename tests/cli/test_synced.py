"""Commands say once, beside their answer, that a home is carried to other computers; check says it always."""

from pathlib import Path

import pytest

from lcterm.store.paths import Home
from tests.cli.running import Shell
from tests.clock_program import TestClock


@pytest.fixture
def shell(clock: TestClock, home: Path) -> Shell:
    (home.parent / ".stfolder").mkdir()
    return Shell(clock)


def test_a_new_community_says_it_once_and_the_answer_stays_alone(shell: Shell) -> None:
    first = shell("new", "Bees")
    assert first.out == "bees\n"
    assert first.err.count("\n") == 3
    assert "Syncthing carries this home" in first.err
    assert "not yet settled by Bees" in first.err
    for words in (("new", "Wasps"), ("sessions",)):
        assert shell(*words).err == ""


def test_check_says_it_whenever_it_is_asked_and_counts_it_for_nothing(shell: Shell) -> None:
    shell("new", "Bees")
    shell.answer("charter", "--choose", "sharing=laptops")
    for _ in range(2):
        ran = shell("check")
        assert ran.status == 0
        assert "in order" in ran.out
        assert "Syncthing carries this home" in ran.err
        assert "group's to decide" not in ran.err


def test_check_says_what_to_wait_for_and_what_has_not_been_brought(shell: Shell, home: Path) -> None:
    shell("new", "Bees")
    session = shell.answer("plan", "--template", "blank")
    waiting = "cut short may be on its way still: wait until the sync is quiet before you repair"
    told = shell("check").err
    assert waiting in told
    assert "Only named here" not in told
    (path,) = home.glob(f"communities/*/sessions/{session}/*.json")
    path.rename(path.with_name(f".{path.name}.icloud"))
    told = shell("check").err
    assert f"Only named here, and not brought yet: {path}. Have the sync keep this folder on this device." in told
    (home.parent / ".stfolder").rmdir()
    assert waiting not in shell("check").err


def test_what_is_private_can_lie_elsewhere_and_is_forgotten_there_too(
    shell: Shell, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nobody_at_home: Path
) -> None:
    mine = nobody_at_home / "mine"
    monkeypatch.setenv("LCTERM_PRIVATE", str(mine))
    assert "must not" not in shell("new", "Bees").err
    shell.answer("members", "--add", "Quirina Zander")
    shell.answer("plan", "--template", "ordinary")
    shell.answer("capture", "learning: nothing much")
    assert not (home / "private").exists()
    assert (mine / "device.json").exists()
    (mine / "notes.txt").write_text("Quirina Zander was tired")
    shell.answer("forget", "Quirina Zander", "--yes")
    assert (mine / "notes.txt").read_text() == "someone was tired"
    assert Home.locate(str(home), {}).private == home / "private"
