"""Words found in a file's bytes, and taken out of them, with everything else left as it was."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.erasure import Gone
from lcterm.core.events import CaptureEdited, Words
from lcterm.core.facts import Fact
from lcterm.store.segment import decode_segment
from lcterm.store.words import rev_of, rewritten, words_in
from tests.store.making import LOG, paused, store, written

NAME = "aaaa.0001.json"
TEXT = 'Zoë said "kind":"CaptureWritten" and {"9":{"event":'


@pytest.fixture
def content(folder: Path) -> bytes:
    """A file of `aaaa`: 2 and 4 hold words, 5 those of another writer's capture."""
    mended = CaptureEdited(capture="bbbb-7", words=Words(kind="learning", text="mended"))
    facts = [paused(1), written(2, TEXT), paused(3), written(4, "kept"), Fact(1005, "aaaa", 5, 1005, "actor", mended)]
    return store(folder, facts)[0].read_bytes()


def captures(content: bytes, *struck: str, name: str = NAME) -> set[str]:
    found = words_in(content, name, Gone(frozenset(struck)))
    return set(found.captures) if found else set()


def test_words_are_found_by_whose_they_are(content: bytes) -> None:
    assert captures(content, "aaaa-2", "bbbb-7", "aaaa-9", "cccc-2") == {"aaaa-2", "bbbb-7"}
    found = words_in(content, NAME, Gone(frozenset({"aaaa-2", "bbbb-7"})))
    assert found is not None
    assert (found.texts, found.writer, found.actor) == ((TEXT, "mended"), "aaaa", "actor")
    assert words_in(content, NAME, Gone(frozenset({"aaaa-1"}))) is None


def test_they_go_and_all_else_stays(content: bytes) -> None:
    after = rewritten(content, NAME, Gone(frozenset({"aaaa-2", "bbbb-7"})), 3)
    assert captures(after, "aaaa-2", "bbbb-7") == set()
    assert b"Zo" not in after
    before = json.loads(content)
    for seq in ("2", "5"):
        before["events"][seq]["event"] = {"kind": "Erased"}
    before["meta"]["1"]["rev"] = 3
    assert json.loads(after) == before
    assert rev_of(after) == 3
    assert decode_segment(after, "aaaa", LOG).damaged == 0


def test_what_only_a_newer_lcterm_knows_stays_and_its_words_go(content: bytes) -> None:
    tables = json.loads(content)
    tables["future"] = {"1": {"mood": "calm"}}
    tables["events"]["1"]["event"] = {"kind": "CaptureSung", "song": "la"}
    tables["events"]["2"] |= {"v": 2, "about": "la"}
    after = json.loads(rewritten(json.dumps(tables).encode(), NAME, Gone(frozenset({"aaaa-2"})), 1))
    assert after["future"] == tables["future"]
    assert after["events"]["1"] == tables["events"]["1"]
    assert after["events"]["2"] == {
        "stamp": 1002,
        "at": 1002,
        "actor": "actor",
        "v": 1,
        "event": {"kind": "Erased"},
    }


def test_other_spacing_escapes_and_order_of_keys_are_read_alike(content: bytes) -> None:
    other = json.dumps(json.loads(content), indent=2, sort_keys=True).encode()
    assert captures(other, "aaaa-2", "bbbb-7") == {"aaaa-2", "bbbb-7"}
    assert b"Zo" not in rewritten(other, NAME, Gone(frozenset({"aaaa-2"})), 1)


def test_the_file_s_own_word_counts_and_not_its_name(content: bytes) -> None:
    assert captures(content, "aaaa-2", name="bbbb.0001.json") == {"aaaa-2"}
    assert captures(content, "bbbb-2", name="bbbb.0001.json") == set()


def test_every_beginning_of_a_file_can_be_cleared_of_them(content: bytes) -> None:
    for length in range(len(content)):
        torn = content[:length]
        if b"Zo" in torn:
            assert captures(torn, "aaaa-2") == {"aaaa-2"}
            after = rewritten(torn, NAME, Gone(frozenset({"aaaa-2"})), 1)
            assert b"Zo" not in after
            assert (b"kept" in after) == (b"kept" in torn)
        assert captures(torn, "aaaa-1") == set()


def test_a_file_with_damage_elsewhere_is_cleared_of_them(content: bytes) -> None:
    for damaged in (
        content + b"}",
        content.replace(b'"meta"', b'"mata"'),
        content.replace(b'"stamp":1003', b'"stamp":'),
    ):
        assert captures(damaged, "aaaa-2") == {"aaaa-2"}
        assert b"Zo" not in rewritten(damaged, NAME, Gone(frozenset({"aaaa-2"})), 1)


def test_bad_bytes_in_the_words_do_not_hide_them(content: bytes) -> None:
    bad = content.replace("ë".encode(), b"\xff")
    assert captures(bad, "aaaa-2") == {"aaaa-2"}
    after = rewritten(bad, NAME, Gone(frozenset({"aaaa-2"})), 1)
    assert b"Zo" not in after
    assert [fact.seq for fact in decode_segment(after, "aaaa", LOG).facts] == [1, 2, 3, 4, 5]


@given(noise=st.binary(max_size=300), data=st.data())
def test_no_bytes_are_too_odd(noise: bytes, data: st.DataObject) -> None:
    piece = b'{"meta":{"1":{"writer":"aaaa","rev":1}},"events":{"2":{"actor":"x","event":{"kind":"CaptureWritten"}}}}'
    cut = data.draw(st.integers(0, len(piece)))
    for odd in (noise, piece[:cut] + noise + piece[cut:], noise + piece):
        words_in(odd, NAME, Gone(frozenset({"aaaa-2"})))
        after = rewritten(odd, NAME, Gone(frozenset({"aaaa-2"})), 2)
        assert words_in(after, NAME, Gone(frozenset({"aaaa-2"}))) is None
        rev_of(odd)
