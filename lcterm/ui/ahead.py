"""The picture of a screen, sent before the screen is there.

Textual makes a screen in a dozen messages (mount, styles, layout, show, resume) and draws it in the frame after those.
What will stand on it is known when the key comes, from the same lines. So the picture goes out straight behind the
key, and the screen is made behind it; `ui/one_write.py` then sends only what is another by that time.
"""

from collections.abc import Sequence
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import ANSIToTruecolor

from lcterm.ui.grid import Box
from lcterm.ui.painting import rendered
from lcterm.ui.theme import palette_of
from lcterm.ui.widgets.pane import Pane

ANY = Color(0, 0, 0)
"""What our filters are told lies behind a row: none of them asks."""


def rows_ahead(app: App[Any], width: int, height: int, places: Sequence[tuple[Pane, Box]]) -> list[str]:
    """Each row of a screen as it is sent to the terminal, from panes that lie one below the other; blank where none
    is."""
    palette = palette_of(app)
    blank = Style(bgcolor=palette.ground) if palette.coloured else Style()
    filters = [one for one in app.get_line_filters() if not isinstance(one, ANSIToTruecolor)]  # our looks are that
    rows = [[Segment(" " * width, blank)] for _ in range(height)]
    for pane, box in places:
        left, right = box.x, width - box.x - box.w
        before, behind = [Segment(" " * left, blank)] * (left > 0), [Segment(" " * right, blank)] * (right > 0)
        for y, drawn in enumerate(pane.rows_ahead(box.w, box.h), box.y):
            rows[y] = [*before, *drawn, *behind]
    for one in filters:
        rows = [one.apply(row, ANY) for row in rows]
    return [rendered(row, app.console) for row in rows]
