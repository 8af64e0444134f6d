"""What two laptops agreed or planned apart is told in full; how somebody's turn at presenting is worded."""

from msgspec.structs import replace

from lcterm.core.coming import Agreement, Coming
from lcterm.core.community import Community, Member
from lcterm.core.rota import Presented
from lcterm.core.session import Session
from lcterm.documents.next_lines import apart, moment, next_lines, presented_words
from lcterm.store.next_time import Standing

HELD = Session(id="s1", starts=1_000, status="closed")
HERE = Agreement(id="a1", at=2_000, session="s1", starts=1_797_343_200_000, zone="Europe/London", place="Hall")
THERE = replace(HERE, id="a2", at=3_000, starts=HERE.starts + 86_400_000, place="", presenters=("ben",))


def standing(*agreed: Agreement) -> Standing:
    members = {"ben": Member(person="ben", name="Ben")}
    return Standing(Community(name="Circle", members=members, coming=Coming(agreed=agreed)), HELD, (), ())


def test_two_agreements_made_apart_are_both_told() -> None:
    (line,) = apart(standing(HERE, THERE))
    assert line == (
        "agreed twice, apart from each other: Tue 15 Dec 2026, 14:00, Europe/London, Hall; and "
        "Wed 16 Dec 2026, 14:00, Europe/London, presenting: Ben. The later counts until it is set again"
    )
    assert "When       Wed 16 Dec 2026, 14:00, Europe/London" in next_lines(standing(HERE, THERE))
    assert apart(standing(HERE)) == []


def test_a_date_that_nobody_knows_is_told_in_words() -> None:
    assert moment(0, "") == "not yet agreed"


def test_when_somebody_presented_is_told_without_a_score() -> None:
    assert presented_words(Presented(person="ben")) == "not yet"
    assert presented_words(Presented(person="ben", times=1, last=HERE.starts)) == "last on Tue 15 Dec 2026"
    assert presented_words(Presented(person="ben", times=3, last=HERE.starts)) == "last on Tue 15 Dec 2026, 3 times"
