"""What a browser says over its web socket, taken only where it is one of five things and of a sane size."""

from typing import Any, NamedTuple

import msgspec
from msgspec import DecodeError

COLUMNS, ROWS = (1, 500), (1, 300)


class Unfit(Exception):
    """A browser said what the page that it was given never says."""


class Typed(NamedTuple):
    """Keys and pastes, as a terminal sends them."""

    data: bytes


class Resized(NamedTuple):
    """The page has room for so many cells."""

    columns: int
    rows: int


class Focused(NamedTuple):
    """The page came to the front, or went from it."""

    front: bool


class Pinged(NamedTuple):
    """The page wants this back."""

    text: str


Said = Typed | Resized | Focused | Pinged


def understood(message: str) -> Said:
    """What a message means. Raises Unfit for anything that the page would not say."""
    try:
        said: Any = msgspec.json.decode(message)
    except (DecodeError, ValueError, RecursionError):
        raise Unfit("no JSON") from None
    match said:
        case ["stdin", str(text)]:
            return Typed(text.encode("utf-8", "replace"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            return Resized(within(width, COLUMNS), within(height, ROWS))
        case ["focus"]:
            return Focused(True)
        case ["blur"]:
            return Focused(False)
        case ["ping", str(text)] if len(text) <= 64:
            return Pinged(text)
        case _:
            raise Unfit("none of the five things")


def within(number: int, bounds: tuple[int, int]) -> int:
    """The number, or the bound that it is beyond."""
    return max(bounds[0], min(bounds[1], number))


def asked(text: str | None, usual: int, bounds: tuple[int, int]) -> int:
    """A number out of an address, within bounds; the usual one where it is none."""
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 6:
        return usual
    return within(int(text), bounds)
