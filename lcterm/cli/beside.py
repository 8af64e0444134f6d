"""Whether there is a hub, and what carries to it and from it beside a run that lasts."""

from typing import TYPE_CHECKING

from lcterm.cli.context import Context
from lcterm.store.paths import Home

if TYPE_CHECKING:
    from lcterm.hub.beside import Beside

JOINED = "hub.json"


def has_hub(home: Home) -> bool:
    """Whether a community of this home is on a hub: one question to the file system."""
    return (home.private / JOINED).exists()


def beside(context: Context) -> "Beside | None":
    """What carries between the hub and a run with a screen; None where nothing is on a hub."""
    if not has_hub(context.home):
        return None
    from lcterm.hub.beside import Beside

    return Beside(context.home, context.environ, context.clock.now)
