"""The demo's home: where it lies, when it is gone on with, and that nothing but its own is ever thrown away."""

import os
import shutil
from pathlib import Path

import pytest
from platformdirs import user_cache_dir

from lcterm.core.agenda import remaining
from lcterm.core.commands import RaiseHand
from lcterm.core.refusal import Refused
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from lcterm.store.sample import MARKER, Sample, sample_home
from lcterm.store.shelf import read_session
from tests.clock_program import TestClock
from tests.store.disk import FULL, Disk


@pytest.fixture
def place(tmp_path: Path, clock: TestClock) -> Path:
    """Where this test's demo goes; not yet made."""
    return tmp_path / "cache" / "demo"


# ── Going on, starting anew ──


def test_a_second_start_goes_on_where_the_first_stopped(place: Path, clock: TestClock) -> None:
    first = sample_home(clock, folder=place)
    desk = Desk(first.home, first.community, first.session, clock)
    leila = next(one.person for one in desk.meeting.community.active if one.name == "Leila")
    assert not desk.act(RaiseHand(leila)).refused
    desk.settle()
    clock.advance(2 * 3600 - 1)
    assert sample_home(clock, folder=place) == first
    assert read_session(first.home, first.community, first.session).hands[-1].person == leila


def _is_new(before: Sample, after: Sample) -> bool:
    """Whether nothing of the former demo is left."""
    gone = before.community not in after.home.community_ids()
    return gone and before.session != after.session and len(after.home.community_ids()) == 3


def test_fresh_starts_anew(place: Path, clock: TestClock) -> None:
    first = sample_home(clock, folder=place)
    assert _is_new(first, sample_home(clock, True, place))


@pytest.mark.parametrize("seconds", [2 * 3600, -1], ids=["two hours later", "on a clock that was set back"])
def test_an_old_one_is_made_anew(place: Path, clock: TestClock, seconds: int) -> None:
    first = sample_home(clock, folder=place)
    clock.step(seconds)
    second = sample_home(clock, folder=place)
    assert _is_new(first, second)
    session = read_session(second.home, second.community, second.session)
    assert remaining(session, clock.now()) == (21 * 60 + 34) * 1000


def test_one_whose_session_is_gone_is_made_anew(place: Path, clock: TestClock) -> None:
    first = sample_home(clock, folder=place)
    shutil.rmtree(first.home.session_log(first.community, first.session))
    assert _is_new(first, sample_home(clock, folder=place))


def test_one_that_was_stopped_while_it_was_made_is_made_anew(
    place: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(home: Home, *rest: object) -> tuple[str, str]:
        home.create(home.community_log("half-made"))
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("lcterm.store.sample.play", interrupted)
        with pytest.raises(KeyboardInterrupt):
            sample_home(clock, folder=place)
    assert (place / MARKER).exists()
    assert "half-made" not in sample_home(clock, folder=place).home.community_ids()


def test_it_lies_where_things_may_be_thrown_away_and_the_real_home_stays_unmade(
    home: Path, clock: TestClock, nobody_at_home: Path
) -> None:
    made = sample_home(clock)
    assert made.home.path == Path(user_cache_dir("lcterm")) / "demo"
    assert nobody_at_home in made.home.path.parents
    assert not home.exists()
    assert not (nobody_at_home / "lcterm").exists()


# ── Nothing else is ever thrown away ──


def _real_home(place: Path) -> Path:
    note = place / "communities" / "k3f9k3f9" / "log" / "aaaa.0001.json"
    note.parent.mkdir(parents=True)
    note.write_text("precious")
    return note


@pytest.mark.parametrize("fresh", [False, True], ids=["demo", "demo --fresh"])
@pytest.mark.parametrize(
    "marker",
    [None, "", "{}", '{"what":"my own notes","made":1}', '{"what":"the home of lcterm demo; it will be'],
    ids=repr,
)
def test_a_folder_without_the_demos_marker_is_never_emptied(
    place: Path, clock: TestClock, marker: str | None, fresh: bool
) -> None:
    note = _real_home(place)
    if marker is not None:
        (place / MARKER).write_text(marker)
    before = sorted(place.rglob("*"))
    with pytest.raises(Refused, match=r"was not made by the demo \(lcterm-demo.json is missing\)"):
        sample_home(clock, fresh, place)
    assert sorted(place.rglob("*")) == before
    assert note.read_text() == "precious"


def test_a_marker_that_is_only_a_link_does_not_count(place: Path, clock: TestClock) -> None:
    other = sample_home(clock, folder=place.with_name("other"))
    note = _real_home(place)
    (place / MARKER).symlink_to(other.home.path / MARKER)
    with pytest.raises(Refused, match="was not made by the demo"):
        sample_home(clock, True, place)
    assert note.read_text() == "precious"


def test_what_a_link_in_the_demos_folder_leads_to_stays(place: Path, clock: TestClock, tmp_path: Path) -> None:
    first = sample_home(clock, folder=place)
    note = _real_home(tmp_path / "real")
    (place / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    (place / "communities" / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    assert _is_new(first, sample_home(clock, True, place))
    assert note.read_text() == "precious"
    assert not (place / "link").is_symlink()


def test_an_empty_folder_is_taken(place: Path, clock: TestClock) -> None:
    place.mkdir(parents=True)
    assert len(sample_home(clock, folder=place).home.community_ids()) == 3


def test_stopped_while_emptying_it_is_still_known_as_the_demos(
    place: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = sample_home(clock, folder=place)

    def refuses(path: Path) -> None:
        raise OSError(FULL, os.strerror(FULL), str(path))

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", refuses)
        with pytest.raises(Refused, match=r"demo, the demo's folder, cannot be emptied: the disk is full; mend that"):
            sample_home(clock, True, place)
    assert _is_new(first, sample_home(clock, True, place))


# ── When it cannot be made ──


def test_a_full_disk_is_said_in_one_line(place: Path, clock: TestClock, disk: Disk) -> None:
    disk.refuse["mkdir"] = FULL
    with pytest.raises(
        Refused, match=r"demo, the demo's folder, cannot be made: the disk is full; mend that"
    ) as refused:
        sample_home(clock, folder=place)
    assert "\n" not in refused.value.reason


def test_a_disk_that_fills_up_on_the_way_is_said_too(place: Path, clock: TestClock, disk: Disk) -> None:
    disk.refuse["replace"] = FULL
    with pytest.raises(Refused, match=r"not saved: the disk is full"):
        sample_home(clock, folder=place)
    disk.refuse.clear()
    assert len(sample_home(clock, folder=place).home.community_ids()) == 3


def test_a_file_in_the_place_of_the_folder_is_left_alone(place: Path, clock: TestClock) -> None:
    place.parent.mkdir(parents=True)
    place.write_text("precious")
    with pytest.raises(Refused, match="a file stands where the demo's folder should be"):
        sample_home(clock, True, place)
    assert place.read_text() == "precious"


def test_two_that_are_made_at_once_do_not_mix(place: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch) -> None:
    sample_home(clock, folder=place)
    monkeypatch.setattr("lcterm.store.sample._empty", lambda folder, own: None)
    with pytest.raises(Refused, match="another demo is being made there just now"):
        sample_home(clock, True, place)
