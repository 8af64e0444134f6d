"""The key table in force: what a press means, and what a key is called wherever the screens name one."""

from collections import Counter
from collections.abc import Iterable, Sequence

from lcterm.ui.key_names import drawn_key, shown_key
from lcterm.ui.keys import GROUPS, KEYS, Key


class KeyTable:
    """Every key of the board, the shipped ones or a facilitator's own. Never changes once it is made."""

    def __init__(self, keys: Sequence[Key]) -> None:
        self.keys = tuple(keys)
        self._by_id = {key.id: key for key in self.keys}
        self._by_name = {name: key for key in self.keys for name in key.keys}
        self._by_character = {shown_key(name): key for name, key in self._by_name.items() if len(shown_key(name)) == 1}
        if "minus" in self._by_name:
            self._by_character["-"] = self._by_name["minus"]

    def __getitem__(self, id: str) -> Key:
        return self._by_id[id]

    def shown(self, word: str) -> str:
        """The key to press: a word that is the id of one becomes that key, "" if it has none; any other word (`Esc`,
        `g j`) is a key already."""
        key = self._by_id.get(word)
        return drawn_key(key.label if key is not None else word)

    def by_key(self, name: str, character: str | None = None) -> Key | None:
        """What a key press does, by the name and the character of Textual's event; None for a key without a meaning.

        A capital does the same as its small letter, so that caps lock does not matter; shift, where a terminal reports
        it by itself, is passed over with letters and the space bar. A key whose name says nothing (on a number pad,
        say) is known by its character, unless it was pressed with ctrl or alt.
        """
        plain = name.removeprefix("shift+")
        if len(plain) == 1 or plain == "space":
            name = plain.lower()
        return self._by_name.get(name) or (self._by_character.get(character or "") if "+" not in name else None)

    def grouped(self) -> list[tuple[str, list[Key]]]:
        """The table for the help screen: each group's title with its keys."""
        return [(title, [key for key in self.keys if key.group == group]) for group, title in GROUPS]

    def markdown(self, ids: Iterable[str] | None = None) -> str:
        """The table as Markdown, all of it in the order of the help screen, or the keys with these ids in their
        order."""
        wanted = [self[id] for id in ids] if ids is not None else [key for _, keys in self.grouped() for key in keys]
        rows = [f"| {_code([key.shown])} | {key.footer} | {key.tooltip} | {_code(key.also)} |" for key in wanted]
        return "\n".join(["| key | | what it does | also |", "|---|---|---|---|", *rows, ""])

    def clashes(self) -> list[str]:
        """The keys that mean more than one thing, by Textual's names."""
        return [name for name, count in Counter(name for key in self.keys for name in key.keys).items() if count > 1]


def _code(keys: Iterable[str]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


SHIPPED = KeyTable(KEYS)
"""The keys as they come with the program."""


def keys_of(app: object) -> KeyTable:
    """The keys in force in an app; the shipped ones in an app that knows of no others."""
    table = getattr(app, "key_table", SHIPPED)
    return table if isinstance(table, KeyTable) else SHIPPED
