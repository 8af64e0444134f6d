"""Who speaks in a cue, and what: `<v Name>words` as Teams and the format itself have it, `Name: words` as Zoom has."""

import html
import re
from collections.abc import Sequence

from lcterm.core.joining import NAME_MAX

_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s([^<>]*)>")
_TAG = re.compile(r"<[^<>]*>")
_SPEAKER_CHANGES = re.compile(r"[ \t]*(?:>>|-(?=[ \t]))[ \t]*")
"""What captions put before the first words of somebody else."""

_COLON = re.compile(r":(?=[ \t]|$)|：")
_NO_NAME = frozenset('?!;"“”„…')
_WORDS_MAX = 8
"""A sentence that has a colon in it is longer, or has a sign in it that no name has."""


def has_voice(lines: Sequence[str]) -> bool:
    """Whether a voice tag stands here. In a file that has one no words before a colon are a name."""
    return any(found[1].strip() for line in lines for found in _VOICE.finditer(line))


def voices(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Each voice tagged in these lines of a cue, in order, with the words it says; one that speaks again within the cue
    is one voice. A tag without a name is passed over."""
    said: dict[str, list[str]] = {}
    _, *parts = _VOICE.split("\n".join(lines))
    for label, words in zip(parts[::2], parts[1::2], strict=True):
        if name := html.unescape(label).strip():
            said.setdefault(name, []).append(words)
    return [(name, plain(" ".join(words).split("\n"))) for name, words in said.items()]


def named(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Who speaks by the words before the first colon, and what; nothing where these are no name."""
    text = "\n".join(_TAG.sub("", line) for line in lines)
    text = text[found.end() :] if (found := _SPEAKER_CHANGES.match(text)) else text
    colon = _COLON.search(text.partition("\n")[0][: NAME_MAX + 1])
    if colon is None or not may_be_name(text[: colon.start()]):
        return []
    return [(html.unescape(text[: colon.start()]).strip(), plain(text[colon.end() :].split("\n")))]


def may_be_name(text: str) -> bool:
    """Whether words before a colon or a time can be what somebody is called. Source of the rule: ours."""
    if _NO_NAME.intersection(text) or "://" in text:
        return False
    return any(map(str.isalnum, text)) and len(text.split()) <= _WORDS_MAX


def plain(lines: Sequence[str]) -> str:
    """Words in one line, without tags, signs written out (`&amp;` is &)."""
    return " ".join(html.unescape(_TAG.sub("", " ".join(lines))).split())
