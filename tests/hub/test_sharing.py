"""The group settles that its words stay off the hub: every laptop hears of it, none sends anything after it, and words
that are taken back leave the hub all the same."""

import threading

import pytest

from lcterm.core.apart import knowing
from lcterm.core.community_events import CharterAnswered, CommunityEvent, MembersJoined, NewMember
from lcterm.core.events import CaptureReleased, CaptureStruck, CaptureWritten, Words
from lcterm.hub.courier import Pace
from lcterm.store.desk import open_community
from lcterm.store.shelf import read_community
from tests.hub.seats import COMMUNITY, LONG_S, Hub, Laptop
from tests.hub.test_courier import until

SOON = Pace(poll_s=0.1, all_s=0.3)


def settle(laptop: Laptop, *events: CommunityEvent) -> None:
    """In the community's own log, as a command does it."""
    ledger = open_community(laptop.home, COMMUNITY, laptop.clock)
    for event in events:
        laptop.clock.at += 1000
        ledger.add(knowing(event, ledger.state), laptop.clock.now())
    assert ledger.close(LONG_S) == []


def sharing(choice: str) -> CharterAnswered:
    return CharterAnswered(topic="sharing", choice=choice)


def newcomer(name: str) -> MembersJoined:
    return MembersJoined(members=(NewMember(person="zzz222", name=name),))


@pytest.fixture
def both(hub: Hub) -> tuple[Laptop, Laptop]:
    """Two laptops of one community, both even with the hub."""
    hub.raised()
    first, second = Laptop(hub, "first").found(), Laptop(hub, "second")
    first.say("while it was shared")
    first.join()
    second.join()
    return first, second


def on_hub(hub: Hub, words: str) -> bool:
    return hub.sql(f"select 1 from lcterm.events where envelope::text like '%{words}%'") != []


@pytest.mark.parametrize("choice", ["local", "laptops"])
def test_the_answer_is_the_last_that_travels(hub: Hub, both: tuple[Laptop, Laptop], choice: str) -> None:
    first, second = both
    second.say("written before it was heard of")
    settle(first, newcomer("Before Jones"), sharing(choice), newcomer("After Smith"))
    first.say("after it")
    tally = first.sync()
    assert (tally.sent, tally.waiting) == (2, 0)
    assert tally.stays == 2
    assert on_hub(hub, "Before Jones")
    assert not on_hub(hub, "After Smith")
    assert not on_hub(hub, "after it")
    tally = second.sync()
    assert (tally.came, tally.sent, tally.stays) == (2, 0, 1)
    assert not on_hub(hub, "heard of")
    again = second.sync()
    assert (again.came, again.sent, again.stays) == (0, 0, 1)


def test_two_answers_apart_are_a_no_that_both_hear_of(hub: Hub, both: tuple[Laptop, Laptop]) -> None:
    first, second = both
    second.clock.at += 5_000
    settle(second, sharing("hub"), CharterAnswered(topic="names", choice="yes"))
    settle(first, sharing("laptops"))
    first.sync()
    second.say("not any more")
    tally = second.sync()
    assert (tally.came, tally.sent, tally.stays) == (1, 1, 2)  # the answer, and not what was answered after it
    assert first.sync().came == 1
    for laptop in both:
        assert len(read_community(laptop.home, COMMUNITY).charter["sharing"].beside) == 1
        assert laptop.sync().sent == 0
    assert not on_hub(hub, "not any more")


def test_what_is_settled_anew_is_heard_of_and_everything_goes_again(hub: Hub, both: tuple[Laptop, Laptop]) -> None:
    first, second = both
    settle(first, sharing("local"))
    first.say("meanwhile here")
    first.sync()
    second.say("meanwhile there")
    second.sync()
    assert not on_hub(hub, "meanwhile")
    settle(first, sharing("hub"))
    first.sync()
    second.sync()
    first.sync()
    assert first.texts() == second.texts()
    assert len(first.texts()) == 3


def test_words_taken_back_afterwards_leave_the_hub_too(hub: Hub) -> None:
    hub.raised()
    first = Laptop(hub, "first").found()
    ids = []
    for text in ("Zebedee for the council", "stays for the council"):
        words = Words(kind="report", text=text, audience="sponsor")
        ids.append(first.ledger.add(CaptureWritten(words=words), first.clock.now()).id)
        first.write(CaptureReleased(capture=ids[-1]))
    first.join()
    settle(first, sharing("local"))
    first.sync()
    assert len(hub.sql("select * from lcterm.released")) == 2
    first.write(CaptureStruck(capture=ids[0]))
    first.sync()
    assert not on_hub(hub, "Zebedee")
    assert not on_hub(hub, "CaptureStruck")
    assert hub.sql("select words from lcterm.released") == [("stays for the council",)]


def test_a_board_stops_at_once_and_says_so(hub: Hub, both: tuple[Laptop, Laptop]) -> None:
    first, second = both
    couriers = [laptop.carry(SOON) for laptop in both]
    until(lambda: all(courier.said == "hub" for courier in couriers))
    settle(first, sharing("local"))
    first.say("a moment after")
    couriers[0].nudge()
    until(lambda: all(courier.said == "hub: nothing is sent" for courier in couriers))
    for courier in couriers:
        assert any("`lcterm hub leave riverside --everything`" in line for line in courier.notices)
    second.say("on the other laptop")
    threading.Event().wait(0.5)  # several questions long
    assert not on_hub(hub, "a moment after")
    assert not on_hub(hub, "on the other laptop")
