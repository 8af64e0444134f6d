"""What can be wrong with a hub: each in clear words, nothing overwritten, no password anywhere."""

import os
import shutil
from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.hub.dsn import NOWHERE, find_dsn, parse_dsn
from lcterm.hub.link import Link
from lcterm.hub.migrations import NEWEST
from lcterm.hub.people import let_in
from lcterm.hub.raising import raise_hub
from lcterm.hub.state import HubState
from lcterm.hub.trouble import HubTrouble
from lcterm.store.entry import entry_of
from lcterm.store.filler import SegmentFiller
from tests.hub.seats import SESSION, Hub, Laptop
from tests.store.making import written

# ── Where it is ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_says_where_the_hub_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lcterm.hub.dsn.kept_dsn", lambda: "")
    with pytest.raises(Refused) as refused:
        find_dsn(None, {})
    assert refused.value.reason == NOWHERE
    monkeypatch.setattr("lcterm.hub.dsn.kept_dsn", lambda: "host=localhost dbname=kept")
    assert find_dsn(None, {}).parameters["dbname"] == "kept"
    assert find_dsn(None, {"LCTERM_HUB_DSN": "host=localhost dbname=told"}).parameters["dbname"] == "told"
    assert find_dsn("host=localhost dbname=asked", {"LCTERM_HUB_DSN": "nonsense"}).parameters["dbname"] == "asked"


@pytest.mark.parametrize(
    "text", ["postgresql://amina:s3cret@[oops/db", "nonsense s3cret", "postgresql://amina:s3%ZZcret@h/db"]
)
def test_what_is_no_dsn_is_refused_without_quoting_it(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_dsn(text, {})
    assert "s3" not in refused.value.reason


def test_a_password_is_never_shown() -> None:
    dsn = parse_dsn("postgresql://amina:s3cret@127.0.0.1:6543/lc", {})
    assert dsn.shown == "amina@127.0.0.1:6543/lc"
    assert parse_dsn("host=127.0.0.1 password=s3cret", {}).shown == "127.0.0.1"


def test_whatever_prints_a_dsn_prints_no_password() -> None:
    dsn = parse_dsn("postgresql://amina:s3cret@127.0.0.1:6543/lc", {})
    assert [repr(dsn), str(dsn), f"{dsn}"] == ["Dsn(amina@127.0.0.1:6543/lc)"] * 3
    assert "s3cret" not in repr([dsn]) + repr({"dsn": dsn})


def test_whose_certificates_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("lcterm.hub.dsn._trusted_here", lambda: "those of this machine")
    far = "host=hub.example.org"
    assert parse_dsn(far, {}).parameters["sslrootcert"] == "those of this machine"
    assert parse_dsn(f"{far} sslrootcert=own.pem", {}).parameters["sslrootcert"] == "own.pem"
    assert "sslrootcert" not in parse_dsn(far, {"PGSSLROOTCERT": "said"}).parameters
    assert "sslrootcert" not in parse_dsn("service=lc", {}).parameters
    (tmp_path / ".postgresql").mkdir()
    (tmp_path / ".postgresql" / "root.crt").touch()
    assert "sslrootcert" not in parse_dsn(far, {}).parameters


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca"])
def test_beyond_this_machine_only_a_verified_hub_will_do(mode: str) -> None:
    with pytest.raises(Refused, match="only sslmode=verify-full will do"):
        parse_dsn(f"postgresql://amina:s3cret@hub.example.org/lc?sslmode={mode}", {})


@pytest.mark.parametrize(
    ("text", "environ", "asks"),
    [
        ("host=hub.example.org", {}, "verify-full"),
        ("host=10.1.2.3 sslmode=verify-full", {}, "verify-full"),
        ("host=localhost,hub.example.org", {}, "verify-full"),
        ("host=localhost hostaddr=10.1.2.3", {}, "verify-full"),
        ("dbname=lc", {"PGHOST": "hub.example.org"}, "verify-full"),
        ("service=lc", {}, "verify-full"),
        ("host=127.0.0.1.example.org", {}, "verify-full"),
        ("host=localhost", {}, None),
        ("host=127.8.8.8", {}, None),
        ("host=::1", {}, None),
        ("host=/run/postgresql", {}, None),
        ("dbname=lc", {}, None),
    ],
)
def test_what_counts_as_beyond(text: str, environ: dict[str, str], asks: str | None) -> None:
    assert parse_dsn(text, environ).parameters.get("sslmode") == asks


# ── What answers there ──────────────────────────────────────────────────────────────────────────────────────────


def test_nobody_answers(tmp_path: Path) -> None:
    with pytest.raises(HubTrouble, match="does not answer") as trouble:
        Link(parse_dsn(f"host={tmp_path} dbname=lc", {}))
    assert not trouble.value.standing


def test_a_database_that_is_no_hub(hub: Hub) -> None:
    with pytest.raises(HubTrouble, match="no hub yet: `lcterm hub init` makes one"):
        hub.link()


def test_no_such_database_and_no_such_person(hub: Hub) -> None:
    with pytest.raises(HubTrouble, match="no such database"):
        Link(hub.server.dsn("postgres", "nowhere"))
    with pytest.raises(HubTrouble, match="does not let you in"):
        Link(hub.dsn("nobody_at_all"))


def test_somebody_without_rights(hub: Hub) -> None:
    hub.raised()
    if not hub.sql("select from pg_roles where rolname = 'eve'"):
        hub.sql("create role eve login")
    with pytest.raises(HubTrouble, match="your name has no rights there"):
        hub.link("eve")
    with pytest.raises(HubTrouble, match="your name has no rights there"):
        let_in(Link(hub.dsn("eve"), admin=True), "mallory", "facilitator")


def test_a_hub_of_a_newer_lcterm(hub: Hub) -> None:
    hub.raised("amina")
    hub.sql(f"insert into lcterm.migrations (number, name) values ({NEWEST + 1}, 'later')")
    with pytest.raises(HubTrouble, match=r"newer lcterm.*update lcterm on this laptop"):
        hub.link("amina")
    with pytest.raises(HubTrouble, match=r"newer lcterm.*nothing was changed"):
        raise_hub(Link(hub.dsn(), admin=True))


def test_a_hub_that_is_full(hub: Hub) -> None:
    hub.raised()
    first = Laptop(hub, "first").found()
    hub.sql("create function fill() returns trigger language plpgsql as $$ begin raise disk_full; end $$;"
            " create trigger fill before insert on lcterm.events execute function fill()")  # fmt: skip
    with pytest.raises(HubTrouble, match="its disk is full; everything stays safe on this laptop"):
        first.join()
    assert first.say("goes on").seq == 2
    hub.sql("drop trigger fill on lcterm.events")
    assert first.join().sent == 4


def test_a_call_that_takes_too_long_is_ended(hub: Hub) -> None:
    link = hub.raised().link(call_s=1.0)
    with pytest.raises(HubTrouble, match="too long to answer"):
        link.rows("select pg_sleep(20)")
    assert link.rows("select 1") == [(1,)]


def test_a_gap_is_refused_by_the_hub_itself(hub: Hub) -> None:
    link = hub.raised().link()
    link.rows("select lcterm.found('c')")
    with pytest.raises(HubTrouble, match="facts are missing"):
        link.rows("select lcterm.push('c', 's', 'w', 2, '{m}', '{\"{}\"}', false)")
    assert hub.sql("select * from lcterm.heads") == []


# ── Clocks and copies ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_clock_that_is_an_hour_off_is_said() -> None:
    assert HubState(ahead_ms=3_600_000).notices == [
        "This laptop's clock is 60 min ahead of the hub's; look to it, for times come from both."
    ]
    assert "behind" in HubState(ahead_ms=-3_600_000).clock
    assert HubState(ahead_ms=60_000).notices == []


def test_facts_of_a_clock_an_hour_off_arrive_like_any_other(hub: Hub) -> None:
    hub.raised()
    first, second = Laptop(hub, "first").found(), Laptop(hub, "second")
    second.clock.at += 3_600_000
    first.join()
    second.join()
    second.say("from the future")
    second.sync()
    first.sync()
    first.ledger.poll(force=True)
    first.say("after it")
    assert first.texts() == ["from the future", "after it"]
    assert first.ledger.ahead is not None
    assert "another computer's clock is 60 min ahead" in first.ledger.ahead.lines()[0]


def cloned(hub: Hub) -> tuple[Laptop, Laptop]:
    """Two laptops, one put back from the other's backup; both have gone on under the same writer's id."""
    first, second = Laptop(hub, "first").found(), Laptop(hub, "second")
    store(first, "aaaa", ["one", "two"])
    shutil.copytree(first.home.path, second.home.path)
    store(first, "aaaa", ["one", "two", "three here"])
    store(second, "aaaa", ["one", "two", "three there", "four there"])
    return first, second


def store(laptop: Laptop, writer: str, texts: list[str]) -> None:
    shutil.rmtree(laptop.log_folder() / f"{writer}.0001.json", ignore_errors=True)
    filler = SegmentFiller(laptop.log_folder(), SESSION, writer)
    filler.put([entry_of(written(place, text, writer)) for place, text in enumerate(texts, 1)])


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["the shorter first", "the longer first"])
def test_a_copied_laptop_is_told_and_nothing_overwritten(hub: Hub, order: tuple[int, int]) -> None:
    hub.raised()
    both = cloned(hub)
    one, other = both[order[0]], both[order[1]]
    one.join()
    before = {path: path.read_bytes() for path in sorted(other.log_folder().iterdir())}
    kept = hub.sql("select * from lcterm.events order by 1, 2, 3, 4")
    tally = other.join()
    assert tally.forked == 1
    assert tally.kept_back >= 1
    assert {path: path.read_bytes() for path in sorted(other.log_folder().iterdir())} == before
    assert hub.sql("select * from lcterm.events order by 1, 2, 3, 4") == kept
    assert one.sync().forked == 0
    assert other.sync().forked == 1
    other.say("a new run goes on as ever")
    assert other.sync().sent == 1
    assert one.sync().came == 1
    assert "a new run goes on as ever" in one.texts()


def test_no_file_of_the_home_holds_the_dsn(hub: Hub) -> None:
    hub.raised("amina")
    Laptop(hub, "first", "amina").found().join()
    for path in (hub.folder / "first").rglob("*"):
        if path.is_file():
            assert hub.server.socket_folder.encode() not in path.read_bytes()
            assert os.stat(path).st_mode & 0o077 == 0
