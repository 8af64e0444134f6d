"""The thread that reads keys sleeps until one comes, hands on all that comes, and ends when it is told."""

import os
import selectors
import threading
from collections.abc import Iterator
from contextlib import suppress
from queue import SimpleQueue

import pytest
from textual.driver import Driver
from textual.events import Key, Paste
from textual.message import Message

from lcterm.ui.driver import EndsSleep, QuietTerminal, quieter

PATIENCE = 10.0


class Typed(QuietTerminal):
    """A terminal on which nobody draws, and what comes out of it."""

    def __init__(self, fileno: int) -> None:
        """No app, no screen: only what the thread asks for."""
        self.fileno, self._debug, self.exit_event = fileno, False, EndsSleep()
        self._writer_thread = None
        self._key_thread = threading.Thread(target=self.run_input_thread)
        self.came: SimpleQueue[Message] = SimpleQueue()

    def process_message(self, message: Message) -> None:
        self.came.put(message)


class Terminal:
    """Both ends: where keys are typed, and the thread that reads them."""

    def __init__(self) -> None:
        self._read, self.keyboard = os.pipe()
        self.driver = Typed(self._read)
        self.begins()

    def begins(self) -> None:
        self.driver._key_thread = self.thread = threading.Thread(target=self.driver.run_input_thread)
        self.thread.start()

    def types(self, *pieces: bytes) -> None:
        for piece in pieces:
            os.write(self.keyboard, piece)

    def key(self) -> str:
        message = self.driver.came.get(timeout=PATIENCE)
        assert isinstance(message, Key)
        return message.key

    def ended(self) -> bool:
        self.driver.exit_event.set()
        self.thread.join(PATIENCE)
        return not self.thread.is_alive()

    def close(self) -> None:
        self.driver.close()
        for end in (self._read, self.keyboard):
            with suppress(OSError):  # a test has hung up
                os.close(end)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[float | None]:
    """How long each look for something to read was to last at most."""
    asked: list[float | None] = []

    class Counting(selectors.SelectSelector):
        def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
            asked.append(timeout)
            return super().select(timeout)

    monkeypatch.setattr(selectors, "SelectSelector", Counting)
    return asked


@pytest.fixture
def terminal(looks: list[float | None]) -> Iterator[Terminal]:
    terminal = Terminal()
    yield terminal
    terminal.close()


def test_it_looks_once_for_each_that_comes_and_no_more(terminal: Terminal, looks: list[float | None]) -> None:
    for letter in ("a", "b"):
        terminal.types(letter.encode())
        assert terminal.key() == letter
    assert terminal.ended()
    assert looks in ([None] * 3, [None] * 4), "one more where it was back at that before it was told"


def test_an_escape_alone_is_a_key_once_nothing_follows(terminal: Terminal, looks: list[float | None]) -> None:
    terminal.types(b"\x1b")
    assert terminal.key() == "escape"
    terminal.types(b"\x1b[A")
    assert terminal.key() == "up"
    assert terminal.ended()
    assert any(timeout is not None for timeout in looks)
    assert looks[-1] is None, "asleep again"


def test_a_letter_that_comes_in_two_halves_is_one(terminal: Terminal) -> None:
    terminal.types(b"\xc3")
    terminal.types(b"\xa9")
    assert terminal.key() == "é"


def test_what_is_pasted_comes_whole(terminal: Terminal) -> None:
    text = "a long line\r" * 3000
    terminal.types(b"\x1b[200~", *(text[at : at + 4000].encode() for at in range(0, len(text), 4000)), b"\x1b[201~")
    pasted = terminal.driver.came.get(timeout=PATIENCE)
    assert isinstance(pasted, Paste)
    assert pasted.text == text


def test_what_was_typed_before_the_end_is_read(terminal: Terminal) -> None:
    terminal.driver.exit_event.set()
    terminal.thread.join(PATIENCE)
    terminal.types(b"abc")
    terminal.begins()
    assert [terminal.key() for _ in "abc"] == ["a", "b", "c"]
    terminal.thread.join(PATIENCE)
    assert not terminal.thread.is_alive()


def test_told_to_end_it_ends_also_while_it_waits_for_more(terminal: Terminal) -> None:
    terminal.types(b"\x1b")
    assert terminal.ended()


def test_an_input_that_has_ended_is_not_asked_again_and_again(terminal: Terminal, looks: list[float | None]) -> None:
    terminal.types(b"a")
    os.close(terminal.keyboard)
    assert terminal.key() == "a"
    assert terminal.ended()
    assert len(looks) <= 4


def test_what_is_no_text_ends_nothing(terminal: Terminal) -> None:
    """As from a terminal that speaks Latin-1."""
    terminal.types(b"\xe9", b"a")
    keys = [terminal.key(), terminal.key()]
    assert keys[-1] == "a"


def test_once_it_is_closed_nobody_reads_and_nothing_is_left_open(terminal: Terminal) -> None:
    ends = terminal.driver.exit_event
    assert isinstance(ends, EndsSleep)
    terminal.driver.close()
    assert not terminal.thread.is_alive()
    with pytest.raises(OSError):
        os.fstat(ends.file)
    terminal.driver.close()  # twice, as on the way out


def test_after_the_end_it_can_begin_again_as_after_ctrl_z(terminal: Terminal) -> None:
    terminal.driver.close()
    terminal.driver.exit_event = EndsSleep()
    terminal.begins()
    terminal.types(b"z")
    assert terminal.key() == "z"


def test_told_to_end_before_it_began_it_does_not_begin(terminal: Terminal) -> None:
    terminal.driver.close()
    terminal.begins()
    terminal.thread.join(PATIENCE)
    assert not terminal.thread.is_alive()


def test_what_fails_there_is_told_as_on_any_thread(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing() -> None:
        raise ValueError("no such key")

    monkeypatch.setattr(terminal.driver, "run_input_thread", failing)
    with pytest.raises(ValueError, match="no such key"):
        terminal.driver._run_input_thread()


def test_only_the_terminal_is_read_this_way() -> None:
    assert quieter(QuietTerminal.__mro__[1]) is QuietTerminal
    assert quieter(Driver) is Driver  # type: ignore[type-abstract]
