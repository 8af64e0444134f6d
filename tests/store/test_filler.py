"""Segments fill one after another, and a full one rests."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.store.entry import BYTES_MAX, entry_of
from lcterm.store.filler import SegmentFiller
from tests.store.disk import FULL, Disk
from tests.store.making import LOG, paused, stock, store, written


def test_a_file_holds_128_events_and_the_next_one_the_rest(folder: Path) -> None:
    paths = store(folder, [paused(seq) for seq in range(1, 301)])
    assert [path.name for path in paths] == ["aaaa.0001.json", "aaaa.0002.json", "aaaa.0003.json"]
    assert [len(stock(path)) for path in paths] == [128, 128, 44]
    assert [document.doc_id for path in paths for document in stock(path)] == list(range(1, 301))


def test_a_full_file_is_not_written_again(folder: Path, disk: Disk) -> None:
    filler = SegmentFiller(folder, LOG, "aaaa")
    for seq in range(1, 301):
        filler.put([entry_of(paused(seq))])
    written_to = [path.name for step, path in disk.steps if step == "replace"]
    assert written_to == ["aaaa.0001.json"] * 128 + ["aaaa.0002.json"] * 128 + ["aaaa.0003.json"] * 44


@given(
    sizes=st.lists(st.integers(0, 3000) | st.integers(BYTES_MAX // 3, BYTES_MAX + 3000), min_size=1, max_size=40),
    bunch=st.integers(1, 40),
)
def test_a_file_never_grows_beyond_256_kib_unless_a_single_event_does(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], bunch: int
) -> None:
    folder = tmp_path_factory.mktemp("log")
    entries = [entry_of(written(seq, "ä" * (size // 2))) for seq, size in enumerate(sizes, start=1)]
    filler = SegmentFiller(folder, LOG, "aaaa")
    while entries:
        entries = entries[filler.put(entries[:bunch]) :]
    seqs = []
    for path in sorted(folder.iterdir()):
        found = [document.doc_id for document in stock(path)]
        assert path.stat().st_size <= 262_144 or len(found) == 1
        assert len(found) <= 128
        seqs += found
    assert seqs == list(range(1, len(sizes) + 1))


def test_the_size_of_a_file_is_known_to_the_byte(folder: Path) -> None:
    filler = SegmentFiller(folder, LOG, "aaaa")
    path = folder / "aaaa.0001.json"
    filler.put([entry_of(paused(1))])
    before = path.stat().st_size
    entry = entry_of(written(2, "Übung"))
    filler.put([entry])
    assert path.stat().st_size - before == entry.size


def test_one_write_takes_all_that_fits(folder: Path, disk: Disk) -> None:
    filler = SegmentFiller(folder, LOG, "aaaa")
    filler.put([entry_of(paused(seq)) for seq in range(1, 101)])
    assert disk.names().count("replace") == 1
    assert filler.put([entry_of(paused(seq)) for seq in range(101, 201)]) == 28


def test_what_the_disk_refused_can_be_put_again(folder: Path, disk: Disk) -> None:
    filler = SegmentFiller(folder, LOG, "aaaa")
    filler.put([entry_of(paused(1))])
    disk.refuse["write"] = FULL
    for _ in range(3):
        with pytest.raises(OSError, match="No space"):
            filler.put([entry_of(paused(2)), entry_of(paused(3))])
    disk.refuse.clear()
    assert filler.put([entry_of(paused(2)), entry_of(paused(3))]) == 2
    assert [document.doc_id for document in stock(folder / "aaaa.0001.json")] == [1, 2, 3]
