"""A summary handed on from a screen: the disk and the clipboard may be slow, the screen never waits for them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App

from lcterm.core.digest import Digest
from lcterm.core.refusal import Refused
from lcterm.core.session import Meeting, Session
from lcterm.documents.handing_on import hand_on, hand_on_in_browser
from lcterm.documents.next_session import before, next_session
from lcterm.documents.summary import Audience, Form
from lcterm.documents.summary_forms import home_file, written
from lcterm.store.desk import Desk
from lcterm.store.paths import Home

Told = Callable[[str, str], None]
"""Takes the sign and the line that says what became of it."""


def hand_on_summary(app: App[Any], desk: Desk, audience: Audience, told: Told, form: Form = "text") -> None:
    """Into the file in the home and onto the clipboard, on a thread; `told` is called later, on the screen's own."""
    try:
        around = following(desk.home, desk.meeting), came_before(desk.home, desk.meeting)
        content = written(desk.meeting, desk.now(), audience, form, *around)
    except Refused as refused:
        app.call_later(told, "!", refused.reason)
        return
    hand_on_text(app, content, home_file(desk.home, desk.meeting, audience, form), "summary", told)


def hand_on_text(app: App[Any], content: str, path: Path | None, what: str, told: Told) -> None:
    """A text, likewise; where it has no `path` it goes onto the clipboard alone. `what`: what it is called."""

    def terminal(sequence: str) -> None:
        # The sequence is what Textual writes itself; through it the bytes never fall into the middle of a picture.
        if not app.call_later(app.copy_to_clipboard, content):
            raise OSError("the screen is gone")

    def work() -> None:
        try:
            sign, line = "✓", (hand_on_in_browser if app.is_web else hand_on)(content, path, terminal, what)
        except Refused as refused:
            sign, line = "!", refused.reason
        app.call_later(told, sign, line)

    app.run_worker(work, name=what, thread=True)


def following(home: Home, meeting: Meeting) -> Session | None:
    """The session planned after this one; none where the home does not let itself be read: the summary goes out without
    it then."""
    try:
        return next_session(home, meeting)
    except Refused:
        return None


def came_before(home: Home, meeting: Meeting) -> tuple[Digest, ...]:
    """The sessions whose actions came up in this one; none in such a case."""
    try:
        return before(home, meeting)
    except Refused:
        return ()
