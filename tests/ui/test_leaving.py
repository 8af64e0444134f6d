"""What is under way when a program is told to end: a screen that finds parts of itself gone by then is no fault."""

import pytest
from textual.app import App, ScreenStackError
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static

from lcterm.ui.crashing import HUNG_UP, Quiet


class Busy(Screen[None]):
    """Does, once it stands, what a key may find itself doing when the terminal has gone."""

    app: "Leaving"

    def on_mount(self) -> None:
        self.call_after_refresh(self._go_on)

    def _go_on(self) -> None:
        if self.app.ending:
            self.app.exit(None, HUNG_UP)
        match self.app.doing:
            case "mounts":
                self.mount(Static())
            case "asks":
                self.query_one("#gone")
            case "closes":
                self.app.pop_screen()
            case _:
                raise KeyError(self.app.doing)


class Leaving(Quiet[None], App[None]):
    """What its screen does, and whether the app is told to end right before."""

    def __init__(self, doing: str, *, ending: bool) -> None:
        super().__init__()
        self.doing, self.ending = doing, ending

    def get_default_screen(self) -> Busy:
        return Busy()


@pytest.mark.parametrize("doing", ["mounts", "asks", "closes"])
async def test_what_is_gone_by_then_is_missed_by_nobody(doing: str) -> None:
    app = Leaving(doing, ending=True)
    await app.run_async(headless=True)
    assert (app.failed, app.return_code) == (None, HUNG_UP)


@pytest.mark.parametrize(
    ("doing", "ending", "error"),
    [("asks", False, NoMatches), ("closes", False, ScreenStackError), ("fails", True, KeyError)],
)
async def test_any_other_failure_is_kept(doing: str, ending: bool, error: type[Exception]) -> None:
    app = Leaving(doing, ending=ending)
    await app.run_async(headless=True)
    assert app.return_code == 1
    assert isinstance(app.failed, error)
