"""A community put away and brought back is the same to the byte; whatever stops it on the way, nothing is lost."""

import os
import tarfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.store.check import repair
from lcterm.store.drafts import Draft, keep_drafts
from lcterm.store.locked import Locked, locked
from lcterm.store.locking import lock, unlock
from lcterm.store.packing import packed, unpacked
from lcterm.store.paths import Home
from lcterm.store.reader import LogReader
from lcterm.store.reading import Unreadable
from lcterm.store.runs import RUNS, Run
from lcterm.store.session_cache import cache_folder
from tests.store.making import LOG, paused, store, written

SECRET = "Zoë told us of her marriage"


def seal(content: bytes) -> bytes:
    """Stands in for age, which takes a second each time by design."""
    return bytes(byte ^ 0x5A for byte in content)


unseal = seal


class Stopped(BaseException):
    """The program is killed here."""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    store(home.community_log("c1"), [paused(1, "cccc")], log="c1")
    store(home.session_log("c1", LOG), [*(paused(seq) for seq in range(1, 300)), written(300, SECRET)])
    (home.session_log("c1", LOG) / "aaaa.0001 (conflicted copy).json").write_bytes(b"\xff\x00")
    home.create(home.summaries("c1"))
    (home.summaries("c1") / f"{LOG}.md").write_text(SECRET)
    (home.community_log("c1").parent / "forgotten").touch()
    keep_drafts(home, LOG, [Draft(SECRET)])
    home.create(cache_folder(home, "c1"))
    (cache_folder(home, "c1") / f"{LOG}.json").write_text(SECRET)
    store(home.community_log("c2"), [paused(1, "dddd")], log="c2")
    return home


def everything(home: Home) -> dict[str, bytes]:
    """Every file, caches and signs of runs apart."""
    paths = (path for path in home.path.rglob("*") if path.is_file())
    kept = (path for path in paths if not path.is_relative_to(home.private / "digests"))
    return {str(path.relative_to(home.path)): path.read_bytes() for path in kept}


def put_away(home: Home) -> Locked:
    one, left = lock(home, "c1", seal, unseal)
    assert left == []
    return one


def test_locked_nothing_of_it_is_readable_and_unlocked_it_is_the_same_to_the_byte(home: Home) -> None:
    before = everything(home)
    one = put_away(home)
    assert locked(home) == [one]
    assert home.community_ids() == ["c2"]
    assert [path for path, content in everything(home).items() if SECRET.encode() in content] == []
    assert not home.community_log("c1").parent.exists()
    assert one.path.stat().st_mode & 0o077 == 0
    assert unlock(home, one, unseal).beside == ()
    assert everything(home) == before
    assert locked(home) == []


def test_who_has_the_passphrase_needs_nothing_but_tar(home: Home) -> None:
    one = put_away(home)
    with tarfile.open(fileobj=BytesIO(unseal(one.path.read_bytes()))) as tar:
        names = tar.getnames()
    assert f"community/sessions/{LOG}/aaaa.0001.json" in names
    assert f"private/draft-{LOG}.json" in names


def test_a_passphrase_that_does_not_fit_changes_nothing(home: Home) -> None:
    one = put_away(home)
    before = everything(home)

    def misfit(content: bytes) -> bytes:
        raise Unreadable("the passphrase does not fit")

    with pytest.raises(Unreadable, match="does not fit"):
        unlock(home, one, misfit)
    assert everything(home) == before


def test_a_seal_that_does_not_open_again_locks_nothing(home: Home) -> None:
    before = everything(home)
    for bad in (lambda content: content[:1000], lambda content: packed({}), lambda content: b""):
        with pytest.raises(Refused, match="nothing was locked"):
            lock(home, "c1", seal, lambda content, bad=bad: bad(unseal(content)))  # type: ignore[misc]
        assert everything(home) == before


def test_a_session_that_is_open_is_not_locked(home: Home) -> None:
    before = everything(home)
    run = Run(home.private / RUNS, "aaaa")
    run.begin()
    with pytest.raises(Refused, match="open in another lcterm"):
        lock(home, "c1", seal, unseal)
    run.end()
    assert everything(home) == before
    put_away(home)


@pytest.mark.parametrize("step", ["unlink", "replace", "link", "rmdir", "mkdir", "fsync"])
def test_killed_anywhere_on_the_way_nothing_is_lost_and_the_same_command_goes_on(
    home: Home, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = everything(home)
    real: Callable[..., object] = getattr(os, step)
    for at in (*range(1, 30), 45, 60, 90, 150):
        done = 0
        for act in (partial(lock, home, "c1", seal, unseal), partial(unlock_all, home)):
            calls = count(1)

            def killed(*args: object, calls: Iterator[int] = calls, at: int = at, **named: object) -> object:
                if next(calls) >= at:
                    raise Stopped
                return real(*args, **named)

            with monkeypatch.context() as patch, suppress(Stopped):
                patch.setattr(os, step, killed)
                act()
                done += 1
            assert held_somewhere(home, before), (step, at)
        unlock_all(home)
        assert {name: content for name, content in everything(home).items() if name in before} == before
        if done == 2:
            return
    pytest.fail("it never came to an end")


def unlock_all(home: Home) -> None:
    for one in locked(home):
        assert unlock(home, one, unseal).beside == ()


def held_somewhere(home: Home, before: dict[str, bytes]) -> bool:
    """Whether each file stands as it was, or is in something that is locked, whole."""
    there = set(everything(home).values())
    for one in locked(home):
        there |= set(unpacked(unseal(one.path.read_bytes())).values())
    return set(before.values()) <= there


def test_locked_again_when_it_was_stopped_half_way(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(home)
    real = Path.unlink

    def stops(path: Path, *args: bool, **named: bool) -> None:
        if path.name == "aaaa.0002.json":
            raise Stopped
        real(path, *args, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", stops)
        with pytest.raises(Stopped):
            lock(home, "c1", seal, unseal)
    assert home.community_ids() == ["c1", "c2"]
    lock(home, "c1", seal, unseal)
    assert home.community_ids() == ["c2"]
    assert len(locked(home)) == 2
    for one in locked(home):
        unlock(home, one, unseal)
    assert everything(home) == before


def test_what_a_sync_brought_meanwhile_stays_and_is_put_together_with_what_was_locked(home: Home) -> None:
    whole = home.session_log("c1", LOG) / "aaaa.0003.json"
    content = whole.read_bytes()
    one = put_away(home)
    older = store(home.path.parent / "elsewhere", [paused(seq) for seq in range(1, 260)])[2].read_bytes()
    whole.parent.mkdir(parents=True)
    whole.write_bytes(older)
    store(home.session_log("c1", LOG), [paused(1, "eeee")])
    (beside,) = unlock(home, one, unseal).beside
    assert (whole.read_bytes(), beside.read_bytes()) == (older, content)
    repair(home)
    seqs = {(fact.writer, fact.seq) for fact in LogReader(whole.parent, LOG).poll(force=True)}
    assert seqs == {*(("aaaa", seq) for seq in range(1, 301)), ("eeee", 1)}


@pytest.mark.parametrize(
    "name", ["../../evil", "/evil", "community/../../evil", "private/device.json", "C:evil", "other/x"]
)
def test_a_pack_that_leads_elsewhere_is_refused(home: Home, name: str) -> None:
    one = put_away(home)
    one.path.write_bytes(seal(packed({name: b"x"})))
    with pytest.raises(Unreadable, match="never puts there"):
        unlock(home, one, unseal)
    assert not any("evil" in path.name or path.name == "device.json" for path in home.path.parent.rglob("*"))


def test_a_file_that_cannot_be_read_locks_nothing(home: Home) -> None:
    os.mkfifo(home.session_log("c1", LOG) / "bbbb.0001.json")
    with pytest.raises(Refused, match="not an ordinary file; mend that first"):
        lock(home, "c1", seal, unseal)
    assert locked(home) == []
