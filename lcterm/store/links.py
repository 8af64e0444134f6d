"""Links in a home's communities, which a sync or somebody else may have laid: they lead out of the home, and nothing
is read or written through them. Those at the top of a home (`communities`, `private`, `templates`) are the user's."""

import os
from collections.abc import Iterator
from pathlib import Path

PARTS = ("log", "sessions", "summaries")
"""The folders of a community."""
NONE_FOLLOWED = "lcterm follows none there"
"""What is said of a link in a community."""


def leads_elsewhere(community: Path) -> bool:
    """Whether the community's folder, or one of its parts, is a link."""
    return next(links_of(community), None) is not None


def links_of(community: Path) -> Iterator[Path]:
    """The community's folder if it is a link, else those of its parts that are."""
    if os.path.islink(community):
        yield community
        return
    yield from (part for name in PARTS if os.path.islink(part := community / name))


def link_on_the_way(top: Path, file: Path) -> Path | None:
    """The first link among the folders from `top` down to the one that the file lies in."""
    folders = [top, *(top / part for part in reversed(file.relative_to(top).parents))]
    return next((folder for folder in folders if os.path.islink(folder)), None)


def links_in(communities: Path) -> Iterator[Path]:
    """Every link that stands where a folder of a community or of a session should, in order. Raises OSError."""
    for community in sorted(communities.iterdir()) if communities.is_dir() else ():
        found = list(links_of(community))
        yield from found
        sessions = community / "sessions"
        if not found and sessions.is_dir():
            yield from sorted(one for one in sessions.iterdir() if one.is_symlink())
