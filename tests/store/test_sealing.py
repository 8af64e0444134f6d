"""What is sealed opens with its passphrase and with nothing else, and is in the form of age."""

import sys

import pytest

from lcterm.core.refusal import Refused
from lcterm.store.reading import Unreadable
from lcterm.store.sealing import is_sealed, seal, unseal

pytest.importorskip("pyrage")
PLAIN = "Zoë told us".encode()


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return seal(PLAIN, "four words by chance")


def test_the_passphrase_opens_it(sealed: bytes) -> None:
    assert is_sealed(sealed)
    assert PLAIN not in sealed
    assert unseal(sealed, "four words by chance") == PLAIN
    assert unseal(b"\n" + sealed.replace(b"\n", b"\r\n") + b"\n\n", "four words by chance") == PLAIN, "it went by mail"


def test_another_passphrase_is_told_from_damage(sealed: bytes) -> None:
    with pytest.raises(Unreadable, match="the passphrase does not fit"):
        unseal(sealed, "four words by Chance")
    for damaged in (sealed[:-80], sealed[:100]):
        with pytest.raises(Unreadable, match="cut short or damaged"):
            unseal(damaged, "four words by chance")


def test_what_is_not_sealed_is_known_and_an_empty_passphrase_refused() -> None:
    assert not is_sealed(b'{"lcterm": "archive"}')
    assert is_sealed(b"age-encryption.org/v1\n-> X25519")
    with pytest.raises(Refused, match="passphrase is empty"):
        seal(PLAIN, "")


def test_without_the_library_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    with pytest.raises(Refused, match=r"pip install 'lcterm\[seal\]'"):
        seal(PLAIN, "x")
    with pytest.raises(Refused, match=r"pip install 'lcterm\[seal\]'"):
        unseal(PLAIN, "x")
