"""The sample's story: as shipped it can be played, and a spoilt one is refused."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.store.paths import Home
from lcterm.store.sample import sample_home
from lcterm.store.sample_play import play
from lcterm.store.sample_story import Story, StorySession, read_story
from lcterm.store.shipped import shipped
from tests.clock_program import TestClock, milliseconds

NOW = milliseconds(datetime(2026, 11, 24, 15, 7, 26, tzinfo=UTC))

# ── The story ──


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A copy of the story that may be spoilt."""
    return Path(shutil.copytree(shipped("data", "sample"), tmp_path / "story"))


@pytest.mark.parametrize(
    ("name", "was", "becomes"),
    [
        ("today.toml", "so_far", "soo_far"),
        ("today.toml", "hour =", "hour"),
        ("housing-peers.toml", 'days = -28\npresenters = ["Grace"', 'days = "x"\npresenters = ["Grace"'),
        ("night-shift-nurses.toml", "purpose", "porpoise"),
    ],
)
def test_a_story_that_was_spoilt_is_refused_by_its_file(told: Path, name: str, was: str, becomes: str) -> None:
    text = (told / name).read_text("utf-8")
    assert was in text
    (told / name).write_text(text.replace(was, becomes), "utf-8")
    with pytest.raises(Refused, match=rf"{name} is not as it was shipped \(.+\); install lcterm again") as refused:
        read_story(told)
    assert "\n" not in refused.value.reason


def test_a_story_that_is_not_all_there_is_refused(told: Path) -> None:
    (told / "today.toml").unlink()
    with pytest.raises(Refused, match=r"today.toml is not as it was shipped"):
        read_story(told)


@pytest.mark.parametrize(
    ("hour", "why"),
    [
        ("0:00 start\n1:00 give m", "Marek is away"),
        ("0:00 start\n1:00 hand j shout", "shout"),
        ("0:00 start\n1:00 a Mend it @zoe", "No one here is called zoe"),
        ("0:00 start\nlater next", "does not begin with a time such as 12:30"),
        ("0:00 start\n1:00 spoke zoe", "No one here is called zoe"),
    ],
)
def test_the_story_keeps_the_rules_of_the_house(tmp_path: Path, hour: str, why: str) -> None:
    story = read_story(shipped("data", "sample"))
    today = StorySession(so_far="30:00", hour=hour, away=("Marek",))
    with pytest.raises(Refused, match=why):
        play(Home(tmp_path / "demo"), Story(story.first, today, ()), NOW, "UTC")


def test_a_story_that_stands_at_no_time_is_refused(tmp_path: Path) -> None:
    story = read_story(shipped("data", "sample"))
    with pytest.raises(Refused, match="'soon start' does not begin with a time"):
        play(
            Home(tmp_path / "demo"), Story(story.first, StorySession(so_far="soon", hour="0:00 start"), ()), NOW, "UTC"
        )


def test_a_zone_that_nobody_knows_is_refused(tmp_path: Path, clock: TestClock) -> None:
    with pytest.raises(Refused, match="no time zone 'Atlantis'"):
        sample_home(clock, folder=tmp_path / "demo", zone="Atlantis")
