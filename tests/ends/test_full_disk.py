"""A disk that takes nothing more: it is said, the hour goes on, and nothing typed is lost, even on leaving."""

import contextlib
import resource
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.ends.ending import decide, ends, hands, texts
from tests.terminal import Terminal


@pytest.fixture
def mounted(home: Path) -> Iterator[Path]:
    """The home is a disk of its own, of a quarter of a mebibyte."""
    home.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k,mode=700", "lcterm-test", str(home)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    yield home
    subprocess.run(["umount", "--lazy", str(home)], check=True)


def last_words(board: Terminal) -> str:
    """What the program said at its very end, however the terminal broke the line."""
    return board.raw.decode()[board.raw.decode().rindex("lcterm: ") :].strip()


def waits_to_be_saved(board: Terminal, reason: str, changes: str) -> str:
    text = board.wait_for(f"Not saved yet: {reason}. {changes}; trying again.")
    assert text.split("\n")[0].strip().startswith("Not saved yet")
    return text


def work_on_while_nothing_is_saved(board: Terminal, shell: Shell, reason: str) -> None:
    """Everything goes on as before, and the header says how things stand."""
    board.send("h", "c")
    board.wait_for("Chidi has a hand up")
    waits_to_be_saved(board, reason, "1 change waits")
    decide(board, "Enough")
    waits_to_be_saved(board, reason, "2 changes wait")
    assert (hands(shell), texts(shell)) == (["Ben"], [])


def saved_at_last(board: Terminal, shell: Shell) -> None:
    """The header is as ever, and nothing is missing or there twice, now and after leaving."""
    board.wait_for(lambda text: text.split("\n")[0].startswith("  Peers"))
    assert (hands(shell), texts(shell)) == (["Ben", "Chidi"], ["Enough"])
    board.send("q", "q")
    assert ends(board) == (0, True)
    assert board.screen().strip() == ""
    assert (hands(shell), texts(shell)) == (["Ben", "Chidi"], ["Enough"])
    assert shell("check").status == 0


@pytest.mark.usefixtures("mounted")
def test_a_full_disk_is_said_and_nothing_typed_is_lost(board: Terminal, shell: Shell, home: Path) -> None:
    filler = home / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass
    work_on_while_nothing_is_saved(board, shell, "the disk is full")
    filler.unlink()
    saved_at_last(board, shell)


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux lets us limit another program")
def test_a_disk_that_takes_nothing_more_is_said_and_nothing_typed_is_lost(board: Terminal, shell: Shell) -> None:
    _, most = resource.prlimit(board.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    work_on_while_nothing_is_saved(board, shell, "the disk answered “File too large”")
    resource.prlimit(board.pid, resource.RLIMIT_FSIZE, (most, most))
    saved_at_last(board, shell)


@pytest.fixture
def gone(board: Terminal, home: Path) -> Path:
    """The log's folder, with a file in its place until `back` brings it back."""
    (log,) = home.glob("communities/*/sessions/*")
    log.rename(home / "away")
    log.touch()
    return log


def back(log: Path, home: Path) -> None:
    """The folder is there again."""
    log.unlink()
    (home / "away").rename(log)


def test_what_is_unsaved_on_leaving_is_kept_elsewhere_and_can_be_copied_back(
    board: Terminal, shell: Shell, home: Path, gone: Path, spare: Path
) -> None:
    board.send("h", "c")
    board.wait_for("Not saved yet: .* 1 change waits")
    decide(board, "Enough")
    board.send("q", "q")
    assert ends(board) == (1, True)
    board.wait_exit()
    assert board.left_on() == []
    (kept,) = spare.glob("lcterm-kept-*/*.json")
    assert last_words(board) == (
        f"lcterm: {gone} cannot be written; what was not saved is in {kept}: copy it into that folder, nothing is lost"
    )
    back(gone, home)
    assert (hands(shell), texts(shell)) == (["Ben"], [])
    shutil.copy(kept, gone)
    assert (hands(shell), texts(shell)) == (["Ben", "Chidi"], ["Enough"])
    assert shell("check").status == 0


@pytest.mark.parametrize("stalled", [False, True])
def test_a_signal_keeps_what_is_unsaved_elsewhere_too(
    board: Terminal, shell: Shell, home: Path, gone: Path, spare: Path, stalled: bool
) -> None:
    board.send("h", "c")
    board.wait_for("Not saved yet: .* 1 change waits")
    if stalled:
        board.stop_reading()
        for _ in range(100):
            board.send("v", "+")
    board.kill(signal.SIGTERM)
    code, soon = ends(board)
    assert soon
    assert code in (1, 128 + signal.SIGTERM)
    board.go_on_reading()
    board.wait_exit()
    assert board.left_on() == []
    (kept,) = spare.glob("lcterm-kept-*/*.json")
    assert str(kept) in last_words(board)
    back(gone, home)
    shutil.copy(kept, gone)
    assert hands(shell) == ["Ben", "Chidi"]


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux lets us limit another program")
def test_where_nothing_can_be_kept_at_all_it_is_said(board: Terminal, spare: Path) -> None:
    resource.prlimit(board.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    board.send("h", "c")
    board.wait_for("Not saved yet")
    board.send("q", "q")
    assert ends(board) == (1, True)
    board.wait_exit()
    assert "the last changes are lost" in last_words(board)
    assert board.left_on() == []
