"""What lcterm's own files that go from laptop to laptop have in common: they say what they are, and in which version of
their form."""

from typing import TypeVar

import msgspec
from msgspec import DecodeError, Struct

from lcterm.store.neutral import neutral_json
from lcterm.store.reading import Unreadable

Form = TypeVar("Form", bound=Struct)

_DOORS = {"archive": "takes a whole community", "session": "takes a session"}


class _About(Struct):
    lcterm: str
    format: int


def read_form(content: bytes, what: str, newest: int, form: type[Form]) -> Form:
    """The form in these bytes, which has to say that it is `what`, its text made harmless. Raises Unreadable for what
    is none, is damaged, or has a version beyond `newest`, which is left to a newer lcterm."""
    content = content.removeprefix(b"\xef\xbb\xbf")
    none = f"it is no {what} of lcterm"
    try:
        content = neutral_json(content)
        about = msgspec.json.decode(content, type=_About)
    except (DecodeError, ValueError, RecursionError):
        raise Unreadable(f"{none}, or it is cut short or damaged" if content else "it is empty") from None
    if about.lcterm != what:
        door = f" (`lcterm import {about.lcterm}` {_DOORS[about.lcterm]})" if about.lcterm in _DOORS else ""
        raise Unreadable(f"{none}{door}")
    if about.format > newest:
        raise Unreadable("a newer lcterm made it; update lcterm to read it", newer=True)
    if about.format < 1:
        raise Unreadable("it is in a form that no lcterm ever wrote")
    try:
        return msgspec.json.decode(content, type=form)
    except (DecodeError, ValueError, RecursionError):
        raise Unreadable("it is damaged: a part of it is not as it should be") from None
