"""The keys of the board as they are shipped: every one once.

Footer, help, palette and the tables in README come from here, by way of a `KeyTable`, in which a facilitator's own
keys stand in the place of these. Keys are Textual's names. A badge or a name that follows a key, and the digits of a
hand's kind, are typed text, not keys of this table.
"""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from lcterm.ui.key_names import shown_key

Group = Literal["floor", "writing", "seeing", "time", "people", "always"]

GROUPS: tuple[tuple[Group, str], ...] = (
    ("floor", "The floor"),
    ("writing", "Writing"),
    ("people", "People"),
    ("time", "Time"),
    ("seeing", "Seeing"),
    ("always", "Always"),
)
"""The groups with their titles, in the order of the help screen."""

PERSON = " …"
"""Shown after a key that a person follows, as badge or name."""


class Key(Struct, frozen=True):
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
    def label(self) -> str:
        """The key itself as people know it, without what follows; "" where its keys were taken away."""
        return self.shown.split(" ")[0]

    @property
    def also(self) -> tuple[str, ...]:
        """The other keys that do the same, as people know them."""
        return tuple(shown_key(key) for key in self.keys[1:])

    def moved_to(self, keys: tuple[str, ...]) -> "Key":
        """The same thing on other keys, or on none."""
        first = shown_key(keys[0]) if keys else ""
        again = f" {first}" if self.shown == " ".join([self.label] * 2) else ""
        return replace(self, keys=keys, shown=first and first + again + (PERSON if self.takes else ""))


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
    shown = shown or shown_key(names[0]) + (PERSON if takes else "")
    return Key(id, names, shown, footer, tooltip, group, takes, short or footer)


KEYS: tuple[Key, ...] = (
    _key(
        "next-speaker", "space ctrl+g", "next speaker", "Top of the queue, or next in the round", "floor", short="next"
    ),
    _key("hand", "h f2", "hand", "Hand up; 1–4 first for the kind", "floor", "person"),
    _key("spoke", "s f3", "spoke", "Spoke just now: noted, moves nobody", "floor", "person"),
    _key("give", "g f4", "give floor", "Has the floor now, whatever the order", "floor", "person"),
    _key("interject", "i", "interject", "Clarifying question; the floor goes back", "floor", "person"),
    _key("free", "f", "free floor", "The turn ends and nobody follows yet", "floor"),
    _key("pass", "p", "pass", "Passes in a round; asked again at the end", "floor"),
    _key("withdraw", "w", "lower hand", "Takes a hand down; a running turn goes on", "floor", "person"),
    _key("reopen", "comma", "not done", "Last speaker goes on later, first in line", "floor"),
    _key("move-up", "up", "up in line", "Moves a hand up; once more goes on", "floor", "person"),
    _key("move-down", "down", "down in line", "Moves a hand down; once more goes on", "floor", "person"),
    _key("suggestion", "tab", "take hint", "The floor to whoever is suggested", "floor"),
    _key("kinds", "semicolon", "by kind", "Hands by kind; again: in plain order", "floor"),
    _key("mode", "m", "mode", "Round, queue, open, pairs …; a limit", "floor"),
    _key("next-point", "n pagedown ctrl+n", "next point", "Ends this point and starts the next", "time", short="point"),
    _key("back", "b pageup", "back", "Goes back to the point before", "time"),
    _key("jump", "j", "jump", "Goes to a point by its number", "time"),
    _key("clock", "t f5", "start, pause", "Starts, pauses or resumes the clock", "time"),
    _key("late", "z", "late start", "It started so many minutes ago", "time"),
    _key("longer", "plus equals_sign", "1 min more", "A minute more for this point", "time"),
    _key("shorter", "minus", "1 min less", "A minute less for this point", "time"),
    _key("longer-5", "greater_than_sign", "5 min more", "Five minutes more", "time"),
    _key("shorter-5", "less_than_sign", "5 min less", "Five minutes less", "time"),
    _key("landing", "l", "landing", "How the rest could still end on time", "time"),
    _key("care", "0 ctrl+l", "care", "All waits; the room sees a calm page", "time"),
    _key("arrive", "a", "arrives", "Comes in late, or comes back", "people", "person"),
    _key("leave", "x", "leaves", "Leaves the room", "people", "person"),
    _key("listen", "k", "listening", "Keeps to listening today; no mark for it", "people", "person"),
    _key("line", "slash", "on the line", "On the line, dropped from it, back again", "people", "person"),
    _key("hand-over", "9", "hand over", "The facilitator's seat passes to another", "people", "person"),
    _key("order", "o", "order", "Voices by seat, quiet first, or share", "people"),
    _key("say", "y", "say", "What to say now; why a mark stands there", "people"),
    _key("capture", "c ctrl+t", "capture", "Starts a line; its first letter is the kind", "writing"),
    _key("sentence", "full_stop", "sentence", "A line for whoever has the floor, by name", "writing"),
    _key("mend", "e", "mend", "Opens the last line again", "writing"),
    _key("strike", "d", "take back", "Strikes a capture: gone, from the disk too", "writing"),
    _key("decide", "exclamation_mark", "decide", "Traffic light, pairs, what else, park it", "writing"),
    _key("read-back", "5", "read back", "What was written since, to read aloud", "writing"),
    _key("veil", "v f9", "veil", "Hides what the room should not see", "seeing"),
    _key("agenda", "1", "agenda", "Agenda, large, to edit", "seeing"),
    _key("voices", "2", "voices", "People and seats, large, to edit", "seeing"),
    _key("captures", "3", "captures", "Captures, large, to edit", "seeing"),
    _key("summary", "4", "summary", "The summary, to look at and to hand on", "seeing"),
    _key("cards", "6", "cards", "Help when someone is silent, angry …", "seeing"),
    _key("prepare", "7", "prepare", "The checklist before the session", "seeing"),
    _key("room", "8", "room screen", "Room screen: question, rules, captures", "seeing"),
    _key("since", "backslash", "since last", "Since last time: open, left over", "seeing"),
    _key("so-far", "asterisk", "so far", "Pictures: the day, who spoke when", "seeing"),
    _key("offer", "enter", "open", "Opens what this point is about: rules …", "seeing"),
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
