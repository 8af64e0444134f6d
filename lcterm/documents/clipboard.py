"""The clipboard: the desktop's through pyperclip, the terminal's through OSC 52, and the truth about both.

Nothing is ever said to be on a clipboard that was not read back from it.
"""

import base64
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NamedTuple

from msgspec import Struct

from lcterm.store.paths import shown

SEQUENCE_MAX = 100_000
"""Bytes of base64 that a terminal is asked to take; several cut off what is longer, and half a summary is worse than
none."""


class Copied(Struct, frozen=True, kw_only=True):
    """What became of a text. `pyperclip`: it was read back from the desktop's clipboard, so it is there. `handed`: the
    clipboard took it, but could not be asked. `osc52`: it was sent to the terminal, which never answers. `why`: what
    is in the way, a phrase such as "no clipboard here"; "" where nothing is."""

    pyperclip: bool
    osc52: bool
    handed: bool = False
    why: str = ""


class _Answer(NamedTuple):
    known: bool
    handed: bool
    why: str = ""


def copy(text: str, terminal: Callable[[str], None] | None, seconds: float = 2.0, *, paste_back: bool = True) -> Copied:
    """Puts the text on every clipboard within reach, and says what is known. Never raises, never takes longer than
    `seconds`.

    `terminal` writes to the terminal as it is, None where there is none. OSC 52 is sent bare: tmux hands it on where
    `set-clipboard` is on or external, GNU screen does not. Without `paste_back` nothing can be known of the desktop's.
    """
    sent, too_long = _sent(text, terminal)
    answer = _asked(text, seconds, paste_back)
    why = "" if answer.known or sent else answer.why
    if why and too_long:
        why += ", and the text is too long for the terminal's"
    return Copied(pyperclip=answer.known, osc52=sent, handed=answer.handed, why=why)


def copy_in_browser(text: str, page: Callable[[str], None]) -> Copied:
    """Puts the text on the clipboard of the browser that this screen is in. The desktop's is left alone: it is that of
    the machine that serves, and whoever presses keys here is not before it. Never raises."""
    sent, too_long = _sent(text, page)
    why = "the text is too long for the browser's clipboard" if too_long else "the browser is gone"
    return Copied(pyperclip=False, osc52=sent, why="" if sent else why)


def said(
    copied: Copied, path: Path | str | None, what: str = "summary", instead: str = "", *, browser: bool = False
) -> str:
    """The line that tells where the text now is. `path`: the file it was saved in, None where it is in none; `instead`:
    what to do where it is nowhere. `browser`: the screen is in one, so that the clipboard is there and the file is
    not."""
    thing = what[:1].upper() + what[1:]
    file = "" if path is None else shown(path) + (" on the machine that serves" if browser else "")
    if copied.pyperclip:
        return f"{thing} on the clipboard and in {file}." if file else f"{thing} on the clipboard; it is in no file."
    certain = f"it is in {file} for certain" if file else "it is in no file"
    if copied.osc52:
        return f"Sent to the {'browser' if browser else 'terminal'}'s clipboard (it may not take it); {certain}."
    if copied.handed:
        return f"Handed to the clipboard (it could not be asked back); {certain}."
    why = copied.why or "no clipboard here"
    otherwise = f"the {what} is in {file}" if file else instead or f"the {what} is in no file either"
    return f"{why[:1].upper()}{why[1:]}; {otherwise}."


def _sent(text: str, terminal: Callable[[str], None] | None) -> tuple[bool, bool]:
    """Whether it was sent to the terminal; whether it was too long for that."""
    if terminal is None:
        return False, False
    payload = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    if len(payload) > SEQUENCE_MAX:
        return False, True
    try:
        terminal(f"\x1b]52;c;{payload}\x07")
    except (OSError, ValueError):
        # A terminal that is gone takes nothing; what comes next tells so.
        return False, False
    return True, False


def _asked(text: str, seconds: float, paste_back: bool) -> _Answer:
    """What pyperclip made of it. It has no time limit of its own, so a thread that may be left behind asks it."""
    answers: SimpleQueue[_Answer] = SimpleQueue()
    Thread(target=lambda: answers.put(_through_pyperclip(text, paste_back)), name="clipboard", daemon=True).start()
    try:
        return answers.get(timeout=seconds)
    except Empty:
        return _Answer(False, False, f"the clipboard did not answer within {seconds:g} s")


def _through_pyperclip(text: str, paste_back: bool) -> _Answer:
    handed, there = False, None
    try:
        import pyperclip  # type: ignore[import-untyped]

        pyperclip.copy(text)
        handed = True
        there = pyperclip.paste() if paste_back else None
    except Exception:  # noqa: BLE001  # every desktop fails in its own way, some with a bare Exception
        return _Answer(False, handed, "" if handed else "no clipboard here")
    if not paste_back:
        return _Answer(False, True)
    if isinstance(there, str) and _comparable(there) == _comparable(text):
        return _Answer(True, True)
    return _Answer(False, False, "the clipboard did not take it")


def _comparable(text: str) -> str:
    """Clipboards have their own line ends, and some drop the last one."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").rstrip("\n")
