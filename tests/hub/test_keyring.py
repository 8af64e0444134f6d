"""The platform's keyring, where there is one: the DSN is kept there when somebody says so, and nowhere else."""

import sys

import pytest

from lcterm.core.refusal import Refused
from lcterm.hub.dsn import keep_dsn, kept_dsn

keyring = pytest.importorskip("keyring", reason="keyring is not installed: pip install -e '.[test]'")


class Ring:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, user: str) -> str | None:
        return self.held.get((service, user))

    def set_password(self, service: str, user: str, word: str) -> None:
        self.held[service, user] = word


def test_what_is_kept_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    ring = Ring()
    monkeypatch.setattr(keyring, "get_password", ring.get_password)
    monkeypatch.setattr(keyring, "set_password", ring.set_password)
    assert kept_dsn() == ""
    keep_dsn("host=localhost")
    assert kept_dsn() == "host=localhost"


def test_a_machine_without_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*words: str) -> str:
        raise keyring.errors.NoKeyringError

    monkeypatch.setattr(keyring, "get_password", none)
    monkeypatch.setattr(keyring, "set_password", none)
    assert kept_dsn() == ""
    with pytest.raises(Refused, match="set LCTERM_HUB_DSN instead"):
        keep_dsn("host=localhost")


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert kept_dsn() == ""
    with pytest.raises(Refused, match="pip install 'lcterm"):
        keep_dsn("host=localhost")
