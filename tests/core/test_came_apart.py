"""Who is outside the circle that a headcount is of: those who came as facilitators or observers, as the summary counts
them."""

from lcterm.core.commands import EndSession, Leave, PassFacilitation, StartSession
from lcterm.core.digest import digest
from lcterm.core.gatherings import counted
from lcterm.documents.summary_attendance import headcount
from tests.core.builder import START, Table

ROLES = {"Nina": ("facilitator",), "Sue": ("co-facilitator",), "Oskar": ("observer", "member")}


def table() -> Table:
    seat = Table(("Amina", "Ben", "Nina", "Sue", "Oskar"), roles=ROLES)  # type: ignore[arg-type]
    seat.do(StartSession())
    return seat


def test_facilitators_and_observers_came_apart() -> None:
    seat = table()
    seat.do(Leave("sue"))
    made = digest(seat.session)
    assert set(made.apart) == {"nina", "sue", "oskar"}
    assert digest(Table().session).apart == ()


def test_whoever_took_over_the_seat_came_as_what_they_were() -> None:
    seat = table()
    seat.do(PassFacilitation("ben"), after_seconds=60)
    assert set(digest(seat.session).apart) == {"nina", "sue", "oskar"}


def test_the_report_counts_as_many_as_the_summary() -> None:
    seat = table()
    seat.do(Leave("amina"))
    seat.do(PassFacilitation("ben"), after_seconds=60)
    seat.do(EndSession(), after_seconds=60)
    (one,) = counted([digest(seat.session)], START).held
    assert len(one.came) == headcount(seat.meeting) == 1
    assert set(one.expected) == {"amina", "ben"}
