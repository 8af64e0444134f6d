"""A facilitator's own keys put in the place of the shipped ones: taken whole, or refused by name and not at all."""

from collections.abc import Mapping
from difflib import get_close_matches

from lcterm.core.refusal import Refused
from lcterm.store.own_keys import NAME, brief, read_own_keys
from lcterm.store.paths import Home
from lcterm.ui.key_names import EXAMPLES, NO_KEY, key_name, near_keys, shown_key
from lcterm.ui.key_table import SHIPPED, KeyTable
from lcterm.ui.keys import Key

_ENTER = "enter"
NEVER_WITHOUT = ("help", "quit")
"""The ids of what always has a key: without them nobody finds the others, or the way out."""


def key_table(home: Home) -> KeyTable:
    """The keys in force in a home. Raises Refused for a `keys.toml` that cannot be taken as it stands."""
    return remapped(read_own_keys(home))


def remapped(wishes: Mapping[str, tuple[str, ...]]) -> KeyTable:
    """The table with these keys in the place of the shipped ones, by id; an empty tuple takes a key away. Raises
    Refused for an id or a key that there is not, for a clash, and if nothing would be left to ask for help or leave."""
    if not wishes:
        return SHIPPED
    ids = {key.id for key in SHIPPED.keys}
    for id in wishes:
        if id not in ids:
            near = get_close_matches(id, ids, n=1, cutoff=0.5)
            advice = f'did you mean "{near[0]}"?' if near else "`lcterm keys` lists what there is"
            raise Refused(f'{NAME}: there is nothing called "{brief(id)}"; {advice}')
    own = {id: _named(id, keys) for id, keys in wishes.items()}
    table = KeyTable([key.moved_to(own[key.id]) if key.id in own else key for key in SHIPPED.keys])
    for name in table.clashes():
        _refuse_clash(name, table, own)
    return table


def _named(id: str, written: tuple[str, ...]) -> tuple[str, ...]:
    """The keys by Textual's names, each once."""
    if not written and id in NEVER_WITHOUT:
        raise Refused(f"{NAME}: {id} needs a key, or nobody finds the way; leave the line out, or give it another key")
    names: list[str] = []
    for text in written:
        try:
            names.append(_ENTER if _stays(id, text) else key_name(text if text == " " else brief(text)))
        except Refused as refused:
            slip = text.lower() if refused.reason.endswith(NO_KEY) else ""  # what cannot be had was no slip
            near = get_close_matches(slip, near_keys(), n=1, cutoff=0.6)
            advice = f'did you mean "{near[0]}"?' if near else f"keys are written like {EXAMPLES}"
            raise Refused(f"{NAME}: {id}: {refused.reason}; {advice}") from None
    return tuple(dict.fromkeys(names))


def _stays(id: str, text: str) -> bool:
    """Whether this is Enter on the one thing that may have it: what ends a line never falls on it."""
    return text.strip().lower() in (_ENTER, "return") and _ENTER in SHIPPED[id].keys


def _refuse_clash(name: str, table: KeyTable, own: Mapping[str, tuple[str, ...]]) -> None:
    """What had the key before is named first."""
    both = sorted((key for key in table.keys if name in key.keys), key=lambda key: key.id in own)
    meanings = " and ".join(key.id if key.footer == key.id else f"{key.footer} ({key.id})" for key in both[:2])
    raise Refused(f'{NAME}: "{shown_key(name)}" is both {meanings}; give one of them another key')


def to_edit(table: KeyTable = SHIPPED) -> str:
    """A `keys.toml` to edit: every key as it is, commented out, with what it does."""
    lines = [
        "# Your own keys. Take the # away from a line and change what stands behind the =.",
        '# Keys are written as the help screen shows them: "x", "+", "PgDn", "f5", "ctrl+g"; or a list: ["x", "f5"].',
        "# [] takes a key away. What is left out, or still has its #, stays as it was shipped.",
        "",
        "[keys]",
    ]
    for title, keys in table.grouped():
        lines += ["", f"# {title}"]
        lines += [f"# {key.id} = {_toml(key):32} # {key.tooltip}" for key in keys]
    return "\n".join([*lines, ""])


def _toml(key: Key) -> str:
    written = [f"'{name}'" if '"' in name or "\\" in name else f'"{name}"' for name in map(shown_key, key.keys)]
    return written[0] if len(written) == 1 else f"[{', '.join(written)}]"
