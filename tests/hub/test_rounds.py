"""Two laptops and a hub: every fact arrives, once, in order, whoever sends it and however often."""

from lcterm.core.events import CaptureWritten, Words
from lcterm.hub.joined import Joined, joined
from tests.hub.seats import COMMUNITY, SESSION, Hub, Laptop


def test_what_one_writes_another_reads(hub: Hub) -> None:
    hub.raised()
    first, second = Laptop(hub, "first").found(), Laptop(hub, "second")
    first.say("Ask the council")
    assert first.join().sent == 4
    assert second.join().came == 4
    assert second.texts() == ["Ask the council"]
    second.say("And the mayor")
    assert second.sync().sent == 1
    assert first.sync().came == 1
    assert first.texts() == second.texts() == ["Ask the council", "And the mayor"]
    assert first.fresh().state == second.fresh().state
    assert joined(second.home) == [Joined(COMMUNITY, joined(first.home)[0].hub)]


def test_a_second_round_has_nothing_to_do(hub: Hub) -> None:
    hub.raised()
    first = Laptop(hub, "first").found()
    first.join()
    again = first.sync()
    assert (again.sent, again.came, again.waiting, again.missing) == (0, 0, 0, 0)
    assert hub.sql("select count(*), max(rev) from lcterm.events") == [(3, 0)]


def test_many_facts_of_many_writers_arrive_in_order(hub: Hub) -> None:
    hub.raised()
    first, second = Laptop(hub, "first").found(), Laptop(hub, "second")
    for number in range(300):
        first.ledger.add(_said(number), first.clock.now())
    assert first.ledger.flush(30)
    first.join()
    second.join()
    assert second.texts() == [str(number) for number in range(300)]
    files = list(second.log_folder().glob("*.json"))
    assert len(files) == 3  # 128 events to a file


def test_a_shared_folder_and_the_hub_at_once(hub: Hub) -> None:
    """Both laptops have the other's files by the folder, and its facts by the hub: each counts once."""
    hub.raised()
    first, second = Laptop(hub, "first").found(), Laptop(hub, "second")
    first.join()
    second.join()
    first.say("by the hub and by the folder")
    first.sync()
    second.sync()
    for one, other in ((first, second), (second, first)):
        for path in one.log_folder().glob("*.json"):
            (other.log_folder() / path.name).write_bytes(path.read_bytes())
    second.say("from the second")
    assert second.sync().sent == 1
    assert first.sync().came == 1
    for laptop in (first, second):
        ledger = laptop.fresh()
        assert laptop.texts() == ["by the hub and by the folder", "from the second"]
        assert ledger.notices == []
        assert len(ledger.log.facts) == 3


def test_a_fact_that_is_damaged_here_comes_back_from_the_hub(hub: Hub) -> None:
    hub.raised()
    first = Laptop(hub, "first").found()
    first.say("Ask the council")
    first.join()
    (path,) = first.log_folder().glob("*.json")
    first.ledger.close(30)
    path.write_bytes(path.read_bytes()[:-40])
    assert first.join().came == 2
    assert first.texts() == ["Ask the council"]


def test_facts_beyond_a_gap_wait_for_it(hub: Hub) -> None:
    hub.raised()
    first, second = Laptop(hub, "first").found(), Laptop(hub, "second")
    for number in range(260):
        first.ledger.add(_said(number), first.clock.now())
    assert first.ledger.flush(30)
    first.join()
    hub.sql("delete from lcterm.events; delete from lcterm.heads")
    path = next(path for path in first.log_folder().glob("*.0002.json"))
    aside = path.rename(first.home.path / "aside")
    tally = first.join()
    assert tally.kept_back > 0
    assert tally.waiting == 0
    aside.rename(path)
    assert first.join().kept_back == 0
    second.join()
    assert second.texts() == [str(number) for number in range(260)]


def test_a_hub_put_back_from_a_backup_is_filled_again(hub: Hub) -> None:
    hub.raised()
    first = Laptop(hub, "first").found()
    first.join()
    first.say("after the backup")
    first.sync()
    hub.sql("delete from lcterm.events where seq > 1; update lcterm.heads set seq = 1, mark = (select mark from"
            " lcterm.events e where e.log = heads.log and e.writer = heads.writer and e.seq = 1)")  # fmt: skip
    assert first.sync().sent == 2
    assert hub.sql(f"select count(*) from lcterm.events where log = '{SESSION}'") == [(2,)]


def _said(number: int) -> CaptureWritten:
    return CaptureWritten(words=Words(kind="learning", text=str(number)))
