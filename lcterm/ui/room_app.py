"""The room screen as a program of its own: a second process beside the board, on the projector."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from lcterm.core.clock import Clock
from lcterm.store.crashes import crash_lines
from lcterm.store.onlooker import Onlooker
from lcterm.store.paths import Home
from lcterm.store.settings import settings
from lcterm.store.shipped import shipped
from lcterm.ui.coming_back import ComesBack
from lcterm.ui.crashing import Quiet, run_quietly, say
from lcterm.ui.driver import AtTerminal
from lcterm.ui.screens.room import RoomScreen
from lcterm.ui.signals import leave_in_order
from lcterm.ui.standing import Standing
from lcterm.ui.theme import PALETTES, Themed, choose, obey, register

if TYPE_CHECKING:
    from lcterm.store.desk import Desk

FOR_THE_ROOM = "projector"
"""The theme where nobody asks for one."""


class RoomApp(
    AtTerminal[None], Quiet[None], ComesBack[None], Themed[None], Standing[None], App[None], inherit_bindings=False
):
    """lcterm for the room. Takes its clock and environment from outside, so that tests can compress time."""

    CSS_PATH: ClassVar[Any] = [str(shipped("styles", f"{name}.tcss")) for name in ("app", "room")]
    TITLE = "lcterm"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "quit", show=False, system=True, priority=True)]
    desks: ClassVar["tuple[Desk, ...]"] = ()
    """Nothing is ever written from here."""

    def __init__(self, looker: Onlooker, clock: Clock, environ: Mapping[str, str], theme: str | None = None) -> None:
        super().__init__()
        self.looker, self.clock = looker, clock
        register(self)
        own = settings(looker.home, environ)
        obey(self, own, environ)
        choose(self, theme or own.theme(room=True) or _unasked(environ), environ)

    def get_default_screen(self) -> Screen[None]:
        """The room screen, and never another."""
        return RoomScreen(self.looker, self.clock, by_minute=self.settings.by_minute)


def _unasked(environ: Mapping[str, str]) -> str | None:
    return FOR_THE_ROOM if FOR_THE_ROOM in PALETTES and not environ.get("NO_COLOR") else None


def run_room(home: Home, clock: Clock, environ: Mapping[str, str], community: str, session: str) -> int:
    """The room screen of one session until it is left."""
    app = RoomApp(Onlooker(home, community, session, clock), clock, environ)
    with leave_in_order(app, lambda desk: ""):
        run_quietly(app, lambda: app.run(mouse=False))
    say(crash_lines(app.failed, home, clock.now()))
    return 1 if app.failed else app.return_code or 0
