"""The sample's story as it is told in data/sample: communities, what they did when they met, and today's session."""

import re
import tomllib
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec
from msgspec import Struct

from lcterm.core.events import Role
from lcterm.core.refusal import Refused
from lcterm.core.when import MINUTE
from lcterm.store.paths import shown

FIRST, TODAY = "housing-peers.toml", "today.toml"
_AT = re.compile(r"(\d+):(\d\d)\s+(\S.*)")


class StoryMember(Struct, frozen=True, forbid_unknown_fields=True):
    """A person of the story; `area` is their practice."""

    name: str
    area: str = ""
    roles: tuple[Role, ...] = ()


class StoryPoint(Struct, frozen=True, forbid_unknown_fields=True):
    """What a point of the template becomes: `number` on the agenda, from 1; `presenters` are names. Question and notes
    stay as they are where the story has none."""

    number: int
    presenters: tuple[str, ...]
    question: str = ""
    notes: tuple[str, ...] = ()


class StoryAct(NamedTuple):
    """Something that happened: `at` in ms since the start; `words` as `lcterm do` takes them, or a capture line."""

    at: int
    words: str


class StorySession(Struct, frozen=True, forbid_unknown_fields=True):
    """A session of the story. Today's is told by `so_far` and `hour`, a past one by `held` and `happened`, one that is
    only planned by neither; data/sample says in its own comments how each is written. People are names or badges.
    """

    days: int = 0
    at: str = "14:00"
    template: str = "ordinary"
    presenters: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    point: tuple[StoryPoint, ...] = ()
    held: tuple[float, ...] = ()
    happened: tuple[str, ...] = ()
    so_far: str = "0:00"
    hour: str = ""

    @property
    def length(self) -> int:
        """Ms that today's session has been running."""
        return _act(f"{self.so_far} start").at

    def acts(self) -> list[StoryAct]:
        """All that happened, in order. Raises ValueError where the story cannot be understood."""
        if self.hour:
            lines = (line.strip() for line in self.hour.splitlines())
            return [_act(line) for line in lines if line and not line.startswith("#")]
        return sorted(self._past(), key=lambda act: act.at) if self.held else []

    def _past(self) -> Iterator[StoryAct]:
        """Point by point; what happened at one is spread evenly over its time."""
        begins = [0, *(round(minutes * MINUTE) for minutes in accumulate(self.held))]
        yield StoryAct(0, "start")
        for number in range(1, len(self.held) + 1):
            begun, over = begins[number - 1], begins[number]
            mine = list(self._of_point(number))
            for place, words in enumerate(mine, 1):
                yield StoryAct(begun + (over - begun) * place // (len(mine) + 1), words)
            yield StoryAct(over, "next" if number < len(self.held) else "end")

    def _of_point(self, number: int) -> Iterator[str]:
        for line in self.happened:
            place, _, words = line.partition(" ")
            if int(place) != number:
                continue
            if words.startswith("spoke "):
                yield from (f"spoke {name}" for name in words.split()[1:])
            else:
                yield words


class StoryCommunity(Struct, frozen=True, forbid_unknown_fields=True):
    """A community of the story, with its sessions in the order they were held."""

    name: str
    purpose: str
    rules: tuple[str, ...]
    member: tuple[StoryMember, ...]
    session: tuple[StorySession, ...]


class Story(NamedTuple):
    """All of it: the community that the demo opens, its session of today, and the others."""

    first: StoryCommunity
    today: StorySession
    others: tuple[StoryCommunity, ...]


def read_story(folder: Path) -> Story:
    """The story in this folder. Raises Refused when it is not as it was shipped."""
    names = sorted(path.name for path in folder.glob("*.toml") if path.name not in (FIRST, TODAY))
    return Story(
        first=_read(folder / FIRST, StoryCommunity),
        today=_read(folder / TODAY, StorySession),
        others=tuple(_read(folder / name, StoryCommunity) for name in names),
    )


_Kind = TypeVar("_Kind", StoryCommunity, StorySession)


def _read(path: Path, kind: type[_Kind]) -> _Kind:
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), kind)
    except (OSError, ValueError) as problem:  # ValueError: no UTF-8, no TOML, or not what the story is made of
        raise Refused(f"{shown(path)} is not as it was shipped ({problem}); install lcterm again") from problem


def _act(line: str) -> StoryAct:
    match = _AT.fullmatch(line)
    if match is None:
        raise ValueError(f"{line!r} does not begin with a time such as 12:30")
    return StoryAct((int(match[1]) * 60 + int(match[2])) * 1000, match[3])
