"""The key table: every key of the board, once.

Footer, help, palette, the acts of `lcterm do` and the tables in README come from here. Keys are Textual's names. A
badge or a name that follows a key, and the digits of a hand's kind, are typed text, not keys of this table.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

Group = Literal["floor", "writing", "seeing", "time", "people", "always"]

GROUPS: tuple[tuple[Group, str], ...] = (
    ("floor", "The floor"),
    ("writing", "Writing"),
    ("seeing", "Seeing"),
    ("time", "Time"),
    ("people", "People"),
    ("always", "Always"),
)
"""The groups with their titles, in the order of the help screen."""

PERSON = " …"
"""Shown after a key that a person follows, as badge or name."""

_SHOWN = {
    "plus": "+",
    "equals_sign": "=",
    "minus": "−",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "question_mark": "?",
    "colon": ":",
    "pagedown": "PgDn",
    "pageup": "PgUp",
}


class Key(NamedTuple):
    """One thing that a key does; `keys` are Textual's names, the first is the one that is taught."""

    id: str
    keys: tuple[str, ...]
    shown: str
    footer: str
    tooltip: str
    group: Group
    takes: Literal["", "person"] = ""
    """What has to be typed after the key before anything happens."""
    short: str = ""
    """The word in a narrow footer."""

    @property
    def also(self) -> tuple[str, ...]:
        """The other keys that do the same, as people know them."""
        return tuple(_shown(key) for key in self.keys[1:])


def _shown(key: str) -> str:
    return _SHOWN.get(key) or (key.upper() if key[0] == "f" and key[1:].isdigit() else key)


def _key(
    id: str,
    keys: str,
    footer: str,
    tooltip: str,
    group: Group,
    takes: Literal["", "person"] = "",
    shown: str = "",
    short: str = "",
) -> Key:
    names = tuple(keys.split())
    shown = shown or _shown(names[0]) + (PERSON if takes else "")
    return Key(id, names, shown, footer, tooltip, group, takes, short or footer)


KEYS: tuple[Key, ...] = (
    _key(
        "next-speaker", "space ctrl+g", "next speaker", "Top of the queue, or next in the round", "floor", short="next"
    ),
    _key("hand", "h f2", "hand", "Hand up; 1–4 first for the kind", "floor", "person"),
    _key("spoke", "s f3", "spoke", "Spoke just now: noted, moves nobody", "floor", "person"),
    _key("give", "g f4", "give floor", "Has the floor now, whatever the order", "floor", "person"),
    _key("free", "f", "free floor", "The turn ends and nobody follows yet", "floor"),
    _key("pass", "p", "pass", "Passes in a round; asked again at the end", "floor"),
    _key("withdraw", "w", "lower hand", "Takes a hand down; a running turn goes on", "floor", "person"),
    _key("mode", "m", "mode", "Round, queue, open, presenter, none; close", "floor"),
    _key("next-point", "n pagedown ctrl+n", "next point", "Ends this point and starts the next", "time", short="point"),
    _key("back", "b pageup", "back", "Goes back to the point before", "time"),
    _key("jump", "j", "jump", "Goes to a point by its number", "time"),
    _key("clock", "t f5", "start, pause", "Starts, pauses or resumes the clock", "time"),
    _key("late", "z", "late start", "It started so many minutes ago", "time"),
    _key("longer", "plus equals_sign", "1 min more", "A minute more for this point", "time"),
    _key("shorter", "minus", "1 min less", "A minute less for this point", "time"),
    _key("longer-5", "greater_than_sign", "5 min more", "Five minutes more", "time"),
    _key("shorter-5", "less_than_sign", "5 min less", "Five minutes less", "time"),
    _key("arrive", "a", "arrives", "Comes in late, or comes back", "people", "person"),
    _key("leave", "x", "leaves", "Leaves the room", "people", "person"),
    _key("listen", "k", "listening", "Keeps to listening today; no mark for it", "people", "person"),
    _key("order", "o", "order", "Voices by seat, quiet first, or share", "people"),
    _key("say", "y", "say", "What to say now; why a mark stands there", "people"),
    _key("capture", "c ctrl+t", "capture", "Starts a line; its first letter is the kind", "writing"),
    _key("mend", "e", "mend", "Opens the last line again", "writing"),
    _key("veil", "v f9", "veil", "Hides what the room should not see", "seeing"),
    _key("agenda", "1", "agenda", "Agenda, large, to edit", "seeing"),
    _key("voices", "2", "voices", "People and seats, large, to edit", "seeing"),
    _key("captures", "3", "captures", "Captures, large, to edit", "seeing"),
    _key("summary", "4", "summary", "The summary, to look at and to hand on", "seeing"),
    _key("undo", "u f8", "undo", "Takes back your last act", "always"),
    _key("redo", "r ctrl+r", "redo", "Does it again after all", "always"),
    _key("palette", "colon ctrl+o", "commands", "Every command, by name", "always"),
    _key("help", "question_mark", "keys", "These keys", "always"),
    _key("quit", "q", "leave", "Closes this screen; the session goes on", "always", shown="q q"),
)
"""The whole table."""

TEN = ("next-speaker", "hand", "spoke", "next-point", "clock", "longer", "shorter", "capture", "undo", "help")
"""The ids of the ten keys that run a session."""

BY_ID = {key.id: key for key in KEYS}

_BY_NAME = {name: key for key in KEYS for name in key.keys}
_BY_CHARACTER = {_shown(name): key for name, key in _BY_NAME.items() if len(_shown(name)) == 1} | {
    "-": _BY_NAME["minus"]
}


def by_key(name: str, character: str | None = None) -> Key | None:
    """What a key press does, by the name and the character of Textual's event; None for a key without a meaning.

    A capital does the same as its small letter, so that caps lock does not matter; shift, where a terminal reports it
    by itself, is passed over with letters and the space bar. A key whose name says nothing (on a number pad, say) is
    known by its character, unless it was pressed with ctrl or alt.
    """
    plain = name.removeprefix("shift+")
    if len(plain) == 1 or plain == "space":
        name = plain.lower()
    return _BY_NAME.get(name) or (_BY_CHARACTER.get(character or "") if "+" not in name else None)


def grouped() -> list[tuple[str, list[Key]]]:
    """The table for the help screen: each group's title with its keys."""
    return [(title, [key for key in KEYS if key.group == group]) for group, title in GROUPS]


def markdown_table(ids: Iterable[str] | None = None) -> str:
    """The table as Markdown, all of it in the order of the help screen, or the keys with these ids in their order."""
    keys = [BY_ID[id] for id in ids] if ids is not None else [key for _, keys in grouped() for key in keys]
    rows = [f"| {_code([key.shown])} | {key.footer} | {key.tooltip} | {_code(key.also)} |" for key in keys]
    return "\n".join(["| key | | what it does | also |", "|---|---|---|---|", *rows, ""])


def _code(keys: Iterable[str]) -> str:
    return ", ".join(f"`{key}`" for key in keys)
