"""Whatever the umask, what lcterm writes is its user's alone; a home that others can enter says so when it opens."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from lcterm.store.check import repair
from lcterm.store.drafts import Draft, keep_drafts
from lcterm.store.paths import Home
from lcterm.store.permissions import open_door, too_open
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.terminal import Terminal
from tests.ui.boards import board_app, board_of, pane_text
from tests.ui.homes import bare_app, founded, shown

COMMANDS = (
    ("new", "Bees", "--members", "-"),
    ("plan", "--template", "ordinary", "--starts", "2026-12-01 14:00", "--zone", "UTC"),
    ("invite", "--format", "text"),
    ("do", "start"),
    ("do", "give", "ana"),
    ("do", "done"),
    ("capture", "a Ask legal @ana"),
    ("capture", "l struck"),
    ("do", "next"),
    ("prepare", "--tick", "1"),
    ("rules", "--add", "One voice"),
    ("charter", "--answer", "brief=short"),
    ("contacts", "--add", "Someone 0123"),
    ("next", "--place", "Here"),
    ("templates", "--copy", "circle"),
    ("cards", "--copy", "silent"),
    ("do", "undo"),
    ("do", "end"),
    ("summary", "--format", "html"),
    ("summary",),
    ("reflect", "I was too quick"),
    ("report", "--html", "{}/report.html"),
    ("chronicle", "--to", "{}/new/chronicle.md"),
    ("session", "--to", "{}/session.json"),
    ("turns", "--format", "csv", "--to", "{}/turns.csv"),
    ("actions", "--format", "json"),
    ("export", "bees", "{}/archive.json"),
    ("import", "archive", "{}/archive.json"),
    ("members", "--add", "Zora"),
    ("forget", "Zora", "--yes"),
    ("check", "--repair"),
)


@pytest.fixture
def wide() -> Iterator[None]:
    """Nothing is taken away from what a program wishes for."""
    before = os.umask(0)
    yield
    os.umask(before)


def readable_by_others(folder: Path) -> list[str]:
    return [
        f"{path} {stat.S_IMODE(path.lstat().st_mode):o}"
        for path in (folder, *sorted(folder.rglob("*")))
        if not path.is_symlink() and stat.S_IMODE(path.lstat().st_mode) != (0o700 if path.is_dir() else 0o600)
    ]


def test_a_session_by_commands_leaves_nothing_to_others(
    wide: None, home: Path, clock: TestClock, tmp_path: Path
) -> None:
    shell, out = Shell(clock, home), tmp_path / "out"
    out.mkdir(0o700)
    failed = []
    for words in COMMANDS:
        clock.advance(5)
        ran = shell(*(word.replace("{}", str(out)) for word in words), stdin="Ana\nBen\n")
        if ran.status:
            failed.append((words, ran.err))
    (community,) = Home(home).community_ids()
    (session,) = Home(home).sessions(community)
    keep_drafts(Home(home), session, [Draft("l half a")])
    assert failed == []
    assert readable_by_others(home) == []
    assert readable_by_others(out) == []
    assert len([path for path in home.rglob("*") if path.is_file()]) > 8


def test_a_session_at_the_board_leaves_nothing_to_others(wide: None, home: Path, clock: TestClock) -> None:
    shell = Shell(clock, home)
    shell.answer("new", "Bees", "--members", "-", stdin="Ana\nBen\n")
    shell.answer("plan", "--template", "ordinary", "--starts", "2026-12-01 14:00", "--zone", "UTC")
    with Terminal(clock.argv("--home", str(home), "run"), size=(80, 24)) as terminal:
        terminal.wait_for("Bees")
        terminal.send("t", "c")
        terminal.type("l Say it early\n")
        terminal.wait_for("Written down")
        assert readable_by_others(home) == []
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0
    assert readable_by_others(home) == []


def test_the_door_of_a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(tmp_path / "home", private_elsewhere=tmp_path / "private")
    assert open_door(home) == ""
    home.path.mkdir(0o700)
    home.private.mkdir(0o700)
    (home.path / "communities").mkdir(0o755)
    assert open_door(home) == ""
    assert list(too_open(home)) == [home.path / "communities"]
    home.path.chmod(0o710)
    assert open_door(home).startswith(f"Others on this computer can look into {home.path}; `lcterm check --repair`")
    home.private.chmod(0o704)
    assert f"{home.path} and {home.private}" in open_door(home)
    monkeypatch.setattr("sys.platform", "win32")
    assert open_door(home) == ""


@pytest.mark.parametrize("name", ["home", "communities", "private"])
def test_a_door_behind_a_link_is_looked_at_where_the_link_leads(tmp_path: Path, name: str) -> None:
    """A link of the user's own at the top of a home, or one that is the home, is followed; so is the look."""
    home, real = Home(tmp_path / "home"), tmp_path / "real"
    (real / "sessions").mkdir(parents=True)
    if name != "home":
        home.path.mkdir(0o700)
    link = home.path if name == "home" else home.path / name
    link.symlink_to(real, target_is_directory=True)
    real.chmod(0o750)
    (real / "communities").mkdir(0o700)
    assert str(link) in open_door(home)
    assert link in too_open(home)
    repair(home)
    assert stat.S_IMODE(real.stat().st_mode) == 0o700
    assert open_door(home) == ""


def test_every_command_says_it_once_beside_its_answer(home: Path, clock: TestClock) -> None:
    shell = Shell(clock, home)
    shell.answer("new", "Bees", "--members", "-", stdin="Ana\nBen\n")
    shell.answer("plan", "--template", "ordinary", "--starts", "2026-12-01 14:00", "--zone", "UTC")
    asked = (("show",), ("sessions", "--json"), ("do", "start"), ("capture", "l x"), ("summary", "--to", "-"))
    for words in asked:
        home.chmod(0o700)
        quiet = shell(*words)
        home.chmod(0o750)
        told = shell(*words)
        assert "Others on this computer" not in quiet.err
        assert told.err.count("lcterm: Others on this computer can look into") == 1, told
        assert "Others" not in told.out
    assert "Others on this computer" not in shell("check").err, "it says more of it by itself"
    shell("check", "--repair")
    assert "Others on this computer" not in shell("show").err


async def test_the_board_says_it_when_it_opens(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    app.home.path.chmod(0o755)
    (app.home.path / "keys.toml").write_text("no keys\n")
    again = type(app)(app.home, clock, {}, app._session)
    async with again.run_test(size=(200, 36)) as pilot:
        await pilot.pause()
        assert "Others on this computer" in pane_text(board_of(again), "message"), "whatever else is to be said"


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_the_home_screen_says_it_when_it_opens(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    app.home.path.chmod(0o755)
    again = type(app)(app.home, clock, {})
    async with again.run_test(size=size) as pilot:
        await pilot.pause()
        assert "Others on this computer" in shown(again)
    Shell(clock, app.home.path).answer("check", "--repair")
    assert open_door(app.home) == ""
