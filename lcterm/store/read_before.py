"""What is under way is read once: to find it, and to open it.

Whoever asks which session is running has its log read in full, and a moment later opens that log. So the last one that
was read and is under way is handed on, with the reader that knows what it has read of which file.
"""

from pathlib import Path

from lcterm.core import fold
from lcterm.core.log import Log
from lcterm.core.session import Session
from lcterm.store.reader import LogReader

ReadBefore = tuple[LogReader, Log[Session]]

_last: dict[Path, ReadBefore] = {}
"""One at most. Whoever takes it has it alone: neither a reader nor a log is for two."""


def hand_on(folder: Path, reader: LogReader, log: Log[Session]) -> None:
    """Leave a log that was read for whoever opens it next; the one before is let go."""
    _last.clear()
    _last[folder] = (reader, log)


def log_of(folder: Path, community: str, session: str) -> ReadBefore:
    """The log of this folder as it stands now."""
    if (before := taken(folder)) is not None:
        return before
    reader, log = LogReader(folder, session), Log(Session(id=session, community=community), fold.apply)
    log.add(reader.poll(force=True))
    return reader, log


def taken(folder: Path) -> ReadBefore | None:
    """The log of this folder as it stands now, if it was left here; None where something is amiss with it, or what was
    read is there no more."""
    before = _last.pop(folder, None)
    if before is None:
        return None
    reader, log = before
    if not reader.read_just_now():
        log.add(reader.poll(force=True))
    return None if reader.notices() else before
