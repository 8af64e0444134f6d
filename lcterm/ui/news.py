"""What reaches a board from outside its screen: others' writing, and how the saving goes."""

from textual.message import Message


class OthersWrote(Message):
    """Another run of the program has written to this session or community."""


class SavingChanged(Message):
    """Something could not be written (`reason`, how many wait), or all is saved again (no reason)."""

    def __init__(self, reason: str, waiting: int) -> None:
        super().__init__()
        self.reason, self.waiting = reason, waiting
