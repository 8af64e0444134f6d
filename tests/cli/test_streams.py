"""Names in any script, whatever the console's code page: piped as UTF-8, shown with ? where there is no sign."""

import io
import os
import subprocess
import sys

import pytest

from lcterm.cli.main import main
from lcterm.cli.streams import speak_any_text
from lcterm.documents import handing_on
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.terminal_line import environment


class Console(io.TextIOWrapper):
    """A console with a code page of its own."""

    def isatty(self) -> bool:
        return True


def test_what_is_piped_is_utf_8_whatever_the_code_page(shell: Shell, clock: TestClock) -> None:
    shell.answer("new", "山田 and Zoë", "--members", "-", stdin="Zoë\n山田\n")
    done = subprocess.run(
        clock.argv("members", "--json"),
        capture_output=True,
        env=environment({"PYTHONIOENCODING": "cp1252"}),
        check=True,
    )
    assert "山田" in done.stdout.decode("utf-8")


def test_a_console_shows_a_question_mark_for_what_it_has_no_sign_for(
    shell: Shell, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.answer("new", "Bees", "--members", "-", stdin="Zoë\n山田\n")
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Console(shown, "cp437"))
    monkeypatch.setattr(sys, "stderr", Console(io.BytesIO(), "cp437"))
    assert main(["members"], clock) == 0
    sys.stdout.flush()
    assert "Zoë" in shown.getvalue().decode("cp437")
    assert "??" in shown.getvalue().decode("cp437")


def test_streams_that_are_no_files_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    held = io.StringIO()
    monkeypatch.setattr(sys, "stdout", held)
    speak_any_text()
    assert sys.stdout is held


def test_without_a_terminal_device_there_is_none_to_write_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows knows neither the device nor the flag."""

    def opened(path: str, flags: int) -> int:
        raise FileNotFoundError(path)

    monkeypatch.delattr(os, "O_NOCTTY")
    monkeypatch.setattr(os, "open", opened)
    assert handing_on.terminal_of({"TERM": "xterm"}) is None
