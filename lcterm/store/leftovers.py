"""Names that programs which sync give to files: copies of two states of one file, files on their way, files that are
still elsewhere. None of them is ever read as a file of ours, for only full names count; here they are told apart, so
that what they mean can be said.

The names, as these programs give them to `aaaa.0001.json`:

    Syncthing     aaaa.0001.sync-conflict-20261201-101010-ABCDEFG.json   .syncthing.aaaa.0001.json.tmp
    Nextcloud     aaaa.0001 (conflicted copy 2026-12-01 101010).json     .aaaa.0001.json.~1a2b3c4d
    ownCloud      aaaa.0001_conflict-20261201-101010.json                aaaa.0001.json.owncloud (not here yet)
    Dropbox       aaaa.0001 (Nina's conflicted copy 2026-12-01).json     all on its way is in .dropbox.cache
    OneDrive      aaaa.0001-LAPTOP.json, aaaa.0001-LAPTOP-2.json
    Google Drive  aaaa.0001 (1).json, aaaa.0001_conf(1).json
    iCloud        aaaa.0001 2.json                                       .aaaa.0001.json.icloud (not here yet)
    Resilio       aaaa.0001.Conflict.json                                aaaa.0001.json.!sync
"""

import re
from collections.abc import Iterable
from pathlib import Path

from lcterm.store.paths import shown
from lcterm.store.segment import parse_segment_name

_OURS = r"[a-z0-9]{1,32}\.[0-9]{4,9}"

# Whatever the language that a program speaks: nothing else begins like one of our files and goes on after its number.
_SEGMENT_COPY = rf"({_OURS})(?:[^0-9].*\.json|\.json[ (].*)"
_COPY = (
    r"(.+?)(?:\.sync-conflict-[0-9]{8}-[0-9]{6}-[A-Z0-9]{7}"
    r"| \((?:[^()]* )?conflicted copy [^()]*(?:\([0-9]+\))?\)"
    r"|_conflict-[0-9]{8}-[0-9]{6}"
    r"|\.Conflict"
    r")(\.[a-z0-9]+)"
)
_NOT_HERE = r"\.(.+)\.icloud|(.+)\.(?:nextcloud|owncloud)"
NOT_HERE_ENDINGS = (".icloud", ".nextcloud", ".owncloud")


def copied_segment(name: str) -> str:
    """The name of the segment of which a sync has left a second copy under this name; "" for any other file."""
    match = re.fullmatch(_SEGMENT_COPY, name)
    return f"{match[1]}.json" if match else ""


def copied_file(name: str) -> str:
    """The same for a file that people have named themselves, where only a plain word of the sync tells: of `mine.toml`
    that is `mine.toml`."""
    match = re.fullmatch(_COPY, name) if "onflict" in name else None
    return f"{match[1]}{match[2]}" if match else ""


def not_here_yet(names: Iterable[str]) -> list[str]:
    """The segments that are only named in a folder, for the sync has not brought them yet, or took them away to save
    room."""
    found = (re.fullmatch(_NOT_HERE, name) for name in names if name.endswith(NOT_HERE_ENDINGS))
    originals = {match[1] or match[2] for match in found if match}
    return sorted(original for original in originals if parse_segment_name(original))


def left_beside(path: Path) -> str:
    """What to say of a file that a sync has left beside the one it is a copy of, and that is not read; "" for any
    other, and for a copy whose file is gone, for then it is the file."""
    original = copied_file(path.name)
    if not original or not path.with_name(original).exists():
        return ""
    return (
        f"{shown(path)} is a copy that a sync left beside {shown(original)}, and is not read; "
        "take over what you want of it, then delete it"
    )
