"""Who is outside the circle, and a sponsor who is nothing else: not expected, never compared."""

import pytest

from lcterm.core.commands import Arrive, EndSession, Leave, PassFacilitation, StartSession
from lcterm.core.digest import digest
from lcterm.core.event import Role
from lcterm.core.gatherings import counted
from lcterm.core.names import find_person
from lcterm.core.roles import is_guest, outside
from lcterm.core.rota import rota
from lcterm.core.seating import known, seated
from lcterm.documents.summary_attendance import attendance, headcount
from tests.core.builder import START, Table

ROLES: dict[str, tuple[Role, ...]] = {"Ingrid": ("sponsor",), "Olga": ("member", "sponsor")}


def table() -> Table:
    return Table(("Amina", "Ben", "Ingrid", "Olga"), roles=ROLES)


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        (("member",), None),
        (("member", "sponsor"), None),
        (("coordinator",), None),
        (("sponsor",), "sponsor"),
        (("sponsor", "coordinator"), "sponsor"),
        (("sponsor", "facilitator"), "facilitator"),
        (("member", "sponsor", "observer"), "observer"),
    ],
)
def test_the_role_that_is_outside(roles: tuple[Role, ...], said: Role | None) -> None:
    assert outside(roles) == said
    assert is_guest(roles) == (said == "sponsor")


def test_a_sponsor_is_not_seated_when_it_starts() -> None:
    seat = table()
    assert list(seated(seat.meeting)) == ["amina", "ben", "olga"]
    seat.do(StartSession())
    assert list(seat.session.voices) == ["amina", "ben", "olga"]
    seat.do(EndSession(), after_seconds=60)
    made = digest(seat.session)
    assert "ingrid" not in (*made.attended, *made.missed)
    assert (headcount(seat.meeting), attendance(seat.meeting)[1]) == (3, ())


def test_a_sponsor_who_comes_is_there_and_outside_the_comparison() -> None:
    seat = table()
    assert seat.refused(Leave("ingrid")) == "Ingrid is away already."
    assert seat.refused(Arrive("ingrid")) == ("Ingrid comes as a guest: let them arrive once the session has started.")
    seat.do(StartSession())
    assert find_person("ingrid", known(seat.meeting)) == "ingrid"
    seat.do(Arrive("ingrid"))
    assert not seat.session.voices["ingrid"].compared
    assert seat.heard("ingrid").status == "uncounted"
    seat.do(EndSession(), after_seconds=60)
    (one,) = counted([digest(seat.session)], START).held
    assert set(one.came) == set(one.expected) == {"amina", "ben", "olga"}
    assert len(one.came) == headcount(seat.meeting)
    assert [(person.name, person.role) for person in attendance(seat.meeting)[0]][-1] == ("Ingrid", "sponsor")


def test_a_sponsor_who_is_a_member_too_is_a_peer_before_and_after_the_facilitators_seat() -> None:
    seat = table()
    seat.do(StartSession())
    seat.do(PassFacilitation("olga"), after_seconds=60)
    assert "olga" not in digest(seat.session).apart
    seat.do(PassFacilitation("amina"), after_seconds=60)
    assert seat.session.voices["olga"].compared


def test_whom_the_rota_offers() -> None:
    assert [one.person for one in rota(table().meeting.community, ())] == ["amina", "ben", "olga"]
