"""The keys of the home screen, to read."""

from lcterm.store.paths import Home, shown
from lcterm.ui.home_keys import BY_ID, HOME_KEYS, MOVING, HomeKey
from lcterm.ui.key_names import drawn_key
from lcterm.ui.line import Line, Span, pad, row, title_line, wrap
from lcterm.ui.screens.page_keys import KeysToRead, key_cells

TOGETHER = {
    "look": ("replay", "The summary of it; l: minute by minute"),
    "demo": ("tour", "The sample, nothing of yours; t: with a tour"),
}
"""By its id, the key that stands in a row with another, and what the two do, so that the sheet fits a small screen."""
SECOND = {other for other, _ in TOGETHER.values()}
ALSO = "In forms: Tab next, ctrl+g keeps; Esc: what is typed stays"


class HomeSheet(KeysToRead):
    """The keys of the home screen, and where everything is kept."""

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home

    def lines(self, width: int, height: int) -> list[Line]:
        return sheet_lines(width, str(self._home.path), height)


def sheet_lines(width: int, folder: str, height: int = 0) -> list[Line]:
    """Every key with what it does, then where all is kept; blank rows between them where there is room."""
    keys = [*(_told(key) for key in HOME_KEYS if key.id not in SECOND), *MOVING]
    lines = [title_line(width, "Keys of the home screen")]
    named = [(drawn_key(shown_key), told) for shown_key, told in keys]
    lines += [row(width, [Span(pad(key, key_cells(key)), "bold"), Span(told)]) for key, told in named]
    kept = wrap(f"Everything is kept in {shown(folder)}: copy that folder and you have a backup.", width)
    also = wrap(ALSO, width)
    gap: list[Line] = [()] if len(lines) + len(kept) + len(also) + 2 <= height else []
    return [*lines, *gap, *((Span(part),) for part in kept), *gap, *((Span(part, "muted"),) for part in also)]


def _told(key: HomeKey) -> tuple[str, str]:
    """A key as it is shown, with the one that stands beside it, and what they do."""
    if key.id not in TOGETHER:
        return key.shown, key.tooltip
    other, words = TOGETHER[key.id]
    return f"{key.shown} {BY_ID[other].shown}", words
