"""The terminal on Linux and macOS: a picture is one write, and the thread that reads keys sleeps until one comes.

Textual hands a picture on in three: its begin, its cells, its end; each wakes the thread that writes, which takes the
place of the one that draws twice too often. And its thread that reads looks ten times a second whether there is
something, which is a third of all that a board does while nobody touches it.
"""

import os
import selectors
import time
from codecs import getincrementaldecoder
from collections.abc import Iterable
from threading import Event
from typing import TYPE_CHECKING, Any

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._xterm_parser import XTermParser
from textual.app import App, ReturnType
from textual.driver import Driver
from textual.message import Message

from lcterm.ui.part_of_app import PartOfApp

if TYPE_CHECKING:
    from textual.drivers.linux_driver import LinuxDriver
else:
    try:
        from textual.drivers.linux_driver import LinuxDriver
    except ImportError:  # Windows has its own
        LinuxDriver = Driver

TURN_SECONDS = 0.0003
"""How long whoever draws stands back behind a picture, for the thread that writes it: what comes next can wait, and the
two would take turns of half a millisecond, with the picture in pieces between them."""

ONLY_TELLS = "\x1b]"
"""How what is written begins that draws nothing."""

UNFINISHED_SECONDS = 0.1
"""How often to look whether an escape was all that comes, while it is not known."""

READ_BYTES = 4096

END_SECONDS = 1.0
"""How long to wait at most for whoever reads keys to be done with the last of them."""


class EndsSleep(Event):
    """An event that ends the sleep of whoever waits for a file as well: `file` has something to read once it is set."""

    def __init__(self) -> None:
        super().__init__()
        self.file, self._told = os.pipe()

    def set(self) -> None:
        if not self.is_set():
            super().set()
            os.write(self._told, b"\0")

    def clear(self) -> None:
        if self.is_set():
            os.read(self.file, 1)
            super().clear()

    def close(self) -> None:
        """Nobody waits any more."""
        os.close(self.file)
        os.close(self._told)


class QuietTerminal(LinuxDriver):
    """Textual's driver for a terminal, which keeps the begin of a picture until its end is there, and sleeps."""

    _begun: str = ""
    written: int = 0
    """How often something was written that may draw: the shape of a pointer, a title or a copy does not."""

    @property
    def keeps_up(self) -> bool:
        """Whether the terminal has taken all that was written, but for the last of it."""
        return self._writer_thread is not None and self._writer_thread._queue.empty()

    def write(self, data: str) -> None:
        if data == SYNC_START:
            self._begun += data
        elif self._begun:
            self._begun += data
            if data == SYNC_END:
                picture, self._begun = self._begun, ""
                self.written += 1
                super().write(picture)
                time.sleep(TURN_SECONDS)
        else:
            self.written += not data.startswith(ONLY_TELLS)
            super().write(data)

    def _sigcont_application(self, *told: object) -> None:
        if self._must_signal_resume:  # a shell that lets it go on says so also where it never stopped
            super()._sigcont_application(*told)

    def start_application_mode(self) -> None:
        self._end_reading()
        self.exit_event: Event = EndsSleep()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def close(self) -> None:
        super().close()
        self._end_reading()

    def _end_reading(self) -> None:
        """Whoever reads keys stops; nothing happens where nobody does."""
        if isinstance(self.exit_event, EndsSleep):
            self.exit_event.set()
            if self._key_thread is not None:
                self._key_thread.join(END_SECONDS)
            if self._key_thread is None or not self._key_thread.is_alive():
                self.exit_event.close()
                self.exit_event = Event()

    def _run_input_thread(self) -> None:
        # What fails here is told as on any other thread (`ui/crashing.py`): Textual would end without a word.
        self.run_input_thread()

    def run_input_thread(self) -> None:
        """Hand on what is typed, until the event to exit is set; what is no UTF-8 is U+FFFD. An input that has ended is
        asked no more."""
        parser, decode = XTermParser(self._debug), getincrementaldecoder("utf-8")("replace").decode
        ends = self.exit_event
        if not isinstance(ends, EndsSleep):  # it was over before it began
            return
        with selectors.SelectSelector() as selector:  # those of macOS that are quicker do not know terminals
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(ends.file, selectors.EVENT_READ)
            last = False
            while not last:
                last = ends.is_set()  # then what was typed by now is read, and no more
                unfinished = parser._timeout_time is not None
                ready = {key.fd for key, _ in selector.select(UNFINISHED_SECONDS if unfinished else None)}
                if self.fileno in ready:
                    typed = os.read(self.fileno, READ_BYTES)
                    if not typed:
                        selector.unregister(self.fileno)
                    elif text := decode(typed):
                        self._hand_on(parser.feed(text))
                self._hand_on(parser.tick())

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)


class AtTerminal(PartOfApp[ReturnType]):
    """An app that has this driver where the terminal is one that Textual's own for it would serve."""

    def get_driver_class(self) -> type[Driver]:
        return quieter(super().get_driver_class())


def keeps_up(app: App[Any]) -> bool:
    """Whether the terminal takes what is written to it, so that who draws does not have to wait; where nobody can tell,
    it may be that it does not."""
    return isinstance(app._driver, QuietTerminal) and app._driver.keeps_up


def quieter(usual: type[Driver]) -> type[Driver]:
    """What serves a terminal that Textual's own driver for one would serve; any other stays."""
    return QuietTerminal if usual is LinuxDriver else usual
