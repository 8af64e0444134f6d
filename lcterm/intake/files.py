"""Other people's files as they come: read with a limit, made into text whatever wrote them, or refused in one line."""

import codecs
import re
import stat
from pathlib import Path

from msgspec import Struct

from lcterm.core.refusal import Refused
from lcterm.core.text import neutralise

MIB = 1024 * 1024

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = (
    (b"PK\x03\x04", "a spreadsheet or another packed file, not text: save it as CSV and read that in"),
    (b"\xd0\xcf\x11\xe0", "an old Office file, not text: save it as CSV and read that in"),
    (b"%PDF", "a PDF, not text: copy the words into a text file"),
    (b"{\\rtf", "a word processor's file: save it as plain text"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROLS_IN = 50
"""Text with more than one control character in so many is none."""


class Skipped(Struct, frozen=True):
    """A line, counted from 1, that was not taken, and why."""

    line: int
    why: str


def read_file(path: Path, limit: int) -> bytes:
    """What is in the file, at most `limit` bytes. Raises Refused with what, where and what to do when it is absent, a
    folder, a pipe or a device, out of bounds for this user, unreadable, or longer than that."""
    shown = neutralise(str(path))
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise Refused(f"{shown} is a folder: name a file in it.")
        if not stat.S_ISREG(mode):  # a pipe would keep us waiting for ever
            raise Refused(f"{shown} is a pipe or a device: save what comes out of it, and name that file.")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise Refused(f"{shown}: there is no such file. Check the name and the folder.") from None
    except PermissionError:
        raise Refused(f"{shown} may not be read by you: ask its owner, or copy it to a place of your own.") from None
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise Refused(f"{shown} cannot be read ({said}): check the name and the disk.") from None
    if len(data) > limit:
        raise Refused(too_long(shown, limit))
    return data


def too_long(source: str, limit: int) -> str:
    """The refusal for a file of more than `limit` bytes."""
    size = f"{limit // MIB} MiB" if limit >= MIB else f"{limit} bytes"
    return f"{source} is longer than {size}: is it the right file? If so, split it."


def as_text(data: bytes, source: str) -> str:
    """The bytes as text: by their byte-order mark (UTF-8, UTF-16, UTF-32), else UTF-8, else Windows-1252. Raises
    Refused for what is no text; `source` names it there."""
    for mark, said in _NOT_TEXT:
        if data.startswith(mark):
            raise Refused(f"{source} is {said}.")
    mark, encoding = next((one for one in _MARKS if data.startswith(one[0])), (b"", "utf-8"))
    body = data[len(mark) :]
    for attempt in (encoding,) if mark else (encoding, "cp1252"):
        try:
            text = body.decode(attempt)
        except UnicodeDecodeError:
            continue
        if len(_CONTROLS.findall(text)) * _CONTROLS_IN <= len(text):
            return text
    raise Refused(f"{source} is not text that can be read: save it as UTF-8 text or CSV.")
