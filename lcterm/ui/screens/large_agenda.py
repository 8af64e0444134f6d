"""The agenda, large: look at every point, go to one, leave one out, give and take minutes."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from lcterm.core.commands import SkipPoint
from lcterm.ui.keys import Key
from lcterm.ui.page import Page
from lcterm.ui.screens.large import LargeScreen
from lcterm.ui.widgets.agenda_large import agenda_page
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board


class LargeAgenda(LargeScreen):
    """All points with what was planned and what it took; the cursor begins at the running one."""

    NAME: ClassVar[str] = "agenda"
    TITLE_HERE: ClassVar[str] = "In this agenda"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset(
        {"next-point", "back", "clock", "longer", "shorter", "longer-5", "shorter-5"}
    )

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        points = board.view.session.points.values()
        ahead = next((point.id for point in points if point.status == "ahead"), "")
        self.chosen = board.view.session.running or ahead

    def ids(self) -> list[str]:
        return list(self.view.session.points)

    def page(self, width: int, height: int) -> Page:
        return agenda_page(self.view, width, height, self.place)

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "enter": lambda: self._follow(lambda: self.board.click_point(self.place + 1)),
            "k": lambda: self._follow(lambda: self.board.act(SkipPoint(self.place + 1))),
        }

    def by_table(self, key: Key) -> None:
        self._follow(lambda: super(LargeAgenda, self).by_table(key))

    def _follow(self, act: Callable[[], object]) -> None:
        """A cursor on the running point goes with it."""
        before = self.desk.meeting.session.running
        act()
        after = self.desk.meeting.session.running
        if after and after != before and self.chosen == before:
            self.chosen = after

    def ways(self) -> Sequence[Way]:
        live = self.view.session.live
        return (
            BACK,
            CHOOSE,
            Way("enter", "Enter", "go there" if live else "start"),
            Way("k", "k", "leave out"),
            way("next-point", "next"),
            Way("plus", "+ −", "1 min"),
            Way("greater_than_sign", "> <", "5 min"),
            way("undo"),
            way("redo"),
            way("clock", "clock"),
            way("veil"),
        )
