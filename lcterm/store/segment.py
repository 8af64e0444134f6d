"""A segment: one TinyDB file of a log, written by one run of the program. Its name, its form, its way to the disk.

Tables `meta` (one document) and `events` (document id = seq), so that stock `TinyDB(path).table("events").all()`
reads every one of them.
"""

import re
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import DecodeError, Raw, Struct, ValidationError

from lcterm.core.events import AnyEvent
from lcterm.core.facts import EVENT_VERSION, Envelope, Fact, KnownEnvelope, decode_event
from lcterm.store.neutral import neutral, neutral_json
from lcterm.store.reading import Unreadable

FORMAT = 1
"""The version of the file's form; a file with a higher one is left to a newer lcterm."""

IMPORTED_FROM = 500_000_000
"""Files with this number or a higher one hold facts that came in an archive, or from the hub; no run ever fills so
many."""

FETCHED_FROM = 900_000_000
"""Those that came from the hub have this number or a higher one."""

_NAME = re.compile(r"([a-z0-9]{1,32})\.([0-9]{4,9})\.json")
_SEQ = re.compile(r"[1-9][0-9]{0,15}")
SEQ_END = 10**16
"""No file holds an event of this number or a higher one; that is damage."""

Tables = dict[str, dict[str, Any]]
"""What TinyDB hands to a storage: table, document id, document."""


_T = TypeVar("_T")


class Meta(Struct, frozen=True, kw_only=True):
    """The document of `meta`. `log` is the id of the community or session; of two copies the higher `rev` counts."""

    format: int = FORMAT
    writer: str
    log: str
    number: int
    rev: int = 0


class Segment(Struct, frozen=True):
    """What a segment file holds, as far as this version can read it.

    `unknown` are the seqs of events that only a newer version knows, `damaged` how many nobody can read (those with a
    seq are in `unread` with the unknown ones: they have arrived, so nothing waits for them).
    """

    rev: int
    facts: tuple[Fact, ...]
    unknown: tuple[int, ...] = ()
    damaged: int = 0
    unread: frozenset[int] = frozenset()


class _Whole(Struct):
    """As nearly every file is: with events that this version knows and nothing wrong."""

    meta: dict[str, Meta]
    events: dict[Annotated[int, msgspec.Meta(gt=0, lt=SEQ_END)], KnownEnvelope]


class _Stored(Struct):
    meta: dict[str, Meta]
    events: dict[int, Envelope]


class _Loose(Struct):
    meta: dict[str, Raw]
    events: dict[str, Raw]


class _Version(Struct):
    format: int


_whole = msgspec.json.Decoder(_Whole)
_encoder = msgspec.json.Encoder()


def segment_name(writer: str, number: int) -> str:
    """The file name of a writer's segment, counted from 1."""
    return f"{writer}.{number:04}.json"


def parse_segment_name(name: str) -> tuple[str, int] | None:
    """Writer and number out of a file's full name; None for any other file."""
    match = _NAME.fullmatch(name)
    return (match[1], int(match[2])) if match else None


def meta_table(writer: str, log: str, number: int) -> Tables:
    """The tables of a segment that holds no event yet."""
    return {"meta": {"1": msgspec.structs.asdict(Meta(writer=writer, log=log, number=number))}}


def encode_tables(tables: Tables) -> bytes:
    """The bytes of a TinyDB file: UTF-8, no escapes but for controls."""
    return _encoder.encode(tables)


def encode_fact(fact: Fact) -> dict[str, Any]:
    """The document that stores the fact; its id is the seq."""
    envelope = Envelope(stamp=fact.stamp, at=fact.at, actor=fact.actor, event=Raw(_encode_event(fact.event)))
    return msgspec.structs.asdict(envelope)


def _encode_event(event: AnyEvent) -> bytes:
    try:
        return _encoder.encode(event)
    except UnicodeEncodeError:
        # Half a surrogate pair has no UTF-8; better its neighbours are kept than the whole event refused.
        return _encoder.encode(neutral(msgspec.to_builtins(event)))


def decode_segment(content: bytes, writer: str, log: str) -> Segment:
    """The segment in these bytes, which ought to be this writer's and belong to this log; its text made harmless.

    Raises Unreadable when it is none, is another's, or a newer version wrote it.
    """
    try:
        content = neutral_json(content)
        meta, segment = _read(content, writer)
    except (DecodeError, ValueError, RecursionError):
        raise Unreadable("it is cut short or damaged" if content else "it is empty") from None
    if meta.format > FORMAT:
        raise Unreadable("a newer lcterm wrote it", newer=True)
    if meta.writer != writer:
        raise Unreadable("it does not bear its writer's name: somebody renamed it")
    if meta.log != log:
        raise Unreadable("it belongs to another log")
    return segment


def _read(content: bytes, writer: str) -> tuple[Meta, Segment]:
    """Meta, and what there is to read: all at once where nothing is amiss, else whatever can be saved."""
    if (read := _at_once(content, writer)) is not None:
        return read
    meta, envelopes, broken = _opened(content)
    return meta, _segment(meta, envelopes, broken, writer)


def _at_once(content: bytes, writer: str) -> tuple[Meta, Segment] | None:
    """The same of a file in which there is nothing that this version does not know; None for any other."""
    try:
        whole = _whole.decode(content)
        meta = _only(whole.meta)
    except (DecodeError, ValueError, RecursionError):
        return None
    facts = tuple(Fact(one.stamp, writer, seq, one.at, one.actor, one.event) for seq, one in whole.events.items())
    return meta, Segment(meta.rev, facts)


def _opened(content: bytes) -> tuple[Meta, dict[int, Envelope], list[int]]:
    """Meta, the envelopes, and the seqs (0 for none) of the events whose envelope is broken."""
    try:
        stored = msgspec.json.decode(content, type=_Stored)
    except ValidationError:
        return _opened_one_by_one(content)
    return _only(stored.meta), stored.events, []


def _opened_one_by_one(content: bytes) -> tuple[Meta, dict[int, Envelope], list[int]]:
    loose = msgspec.json.decode(content, type=_Loose)
    envelope = msgspec.json.Decoder(Envelope)
    about = _only(loose.meta)
    if (version := msgspec.json.decode(about, type=_Version).format) > FORMAT:
        return Meta(format=version, writer="", log="", number=0), {}, []
    envelopes: dict[int, Envelope] = {}
    broken: list[int] = []
    for key, raw in loose.events.items():
        seq = int(key) if _SEQ.fullmatch(key) else 0
        try:
            envelopes[seq] = envelope.decode(raw)
        except ValidationError:
            broken.append(seq)
    return msgspec.json.decode(about, type=Meta), envelopes, broken


def _only(table: dict[str, _T]) -> _T:
    if len(table) != 1:
        raise ValueError("the table meta has one document")
    return next(iter(table.values()))


def _segment(meta: Meta, envelopes: dict[int, Envelope], broken: list[int], writer: str) -> Segment:
    facts: list[Fact] = []
    unknown: list[int] = []
    for seq, envelope in envelopes.items():
        if not 0 < seq < SEQ_END:
            broken.append(seq)
        elif envelope.v > EVENT_VERSION:
            unknown.append(seq)
        else:
            try:
                event = decode_event(envelope.event)
            except ValidationError:
                unknown.append(seq)
            except (DecodeError, ValueError, RecursionError):
                broken.append(seq)
            else:
                facts.append(Fact(envelope.stamp, writer, seq, envelope.at, envelope.actor, event))
    arrived = frozenset(seq for seq in (*unknown, *broken) if seq > 0)
    return Segment(meta.rev, tuple(facts), tuple(unknown), len(broken), arrived)
