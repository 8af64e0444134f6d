"""Who may do what on the hub: a role for each person, and the server itself says no."""

import psycopg
import pytest

from lcterm.core.community_events import CharterAnswered, MembersJoined, NewMember
from lcterm.core.events import CaptureDropped, CaptureReleased, CaptureWritten, Words
from lcterm.hub.trouble import HubTrouble
from lcterm.store.desk import open_community
from lcterm.store.forgetting import forget, plan_forgetting
from lcterm.store.shelf import read_community
from tests.hub.seats import COMMUNITY, LONG_S, Hub, Laptop


@pytest.fixture
def shared(hub: Hub) -> Hub:
    """Amina has put a community on the hub; Ben may come in and has no part in it; Carol is its sponsor."""
    hub.raised("amina", "ben", sponsors=("carol", "dora"))
    first = Laptop(hub, "first", "amina").found()
    first.write(CaptureWritten(words=Words(kind="learning", text="among us")))
    for text, released in (("for the council", True), ("not yet", False)):
        fact = first.ledger.add(
            CaptureWritten(words=Words(kind="report", text=text, audience="sponsor")), first.clock.now()
        )
        if released:
            first.write(CaptureReleased(capture=fact.id))
    first.join()
    hub.link("amina").rows("select lcterm.admit_sponsor(%s, 'carol')", (COMMUNITY,))
    return hub


def test_somebody_elses_community_cannot_be_read(shared: Hub) -> None:
    for table in ("events", "heads", "facilitators", "released", "sponsors"):
        assert shared.sql(f"select * from lcterm.{table}", "ben") == []
    assert shared.sql("select count(*) from lcterm.events", "amina") != [(0,)]


def test_nor_written_nor_joined(shared: Hub) -> None:
    link = shared.link("ben")
    calls = (
        "select lcterm.push('riverside', 's', 'w', 1, '{m}', '{\"{}\"}', false)",
        "select lcterm.erase('riverside', 's', '{w}', '{1}', '{m}', '{\"{}\"}')",
        "select lcterm.release('riverside', 's', 0, '{}', '{}', '{}', '{}', '{}')",
        "select lcterm.admit('riverside', 'ben')",
        "select lcterm.admit_sponsor('riverside', 'ben')",
        "select lcterm.dismiss('riverside', 'amina')",
        "select lcterm.remove('riverside')",
        "select lcterm.found('riverside')",
    )
    for call in calls:
        with pytest.raises(HubTrouble, match="on the hub is closed to you") as refused:
            link.rows(call)
        assert refused.value.standing
    with pytest.raises(HubTrouble, match="on the hub is closed to you"):
        Laptop(shared, "second", "ben").join()


def test_no_table_is_written_to_but_by_the_functions(shared: Hub) -> None:
    for person in ("amina", "ben", "carol"):
        for statement in (
            "delete from lcterm.events",
            "update lcterm.heads set seq = 0",
            "delete from lcterm.released",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                shared.sql(statement, person)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            shared.sql("select lcterm.push_unseen('riverside', 's', 'w', 1, '{m}', '{\"{}\"}', false)", person)


def test_another_facilitator_is_admitted(shared: Hub) -> None:
    shared.link("amina").rows("select lcterm.admit(%s, 'ben')", (COMMUNITY,))
    second = Laptop(shared, "second", "ben")
    second.join()
    assert second.texts() == ["among us", "for the council", "not yet"]
    with pytest.raises(HubTrouble, match="knows nobody called zoe"):
        shared.link("amina").rows("select lcterm.admit(%s, 'zoe')", (COMMUNITY,))


def test_the_sponsor_reads_what_was_released_and_nothing_else(shared: Hub) -> None:
    assert shared.sql("select kind, words, names from lcterm.released", "carol") == [("report", "for the council", "")]
    for table in ("events", "heads", "facilitators", "sponsors"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            shared.sql(f"select * from lcterm.{table}", "carol")
    assert shared.sql("select * from lcterm.released", "dora") == []


def test_what_is_taken_back_is_not_released_any_more(shared: Hub) -> None:
    second = Laptop(shared, "second", "amina")
    second.join()
    (capture,) = shared.sql("select capture from lcterm.released")[0]
    second.write(CaptureDropped(capture=str(capture)))
    second.sync()
    assert shared.sql("select * from lcterm.released", "carol") == []


def test_names_go_to_the_sponsor_only_where_the_charter_says_so(hub: Hub) -> None:
    hub.raised("amina", sponsors=("carol",))
    first = Laptop(hub, "first", "amina").found()
    community = open_community(first.home, COMMUNITY, first.clock)
    community.add(MembersJoined(members=(NewMember(person="aaa222", name="Ben Ortega"),)), first.clock.now())
    words = Words(kind="action", text="asks the council", owners=("aaa222",), audience="sponsor")
    fact = first.ledger.add(CaptureWritten(words=words), first.clock.now())
    first.write(CaptureReleased(capture=fact.id))
    assert community.flush(LONG_S)
    first.join()
    assert hub.sql("select words, names from lcterm.released") == [("asks the council", "")]
    community.add(CharterAnswered(topic="names", choice="yes"), first.clock.now())
    assert community.close(LONG_S) == []
    first.sync()
    assert hub.sql("select words, names from lcterm.released") == [("asks the council", "Ben Ortega")]
    first.ledger.close(LONG_S)
    plan = plan_forgetting(first.home, first.clock, read_community(first.home, COMMUNITY), "Ben Ortega")
    forget(first.home, first.clock, plan)
    first.sync()
    assert "Ben" not in str(hub.sql("select words, names from lcterm.released"))
