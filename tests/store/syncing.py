"""A sync between laptops that does all that such programs have been seen to do: it brings files late and in any order,
old states of them, halves, empty ones, under names of its own for a while, with times that mean nothing; and where two
states of a file meet, it keeps one and leaves the other beside it."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

CONFLICTS = (
    "{stem}.sync-conflict-20261201-1010{number:02}-ABCDEFG{suffix}",
    "{stem} (conflicted copy 2026-12-01 1010{number:02}){suffix}",
    "{stem}_conflict-20261201-1010{number:02}{suffix}",
    "{stem} (Nina's conflicted copy 2026-12-01 ({number})){suffix}",
    "{stem}-LAPTOP-{number}{suffix}",
    "{stem} ({number}){suffix}",
    "{stem} {number}{suffix}",
)
"""How Syncthing, Nextcloud, ownCloud, Dropbox, OneDrive, Google Drive and iCloud name the other state of a file."""

ON_THE_WAY = (".syncthing.{name}.tmp", "~syncthing~{name}.tmp", ".{name}.~1a2b3c4d", "{name}.1a2b3c4d.partial")
"""How they name a file that is on its way."""


class Synced:
    """A laptop's folder, and which state of each file the sync believes to be there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.base: dict[str, int] = {}
        self.unfinished: dict[str, bytes] = {}
        self.passing: list[Path] = []

    def files(self) -> Iterator[tuple[str, bytes]]:
        """What there is to be synced: all but what is private, and what is on its way."""
        for above, folders, names in os.walk(self.folder):
            folders[:] = sorted(name for name in folders if name != "private")
            for name in sorted(names):
                path = Path(above, name)
                if path not in self.passing:
                    yield path.relative_to(self.folder).as_posix(), path.read_bytes()


class Sync:
    """What lies in the middle: of each file all states there ever were, the latest last."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._states: dict[str, list[bytes]] = {}
        self._deleted: set[str] = set()
        self._number = 0
        self.conflicts = 0

    def push(self, laptop: Synced, share: float = 1.0) -> None:
        """Take what is new on a laptop, or some of it."""
        found = dict(laptop.files())
        for path in self._shuffled(found):
            if self._chance.random() < share:
                self._take(laptop, path, found[path])
        for path in [path for path in laptop.base if path not in found]:
            del laptop.base[path]
            self._deleted.add(path)

    def pull(self, laptop: Synced, *, faults: bool) -> None:
        """Bring a laptop what it lacks, well or badly."""
        for passing in laptop.passing:
            passing.unlink(missing_ok=True)
        laptop.passing.clear()
        for path in self._shuffled(self._states):
            self._bring(laptop, path, faults)

    def _take(self, laptop: Synced, path: str, content: bytes) -> None:
        states = self._states.get(path)
        if states is None or path in self._deleted:
            self._states[path] = [*(states or []), content]
            self._deleted.discard(path)
        elif laptop.unfinished.get(path) == content:
            return
        elif content != states[-1]:
            base = laptop.base.get(path)
            if base is not None and content == states[base]:
                return
            if base != len(states) - 1 or path in laptop.unfinished:
                content = self._settle(path, content, states[-1])
                _put(laptop.folder / path, content)
            if content != states[-1]:
                states.append(content)
        laptop.unfinished.pop(path, None)
        laptop.base[path] = len(self._states[path]) - 1

    def _settle(self, path: str, ours: bytes, theirs: bytes) -> bytes:
        """The state of two that wins; the other one is kept beside it."""
        self.conflicts += 1
        winner, loser = (ours, theirs) if self._chance.random() < 0.5 else (theirs, ours)
        self._states[self._beside(path)] = [loser]
        return winner

    def _beside(self, path: str) -> str:
        self._number += 1
        whole = Path(path)
        form = self._chance.choice(CONFLICTS)
        return str(whole.with_name(form.format(stem=whole.stem, suffix=whole.suffix, number=self._number + 1)))

    def _bring(self, laptop: Synced, path: str, faults: bool) -> None:
        target = laptop.folder / path
        if path in self._deleted:
            target.unlink(missing_ok=True)
            laptop.base.pop(path, None)
            return
        if target.exists():
            self._take(laptop, path, target.read_bytes())
        states = self._states[path]
        latest = len(states) - 1
        if laptop.base.get(path) == latest:
            if faults and latest and self._chance.random() < 0.3:  # an old state comes back, even to its writer
                self._deliver(laptop, path, self._chance.randrange(latest))
            return
        fate = self._chance.random() if faults else 1.0
        if fate < 0.25:
            return
        if fate < 0.40:
            self._halve(laptop, path, states[-1])
        elif fate < 0.50:
            self._leave_passing(laptop, target, states[-1])
        elif fate < 0.60 and laptop.base.get(path, -1) < latest:
            self._deliver(laptop, path, self._chance.randrange(laptop.base.get(path, -1) + 1, latest + 1))
        else:
            if faults and self._chance.random() < 0.1:
                _put(laptop.folder / self._beside(path), self._chance.choice(states))
            self._deliver(laptop, path, latest)

    def _deliver(self, laptop: Synced, path: str, state: int) -> None:
        target = laptop.folder / path
        _put(target, self._states[path][state], in_place=self._chance.random() < 0.3)
        if self._chance.random() < 0.3:
            os.utime(target, (self._chance.choice([0, 1e9, 4e9]),) * 2)
        laptop.unfinished.pop(path, None)
        laptop.base[path] = state

    def _halve(self, laptop: Synced, path: str, content: bytes) -> None:
        half = content[: self._chance.choice([0, self._chance.randrange(len(content) + 1)])]
        _put(laptop.folder / path, half, in_place=True)
        laptop.unfinished[path] = half
        laptop.base.pop(path, None)

    def _leave_passing(self, laptop: Synced, target: Path, content: bytes) -> None:
        passing = target.with_name(self._chance.choice(ON_THE_WAY).format(name=target.name))
        _put(passing, content[: self._chance.randrange(len(content) + 1)])
        laptop.passing.append(passing)

    def _shuffled(self, paths: dict[str, bytes] | dict[str, list[bytes]]) -> list[str]:
        found = sorted(paths)
        self._chance.shuffle(found)
        return found


def _put(target: Path, content: bytes, *, in_place: bool = False) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if in_place:
        target.write_bytes(content)
        return
    aside = target.with_name(f".{target.name}.~sync")
    aside.write_bytes(content)
    os.replace(aside, target)
