"""However several writers' files arrive, everybody ends with the same facts in the same order."""

import itertools
import tempfile
from collections.abc import Iterable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lcterm.core.facts import Fact, place_of
from lcterm.store.durable import replace_file
from lcterm.store.entry import entry_of
from lcterm.store.filler import SegmentFiller
from lcterm.store.reader import LogReader
from lcterm.store.segment import Segment
from lcterm.store.union import Union
from tests.store.making import LOG, paused, written


def segment(*facts: Fact, rev: int = 0) -> Segment:
    return Segment(rev, facts)


def test_each_fact_is_new_once() -> None:
    union = Union()
    assert union.add("aaaa", segment(paused(1))) == [paused(1)]
    assert union.add("aaaa", segment(paused(1), paused(2))) == [paused(2)]
    assert union.add("aaaa", segment(paused(1), paused(2))) == []


def test_of_two_copies_the_higher_rev_counts_whichever_comes_first() -> None:
    words, struck = written(1, "please don't write that"), written(1, "")
    union = Union()
    assert union.add("aaaa", segment(words)) == [words]
    assert union.add("aaaa", segment(struck, rev=1)) == [struck]
    assert union.add("aaaa", segment(words)) == []
    assert union.at_odds() == 0
    assert Union().add("aaaa", segment(struck, rev=1)) == [struck]


def test_a_higher_rev_that_changed_nothing_brings_nothing_and_still_counts() -> None:
    union = Union()
    union.add("aaaa", segment(paused(1)))
    assert union.add("aaaa", segment(paused(1), rev=2)) == []
    assert union.add("aaaa", segment(written(1, "stale"), rev=1)) == []


def test_of_two_unlike_copies_of_one_rev_the_first_seen_counts_and_it_is_said() -> None:
    union = Union()
    union.add("aaaa", segment(written(1, "one")))
    assert union.add("aaaa", segment(written(1, "two"))) == []
    assert union.add("aaaa", segment(written(1, "two"))) == []
    assert union.at_odds() == 1


def test_missing_events_are_counted_by_writer_until_they_come() -> None:
    union = Union()
    union.add("aaaa", segment(paused(2), paused(5)))
    union.add("bbbb", segment(paused(1, "bbbb")))
    assert union.missing() == {"aaaa": 3}
    union.add("aaaa", segment(paused(1), paused(3)))
    assert union.missing() == {"aaaa": 1}
    union.add("aaaa", segment(paused(4)))
    assert union.missing() == {}


def test_an_event_that_only_a_newer_version_knows_has_arrived() -> None:
    union = Union()
    union.add("aaaa", Segment(0, (paused(1), paused(3)), unknown=(2,), unread=frozenset({2})))
    assert union.missing() == {}


@st.composite
def writers(draw: st.DrawFn) -> list[list[Fact]]:
    """The facts of some writers, whose clocks differ and often agree."""
    return [
        [
            paused(seq, writer, stamp) if small else replace(written(seq, "ä" * 60_000, writer), stamp=stamp)
            for seq, (stamp, small) in enumerate(
                draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9).map(bool)), min_size=1, max_size=20)),
                start=1,
            )
        ]
        for writer in draw(st.lists(st.sampled_from(["aaaa", "bbbb", "cccc", "dddd"]), min_size=1, unique=True))
    ]


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=place_of)


def versions(folder: Path, facts: list[Fact], bunches: list[int]) -> list[tuple[str, bytes]]:
    """Name and content of every file after each of the writer's writes, which take as many facts as `bunches` say."""
    filler = SegmentFiller(folder, LOG, facts[0].writer)
    entries = [entry_of(fact) for fact in facts]
    found: dict[tuple[str, bytes], None] = {}
    for bunch in itertools.cycle(bunches):
        if not entries:
            return list(found)
        entries = entries[filler.put(entries[:bunch]) :]
        found |= {(path.name, path.read_bytes()): None for path in sorted(folder.glob(f"{facts[0].writer}.*"))}
    raise AssertionError("bunches is empty")


@settings(max_examples=60)
@given(data=st.data(), all_facts=writers())
def test_any_interleaving_read_in_any_order_of_arrival_gives_the_same_facts(
    data: st.DataObject, all_facts: list[list[Fact]]
) -> None:
    expected = in_order(fact for facts in all_facts for fact in facts)
    bunches = data.draw(st.lists(st.integers(1, 7), min_size=1, max_size=4))
    with tempfile.TemporaryDirectory() as name:
        sent, log = Path(name) / "sent", Path(name) / "log"
        log.mkdir()
        written_in_turn = [version for facts in all_facts for version in versions(sent, facts, bunches)]
        reader = LogReader(log, LOG)
        seen: list[Fact] = []
        # Old versions may come after new ones; in the end everything has come.
        for name_of_file, content in [*data.draw(st.permutations(written_in_turn)), *dict(written_in_turn).items()]:
            replace_file(log / name_of_file, content)
            if data.draw(st.booleans()):
                seen += reader.poll(force=True)
        seen += reader.poll(force=True)
        assert in_order(seen) == expected
        assert reader.notices() == []
        assert in_order(LogReader(log, LOG).poll()) == expected
