"""What a start has made stays for the whole run, and is not looked through for garbage ever again.

A start makes a hundred thousand objects, and Python looks through them again and again as they come: a fifth of the
start; and all of them once more in the middle of an hour, a pause of many frames. So the console script lets Python
look seldom, until the first picture stands.
"""

import gc
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import ClassVar

from textual.app import ReturnType

from lcterm.ui.part_of_app import PartOfApp

SETTLED_SECONDS = 0.5
"""How long after the screen was made; by then its first picture stands, and everything of the start is there."""
USUAL = (700, 10, 10)
"""How often Python looks by itself."""


class Standing(PartOfApp[ReturnType]):
    """An app that goes back to clearing up as usual once its first picture stands."""

    SOON: ClassVar[Sequence[str]] = ()
    """Modules that no first picture needs, but the first key that does anything: a few ms, which are free then."""

    def on_mount(self) -> None:
        if gc.get_threshold() != USUAL:  # in a test nobody has changed it, and much that is there is garbage
            self.set_timer(SETTLED_SECONDS, partial(settled, self.SOON))


def settled(soon: Sequence[str] = ()) -> None:
    """These modules are there. What is there now stays; from here on what comes and goes is looked at as usual."""
    for module in soon:
        import_module(module)
    gc.freeze()
    gc.set_threshold(*USUAL)
