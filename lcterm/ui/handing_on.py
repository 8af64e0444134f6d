"""A summary handed on from a screen: the disk and the clipboard may be slow, the screen never waits for them."""

from collections.abc import Callable
from typing import Any

from textual.app import App

from lcterm.core.refusal import Refused
from lcterm.core.session import Meeting, Session
from lcterm.documents.handing_on import hand_on, home_file, written
from lcterm.documents.next_session import next_session
from lcterm.documents.summary import Audience, Form
from lcterm.store.desk import Desk
from lcterm.store.paths import Home

Told = Callable[[str, str], None]
"""Takes the sign and the line that says what became of it."""


def hand_on_summary(app: App[Any], desk: Desk, audience: Audience, told: Told, form: Form = "text") -> None:
    """Into the file in the home and onto the clipboard, on a thread; `told` is called later, on the screen's own."""
    try:
        content = written(desk.meeting, desk.now(), audience, form, following(desk.home, desk.meeting))
    except Refused as refused:
        app.call_later(told, "!", refused.reason)
        return
    path = home_file(desk.home, desk.meeting, audience, form)

    def terminal(sequence: str) -> None:
        # The sequence is what Textual writes itself; through it the bytes never fall into the middle of a picture.
        if not app.call_later(app.copy_to_clipboard, content):
            raise OSError("the screen is gone")

    def work() -> None:
        try:
            sign, line = "✓", hand_on(content, path, terminal)
        except Refused as refused:
            sign, line = "!", refused.reason
        app.call_later(told, sign, line)

    app.run_worker(work, name="summary", thread=True)


def following(home: Home, meeting: Meeting) -> Session | None:
    """The session planned after this one; none where the home does not let itself be read: the summary goes out without
    it then."""
    try:
        return next_session(home, meeting)
    except Refused:
        return None
