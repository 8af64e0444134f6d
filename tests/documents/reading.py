"""Summaries as the tests read them: in Markdown, whole or by the heading."""

from lcterm.core.session import Meeting
from lcterm.documents.summary import summary
from lcterm.documents.summary_markdown import markdown
from tests.documents.meetings import at


def group(meeting: Meeting, minutes: float = 80) -> str:
    return markdown(summary(meeting, at(minutes), "group"))


def ours(meeting: Meeting, minutes: float = 80) -> str:
    return markdown(summary(meeting, at(minutes), "facilitators"))


def section(document: str, heading: str) -> list[str]:
    """The lines under a heading."""
    parts = document.split(f"## {heading}\n\n")
    assert len(parts) == 2, f"{heading} is there {len(parts) - 1} times"
    return parts[1].split("\n\n## ")[0].strip().split("\n")
