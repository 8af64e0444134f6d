"""What a line of minutes says besides its words: that it is an action or a decision, whose, and by when.

The marks are those of real minutes: W3C's `ACTION: bar to do this`, `Action baz: do the same`, `RESOLVED:`; `AI -- Joe
to reach out` and `**Joe:** write a guideline` of Kubernetes; `Joe to write a summary (done)` of Rust's language team;
`ACTION on Joe:` of the IETF.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from lcterm.core.days import read_due
from lcterm.core.events import CaptureKind
from lcterm.core.refusal import Refused

_MARKS: tuple[tuple[CaptureKind, str], ...] = (
    ("action", r"action(?:[ -]?(?:item|point))?s?|(?-i:AI)s?|(?-i:AP)|to[ -]?do"),
    ("decision", r"decisions?|decided|resolved|resolution|agreed|agreement"),
    ("question", r"open question"),
    ("parked", r"parked|parking lot"),
)
_NAME = r"[^\W\d_][\w.'’-]*(?:[ ,/&]+(?:and )?[^\W\d_][\w.'’-]*){0,4}?"
_SIGN = r"\s*(?::{1,2}(?!\w*//)|--+|[–—]|-(?=\s))\s*"
_WHO = rf"(?:\s+(?:(?:on|for|by)\s+)?@?(?P<name>{_NAME})|\s*[(\[]@?(?P<bracketed>[^()\[\]]{{1,60}})[)\]])?"
_MARKED = [
    (kind, re.compile(rf"(?:{words}){_WHO}{_SIGN}(?P<text>\S.*)", re.IGNORECASE | re.DOTALL)) for kind, words in _MARKS
]
_LOUD = re.compile(r"(?:ACTION(?: ITEM)?|TODO)\s+(?P<text>\S.*)", re.DOTALL)
"""Without a sign behind it only capitals make a mark of the word."""
_WITHIN = re.compile(r"(?<=[.;!?])\s+(?=(?:ACTION|AI|DECISION|RESOLVED|RESOLUTION|AGREED)\b[^:]{0,40}:)")
_DONE = re.compile(r"(?:\s*[(\[]\s*done\s*[)\]]|\s*(?:--+|[–—])\s*done)[.!]?\s*$", re.IGNORECASE)

_LEAD = re.compile(
    rf"@?(?P<name>{_NAME})(?:\s*(?::(?!\w*//)|--+|[–—]|-(?=\s))\s*|\s+(?:to|will|is to|shall)\s+)(?P<text>\S.*)",
    re.DOTALL,
)
_TAIL = re.compile(
    rf"(?P<text>.*\S)\s*(?:[(\[]\s*@?(?P<bracketed>{_NAME})\s*[)\]]|(?:--+|[–—])\s*@?(?P<name>{_NAME}))\.?", re.DOTALL
)
_AT = re.compile(r"(?<!\S)@(?P<name>[^\W\d_][\w.'’-]*)")
_AND = re.compile(r"\s*(?:,|/|&|\band\b)\s*", re.IGNORECASE)
_DUE = re.compile(
    r"(?P<text>.*?\S)[\s,;]*(?:[(\[]\s*)?(?:\bdue(?:\s+(?:on|by))?:?|\bby|\bbefore|\bdeadline:?|\^)\s*"
    r"(?P<when>(?:the\s+)?next\s+(?:meeting|session|time|call)|[\w+][^()\[\]]{1,30}?)\s*[)\]]?\.?",
    re.IGNORECASE | re.DOTALL,
)
_NEXT = re.compile(r"(?:the\s+)?next\s+(?:meeting|session|time|call)", re.IGNORECASE)


class Marked(NamedTuple):
    """A part of a line with its mark taken off; `who` as written beside the mark, "" for nobody. `done` as it says."""

    kind: CaptureKind
    text: str
    who: str = ""
    done: bool = False


class Owned(NamedTuple):
    """The words without their owners, and those as written."""

    text: str
    names: tuple[str, ...] = ()


def parts_of(text: str) -> list[str]:
    """A line in parts where a mark stands within it, behind the end of a sentence."""
    return [part for part in _WITHIN.split(text) if part.strip()]


def marked(part: str, kind: CaptureKind | None) -> Marked | None:
    """What the part is by its own mark, else by where it stands; None where nothing says so."""
    for own, pattern in _MARKED:
        if found := pattern.fullmatch(part):
            return _without_done(own, found["text"], found["name"] or found["bracketed"] or "")
    if found := _LOUD.fullmatch(part):
        return _without_done("action", found["text"], "")
    return None if kind is None else _without_done(kind, part, "")


def _without_done(kind: CaptureKind, text: str, who: str) -> Marked:
    bare = _DONE.sub("", text)
    return Marked(kind, bare.strip(), who, bare != text)


def owned(text: str, is_name: Callable[[str], bool]) -> Owned:
    """Whose it is by its words: `Ana to write`, `Ana: write`, `@ana write`, `write (Ana)`, `write — Ana`. Only names of
    which `is_name` says that somebody here may be meant are taken off."""
    for pattern in (_LEAD, _TAIL):
        if (found := pattern.fullmatch(text)) is None:
            continue
        groups = found.groupdict()
        names = names_in(groups.get("name") or groups.get("bracketed") or "")
        if names and all(map(is_name, names)):
            return Owned(found["text"].strip(), names)
    at = tuple(dict.fromkeys(found["name"] for found in _AT.finditer(text) if is_name(found["name"])))
    if not at:
        return Owned(text)
    return Owned(_without_at(text, at), at)


def _without_at(text: str, names: tuple[str, ...]) -> str:
    """Names at either end go; one in the middle of a sentence belongs to it and loses its sign alone."""
    words = text.split()
    called = {f"@{name}" for name in names}
    while len(words) > 1 and words[-1].rstrip(".") in called:
        words.pop()
    while len(words) > 1 and words[0].rstrip(",:") in called and not _AND.fullmatch(f" {words[1]} "):
        words.pop(0)
    return " ".join(word[1:] if word.rstrip(".,;:!?") in called else word for word in words)


def names_in(words: str) -> tuple[str, ...]:
    """The names in `Ana, Ben and Chidi`."""
    return tuple(dict.fromkeys(name for part in _AND.split(words) if (name := part.strip(" .@"))))


def dated(text: str, day: date) -> tuple[str, str, bool]:
    """The words without the date they end with, the date (ISO, "" for none), and whether it is the next session. `day`
    is that of the session: a weekday is the next one after it. A date that can be two days stays in the text."""
    found = _DUE.fullmatch(text)
    if found is None:
        return text, "", False
    if _NEXT.fullmatch(found["when"]):
        return found["text"], "", True
    try:
        on = read_due(found["when"], day)
    except Refused:
        return text, "", False
    return (text, "", False) if on is None else (found["text"], on.isoformat(), False)


def capitals_first(text: str) -> str:
    """The text with its first letter large, where it begins with a plain word."""
    return text[:1].upper() + text[1:] if text.partition(" ")[0].rstrip(".,:;!?").isalpha() else text
