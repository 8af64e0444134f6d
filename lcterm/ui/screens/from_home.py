"""A large screen that the home screen opens as well as the board."""

from typing import TYPE_CHECKING

from lcterm.ui.keys import Key
from lcterm.ui.screens.large import SCREENS, LargeScreen
from lcterm.ui.widgets.ways import BACK, Way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board


class FromHome(LargeScreen):
    """`to_home`: it was opened from the home screen, so Esc goes back there and not to the board below, unless it has
    led on to the board meanwhile."""

    def __init__(self, board: "Board", *, to_home: bool = False) -> None:
        super().__init__(board)
        self.to_home = to_home

    @property
    def way_back(self) -> Way:
        """Esc, and where it leads."""
        return Way(BACK.key, BACK.shown, "home") if self.to_home else BACK

    def by_table(self, key: Key) -> None:
        if key.id == "capture" or (key.id in SCREENS and key.id != self.NAME):
            self.to_home = False
        super().by_table(key)

    def back(self) -> None:
        leaves = self.to_home and self.is_active
        self.board.others.passes_by = leaves
        super().back()
        if leaves:
            self.board.leave()
