"""What reaches a board from outside its screen: others' writing, and how the saving goes."""

from textual.message import Message


class OthersWrote(Message):
    """Another run of the program has written to this session or community."""


class SavingChanged(Message):
    """Something could not be written (`reason`, how many wait), or all is saved again (no reason)."""

    def __init__(self, reason: str, waiting: int) -> None:
        super().__init__()
        self.reason, self.waiting = reason, waiting

    @property
    def said(self) -> str:
        """It in words; "" when all is saved."""
        count = "1 change waits" if self.waiting == 1 else f"{self.waiting} changes wait"
        return f"Not saved yet: {self.reason}. {count}; trying again." if self.reason else ""
