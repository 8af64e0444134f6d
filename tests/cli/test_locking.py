"""Lock and unlock, sealed exports: what they answer, and how they refuse."""

import sys
from pathlib import Path

import pytest

from lcterm.cli.context import Context
from lcterm.cli.passphrase import ask
from lcterm.core.charter import SHARING
from lcterm.core.refusal import Refused
from lcterm.hub.joined import Joined, note_joined
from lcterm.store.locked import locked
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable
from tests.cli.running import Shell
from tests.clock_program import TestClock

PASSPHRASE = "four words by chance"
HEAD = "-----BEGIN AGE ENCRYPTED FILE-----\n"


def seal(content: bytes, passphrase: str) -> bytes:
    """Stands in for age, which takes a second each time by design; tests/store/test_sealing.py has the real one."""
    if not passphrase:
        raise Refused("the passphrase is empty")
    return f"{HEAD}{passphrase}\n{content.hex()}\n".encode()


def unseal(content: bytes, passphrase: str) -> bytes:
    _, given, held = content.decode().splitlines()
    if given != passphrase:
        raise Unreadable("the passphrase does not fit")
    return bytes.fromhex(held)


@pytest.fixture
def shell(clock: TestClock, home: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setenv("LCTERM_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr("lcterm.cli.passphrase.seal", seal)
    monkeypatch.setattr("lcterm.cli.passphrase.unseal", unseal)
    shell = Shell(clock)
    shell.answer("new", "Bees")
    shell.answer("members", "--add", "Quirina Zander")
    shell.answer("plan", "--template", "ordinary")
    shell.answer("capture", "learning: it takes a village")
    return shell


def holds(home: Path, words: str) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def test_a_community_goes_away_and_comes_back(shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = shell.answer("show")
    said = shell.answer("lock", "bees")
    (one,) = locked(Home(home))
    assert f"`lcterm unlock {one.community}` brings it back" in said
    assert holds(home, "it takes a village") == holds(home, "Quirina") == []
    assert "what is here is locked" in shell.refusal("members")
    ran = shell("sessions")
    assert (ran.status, ran.out) == (0, "No session yet; lcterm plan makes one.\n")
    assert f"locked, and not looked into: {one.community}" in ran.err
    assert shell("check").status == 0
    monkeypatch.setenv("LCTERM_PASSPHRASE", "another")
    assert shell.refusal("unlock").endswith("the passphrase does not fit; it stands as it was")
    monkeypatch.setenv("LCTERM_PASSPHRASE", PASSPHRASE)
    assert shell.answer("unlock") == "Bees is here again."
    assert shell.answer("show") == before
    assert "nothing is locked" in shell.refusal("unlock")
    assert shell("check").status == 0


def test_a_community_on_a_hub_is_not_locked_for_the_hub_would_bring_it_back(shell: Shell, home: Path) -> None:
    (community,) = Home(home).community_ids()
    note_joined(Home(home), Joined(community=community, hub="hub.example.org"))
    assert "`lcterm hub leave` first" in shell.refusal("lock", "bees")
    assert locked(Home(home)) == []


def test_what_is_locked_is_named_where_somebody_is_to_be_forgotten(shell: Shell) -> None:
    shell.answer("new", "Wasps")
    shell.answer("lock", "bees")
    assert "the name can be forgotten there too" in shell("forget", "Quirina Zander", "wasps").err


def test_an_export_behind_a_passphrase_comes_in_again_by_it(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "bees.age"
    said = shell("export", "bees", str(file), "--sealed")
    assert "behind your passphrase" in said.out
    assert "write it down" in said.err
    assert file.read_bytes().startswith(HEAD.encode())
    other = Shell(shell._clock, tmp_path / "other")
    monkeypatch.setenv("LCTERM_PASSPHRASE", "another")
    assert "the passphrase does not fit; nothing was brought in" in other.refusal("import", "archive", str(file))
    monkeypatch.setenv("LCTERM_PASSPHRASE", PASSPHRASE)
    assert other.answer("import", "archive", str(file)).startswith("Bees, 1 session: ")


def test_without_a_terminal_the_passphrase_must_be_given(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LCTERM_PASSPHRASE")
    assert shell.refusal("lock", "bees") == (
        "this needs a passphrase: run it at a terminal, or put it in LCTERM_PASSPHRASE"
    )
    monkeypatch.setenv("LCTERM_PASSPHRASE", "")
    assert "the passphrase is empty" in shell.refusal("lock", "bees")
    monkeypatch.setenv("LCTERM_PASSPHRASE", PASSPHRASE)
    shell.answer("lock", "bees")
    monkeypatch.setenv("LCTERM_PASSPHRASE", "")
    assert "the passphrase is empty" in shell.refusal("unlock")


def test_what_is_locked_has_no_name_to_ask_for_it_by(shell: Shell, home: Path) -> None:
    shell.answer("lock", "bees")
    (one,) = locked(Home(home))
    assert shell.refusal("unlock", "bees") == (
        "nothing that is locked here is called 'bees'; its name is locked too, so it goes by its id: " + one.community
    )
    assert "is here again" in shell.answer("unlock", one.community)


def test_two_that_are_not_alike_lock_nothing(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["one", "two", "one", "one"])
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))
    monkeypatch.setattr(sys, "stdin", type("Keyboard", (), {"isatty": lambda self: True})())
    context = Context(Home(Path()), shell._clock, {})
    with pytest.raises(Refused, match="not alike"):
        ask(context, twice=True)
    assert ask(context, twice=True) == "one"

    def ended(prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("getpass.getpass", ended)
    with pytest.raises(Refused, match="no passphrase was given"):
        ask(context)


def test_the_charter_can_be_asked_where_things_lie(shell: Shell) -> None:
    shell.answer("charter", "--choose", f"{SHARING}=hub")
    assert "On whose computers" in shell.answer("charter", "--topics")
