"""The texts of a community that are read and handed on from its page, with the files they are kept in."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.store.next_time import standing
from lcterm.store.paths import Home
from lcterm.ui.line import Line, Span
from lcterm.ui.screens.reading import Written, text_lines
from lcterm.ui.widgets.next_time import NOT_YET, date_and_place

if TYPE_CHECKING:
    from lcterm.core.report import Report

_LOOKS: Mapping[str, str] = {"text": "text", "bold": "bold", "quiet": "muted", "mark": "turn"}
"""What the parts of a picture look like."""


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
    """Counts and signs for facilitators, at `now` (wall, ms), with the figures over time drawn on the screen; not kept.
    Raises Refused as above."""
    from lcterm.documents.report_text import report_parts, report_text
    from lcterm.store.reporting import report_of

    made = report_of(home, community, now)
    opening, below = report_parts(made)

    def shown(width: int) -> Sequence[Line]:
        drawn = pictures(made, width)
        return [*text_lines(opening, width), (), *drawn, *([()] if drawn else []), *text_lines(below, width)]

    return Written(report_text(made), shown=shown)


def pictures(made: "Report", width: int) -> list[Line]:
    """The figures over time, in lines of at most `width` cells."""
    from lcterm.documents.plots import plots

    return [tuple(Span(piece.text, _LOOKS[piece.tone]) for piece in line) for line in plots(made, width)]
