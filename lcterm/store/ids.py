"""Ids: of a run of the program, of a community, of a session. They carry no names."""

import os
from collections.abc import Callable, Container
from datetime import date

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_LONGEST = 64
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
# Ids of communities and sessions are typed by hand, so what looks alike (0 o, 1 i l) is left out.
_TYPED = "23456789abcdefghjkmnpqrstuvwxyz"


def is_plain(name: str) -> bool:
    """Whether the name may be part of a path: `[a-z0-9-]`, 1 to 64 characters."""
    return 0 < len(name) <= _LONGEST and _PLAIN.issuperset(name)


def new_writer_id() -> str:
    """A fresh id for one run of the program, 10 characters."""
    # A byte falls on each of the 32 letters equally often. Every start makes one, and `secrets` takes long to load.
    return "".join(_BASE32[byte % len(_BASE32)] for byte in os.urandom(10))


def new_community_id() -> str:
    """A fresh id for a community, 8 characters."""
    return _random(_TYPED, 8)


def new_session_id(local_date: date) -> str:
    """A fresh id for a session on this day, `2026-12-01-k3f9`: two laptops that are offline never clash."""
    return f"{local_date.year:04}-{local_date.month:02}-{local_date.day:02}-{_random(_TYPED, 4)}"


def not_among(taken: Container[str], new: Callable[[], str]) -> str:
    """A fresh id that nothing here has yet. The short ones do repeat: of a thousand sessions on one day, two may."""
    while (id := new()) in taken:
        pass
    return id


def _random(letters: str, length: int) -> str:
    import secrets

    return "".join(secrets.choice(letters) for _ in range(length))


def new_person_id() -> str:
    """A fresh id for a person, 6 characters: a log holds ids, so that a name can be taken out of it."""
    return _random(_TYPED, 6)
