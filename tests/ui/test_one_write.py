"""What stands on the terminal already is not written again, and never taken for standing there when it does not."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from rich.console import Console
from rich.segment import Segment
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from lcterm.ui.driver import QuietTerminal
from lcterm.ui.one_write import OneWrite
from lcterm.ui.painting import Changes, Painted, Rows


class Shows:
    """In the place of Textual's app: takes pictures."""

    def __init__(self) -> None:
        self._driver = QuietTerminal.__new__(QuietTerminal)
        self._batch_count, self.size = 0, (1, 3)
        self.console = Console()
        self.screen = SimpleNamespace(is_mounted=True)
        self.screen_stack = [self.screen]
        self.shown: list[Any] = []

    def _display(self, screen: Any, picture: Any) -> None:
        self.shown.append(picture)
        self._driver.written += picture is not None

    def push_screen(self, screen: Any) -> None:
        self.shown.append("screen")


class Small(OneWrite[None], Shows):  # type: ignore[misc]
    """An app of three rows of one cell."""


class Ahead(Painted[None]):
    is_mounted = True  # type: ignore[assignment]

    def __init__(self) -> None:
        """Not a screen that could be shown."""

    def ahead(self, width: int, height: int) -> Sequence[str]:
        return ["a", "b", "c"]


def whole(rows: str) -> LayoutUpdate:
    return LayoutUpdate([[Strip([Segment(row)])] for row in rows], Region(0, 0, 1, len(rows)))


@pytest.fixture
def app() -> Any:
    app: Any = Small()
    app.push_screen(Ahead())
    picture, then = app.shown
    assert (picture.rows, then) == ({0: "a", 1: "b", 2: "c"}, "screen")
    app.shown.clear()
    return app


def test_only_what_is_another_by_then_is_written(app: Any) -> None:
    app._display(app.screen, whole("aXc"))
    app._display(app.screen, whole("aXc"))
    app._display(app.screen, whole("aXd"))
    assert [picture.rows for picture in app.shown] == [{1: "X"}, {2: "d"}]


def test_all_is_written_where_anything_was_since(app: Any) -> None:
    app._driver.written += 1
    again = whole("abc")
    app._display(app.screen, again)
    assert app.shown == [again]


def test_all_is_written_behind_another_picture(app: Any) -> None:
    other, again = Rows({0: "x"}), whole("abc")
    app._display(app.screen, other)
    app._display(app.screen, again)
    assert app.shown == [other, again]


@pytest.mark.parametrize(("now", "written"), [("abc", 0), ("abX", 1)])
def test_a_screen_that_asks_for_cells_that_stand_gets_no_picture(app: Any, now: str, written: int) -> None:
    of, cells = app._stands.of, Changes([])
    of._compositor = SimpleNamespace(render_full_update=lambda: whole(now))
    app._display(of, cells)
    app._display(of, None)
    assert app.shown == [cells] * written + [None]
    app.shown.clear()
    app._display(app.screen, Changes([]))
    assert len(app.shown) == 1, "another screen's cells always go"


def test_a_screen_over_one_that_has_just_come_up_is_seen(app: Any) -> None:
    app.screen = app._stands.of
    app.screen._compositor = SimpleNamespace(render_full_update=lambda: whole("abc"))
    app.push_screen(Ahead())
    picture, then = app.shown
    assert (picture.rows, then) == ({0: "a", 1: "b", 2: "c"}, "screen")


def test_all_is_written_in_another_window(app: Any) -> None:
    app.on_resize()
    again = whole("abc")
    app._display(app.screen, again)
    assert app.shown == [again]


def test_what_draws_nothing_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QuietTerminal.__mro__[1], "write", lambda self, data: None)
    driver = QuietTerminal.__new__(QuietTerminal)
    driver.write("\x1b]22;default\x07")
    assert driver.written == 0
    for data in ("\x1b[?1049h", "\x1b[?2026h", "all", "\x1b[?2026l"):
        driver.write(data)
    assert driver.written == 2


def test_a_screen_that_opens_while_nothing_may_be_drawn_comes_as_always() -> None:
    app: Any = Small()
    app._batch_count = 1
    app.push_screen(Ahead())
    assert app.shown == ["screen"]
