"""The terminal's side of a pseudo-terminal: what keys send, what queries get, what the screen shows.

pyte draws the screen. What it does not know is dealt with here: sequences that it would print are left out,
a frame in synchronized output (mode 2026) is shown whole or not at all, the alternate screen has a buffer of its own.
"""

import base64
import codecs
import re
from collections import defaultdict
from copy import copy
from typing import Any

import pyte
from pyte.screens import Char, StaticDefaultDict

KEYS = {
    "space": " ", "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "esc": "\x1b", "backspace": "\x7f",
    "insert": "\x1b[2~", "delete": "\x1b[3~", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~",
    "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "f10": "\x1b[21~", "f11": "\x1b[23~", "f12": "\x1b[24~",
}  # fmt: skip
CURSOR_KEYS = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}

ALTERNATE_SCREEN, PASTE = 1049, 2004
LEFT_ON = {
    ALTERNATE_SCREEN: "alternate screen", 1000: "mouse", 1002: "mouse drags", 1003: "mouse moves",
    1004: "focus reports", 1006: "mouse in SGR", PASTE: "bracketed paste",
}  # fmt: skip

FRAME_OPENS, FRAME_CLOSES = "\x1b[?2026h", "\x1b[?2026l"
UNKNOWN_TO_PYTE = re.compile(
    r"\x1b\[[<=>][0-?]*[ -/]*[@-~]"  # other private sequences: kitty's keyboard, xterm's key options
    r"|\x1b\[\?[0-?]*[ -/]*[@-gi-km-~]"  # of the private ones with ? it knows h and l
    r"|\x1b\[[0-?]*[ -/]+[@-~]"  # sequences with an intermediate byte: cursor shapes
    r"|\x1b[PX^_].*?\x1b\\",  # whole strings: device control and application commands
    re.DOTALL,
)
CUT_SHORT = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[PX^_][^\x1b]*\x1b?)?\Z")

QUERY = re.compile(
    rb"\x1b\[(?:\?(?P<mode>\d+)\$p|(?P<second>>)0?c|(?P<first>)0?c|(?P<status>)5n)"
    rb"|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"
)
QUERY_CUT_SHORT = re.compile(rb"\x1b(?:\[[?>]?\d*\$?|\]\d*;?\??\x1b?)?\Z")
CLIPBOARD = re.compile(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


def encode(key: str, application_cursor: bool = False) -> str:
    """What a terminal sends for a key: a name (`enter`, `f2`, `ctrl+g`, `alt+x`) or the character itself."""
    if key in KEYS:
        return KEYS[key]
    if key in CURSOR_KEYS:
        return ("\x1bO" if application_cursor else "\x1b[") + CURSOR_KEYS[key]
    if key.startswith("ctrl+") and len(key) == 6 and key[5].isascii() and key[5].isalpha():
        return chr(ord(key[5]) & 31)
    if key.startswith("alt+") and len(key) == 5:
        return "\x1b" + key[4]
    if len(key) == 1:
        return key
    raise ValueError(f"no key is called {key!r}; see KEYS in {__name__}")


def clipboard(raw: bytes) -> str | None:
    """The text that was last put on the clipboard by OSC 52; None if none was."""
    found = CLIPBOARD.findall(raw)
    return base64.b64decode(found[-1]).decode() if found else None


class Answers:
    """What a modern terminal says when a program asks it something."""

    def __init__(self) -> None:
        self._rest = b""

    def to(self, data: bytes) -> bytes:
        """The replies to the queries in these bytes; one that is cut short waits for its rest."""
        data = self._rest + data
        cut = QUERY_CUT_SHORT.search(data)
        self._rest = data[cut.start() :] if cut else b""
        return b"".join(self._reply(query) for query in QUERY.finditer(data))

    @staticmethod
    def _reply(query: re.Match[bytes]) -> bytes:
        if (mode := query["mode"]) is not None:
            return b"\x1b[?%s;%d$y" % (mode, 2 if mode == b"2026" else 0)
        if (colour := query["colour"]) is not None:
            return b"\x1b]%s;rgb:%s\x1b\\" % (colour, b"/".join([b"ffff" if colour == b"10" else b"0000"] * 3))
        if query["status"] is not None:
            return b"\x1b[0n"
        return b"\x1b[?62;22c" if query["second"] is None else b"\x1b[>41;390;0c"


class _PyteScreen(pyte.Screen):
    """pyte's screen with an alternate one beside it."""

    _main: tuple[Any, Any] | None = None

    def set_mode(self, *modes: int, **options: Any) -> None:
        super().set_mode(*modes, **options)
        if options.get("private") and ALTERNATE_SCREEN in modes and self._main is None:
            self._main = self.buffer, copy(self.cursor)
            self.buffer = defaultdict(lambda: StaticDefaultDict(self.default_char))

    def reset_mode(self, *modes: int, **options: Any) -> None:
        super().reset_mode(*modes, **options)
        if options.get("private") and ALTERNATE_SCREEN in modes and self._main is not None:
            hidden = self.cursor.hidden
            self.buffer, self.cursor = self._main
            self.cursor.hidden = hidden
            self._main = None


class View:
    """The screen a person would see after all the bytes that were fed."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = _PyteScreen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._pending = ""

    def feed(self, data: bytes, last: bool = False) -> None:
        """Draws what is whole; an open frame or half a sequence waits, unless these are the `last` bytes."""
        text = self._pending + self._decode(data, last)
        end = len(text)
        if not last:
            opened = text.rfind(FRAME_OPENS)
            if opened > text.rfind(FRAME_CLOSES):
                end = opened
            elif cut := CUT_SHORT.search(text):
                end = cut.start()
        self._pending = text[end:]
        self._stream.feed(UNKNOWN_TO_PYTE.sub("", text[:end]))

    def resize(self, columns: int, rows: int) -> None:
        self._screen.resize(rows, columns)

    def is_on(self, mode: int) -> bool:
        """Whether a private mode (DEC's number) is set."""
        return mode << 5 in self._screen.mode

    def cells(self) -> list[list[Char]]:
        """Row by row, a cell each; the right half of a wide character has no `data`."""
        rows, columns = range(self._screen.lines), range(self._screen.columns)
        return [[self._screen.buffer[row][column] for column in columns] for row in rows]

    def lines(self) -> list[str]:
        """The rows as text, without blanks at their ends."""
        return ["".join(cell.data for cell in row).rstrip() for row in self.cells()]

    def find(self, text: str) -> tuple[int, int] | None:
        """Column and row, from 0, of the first place where `text` stands."""
        for number, row in enumerate(self.cells()):
            column_of = [column for column, cell in enumerate(row) for _ in cell.data]
            at = "".join(cell.data for cell in row).find(text)
            if at >= 0:
                return column_of[at], number
        return None

    def cursor(self) -> tuple[int, int] | None:
        """Column and row from 0; None when it is hidden."""
        cursor = self._screen.cursor
        return None if cursor.hidden else (cursor.x, cursor.y)

    def left_on(self) -> list[str]:
        """What a program that has ended ought to have switched off, in words; empty if all is in order."""
        found = [words for mode, words in LEFT_ON.items() if self.is_on(mode)]
        return [*found, "hidden cursor"] if self._screen.cursor.hidden else found
