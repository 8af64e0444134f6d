"""What the group wants to learn next time: agreed with the rest, kept with it, and told where the next time is told."""

from lcterm.core.coming import Agreement, Coming
from lcterm.core.community import Community
from lcterm.core.community import apply as apply_community
from lcterm.core.community_events import CommunityFounded, NextAgreed, PurposeAgreed
from lcterm.core.events import AnyEvent
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.name_search import texts_in
from lcterm.core.next_time import Wish, agreed_anew, next_time
from lcterm.core.questions import subject_of
from lcterm.core.session import Session

NOON, LATER = 1_000, 2_000
FIRST = Session(id="s1", starts=NOON)
SECOND = Session(id="s2", starts=LATER)


def fact(number: int, event: AnyEvent) -> Fact:
    return Fact(number, "w1", number, number, "ann", event)


def folded(*events: AnyEvent) -> Community:
    log = Log(Community(id="c"), apply_community)
    log.add([fact(number, event) for number, event in enumerate(events, 1)])
    return log.state


def agreed(subject: str, session: str = "s1", starts: int = 0, at: int = NOON) -> Coming:
    return Coming(agreed=(Agreement(id="w-1", at=at, session=session, starts=starts, subject=subject),))


def test_it_is_part_of_what_was_agreed() -> None:
    community = folded(NextAgreed(session="s1", subject="How others talk about rent"))
    known = next_time(community, FIRST, None)
    assert known is not None
    assert known.subject == "How others talk about rent"


def test_another_wish_leaves_it_and_an_empty_one_takes_it_back() -> None:
    current = agreed("Rent").agreed
    assert agreed_anew(current, "s1", Wish(place="Hall")).subject == "Rent"
    assert agreed_anew(current, "s1", Wish(subject="Heating")).subject == "Heating"
    assert agreed_anew(current, "s1", Wish(subject="")).subject == ""


def test_it_stands_beside_what_is_planned() -> None:
    known = next_time(Community(coming=agreed("Rent")), FIRST, SECOND)
    assert known is not None
    assert (known.session, known.subject) == ("s2", "Rent")


def test_a_session_has_the_subject_that_was_agreed_for_it() -> None:
    assert subject_of(agreed("Rent"), SECOND) == "Rent"
    assert subject_of(agreed("Rent", starts=LATER), SECOND) == "Rent"
    assert subject_of(agreed("Rent", starts=LATER + 1), SECOND) == "", "that is about another day"
    assert subject_of(agreed("Rent"), FIRST) == "", "it was agreed there, for the time after"
    assert subject_of(agreed("Rent", at=LATER), SECOND) == "", "it was agreed when that had begun"
    assert subject_of(Coming(), SECOND) == ""


def test_a_name_in_it_is_looked_for() -> None:
    assert ("subject", "What Ana does") in texts_in({"kind": "NextAgreed", "subject": "What Ana does"})
    assert ("purpose", "For Ana") in texts_in({"kind": "PurposeAgreed", "purpose": "For Ana"})


def test_the_purpose_can_be_said_anew_and_its_history_stays() -> None:
    community = folded(
        CommunityFounded(name="Circle", slug="circle", purpose="To meet"),
        PurposeAgreed(purpose="Nobody is cold", session="s1"),
        PurposeAgreed(purpose="Nobody is cold or alone"),
    )
    assert community.purpose == "Nobody is cold or alone"
    assert [(one.purpose, one.session) for one in community.purpose_history] == [
        ("Nobody is cold", "s1"),
        ("Nobody is cold or alone", ""),
    ]


def test_the_founding_does_not_take_the_place_of_a_purpose_that_came_first() -> None:
    community = folded(PurposeAgreed(purpose="Nobody is cold"), CommunityFounded(name="C", slug="c", purpose="To meet"))
    assert (community.name, community.purpose) == ("C", "Nobody is cold")
