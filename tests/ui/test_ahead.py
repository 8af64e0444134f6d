"""A screen that is seen before it is there: the same picture, whatever it is drawn in."""

from pathlib import Path
from typing import Any

import pyte
import pytest
from rich.color import ColorSystem
from rich.style import Style
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip

from lcterm.ui.app import LcTerm
from lcterm.ui.painting import FRAME_SECONDS, Rows
from lcterm.ui.plain_signs import PlainSigns
from lcterm.ui.theme import choose
from tests.clock_program import TestClock
from tests.terminal import Terminal
from tests.ui.beside import press, resize, write
from tests.ui.boards import board_app, board_of

SIZES = ((120, 36), (80, 24), (60, 20), (30, 8), (12, 2))
LARGE = ("agenda", "voices", "captures", "read-back", "so-far", "prepare", "charter", "rules", "next-time", "briefs")


@pytest.fixture(autouse=True)
def true_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """A style remembers how it was first drawn, which was for another terminal where another test came first."""

    def drawn(style: Style, text: str, color_system: ColorSystem) -> str:
        codes = [*(style.color.get_ansi_codes() if style.color else ())]
        codes += [*(style.bgcolor.get_ansi_codes(foreground=False) if style.bgcolor else ())]
        codes += ["1"] * bool(style.bold) + ["4"] * bool(style.underline) + ["7"] * bool(style.reverse)
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if codes else text

    monkeypatch.setattr(Strip, "render_style", staticmethod(drawn))


class Sent:
    """What an app has on its way to the terminal, each picture with the screen that was shown when it was sent."""

    def __init__(self, app: App[Any], monkeypatch: pytest.MonkeyPatch) -> None:
        self.pictures: list[tuple[Screen[Any], Any]] = []
        monkeypatch.setattr(app, "_display", lambda screen, picture: self.pictures.append((app.screen, picture)))

    @property
    def ahead(self) -> list[Rows]:
        """The pictures that were sent before their screen was there."""
        return [picture for _, picture in self.pictures if isinstance(picture, Rows)]


def cells(app: App[Any], *pictures: Any) -> list[list[Any]]:
    """Each cell that these pictures, one after the other, put on an empty terminal."""
    screen = pyte.Screen(*app.size)
    stream = pyte.Stream(screen)
    for picture in filter(None, pictures):
        stream.feed(picture.render_segments(app.console))
    return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]


def there(app: App[Any]) -> list[list[Any]]:
    """Each cell of the screen that is there now."""
    return cells(app, app.screen._compositor.render_update(full=True))


def words(app: App[Any], picture: Any) -> str:
    return "\n".join("".join(cell.data for cell in row).rstrip() for row in cells(app, picture))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["question_mark", "y"])
async def test_a_sheet_is_seen_before_it_is_there(
    key: str, size: tuple[int, int], tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "t", "space", "n")
        await pilot.pause(2 * FRAME_SECONDS)  # the picture of the keys before
        board, sent = app.screen, Sent(app, monkeypatch)
        await press(pilot, key)
        (ahead,) = sent.ahead
        assert sent.pictures[0] == (board, ahead)
        assert app.screen is not board
        assert cells(app, ahead) == there(app)


@pytest.mark.parametrize("theme", ["light", "high contrast", "colourless"])
@pytest.mark.parametrize("plain", [False, True])
async def test_it_has_the_colours_and_the_signs_of_the_run(
    theme: str, plain: bool, tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_app(tmp_path, clock)
    if plain:
        app._signs = (PlainSigns(),)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark", "escape")
        choose(app, theme, {})
        await pilot.pause()
        await pilot.pause(2 * FRAME_SECONDS)  # the picture of the keys before
        sent = Sent(app, monkeypatch)
        await press(pilot, "question_mark")
        (ahead,) = sent.ahead
        assert cells(app, ahead) == there(app)
        assert ("─" in words(app, ahead)) is not plain


async def test_it_is_as_large_as_the_window_by_now(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "question_mark", "escape")
        await resize(pilot, (60, 20))
        await pilot.pause(2 * FRAME_SECONDS)  # the picture of the keys before
        sent = Sent(app, monkeypatch)
        await press(pilot, "question_mark")
        assert cells(app, sent.ahead[0]) == there(app)
        sent.pictures.clear()
        await resize(pilot, (80, 24))
        assert cells(app, *(picture for _, picture in sent.pictures)) == there(app), "and it follows while it is open"


@pytest.mark.parametrize("veiled", [False, True])
@pytest.mark.parametrize("name", LARGE)
async def test_a_large_screen_is_seen_before_it_is_there(
    name: str, veiled: bool, tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "space", "n", *("v",) * veiled)
        write(app, "a ask the council", "n only among us")
        await pilot.pause(2 * FRAME_SECONDS)  # the picture of the keys before
        sent = Sent(app, monkeypatch)
        board_of(app).open_large(name)
        await pilot.pause()
        (ahead,) = sent.ahead
        assert cells(app, ahead) == there(app)
        assert "only among us" not in words(app, ahead) or not veiled


async def test_under_the_veil_nothing_private_is_seen_for_a_moment(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "question_mark", "v")
        assert board_of(app).veiled
        await press(pilot, "escape")
        await pilot.pause(2 * FRAME_SECONDS)  # the picture of the keys before
        sent = Sent(app, monkeypatch)
        await press(pilot, "question_mark", "escape", "3")
        sheet, captures = sent.ahead
        assert "The veil is on" in words(app, sheet)
        assert "The veil is on" in words(app, captures)


async def test_the_keys_of_a_large_screen_lead_back_to_it(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "3")
        await pilot.pause(2 * FRAME_SECONDS)  # the picture of the keys before
        sent = Sent(app, monkeypatch)
        await press(pilot, "question_mark")
        (ahead,) = sent.ahead
        assert cells(app, ahead) == there(app)
        assert words(app, ahead).splitlines()[-1].startswith("  Esc back   ")


@pytest.mark.parametrize("name", ["bring-in", "recording", "since"])
async def test_what_begins_with_its_opening_is_not_seen_before_that(
    name: str, tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(2 * FRAME_SECONDS)  # the picture of the keys before
        sent = Sent(app, monkeypatch)
        board_of(app).open_large(name)
        await pilot.pause()
        assert not sent.ahead


async def test_keys_in_a_hurry_open_and_close_it(tmp_path: Path, clock: TestClock) -> None:
    app: LcTerm = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *("question_mark",) * 6, "question_mark", "escape", "1", "1", "t")
        assert app.screen is board_of(app)
        assert board_of(app).view.session.live


def test_in_a_real_terminal_a_sheet_over_a_large_screen_is_seen(tmp_path: Path, clock: TestClock) -> None:
    """The clock stands still, so that nothing else is drawn meanwhile."""
    home = board_app(tmp_path, clock).home.path
    with Terminal(clock.argv("run", "--home", str(home))) as board:
        board.wait_for("Not started")
        board.send("3")
        board.wait_for("d strike")
        board.send("?")
        board.wait_for("Top of the queue")
        board.send("esc")
        board.wait_for("d strike")
