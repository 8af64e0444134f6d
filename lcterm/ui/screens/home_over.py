"""What is opened from the home screen over the board of the session chosen, and back to it with Esc."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, cast

from textual.widget import AwaitMount

from lcterm.store.paths import Home

if TYPE_CHECKING:
    from lcterm.ui.app import LcTerm
    from lcterm.ui.screens.board import Board
    from lcterm.ui.screens.home import HomeScreen
    from lcterm.ui.screens.over_board import OverBoard

Opening: TypeAlias = AwaitMount | None
"""A screen on its way up, to be waited for; None where a key opens none."""


def prepare(home: "HomeScreen") -> Opening:
    """The checklist of the session chosen."""
    from lcterm.ui.screens.prepare import PrepareScreen

    return _over_its_board(home, partial(PrepareScreen, to_home=True), "There is no session to prepare yet.")


def bring_into(home: "HomeScreen") -> Opening:
    """A file into the session chosen: minutes, or who was there."""
    from lcterm.ui.screens.bring_in import BringInScreen

    return _over_its_board(home, partial(BringInScreen, to_home=True), "There is no session yet to bring a file into.")


def bring_recording(home: "HomeScreen") -> Opening:
    """A recording or transcript into the session chosen."""
    from lcterm.ui.screens.import_recording import ImportRecording

    without = "There is no session yet to bring a recording into."
    return _over_its_board(home, partial(ImportRecording, to_home=True), without)


def _over_its_board(home: "HomeScreen", opening: Callable[["Board"], "OverBoard"], without: str) -> Opening:
    """A screen over the board of the session chosen, from which Esc comes back here; what is said `without` one."""
    group, kept = home.view.group, home.view.kept
    if group is None or kept is None:
        return refused(home, without, ("p", "plans one"))
    board = cast("LcTerm", home.app).board(group.community.id, kept.session.id, home.home, passing=True)
    home.app.push_screen(board)
    return home.app.push_screen(opening(board))


def refused(home: "HomeScreen", why: str, way_on: tuple[str, str]) -> Opening:
    """Says why nothing opens, and the way on."""
    home.say(why, sign="!", way_on=way_on)
    return None


def board_for(home: "HomeScreen", where: Home, community: str, session: str) -> "Board":
    """The board of a session in a home of any kind. The app makes it, as it is the app that saves on the way out."""
    return cast("LcTerm", home.app).board(community, session, where)


def replay(home: "HomeScreen") -> Opening:
    """The session chosen once more, minute by minute."""
    group, kept = home.view.group, home.view.kept
    if group is None or kept is None:
        return refused(home, "There is no session to look back at yet.", ("p", "plans one"))
    if kept.session.status == "planned":
        return refused(home, "It has not been held yet, so there is nothing to look back at.", ("Enter", "opens it"))
    return home.app.push_screen(cast("LcTerm", home.app).replay(group.community.id, kept.session.id))
