"""What each key of the home screen does: the screens it opens, and what is said when they come back."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.store.desk import Desk
from lcterm.ui.home_view import Kept
from lcterm.ui.line import tame

if TYPE_CHECKING:
    from lcterm.store.sample import Sample
    from lcterm.ui.screens.board import Board
    from lcterm.ui.screens.home import HomeScreen

NO_COMMUNITY = "There is no community yet."
MAKES_ONE = ("n", "makes one")


def enter(home: "HomeScreen") -> None:
    """Goes on with what runs, opens what is chosen, or steps from a community to its sessions."""
    view = home.view
    group, kept = view.group, view.kept
    if group is None:
        home.say(NO_COMMUNITY, sign="!", way_on=MAKES_ONE)
    elif view.cursor.column == "sessions" and kept is not None:
        open_session(home, group.community.id, kept)
    elif group.live is not None:
        open_session(home, group.community.id, group.live)
    elif group.sessions:
        home.press("right")
    else:
        plan(home)


def open_session(home: "HomeScreen", community: str, kept: Kept) -> None:
    """The board of a session that runs or will; the summary of one that is over."""
    if kept.session.status == "closed":
        _summary(home, community, kept.session.id)
    else:
        home.app.push_screen(board_of(home, home.home, community, kept.session.id))


def board_of(home: "HomeScreen", where: Home, community: str, session: str) -> "Board":
    """The board of a session in any home: the app's own makes them, so that it sees to their saving on the way out."""


def look(home: "HomeScreen") -> None:
    """The summary of the session chosen."""
    group, kept = home.view.group, home.view.kept
    if group is None or kept is None:
        home.say("There is no session to look at yet.", sign="!", way_on=("p", "plans one"))
    else:
        _summary(home, group.community.id, kept.session.id)
