"""A summary as lines of the screen: the same words as in the mail, wrapped for this width."""

from collections.abc import Iterable

from lcterm.core.digest import Digest
from lcterm.core.session import Meeting, Session
from lcterm.documents.summary import Audience, Form, summary
from lcterm.documents.summary_words import Block, layout
from lcterm.ui.line import Line, Span, title_line, wrap
from lcterm.ui.page import Page

WIDEST = 90
FORM_WORDS: dict[Form, str] = {"text": "text", "md": "Markdown", "html": "a web page", "json": "JSON"}
"""How a summary is handed on, in words."""


def summary_page(
    meeting: Meeting,
    now: int,
    audience: Audience,
    width: int,
    following: Session | None = None,
    form: Form = "text",
    before: Iterable[Digest] = (),
) -> Page:
    """The whole summary for this reader; what is for facilitators alone is violet. `following`: the session planned
    next; `form`: how it will be handed on; `before`: the sessions whose actions came up in it."""
    look = "private" if audience == "facilitators" else "text"
    readable = min(width, WIDEST)
    document = layout(summary(meeting, now, audience, following, before))
    lines: list[Line] = [(), *((Span(part, "strong"),) for part in wrap(document.title, readable))]
    for paragraph in document.opening:
        lines += [(), *((Span(part, look),) for part in wrap(paragraph, readable))]
    for block in document.blocks:
        lines += [(), *_block(block, readable, look)]
    bold = "private-bold" if audience == "facilitators" else "bold"
    head = title_line(width, f"Summary for the {audience}", heads=f"as {FORM_WORDS[form]}", look=bold)
    return Page([head], lines)


def _block(block: Block, width: int, look: str) -> list[Line]:
    lines: list[Line] = [(Span(part, "bold"),) for part in wrap(block.heading, width)]
    for number, text in enumerate(block.lines, 1):
        sign = f"{number:>2}  " if block.numbered else "·  "
        for index, part in enumerate(wrap(text, max(1, width - len(sign)))):
            lines.append((Span(" " * len(sign) if index else sign, "muted"), Span(part, look)))
    return lines
