"""What was said on the way to a decision, found in a file's bytes and taken out; what happened stays."""

import json
from pathlib import Path

import pytest

from lcterm.core.erasure import Gone
from lcterm.core.events import AnyEvent, DecidingBegun, DecidingEnded, SuggestionMade, Words
from lcterm.core.facts import Fact
from lcterm.store.segment import decode_segment
from lcterm.store.words import cleared_event, rewritten, words_in
from tests.store.making import LOG, store

NAME = "aaaa.0001.json"
QUESTION, TEXT = 'Zoë asked "text":"" why?', 'Zoë said "question": null'
ALL = Gone(frozenset({"aaaa-1", "aaaa-2", "aaaa-3"}))


@pytest.fixture
def content(folder: Path) -> bytes:
    """A file in which something is decided, in words that look like JSON without any."""
    events: list[AnyEvent] = [
        DecidingBegun(way="lights", question=QUESTION),
        SuggestionMade(deciding="aaaa-1", text=TEXT, pair=("p1", "p2"), sort="must"),
        DecidingEnded(deciding="aaaa-1", outcome="decided", words=Words(kind="decision", text=TEXT), seat="p1"),
        DecidingEnded(deciding="bbbb-1", outcome="left"),
    ]
    facts = [Fact(1000 + seq, "aaaa", seq, 1000 + seq, "actor", event) for seq, event in enumerate(events, 1)]
    return store(folder, facts)[0].read_bytes()


def test_they_go_and_what_happened_stays(content: bytes) -> None:
    found = words_in(content, NAME, ALL)
    assert found is not None
    assert found.texts == (QUESTION, TEXT, TEXT)
    after = rewritten(content, NAME, ALL, 2)
    assert b"Zo" not in after
    assert {key: entry["event"] for key, entry in json.loads(after)["events"].items()} == {
        "1": {"kind": "DecidingBegun", "way": "lights", "question": ""},
        "2": {"kind": "SuggestionMade", "deciding": "aaaa-1", "text": "", "pair": ["p1", "p2"], "sort": "must"},
        "3": {"kind": "DecidingEnded", "deciding": "aaaa-1", "outcome": "decided", "seat": "p1"},
        "4": {"kind": "DecidingEnded", "deciding": "bbbb-1", "outcome": "left"},
    }
    assert decode_segment(after, "aaaa", LOG).damaged == 0
    assert words_in(after, NAME, ALL) is None


def test_only_what_is_named_goes(content: bytes) -> None:
    after = rewritten(content, NAME, Gone(frozenset({"aaaa-2"})), 2)
    events = [entry["event"] for entry in json.loads(after)["events"].values()]
    assert (events[0]["question"], events[1]["text"], events[2]["words"]["text"]) == (QUESTION, "", TEXT)


def test_of_a_torn_file_the_entries_go(content: bytes) -> None:
    torn = content[: content.rindex(b'"4"')]
    after = rewritten(torn, NAME, ALL, 2)
    assert b"Zo" not in after
    assert words_in(after, NAME, ALL) is None
    cleared = rewritten(content, NAME, ALL, 2)
    assert words_in(cleared[: cleared.rindex(b'"4"')], NAME, ALL) is None


@pytest.mark.parametrize(
    "raw",
    [
        b'{"kind":"SuggestionMade","text":{"odd":"secret"}}',
        b'{"kind":"SuggestionMade","deciding":"d","text":"secret","sort":"never"}',
        b'{"kind":"DecidingEnded","words":["secret"]}',
        b'{"kind":"DecidingBegun","question" : "secret"}',
    ],
)
def test_of_a_damaged_one_nothing_is_left(raw: bytes) -> None:
    assert bytes(cleared_event(raw, "aaaa", "1", ALL) or b"") == b'{"kind":"Erased"}'


def test_what_a_newer_lcterm_says_beside_the_words_goes_with_them() -> None:
    raw = b'{"kind":"SuggestionMade","deciding":"d","text":"secret","gist":"secret"}'
    after = bytes(cleared_event(raw, "aaaa", "1", ALL) or b"")
    assert json.loads(after) == {"kind": "SuggestionMade", "deciding": "d", "text": ""}
