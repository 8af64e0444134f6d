"""What stands in the place of a board while no session is open: the screens of a community lie over it, as they lie
over a board, and take from it what they share."""

from typing import ClassVar

from lcterm.core.clock import Clock
from lcterm.core.commands import AnyCommand
from lcterm.store.community_desk import NO_SESSION, CommunityDesk
from lcterm.ui.key_table import KeyTable
from lcterm.ui.screens.board import Board


class Between(Board):
    """Never shown itself: what it says, the screen above it draws. Nothing of a session can be done here."""

    between: ClassVar[bool] = True

    def __init__(self, desk: CommunityDesk, clock: Clock, keys: KeyTable) -> None:
        super().__init__(lambda board: desk, clock, keys)
        self._of_community = desk

    def draw(self) -> None:
        reason = self._of_community.unsaved
        self.unsaved = f"Not saved yet: {reason}; trying again." if reason else ""

    def act(self, command: AnyCommand, at: int | None = None) -> bool:
        self.refuse(NO_SESSION, ("Esc", "goes back"))
        return False
