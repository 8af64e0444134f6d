"""What carries beside a board: quietly, in nobody's way, and clear about what is wrong."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.hub.beside import Beside
from lcterm.hub.courier import Courier, Pace
from lcterm.hub.dsn import Dsn
from lcterm.hub.joined import Joined, note_joined
from lcterm.hub.migrations import NEWEST
from tests.hub.carrying import Ticking
from tests.hub.seats import COMMUNITY, LONG_S, SESSION, Hub, Laptop

SOON = Pace(poll_s=0.1, all_s=0.3)
NEVER = Pace(poll_s=3600, all_s=3600, hints=False)


def until(true: Callable[[], bool]) -> None:
    """Wait for what another thread does."""
    end, pause = time.monotonic() + LONG_S, threading.Event()
    while not true():
        assert time.monotonic() < end
        pause.wait(0.01)


@pytest.fixture
def laptop(hub: Hub) -> Laptop:
    """On the hub, all of it sent."""
    one = Laptop(hub.raised("amina"), "first", "amina").found()
    one.join()
    return one


def facts_on(hub: Hub) -> int:
    (row,) = hub.sql(f"select count(*) from lcterm.events where log = '{SESSION}'")
    return int(str(row[0]))


def test_a_nudge_sends_at_once(hub: Hub, laptop: Laptop) -> None:
    courier = laptop.carry(NEVER)
    until(lambda: courier.said == "hub")
    laptop.say("one")
    until(lambda: facts_on(hub) == 2)
    until(lambda: courier.state.waiting == 0)


def test_what_was_written_last_is_sent_on_the_way_out(hub: Hub, laptop: Laptop) -> None:
    courier = laptop.carry(NEVER)
    until(lambda: courier.said == "hub")
    laptop.courier = None  # nobody nudges
    laptop.say("the last word")
    courier.stop(LONG_S)
    assert facts_on(hub) == 2


def test_one_run_of_a_home_fetches_and_all_send(hub: Hub, laptop: Laptop) -> None:
    first = laptop.carry(SOON)
    until(lambda: first.said == "hub")
    second = hub.courier(laptop.home, lambda: hub.dsn("amina"), SOON)
    second.attend(COMMUNITY, SESSION, lambda: None)
    until(lambda: second.said == "hub")
    other = Laptop(hub, "second", "amina")
    other.join()
    other.say("from elsewhere")
    other.sync()
    until(lambda: "from elsewhere" in laptop.texts())
    assert len(list(laptop.log_folder().glob("*.9*.json"))) == 1
    first.stop(LONG_S)
    other.say("when the first is gone")
    other.sync()
    until(lambda: "when the first is gone" in laptop.texts())


def test_a_community_that_joins_and_leaves_meanwhile(hub: Hub, laptop: Laptop) -> None:
    (laptop.home.private / "hub.json").unlink()
    courier = laptop.carry(SOON)
    laptop.say("before")
    assert courier.said == ""
    note_joined(laptop.home, Joined(COMMUNITY, hub.link("amina").about.hub))
    until(lambda: courier.said == "hub")
    assert facts_on(hub) == 2
    (laptop.home.private / "hub.json").unlink()
    until(lambda: courier.said == "")


def test_another_hub_is_not_written_to(hub: Hub, laptop: Laptop) -> None:
    hub.sql("update lcterm.about set hub = gen_random_uuid()")
    courier = laptop.carry(SOON)
    until(lambda: courier.state.standing)
    assert courier.said == "hub is another"
    assert "`lcterm hub join COMMUNITY` joins this one" in courier.notices[0]


def test_a_newer_hub_and_the_session_goes_on(hub: Hub, laptop: Laptop) -> None:
    hub.sql(f"insert into lcterm.migrations (number, name) values ({NEWEST + 1}, 'later')")
    courier = laptop.carry(SOON)
    until(lambda: courier.state.standing)
    laptop.say("goes on")
    until(lambda: courier.said == "hub newer, 1 to send")
    assert "update lcterm on this laptop" in courier.notices[0]


def test_a_dsn_that_will_not_do(hub: Hub, laptop: Laptop) -> None:
    def refused() -> Dsn:
        raise Refused("where is the hub?")

    courier = hub.courier(laptop.home, refused, SOON)
    courier.attend(COMMUNITY, SESSION, lambda: None)
    until(lambda: courier.said == "hub not set up")
    assert list(courier.notices) == ["Hub: where is the hub?"]


def test_a_clock_that_is_off_is_said_on_the_board(hub: Hub, laptop: Laptop) -> None:
    courier = Courier(laptop.home, lambda: hub.dsn("amina"), lambda: Hub.now_ms() + 3_600_000, SOON)
    courier.attend(COMMUNITY, SESSION, lambda: None)
    until(lambda: bool(courier.notices))
    courier.stop(LONG_S)
    assert "60 min ahead of the hub's" in courier.notices[0]


def test_a_folder_that_takes_nothing(hub: Hub, laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk here: what came is fetched again later, and nothing is acknowledged that is not on the disk."""
    other = Laptop(hub, "second", "amina")
    other.join()
    other.say("from elsewhere")
    other.sync()

    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("lcterm.hub.fetched.create_file", full)
        courier = laptop.carry(SOON)
        until(lambda: courier.said == "hub waits")
        assert "the disk is full" in courier.state.reason
    until(lambda: "from elsewhere" in laptop.texts())


def test_a_fault_of_our_own_ends_neither_the_board_nor_the_courier(
    hub: Hub, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is raised on its thread: it is said, kept for whoever mends it, and tried again."""
    monkeypatch.setattr("lcterm.hub.courier.STANDING_RETRY_S", 0.2)
    raised: list[object] = []
    monkeypatch.setattr(threading, "excepthook", raised.append)
    with monkeypatch.context() as patched:
        patched.setattr("lcterm.hub.attending.CommunityRounds.go_on", _at_fault)
        courier = laptop.carry(SOON)
        until(lambda: courier.said.startswith("hub trouble"))
        assert "ZeroDivisionError in attending.py" in courier.notices[0]
        assert list(laptop.home.private.glob("crash-*.txt")) != []
        laptop.say("goes on")
    until(lambda: courier.said == "hub")
    until(lambda: facts_on(hub) == 2)
    assert raised == []


def _at_fault(*about: object, **more: object) -> object:
    raise ZeroDivisionError


def test_what_is_amiss_is_told_to_the_screen_when_it_begins(hub: Hub, laptop: Laptop) -> None:
    courier = laptop.carry(SOON)
    until(lambda: courier.said == "hub")
    laptop.arrived.clear()
    hub.sql("update lcterm.about set hub = gen_random_uuid()")
    hub.sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'amina'")
    assert laptop.arrived.wait(LONG_S)
    until(lambda: courier.said == "hub is another")


def test_of_many_sessions_that_were_open_the_last_two_come_first(hub: Hub, laptop: Laptop) -> None:
    courier = laptop.carry(SOON)
    for number in range(5):
        courier.attend(COMMUNITY, f"2026-12-0{number + 1}-aaaa", lambda: None)
    until(lambda: courier.said == "hub")
    assert [one.session for one in courier._open._watches] == ["2026-12-04-aaaa", "2026-12-05-aaaa"]
    held = courier._open.rounds_of(COMMUNITY)._exchanges
    until(lambda: set(held) <= {COMMUNITY, "2026-12-04-aaaa", "2026-12-05-aaaa"})


def test_a_laptop_put_back_from_anothers_backup_is_told(hub: Hub, laptop: Laptop) -> None:
    """Each run has an id of its own, so nothing clashes; but both are one person to the log, and undo goes by that."""
    import shutil

    laptop.ledger.close(LONG_S)
    copy = Laptop(hub, "copy", "amina", clock=Ticking())
    shutil.copytree(laptop.home.path, copy.home.path, dirs_exist_ok=True)
    courier = laptop.carry(SOON)
    until(lambda: courier.said == "hub")
    stranger = Laptop(hub, "third", "amina", clock=Ticking())
    stranger.join()
    stranger.say("from somebody else")
    stranger.sync()
    until(lambda: "from somebody else" in laptop.texts())
    assert courier.said == "hub"
    copy.say("from the copy")
    copy.sync()
    until(lambda: courier.said == "hub: a copied laptop")
    assert "delete device.json in its home's private folder" in courier.notices[0]
    assert "from the copy" in laptop.texts()


def test_stopped_before_it_has_begun(laptop: Laptop, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    """The screen is closed while the driver is still on its way in: no courier is left behind."""
    entered, go_on = threading.Event(), threading.Event()

    def slowly() -> None:
        entered.set()
        go_on.wait(LONG_S)

    monkeypatch.setattr("lcterm.hub.beside.need_driver", slowly)
    beside = Beside(laptop.home, {"LCTERM_HUB_DSN": hub.url("amina")}, Hub.now_ms)
    beside.attend(COMMUNITY, SESSION, lambda: None)
    assert entered.wait(LONG_S)
    beside.stop(0)
    go_on.set()
    assert beside._thread is not None
    beside._thread.join(LONG_S)
    assert beside._courier is None


def test_the_light_one_for_screens(hub: Hub, laptop: Laptop) -> None:
    beside = Beside(laptop.home, {"LCTERM_HUB_DSN": hub.url("amina")}, Hub.now_ms)
    came = threading.Event()
    assert beside.said == ""
    beside.attend(COMMUNITY, SESSION, came.set)
    until(lambda: beside.said == "hub")
    other = Laptop(hub, "second", "amina")
    other.join()
    other.say("from elsewhere")
    other.sync()
    assert came.wait(LONG_S)
    beside.stop(LONG_S)


def test_the_light_one_without_a_driver(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "psycopg", None)
    beside = Beside(laptop.home, {}, Hub.now_ms)
    beside.attend(COMMUNITY, SESSION, lambda: None)
    until(lambda: beside.said == "hub off")
    assert "pip install 'lcterm[hub]'" in beside.notices[0]
    beside.stop(LONG_S)
