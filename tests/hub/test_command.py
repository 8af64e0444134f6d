"""`lcterm hub` and what every command does at its end, as somebody at a shell sees it."""

from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.hub.seats import Hub
from tests.hub.server import wire_to


@pytest.fixture
def shells(hub: Hub, clock: TestClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Shell, Shell]:
    """Two laptops; the environment says where the hub is."""
    monkeypatch.setenv("LCTERM_HUB_DSN", hub.url())
    return Shell(clock, tmp_path / "one"), Shell(clock, tmp_path / "two")


def begun(shell: Shell) -> str:
    """A community with a session under way; the session's id."""
    shell.answer("new", "Riverside")
    shell.answer("members", "--add", "Amina")
    shell.answer("charter", "--choose", "sharing=hub")
    session = shell.answer("plan", "--template", "blank")
    shell.answer("do", "start")
    return session


def test_from_an_empty_database_to_two_laptops(shells: tuple[Shell, Shell]) -> None:
    one, two = shells
    begun(one)
    assert "is a hub now: 0001 log, 0002 rights, 0003 words, 0004 leaving" in one.answer("hub", "init")
    assert "is a hub, and up to date" in one.answer("hub", "init")
    joined = one.answer("hub", "join", "riverside")
    assert "Riverside is on the hub" in joined
    assert "fetched" in two.answer("hub", "join", "riverside")
    assert two.json("show", "--json")["status"] == "running"
    one.answer("capture", "a Ask the council")
    assert two.answer("hub", "status", "--sync").endswith("Riverside: 1 fetched.")
    assert [found["text"] for found in two.json("show", "--json")["captures"]] == ["Ask the council"]
    assert "Riverside: the same here and there." in one.answer("hub", "status")


def test_people_get_a_password_once_and_are_let_in(hub: Hub, shells: tuple[Shell, Shell]) -> None:
    one, _ = shells
    begun(one)
    said = one.answer("hub", "init", "--person", "fiona", "--sponsor", "council")
    assert "fiona may come in; the password, shown this once: " in said
    assert "council may come in, to read what is released; the password" in said
    (kept,) = hub.sql("select rolpassword from pg_authid where rolname = 'fiona'")[0]
    assert str(kept).startswith("SCRAM-SHA-256$")
    assert "fiona may come in, as before" in one.answer("hub", "init", "--person", "fiona")
    joined = one.answer("hub", "join", "--with", "fiona", "--sponsor", "council")
    assert "fiona may read and write all of it" in joined
    assert "council may read what the group has released, and nothing else" in joined
    assert hub.sql("select count(*) from lcterm.heads", "fiona") != [(0,)]
    unknown = one("hub", "join", "--with", "zoe")
    assert (unknown.status, unknown.err) == (1, "lcterm: the hub knows nobody called zoe\n")
    assert "cannot be a name on the hub" in one.refusal("hub", "init", "--person", 'x"; drop')


def test_status_says_what_is_amiss(hub: Hub, shells: tuple[Shell, Shell], monkeypatch: pytest.MonkeyPatch) -> None:
    one, _ = shells
    assert "no hub yet: `lcterm hub init` makes one of it" in one.refusal("hub", "status")
    one.answer("hub", "init")
    assert "No community of this home is on it" in one.answer("hub", "status")
    begun(one)
    one.answer("hub", "join")
    with wire_to(hub.server) as wire:
        port = wire.port
    monkeypatch.setenv("LCTERM_HUB_DSN", f"postgresql://amina:s3cret@127.0.0.1:{port}/lc")
    one.answer("capture", "written without a hub")
    refused = one.refusal("hub", "status")
    assert refused == (
        f"amina@127.0.0.1:{port}/lc: the hub does not answer; everything stays on this laptop until it does "
        "(something waits to be sent; it is safe here)"
    )
    monkeypatch.setenv("LCTERM_HUB_DSN", "postgresql://amina:s3cret@hub.example.org/lc?sslmode=require")
    assert "only sslmode=verify-full will do" in one.refusal("hub", "status")
    monkeypatch.setenv("LCTERM_HUB_DSN", hub.url())
    assert one.answer("hub", "status").endswith("Riverside: 1 to send.")
    assert one.answer("hub", "status", "--sync").endswith("Riverside: 1 sent.")


def test_leaving(hub: Hub, shells: tuple[Shell, Shell]) -> None:
    one, two = shells
    begun(one)
    one.answer("hub", "init")
    one.answer("hub", "join")
    two.answer("hub", "join", "riverside")
    assert "All of it stays on this laptop" in two.answer("hub", "leave")
    assert two.refusal("hub", "leave") == "no community of this home is on a hub"
    one.answer("capture", "for one alone")
    two.answer("capture", "for two alone")
    assert hub.sql("select count(*) from lcterm.events where envelope::text like '%alone%'") == [(1,)]
    assert "for everybody" in one.answer("hub", "leave", "--everything")
    for table in ("events", "heads", "facilitators", "released", "sponsors"):
        assert hub.sql(f"select * from lcterm.{table}") == []


def test_the_group_settles_otherwise(hub: Hub, shells: tuple[Shell, Shell]) -> None:
    one, _ = shells
    begun(one)
    one.answer("hub", "init")
    one.answer("hub", "join")
    settled = one("charter", "--choose", "sharing=local")
    assert settled.err.startswith("lcterm: Riverside: the charter does not say any more that words may lie on the hub")
    one.answer("capture", "for us alone")
    said = one.answer("hub", "status", "--sync")
    assert "the charter does not say any more that words may lie on the hub, so nothing is sent" in said
    assert hub.sql("select * from lcterm.events where envelope::text like '%alone%'") == []


def test_which_community(shells: tuple[Shell, Shell]) -> None:
    one, two = shells
    one.answer("hub", "init")
    one.answer("new", "Riverside")
    one.answer("new", "Hillside")
    assert one.refusal("hub", "join") == "which community? hillside, riverside"
    assert "`lcterm charter riverside --choose sharing=hub` says so" in one.refusal("hub", "join", "riverside")
    one.answer("charter", "riverside", "--choose", "sharing=hub")
    one.answer("hub", "join", "riverside")
    assert "no community is called 'lakeside'" in one.refusal("hub", "join", "lakeside")
    assert "there is Riverside" in two.refusal("hub", "join", "lakeside")


def test_a_dsn_on_the_command_line(hub: Hub, shells: tuple[Shell, Shell], monkeypatch: pytest.MonkeyPatch) -> None:
    one, _ = shells
    kept: list[str] = []
    monkeypatch.setattr("lcterm.hub.dsn.keep_dsn", kept.append)
    secret = f"{hub.url()} password=s3cret"
    ran = one("hub", "init", "--dsn", secret)
    assert ran.status == 0
    assert "a password on the command line can be read by everybody on this machine" in ran.err
    assert "s3cret" not in ran.out + ran.err
    ran = one("hub", "status", "--dsn", "-", "--keep", stdin=f"{secret}\n")
    assert (ran.status, ran.err) == (0, "")
    assert kept == [secret]
    assert one.refusal("hub", "status", "--dsn", "-") == "no DSN was given; nothing was changed"
    monkeypatch.delenv("LCTERM_HUB_DSN")
    monkeypatch.setattr("lcterm.hub.dsn.kept_dsn", hub.url)
    one.answer("hub", "status", "--keep")  # what is kept already stays as it is
    assert kept == [secret]


def test_a_clock_that_is_off_is_told_at_a_shell_too(shells: tuple[Shell, Shell]) -> None:
    one, _ = shells  # their clock stands in another year than the hub's
    one.answer("hub", "init")
    assert "; look to it, for times come from both." in one.answer("hub", "status")


def test_without_a_hub_nothing_of_it_is_loaded(tmp_path: Path, clock: TestClock) -> None:
    from tests.test_rooms import loaded_by

    program = "import sys\nfrom tests.clock_program import run\nrun(sys.argv[1:])"
    loaded = loaded_by(program, str(clock.path), "--home", str(tmp_path / "home"), "new", "Riverside")
    assert "psycopg" not in loaded
    assert "keyring" not in loaded


def test_the_driver_is_missing(monkeypatch: pytest.MonkeyPatch, clock: TestClock, tmp_path: Path) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "pip install 'lcterm[hub]'" in Shell(clock, tmp_path / "home").refusal("hub", "status")
