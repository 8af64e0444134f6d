"""The clipboard: nothing is claimed that is not known."""

import base64
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pyperclip  # type: ignore[import-untyped]
import pytest

from lcterm.documents.clipboard import SEQUENCE_MAX, Copied, copy, said

TEXT = "# Größe 李\n\n- one\n"


class Desktop:
    """A clipboard that works."""

    def __init__(self) -> None:
        self.held = "what was there before"

    def copy(self, text: str) -> None:
        self.held = text

    def paste(self) -> str | None:
        return self.held


class Terminal:
    """Keeps what it was sent."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    def __call__(self, sequence: str) -> None:
        self.taken.append(sequence)


class NoDisplay(Desktop):
    def copy(self, text: str) -> None:
        raise pyperclip.PyperclipException("could not find a copy/paste mechanism")


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Callable[[Desktop], None]:
    """Puts a desktop in the place of pyperclip's."""

    def put(desktop: Desktop) -> None:
        monkeypatch.setattr(pyperclip, "copy", desktop.copy)
        monkeypatch.setattr(pyperclip, "paste", desktop.paste)

    return put


def test_a_clipboard_that_works_is_known_to(install: Callable[[Desktop], None]) -> None:
    desktop = Desktop()
    install(desktop)
    assert copy(TEXT, None) == Copied(pyperclip=True, osc52=False, handed=True)
    assert desktop.held == TEXT


def test_without_a_display_nothing_is_claimed(install: Callable[[Desktop], None]) -> None:
    install(NoDisplay())
    assert copy(TEXT, None) == Copied(pyperclip=False, osc52=False, why="no clipboard here")


@pytest.mark.parametrize("problem", [OSError(2, "xclip"), ValueError("bytes"), AssertionError(), Exception("WSL")])
def test_however_it_fails_it_fails_quietly(install: Callable[[Desktop], None], problem: Exception) -> None:
    class Broken(Desktop):
        def copy(self, text: str) -> None:
            raise problem

    install(Broken())
    assert copy(TEXT, None).why == "no clipboard here"


def test_without_pyperclip_there_is_no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyperclip", None)
    assert copy(TEXT, None).why == "no clipboard here"


def test_one_that_hangs_is_left_behind_in_time(install: Callable[[Desktop], None]) -> None:
    release = threading.Event()

    class Hanging(Desktop):
        def copy(self, text: str) -> None:
            release.wait()

    install(Hanging())
    copied = copy(TEXT, None, 0.01)
    left = [thread for thread in threading.enumerate() if thread.name == "clipboard"]
    release.set()
    for thread in left:
        thread.join()
    assert copied == Copied(pyperclip=False, osc52=False, why="the clipboard did not answer within 0.01 s")
    assert [thread.daemon for thread in left] == [True]


@pytest.mark.parametrize("there", ["something else", "", None])
def test_one_that_lies_is_found_out(install: Callable[[Desktop], None], there: str | None) -> None:
    class Lying(Desktop):
        def paste(self) -> str | None:
            return there

    install(Lying())
    assert copy(TEXT, None) == Copied(pyperclip=False, osc52=False, why="the clipboard did not take it")


def test_one_that_cannot_be_asked_back_is_not_known(install: Callable[[Desktop], None]) -> None:
    class Mute(Desktop):
        def paste(self) -> str | None:
            raise OSError("no wl-paste")

    install(Mute())
    assert copy(TEXT, None) == Copied(pyperclip=False, osc52=False, handed=True)
    install(Desktop())
    assert copy(TEXT, None, paste_back=False) == Copied(pyperclip=False, osc52=False, handed=True)


@pytest.mark.parametrize("there", [TEXT.replace("\n", "\r\n"), TEXT.rstrip("\n"), "\ufeff" + TEXT])
def test_its_own_line_ends_are_no_lie(install: Callable[[Desktop], None], there: str) -> None:
    class Windows(Desktop):
        def paste(self) -> str | None:
            return there

    install(Windows())
    assert copy(TEXT, None).pyperclip


def test_the_terminal_is_sent_the_text(install: Callable[[Desktop], None]) -> None:
    install(NoDisplay())
    terminal = Terminal()
    assert copy(TEXT, terminal) == Copied(pyperclip=False, osc52=True)
    (sequence,) = terminal.taken
    assert sequence.startswith("\x1b]52;c;")
    assert sequence.endswith("\x07")
    assert base64.b64decode(sequence[7:-1], validate=True).decode() == TEXT


def test_both_are_used_where_there_are_both(install: Callable[[Desktop], None]) -> None:
    install(Desktop())
    assert copy(TEXT, Terminal()) == Copied(pyperclip=True, osc52=True, handed=True)


def test_half_a_text_is_never_sent(install: Callable[[Desktop], None]) -> None:
    install(NoDisplay())
    terminal = Terminal()
    longest = "x" * (SEQUENCE_MAX // 4 * 3)
    assert copy(longest, terminal).osc52
    assert copy(longest + "x", terminal) == Copied(
        pyperclip=False, osc52=False, why="no clipboard here, and the text is too long for the terminal's"
    )
    assert len(terminal.taken) == 1


@pytest.mark.parametrize("problem", [OSError(5, "gone"), ValueError("I/O operation on closed file")])
def test_a_terminal_that_is_gone_was_sent_nothing(install: Callable[[Desktop], None], problem: Exception) -> None:
    def gone(sequence: str) -> None:
        raise problem

    install(NoDisplay())
    assert copy(TEXT, gone) == Copied(pyperclip=False, osc52=False, why="no clipboard here")


FILE = Path("summaries") / "one.md"


@pytest.mark.parametrize(
    ("copied", "line"),
    [
        (Copied(pyperclip=True, osc52=True, handed=True), f"Summary on the clipboard and in {FILE}."),
        (
            Copied(pyperclip=False, osc52=True, handed=True),
            f"Sent to the terminal's clipboard (it may not take it); it is in {FILE} for certain.",
        ),
        (
            Copied(pyperclip=False, osc52=False, handed=True),
            f"Handed to the clipboard (it could not be asked back); it is in {FILE} for certain.",
        ),
        (
            Copied(pyperclip=False, osc52=False, why="no clipboard here"),
            f"No clipboard here; the summary is in {FILE}.",
        ),
        (
            Copied(pyperclip=False, osc52=False, why="the clipboard did not answer within 2 s"),
            f"The clipboard did not answer within 2 s; the summary is in {FILE}.",
        ),
    ],
)
def test_what_is_said_is_what_is_known(copied: Copied, line: str) -> None:
    assert said(copied, FILE) == line


def test_without_a_file_that_is_said_too() -> None:
    assert said(Copied(pyperclip=True, osc52=False), None) == "Summary on the clipboard; it is in no file."
    assert said(Copied(pyperclip=False, osc52=True), None).endswith("(it may not take it); it is in no file.")
    assert said(Copied(pyperclip=False, osc52=False, why="no clipboard here"), None, "invitation") == (
        "No clipboard here; the invitation is in no file either."
    )


def test_a_strange_file_name_drives_no_terminal() -> None:
    assert "\x1b" not in said(Copied(pyperclip=True, osc52=False), Path("a\x1b[2Jb.md"))


def test_pyperclip_is_imported_only_when_used() -> None:
    code = "import sys, lcterm.documents.clipboard; sys.exit('pyperclip' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
