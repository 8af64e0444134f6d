"""What a group settles while it meets is a decision of that session too, among its captures: one rule for the screen
and the command line."""

from msgspec.structs import replace

from lcterm.core.commands import EditCapture, WriteCapture
from lcterm.core.events import Words
from lcterm.core.session import Session

PURPOSE = "Purpose"
"""What a decision is headed with that says what the community is for."""


def lead_of(title: str) -> str:
    """How a decision about this begins."""
    return f"{title}: "


def decision(session: Session, title: str, text: str) -> WriteCapture | EditCapture | None:
    """The wish by which this is a decision of the session: written down, or the one that is there already mended.
    `title`: what it is about. None where no session runs, nothing was said, or it reads so already."""
    if not session.live or not text:
        return None
    lead = lead_of(title)
    for one in reversed(session.captures.values()):
        if one.words.kind == "decision" and one.words.text.startswith(lead):
            mended = replace(one.words, text=f"{lead}{text}")
            return None if mended == one.words else EditCapture(one.id, mended)
    return WriteCapture(Words(kind="decision", text=f"{lead}{text}"))
