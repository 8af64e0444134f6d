"""What is sealed opens with its passphrase and with nothing else, and is in the form of age."""

import sys

import pytest

from lcterm.core.refusal import Refused
from lcterm.store.reading import Unreadable
from lcterm.store.sealing import is_sealed, seal, unseal
from tests.faults.fuzz_corpus import PASSPHRASE, SEALED_LIGHTLY

pytest.importorskip("pyrage")
PLAIN = "Zoë told us".encode()


def test_the_passphrase_opens_it() -> None:
    sealed = seal(PLAIN, "four words by chance")
    assert is_sealed(sealed)
    assert PLAIN not in sealed
    assert unseal(sealed, "four words by chance") == PLAIN


def test_it_opens_also_when_it_went_by_mail() -> None:
    mailed = b"\n" + SEALED_LIGHTLY.replace(b"\n", b"\r\n") + b"\n\n"
    assert unseal(mailed, PASSPHRASE) == unseal(SEALED_LIGHTLY, PASSPHRASE)


def test_another_passphrase_is_told_from_damage() -> None:
    with pytest.raises(Unreadable, match="the passphrase does not fit"):
        unseal(SEALED_LIGHTLY, PASSPHRASE.swapcase())
    for damaged in (SEALED_LIGHTLY[:-80], SEALED_LIGHTLY[:100]):
        with pytest.raises(Unreadable, match="cut short or damaged"):
            unseal(damaged, PASSPHRASE)


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
