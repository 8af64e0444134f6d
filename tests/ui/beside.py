"""The screens beside the board, as tests look at them."""

from collections.abc import Callable
from time import monotonic

from textual.app import App
from textual.pilot import Pilot

from lcterm.core.captures import read_line
from lcterm.core.commands import WriteCapture
from lcterm.core.seating import known
from lcterm.core.when import local
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.framed import Framed
from tests.ui.boards import board_of


def top(app: App[None]) -> Framed:
    """The screen that is shown, which must be one beside the board."""
    screen = app.screen
    assert isinstance(screen, Framed), screen
    return screen


def text(app: App[None], pane: str = "body") -> str:
    """What a pane of the shown screen says."""
    return "\n".join("".join(span.text for span in line).rstrip() for line in top(app).panes[pane].lines)


def chosen(app: App[None]) -> str:
    """The rows under the cursor."""
    rows = [line for line in top(app).panes["body"].lines if line and line[0].look == "chip"]
    return "\n".join("".join(span.text for span in line).rstrip() for line in rows)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def resize(pilot: Pilot[None], size: tuple[int, int]) -> None:
    """Another window; a layout waits for the next frame, of which there are 60 a second."""
    await pilot.resize_terminal(*size)
    await pilot.pause(3 / 60)
    await pilot.pause()


async def until(pilot: Pilot[None], true: Callable[[], bool], seconds: float = 10) -> None:
    """Until it is true; fails when it has not become so in that time."""
    end = monotonic() + seconds
    while not true():
        assert monotonic() < end, "it did not happen"
        await pilot.pause(0.02)


def write(app: LcTerm, *lines: str) -> None:
    """Captures, one a line, as the board would read them."""
    board = board_of(app)
    for line in lines:
        read = read_line(line, known(board.desk.meeting), local(board.desk.now(), board.view.zone).date())
        assert not read.problem, read.problem
        assert board.act(WriteCapture(read.words))


def well_drawn(app: LcTerm) -> None:
    """Every row of the shown screen is exactly as wide as its pane, and nothing in it steers a terminal."""
    for pane in top(app).panes.values():
        for y in range(pane.size.height):
            strip = pane.render_line(y)
            assert strip.cell_length == pane.size.width, (pane.id, y, strip.text)
            assert strip.text.isprintable(), (pane.id, y, strip.text)
