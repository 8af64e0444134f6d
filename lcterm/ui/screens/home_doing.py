"""What each key of the home screen does: the screens it opens, and what is said when they come back."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.message import Message

from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.store.desk import Desk
from lcterm.ui.home_view import Kept
from lcterm.ui.line import tame
from lcterm.ui.screens.home_bring_in import bring_in
from lcterm.ui.screens.home_over import Opening, board_for, prepare, refused, replay
from lcterm.ui.tour import WELCOME, Tour

if TYPE_CHECKING:
    from lcterm.store.sample import Sample
    from lcterm.ui.app import LcTerm
    from lcterm.ui.screens.home import HomeScreen


class SampleMade(Message):
    """The sample is there, or it cannot be made."""

    def __init__(self, sample: "Sample | None", reason: str = "", *, tour: bool = False) -> None:
        super().__init__()
        self.sample, self.reason, self.tour = sample, reason, tour


NO_COMMUNITY = "There is no community yet."
MAKES_ONE = ("n", "makes one")
MAKES_ONE_OF_YOURS = ("n", "makes your own community")


# ── Opening what is there ───────────────────────────────────────────────────────────────────────────────────────────


def enter(home: "HomeScreen") -> Opening:
    """Goes on with what runs, opens what is chosen, or steps from a community to its sessions."""
    view = home.view
    group, kept = view.group, view.kept
    if group is None:
        return refused(home, NO_COMMUNITY, MAKES_ONE)
    if view.cursor.column == "sessions" and kept is not None:
        return open_session(home, group.community.id, kept)
    if group.live is not None:
        return open_session(home, group.community.id, group.live)
    return home.press("right") if group.sessions else plan(home)


def open_session(home: "HomeScreen", community: str, kept: Kept) -> Opening:
    """The board of a session that runs or will; the summary of one that is over."""
    if kept.session.status == "closed":
        return _summary(home, community, kept.session.id)
    return home.app.push_screen(board_for(home, home.home, community, kept.session.id))


def go_on(home: "HomeScreen") -> Opening:
    """The board of what is running."""
    if not home.view.running:
        return refused(home, "Nothing is running.", ("Enter", "opens what is chosen"))
    group, kept = home.view.running[0]
    return open_session(home, group.community.id, kept)


def look(home: "HomeScreen") -> Opening:
    """The summary of the session chosen, whatever its state."""
    group, kept = home.view.group, home.view.kept
    if group is None or kept is None:
        return refused(home, "There is no session to look at yet.", ("p", "plans one"))
    return _summary(home, group.community.id, kept.session.id)


def _summary(home: "HomeScreen", community: str, session: str) -> Opening:
    from lcterm.ui.screens.summary import SummaryScreen

    desk = Desk(home.home, community, session, home.clock)
    return home.app.push_screen(SummaryScreen(desk, home.clock))


# ── Making something new ────────────────────────────────────────────────────────────────────────────────────────────


def new(home: "HomeScreen") -> Opening:
    """A new community."""
    from lcterm.ui.screens.new_community import NewCommunity

    def made(community: Community | None) -> None:
        if community is not None:
            home.choose(community.id)
            home.say(f"{tame(community.name)} is here, {_people(community)}.", way_on=("p", "plans a session"))

    return home.app.push_screen(NewCommunity(home.home, home.clock, home.drafts["new"]), made)


def people(home: "HomeScreen") -> Opening:
    """Who belongs to the community chosen."""
    group = home.view.group
    if group is None:
        return refused(home, NO_COMMUNITY, MAKES_ONE)
    from lcterm.ui.screens.people import People

    id = group.community.id
    return home.app.push_screen(
        People(home.home, home.clock, group.community, home.drafts[f"people {id}"]), lambda _: home.choose(id)
    )


def contacts(home: "HomeScreen") -> Opening:
    """Whom to turn to near here, as the community chosen has entered it."""
    group = home.view.group
    if group is None:
        return refused(home, NO_COMMUNITY, MAKES_ONE)
    from lcterm.core.community_events import ContactsGiven
    from lcterm.store.register import change
    from lcterm.ui.screens.contacts import Contacts

    id = group.community.id

    def keep(contacts: tuple[str, ...]) -> None:
        change(home.home, home.clock, id, [ContactsGiven(contacts=contacts)])
        home.choose(id)
        home.say("The contacts are kept; they stand on the care card.")

    name = tame(group.community.name)
    return home.app.push_screen(
        Contacts(name, group.community.contacts, keep, home.drafts[f"contacts {id}"]), lambda _: None
    )


def community(home: "HomeScreen") -> Opening:
    """What the community chosen agreed, what is open, what it has learned."""
    group = home.view.group
    if group is None:
        return refused(home, NO_COMMUNITY, MAKES_ONE)
    from lcterm.ui.screens.community import community_screen

    app = cast("LcTerm", home.app)
    return home.app.push_screen(community_screen(app, group.community.id, home.zone_name))


def setting_up(home: "HomeScreen") -> Opening:
    """What is negotiated and arranged before the community chosen begins."""
    group = home.view.group
    if group is None:
        return refused(home, NO_COMMUNITY, MAKES_ONE)
    from lcterm.ui.screens.setting_up import SettingUpScreen

    id = group.community.id
    return home.app.push_screen(SettingUpScreen(home.home, home.clock, group.community), lambda _: home.choose(id))


def plan(home: "HomeScreen") -> Opening:
    """A session of the community chosen."""
    group = home.view.group
    if group is None:
        return refused(home, "A session needs a community first.", MAKES_ONE)
    from lcterm.ui.screens.plan_session import PlanSession

    id = group.community.id

    def planned(session: str | None) -> None:
        if session is not None:
            home.choose(id, session)
            kept = home.view.kept
            home.say(f"{kept.name if kept else 'The session'} is planned.", way_on=("Enter", "opens it"))

    return home.app.push_screen(
        PlanSession(home.home, home.clock, group.community, home.zone_name, home.drafts[f"plan {id}"]), planned
    )


def _people(community: Community) -> str:
    count = len(community.active)
    return "nobody in it yet" if not count else f"{count} {'person' if count == 1 else 'people'}"


# ── The rest ────────────────────────────────────────────────────────────────────────────────────────────────────────


def demo(home: "HomeScreen") -> Opening:
    """The sample, in its own home; made on a thread, as a slow disk may take a while."""
    return _set_up(home, tour=False)


def tour(home: "HomeScreen") -> Opening:
    """The sample from its beginning, with the tour."""
    return _set_up(home, tour=True)


def _set_up(home: "HomeScreen", *, tour: bool) -> Opening:
    home.run_worker(partial(_make_sample, home, tour=tour), thread=True, exclusive=True)
    home.say("The sample is being set up …", sign="")
    return None


def _make_sample(home: "HomeScreen", *, tour: bool) -> None:
    from lcterm.store.sample import sample_home

    try:
        home.post_message(SampleMade(sample_home(home.clock, fresh=tour), tour=tour))
    except Refused as refused:
        home.post_message(SampleMade(None, refused.reason))


def show_sample(home: "HomeScreen", made: SampleMade) -> None:
    """The board of the sample's session, or why there is none."""
    if made.sample is None:
        home.say(made.reason, sign="!")
        return
    board = board_for(home, made.sample.home, made.sample.community, made.sample.session)
    way_on = None if home.view.groups else MAKES_ONE_OF_YOURS
    home.say("That was the sample; nothing of yours was touched.", sign="", way_on=way_on)
    if made.tour:
        board.tour, board.message = Tour(), WELCOME
    home.app.push_screen(board)


def show_keys(home: "HomeScreen") -> Opening:
    """The keys of this screen."""
    from lcterm.ui.screens.home_sheet import HomeSheet

    return home.app.push_screen(HomeSheet(home.home))


def leave(home: "HomeScreen") -> Opening:
    """Out of lcterm."""
    home.app.exit()
    return None


DOING: Mapping[str, Callable[["HomeScreen"], Opening]] = {
    "open": enter,
    "go-on": go_on,
    "plan": plan,
    "new": new,
    "community": community,
    "people": people,
    "look": look,
    "prepare": prepare,
    "replay": replay,
    "contacts": contacts,
    "setup": setting_up,
    "import": bring_in,
    "demo": demo,
    "tour": tour,
    "help": show_keys,
    "quit": leave,
}
"""By the ids of the key table."""
