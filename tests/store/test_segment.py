"""A segment file: its name, its form, what is made of a damaged or a newer one."""

import errno
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB
from tinydb.table import Document

from lcterm.core.events import CaptureWritten, ClockPaused
from lcterm.core.facts import Fact
from lcterm.store import segment as segment_module
from lcterm.store.reading import Unreadable
from lcterm.store.segment import (
    decode_segment,
    encode_fact,
    meta_table,
    parse_segment_name,
    segment_name,
)
from lcterm.store.segment_storage import SegmentStorage
from tests.store.disk import FULL, Disk
from tests.store.making import LOG, paused, stock, store, written


def changed(path: Path, **tables: Any) -> bytes:
    """The file's bytes with some of its tables changed."""
    return json.dumps(json.loads(path.read_bytes()) | tables).encode()


@pytest.fixture
def path(folder: Path) -> Path:
    """A file with three facts of `aaaa`."""
    return store(folder, [paused(1), written(2, "Übung 日本"), paused(3)])[0]


def test_stock_tinydb_reads_it_and_the_document_id_is_the_seq(path: Path) -> None:
    documents = stock(path)
    assert [document.doc_id for document in documents] == [1, 2, 3]
    assert documents[1]["event"] == {"kind": "CaptureWritten", "words": {"kind": "learning", "text": "Übung 日本"}}
    assert {key: documents[1][key] for key in ("stamp", "at", "actor", "v")} == {
        "stamp": 1002,
        "at": 1002,
        "actor": "actor",
        "v": 1,
    }


def test_meta_says_what_the_file_is(path: Path) -> None:
    with TinyDB(path) as database:
        assert database.table("meta").all() == [{"format": 1, "writer": "aaaa", "log": LOG, "number": 1, "rev": 0}]


def test_words_are_stored_as_utf_8_without_escapes(path: Path) -> None:
    assert "Übung 日本".encode() in path.read_bytes()
    assert b"\\u" not in path.read_bytes()


def test_what_was_stored_is_read_again(path: Path) -> None:
    segment = decode_segment(path.read_bytes(), "aaaa", LOG)
    assert segment.facts == (paused(1), written(2, "Übung 日本"), paused(3))
    assert segment.rev == 0


CLEAN = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"], exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )
)


def of_words(texts: list[str]) -> tuple[tuple[Fact, ...], bytes]:
    """A fact for each text, and the file of `aaaa` that holds them."""
    facts = tuple(written(seq, text) for seq, text in enumerate(texts, start=1))
    tables = {**meta_table("aaaa", LOG, 1), "events": {str(fact.seq): encode_fact(fact) for fact in facts}}
    return facts, msgspec.json.encode(tables)


@given(st.lists(CLEAN, min_size=1, max_size=8))
def test_any_clean_words_come_back_as_they_were(texts: list[str]) -> None:
    facts, content = of_words(texts)
    assert decode_segment(content, "aaaa", LOG).facts == facts


@given(st.lists(CLEAN, max_size=8))
def test_what_is_read_at_once_is_what_is_read_one_by_one(texts: list[str]) -> None:
    _, content = of_words(texts)
    at_once = decode_segment(content, "aaaa", LOG)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segment_module, "_at_once", lambda content, writer: None)
        assert decode_segment(content, "aaaa", LOG) == at_once


def test_half_a_surrogate_pair_does_not_keep_its_neighbours_from_the_disk(folder: Path) -> None:
    path = store(folder, [written(1, "a\ud800b")])[0]
    assert stock(path)[0]["event"]["words"]["text"] == "a\ufffdb"


@pytest.mark.parametrize(("writer", "number"), [("aaaa", 1), ("a2", 9999), ("abcdefghij", 10000)])
def test_names_are_read_as_they_are_given(writer: str, number: int) -> None:
    assert parse_segment_name(segment_name(writer, number)) == (writer, number)


@pytest.mark.parametrize(
    "name",
    [
        "aaaa.0001.json.bak",
        "aaaa.0001 (conflicted copy).json",
        "aaaa.0001.sync-conflict-20261201-120000-ABCDEFG.json",
        "aaaa.001.json",
        "AAAA.0001.json",
        "../a.0001.json",
        ".aaaa.0001.json.0123abcd.tmp",
        "aaaa.0001.json\n",
        "aaaa.٠٠٠١.json",
        "äaaa.0001.json",
        ".0001.json",
        "",
    ],
)
def test_no_other_name_is_taken(name: str) -> None:
    assert parse_segment_name(name) is None


class TestStorage:
    def test_memory_stays_as_the_disk_is_when_a_write_fails(self, tmp_path: Path, disk: Disk) -> None:
        path = tmp_path / "a.json"
        events = TinyDB(path, meta_table("aaaa", LOG, 1), storage=SegmentStorage).table("events")
        events.insert(Document({"n": 1}, doc_id=1))
        before = path.read_bytes()
        disk.refuse["replace"] = FULL
        with pytest.raises(OSError, match="No space"):
            events.insert(Document({"n": 2}, doc_id=2))
        assert path.read_bytes() == before
        assert events.all() == [{"n": 1}]
        disk.refuse.clear()
        events.insert(Document({"n": 2}, doc_id=2))
        assert stock(path) == [{"n": 1}, {"n": 2}]

    def test_reading_asks_the_memory_and_not_the_disk(self, tmp_path: Path, disk: Disk) -> None:
        path = tmp_path / "a.json"
        events = TinyDB(path, storage=SegmentStorage).table("events")
        events.insert({"n": 1})
        path.unlink()
        disk.refuse["open"] = errno.EIO
        assert events.all() == [{"n": 1}]


class TestDamaged:
    @pytest.mark.parametrize(
        "content", [b"", b"{", b"null", b"[]", b'{"meta":{},"events":{}}', b"\x00" * 4096, b"[" * 100_000]
    )
    def test_what_is_no_segment_is_unreadable(self, content: bytes) -> None:
        with pytest.raises(Unreadable, match=r"empty|cut short or damaged"):
            decode_segment(content, "aaaa", LOG)

    def test_every_beginning_of_a_file_is_unreadable(self, path: Path) -> None:
        content = path.read_bytes()
        for length in range(len(content)):
            with pytest.raises(Unreadable):
                decode_segment(content[:length], "aaaa", LOG)

    @given(data=st.data())
    def test_any_rot_is_unreadable_or_read_as_facts_and_nothing_else(self, data: st.DataObject) -> None:
        facts = [paused(1), written(2, "Übung"), paused(3)]
        tables = {**meta_table("aaaa", LOG, 1), "events": {str(fact.seq): encode_fact(fact) for fact in facts}}
        content = bytearray(msgspec.json.encode(tables))
        for _ in range(data.draw(st.integers(1, 4))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        try:
            segment = decode_segment(bytes(content), "aaaa", LOG)
        except Unreadable:
            return
        assert all(isinstance(fact, Fact) and fact.writer == "aaaa" and fact.seq > 0 for fact in segment.facts)

    def test_another_log_s_file_is_unreadable(self, path: Path) -> None:
        with pytest.raises(Unreadable, match="belongs to another log"):
            decode_segment(path.read_bytes(), "aaaa", "2026-12-02-aaaa")

    def test_a_renamed_file_is_unreadable(self, path: Path) -> None:
        with pytest.raises(Unreadable, match="renamed"):
            decode_segment(path.read_bytes(), "bbbb", LOG)

    @pytest.mark.parametrize(
        "broken",
        [
            {},
            {"stamp": 1, "at": 1, "actor": "a"},
            {"stamp": "1", "at": 1, "actor": "a", "event": {"kind": "ClockPaused"}},
            {"stamp": -1, "at": 1, "actor": "a", "event": {"kind": "ClockPaused"}},
            {"stamp": 2**63, "at": 1, "actor": "a", "event": {"kind": "ClockPaused"}},
            {"stamp": 1, "at": 10**15, "actor": "a", "event": {"kind": "ClockPaused"}},
            {"stamp": 1, "at": 1.5, "actor": "a", "event": {"kind": "ClockPaused"}},
            None,
            [],
        ],
    )
    def test_one_damaged_event_does_not_take_the_others_with_it(self, path: Path, broken: object) -> None:
        events = json.loads(path.read_bytes())["events"] | {"2": broken}
        segment = decode_segment(changed(path, events=events), "aaaa", LOG)
        assert segment.facts == (paused(1), paused(3))
        assert (segment.damaged, sorted(segment.unread)) == (1, [2])

    @pytest.mark.parametrize("key", ["0", "-1", "01", "x", "1.0", "9" * 30, "٤"])
    def test_an_event_without_a_proper_seq_is_damaged(self, path: Path, key: str) -> None:
        events = json.loads(path.read_bytes())["events"]
        segment = decode_segment(changed(path, events=events | {key: events["1"]}), "aaaa", LOG)
        assert len(segment.facts) == 3
        assert segment.damaged == 1

    def test_bad_bytes_in_one_event_do_not_take_the_others_with_it(self, path: Path) -> None:
        content = path.read_bytes().replace("Übung".encode(), b"\xffbung")
        segment = decode_segment(content, "aaaa", LOG)
        assert segment.facts == (paused(1), paused(3))
        assert segment.damaged == 1

    def test_endless_nesting_in_an_event_is_survived(self, path: Path) -> None:
        nested = b'{"kind":"ClockPaused","more":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
        content = path.read_bytes().replace(b'{"kind":"ClockPaused"}', nested)
        with pytest.raises(Unreadable):
            decode_segment(content, "aaaa", LOG)


class TestNewer:
    def test_an_unknown_kind_is_passed_over(self, path: Path) -> None:
        segment = decode_segment(path.read_bytes().replace(b"CaptureWritten", b"CaptureSung"), "aaaa", LOG)
        assert segment.facts == (paused(1), paused(3))
        assert (segment.unknown, sorted(segment.unread), segment.damaged) == ((2,), [2], 0)

    def test_a_newer_version_of_a_known_kind_is_passed_over(self, path: Path) -> None:
        events = json.loads(path.read_bytes())["events"]
        events["2"]["v"] = 2
        segment = decode_segment(changed(path, events=events), "aaaa", LOG)
        assert segment.facts == (paused(1), paused(3))
        assert segment.unknown == (2,)

    def test_fields_that_a_newer_version_added_do_no_harm(self, path: Path) -> None:
        events = json.loads(path.read_bytes())["events"]
        events["1"] |= {"zone": "Europe/Paris", "event": {"kind": "ClockPaused", "why": "tea"}}
        assert decode_segment(changed(path, events=events), "aaaa", LOG).facts[0] == paused(1)

    @pytest.mark.parametrize(
        "meta", [{"format": 2, "writer": "aaaa", "log": LOG, "number": 1}, {"format": 2, "other": []}]
    )
    def test_a_newer_form_of_file_is_left_to_a_newer_lcterm(self, path: Path, meta: dict[str, Any]) -> None:
        with pytest.raises(Unreadable, match="a newer lcterm wrote it") as unreadable:
            decode_segment(changed(path, meta={"1": meta}), "aaaa", LOG)
        assert unreadable.value.newer


def test_hostile_words_are_harmless_once_read(path: Path) -> None:
    content = path.read_bytes().replace("Übung".encode(), b"\\u001b[2J\\ud800\xe2\x80\xae\xc2\x9b\\n")
    event = decode_segment(content, "aaaa", LOG).facts[1].event
    assert isinstance(event, CaptureWritten)
    assert event.words.text == "\ufffd[2J\ufffd\ufffd\ufffd\ufffd 日本"
    content = path.read_bytes().replace(b'"actor":"actor"', b'"actor":"a\\u0007"')
    assert decode_segment(content, "aaaa", LOG).facts[0] == Fact(1001, "aaaa", 1, 1001, "a\ufffd", ClockPaused())
