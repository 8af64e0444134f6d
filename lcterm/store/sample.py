"""The home of the demo: made from the sample's story, gone on with for a while, then thrown away. Never a real one."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import DecodeError, Struct

from lcterm.core.clock import Clock
from lcterm.core.refusal import Refused
from lcterm.core.when import MINUTE
from lcterm.store.durable import create_file, make_folder, plain_reason, replace_file
from lcterm.store.ids import is_plain
from lcterm.store.paths import Home, shown
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.sample_play import play
from lcterm.store.sample_story import read_story
from lcterm.store.shipped import shipped
from lcterm.store.zone import machine_zone

MARKER = "lcterm-demo.json"
"""The file by which the demo knows a folder as its own. One without it is never emptied."""

GOES_ON_MS = 120 * MINUTE
"""A demo younger than this is gone on with."""


class Sample(NamedTuple):
    """The demo's home, and in it the community and the session to open."""

    home: Home
    community: str
    session: str


class _Marker(Struct, frozen=True, tag_field="what", tag="the home of lcterm demo; it will be thrown away"):
    """`made` is wall ms; while the home is still being made there is no session yet."""

    made: int
    community: str = ""
    session: str = ""


def sample_home(clock: Clock, fresh: bool = False, folder: Path | None = None, zone: str = "") -> Sample:
    """The demo's home with today's session in its middle, made anew if `fresh`, if the last one is two hours old, or if
    there is none. `folder`: where, else the platform's place for what can be thrown away. `zone`: an IANA name, else
    the machine's. Raises Refused when it cannot be made, and for a folder that is not the demo's.
    """
    home = Home(folder or _place())
    marker = _read_marker(home.path)
    now = clock.now()
    if marker is not None and not fresh and _goes_on(home, marker, now):
        return Sample(home, marker.community, marker.session)
    _try(home, "be emptied", lambda: _empty(home.path, own=marker is not None))
    _try(home, "be made", lambda: _begin(home.path, now))
    community, session = play(home, read_story(shipped("data", "sample")), now, zone or machine_zone())
    made = msgspec.json.encode(_Marker(made=now, community=community, session=session))
    _try(home, "be written to", lambda: replace_file(home.path / MARKER, made))
    return Sample(home, community, session)


def _place() -> Path:
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("lcterm")) / "demo"


def _goes_on(home: Home, marker: _Marker, now: int) -> bool:
    young = 0 <= now - marker.made < GOES_ON_MS
    named = is_plain(marker.community) and is_plain(marker.session)
    return young and named and home.session_log(marker.community, marker.session).is_dir()


def _read_marker(folder: Path) -> _Marker | None:
    """The marker of a folder that is the demo's; None for any other, and for one that is not there."""
    try:
        return msgspec.json.decode(read_whole(folder / MARKER, 4096)[0], type=_Marker)
    except (OSError, Unreadable, DecodeError, ValueError):
        return None


def _empty(folder: Path, *, own: bool) -> None:
    """Removes what is in the demo's folder, the marker last: stopped half-way, it is still known as the demo's."""
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return
    if names and not own:
        raise Refused(f"{shown(folder)} was not made by the demo ({MARKER} is missing), so it stays; move it elsewhere")
    for name in sorted(names, key=lambda name: name == MARKER):
        path = folder / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _begin(folder: Path, now: int) -> None:
    make_folder(folder)
    create_file(folder / MARKER, msgspec.json.encode(_Marker(made=now)))


def _try(home: Home, what: str, step: Callable[[], None]) -> None:
    try:
        step()
    except NotADirectoryError:
        raise Refused(
            f"{shown(home.path)}: a file stands where the demo's folder should be; move it elsewhere"
        ) from None
    except FileExistsError:
        raise Refused(f"{shown(home.path)}: another demo is being made there just now; try again") from None
    except OSError as error:
        raise Refused(
            f"{shown(home.path)}, the demo's folder, cannot {what}: {plain_reason(error)}; mend that and try again"
        ) from None
