"""Stopped by a shell or the system, and gone on with: the shell gets its terminal, then the screen comes back whole.

Textual does this in the signal's handler, in the middle of whatever it was about: if that was a write, both wait for
each other for ever. After a shell's stop it draws nothing anew, and after a plain SIGSTOP it would read keys and write
pictures twice over, and never end. So here the handlers only ask, and the loop does it.
"""

import os
import signal
import sys
from types import FrameType

from textual.app import ReturnType
from textual.driver import Driver

from lcterm.ui.part_of_app import PartOfApp


class ComesBack(PartOfApp[ReturnType]):
    """An app that can be stopped and gone on with."""

    _stopping = False

    def on_mount(self) -> None:
        """From now on these signals are ours, where there are such and a terminal that they are about."""
        driver = self._driver
        if sys.platform == "win32" or driver is None or not driver.can_suspend:
            return

        def stop(number: int, frame: FrameType | None) -> None:
            self._ask(driver, stop=True)

        def go_on(number: int, frame: FrameType | None) -> None:
            if not self._stopping:  # by a plain SIGSTOP, of which nobody is told
                self._ask(driver, stop=False)

        signal.signal(signal.SIGTSTP, stop)
        signal.signal(signal.SIGCONT, go_on)

    def _ask(self, driver: Driver, *, stop: bool) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._hand_over, driver, stop)

    def _hand_over(self, driver: Driver, stop: bool) -> None:
        """Give the terminal to whoever had or wants it, and take it again when this program is in front once more."""
        if sys.platform == "win32" or self._exit:
            return
        self._stopping = True
        try:
            driver.suspend_application_mode()
            while stop or not _in_front(driver):
                os.kill(os.getpid(), signal.SIGSTOP)
                stop = False
            driver.resume_application_mode()
        finally:
            self._stopping = False
        self.refresh(layout=True)


def _in_front(driver: Driver) -> bool:
    """Whether the terminal is this program's to draw on; in the background it would be drawn over the shell's."""
    if sys.platform == "win32":
        return True
    try:
        return os.tcgetpgrp(getattr(driver, "fileno", 0)) == os.getpgrp()
    except OSError:  # it is no longer there, as will be found when it is written to
        return True
