"""What is offered at *since last time*, one thing after the other, and what may become of each."""

from typing import Literal, NamedTuple

from lcterm.core.carrying import Carried
from lcterm.core.commands import InsertPoint
from lcterm.core.session import Meeting, Session
from lcterm.core.since_last import LeftOver, SinceLast
from lcterm.core.since_points import issue_as_point, on_the_agenda, point_of, title_of

Sort = Literal["action", "agenda", "report"]
"""An open action; something for the agenda of today; a report that was promised."""


class Offer(NamedTuple):
    """One thing to come back to: something written down, or a point that was not held (and then `carried` is None)."""

    sort: Sort
    carried: Carried | None = None
    left: LeftOver | None = None

    @property
    def id(self) -> str:
        if self.carried is not None:
            return "/".join(self.carried.identity)
        return f"{self.left.origin.session}//{self.left.point.id}" if self.left is not None else ""

    @property
    def over(self) -> bool:
        """Whether it is done, and only stays in sight."""
        return self.carried is not None and not self.carried.open

    @property
    def title(self) -> str:
        """What it would be called as a point of the agenda."""
        if self.carried is not None:
            return title_of(self.carried)
        return self.left.point.title if self.left is not None else ""


def offers(since: SinceLast) -> list[Offer]:
    """Everything there is to come back to: what was undertaken, what was left over, what was to be reported."""
    return [
        *(Offer("action", carried=one) for one in since.actions),
        *(Offer("agenda", left=one) for one in since.unreached),
        *(Offer("agenda", carried=one) for one in since.parked),
        *(Offer("report", carried=one) for one in since.reports),
    ]


def taken_up(offer: Offer, session: Session) -> bool:
    """Whether it stands on this session's agenda already."""
    presenters = offer.left.point.presenters if offer.left is not None else ()
    return offer.sort == "agenda" and on_the_agenda(offer.title, session, presenters)


def as_point(offer: Offer, meeting: Meeting) -> InsertPoint | None:
    """The wish to have it on this session's agenda; None for what is no subject of its own."""
    if offer.sort != "agenda":
        return None
    if offer.carried is not None:
        return issue_as_point(offer.carried, meeting.session)
    return point_of(offer.left.point, meeting) if offer.left is not None else None
