"""The keys of the board that work while a line is being written, for a seat at which one always is."""

import re
from collections.abc import Container, Mapping
from types import MappingProxyType

from lcterm.ui.key_table import KeyTable
from lcterm.ui.keys import Key

_WORKS = re.compile(r"f\d+|ctrl\+[a-z]")
"""What types nothing and moves no cursor in a line."""
THE_LINES = frozenset({"ctrl+f", "ctrl+u"})
"""What the line itself makes something of."""
ALWAYS = ("help",)
"""The ids of keys that are called what they are: they close the footer of whatever asks something."""
AS_THEY_ARE: Mapping[str, str] = MappingProxyType({})


def second_keys(table: KeyTable, stands_for: Mapping[str, str] = AS_THEY_ARE) -> KeyTable:
    """The same table, for naming keys: each thing on the first of its keys that works in a line, and on none where it
    has no such key. `stands_for`: keys that have to be pressed instead of others, as in a browser."""
    instead = {meant: pressed for pressed, meant in stands_for.items()}
    return KeyTable([key if key.id in ALWAYS else _moved(key, instead) for key in table.keys])


def without(table: KeyTable, names: Container[str]) -> KeyTable:
    """The same table without these keys, which do something else at a seat."""
    return KeyTable([key.moved_to(tuple(name for name in key.keys if name not in names)) for key in table.keys])


def _moved(key: Key, instead: Mapping[str, str]) -> Key:
    kept = [name for name in key.keys if _WORKS.fullmatch(name) and name not in THE_LINES]
    return key.moved_to(tuple(instead.get(name, name) for name in kept[:1]))
