"""Names in a file's bytes, taken out by what the tombstones name, with everything else left as it was."""

import json
from pathlib import Path

import pytest

from lcterm.core.community_events import MemberRenamed, MembersJoined, NewMember, RulesAgreed
from lcterm.core.erasure import Gone
from lcterm.core.events import AnyEvent
from lcterm.core.facts import Fact
from lcterm.store.segment import decode_segment
from lcterm.store.words import cleared_event, events_in, rewritten, words_in
from tests.store.making import LOG, paused, store

NAME = "aaaa.0001.json"
ZOE = Gone(people=frozenset({"p1"}), texts={("aaaa", 4): {"rules.1": ((9, "b", 1), "someone rings")}})


@pytest.fixture
def content(folder: Path) -> bytes:
    """A file of `aaaa`: 2 and 3 hold a name, 4 a rule with it."""
    joined = MembersJoined(
        members=(NewMember(person="p1", name="Zoë", area="visits"), NewMember(person="p2", name="Ben", area="letters"))
    )
    events: dict[int, AnyEvent] = {
        2: joined,
        3: MemberRenamed(person="p1", name="Zoë B"),
        4: RulesAgreed(rules=("Listen", "Zoë rings")),
    }
    facts = [paused(1), *(Fact(1000 + seq, "aaaa", seq, 1000, "actor", event) for seq, event in events.items())]
    return store(folder, facts)[0].read_bytes()


def test_names_go_and_all_else_stays(content: bytes) -> None:
    found = words_in(content, NAME, ZOE)
    assert found is not None
    assert (found.captures, found.writer, found.actor) == (frozenset(), "aaaa", "actor")
    after = rewritten(content, NAME, ZOE, 2)
    assert "Zo" not in after.decode()
    assert words_in(after, NAME, ZOE) is None
    before = json.loads(content)
    before["meta"]["1"]["rev"] = 2
    before["events"]["2"]["event"]["members"][0] = {"person": "p1", "name": ""}
    before["events"]["3"]["event"]["name"] = ""
    before["events"]["4"]["event"]["rules"][1] = "someone rings"
    assert json.loads(after) == before
    assert len(decode_segment(after, "aaaa", LOG).facts) == 4


def test_other_people_s_files_are_not_looked_into_twice(content: bytes) -> None:
    assert words_in(content, NAME, Gone(people=frozenset({"p3"}))) is None
    assert words_in(content, NAME, Gone(texts={("bbbb", 4): {"rules.1": ((9, "b", 1), "x")}})) is None
    assert words_in(content, "other.0001.json", ZOE) is not None  # the file's own word counts


def test_every_beginning_of_a_file_is_cleared(content: bytes) -> None:
    for length in range(len(content)):
        torn = content[:length]
        if b"Zo" in torn:
            after = rewritten(torn, NAME, ZOE, 1)
            assert b"Zo" not in after
            assert words_in(after, NAME, ZOE) is None


def test_bad_bytes_in_a_name_do_not_hide_it(content: bytes) -> None:
    after = rewritten(content.replace("ë".encode(), b"\xff"), NAME, ZOE, 1)
    assert b"Zo" not in after
    assert b"Ben" in after


def test_an_event_nested_without_end_leaves_nothing() -> None:
    deep = b'{"kind":"MemberRenamed","person":"p1","x":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    assert bytes(cleared_event(deep, "aaaa", "1", ZOE) or b"") == b'{"kind":"Erased"}'


def test_events_are_read_as_they_are_stored(content: bytes) -> None:
    events = events_in(content, NAME)
    assert events is not None
    assert [identity for identity, _ in events] == [("aaaa", 1), ("aaaa", 2), ("aaaa", 3), ("aaaa", 4)]
    assert events[3][1] == {"kind": "RulesAgreed", "rules": ["Listen", "Zoë rings"]}
    assert events_in(content[:-3], NAME) is None
    assert events_in(b'{"meta":{},"events":{"x":3,"1":{"event":[]}}}', NAME) == []
