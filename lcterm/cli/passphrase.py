"""Where a passphrase comes from: LCTERM_PASSPHRASE, else the keyboard, unseen."""

import sys
from collections.abc import Callable

from lcterm.cli.context import Context
from lcterm.core.refusal import Refused
from lcterm.store.sealing import seal, unseal

SHORT = 12
"""Characters below which a passphrase is worth a warning."""
NO_WAY_BACK = "Nobody opens it without the passphrase, and lcterm keeps none: write it down where you keep such things."


def ask(context: Context, *, twice: bool = False) -> str:
    """The passphrase; `twice` for a new one. Raises Refused where there is nobody to ask, and for a slip of the
    fingers."""
    if (given := context.environ.get("LCTERM_PASSPHRASE")) is not None:
        return _not_empty(given)
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
    return _not_empty(typed)


def _not_empty(passphrase: str) -> str:
    if not passphrase:
        raise Refused("the passphrase is empty; four or five words that nobody would put together make a good one")
    return passphrase


def sealing(context: Context) -> tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]:
    """What seals with a new passphrase, and what opens with it."""
    passphrase = ask(context, twice=True)
    if len(passphrase) < SHORT:
        context.warn("that is a short passphrase, which a machine soon guesses; four or five words make a good one")
    return (lambda content: seal(content, passphrase)), (lambda content: unseal(content, passphrase))


def unsealing(context: Context) -> Callable[[bytes], bytes]:
    """What opens with the passphrase."""
    passphrase = ask(context)
    return lambda content: unseal(content, passphrase)
