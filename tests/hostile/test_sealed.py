"""A sealed file from a stranger: whatever stands in it, opening it is refused in a line, soon, and takes no machine
down."""

import base64
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from lcterm.store import sealing
from lcterm.store.reading import Unreadable
from lcterm.store.sealing import WORK_MAX, is_sealed, unseal
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.faults.fuzz_corpus import PASSPHRASE, SEALED_LIGHTLY

pytest.importorskip("pyrage")
PLAIN = b"words of a group"
WORKS = (WORK_MAX + 1, 30, 63, 64, 99, 255, 2**31, 2**63, 10**200)


def binary(armoured: bytes) -> bytes:
    return base64.b64decode(b"".join(armoured.split(b"\n")[1:-2]))


def armour(content: bytes) -> bytes:
    text = base64.b64encode(content)
    lines = (text[place : place + 64] for place in range(0, len(text), 64))
    return b"\n".join([b"-----BEGIN AGE ENCRYPTED FILE-----", *lines, b"-----END AGE ENCRYPTED FILE-----", b""])


def with_work(work: int) -> bytes:
    return binary(SEALED_LIGHTLY).replace(b" 1\n", f" {work}\n".encode())


@pytest.mark.parametrize("sealed", [SEALED_LIGHTLY, binary(SEALED_LIGHTLY), armour(binary(SEALED_LIGHTLY))])
def test_a_sound_one_opens(sealed: bytes) -> None:
    assert is_sealed(sealed)
    assert unseal(sealed, PASSPHRASE) == PLAIN


@pytest.mark.parametrize("form", [bytes, armour, lambda one: armour(one).replace(b"\n", b"\r\n")])
@pytest.mark.parametrize("work", WORKS)
def test_one_that_asks_for_all_memory_there_is_gets_none(work: int, form: type[bytes]) -> None:
    began = time.monotonic()
    with pytest.raises(Unreadable, match="more memory than any machine"):
        unseal(form(with_work(work)), PASSPHRASE)
    assert time.monotonic() - began < 1


def test_so_does_one_that_asks_late_or_in_the_second_place() -> None:
    asked = b"-> scrypt YSBncmFpbiBvZiBzYWx0Lg 40\nhFV54xVj50FyUWYgvdn1ZSVmeFgIJkNtzUJSD+/69CA\n"
    head, _, rest = binary(SEALED_LIGHTLY).partition(b"---")
    grease = b"".join(b"-> grease%d x\n\n" % number for number in range(9000))
    for sealed in (head + asked + b"---" + rest, b"age-encryption.org/v1\n" + grease + asked + b"---" + rest):
        for form in (sealed, armour(sealed)):
            with pytest.raises(Unreadable):
                unseal(form, PASSPHRASE)


def test_nor_does_one_that_says_two_things() -> None:
    """Which of two heads is read must be the same for whoever looks and for whoever opens."""
    for sealed in (with_work(40) + SEALED_LIGHTLY, b"\n" + with_work(40), SEALED_LIGHTLY[:99] + armour(with_work(40))):
        with pytest.raises(Unreadable):
            unseal(sealed, PASSPHRASE)


def test_a_long_one_opens_whatever_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only its head is looked at, which ends anywhere in a line of its armour."""
    opened: list[bytes] = []
    monkeypatch.setattr(sealing, "_library", lambda: SimpleNamespace(decrypt=lambda content, _: opened.append(content)))
    for more in range(9):
        sealed = armour(binary(SEALED_LIGHTLY) + b"x" * (200_000 + more))
        unseal(sealed, PASSPHRASE)
        unseal(sealed.replace(b"\n", b"\r\n"), PASSPHRASE)
    assert len(opened) == 18


def test_an_archive_that_asks_for_it_is_refused_in_a_line(
    home: Path, clock: TestClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LCTERM_PASSPHRASE", PASSPHRASE)
    shell = Shell(clock, home)
    (tmp_path / "archive.age").write_bytes(armour(with_work(40)))
    assert "more memory than any machine" in shell.refusal("import", "archive", str(tmp_path / "archive.age"))
    (tmp_path / "archive.age").write_bytes(SEALED_LIGHTLY)
    assert "archive.age" in shell.refusal("import", "archive", str(tmp_path / "archive.age"))
