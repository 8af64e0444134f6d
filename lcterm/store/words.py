"""Words in a file's bytes: whose captures they are, and the same file without them.

Everything else stays to the byte as it was, what only a newer version knows and what is damaged too; so this works on
JSON that is taken apart no further than it must be, and finds words even in a file that is torn.
"""

import re
from collections.abc import Collection
from typing import NamedTuple

import msgspec
from msgspec import DecodeError, Raw, Struct

# Within JSON text a quotation mark has a backslash before it, so these match nothing that anybody has written.
_WRITTEN = re.compile(rb'(?<!\\)"kind"\s*:\s*"CaptureWritten"')
_EDITED = re.compile(rb'(?<!\\)"kind"\s*:\s*"CaptureEdited"')
_NAMED = re.compile(rb'(?<!\\)"capture"\s*:\s*"([a-z0-9-]{1,64})"')
_ACTOR = re.compile(rb'(?<!\\)"actor"\s*:\s*"([a-z0-9-]{1,64})"')
_WRITER = re.compile(rb'(?<!\\)"writer"\s*:\s*"([a-z0-9]{1,32})"')
_ENTRY = re.compile(rb'(?<!\\)"([1-9][0-9]{0,15})"\s*:\s*\{(?=[^{}]*"event"\s*:|\s*"event"\s*:)')

ERASED = Raw(b'{"kind":"Erased"}')
"""What stands in the place of an event that held words."""

_Entry = dict[str, Raw]
_tables = msgspec.json.Decoder(dict[str, dict[str, Raw]])
_entry = msgspec.json.Decoder(_Entry)


class Found(NamedTuple):
    """What a file holds of struck captures: their ids, the text of each version as far as it can be read, and who wrote
    the file, person and device ("" where that cannot be read)."""

    captures: frozenset[str]
    texts: tuple[str, ...]
    writer: str
    actor: str


class _Text(Struct):
    text: str


class _Worded(Struct):
    words: _Text


class _Told(Struct):
    event: _Worded


_told = msgspec.json.Decoder(_Told)


def words_in(content: bytes, name: str, struck: Collection[str]) -> Found | None:
    """What a file of this name holds of struck captures; None for nothing."""
    writer = _writer(content, name)
    if not any(_may_hold(content, writer, id) for id in struck):
        return None
    tables = _taken_apart(content)
    entries = _torn(content) if tables is None else [(key, bytes(raw)) for key, raw in tables["events"].items()]
    held = [(id, raw) for key, raw in entries if (id := capture_of(raw, writer, key)) in struck]
    if not held:
        return None
    texts = tuple(text for _, raw in held if (text := _text(raw)))
    return Found(frozenset(id for id, _ in held), texts, writer, _first(_ACTOR, content))


def rewritten(content: bytes, name: str, struck: Collection[str], rev: int) -> bytes:
    """The same file without the words of these captures, as rev `rev`; a torn one without their entries."""
    tables, writer = _taken_apart(content), _writer(content, name)
    if tables is None:
        held = [raw for key, raw in _torn(content) if capture_of(raw, writer, key) in struck]
        for raw in held:
            content = content.replace(raw, b"")
        return content
    events = {
        key: _erased(raw) if capture_of(bytes(raw), writer, key) in struck else raw
        for key, raw in tables["events"].items()
    }
    meta = {key: Raw(msgspec.json.encode({**_entry.decode(raw), "rev": rev})) for key, raw in tables["meta"].items()}
    return msgspec.json.encode({**tables, "meta": meta, "events": events})


def rev_of(content: bytes) -> int:
    """The rev that a file bears; 0 where it has none that can be read."""
    tables = _taken_apart(content) or {}
    revs = [_number(raw) for raw in tables.get("meta", {}).values()]
    return max(revs, default=0)


def _taken_apart(content: bytes) -> dict[str, dict[str, Raw]] | None:
    try:
        tables = _tables.decode(content)
        for raw in tables["meta"].values():
            _entry.decode(raw)
    except (DecodeError, ValueError, KeyError, RecursionError):
        return None
    return tables if "events" in tables else None


def _torn(content: bytes) -> list[tuple[str, bytes]]:
    """The entries of a file that is cut short or damaged, as far as one can tell where they begin."""
    starts = list(_ENTRY.finditer(content))
    ends = [*(start.start() for start in starts[1:]), len(content)]
    return [(start[1].decode(), content[start.start() : end]) for start, end in zip(starts, ends, strict=False)]


def capture_of(raw: bytes, writer: str, key: str) -> str:
    """The id of the capture whose words are in this stored event, the `key`th of its writer; "" for none."""
    if _WRITTEN.search(raw):
        return f"{writer}-{key}"
    return _first(_NAMED, raw) if _EDITED.search(raw) else ""


def _may_hold(content: bytes, writer: str, id: str) -> bool:
    """Whether a closer look is worth while: most files of a long log name none of these captures."""
    of, _, seq = id.rpartition("-")
    return f'"{id}"'.encode() in content or (of == writer and f'"{seq}"'.encode() in content)


def _writer(content: bytes, name: str) -> str:
    """Who wrote the file: its own word counts, for it may have been renamed."""
    return _first(_WRITER, content) or name.lstrip(".").partition(".")[0]


def _first(pattern: "re.Pattern[bytes]", content: bytes) -> str:
    match = pattern.search(content)
    return match[1].decode() if match else ""


def _text(raw: bytes) -> str:
    try:
        return _told.decode(raw).event.words.text
    except (DecodeError, ValueError, RecursionError):
        return ""


def _erased(raw: Raw) -> Raw:
    """The entry with the envelope that is known, for what else is in it may be words. One whose very envelope is
    damaged leaves an empty one: it has arrived, no more."""
    try:
        entry = _entry.decode(raw)
    except (DecodeError, ValueError, RecursionError):
        return Raw(b"{}")
    envelope = {key: entry[key] for key in ("stamp", "at", "actor") if key in entry}
    return Raw(msgspec.json.encode({**envelope, "v": 1, "event": ERASED}))


def _number(raw: Raw) -> int:
    try:
        rev = msgspec.json.decode(raw)["rev"]
    except (DecodeError, ValueError, TypeError, KeyError, RecursionError):
        return 0
    return rev if isinstance(rev, int) else 0
