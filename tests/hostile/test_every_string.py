"""Every hostile string there is in the places that `test_stored` has only a few of them in: rules, titles, questions,
names of communities and of files. Stored as cleaned, and the same once more out of the log."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lcterm.core.commands import MendPoint
from lcterm.core.community_events import RulesAgreed
from lcterm.core.refusal import Refused
from lcterm.core.rules import RULES_MAX, added
from lcterm.core.text import clean
from lcterm.core.when import zone_or_utc
from lcterm.documents.saving import file_name, keep
from lcterm.intake.files import read_file
from lcterm.intake.members import MEMBERS_BYTES, read_members
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from lcterm.store.register import change, found, plan
from lcterm.store.shelf import communities, read_community, read_session
from lcterm.store.templates import find_template
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.hostile.nasty import OWN, everything
from tests.hostile.parsed import CONTROLS

UTC = zone_or_utc("UTC")
PARTS = 24
"""So many homes: whoever founds a community looks at all that are there."""
REFUSALS = 0.12
"""The share of the strings of which nothing is left, or too much, or that stand there already."""


def taken(take: Callable[[str], str]) -> list[str]:
    """What became of each string that was taken; a refusal is one harmless line."""
    kept, refusals = [], [""]
    for text in everything():
        try:
            kept.append(take(text))
        except Refused as refused:
            refusals.append(refused.reason)
    assert CONTROLS.search("".join(refusals)) is None
    assert "\n" not in "".join(refusals)
    assert len(kept) > (1 - REFUSALS) * len(everything())
    assert all(clean(one, limit=1000) == one and CONTROLS.search(one) is None for one in kept)
    return kept


def test_as_a_rule(home: Path, clock: TestClock) -> None:
    at = Home(home)
    community = found(at, clock, "Bees", "", [])
    rules = list(dict.fromkeys(taken(lambda text: added((), text)[0])))
    for place in range(0, len(rules), RULES_MAX):
        batch = tuple(rules[place : place + RULES_MAX])
        change(at, clock, community.id, [RulesAgreed(rules=batch)])
        assert read_community(at, community.id).rules == batch


def test_as_the_title_of_a_session(home: Path, clock: TestClock) -> None:
    at = Home(home)
    community = found(at, clock, "Bees", "", [])
    points = find_template("circle", at.templates).planned()
    titles: dict[str, str] = {}

    def take(text: str) -> str:
        session = plan(at, clock, community, points, UTC, "UTC", title=text)
        titles[session] = clean(text)
        return titles[session]

    taken(take)
    for session, title in titles.items():
        assert read_session(at, community.id, session).title == title or not title


def test_as_the_title_and_the_question_of_a_point(home: Path, clock: TestClock) -> None:
    at = Home(home)
    community = found(at, clock, "Bees", "", [])
    session = plan(at, clock, community, find_template("ordinary", at.templates).planned(), UTC, "UTC")
    desk = Desk(at, community.id, session, clock)
    point = next(iter(desk.meeting.session.points.values())).plan.id

    def take(text: str) -> str:
        done = desk.act(MendPoint(1, title=text, question=text))
        if done.refused:
            raise Refused(done.text)
        plan = desk.meeting.session.points[point].plan
        assert {plan.title, plan.question} == {clean(text)}
        return plan.title

    last = taken(take)[-1]
    desk.settle()
    assert read_session(at, community.id, session).points[point].plan.title == last


@pytest.mark.parametrize("part", range(PARTS))
def test_as_the_name_of_a_community(home: Path, clock: TestClock, part: int) -> None:
    at, kept, refusals = Home(home), {}, [""]
    for text in everything()[part::PARTS]:
        try:
            made = found(at, clock, text, text[:200], [])
        except Refused as refused:
            refusals.append(refused.reason)
        else:
            kept[made.id] = clean(text)
    assert CONTROLS.search("".join(refusals)) is None
    assert {one.id: one.name for one in communities(at)} == kept
    assert len(kept) > 0.7 * len(everything()) / PARTS


def test_as_the_name_of_a_file_that_is_written(tmp_path: Path) -> None:
    for number, text in enumerate(everything()):
        folder = tmp_path / str(number)
        keep(text, folder / file_name(text, "md"))
        assert len(list(folder.iterdir())) == 1
    assert len(list(tmp_path.iterdir())) == len(everything())
    assert len(list(tmp_path.rglob("*.md"))) == len(everything())


def test_as_the_name_of_a_file_that_is_read(tmp_path: Path) -> None:
    made = 0
    for text in everything():
        name = text.replace("/", "").replace("\0", "")
        path = tmp_path / name
        try:
            path.write_bytes(b"Ana\nBen\n")
        except (OSError, UnicodeError):  # no name that a disk takes
            continue
        made += 1
        assert [one.name for one in read_members(read_file(path, MEMBERS_BYTES), str(path)).members] == ["Ana", "Ben"]
        path.write_bytes(b"\0" * 9)
        for read in (lambda: read_file(path, 3), lambda: read_members(read_file(path, 99), str(path))):  # noqa: B023
            with pytest.raises(Refused) as refused:
                read()
            assert str(refused.value)
        path.unlink()
    assert made > 0.8 * len(everything())


def test_a_command_that_names_such_a_file_says_a_harmless_line(home: Path, clock: TestClock, tmp_path: Path) -> None:
    shell = Shell(clock, home)
    shell.answer("new", "Bees")
    for text in OWN:
        path = tmp_path / text.replace("/", "").replace("\0", "")
        try:
            path.write_bytes(b"\0" * 9)
        except (OSError, UnicodeError):
            continue
        for kind in ("members", "actions", "session", "archive", "agenda"):
            ran = shell("import", kind, str(path))
            assert ran.status == 1, ran
            assert ran.err.count("\n") == 1, ran
            assert CONTROLS.search(ran.out + ran.err) is None, ran
        path.unlink()
