"""Where a passphrase comes from: LCTERM_PASSPHRASE, else the keyboard, unseen."""

import sys
from collections.abc import Callable

from lcterm.cli.context import Context
from lcterm.core.refusal import Refused
from lcterm.store.sealing import seal, unseal

NO_WAY_BACK = "Nobody opens it without the passphrase, and lcterm keeps none: write it down where you keep such things."


def ask(context: Context, *, twice: bool = False) -> str:
    """The passphrase; `twice` for a new one. Raises Refused where there is nobody to ask, and for a slip of the
    fingers."""
    if (given := context.environ.get("LCTERM_PASSPHRASE")) is not None:
        return given
    if not sys.stdin.isatty():
        raise Refused("this needs a passphrase: run it at a terminal, or put it in LCTERM_PASSPHRASE")
    from getpass import getpass

    try:
        typed = getpass("Passphrase: ")
        again = getpass("Once more: ") if twice else typed
    except EOFError:
        raise Refused("no passphrase was given; nothing was changed") from None
    if again != typed:
        raise Refused("the two are not alike; nothing was changed")
    return typed


def sealing(context: Context) -> tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]:
    """What seals with a new passphrase, and what opens with it."""
    passphrase = ask(context, twice=True)
    return (lambda content: seal(content, passphrase)), (lambda content: unseal(content, passphrase))


def unsealing(context: Context) -> Callable[[bytes], bytes]:
    """What opens with the passphrase."""
    passphrase = ask(context)
    return lambda content: unseal(content, passphrase)
