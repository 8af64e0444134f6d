"""Three laptops write at once into homes that a bad sync copies about; in the end all know the same, nothing that was
acknowledged is lost, and what was struck or forgotten stands nowhere."""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.commands import (
    AnyCommand,
    EditCapture,
    ExtendPoint,
    GiveFloor,
    MarkDone,
    NextPoint,
    RaiseHand,
    Redo,
    StartSession,
    StrikeCapture,
    Undo,
    WriteCapture,
)
from lcterm.core.community_events import MemberRenamed
from lcterm.core.events import Words
from lcterm.core.joining import Newcomer
from lcterm.core.session import Session
from lcterm.core.when import zone_named
from lcterm.store.check import check, repair
from lcterm.store.desk import Desk
from lcterm.store.forgetting import forget, plan_forgetting
from lcterm.store.forgotten import sweep_all
from lcterm.store.paths import Home
from lcterm.store.reader import LogReader
from lcterm.store.register import found, plan
from lcterm.store.shelf import read_community, read_session
from tests.store.disk import LONG_S
from tests.store.syncing import Sync, Synced
from tests.thorough import thorough

SEEDS = 100
BATCH = 10
STEPS = 45 if thorough() else 24
NAMES = ("Amina", "Ben", "Quirina Zander")
FORGOTTEN = NAMES[-1]
KNOWN_BY_HEART = f"{FORGOTTEN} knows the way"


class WorldClock:
    """One laptop's clock: hours off, if need be; `world` is a list of one number, the ms that are right."""

    def __init__(self, world: list[int], off_ms: int) -> None:
        self._world, self._off = world, off_ms

    def now(self) -> int:
        return self._world[0] + self._off

    def boottime(self) -> int:
        return self._world[0] - 1_700_000_000_000


class Laptop:
    """A home of its own, a clock of its own, and now and then a board that stays open."""

    def __init__(self, folder: Path, world: list[int], off_ms: int) -> None:
        self.home, self.clock, self.synced = Home(folder), WorldClock(world, off_ms), Synced(folder)
        self.board: Desk | None = None

    def close(self) -> None:
        if self.board is not None:
            self.board.poll()
            assert self.board.close(LONG_S) == []
        self.board = None


class World:
    """The laptops, the sync between them, and all that was acknowledged on any of them."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = Random(seed)
        self._now = [1_800_000_000_000]
        self.laptops = [Laptop(folder / name, self._now, off) for name, off in (("a", 0), ("b", 3_600_000), ("c", -7))]
        self.sync = Sync(self.chance)
        self.acknowledged: dict[str, set[tuple[str, int]]] = {}
        self.struck: list[str] = []
        self._count = 0
        first = self.laptops[0]
        people = [Newcomer(name) for name in NAMES]
        self.community = found(first.home, first.clock, "Bees", "", people).id
        community = read_community(first.home, self.community)
        self.people = list(community.members)
        points = [PlannedPoint(id=f"p{number}", title="Talk", minutes=9, mode="queue") for number in range(4)]
        self.session = plan(first.home, first.clock, community, points, zone_named("UTC"), "UTC")
        if self.chance.random() < 0.2:  # somebody copied the home with all that is private in it
            for laptop in self.laptops[1:]:
                shutil.copytree(first.home.private, laptop.home.private)
        self.run(first, [StartSession(), WriteCapture(Words(kind="learning", text=KNOWN_BY_HEART))], stays=False)

    def run(self, laptop: Laptop, wishes: list[AnyCommand], *, stays: bool) -> None:
        """A run of the program, or what the board that is open does next."""
        desk = laptop.board or self._desk(laptop)
        desk.poll()
        for wish in wishes:
            self._now[0] += self.chance.choice([0, 1000, 60_000])
            desk.act(self._aimed(wish, desk.meeting.session))
        laptop.board = desk
        self._rest(desk)
        if not stays:
            laptop.close()

    def _desk(self, laptop: Laptop) -> Desk:
        assert sweep_all(laptop.home) == []
        return Desk(laptop.home, self.community, self.session, laptop.clock, lambda seq: None)

    def _rest(self, desk: Desk) -> None:
        """Wait until it has written everything: that was acknowledged."""
        for ledger in (desk.session, desk.community):
            assert ledger.flush(LONG_S)
            ledger.outlast(LONG_S)
            own = {(fact.writer, fact.seq) for fact in ledger.log.facts if fact.writer == ledger.place.writer}
            self.acknowledged.setdefault(ledger.place.log, set()).update(own)

    def _aimed(self, wish: AnyCommand, session: Session) -> AnyCommand:
        captures = [capture for capture in session.captures.values() if capture.words.text != KNOWN_BY_HEART]
        match wish:
            case WriteCapture() if not wish.words.text:
                self._count += 1
                return WriteCapture(Words(kind="action", text=f"said no {self._count:05}."))
            case EditCapture() | MarkDone() | StrikeCapture() if captures:
                chosen = self.chance.choice(captures)
                if isinstance(wish, StrikeCapture):
                    self.struck.append(chosen.words.text.partition(" mended")[0])  # and each wording of it
                    return StrikeCapture(chosen.id)
                if isinstance(wish, MarkDone):
                    return MarkDone(chosen.id)
                return EditCapture(chosen.id, Words(kind="action", text=f"{chosen.words.text} mended"))
            case _:
                return wish

    def wish(self) -> AnyCommand:
        """Anything that somebody at a keyboard may do."""
        person = self.chance.choice(self.people)
        wishes: list[AnyCommand] = [
            *[WriteCapture(Words(kind="action", text=""))] * 4,
            *(EditCapture("?", Words(kind="action", text="?")), MarkDone("?"), StrikeCapture("?")),
            *(RaiseHand(person), GiveFloor(None), NextPoint(), ExtendPoint(2), Undo(), Undo(), Redo()),
        ]  # fmt: skip
        return self.chance.choice(wishes)

    def forget_somebody(self, laptop: Laptop) -> None:
        """Once, on a laptop that has heard all that was said of them."""
        laptop.close()
        community = read_community(laptop.home, self.community)
        session = read_session(laptop.home, self.community, self.session)
        knows = any(capture.words.text == KNOWN_BY_HEART for capture in session.captures.values())
        if knows and FORGOTTEN in [member.name for member in community.named]:
            forget(laptop.home, laptop.clock, plan_forgetting(laptop.home, laptop.clock, community, FORGOTTEN))

    def rename_somebody(self, laptop: Laptop) -> None:
        """The community's own log grows too."""
        desk = laptop.board or self._desk(laptop)
        laptop.board = desk
        if desk.community.state.members:
            self._count += 1
            desk.record_of_community(MemberRenamed(person=self.people[0], name=f"Amina {self._count}"))
            self._rest(desk)

    def live(self, steps: int) -> None:
        """Let everything happen that can."""
        for _ in range(steps):
            laptop, roll = self.chance.choice(self.laptops), self.chance.random()
            if roll < 0.45:
                wishes = [self.wish() for _ in range(self.chance.randrange(1, 5))]
                self.run(laptop, wishes, stays=self.chance.random() < 0.6)
            elif roll < 0.70:
                self.sync.push(laptop.synced, share=0.7)
            elif roll < 0.90:
                self.sync.pull(laptop.synced, faults=True)
            elif roll < 0.94:
                self.rename_somebody(laptop)
            elif roll < 0.97:
                self.forget_somebody(laptop)
            else:
                laptop.close()

    def deliver(self) -> None:
        """At last the sync does what it should: everything arrives everywhere."""
        for _ in range(3):
            for laptop in self.laptops:
                self.sync.push(laptop.synced)
                self.sync.pull(laptop.synced, faults=False)

    def run_once_more(self) -> None:
        """Each laptop, once."""
        for laptop in self.laptops:
            assert sweep_all(laptop.home) == []  # as every command begins
            self.run(laptop, [], stays=True)

    def logs(self, home: Home) -> dict[str, Path]:
        return {
            self.community: home.community_log(self.community),
            self.session: home.session_log(self.community, self.session),
        }

    def with_erased_words(self) -> list[str]:
        """The files, in any home, in which something stands that is gone."""
        gone = [text.encode() for text in self.struck]
        if any(self._is_forgotten(laptop.home) for laptop in self.laptops):
            gone += [name.encode() for name in FORGOTTEN.split()]
        paths = [Path(above, n) for one in self.laptops for above, _, names in os.walk(one.home.path) for n in names]
        return [str(path) for path in paths if any(text in path.read_bytes() for text in gone)]

    def _is_forgotten(self, home: Home) -> bool:
        return any(member.forgotten for member in read_community(home, self.community).members.values())


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No power fails here, so nothing needs to wait for the platter."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


@pytest.fixture
def ids_by(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Lets the ids of a world hang on its seed, so that it can be played again."""

    def seeded(seed: int) -> None:
        chance = Random(-seed - 1)
        monkeypatch.setattr(secrets, "choice", chance.choice)

    return seeded


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[Path]:
    return (tmp_path / str(number) for number in range(SEEDS))


@pytest.mark.parametrize("first", range(0, SEEDS, BATCH))
def test_whatever_the_sync_does_all_laptops_end_alike_and_nothing_is_lost(
    first: int, folders: Iterator[Path], ids_by: Callable[[int], None]
) -> None:
    for seed in range(first, first + BATCH):
        ids_by(seed)
        world = World(next(folders), seed)
        world.live(STEPS)
        world.deliver()
        world.run_once_more()
        world.deliver()
        assert world.with_erased_words() == [], seed
        see_that_all_are_alike(world, seed)
        for laptop in world.laptops:
            repair(laptop.home)
        world.deliver()
        world.run_once_more()
        see_that_nothing_is_lost(world, seed)
        assert world.with_erased_words() == [], seed
        for laptop in world.laptops:
            laptop.close()


def see_that_all_are_alike(world: World, seed: int) -> None:
    sessions = [read_session(laptop.home, world.community, world.session) for laptop in world.laptops]
    communities = [read_community(laptop.home, world.community) for laptop in world.laptops]
    assert sessions[0] == sessions[1] == sessions[2], seed
    assert communities[0] == communities[1] == communities[2], seed


def see_that_nothing_is_lost(world: World, seed: int) -> None:
    see_that_all_are_alike(world, seed)
    for laptop in world.laptops:
        assert laptop.board is not None
        laptop.board.poll()
        assert laptop.board.meeting.session == read_session(laptop.home, world.community, world.session), seed
        for log, folder in world.logs(laptop.home).items():
            there = {(fact.writer, fact.seq) for fact in LogReader(folder, log).poll(force=True)}
            assert world.acknowledged.get(log, set()) <= there, (seed, log)
        assert check(laptop.home) == [], seed
