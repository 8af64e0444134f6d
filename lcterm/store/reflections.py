"""The facilitator's own reflection after a session: its author's alone, on this laptop alone ([HB]).

It lies in the private folder, a file a session, and goes nowhere: no document, no archive, no other device. Form:
TinyDB, a document for each paragraph in the table `reflection`, with the text and when it was written (wall, ms).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path

import msgspec
from msgspec import DecodeError, Struct
from tinydb import TinyDB

from lcterm.core.refusal import Refused
from lcterm.core.text import clean
from lcterm.store.durable import flush_folder, make_folder, plain_reason
from lcterm.store.ids import is_plain
from lcterm.store.neutral import neutral_text
from lcterm.store.paths import Home, shown
from lcterm.store.reading import Unreadable, read_reason, read_whole
from lcterm.store.runs import RUNS, one_at_a_time
from lcterm.store.segment_storage import SegmentStorage
from lcterm.store.shipped import shipped
from lcterm.store.toml_file import read_toml

FOLDER = "reflections"
TEXT_MAX = 40_000
"""Characters of one session; ten pages."""

TAKEN_OUT = "…"
"""What stands in the place of words that were struck."""

_SIZE_MAX = 1024 * 1024
_QUESTION_MAX, _QUESTIONS_MAX = 80, 9


class Paragraph(Struct, frozen=True):
    """Something the facilitator wrote, and when (wall, ms)."""

    text: str
    at: int


class _ReflectionFile(Struct):
    reflection: dict[str, Paragraph]


@cache
def questions() -> tuple[str, ...]:
    """What there is to think about. Raises Refused when they did not come with this lcterm."""
    table = read_toml(shipped("data", "checklists", "reflect.toml"), "the questions of the reflection")
    return table.several("questions", limit=_QUESTION_MAX, most=_QUESTIONS_MAX)


def reflection_folder(home: Home) -> Path:
    """Where all of them lie."""
    return home.private / FOLDER


def reflection_path(home: Home, session: str) -> Path:
    """Where the reflection on a session lies, if there is one."""
    return reflection_folder(home) / f"{session}.json"


def session_of(path: Path) -> str:
    """The id of the session that a file of that folder is about, one that was set aside or left over by a crash too; ""
    for any other file."""
    name = path.name.removeprefix(".").partition(".")[0]
    return name if is_plain(name) and FOLDER in (one.name for one in path.parents) else ""


def as_text(paragraphs: Sequence[Paragraph]) -> str:
    """The whole as it is read and mended: paragraphs with a blank line between them."""
    return "\n\n".join(one.text for one in paragraphs)


def read_file(path: Path) -> tuple[Paragraph, ...]:
    """The paragraphs in such a file. Raises FileNotFoundError, OSError, and Unreadable for one that is damaged."""
    content, _ = read_whole(path, _SIZE_MAX)
    try:
        stored = msgspec.json.decode(content, type=_ReflectionFile).reflection.values()
    except (DecodeError, ValueError, RecursionError):
        raise Unreadable("it is damaged, or no reflection") from None
    return tuple(Paragraph(neutral_text(one.text), one.at) for one in stored)


def read_reflection(home: Home, session: str) -> tuple[Paragraph, ...]:
    """What was written about this session, nothing where nothing was. Raises Refused for what cannot be read: it must
    not be written over."""
    path = reflection_path(home, session)
    try:
        return read_file(path)
    except FileNotFoundError:
        return ()
    except Unreadable as problem:
        why = f"{problem}; `lcterm check --repair` sets it aside"
    except OSError as error:
        why = read_reason(error)
    raise Refused(f"the reflection in {shown(path)} cannot be read: {why}")


def add_to_reflection(home: Home, session: str, text: str, now: int) -> tuple[Paragraph, ...]:
    """What is there once this stands below it; all of it. Raises Refused for nothing, for too much, and where the disk
    does not take it."""
    new = _paragraphs(text)
    if not new:
        raise Refused("nothing was written; say in a line or two how it was")
    with _alone(home):
        return _put(home, session, (*read_reflection(home, session), *(Paragraph(one, now) for one in new)))


def keep_reflection(
    home: Home, session: str, text: str, now: int, before: Collection[Paragraph] = ()
) -> tuple[Paragraph, ...]:
    """Let it read so; what is there then. A paragraph that stands as it was keeps its time. `before`: what was there
    when it was opened: what has come in since stays, below, and what has gone since, as struck words do, does not come
    back. Nothing left removes the file. Raises Refused as above."""
    with _alone(home):
        stored = read_reflection(home, session)
        known = {one.text: one.at for one in reversed((*before, *stored))}
        gone = {one.text for one in before}.difference(one.text for one in stored)
        mine = tuple(Paragraph(one, known.get(one, now)) for one in _paragraphs(text) if one not in gone)
        since = tuple(one for one in stored if one not in before and one not in mine)
        after = (*mine, *since)
        return stored if after == stored else _put(home, session, after)


def remove_reflection(home: Home, session: str) -> bool:
    """Remove what was written about this session; whether there was anything. Raises Refused where it cannot be."""
    path = reflection_path(home, session)
    try:
        path.unlink()
        flush_folder(path.parent)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise Refused(f"{shown(path)} cannot be removed: {plain_reason(error)}") from None
    return True


def take_words_out(home: Home, session: str, texts: Collection[str]) -> Path | None:
    """Take struck words out of the reflection on their session, where the very same stand in it as a whole; what the
    author says in words of their own stays. The file, where it held some. Raises OSError where the disk refuses it."""
    path = reflection_path(home, session)
    if not path.exists():
        return None
    with _alone(home):
        try:
            stored = read_file(path)
        except (FileNotFoundError, Unreadable):  # `check` tells of what cannot be read
            return None
        after = tuple(Paragraph(_without(one.text, texts), one.at) for one in stored)
        if after == stored:
            return None
        _write(home, session, tuple(one for one in after if one.text.strip(f"{TAKEN_OUT} \n")))
    return path


def reflection_files(home: Home) -> Iterator[Path]:
    """Every file that lies where the reflections do, by name."""
    folder = reflection_folder(home)
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if not path.is_dir())


def _alone(home: Home) -> AbstractContextManager[None]:
    """Two terminals may keep something at once, and a strike with them."""
    return one_at_a_time(home.private / RUNS, "own-reflections")


def _without(paragraph: str, texts: Collection[str]) -> str:
    for text in sorted(filter(str.split, texts), key=len, reverse=True):
        words = r"\s+".join(map(re.escape, text.split()))
        paragraph = re.sub(rf"(?<!\w){words}(?!\w)", TAKEN_OUT, paragraph, flags=re.IGNORECASE)
    return paragraph


def _paragraphs(text: str) -> list[str]:
    cleaned = clean(text, lines=True, limit=TEXT_MAX, what="the reflection")
    return [part for one in re.split(r"\n[^\S\n]*\n", cleaned) if (part := one.strip())]


def _put(home: Home, session: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    if len(as_text(paragraphs)) > TEXT_MAX:
        raise Refused(f"a reflection has room for {TEXT_MAX} characters; shorten it a little")
    try:
        _write(home, session, paragraphs)
    except OSError as error:
        raise Refused(f"not kept: {plain_reason(error)}; try again once that is mended") from None
    return tuple(paragraphs)


def _write(home: Home, session: str, paragraphs: Sequence[Paragraph]) -> None:
    path = reflection_path(home, session)
    if not paragraphs:
        path.unlink(missing_ok=True)
        flush_folder(path.parent)
        return
    make_folder(path.parent)
    table = TinyDB(path, storage=SegmentStorage).table("reflection")
    table.insert_multiple(msgspec.to_builtins(one) for one in paragraphs)
