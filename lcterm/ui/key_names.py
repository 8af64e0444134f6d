"""What keys are called: Textual's names, what people know them by, and which can be taken for a key of one's own."""

import re
import unicodedata
from collections.abc import Mapping
from contextvars import ContextVar

from lcterm.core.refusal import Refused

_SHOWN: Mapping[str, str] = {
    "plus": "+",
    "equals_sign": "=",
    "minus": "−",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "question_mark": "?",
    "colon": ":",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "comma": ",",
    "full_stop": ".",
    "semicolon": ";",
    "slash": "/",
    "backslash": "\\",
    "tab": "Tab",
    "enter": "Enter",
    "home": "Home",
    "end": "End",
    "insert": "Ins",
    "delete": "Del",
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "ampersand": "&",
    "apostrophe": "'",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "asterisk": "*",
    "at": "@",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "circumflex_accent": "^",
    "underscore": "_",
    "grave_accent": "`",
    "left_curly_bracket": "{",
    "vertical_line": "|",
    "right_curly_bracket": "}",
    "tilde": "~",
}

_ARROWS = {"↑": "Up", "↓": "Down", "←": "Left", "→": "Right"}
_by_words: ContextVar[bool] = ContextVar("arrows by words", default=False)
"""Whether this run draws with plain signs: there `↓` would be a `v`, which is another key."""

_MEANT: Mapping[str, str] = {shown.lower(): name for name, shown in _SHOWN.items()} | {
    "-": "minus",
    "page down": "pagedown",
    "page up": "pageup",
    "pgdown": "pagedown",
    "ins": "insert",
    "del": "delete",
}

_NEEDED = {
    "escape": "Esc steps out of things",
    "esc": "Esc steps out of things",
    "enter": "Enter ends what is typed",
    "return": "Enter ends what is typed",
    "backspace": "Backspace mends what is typed",
    "ctrl+c": "ctrl+c belongs to the terminal",
    "ctrl+q": "ctrl+q leaves the program",
    "ctrl+z": "ctrl+z belongs to the terminal",
    "ctrl+s": "ctrl+s belongs to the terminal",
    "ctrl+i": "terminals send it for Tab as well",
    "ctrl+m": "terminals send it for Enter as well",
    "ctrl+j": "terminals send it for Enter as well",
    "ctrl+h": "terminals send it for Backspace as well",
}
"""Keys that nobody can have, and why."""

_NAMED = r"f([1-9]|1\d|2[0-4])|ctrl\+[a-z]|shift\+tab|space"

NO_KEY = "is no key"
EXAMPLES = '"x", "+", "PgDn", "f5" or "ctrl+g"'


def shown_key(name: str) -> str:
    """A key of Textual's as people know it."""
    if len(name) > 1 and name[0] == "f" and name[1:].isdigit():
        return name.upper()
    return _SHOWN.get(name, name)


def arrows_by_words(wanted: bool) -> None:
    """From now on, in this run, arrow keys are called Up and Down where keys are named; or by their signs."""
    _by_words.set(wanted)


def drawn_key(shown: str) -> str:
    """A key, or several, as `shown_key` has them, the way this run draws them: `↑ ↓` is `Up Down` in plain signs."""
    if shown.isascii() or not _by_words.get():
        return shown
    return "".join(_ARROWS.get(sign, sign) for sign in shown)


def key_name(text: str) -> str:
    """Textual's name of a key that somebody wrote down: as Textual calls it, or as it is shown. Capitals do not
    matter. Raises Refused, with a reason that begins with the key, for no key at all and for one that is needed."""
    wanted = text.strip().lower() if text != " " else "space"
    name = _MEANT.get(wanted, wanted)
    if name in _NEEDED:
        raise Refused(f'"{text}" cannot be had, as {_NEEDED[name]}')
    if name.startswith(("alt+", "meta+")):
        raise Refused(f'"{text}" does not reach the program in every terminal')
    if name in _SHOWN or re.fullmatch(_NAMED, name):
        return name
    if len(name) == 1 and name.isprintable():
        return name if name.isalnum() else unicodedata.name(name, name).lower().replace(" ", "_").replace("-", "_")
    raise Refused(f'"{text}" {NO_KEY}')


def near_keys() -> tuple[str, ...]:
    """The names among which a slip of the pen may find its key."""
    shown = (name for name in _SHOWN if name not in _NEEDED)
    return (*shown, *_MEANT, "space", "shift+tab", *(f"f{number}" for number in range(1, 13)))
