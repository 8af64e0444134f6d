"""A text as files hold it: plain, or as HTML, Markdown, JSON and calendars write it."""

import html
import re
from collections.abc import Collection, Iterator

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_MARKED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_forms(content: bytes) -> Iterator[str]:
    """The text in these bytes, read in each of the ways it may be written."""
    text = content.decode("utf-8", "replace")
    if "\r\n " in text:  # calendar files fold their lines
        text += text.replace("\r\n ", "")
    forms = (text, html.unescape(text), _MARKED.sub(r"\1", text), _ESCAPE.sub(lambda one: chr(int(one[1], 16)), text))
    yield from dict.fromkeys(forms)


def says_any(content: bytes, texts: Collection[str]) -> bool:
    """Whether one of these texts stands in the bytes, wherever its lines are broken."""
    wanted = [" ".join(text.split()) for text in texts if text.strip()]
    forms = [" ".join(form.split()) for form in read_forms(content)] if wanted else []
    return any(text in form for text in wanted for form in forms)
