"""Fixtures for the tests of the store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lcterm.store.reader import LogReader
from lcterm.store.writer import Writer
from tests.store.disk import LONG_S, Disk, Ear
from tests.store.making import LOG, Seconds


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """The disk, with somebody watching it."""
    return Disk(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A log's folder, not yet made."""
    return tmp_path / "communities" / "c" / "sessions" / LOG


@pytest.fixture
def seconds() -> Seconds:
    """The reader's clock."""
    return Seconds()


@pytest.fixture
def reader(folder: Path, seconds: Seconds) -> LogReader:
    """A reader of the folder."""
    return LogReader(folder, LOG, monotonic=seconds)


@pytest.fixture
def ear() -> Ear:
    """Hears what the writer says."""
    return Ear()


@pytest.fixture
def writer(folder: Path, ear: Ear) -> Iterator[Writer]:
    """A writer that tries again only when there is something new."""
    writer = Writer(folder, LOG, "aaaa", ear.on_saved, ear.on_trouble, retry_s=3600)
    yield writer
    writer.close(LONG_S)
