"""Whether a home lies in a folder that a program carries to other computers, and what that means for people's words.

It is told by what such programs leave in their folders, or by where these folders lie. It is said once, and this device
keeps that it was; `lcterm check` says it whenever it is asked.
"""

import contextlib
import fnmatch
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import DecodeError, Struct
from tinydb import TinyDB

from lcterm.core.charter import may_leave_laptop
from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.store.durable import make_folder
from lcterm.store.leftovers import not_here_yet
from lcterm.store.paths import PRIVATE_ELSEWHERE, Home, shown
from lcterm.store.reading import Unreadable, read_whole
from lcterm.store.segment_storage import SegmentStorage

SAID = "synced.json"
"""In the home's private folder: TinyDB, one document in the table `said`."""

_FOLDERS = {
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
    ".shortcut-targets-by-id": "Google Drive",
    ".sync/ID": "Resilio Sync",
}
_FILES = {
    ".dropbox": "Dropbox",  # as a folder it is the program's own, in everybody's ~
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".sync/ID": "Resilio Sync",
}
_PATTERNS = {".sync_*.db": "Nextcloud", "._sync_*.db": "Nextcloud"}
_ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Variables in which Windows says where these folders are."""


class Synced(NamedTuple):
    """The program, and the folder that it carries about."""

    tool: str
    folder: Path


class _Said(Struct):
    tool: str
    home: int


class _SaidFile(Struct):
    said: dict[str, _Said]


def synced_by(path: Path, environ: Mapping[str, str]) -> Synced | None:
    """What carries this folder to other computers; None where nothing tells that anything does."""
    real = Path(os.path.realpath(path))
    return next((Synced(tool, one) for one in (real, *real.parents) if (tool := _tool(one, environ))), None)


def _tool(folder: Path, environ: Mapping[str, str]) -> str:
    for name, tool in _FOLDERS.items():
        if (folder / name).is_dir():
            return tool
    for name, tool in _FILES.items():
        if (folder / name).is_file():
            return tool
    return _by_pattern(folder) or _by_place(folder, environ)


def _by_pattern(folder: Path) -> str:
    try:
        names = os.listdir(folder)
    except OSError:
        return ""
    hidden = [name for name in names if name.startswith(".") and name.endswith(".db")]
    return next((tool for form, tool in _PATTERNS.items() if fnmatch.filter(hidden, form)), "")


def _by_place(folder: Path, environ: Mapping[str, str]) -> str:
    if folder.parent.name == "CloudStorage" and folder.parent.parent.name == "Library":  # on a Mac
        tool = folder.name.partition("-")[0]
        return {"GoogleDrive": "Google Drive"}.get(tool, tool)
    if folder.name == "Mobile Documents" and folder.parent.name == "Library":
        return "iCloud"
    if folder.name == "OneDrive" or folder.name.startswith("OneDrive - "):
        return "OneDrive"
    told = (environ.get(name, "") for name in _ONEDRIVE)
    return "OneDrive" if any(one and os.path.realpath(one) == str(folder) for one in told) else ""


def said_of(home: Home, environ: Mapping[str, str], communities: Iterable[Community]) -> list[str]:
    """What the people of a home should know where it is carried to other computers, a line each; none where it is
    not."""
    synced = synced_by(home.path / "communities", environ)
    if synced is None:
        return []
    private = synced_by(home.private, environ) is not None
    local = [one.name for one in communities if not may_leave_laptop(one)]
    works = (
        f"{synced.tool} carries this home to other computers, with {shown(synced.folder)}. lcterm works with that: no "
        "two laptops write to one file, and what is still on its way is waited for."
    )
    lines = [works]
    if local:
        lines.append(
            "What people have said then lies on each of them. That is the group's to decide, and not yet settled by "
            f"{shown(', '.join(local))}: `lcterm charter COMMUNITY --choose sharing=laptops` when it is, else move "
            "this home out."
        )
    if private:
        lines.append(
            f"What is yours alone, in {shown(home.private)}, goes along, and must not: move that folder out of there "
            f"and let {PRIVATE_ELSEWHERE} name its new place."
        )
    return lines


def only_named(home: Home) -> list[str]:
    """The segments of all logs of which a sync has left nothing here but the name, with the log's folder."""
    folders = [home.community_log(one) for one in home.community_ids()]
    for community in home.community_ids():
        with contextlib.suppress(Refused):  # a folder that cannot be read is for `check` to report
            folders += [home.session_log(community, session) for session in home.sessions(community)]
    found: list[str] = []
    for folder in folders:
        with contextlib.suppress(OSError):
            found += [shown(folder / name) for name in not_here_yet(os.listdir(folder))]
    return found


def newly_seen(home: Home, environ: Mapping[str, str]) -> Synced | None:
    """What carries the home to other computers, the first time that this device is asked, and again when it is another
    program; None from then on."""
    synced = synced_by(home.path / "communities", environ)
    if synced is None or _said(home) == (said := _Said(synced.tool, _inode(home))):
        return None
    if home.untouched:
        return synced
    with contextlib.suppress(OSError):  # then it is said again; no more than that
        make_folder(home.private)
        TinyDB(home.private / SAID, storage=SegmentStorage).table("said").insert(msgspec.to_builtins(said))
    return synced


def _inode(home: Home) -> int:
    """Tells this device's copy of a home from others: what is private may have come along with it."""
    try:
        return os.stat(home.path).st_ino
    except OSError:
        return 0


def _said(home: Home) -> _Said | None:
    try:
        kept = msgspec.json.decode(read_whole(home.private / SAID)[0], type=_SaidFile).said
    except (OSError, Unreadable, DecodeError, ValueError, RecursionError):
        return None
    return next(iter(kept.values()), None)
