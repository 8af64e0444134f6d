"""What each key of the home screen does: the screens it opens, and what is said when they come back."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, cast

from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from lcterm.ui.home_view import Kept
from lcterm.ui.line import tame

if TYPE_CHECKING:
    from lcterm.store.sample import Sample
    from lcterm.ui.app import LcTerm
    from lcterm.ui.screens.board import Board
    from lcterm.ui.screens.home import HomeScreen

NO_COMMUNITY = "There is no community yet."
MAKES_ONE = ("n", "makes one")


# ── Opening what is there ───────────────────────────────────────────────────────────────────────────────────────────


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
        home.app.push_screen(_board(home, home.home, community, kept.session.id))


def go_on(home: "HomeScreen") -> None:
    """The board of what is running."""
    if home.view.running:
        group, kept = home.view.running[0]
        open_session(home, group.community.id, kept)
    else:
        home.say("Nothing is running.", sign="!", way_on=("Enter", "opens what is chosen"))


def look(home: "HomeScreen") -> None:
    """The summary of the session chosen, whatever its state."""
    group, kept = home.view.group, home.view.kept
    if group is None or kept is None:
        home.say("There is no session to look at yet.", sign="!", way_on=("p", "plans one"))
    else:
        _summary(home, group.community.id, kept.session.id)


def _board(home: "HomeScreen", where: Home, community: str, session: str) -> "Board":
    """The board of a session in a home of any kind. The app makes it, as it is the app that saves on the way out; it
    makes boards of its own home, so for another one it moves there for that moment."""
    app = cast("LcTerm", home.app)
    own, app.home = app.home, where
    try:
        return app.board(community, session)
    finally:
        app.home = own


def _summary(home: "HomeScreen", community: str, session: str) -> None:
    from lcterm.ui.screens.summary import SummaryScreen

    desk = Desk(home.home, community, session, home.clock)
    cast("LcTerm", home.app).desks.append(desk)
    home.app.push_screen(SummaryScreen(desk, home.clock))


# ── Making something new ────────────────────────────────────────────────────────────────────────────────────────────


def new(home: "HomeScreen") -> None:
    """A new community."""
    from lcterm.ui.screens.new_community import NewCommunity

    def made(community: Community | None) -> None:
        if community is not None:
            home.choose(community.id)
            home.say(f"{tame(community.name)} is here, {_people(community)}.", way_on=("p", "plans a session"))

    home.app.push_screen(NewCommunity(home.home, home.clock, home.drafts["new"]), made)


def people(home: "HomeScreen") -> None:
    """Who belongs to the community chosen."""
    group = home.view.group
    if group is None:
        home.say(NO_COMMUNITY, sign="!", way_on=MAKES_ONE)
        return
    from lcterm.ui.screens.people import People

    id = group.community.id
    home.app.push_screen(
        People(home.home, home.clock, group.community, home.drafts[f"people {id}"]), lambda _: home.choose(id)
    )


def plan(home: "HomeScreen") -> None:
    """A session of the community chosen."""
    group = home.view.group
    if group is None:
        home.say("A session needs a community first.", sign="!", way_on=MAKES_ONE)
        return
    from lcterm.ui.screens.plan_session import PlanSession

    id = group.community.id

    def planned(session: str | None) -> None:
        if session is not None:
            home.choose(id, session)
            kept = home.view.kept
            home.say(f"{kept.name if kept else 'The session'} is planned.", way_on=("Enter", "opens it"))

    home.app.push_screen(
        PlanSession(home.home, home.clock, group.community, home.zone_name, home.drafts[f"plan {id}"]), planned
    )


def bring_in(home: "HomeScreen") -> None:
    """People from a file."""
    from lcterm.ui.screens.import_people import Brought, ImportPeople

    def brought(result: Brought | None) -> None:
        if result is not None:
            home.choose(result.community.id)
            home.say(result.told)

    known = [group.community for group in home.view.groups]
    chosen = home.view.cursor.community
    home.app.push_screen(ImportPeople(home.home, home.clock, known, chosen, home.drafts["import"]), brought)


def _people(community: Community) -> str:
    count = len(community.active)
    return "nobody in it yet" if not count else f"{count} {'person' if count == 1 else 'people'}"


# ── The rest ────────────────────────────────────────────────────────────────────────────────────────────────────────


def demo(home: "HomeScreen") -> None:
    """The sample, in its own home; made on a thread, as a slow disk may take a while."""
    home.say("The sample is being set up …", sign="")
    home.run_worker(partial(_make_sample, home), thread=True, exclusive=True)


def _make_sample(home: "HomeScreen") -> None:
    from lcterm.store.sample import sample_home

    try:
        sample = sample_home(home.clock)
    except Refused as refused:
        home.app.call_from_thread(home.say, refused.reason, sign="!")
        return
    home.app.call_from_thread(_show_sample, home, sample)


def _show_sample(home: "HomeScreen", sample: "Sample") -> None:
    home.say("That was the sample; nothing of yours was touched.", sign="")
    home.app.push_screen(_board(home, sample.home, sample.community, sample.session))


def show_keys(home: "HomeScreen") -> None:
    """The keys of this screen."""
    from lcterm.ui.screens.home_sheet import HomeSheet

    home.app.push_screen(HomeSheet(home.home))


def leave(home: "HomeScreen") -> None:
    """Out of lcterm."""
    home.app.exit()


DOING: Mapping[str, Callable[["HomeScreen"], None]] = {
    "open": enter,
    "go-on": go_on,
    "plan": plan,
    "new": new,
    "people": people,
    "look": look,
    "import": bring_in,
    "demo": demo,
    "help": show_keys,
    "quit": leave,
}
"""By the ids of the key table."""
