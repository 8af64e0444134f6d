"""Only the cells that changed are sent; on the terminal that is the same picture as sending all of it."""

import re
from pathlib import Path
from typing import Any

import pyte
import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from lcterm.store.desk import Desk
from lcterm.ui.app import LcTerm
from lcterm.ui.driver import QuietTerminal
from lcterm.ui.line import Line, Span
from lcterm.ui.painting import FRAME_SECONDS, Painted, Painter
from lcterm.ui.screens import board as boards
from lcterm.ui.screens.board import Board
from lcterm.ui.widgets.pane import Pane
from tests.clock_program import TestClock
from tests.store.disk import LONG_S
from tests.ui.boards import board_app, board_of

SIZE = (120, 36)
HOUR = (
    *("space", "h", "b", "h", "c", "space", "n", "space", "plus", "minus", "s", "d", "u", "v", "v", "t", "t"),
    *("c", *"a ask the council @b fri", "enter", "question_mark", "escape", "3", "escape", "1", "escape", "z"),
)


class Watched:
    """A terminal that gets every picture an app sends, as far as it goes by its screens."""

    def __init__(self, app: App[Any], monkeypatch: pytest.MonkeyPatch) -> None:
        self.screen = pyte.Screen(*SIZE)
        self.sent: list[str] = []
        self._stream = pyte.Stream(self.screen)
        monkeypatch.setattr(app, "_display", lambda screen, update: self._take(app, update))

    def _take(self, app: App[Any], update: Any) -> None:
        if update is not None:
            self.sent.append(update.render_segments(app.console))
            self._stream.feed(self.sent[-1])


def whole(app: App[Any]) -> pyte.Screen:
    """The terminal, were all cells sent to it at once."""
    screen = pyte.Screen(*SIZE)
    pyte.Stream(screen).feed(app.screen._compositor.render_update(full=True).render_segments(app.console))
    return screen


def cells(screen: pyte.Screen) -> list[Any]:
    return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]


async def walked(pilot: Pilot[None], app: LcTerm, watched: Watched, clock: TestClock) -> None:
    for key in HOUR:
        await pilot.press(key)
        clock.advance(0.4)
        await pilot.pause(2 * FRAME_SECONDS)
        assert cells(watched.screen) == cells(whole(app)), f"after {key}"


async def test_what_changed_makes_the_same_picture_as_all_of_it(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=SIZE) as pilot:
        watched = Watched(app, monkeypatch)
        app.screen.refresh()
        await pilot.pause()
        assert cells(watched.screen) == cells(whole(app))
        await walked(pilot, app, watched, clock)


async def test_a_key_sends_no_more_than_what_it_changed(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space")
        await pilot.pause(2 * FRAME_SECONDS)
        before, watched = cells(whole(app)), Watched(app, monkeypatch)
        await pilot.press("plus")
        await pilot.pause(2 * FRAME_SECONDS)
        after = cells(whole(app))
        changed = sum(
            one != other for old, new in zip(before, after, strict=True) for one, other in zip(old, new, strict=True)
        )
        sent = sum(len(re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", picture)) for picture in watched.sent)
        assert changed <= sent <= 4 * changed


async def test_what_comes_of_a_key_is_painted_once_and_only_then_written(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("t")
        await pilot.pause(2 * FRAME_SECONDS)
        watched, board = Watched(app, monkeypatch), board_of(app)
        written: list[int] = []
        monkeypatch.setattr(board.desk, "let_go", lambda: written.append(len(watched.sent)))
        await pilot.press("plus")
        assert board.view.session.point is not None
        assert board.view.session.point.added == 1
        assert len(watched.sent) == 1
        assert written == [1]


async def test_what_comes_too_soon_for_a_picture_of_its_own_is_all_in_the_next(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("t")
        await pilot.pause(2 * FRAME_SECONDS)
        watched, board = Watched(app, monkeypatch), board_of(app)
        for number in range(3):
            with board.at_once():
                board.say(f"number {number}")
                board.panes["header"].show([text(f"header {number}")])
        assert len(watched.sent) == 1
        await pilot.pause(2 * FRAME_SECONDS)
        assert len(watched.sent) == 2
        assert "header 2" in watched.screen.display[0]
        assert any("number 2" in row for row in watched.screen.display)


async def test_writing_is_held_for_a_picture_only_where_the_terminal_keeps_up(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Board, "painted", lambda board: None)  # as if it had to wait for the terminal
    app, waits = board_app(tmp_path, clock), True
    monkeypatch.setattr(boards, "keeps_up", lambda app: waits)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("t")
        desk = board_of(app).desk
        assert not stored(desk, within=0.05)
        desk.let_go()
        assert stored(desk, within=LONG_S)
        waits = False
        await pilot.press("plus")
        assert stored(desk, within=LONG_S)


def stored(desk: Desk, within: float) -> bool:
    """Whether all that was done is on the disk, so many seconds later at most, without anybody asking for it."""
    writer = desk.session._writer
    with writer._changed:
        return writer._changed.wait_for(lambda: not writer._queue, within)


class Halting(Painted[None]):
    """Notes what was done `at_once`, and when that was over."""

    def __init__(self) -> None:
        super().__init__()
        self.over = 0

    def painted(self) -> None:
        self.over += 1


async def test_what_is_done_at_once_within_the_same_is_one_and_is_over_though_it_fails() -> None:
    screen = Halting()
    async with App[None]().run_test() as pilot:
        await pilot.app.push_screen(screen)
        with screen.at_once(), screen.at_once():
            assert screen.over == 0
        assert screen.over == 1
        with pytest.raises(ValueError, match="no"), screen.at_once():
            raise ValueError("no")
        assert screen.over == 2


def fail(pane: Pane) -> None:
    pane.show([text("halfway")])
    raise ValueError("halfway")


async def test_what_was_shown_before_it_failed_is_seen_and_what_comes_later_too(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(2 * FRAME_SECONDS)
        watched, board = Watched(app, monkeypatch), board_of(app)
        with pytest.raises(ValueError, match="halfway"), board.at_once():
            fail(board.panes["header"])
        await pilot.pause(2 * FRAME_SECONDS)
        assert "halfway" in watched.screen.display[0]
        board.panes["header"].show([text("later")])
        await pilot.pause(2 * FRAME_SECONDS)
        assert "later" in watched.screen.display[0]


class Overlapping(Painted[None]):
    CSS = """
    Overlapping { layers: below above; }
    Pane { position: absolute; width: 10; height: 2; layer: below; }
    #above { layer: above; offset: 4 1; width: 3; height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.below, self.above = Pane([text("0123456789"), text("abcdefghij")]), Pane([text("xyz")], id="above")

    def compose(self) -> ComposeResult:
        yield self.below
        yield self.above


def text(words: str) -> Line:
    return (Span(words),)


class Small(App[None]):
    def on_mount(self) -> None:
        self.push_screen(Overlapping())


async def test_what_lies_below_does_not_show_through(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Small()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen, watched = app.screen, Watched(app, monkeypatch)
        assert isinstance(screen, Overlapping)
        assert whole(app).display[1].startswith("abcdxyzhij")
        screen.below.show([text("0123456789"), text("ABCDEFGHIJ")])
        await pilot.pause(2 * FRAME_SECONDS)
        assert watched.screen.display[1].startswith("ABCDxyzHIJ")
        screen.above.show([text("XYZ")])
        await pilot.pause(2 * FRAME_SECONDS)
        assert watched.screen.display[1].startswith("ABCDXYZHIJ")


async def test_nothing_changed_is_no_picture() -> None:
    app = Small()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        compositor = app.screen._compositor
        assert isinstance(compositor, Painter)
        compositor._dirty_regions.clear()
        assert compositor.render_partial_update() is None


async def test_a_pane_that_is_covered_is_drawn_when_it_is_seen_again(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        watched = Watched(app, monkeypatch)
        board: Any = app.screen_stack[0]
        board.panes["header"].show([text("while nobody looked")])
        await pilot.pause()
        assert not any("nobody looked" in row for row in watched.screen.display)
        await pilot.press("escape")
        await pilot.pause()
        assert cells(watched.screen) == cells(whole(app))


async def test_what_lies_under_a_screen_costs_nothing(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("t", "question_mark")
        await pilot.pause()
        watched = Watched(app, monkeypatch)
        clock.advance(2)
        board_of(app).tick()
        await pilot.pause(0.1)
        assert board_of(app).ticking["exact"][0].text == "4:58"
        assert watched.sent == []


async def test_a_pane_that_is_gone_takes_lines_all_the_same() -> None:
    app = Small()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, Overlapping)
        await screen.above.remove()
        screen.above.show([text("ABC")])
        assert screen.above.lines == (text("ABC"),)


def test_a_picture_is_one_write(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    driver = QuietTerminal.__new__(QuietTerminal)
    monkeypatch.setattr(QuietTerminal.__mro__[1], "write", lambda self, data: written.append(data))
    for data in ("\x1b[?25l", "\x1b[?2026h", "one", "two", "\x1b[?2026l", "\x07"):
        driver.write(data)
    assert written == ["\x1b[?25l", "\x1b[?2026honetwo\x1b[?2026l", "\x07"]
