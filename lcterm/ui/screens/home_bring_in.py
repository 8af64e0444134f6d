"""The key of the home screen that brings in a file: what it can be, and the screen for each."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lcterm.ui.line import tame
from lcterm.ui.screens.bring_in_choice import BringInChoice, Door
from lcterm.ui.screens.home_over import Opening, bring_into, bring_recording

if TYPE_CHECKING:
    from lcterm.ui.screens.home import HomeScreen

DOORS = (
    Door("p", "People", "Names, or a spreadsheet's CSV, into a community"),
    Door("r", "A recording", "Who spoke when; of the words only what you pick"),
    Door("m", "Minutes", "Actions and decisions in them, one by one"),
    Door("w", "Who was there", "Zoom's or Teams' report of who came and went"),
    Door("s", "A whole session", "One that is over, from another laptop's lcterm"),
)


def bring_in(home: "HomeScreen") -> Opening:
    """Whatever comes from a file. Before there is a community that can only be people."""
    if home.view.group is None:
        return people_from_file(home)

    def chosen(letter: str | None) -> None:
        if letter is not None:
            _OPENS[letter](home)

    return home.app.push_screen(BringInChoice(DOORS, _whereto(home)), chosen)


def _whereto(home: "HomeScreen") -> str:
    kept = home.view.kept
    if kept is None:
        return "Recordings, minutes and reports go into a session; there is none yet."
    return f"A recording, minutes and reports go into the session chosen: {tame(kept.name)}. Esc chooses another."


def people_from_file(home: "HomeScreen") -> Opening:
    """People from a file."""
    from lcterm.ui.screens.import_people import Brought, ImportPeople

    def brought(result: Brought | None) -> None:
        if result is not None:
            home.choose(result.community.id)
            home.say(result.told)

    known = [group.community for group in home.view.groups]
    chosen = home.view.cursor.community
    return home.app.push_screen(ImportPeople(home.home, home.clock, known, chosen, home.drafts["import"]), brought)


def session_from_file(home: "HomeScreen") -> Opening:
    """A session that another lcterm wrote into a file."""
    from lcterm.ui.screens.import_session import ImportSession, SessionBrought

    def brought(result: SessionBrought | None) -> None:
        if result is not None:
            home.choose(result.community, result.session)
            home.say(result.told, way_on=("Enter", "opens it"))

    known = [group.community for group in home.view.groups]
    chosen = home.view.cursor.community
    draft = home.drafts["session from a file"]
    return home.app.push_screen(ImportSession(home.home, home.clock, known, chosen, draft), brought)


_OPENS: Mapping[str, Callable[["HomeScreen"], Opening]] = {
    "p": people_from_file,
    "r": bring_recording,
    "m": bring_into,
    "w": bring_into,
    "s": session_from_file,
}
