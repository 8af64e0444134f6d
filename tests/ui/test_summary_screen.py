"""The summary screen: looked at, handed on, and the truth about where it went."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from lcterm.store.desk import Desk
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.board import Board
from lcterm.ui.screens.summary import SummaryScreen
from tests.clock_program import TestClock
from tests.terminal import Terminal
from tests.ui.beside import press, text, top, write
from tests.ui.boards import board_app, board_of, pane_text


class Clipboard:
    """A desktop's clipboard that the test holds."""

    def __init__(self) -> None:
        self.held = ""
        self.open = Event()
        self.open.set()

    def copy(self, content: str) -> None:
        self.open.wait(10)
        self.held = content

    def paste(self) -> str:
        return self.held


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> Clipboard:
    import pyperclip  # type: ignore[import-untyped]

    held = Clipboard()
    monkeypatch.setattr(pyperclip, "copy", held.copy)
    monkeypatch.setattr(pyperclip, "paste", held.paste)
    return held


async def settled(app: LcTerm, pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


def files(folder: Path) -> list[Path]:
    return sorted((folder / "home").glob("communities/*/summaries/*"))


async def test_it_shows_the_groups_summary_and_nothing_else(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t")
        write(app, "a Bring letters @ben", "n Jonas looked ready", "l stays here >room")
        await press(pilot, "4")
        shown = text(app)
        assert shown.startswith("Summary for the group ─")
        assert "Housing peers: session 7" in shown
        assert "Bring letters (Ben)" in shown
        assert "Jonas looked ready" not in shown
        assert "stays here" not in shown


async def test_f_switches_to_the_facilitators_and_back(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 50)) as pilot:
        await press(pilot, "t")
        write(app, "n Jonas looked ready")
        await press(pilot, "4", "f")
        assert text(app).startswith("Summary for the facilitators ─")
        assert "Jonas looked ready" in text(app)
        await press(pilot, "f")
        assert "Jonas looked ready" not in text(app)


async def test_m_chooses_the_form_that_is_handed_on(tmp_path: Path, clock: TestClock, clipboard: Clipboard) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "4", "m")
        assert "as Markdown" in text(app).split("\n")[0]
        assert "Enter hands it on as Markdown." in text(app, "message")
        await press(pilot, "m", "s", "enter")
        await settled(app, pilot)
        (file,) = files(tmp_path)
        assert file.name.endswith("-summary-sponsor.html")
        assert clipboard.held.startswith("<!DOCTYPE html>")
        await press(pilot, "m", "m")
        assert "as text" in text(app).split("\n")[0]


async def test_under_the_veil_nothing_is_to_be_read_and_the_groups_is_handed_on(
    tmp_path: Path, clock: TestClock, clipboard: Clipboard
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 50)) as pilot:
        write(app, "n Jonas looked ready", "l Say it early")
        await press(pilot, "4", "f", "v")
        for hidden in ("Jonas", "early", "Ben", "session 7"):
            assert hidden not in text(app)
        assert "facilitators" not in text(app, "footer")
        for letter, whose in (("f", "The facilitators'"), ("s", "The sponsor's")):
            await press(pilot, letter)
            assert f"{whose} summary stays hidden while the veil is on" in text(app, "message")
        await press(pilot, "enter")
        await settled(app, pilot)
        assert "Say it early" in clipboard.held
        assert "Jonas looked ready" not in clipboard.held
        await press(pilot, "v")
        assert text(app).startswith("Summary for the group")
        assert "Say it early" in text(app)


async def test_under_the_veil_it_does_not_open_from_another_screen(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "3", "v", "4")
        assert text(app).startswith("Captures")
        assert "the summary is not for the room" in text(app, "message")


async def test_enter_hands_on_what_is_shown(tmp_path: Path, clock: TestClock, clipboard: Clipboard) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "4", "enter")
        await settled(app, pilot)
        (file,) = files(tmp_path)
        assert file.name.endswith("-summary-group.txt")
        assert clipboard.held == file.read_text(encoding="utf-8")
        assert "Housing peers: session 7" in clipboard.held
        assert text(app, "message").startswith(" ✓  Summary on the clipboard and in ")
        assert app.clipboard == clipboard.held, "the terminal's own was asked too"


async def test_the_whole_name_of_the_file_is_told_where_the_row_is_short(
    tmp_path: Path, clock: TestClock, clipboard: Clipboard
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "4", "enter")
        await settled(app, pilot)
        told = text(app).replace("\n", "")
        assert str(files(tmp_path)[0]).removeprefix("/") in told.replace(" ", "")


async def test_without_a_desktop_it_says_so(tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch) -> None:
    import pyperclip

    def none(content: str) -> None:
        raise RuntimeError("no clipboard")

    monkeypatch.setattr(pyperclip, "copy", none)
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(200, 36)) as pilot:
        await press(pilot, "4", "c")
        await settled(app, pilot)
        assert "Sent to the terminal's clipboard (it may not take it); it is in " in text(app, "message")
        assert len(files(tmp_path)) == 1


async def test_a_disk_that_refuses_is_told_and_the_screen_goes_on(
    tmp_path: Path, clock: TestClock, clipboard: Clipboard
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(200, 36)) as pilot:
        board = board_of(app)
        (tmp_path / "home" / "communities" / board.desk.meeting.community.id / "summaries").write_text("in the way")
        await press(pilot, "4", "enter")
        await settled(app, pilot)
        assert text(app, "message").startswith(" !  ")
        assert "a file stands where a folder should be" in text(app, "message")
        assert clipboard.held == ""
        await press(pilot, "escape")
        assert isinstance(app.screen, Board)


async def test_a_slow_clipboard_never_holds_the_screen(tmp_path: Path, clock: TestClock, clipboard: Clipboard) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        clipboard.open.clear()
        await press(pilot, "4", "enter", "enter")
        assert "On its way to the clipboard" in text(app, "message")
        await press(pilot, "down", "escape", "t")
        assert board_of(app).view.session.status == "running"
        clipboard.open.set()
        await settled(app, pilot)
        assert "Summary on the clipboard and in " in pane_text(board_of(app), "message"), "told on the board then"
        assert len(files(tmp_path)) == 1


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (20, 5)])
async def test_it_scrolls_to_its_end(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        write(app, *(f"l learned {number}" for number in range(40)))
        await press(pilot, "4", "end")
        assert "above" in text(app, "line")
        assert top(app).laid.below == 0
        await press(pilot, "home")
        assert top(app).laid.above == 0


class Alone(LcTerm):
    """An app whose only screen is a summary, as the home screen opens it over itself."""

    def get_default_screen(self) -> Any:
        from textual.screen import Screen

        return Screen()


async def test_it_works_without_a_board(tmp_path: Path, clock: TestClock, clipboard: Clipboard) -> None:
    app = board_app(tmp_path, clock)
    desk = Desk(app.home, *(app._session or ("", "")), clock)
    alone = Alone(app.home, clock, {})
    async with alone.run_test(size=(80, 24)) as pilot:
        alone.push_screen(SummaryScreen(desk, clock))
        await pilot.pause()
        assert "Summary for the group" in text(alone)
        assert not text(alone, "footer").endswith("? keys")
        await press(pilot, "question_mark", "colon", "v", "1", "h", "f")
        assert "Summary for the facilitators" in text(alone)
        await press(pilot, "enter")
        await settled(alone, pilot)
        assert "facilitators" in clipboard.held
        await press(pilot, "escape")
        assert not isinstance(alone.screen, SummaryScreen)


async def test_without_a_board_the_veil_is_the_callers(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    desk = Desk(app.home, *(app._session or ("", "")), clock)
    alone = Alone(app.home, clock, {})
    async with alone.run_test(size=(80, 24)) as pilot:
        alone.push_screen(SummaryScreen(desk, clock, veiled=True))
        await press(pilot, "f")
        assert "the summary is not for the room" in text(alone)


def test_in_a_real_terminal_its_own_clipboard_is_asked(tmp_path: Path, clock: TestClock) -> None:
    with Terminal(clock.argv("demo", "--fresh"), env={"XDG_CACHE_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("keys")
        terminal.send("4")
        terminal.wait_for("Summary for the group")
        terminal.send("enter")
        terminal.wait_for(r"Summary on the clipboard|Sent to the terminal|Handed to the clipboard")
        assert terminal.clipboard is not None
        assert terminal.clipboard.startswith("Housing peers: session 7")
