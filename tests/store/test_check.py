"""Check reads everything and changes nothing; repair sets bad files aside and loses nothing."""

import errno
import json
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from lcterm.core.events import SessionPlanned
from lcterm.core.events_community import CommunityFounded
from lcterm.core.facts import Fact
from lcterm.store.check import Finding, check, repair
from lcterm.store.device import actor_id
from lcterm.store.paths import Home
from lcterm.store.reader import LogReader
from tests.store.disk import Disk
from tests.store.making import LOG, paused, store, written


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home with one community and a session of three files."""
    home = Home(tmp_path / "home")
    actor_id(home)
    store(home.community_log("c1"), [paused(1, "cccc")], log="c1")
    store(home.session_log("c1", LOG), [paused(seq) for seq in range(1, 301)])
    home.create(home.summaries("c1"))
    return home


@pytest.fixture
def log(home: Home) -> Path:
    return home.session_log("c1", LOG)


def everything(home: Home) -> dict[Path, tuple[int, bytes]]:
    """Mode and content of every file and folder."""
    paths = sorted(home.path.rglob("*"))
    return {path: (path.lstat().st_mode, path.read_bytes() if path.is_file() else b"") for path in paths}


def test_a_sound_home_has_no_findings_nor_has_one_that_does_not_exist(home: Home, tmp_path: Path) -> None:
    assert check(home) == []
    assert repair(home) == []
    nowhere = Home(tmp_path / "nowhere")
    assert check(nowhere) == []
    assert repair(nowhere) == []
    assert not nowhere.path.exists()


def test_a_bad_file_is_named_and_repair_sets_it_aside_with_its_name(home: Home, log: Path) -> None:
    bad = log / "bbbb.0001.json"
    bad.touch(0o600)
    bad.write_bytes(b'{"meta":')
    before = everything(home)
    assert check(home) == [
        Finding(bad, "it is cut short or damaged", "`lcterm check --repair` sets it aside"),
    ]
    assert everything(home) == before
    assert repair(home) == [Finding(bad, "it is cut short or damaged", "set aside as set-aside/bbbb.0001.json")]
    assert (log / "set-aside" / "bbbb.0001.json").read_bytes() == b'{"meta":'
    assert stat.S_IMODE((log / "set-aside").stat().st_mode) == 0o700
    assert check(home) == []
    assert len(LogReader(log, LOG).poll()) == 300


def test_a_name_that_is_taken_gets_a_number(home: Home, log: Path) -> None:
    for content in (b"one", b"two", b"three"):
        (log / "bbbb.0001.json").write_bytes(content)
        repair(home)
    assert {path.name: path.read_bytes() for path in (log / "set-aside").iterdir()} == {
        "bbbb.0001.json": b"one",
        "bbbb.0001.json.1": b"two",
        "bbbb.0001.json.2": b"three",
    }


def another_log(folder: Path) -> Path:
    return store(folder, [paused(1, "bbbb")], log="2026-12-02-aaaa")[0]


def renamed(folder: Path) -> Path:
    return store(folder, [paused(1, "dddd")])[0].rename(folder / "bbbb.0001.json")


def named_otherwise(folder: Path) -> Path:
    return store(folder, [paused(1, "bbbb")])[0].rename(folder / "notes on bbbb.json")


def piped(folder: Path) -> Path:
    os.mkfifo(folder / "bbbb.0001.json", 0o600)
    return folder / "bbbb.0001.json"


@pytest.mark.parametrize("make", [another_log, renamed, named_otherwise, piped])
def test_whatever_is_no_segment_of_this_log_is_found_and_set_aside(
    home: Home, log: Path, make: Callable[[Path], Path]
) -> None:
    path = make(log)
    assert [finding.path for finding in check(home)] == [path]
    repair(home)
    assert not path.exists()
    assert (log / "set-aside" / path.name).exists()
    assert check(home) == []


def test_a_community_s_own_log_and_the_device_are_looked_at_too(home: Home) -> None:
    bad = [home.private / "device.json", home.community_log("c1") / "bbbb.0001.json"]
    for path in bad:
        path.touch(0o600)
        path.write_bytes(b"")
    assert check(home) == [Finding(path, "it is empty", "`lcterm check --repair` sets it aside") for path in bad]
    repair(home)
    assert actor_id(home) == actor_id(home)
    assert check(home) == []


def test_the_leftover_of_a_crash_is_no_fault_and_repair_sets_it_aside(home: Home, log: Path) -> None:
    leftover = log / ".aaaa.0003.json.0123abcd.tmp"
    leftover.touch(0o600)
    assert check(home) == []
    assert repair(home) == [Finding(leftover, "a crash left it over", f"set aside as set-aside/{leftover.name}")]
    assert (log / "set-aside" / leftover.name).exists()
    assert repair(home) == []


def test_other_people_s_litter_is_left_alone(home: Home, log: Path) -> None:
    (log / ".DS_Store").touch(0o600)
    assert check(home) == []
    assert repair(home) == []
    assert (log / ".DS_Store").exists()


def test_a_file_of_a_newer_lcterm_is_found_and_left_in_place(home: Home, log: Path) -> None:
    path = log / "aaaa.0003.json"
    tables = json.loads(path.read_bytes())
    tables["meta"]["1"]["format"] = 2
    path.write_text(json.dumps(tables))
    found = [Finding(path, "a newer lcterm wrote it", "left in place; update lcterm to read it")]
    assert check(home) == found
    assert repair(home) == found
    assert path.exists()


def test_single_events_that_cannot_be_read_leave_the_file_in_place(home: Home, log: Path) -> None:
    path = store(log, [paused(1, "bbbb"), written(2, "la", "bbbb"), paused(3, "bbbb")])[0]
    content = path.read_bytes().replace(b"CaptureWritten", b"CaptureSung").replace(b'"1":{"stamp":', b'"1":{"stump":')
    path.write_bytes(content)
    for look in (check, repair):
        assert [(found.path, found.problem) for found in look(home)] == [
            (path, "damaged events in it: 1"),
            (path, "events in it that this lcterm does not know: 1"),
        ]
    assert path.read_bytes() == content


def test_missing_events_are_found(home: Home, log: Path) -> None:
    (log / "aaaa.0002.json").unlink()
    found = check(home)
    assert [(one.path, one.problem) for one in found] == [(log, "events missing before the last of aaaa: 128")]
    assert "aaaa.…" in found[0].done


class TestWithoutItsBeginning:
    """Each command is a writer of its own, so a file that is gone leaves no gap that could be counted."""

    @pytest.fixture
    def plan(self, home: Home, log: Path) -> Path:
        """The file that holds the plan, in a community that has a name."""
        founded = Fact(1, "ffff", 1, 1, "actor", CommunityFounded(name="Peers", slug="peers"))
        store(home.community_log("c1"), [founded], log="c1")
        planned = Fact(
            1, "pppp", 1, 1, "actor", SessionPlanned(community="c1", title="One", starts=1, zone="UTC", points=())
        )
        return store(log, [planned])[0]

    @pytest.mark.usefixtures("plan")
    def test_with_both_all_is_well(self, home: Home) -> None:
        assert check(home) == []

    def test_a_session_without_its_plan_is_found(self, home: Home, log: Path, plan: Path) -> None:
        plan.unlink()
        how = "copy its files here from where they still are: another laptop, a backup, set-aside"
        assert check(home) == [Finding(log, "the plan of this session is not here, so no list shows it", how)]

    def test_a_plan_that_cannot_be_read_is_found_once(self, home: Home, plan: Path) -> None:
        plan.write_bytes(b"{")
        assert [finding.path for finding in check(home)] == [plan]

    def test_sessions_whose_community_is_gone_are_found(self, home: Home) -> None:
        folder = home.community_log("c1")
        shutil.rmtree(folder)
        how = "copy its files here from where they still are: another laptop, a backup, set-aside"
        said = "nothing of the community itself is here, only sessions, so no list shows them"
        assert check(home) == [Finding(folder, said, how)]


def test_two_unlike_copies_of_an_event_are_found(home: Home, log: Path) -> None:
    store(log, [written(300, "unlike")], first=4)
    assert [one.problem for one in check(home)] == ["events stored twice and not alike: 1"]


@pytest.mark.parametrize("look", [check, repair])
def test_what_the_disk_does_not_give_is_said_and_left_in_place(
    home: Home, log: Path, monkeypatch: pytest.MonkeyPatch, look: Callable[[Home], list[Finding]]
) -> None:
    real_open, real_list = os.open, os.listdir

    def refuse_open(path: Path, flags: int, *rest: int) -> int:
        if str(path).endswith(("cccc.0001.json", "device.json")):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real_open(path, flags, *rest)

    def refuse_list(path: Path) -> list[str]:
        if path == log:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return real_list(path)

    monkeypatch.setattr(os, "open", refuse_open)
    monkeypatch.setattr(os, "listdir", refuse_list)
    found = {one.path: one.problem for one in look(home)}
    assert found == {
        home.private / "device.json": "no permission to read it",
        home.community_log("c1") / "cccc.0001.json": "no permission to read it",
        log: "the disk answered “Input/output error”",
    }
    assert (home.community_log("c1") / "cccc.0001.json").exists()


def test_communities_or_sessions_that_cannot_be_listed_are_found(home: Home, log: Path) -> None:
    sessions = log.parent
    sessions.rename(sessions.with_name("away"))
    sessions.touch(0o600)
    assert [one.path for one in check(home)] == [sessions]
    broken = Home(sessions.parent)
    (broken.path / "communities").touch(0o600)
    assert [one.path for one in check(broken)] == [broken.path / "communities"]


def test_a_file_that_cannot_be_set_aside_stays_and_it_is_said(home: Home, log: Path, disk: Disk) -> None:
    bad = log / "bbbb.0001.json"
    bad.touch(0o600)
    disk.refuse["mkdir"] = errno.EROFS
    assert [one.done for one in repair(home)] == ["left in place, for it could not be set aside: the disk is read-only"]
    assert bad.exists()


class TestPermissions:
    def test_what_others_can_get_at_is_found_and_closed_to_them(self, home: Home, log: Path) -> None:
        summary = home.summaries("c1") / "summary.md"
        summary.write_text("what was said")
        summary.chmod(0o644)
        wide = {home.path: 0o755, log: 0o750, log / "aaaa.0001.json": 0o604, home.private / "device.json": 0o620}
        for path, mode in wide.items():
            path.chmod(mode)
        found = check(home)
        assert {one.path for one in found} == {*wide, summary}
        assert {one.problem for one in found} == {"others on this computer can get at it"}
        assert {one.done for one in repair(home)} == {"closed to them"}
        assert check(home) == []
        for path in (*wide, summary):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)

    def test_templates_hold_nobody_s_words(self, home: Home) -> None:
        home.create(home.templates)
        (home.templates / "own.toml").touch(0o644)
        home.templates.chmod(0o755)
        assert check(home) == []

    def test_a_link_does_not_lead_repair_elsewhere(self, home: Home, log: Path, tmp_path: Path) -> None:
        elsewhere = tmp_path / "elsewhere"
        elsewhere.touch(0o644)
        elsewhere.chmod(0o644)
        (log / "link").symlink_to(elsewhere)
        assert repair(home) == []
        assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o644

    def test_a_disk_without_permissions_is_said(self, home: Home, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        log.chmod(0o755)
        monkeypatch.setattr(os, "chmod", lambda path, mode: None)
        assert [one.done for one in repair(home)] == ["left as it is: this disk keeps no permissions"]

        def refuse(path: Path, mode: int) -> None:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(path))

        monkeypatch.setattr(os, "chmod", refuse)
        assert [one.done for one in repair(home)] == ["left as it is: no permission to write there"]
