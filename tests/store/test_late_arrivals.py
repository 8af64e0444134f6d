"""Files that come late, in halves, in the wrong order or with impossible times: what is there counts, what is missing
is told, and all is mended when the rest arrives."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.store.reader import TROUBLED_SWEEP_S, LogReader
from tests.store.making import LOG, Seconds, paused, store

FACTS = 300


@pytest.fixture
def sent(tmp_path: Path) -> dict[str, bytes]:
    """Three files of one writer as they left the other laptop."""
    paths = store(tmp_path / "elsewhere", [paused(seq) for seq in range(1, FACTS + 1)])
    return {path.name: path.read_bytes() for path in paths}


def bring(folder: Path, name: str, content: bytes, at: float | None = None) -> None:
    """As a program that writes in place does."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    if at is not None:
        os.utime(folder / name, (at, at))


def test_the_second_file_before_the_first_is_shown_and_the_gap_told(
    folder: Path, reader: LogReader, sent: dict[str, bytes]
) -> None:
    first, second, third = sent
    bring(folder, second, sent[second])
    assert len(reader.poll(force=True)) == 128
    assert reader.notices() == ["waiting for 128 events"]
    bring(folder, third, sent[third])
    assert len(reader.poll(force=True)) == FACTS - 256
    bring(folder, first, sent[first])
    assert [fact.seq for fact in reader.poll(force=True)] == list(range(1, 129))
    assert reader.notices() == []


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
def test_a_part_of_a_file_is_told_and_read_when_it_is_whole(
    folder: Path, reader: LogReader, seconds: Seconds, sent: dict[str, bytes], share: float
) -> None:
    name, content = next(iter(sent.items()))
    bring(folder, name, content[: int(len(content) * share)])
    assert reader.poll() == []
    (told,) = reader.notices()
    assert told.startswith(
        f"{name} is not read: it is {'cut short or damaged' if int(len(content) * share) else 'empty'}"
    )
    seconds.now += TROUBLED_SWEEP_S  # the folder stands still while a file in it grows
    bring(folder, name, content)
    assert len(reader.poll()) == 128
    assert reader.notices() == []


@pytest.mark.parametrize("after", [b"", b'{"meta":{"1":', None])
def test_a_file_that_shrinks_or_goes_takes_nothing_away(
    folder: Path, reader: LogReader, sent: dict[str, bytes], after: bytes | None
) -> None:
    name, content = next(iter(sent.items()))
    bring(folder, name, content)
    assert len(reader.poll(force=True)) == 128
    if after is None:
        (folder / name).unlink()
    else:
        bring(folder, name, after)
    assert reader.poll(force=True) == []
    (told,) = reader.notices()
    assert "what was read before stands" in told
    bring(folder, name, content)
    assert reader.poll(force=True) == []
    assert reader.notices() == []


def test_an_older_state_of_a_file_takes_nothing_back(folder: Path, reader: LogReader, sent: dict[str, bytes]) -> None:
    name, content = next(iter(sent.items()))
    bring(folder, name, content)
    reader.poll(force=True)
    older = store(folder.parent / "older", [paused(seq) for seq in range(1, 5)])[0].read_bytes()
    bring(folder, name, older)
    assert reader.poll(force=True) == []
    assert reader.notices() == []


def test_a_rev_that_is_lower_than_one_that_was_seen_counts_for_nothing(
    folder: Path, reader: LogReader, sent: dict[str, bytes]
) -> None:
    name, content = next(iter(sent.items()))
    erased = content.replace(b'"rev":0', b'"rev":3').replace(b'{"kind":"ClockPaused"}', b'{"kind":"Erased"}', 1)
    assert erased.count(b"Erased") == 1
    bring(folder, name, erased)
    assert {type(fact.event).__name__ for fact in reader.poll(force=True)} == {"ClockPaused", "Erased"}
    bring(folder, name, content)
    assert reader.poll(force=True) == []
    assert reader.revs[name] == 3


@pytest.mark.parametrize("at", [0.0, 1.0, 946_684_800.0, 4_102_444_800.0])
def test_the_times_of_files_mean_nothing(
    folder: Path, reader: LogReader, seconds: Seconds, sent: dict[str, bytes], at: float
) -> None:
    first, second, _ = sent
    bring(folder, first, sent[first], at)
    assert len(reader.poll()) == 128
    seconds.now += 60
    bring(folder, second, sent[second], at)
    os.utime(folder, (at, at))
    assert len(reader.poll()) == 128
    bring(folder, second, sent[second][:-1] + b" }", at)
    seconds.now += 60
    assert reader.poll() == []
    assert reader.notices() == []


@given(st.permutations(range(3)), st.lists(st.tuples(st.integers(0, 2), st.floats(0, 1)), max_size=8))
def test_whatever_comes_when_in_the_end_all_is_there_once(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], before: list[tuple[int, float]]
) -> None:
    top = tmp_path_factory.mktemp("late")
    paths = store(top / "elsewhere", [paused(seq) for seq in range(1, FACTS + 1)])
    folder = top / "log"
    folder.mkdir()
    reader = LogReader(folder, LOG)
    got: list[int] = []
    parts = [(paths[which], share) for which, share in before] + [(paths[which], 1.0) for which in order]
    for path, share in parts:
        content = path.read_bytes()
        (folder / path.name).write_bytes(content[: int(len(content) * share)])
        got += [fact.seq for fact in reader.poll(force=True)]
    assert sorted(got) == list(range(1, FACTS + 1))
    assert reader.notices() == []
