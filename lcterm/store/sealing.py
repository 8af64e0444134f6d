"""Bytes behind a passphrase, in the form of age (age-encryption.org/v1), so that the plain `age` tool opens them too.

Text on the outside (age's armour), so that a file may go by mail. There is no second way in: who forgets the passphrase
has lost what is in the file.
"""

from typing import Any

from lcterm.core.refusal import Refused
from lcterm.store.reading import Unreadable

_ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"
_BINARY = b"age-encryption.org/v1"
_WRONG = "Decryption failed"
"""What pyrage says when the passphrase opens nothing; of damage it says something else."""


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
    """The bytes that were sealed. Raises Unreadable for another passphrase and for damage, Refused as above."""
    passphrases = _library()
    from pyrage import DecryptError  # type: ignore[import-untyped]

    try:
        plain: bytes = passphrases.decrypt(content.strip() if _ARMOUR in content else content, passphrase)
    except DecryptError as problem:
        wrong = str(problem) == _WRONG
        raise Unreadable("the passphrase does not fit" if wrong else "it is cut short or damaged") from None
    return plain


def _library() -> Any:
    try:
        from pyrage import passphrase
    except ImportError:
        raise Refused("sealing needs one more library: pip install 'lcterm[seal]'") from None
    return passphrase
