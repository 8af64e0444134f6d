"""A learning circle from its first meeting to its third, by the commands alone ([LC]): purpose, what to learn next, and
how one meeting leads to the next."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.store.paths import Home
from lcterm.store.shelf import read_session
from tests.cli.running import Shell
from tests.clock_program import TestClock

SUBJECT = "How others talk about rent"
LONG = "What the council can do about houses that stand empty for longer than a year"


def when(day: int, hour: int = 18) -> datetime:
    return datetime(2026, 12, day, hour, tzinfo=UTC)


@pytest.fixture
def shell(clock: TestClock, tmp_path: Path) -> Shell:
    clock.set(when(1, 9))
    shell = Shell(clock, tmp_path / "home")
    shell.answer("new", "Warm homes")
    shell.answer("members", "warm-homes", "--add", "Ana Lund", "--add", "Ben", "--add", "Chi")
    return shell


def plans(tmp_path: Path, session: str) -> list[PlannedPoint]:
    home = Home(tmp_path / "home")
    (community,) = (path.name for path in (home.path / "communities").iterdir())
    return [point.plan for point in read_session(home, community, session).points.values()]


def points(tmp_path: Path, session: str) -> dict[str, str]:
    return {one.title: one.question for one in plans(tmp_path, session)}


def held(shell: Shell, clock: TestClock, session: str, day: int, *commands: tuple[str, ...]) -> None:
    """The session on that day, with what was said in it."""
    clock.set(when(day))
    shell.answer("do", session, "start")
    for command in commands:
        shell.answer(*command)
    clock.set(when(day, 20))
    shell.answer("do", session, "end")


def test_from_the_first_meeting_to_the_third(shell: Shell, clock: TestClock, tmp_path: Path) -> None:
    first = shell.answer("plan", "--template", "circle-first", "--starts", "2026-12-01 18:00", "--zone", "UTC")
    said = ("charter", "warm-homes", "--purpose", "Nobody here is cold")
    agreed = ("next", "--starts", "2026-12-08 18:00", "--place", "Library", "--subject", SUBJECT)
    held(shell, clock, first, 1, said, agreed)
    assert "Nobody here is cold" in shell.answer("charter", "warm-homes")
    assert f"What we want to learn then: {SUBJECT}" in shell.answer("summary", first, "--to", "-")
    digest = shell.answer("digest", "--to", "-")
    assert "We meet on Tue 8 Dec 2026, 18:00" in digest
    assert f"What we want to learn then: {SUBJECT}" in digest
    assert f"To learn   {SUBJECT}" in shell.answer("next")

    planned = shell("plan")
    second = planned.out.strip()
    assert f"as agreed, to learn: {SUBJECT}" in planned.err
    assert shell.json("show", second, "--json")["planned_start"].startswith("2026-12-08T18:00")
    agenda = points(tmp_path, second)
    assert list(agenda)[:5] == ["Introductions", "Looking back", "Break", SUBJECT, "Questions, talk"]
    assert agenda[SUBJECT] == SUBJECT
    invitation = shell.answer("invite", second, "--to", "-")
    assert f"What we want to learn, as we said last time: {SUBJECT}" in invitation

    agreed = ("next", "--starts", "2026-12-15 18:00", "--subject", LONG, "--presenter", "Ben")
    held(shell, clock, second, 8, ("capture", "l Ask first, then offer"), agreed)
    assert shell.json("next", "--json")["subject"] == LONG
    third = shell("plan").out.strip()
    agenda = points(tmp_path, third)
    assert agenda["Learning"] == LONG, "too long for a title: it is the question"
    assert SUBJECT not in agenda
    talk = next(one for one in shell.json("show", third, "--json")["agenda"] if one["title"] == "Learning")
    assert talk["presenters"] == ["Ben"]
    held(shell, clock, third, 15)
    assert "Nobody here is cold" in shell.answer("chronicle", "--to", "-")


def test_an_ordinary_session_has_it_beside_the_first_presentation(shell: Shell, tmp_path: Path) -> None:
    shell.answer("next", "--subject", SUBJECT, "--starts", "2026-12-08 18:00")
    session = shell.answer("plan", "--template", "ordinary")
    told = [one.title for one in plans(tmp_path, session) if f"What the group wanted to learn: {SUBJECT}" in one.notes]
    assert told == ["Presentation 1"]


@pytest.mark.parametrize("options", [("--template", "blank"), ("--agenda", "agenda.txt")])
def test_an_agenda_without_a_place_for_it_says_so(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shell.answer("next", "--subject", SUBJECT, "--starts", "2026-12-08 18:00")
    (tmp_path / "agenda.txt").write_text("10 min - Talk\n")
    assert "no point of this agenda is made for it" in shell("plan", *options).err


def test_a_session_that_is_planned_already_follows(shell: Shell, tmp_path: Path) -> None:
    session = shell.answer("plan", "--template", "circle", "--starts", "2026-12-08 18:00", "--zone", "UTC")
    shell.answer("next", "--subject", SUBJECT)
    assert points(tmp_path, session)[SUBJECT] == SUBJECT
    shell.answer("next", "--subject", LONG)
    assert points(tmp_path, session)["Learning"] == LONG
    shell.answer("next", "--subject", "")
    assert points(tmp_path, session)["Learning"] == ""


def test_taking_the_subject_back(shell: Shell) -> None:
    shell.answer("next", "--subject", SUBJECT, "--place", "Library")
    shell.answer("next", "--subject", "")
    assert "To learn" not in shell.answer("next")
    assert "Library" in shell.answer("next")
    assert "at most 160 fit" in shell.refusal("next", "--subject", "x" * 161)


def test_a_name_in_subject_and_purpose_is_forgotten(shell: Shell, tmp_path: Path) -> None:
    shell.answer("next", "--subject", "What Ana Lund does", "--starts", "2026-12-08 18:00")
    shell.answer("charter", "warm-homes", "--purpose", "To do as Ana Lund does")
    shell.answer("plan", "--template", "circle")
    asked = shell("forget", "Ana Lund", "warm-homes")
    assert "the community's purpose" in asked.out + asked.err
    assert "what was agreed for the next time" in asked.out + asked.err
    shell.answer("forget", "Ana Lund", "warm-homes", "--yes")
    for path in (tmp_path / "home").rglob("*"):
        assert not path.is_file() or b"Ana Lund" not in path.read_bytes(), path


def test_a_refresh_leaves_a_circle_a_circle(shell: Shell, clock: TestClock, tmp_path: Path) -> None:
    shell.answer("charter", "warm-homes", "--answer", "belonging=Us")
    first = shell.answer("plan", "--template", "circle-first", "--starts", "2026-12-01 18:00", "--zone", "UTC")
    held(shell, clock, first, 1)
    refresh = shell.answer("plan", "--template", "design", "--starts", "2026-12-08 18:00", "--zone", "UTC")
    held(shell, clock, refresh, 8)
    after = shell.answer("plan", "--starts", "2026-12-15 18:00", "--zone", "UTC")
    assert "Looking back" in points(tmp_path, after)
