"""Words and names in a file's bytes: whose they are, and the same file without them.

Everything else stays to the byte as it was, what only a newer version knows and what is damaged too; so this works on
JSON that is taken apart no further than it must be, and finds words even in a file that is torn.
"""

import json
import re
from typing import Any, NamedTuple

import msgspec
from msgspec import DecodeError, Raw, Struct

from lcterm.core.erasure import Gone, Identity, clear, wordless
from lcterm.core.facts import decode_event

# Within JSON text a quotation mark has a backslash before it, so these match nothing that anybody has written.
_WRITTEN = re.compile(rb'(?<!\\)"kind"\s*:\s*"CaptureWritten"')
_DECIDING = re.compile(rb'(?<!\\)"kind"\s*:\s*"(?:DecidingBegun|SuggestionMade|DecidingEnded)"')
_SAYS = re.compile(rb'(?<!\\)"(?:question|text|words)"\s*:(?!\s*(?:""|null))')
_EDITED = re.compile(rb'(?<!\\)"kind"\s*:\s*"CaptureEdited"')
_PEOPLE = re.compile(rb'(?<!\\)"kind"\s*:\s*"Member(?:sJoined|Renamed)"')
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
    """What a file holds of what is gone: the ids of struck captures, the text of each version as far as it can be read,
    and who wrote the file, person and device ("" where that cannot be read)."""

    captures: frozenset[str]
    texts: tuple[str, ...]
    writer: str
    actor: str


class _Text(Struct):
    text: str


class _Worded(Struct):
    words: _Text | None = None
    text: str = ""
    question: str = ""


class _Told(Struct):
    event: _Worded


_told = msgspec.json.Decoder(_Told)


def words_in(content: bytes, name: str, gone: Gone) -> Found | None:
    """What a file of this name holds of what is gone; None for nothing."""
    writer = _writer(content, name)
    if not _may_hold(content, writer, gone):
        return None
    tables = _taken_apart(content)
    if tables is None:
        held = [(key, raw) for key, raw in _torn(content) if _is_named(raw, writer, key, gone)]
    else:
        entries = [(key, bytes(raw)) for key, raw in tables["events"].items()]
        held = [(key, raw) for key, raw in entries if _cleared_entry(raw, writer, key, gone) is not None]
    if not held:
        return None
    captures = {id: _text(raw) for key, raw in held if (id := capture_of(raw, writer, key)) in gone.struck}
    texts = tuple(_text(raw) for key, raw in held if capture_of(raw, writer, key) in gone.struck and _text(raw))
    return Found(frozenset(captures), texts, writer, _first(_ACTOR, content))


def rewritten(content: bytes, name: str, gone: Gone, rev: int) -> bytes:
    """The same file without what is gone, as rev `rev`; a torn one without the entries that held it."""
    tables, writer = _taken_apart(content), _writer(content, name)
    if tables is None:
        held = [raw for key, raw in _torn(content) if _is_named(raw, writer, key, gone)]
        for raw in held:
            content = content.replace(raw, b"")
        return content
    events = {key: _cleared_entry(bytes(raw), writer, key, gone) or raw for key, raw in tables["events"].items()}
    meta = {key: Raw(msgspec.json.encode({**_entry.decode(raw), "rev": rev})) for key, raw in tables["meta"].items()}
    return msgspec.json.encode({**tables, "meta": meta, "events": events})


def cleared_event(raw: bytes, writer: str, key: str, gone: Gone) -> Raw | None:
    """A stored event, the `key`th of its writer, without what is gone; None where it holds none of it."""
    if capture_of(raw, writer, key) in gone.struck:
        return _wordless(raw)
    if not _is_named(raw, writer, key, gone):
        return None
    try:
        event = json.loads(raw.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return ERASED
    if not isinstance(event, dict) or not clear(event, _identity(writer, key), gone):
        return None
    return Raw(msgspec.json.encode(event))


def _cleared_entry(raw: bytes, writer: str, key: str, gone: Gone) -> Raw | None:
    """The same for an entry of the table, envelope and all."""
    if capture_of(raw, writer, key) in gone.struck:
        return _erased(Raw(raw))
    if not _is_named(raw, writer, key, gone):
        return None
    try:
        entry = _entry.decode(raw)
    except (DecodeError, ValueError, RecursionError):
        return Raw(b"{}")
    event = cleared_event(bytes(entry.get("event", b"null")), writer, key, gone)
    return None if event is None else Raw(msgspec.json.encode({**entry, "event": event}))


def _is_named(raw: bytes, writer: str, key: str, gone: Gone) -> bool:
    """Whether a tombstone names this event, by its place or by who is in it."""
    if capture_of(raw, writer, key) in gone.struck or _identity(writer, key) in gone.texts:
        return True
    return bool(gone.people and _PEOPLE.search(raw)) and any(f'"{id}"'.encode() in raw for id in gone.people)


def _identity(writer: str, key: str) -> Identity:
    return writer, int(key) if key.isascii() and key.isdecimal() and len(key) < 20 else 0


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
    """The id of the capture, the question to decide or the suggestion whose words are in this stored event, the `key`th
    of its writer; "" for none."""
    if _WRITTEN.search(raw) or (_DECIDING.search(raw) and _SAYS.search(raw)):
        return f"{writer}-{key}"
    return _first(_NAMED, raw) if _EDITED.search(raw) else ""


def _may_hold(content: bytes, writer: str, gone: Gone) -> bool:
    """Whether a closer look is worth while: most files of a long log name nothing of what is gone."""
    if any(of == writer for of, _ in gone.texts) or (gone.people and _PEOPLE.search(content)):
        return True
    return any(_may_hold_capture(content, writer, id) for id in gone.struck)


def _may_hold_capture(content: bytes, writer: str, id: str) -> bool:
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
        event = _told.decode(raw).event
    except (DecodeError, ValueError, RecursionError):
        return ""
    return event.words.text if event.words is not None else event.text or event.question


def _wordless(raw: bytes) -> Raw:
    """What stands in the place of a stored event that held words; of a damaged one nothing is known but that."""
    try:
        return Raw(msgspec.json.encode(wordless(decode_event(raw))))
    except (DecodeError, ValueError, RecursionError):
        return ERASED


def _erased(raw: Raw) -> Raw:
    """The entry with the envelope that is known, for what else is in it may be words. One whose very envelope is
    damaged leaves an empty one: it has arrived, no more."""
    try:
        entry = _entry.decode(raw)
    except (DecodeError, ValueError, RecursionError):
        return Raw(b"{}")
    envelope = {key: entry[key] for key in ("stamp", "at", "actor") if key in entry}
    return Raw(msgspec.json.encode({**envelope, "v": 1, "event": _wordless(bytes(entry.get("event", b"null")))}))


def _number(raw: Raw) -> int:
    try:
        rev = msgspec.json.decode(raw)["rev"]
    except (DecodeError, ValueError, TypeError, KeyError, RecursionError):
        return 0
    return rev if isinstance(rev, int) else 0


def events_in(content: bytes, name: str) -> list[tuple[Identity, dict[str, Any]]] | None:
    """The events in a file of this name as they are stored, those of a newer version too; None for a file that is
    torn."""
    tables, writer = _taken_apart(content), _writer(content, name)
    if tables is None:
        return None
    found: list[tuple[Identity, dict[str, Any]]] = []
    for key, raw in tables["events"].items():
        try:
            entry = json.loads(bytes(raw).decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            continue
        if isinstance(entry, dict) and isinstance(entry.get("event"), dict):
            found.append((_identity(writer, key), entry["event"]))
    return found
