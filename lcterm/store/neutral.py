"""Stored text is hostile until looked at: what could drive a terminal or turn a line round is made harmless.

Only controls, bidirectional overrides and isolates and lone surrogates are touched: a larger list would differ between
versions of Python, and two seats must read the same log alike. Of what is stored no text has lines of its own, so that
a line break in one was put there to pass for a line of the program's.
"""

import re
from typing import NoReturn

import msgspec

_PLAIN_TRACES = (b"\\", b"\x7f")
_TRACES = (*_PLAIN_TRACES, b"\xc2", b"\xe2\x80", b"\xe2\x81", b"\xed")
_HOSTILE_BYTES = rb"\\[bfnrtu]|\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xed[\xa0-\xbf]"
_HOSTILE = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
"""No character of these is printable in any version of Unicode, so that a text that is needs no second look."""


def neutral_text(text: str) -> str:
    """The text with U+FFFD for each character that must not reach a screen; line breaks stay."""
    return text if text.isprintable() else re.sub(_HOSTILE, "\ufffd", text)


def neutral_line(text: str) -> str:
    """The same for what must be one line: a name, a path."""
    return neutral_text(text).replace("\n", "\ufffd")


def neutral_json(content: bytes) -> bytes:
    """The same JSON with every string harmless; the very same bytes where nothing needs doing, at almost no cost.

    Raises ValueError for what is no JSON, RecursionError for what is nested without end.
    """
    traces = _PLAIN_TRACES if content.isascii() else _TRACES
    if not any(trace in content for trace in traces) or not re.search(_HOSTILE_BYTES, content):
        return content
    import json  # hardly ever, and a start would load it for that

    return msgspec.json.encode(neutral(json.loads(content.decode("utf-8", "replace"), parse_constant=_no_number)))


def neutral(value: object) -> object:
    """A JSON value, plain Python, with every string and key in it harmless."""
    match value:
        case str():
            return neutral_line(value)
        case list():
            return [neutral(part) for part in value]
        case dict():
            return {neutral_line(str(key)): neutral(part) for key, part in value.items()}
        case _:
            return value


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON")
