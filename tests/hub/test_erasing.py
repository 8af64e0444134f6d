"""Words taken back are gone from the hub as well: from every column of every table, and from what a dump would hold."""

import psycopg

from lcterm.core.clock import Clock
from lcterm.core.community_events import MembersJoined, NewMember
from lcterm.core.events import CaptureEdited, CaptureReleased, CaptureStruck, CaptureWritten, Words
from lcterm.store.desk import open_community
from lcterm.store.forgetting import forget, plan_forgetting
from lcterm.store.shelf import read_community
from tests.hub.seats import COMMUNITY, LONG_S, Hub, Laptop

SECRET = "Zebedee"


def everything(hub: Hub) -> str:
    """All that a dump of the hub's tables would hold, every column of every table."""
    tables = hub.sql("select table_name from information_schema.tables where table_schema = 'lcterm'")
    found = b""
    with psycopg.connect(hub.url()) as connection:
        for (table,) in tables:
            with connection.cursor().copy(f"copy lcterm.{table} to stdout") as copy:
                found += b"".join(bytes(piece) for piece in copy)
    return found.decode()


def test_struck_words_leave_the_hub_and_the_other_laptop(hub: Hub) -> None:
    hub.raised()
    first, second = Laptop(hub, "first").found(), Laptop(hub, "second")
    capture = first.say(f"{SECRET} said it").id
    first.write(
        CaptureEdited(capture=capture, words=Words(kind="learning", text=f"It was {SECRET}", audience="sponsor"))
    )
    first.write(CaptureReleased(capture=capture))
    first.join()
    second.join()
    assert everything(hub).count(SECRET) == 3  # written, mended, released
    first.write(CaptureStruck(capture=capture))
    first.sync()
    assert SECRET not in everything(hub)
    assert hub.sql("select count(*) from lcterm.events where rev > 0") == [(2,)]
    second.sync()
    second.write(CaptureWritten(words=Words(kind="learning", text="goes on")))
    second.ledger.poll(force=True)
    second.ledger.outlast(LONG_S)
    assert SECRET not in files_of(second)
    second.sync()
    third = Laptop(hub, "third")
    third.join()
    assert SECRET not in files_of(third)
    assert third.texts() == ["goes on"]
    for laptop in (first, second, third):
        assert laptop.sync().forked == 0


def test_words_that_come_late_from_a_laptop_that_knew_nothing(hub: Hub) -> None:
    """Offline it mended what the others have struck: its words go when it learns of that, the hub's with them."""
    hub.raised()
    first, second = Laptop(hub, "first").found(), Laptop(hub, "second")
    capture = first.say("a plain word").id
    first.join()
    second.join()
    second.write(CaptureEdited(capture=capture, words=Words(kind="learning", text=f"It was {SECRET}")))
    first.write(CaptureStruck(capture=capture))
    first.sync()
    second.sync()
    assert SECRET not in everything(hub)
    first.sync()
    assert SECRET not in files_of(first)


def test_a_person_is_forgotten_on_the_hub_too(hub: Hub) -> None:
    hub.raised()
    first, second = Laptop(hub, "first").found(), Laptop(hub, "second")
    clock: Clock = first.clock
    community = open_community(first.home, COMMUNITY, clock)
    members = (NewMember(person="zzz222", name=f"{SECRET} Quill"), NewMember(person="aaa222", name="Ben"))
    community.add(MembersJoined(members=members), clock.now())
    assert community.close(LONG_S) == []
    first.say(f"{SECRET} sees to it")
    first.join()
    second.join()
    first.ledger.close(LONG_S)
    plan = plan_forgetting(first.home, clock, read_community(first.home, COMMUNITY), f"{SECRET} Quill")
    forget(first.home, clock, plan)
    first.sync()
    assert SECRET not in everything(hub)
    second.sync()
    assert [one.name for one in read_community(second.home, COMMUNITY).named] == ["Ben"]


def test_dead_rows_are_vacuumed_soon(hub: Hub) -> None:
    """What an update leaves behind on the server's disk is for its autovacuum, which the tables ask to come at once."""
    hub.raised()
    options = hub.sql(
        "select reloptions::text from pg_class where oid in ('lcterm.events'::regclass, 'lcterm.released'::regclass)"
    )
    assert len(options) == 2
    assert all("autovacuum_vacuum_threshold=0" in str(one) for one in options)


def files_of(laptop: Laptop) -> str:
    """All bytes under the laptop's communities."""
    folder = laptop.home.path / "communities"
    return "".join(path.read_bytes().decode("utf-8", "replace") for path in folder.rglob("*") if path.is_file())
