"""What the home screen says about its home when it opens: that something is locked, or that it is carried about."""

from typing import TYPE_CHECKING, cast

from lcterm.store.locked import locked
from lcterm.store.synced_folder import newly_seen
from lcterm.ui.line import tame

if TYPE_CHECKING:
    from lcterm.ui.app import LcTerm
    from lcterm.ui.screens.home import HomeScreen


def say_what_to_know(home: "HomeScreen") -> None:
    """In the message row, if that has nothing else to say; else the next time. Of a sync it is said once."""
    if home.message.text:
        return
    if shut := len({one.community for one in locked(home.home)}):
        what = "1 community is" if shut == 1 else f"{shut} communities are"
        home.say(f"{what} locked; `lcterm unlock` opens it", sign="!")
        return
    if not home.view.groups:
        return
    synced = newly_seen(home.home, cast("LcTerm", home.app).environ)
    if synced is not None:
        home.say(f"{tame(synced.tool)} carries this home about: see `lcterm check`", sign="!")
