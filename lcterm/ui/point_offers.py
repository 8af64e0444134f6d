"""The screen that belongs to what the group does now: one key opens it, so that nobody has to know it by name."""

from typing import TYPE_CHECKING

from msgspec import Struct

from lcterm.core.charter import designs, minds_rules
from lcterm.core.point_titles import finds_purpose, looks_ahead, looks_back
from lcterm.core.session import Session
from lcterm.ui.line import Line, Span, row
from lcterm.ui.view import View

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

KEY = "offer"
"""The id of that key."""


class PointOffer(Struct, frozen=True):
    """A screen that is offered: the name by which the board opens it, what it is called, and that in a word."""

    screen: str
    words: str
    short: str


CHECKLIST = PointOffer("prepare", "the checklist", "checklist")
CHARTER = PointOffer("charter", "the charter", "charter")
RULES = PointOffer("rules", "the rules", "rules")
SINCE = PointOffer("since", "since last time", "last time")
NEXT_TIME = PointOffer("next-time", "the next date", "next time")
READ_BACK = PointOffer("read-back", "what to read back", "read back")
SUMMARY = PointOffer("summary", "the summary", "summary")


def point_offer(session: Session) -> PointOffer | None:
    """What is offered now: before the start the checklist, at a point what its title speaks of, where the group sums up
    what to read back, when all is over the summary; None at any other point."""
    point = session.point
    if session.status == "closed":
        return SUMMARY
    if point is None:
        return CHECKLIST if session.points else None
    title = point.plan.title
    if designs(title):
        return CHARTER
    if minds_rules(title):
        return RULES
    if finds_purpose(title):
        return CHARTER
    if looks_back(title):
        return SINCE
    if looks_ahead(title):
        return NEXT_TIME
    return READ_BACK if point.plan.sums_up else None


def open_offer(board: "Board") -> None:
    """Open what is offered, or say that nothing is."""
    from lcterm.ui.screens.board_keys import OTHERS

    offer = point_offer(board.desk.meeting.session)
    if offer is None:
        board.refuse("No screen belongs to this point.", ("palette", "has every one by name"))
    elif offer.screen in OTHERS:
        OTHERS[offer.screen](board)
    else:
        board.open_large(offer.screen)


def offer_line(view: View, width: int) -> Line | None:
    """The key and what it opens; None where nothing is offered, or no key does it any more."""
    offer, key = point_offer(view.session), view.keys.shown(KEY)
    if offer is None or not key:
        return None
    return row(width, [Span(key, "bold"), Span(f"  opens {offer.words}", "muted")])
