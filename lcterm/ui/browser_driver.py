"""Textual's driver for a browser, made to leave in order when whoever serves it is gone.

Textual's own goes on for ever when its input ends, and fails in the middle of a picture when nobody takes it. Browsers
keep some keys for their windows and tabs; keys of the top row stand for them here.
"""

import os
from functools import partial
from typing import Any

from textual import events, messages
from textual.app import App
from textual.drivers.web_driver import WebDriver
from textual.message import Message

from lcterm.ui.key_table import keys_of

STANDS_FOR = {"f10": "ctrl+n", "f12": "ctrl+t"}
"""The key that reaches us, and the one that a browser never lets through."""


class BrowserDriver(WebDriver):
    """A screen in a browser, behind `lcterm serve`."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._gone = False
        self._write = partial(self._write_whole, self.fileno)

    def process_message(self, message: Message) -> None:
        """A key that stands for another is that one, unless the facilitator gave it a meaning of its own. A size among
        the keys is none: the page's comes beside them, within bounds, and this one could be of any number of cells."""
        if isinstance(message, events.Resize):
            return
        if isinstance(message, events.Key) and (meant := STANDS_FOR.get(message.key)):
            own = keys_of(self._app).by_key(message.key)
            message = message if own else events.Key(meant, None)
        super().process_message(message)

    def run_input_thread(self) -> None:
        """Takes what comes until it ends; then nobody is there any more."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._leave()

    def _write_whole(self, descriptor: int, data: bytes) -> int:
        """Writes all of it: half a packet would make nonsense of every one after it."""
        rest = memoryview(data)
        while rest and not self._gone:
            try:
                rest = rest[os.write(descriptor, rest) :]
            except OSError:  # nobody takes it any more
                self._leave()
        return len(data)

    def _leave(self) -> None:
        self._gone = True
        self._app.post_message(messages.ExitApp())
