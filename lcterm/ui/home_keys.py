"""The keys of the home screen, once: footer, sheet of keys and the screen itself take them from here."""

from typing import NamedTuple


class HomeKey(NamedTuple):
    """A key of the home: Textual's names for it, how it is shown, its word in the footer, and what it does."""

    id: str
    keys: tuple[str, ...]
    shown: str
    footer: str
    tooltip: str
    narrow: str = ""

    @property
    def short(self) -> str:
        """The word in a narrow footer."""
        return self.narrow or self.footer


HOME_KEYS: tuple[HomeKey, ...] = (
    HomeKey("open", ("enter",), "Enter", "go on", "Opens what is chosen: board, or summary if over"),
    HomeKey("go-on", ("space",), "space", "go on", "Goes on with what is running, from anywhere"),
    HomeKey("plan", ("p",), "p", "plan a session", "Plans a session of the community chosen", "plan"),
    HomeKey("new", ("n",), "n", "new community", "Makes a community from a list of names", "new"),
    HomeKey("community", ("m",), "m", "community", "Next time, rules, charter, actions, report …"),
    HomeKey("people", ("a",), "a", "people", "Who belongs to it: add people, give roles"),
    HomeKey("look", ("o",), "o", "open, read only", "The summary of the session chosen, to read", "read"),
    HomeKey("replay", ("l",), "l", "look back", "The session chosen once more, minute by minute"),
    HomeKey("prepare", ("7", "c"), "7", "prepare", "The checklist before the session chosen"),
    HomeKey("contacts", ("0", "w"), "0", "contacts", "Whom to turn to when somebody needs care"),
    HomeKey("setup", ("s",), "s", "setting up", "What is negotiated and arranged before it begins", "set up"),
    HomeKey("import", ("i",), "i", "import", "Brings in a file: people, recording, minutes …"),
    HomeKey("demo", ("d",), "d", "demo", "The sample; nothing of yours is touched"),
    HomeKey("tour", ("t",), "t", "tour", "A tour of two minutes, on the sample"),
    HomeKey("help", ("question_mark",), "?", "keys", "These keys"),
    HomeKey("quit", ("q",), "q", "leave", "Leaves lcterm; a running session goes on"),
)

MOVING: tuple[tuple[str, str], ...] = (("↑ ↓ ← →", "Chooses; Tab too: to sessions and back"),)

BY_ID = {key.id: key for key in HOME_KEYS}
_BY_NAME = {name: key for key in HOME_KEYS for name in key.keys} | {"?": BY_ID["help"]}

FOOTER = ("open", "plan", "community", "new", "people", "look", "quit")
FOOTER_BEGINNING = ("open", "plan", "setup", "community", "people", "quit", "new", "look")
"""Where a community has not met yet: it is set up, and designs itself."""
FOOTER_NARROW = ("open", "quit", "plan", "community", "new", "people", "look", "import")
FOOTER_EMPTY = ("tour", "new", "import", "demo", "quit")


def home_key(name: str, character: str | None) -> HomeKey | None:
    """What a key press does; a capital does the same as its small letter, so that caps lock does not matter."""
    plain = name.removeprefix("shift+")
    if len(plain) == 1:
        plain = plain.lower()
    return _BY_NAME.get(plain) or (_BY_NAME.get(character or "") if "+" not in name else None)
