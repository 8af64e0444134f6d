"""Writing is held for the picture that shows an act, and never for long."""

from pathlib import Path

import pytest

from lcterm.store import writer as writing
from lcterm.store.writer import Writer
from tests.store.disk import LONG_S, Ear
from tests.store.making import paused, seqs


def test_what_is_held_is_written_when_it_is_let_go(
    writer: Writer, folder: Path, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "HELD_S", LONG_S)
    writer.hold()
    writer.append(paused(1))
    assert not writer.flush(0.02)
    assert ear.saved == []
    writer.let_go()
    assert writer.flush(LONG_S)
    assert seqs(folder) == [1]


def test_nobody_has_to_let_it_go(writer: Writer, folder: Path) -> None:
    writer.hold()
    writer.append(paused(1))
    assert writer.flush(LONG_S)
    assert seqs(folder) == [1]


def test_a_close_waits_for_no_picture(writer: Writer, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "HELD_S", LONG_S)
    writer.hold()
    writer.append(paused(1))
    assert writer.close(LONG_S) == []
    assert seqs(folder) == [1]
