"""A line that tells what happened."""

from msgspec import Struct

STANDS = "Nothing moved: what others did since stands."
"""What is said of an undo, or of doing again, that changes nothing, where nothing closer is known."""


class Told(Struct, frozen=True):
    """A line; `private` when the room may not read it: the veil leaves it out. `brief`: the same for a row in which the
    line has no room, "" where there is no other way to say it. `together`: how many acts it tells of."""

    text: str
    private: bool = False
    brief: str = ""
    together: int = 1
