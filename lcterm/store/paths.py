"""Where everything lies: the home folder and the paths in it."""

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from lcterm.core.refusal import Refused
from lcterm.store.durable import make_folder, plain_reason
from lcterm.store.ids import is_plain
from lcterm.store.links import NONE_FOLLOWED, leads_elsewhere
from lcterm.store.neutral import neutral_line

PRIVATE_ELSEWHERE = "LCTERM_PRIVATE"
"""Names the folder for what is private where that must not lie in the home, because the home is synced."""


class Home(Struct, frozen=True):
    """The folder that holds all communities, and the places in it. Nothing is made by asking for a path.
    `private_elsewhere`: where what is private lies instead of in the home. `untouched`: whoever has it only looks, and
    leaves nothing behind, not even what would make the next look quicker."""

    path: Path
    private_elsewhere: Path | None = None
    untouched: bool = False

    @staticmethod
    def locate(option: str | None, environ: Mapping[str, str]) -> "Home":
        """The home: `--home`, else LCTERM_HOME, else the platform's folder for a user's data.

        What is private lies in it, or where LCTERM_PRIVATE says. Raises Refused for an empty `--home`.
        """
        if option is not None and not option.strip():
            raise Refused("--home is empty; name a folder after it, or leave it out")
        chosen = option or environ.get("LCTERM_HOME")
        if not chosen:
            from platformdirs import user_data_dir

            chosen = user_data_dir("lcterm")
        private = environ.get(PRIVATE_ELSEWHERE)
        return Home(_in_full(chosen), private_elsewhere=_in_full(private) if private else None)

    def community_ids(self) -> list[str]:
        """The ids of the communities here, sorted; none that a link leads out of the home for. Raises Refused when the
        folder cannot be read."""
        folder = self.path / "communities"
        return [id for id in _ids_in(folder) if not leads_elsewhere(folder / id)]

    def community_log(self, community: str) -> Path:
        """The folder of a community's own log. Raises Refused for an id that is none, and for a link."""
        return self._inside(community, "log")

    def sessions(self, community: str) -> list[str]:
        """The ids of a community's sessions, sorted, which is by date; no links. Raises Refused as above."""
        return _ids_in(self._inside(community, "sessions"))

    def session_log(self, community: str, session: str) -> Path:
        """The folder of one session's log. Raises Refused for an id that is none, and for a link."""
        return self._inside(community, "sessions", _plain(session))

    def summaries(self, community: str) -> Path:
        """The folder for a community's summaries. Raises Refused for an id that is none, and for a link."""
        return self._inside(community, "summaries")

    @property
    def templates(self) -> Path:
        """The facilitator's own templates."""
        return self.path / "templates"

    @property
    def private(self) -> Path:
        """What belongs to this device and its facilitator alone: never synced, never sent."""
        return self.private_elsewhere or self.path / "private"

    def named(self, path: Path) -> str:
        """A file of the home as a message may show it: from the home on, or in full where it lies elsewhere."""
        return shown(path.relative_to(self.path) if path.is_relative_to(self.path) else path)

    def create(self, folder: Path) -> None:
        """Makes a folder, and those above it, for this user only, durably; sees that it can be written to.

        Raises Refused when that is not so.
        """
        try:
            make_folder(folder)
            writable = os.access(folder, os.W_OK | os.X_OK)
        except NotADirectoryError:
            raise Refused(f"{shown(folder)}: a file stands where a folder should be; {_ELSEWHERE}") from None
        except OSError as error:
            raise Refused(f"{shown(folder)} cannot be made: {plain_reason(error)}; {_ELSEWHERE}") from None
        if not writable:
            raise Refused(f"{shown(folder)}: no permission to write there; {_ELSEWHERE}")

    def _inside(self, community: str, *parts: str) -> Path:
        """A folder of a community; neither it nor one above it in the community is a link."""
        folder = _here(self.path / "communities" / _plain(community))
        for part in parts:
            folder = _here(folder / part)
        return folder


_ELSEWHERE = "mend that, or choose another folder with --home"


def shown(path: Path | str) -> str:
    """A path as a message may show it: whatever strange name it has, it drives no terminal."""
    return neutral_line(str(path))


def _in_full(path: str) -> Path:
    try:
        return Path(path).expanduser().absolute()
    except RuntimeError:
        raise Refused(f"{shown(path)}: nobody knows whose folder ~ is; write the path in full") from None


def _plain(name: str) -> str:
    if not is_plain(name):
        raise Refused(
            f"{shown(name)!r} is no id: ids have small letters, digits and hyphens; `lcterm sessions` lists them"
        )
    return name


def _here(folder: Path) -> Path:
    """The folder, which is no link."""
    if os.path.islink(folder):
        raise Refused(f"{shown(folder)} is a link, and {NONE_FOLLOWED}; put the folder itself in its place")
    return folder


def _ids_in(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(
                entry.name for entry in entries if is_plain(entry.name) and entry.is_dir(follow_symlinks=False)
            )
    except FileNotFoundError:
        return []
    except NotADirectoryError:
        raise Refused(f"{shown(folder)}: a file stands where a folder should be; {_ELSEWHERE}") from None
    except PermissionError:
        raise Refused(f"{shown(folder)}: no permission to read it; {_ELSEWHERE}") from None
    except OSError as error:
        raise Refused(f"{shown(folder)} cannot be read: {plain_reason(error)}; {_ELSEWHERE}") from None
