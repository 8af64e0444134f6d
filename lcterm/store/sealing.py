"""Bytes behind a passphrase, in the form of age (age-encryption.org/v1), so that the plain `age` tool opens them too.

Text on the outside (age's armour), so that a file may go by mail. There is no second way in: who forgets the passphrase
has lost what is in the file.
"""

import base64
import re
from typing import Any

from lcterm.core.refusal import Refused
from lcterm.store.reading import Unreadable

_ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"
_BINARY = b"age-encryption.org/v1"
_WRONG = "Decryption failed"
"""What pyrage says when the passphrase opens nothing; of damage it says something else."""
WORK_MAX = 21
"""A file says itself how dear it is to try a passphrase: by two to this power, a KiB of memory each, so 2 GiB. What is
sealed to take a second asks for 18 to 20; by more a stranger's file would take the machine down. Source: ours (RFC 7914
has the sum; the plain `age` tool goes to 22)."""
_HEAD = 64 * 1024
_NOT_IN_ARMOUR = re.compile(rb"-.*|[^A-Za-z0-9+/]")
_ASKED = re.compile(rb"^-> scrypt [^\n]* ([0-9]+)\r?$", re.MULTILINE)


def is_sealed(content: bytes) -> bool:
    """Whether these are bytes that age has encrypted, by whatever key."""
    return content.lstrip().startswith((_ARMOUR, _BINARY))


def seal(content: bytes, passphrase: str) -> bytes:
    """The bytes as nobody reads them without the passphrase. It takes about a second: that is what makes guessing
    dear. Raises Refused for an empty passphrase, and where the library is missing."""
    passphrases = _library()
    if not passphrase:
        raise Refused("the passphrase is empty; four or five words that nobody would put together make a good one")
    sealed: bytes = passphrases.encrypt(content, passphrase, armored=True)
    return sealed


def unseal(content: bytes, passphrase: str) -> bytes:
    """The bytes that were sealed. Raises Unreadable for another passphrase, for damage, and for what asks for more
    work than it ever should; Refused as above."""
    passphrases = _library()
    if armoured := content.lstrip().startswith(_ARMOUR):
        content = content.strip()
    _see_that_it_can_be_tried(content, armoured=armoured)
    from pyrage import DecryptError  # type: ignore[import-untyped]

    try:
        plain: bytes = passphrases.decrypt(content, passphrase)
    except DecryptError as problem:
        wrong = str(problem) == _WRONG
        raise Unreadable("the passphrase does not fit" if wrong else "it is cut short or damaged") from None
    return plain


def _see_that_it_can_be_tried(content: bytes, *, armoured: bool) -> None:
    head = content[:_HEAD]
    if armoured:
        text = _NOT_IN_ARMOUR.sub(b"", head.removeprefix(_ARMOUR))
        head = base64.b64decode(text[: len(text) // 4 * 4])
    head, ends, _ = head.partition(b"\n---")
    if any(len(asked) > 2 or int(asked) > WORK_MAX for asked in _ASKED.findall(head)):
        raise Unreadable("to try a passphrase on it takes more memory than any machine should give; do not open it")
    if not ends:
        raise Unreadable("it is cut short or damaged")


def _library() -> Any:
    try:
        from pyrage import passphrase
    except ImportError:
        raise Refused("sealing needs one more library: pip install 'lcterm[seal]'") from None
    return passphrase
