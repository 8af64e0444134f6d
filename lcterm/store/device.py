"""Which device this is: an id of its own, so that a person's acts are theirs again after a restart."""

from pathlib import Path

import msgspec
from msgspec import DecodeError, Struct

from lcterm.store.durable import create_file, make_folder
from lcterm.store.ids import is_plain, new_writer_id
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable, read_whole

DEVICE_FILE = "device.json"
"""In the home's private folder: TinyDB, one document in the table `device`."""

_SIZE_MAX = 64 * 1024


class _Device(Struct):
    actor: str


class _DeviceFile(Struct):
    device: dict[str, _Device]


def actor_id(home: Home) -> str:
    """The id of whoever works on this device, the same at every start; made when first asked for.

    Where it cannot be kept (a read-only home, a damaged file) it is a fresh one, for this run only. Never raises.
    """
    path = home.private / DEVICE_FILE
    try:
        return read_actor(path)
    except FileNotFoundError:
        return _make(path)
    except (OSError, Unreadable):
        return new_writer_id()


def read_actor(path: Path) -> str:
    """The id in a device file. Raises Unreadable for a damaged one, OSError for what the disk refuses."""
    content, _ = read_whole(path, _SIZE_MAX)
    try:
        documents = list(msgspec.json.decode(content, type=_DeviceFile).device.values())
    except (DecodeError, ValueError, RecursionError):
        raise Unreadable("it is cut short or damaged" if content else "it is empty") from None
    if len(documents) != 1 or not is_plain(documents[0].actor):
        raise Unreadable("it does not hold one id")
    return documents[0].actor


def _make(path: Path) -> str:
    actor = new_writer_id()
    try:
        make_folder(path.parent)
        # Two runs may start at once: whoever puts the file there first has chosen for both.
        from tinydb import TinyDB

        from lcterm.store.segment_storage import SegmentStorage

        TinyDB(path, put=create_file, storage=SegmentStorage).table("device").insert({"actor": actor})
    except FileExistsError:
        return _of_another_run(path, actor)
    except OSError:
        return actor
    return actor


def _of_another_run(path: Path, otherwise: str) -> str:
    try:
        return read_actor(path)
    except (OSError, Unreadable):
        return otherwise
