"""What is kept of an error nobody foresaw: a file of its own in this device's private folder.

It tells where in the program it happened, through which calls, and what the error itself says, not what the variables
held: those are the names and words of a group. What an error says may be such words too, so a strike takes these files.
"""

import platform
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from lcterm import __version__
from lcterm.store.durable import flush_folder, make_folder, plain_reason, replace_file
from lcterm.store.paths import Home, shown

KEPT = 5
"""So many are kept; they matter while somebody looks for the fault."""

PROGRAM = Path(__file__).parents[1]


def keep_crash(home: Home, error: BaseException, now: int) -> Path | None:
    """Keep what is to be known of this error, met at `now` (wall ms); the path of the file, for this user alone, or
    None in a home in which nothing may be left behind. Of those before it the latest few stay. Raises OSError."""
    if home.untouched:
        return None
    make_folder(home.path)
    make_folder(home.private)
    path = home.private / f"crash-{datetime.fromtimestamp(now / 1000, UTC):%Y%m%dT%H%M%S}.txt"
    told = "".join(traceback.format_exception(error))
    text = f"lcterm {__version__}, Python {platform.python_version()}, {platform.system()}\n\n{told}"
    replace_file(path, text.encode("utf-8", "backslashreplace"))
    for old in crashes(home)[:-KEPT]:
        old.unlink(missing_ok=True)
    flush_folder(home.private)
    return path


def crashes(home: Home) -> list[Path]:
    """The files of the errors that were met on this device, oldest first."""
    return sorted(home.private.glob("crash-*.txt"))


def where(error: BaseException) -> str:
    """What went wrong and in which line, as in NameError in summary_attendance.py:29; the last line of our own."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PROGRAM)]
    last = (ours or frames)[-1:]
    return type(error).__name__ + "".join(f" in {Path(frame.filename).name}:{frame.lineno}" for frame in last)


def crash_lines(failed: BaseException | None, home: Home, now: int, *, kept: bool = True) -> Sequence[str]:
    """What is said of an error at the end, and where the rest of it is, a line each; nothing where there was none.
    `kept`: whether all that was accepted is saved, else that is told apart from this."""
    if failed is None:
        return ()
    try:
        path = keep_crash(home, failed, now)
        details = (
            f"the details, for whoever mends it, are in {shown(path)}"
            if path
            else "nothing of it is kept here: this seat only looks"
        )
    except OSError as problem:
        details = f"the details could not be saved: {plain_reason(problem)}"
    saved = " all is kept;" if kept else ""
    return (f"something failed that should not ({where(failed)});{saved} start it again", details)
