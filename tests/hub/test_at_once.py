"""Two who come at the same moment: what one knew is old by the time it is sent, and nothing is mixed or put back."""

import threading

import psycopg
import pytest

from lcterm.core.events import CaptureDropped, CaptureEdited, CaptureReleased, CaptureStruck, CaptureWritten, Words
from lcterm.hub.link import Link
from lcterm.hub.migrations import NEWEST
from lcterm.hub.raising import raise_hub
from lcterm.hub.rounds import CommunityRounds
from lcterm.hub.trouble import HubTrouble, NotYours
from tests.hub.seats import COMMUNITY, SESSION, Hub, Laptop
from tests.hub.test_erasing import everything
from tests.hub.test_trouble import cloned, store


def test_two_copies_that_send_at_once_are_not_mixed(hub: Hub) -> None:
    """One has compared itself with the hub before the other has sent: it finds other facts there, and leaves them."""
    hub.raised()
    one, other = cloned(hub)
    store(other, "aaaa", ["one", "two"])
    one.join()
    hub.sql("delete from lcterm.events where writer = 'aaaa' and seq > 2")
    hub.sql("update lcterm.heads set seq = 2, mark = (select mark from lcterm.events where writer = 'aaaa' and seq = 2)"
            " where writer = 'aaaa'")  # fmt: skip
    link = hub.link()
    rounds = CommunityRounds(other.home, COMMUNITY)
    rounds.bring(link, SESSION)  # even, at two
    one.sync()
    store(other, "aaaa", ["one", "two", "three there", "four there"])
    tally = rounds.go_on(link, SESSION, fetch=False)
    assert (tally.sent, tally.forked) == (0, 1)
    texts = hub.sql("select envelope #>> '{event,words,text}' from lcterm.events where writer = 'aaaa' order by seq")
    assert texts == [("one",), ("two",), ("three here",)]


def test_the_same_facts_by_two_ways_are_no_copy_though_words_are_gone_from_one(hub: Hub) -> None:
    """A shared folder: the other run sends what this one is about to send, from before words were taken out here."""
    hub.raised()
    first = Laptop(hub, "first").found()
    first.join()
    link, rounds = hub.link(), CommunityRounds(first.home, COMMUNITY)
    rounds.bring(link, SESSION)
    capture = first.say("Zebedee said it").id
    first.sync()
    first.write(CaptureStruck(capture=capture))
    tally = rounds.go_on(link, SESSION, fetch=False)
    assert (tally.waiting, tally.forked) == (0, 0)
    assert "Zebedee" not in everything(hub)


def test_words_from_one_who_knew_nothing_go_though_they_come_after_the_taking_out(hub: Hub) -> None:
    hub.raised()
    first, second = Laptop(hub, "first").found(), Laptop(hub, "second")
    capture = first.say("a plain word").id
    first.join()
    second.join()
    knowing = CommunityRounds(first.home, COMMUNITY)
    link = hub.link()
    first.write(CaptureStruck(capture=capture))
    knowing.all(link)
    second.write(CaptureEdited(capture=capture, words=Words(kind="learning", text="It was Zebedee")))
    unknowing = CommunityRounds(second.home, COMMUNITY)
    unknowing.reconnected()
    one = unknowing.watch(SESSION)
    one.compare(hub.link())
    one.send(hub.link())  # and is gone before it has heard of anything
    assert "Zebedee" in everything(hub)
    knowing.go_on(link, SESSION, fetch=True)
    assert "Zebedee" not in everything(hub)


@pytest.fixture
def released(hub: Hub) -> tuple[Laptop, Laptop, str]:
    """Two laptops, and a capture that is released to the sponsor."""
    hub.raised()
    first, second = Laptop(hub, "first").found(), Laptop(hub, "second")
    words = Words(kind="report", text="for the council", audience="sponsor")
    capture = first.ledger.add(CaptureWritten(words=words), first.clock.now()).id
    first.write(CaptureReleased(capture=capture))
    first.join()
    second.join()
    return first, second, capture


def test_what_was_taken_back_is_not_put_back_by_one_who_has_not_heard(
    hub: Hub, released: tuple[Laptop, Laptop, str]
) -> None:
    first, second, capture = released
    link, late = hub.link(), CommunityRounds(second.home, COMMUNITY)
    for session in ("", SESSION):
        late.bring(link, session)
    first.write(CaptureDropped(capture=capture))
    first.sync()
    assert hub.sql("select * from lcterm.released") == []
    late.release(link, SESSION)
    assert hub.sql("select * from lcterm.released") == []
    late.go_on(link, SESSION, fetch=True)
    late.release(link, SESSION)
    assert hub.sql("select * from lcterm.released") == []


def test_whoever_hears_of_it_takes_it_back_where_the_one_who_did_it_could_not(
    hub: Hub, released: tuple[Laptop, Laptop, str]
) -> None:
    """The laptop that dropped it went offline between telling so and taking it back."""
    first, second, capture = released
    link, rounds = hub.link(), CommunityRounds(second.home, COMMUNITY)
    for session in ("", SESSION):
        rounds.bring(link, session)
    first.write(CaptureDropped(capture=capture))
    alone = CommunityRounds(first.home, COMMUNITY)
    alone.bring(hub.link(), SESSION)
    assert len(hub.sql("select * from lcterm.released")) == 1
    rounds.go_on(link, SESSION, fetch=True)
    rounds.release(link, SESSION)
    assert hub.sql("select * from lcterm.released") == []


def test_nothing_comes_into_a_community_that_is_being_taken_away(hub: Hub) -> None:
    hub.raised("amina", "ben")
    Laptop(hub, "first", "amina").found().join()
    hub.link("amina").rows("select lcterm.admit(%s, 'ben')", (COMMUNITY,))
    ben, ended = hub.link("ben"), list[BaseException]()

    def push() -> None:
        try:
            ben.rows("select lcterm.push(%s, 's', 'w', 1, '{m}', '{\"{}\"}', false)", (COMMUNITY,))
        except HubTrouble as trouble:
            ended.append(trouble)

    with psycopg.connect(hub.url("amina")) as amina:
        amina.execute("select lcterm.remove(%s)", (COMMUNITY,))
        pushing = threading.Thread(target=push)
        pushing.start()
        waiting = "select 1 from pg_stat_activity where usename = 'ben' and wait_event = 'advisory'"
        while not hub.sql(waiting) and pushing.is_alive():
            pass
        amina.commit()
        pushing.join()
    assert [type(one) for one in ended] == [NotYours], ended
    for table in ("events", "heads", "facilitators", "released", "sponsors"):
        assert hub.sql(f"select * from lcterm.{table}") == []


def test_two_who_make_it_a_hub_at_once(hub: Hub) -> None:
    done: list[int] = []

    def work() -> None:
        link = Link(hub.dsn(), admin=True, call_s=30)
        done.append(len(raise_hub(link)))
        link.close()

    both = [threading.Thread(target=work) for _ in range(2)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert sorted(done) == [0, NEWEST]
