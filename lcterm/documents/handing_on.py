"""A document on its way to people: saved in the home, put on the clipboard, and what is said of it."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from lcterm.documents.clipboard import copy, copy_in_browser, said
from lcterm.documents.saving import keep


def hand_on(
    content: str,
    path: Path | None,
    terminal: Callable[[str], None] | None,
    what: str = "summary",
    instead: str = "",
) -> str:
    """To the file first, where there is to be one, then to the clipboard; the line that says truthfully which of them
    happened. `instead`: what to do where there is neither."""
    if path is not None:
        keep(content, path)
    return said(copy(content, terminal), path, what, instead)


def hand_on_in_browser(content: str, path: Path | None, page: Callable[[str], None], what: str = "summary") -> str:
    """The same from a screen in a browser: the file is on the machine that serves, the clipboard is the browser's."""
    if path is not None:
        keep(content, path)
    return said(copy_in_browser(content, page), path, what, browser=True)


def terminal_of(environ: Mapping[str, str]) -> Callable[[str], None] | None:
    """A way to write to the terminal itself, past a redirected output; None where there is none."""
    if environ.get("TERM", "dumb") == "dumb":
        return None
    try:
        os.close(_terminal())
    except OSError:
        return None

    def write(sequence: str) -> None:
        device = _terminal()
        try:
            os.write(device, sequence.encode())
        finally:
            os.close(device)

    return write


def _terminal() -> int:
    return os.open("/dev/tty", os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
