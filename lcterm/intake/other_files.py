"""What a text is that was named for a list of people or an agenda, and is neither: told by its first lines, so that
nobody of the name WEBVTT joins a group."""

import json
import re
from typing import NamedTuple

from lcterm.core.refusal import Refused
from lcterm.intake import cues, otter, rttm, stm
from lcterm.intake.spoken_lines import Spoken

_LOOK_AT = 60
"""Lines that are not empty."""

_LINE_LOOK = 2000
_SEVERAL = 2
_CHAT = re.compile(
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\t[^\t]+:\t|\s+(?:From|Von|De|Da|Van|Od)\s+\S.{0,200}:|\s+<[^<>\s]+>\s)"
)
_MARKUP = re.compile(r"<(?:!doctype|\?xml|html|head|body|svg|table|div|p|ul|ol)\b", re.I)
_JSON = re.compile(r'\{\s*"|\[\s*["{\[]')
_MINUTES = re.compile(
    r"\W{0,8}(?:action(?: item)?|ai|decision|decided|resolved|agreed|attendees|minutes of)s?\b.{0,60}?"
    r"(?::|\bmeeting\b)",
    re.I,
)


_HEADING = re.compile(r"#{1,6}\s+\S")
_NAME_WORDS = 15
"""A line of more is a sentence, and no name with what somebody does."""


class _Other(NamedTuple):
    """What it looks like, and who takes it."""

    what: str
    advice: str


_TRANSCRIPT = _Other("a transcript", "`lcterm import turns` takes those")
_RECORDING = _Other("a recording, as a machine wrote it down", "`lcterm import turns` takes those")
_IS_CHAT = _Other("the chat of a call", "nothing here reads those")


def is_chat(line: str) -> bool:
    """Whether this is how the chats of calls are saved, line by line."""
    return _CHAT.match(line) is not None


def refuse_as_people(text: str, source: str, *, headed: bool) -> None:
    """Raises Refused for a text that is no list of people but a transcript, a recording, a chat, minutes, JSON or a web
    page. `headed`: it is a table with a heading for names, which may have times beside them."""
    lines = _first(text)
    other = _spoken(lines, by_name=not headed) or _made_otherwise(text)
    _refuse(other or (None if headed else _minutes(lines)), source, "a list of people")


def refuse_as_agenda(text: str, source: str) -> None:
    """Raises Refused for a text that is no agenda but a transcript, a recording or a chat. A name beside a time is left
    to the agenda: its points may be written so."""
    _refuse(_spoken(_first(text), by_name=False), source, "an agenda")


def _refuse(other: _Other | None, source: str, wanted: str) -> None:
    if other is not None:
        raise Refused(f"{source}: this looks like {other.what}, not {wanted}; {other.advice}.")


def _first(text: str) -> list[str]:
    lines = re.split("\r\n|[\r\n]", text[: _LOOK_AT * _LINE_LOOK].removeprefix("\ufeff"))
    return [line[:_LINE_LOOK] for line in lines if line.strip()][:_LOOK_AT]


def _spoken(lines: list[str], *, by_name: bool) -> _Other | None:
    if not lines:
        return None
    if cues.begins_vtt(lines[0]) or cues.has_span(lines):
        return _TRANSCRIPT
    told = [line for line in lines if not line.startswith(";;")]
    if any(isinstance(read(line), Spoken) for read in (rttm.read_line, stm.read_line) for line in told):
        return _RECORDING
    if sum(map(is_chat, lines)) >= min(_SEVERAL, len(lines)):
        return _IS_CHAT
    return _TRANSCRIPT if by_name and otter.reads_as_otter(lines) else None


def _made_otherwise(text: str) -> _Other | None:
    begins = text.lstrip("\ufeff \t\r\n")
    if _MARKUP.match(begins):
        return _Other("a web page or other markup", "write one name a line, or save it as CSV")
    if _JSON.match(begins) and _is_json(begins):
        return _Other("JSON", "write one name a line, or save it as CSV")
    return None


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return text.startswith("{")
    return True


def _minutes(lines: list[str]) -> _Other | None:
    marked = sum(_MINUTES.match(line) is not None for line in lines)
    headings = sum(_HEADING.match(line) is not None for line in lines)
    sentences = sum(len(line.split()) > _NAME_WORDS for line in lines)
    if marked >= _SEVERAL or (headings >= _SEVERAL and sentences >= _SEVERAL):
        return _Other("minutes", "`lcterm import minutes` takes those")
    return None
