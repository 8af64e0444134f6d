"""The texts of a community that are read and handed on from its page, with the files they are kept in."""

from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.store.next_time import standing
from lcterm.store.paths import Home
from lcterm.ui.screens.reading import Written
from lcterm.ui.widgets.next_time import NOT_YET, date_and_place


def next_words(home: Home, community: Community, now: int) -> str:
    """The next time at `now` (wall, ms) in a line."""
    try:
        known = standing(home, community, now).next
    except Refused:
        known = None
    return date_and_place(known.starts, known.zone, known.place) if known is not None else NOT_YET


def going_round(home: Home, community: Community, now: int) -> Written:
    """What goes round between two sessions, at `now` (wall, ms). Raises Refused when the home cannot be read."""
    from lcterm.documents.digest import digest

    known = standing(home, community, now)
    # By the session it is about: what is struck there is gone from here too.
    name = f"{known.held.id if known.held else 'first'}-digest.txt"
    return Written(digest(known), home.summaries(community.id) / name)


def chronicle(home: Home, community: Community, now: int) -> Written:
    """What the community has learned, at `now` (wall, ms). Raises Refused as above."""
    from lcterm.documents.chronicle_file import chronicle_file, written
    from lcterm.store.chronicling import chronicle_of

    return Written(written(chronicle_of(home, community, now), "md"), chronicle_file(home, community.id, "md"))


def report(home: Home, community: Community, now: int) -> Written:
    """Counts and signs for facilitators, at `now` (wall, ms); not kept. Raises Refused as above."""
    from lcterm.documents.report_text import report_text
    from lcterm.store.reporting import report_of

    return Written(report_text(report_of(home, community, now)))
