"""The summary written out, in the form that somebody wants, and where it lies in the home. Each form loads its own."""

from collections.abc import Iterable
from pathlib import Path

from lcterm.core.digest import Digest
from lcterm.core.session import Meeting, Session
from lcterm.documents.summary import Audience, Form, file_name, summary
from lcterm.store.paths import Home


def written(
    meeting: Meeting,
    now: int,
    audience: Audience,
    form: Form,
    following: Session | None = None,
    before: Iterable[Digest] = (),
) -> str:
    """The summary for these readers in this form. `following`: the session planned next, `before`: those whose actions
    came up in it, where these are known."""
    held = summary(meeting, now, audience, following, before)
    match form:
        case "md":
            from lcterm.documents.summary_markdown import markdown

            return markdown(held)
        case "text":
            from lcterm.documents.summary_text import text

            return text(held)
        case "html":
            from lcterm.documents.summary_html import html

            return html(held)
        case "json":
            from lcterm.documents.summary_json import as_json

            return as_json(held)


def home_file(home: Home, meeting: Meeting, audience: Audience, form: Form) -> Path:
    """Where the summary lies in the home."""
    session = meeting.session
    return home.summaries(session.community) / file_name(session.id, audience, form)
