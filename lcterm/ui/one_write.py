"""A picture is one write.

Textual hands a picture on in three: its begin, its cells, its end; each wakes the thread that writes, which takes the
place of the one that draws twice too often.
"""

from typing import TYPE_CHECKING

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.app import ReturnType
from textual.driver import Driver

from lcterm.ui.part_of_app import PartOfApp

if TYPE_CHECKING:
    from textual.drivers.linux_driver import LinuxDriver
else:
    try:
        from textual.drivers.linux_driver import LinuxDriver
    except ImportError:  # Windows has its own
        LinuxDriver = Driver


class WholePictures(LinuxDriver):
    """Textual's driver for a terminal, which keeps the begin of a picture until its end is there."""

    _begun: str = ""

    def write(self, data: str) -> None:
        if data == SYNC_START:
            self._begun += data
        elif self._begun:
            self._begun += data
            if data == SYNC_END:
                picture, self._begun = self._begun, ""
                super().write(picture)
        else:
            super().write(data)


class OneWrite(PartOfApp[ReturnType]):
    """An app that writes pictures whole, where the terminal is one that Textual's own driver for it would serve."""

    def get_driver_class(self) -> type[Driver]:
        usual = super().get_driver_class()
        return WholePictures if usual is LinuxDriver else usual
