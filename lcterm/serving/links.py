"""Links on paper, so to speak: as text, and as a QR code for whoever has a camera."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import segno

BLACK_ON_WHITE, PLAIN = "\x1b[38;5;16m\x1b[48;5;231m", "\x1b[0m"
BORDER = 2
HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def qr_lines(text: str, *, coloured: bool) -> list[str]:
    """A QR code in lines, two rows of it in each. `coloured`: black on white by the terminal's colour codes; without,
    the dark squares are drawn in the colour of writing, which is right on paper and on a light ground."""
    lines = list(_halved([list(map(bool, row)) for row in _code(text).matrix_iter(border=BORDER)]))
    return [f"{BLACK_ON_WHITE}{line}{PLAIN}" for line in lines] if coloured else lines


def _code(text: str) -> segno.QRCode:
    return segno.make(text, error="l", micro=False)


def _halved(rows: Sequence[Sequence[bool]]) -> Iterator[str]:
    blank = [False] * len(rows[0])
    for upper, lower in zip_longest(rows[::2], rows[1::2], fillvalue=blank):
        yield "".join(HALVES[pair] for pair in zip(upper, lower, strict=True))
