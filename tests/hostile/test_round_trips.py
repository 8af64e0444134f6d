"""Out of the program and in again, elsewhere: hostile words come through every file as they were."""

import json
from pathlib import Path

from lcterm.core.commands import EndSession
from lcterm.core.text import clean
from lcterm.core.todo_words import plain_words
from lcterm.store.desk import Desk
from lcterm.store.neutral import neutral_line
from lcterm.store.paths import Home
from lcterm.store.shelf import communities, read_session
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.hostile.foreign import COMMUNITY, Foreign

Hostile = tuple[Foreign, TestClock]


def ended(hostile: Hostile) -> Shell:
    made, clock = hostile
    desk = Desk(made.home, COMMUNITY, made.held, clock)
    assert not desk.act(EndSession(), desk.now()).refused
    desk.settle()
    return Shell(clock, made.home.path)


def test_a_community_through_an_archive(foreign: Hostile, tmp_path: Path) -> None:
    made, clock = foreign
    here, there = ended(foreign), Shell(clock, tmp_path / "there")
    here.answer("export", "zqcommunityqz", str(tmp_path / "archive.json"))
    there.answer("import", "archive", str(tmp_path / "archive.json"))
    other = Home(tmp_path / "there")
    assert communities(other) == communities(made.home)
    assert read_session(other, COMMUNITY, made.held) == read_session(made.home, COMMUNITY, made.held)
    assert json.loads(there.answer("summary", made.held, "--format", "json", "--to", "-")) == json.loads(
        here.answer("summary", made.held, "--format", "json", "--to", "-")
    )


def test_a_session_through_its_file(foreign: Hostile, tmp_path: Path) -> None:
    made, clock = foreign
    here, there = ended(foreign), Shell(clock, tmp_path / "there")
    here.answer("session", made.held, "--to", str(tmp_path / "session.json"))
    there.answer("new", "Elsewhere")
    there.answer("import", "session", str(tmp_path / "session.json"))
    (community,) = communities(Home(tmp_path / "there"))
    came = read_session(Home(tmp_path / "there"), community.id, made.held)
    was = read_session(made.home, COMMUNITY, made.held)
    assert came.title == was.title
    assert [one.plan.title for one in came.points.values()] == [one.plan.title for one in was.points.values()]
    texts = {one.id: one.words.text for one in was.captures.values()}
    left = {one.id: one.words.text for one in came.captures.values()}
    assert len(left) > 0.8 * len(texts)
    assert all(texts[id] == text for id, text in left.items())


def test_actions_through_todo_txt(foreign: Hostile, tmp_path: Path) -> None:
    made, clock = foreign
    shell = Shell(clock, made.home.path)
    before = shell.json("actions", "--all", "--format", "json")
    file = tmp_path / "todo.txt"
    file.write_text(shell.answer("actions", "--all", "--format", "todotxt") + "\n", encoding="utf-8")
    ran = shell("import", "actions", str(file))
    assert ran.status == 0, ran
    assert shell.json("actions", "--all", "--format", "json") == before
    tasks = [line for line in file.read_text(encoding="utf-8").split("\n") if line]
    assert len(tasks) == len(before)
    for line, one in zip(tasks, before, strict=True):
        words = plain_words(clean(one["text"], limit=10_000))
        assert clean(words, limit=10_000) in clean(line, limit=20_000)


def test_members_through_a_table(foreign: Hostile, tmp_path: Path) -> None:
    """Names that a table can hold come back; the others are refused by line, and nothing else is lost."""
    made, clock = foreign
    names = [neutral_line(text) for text in made.texts if len(clean(neutral_line(text), limit=10_000)) in range(1, 80)]
    table = "Name;Practice\n" + "".join(f'"{name.replace(chr(34), chr(34) * 2)}";x\n' for name in names)
    (tmp_path / "members.csv").write_text(table, encoding="utf-8")
    shell = Shell(clock, tmp_path / "there")
    shell.answer("new", "Elsewhere")
    ran = shell("import", "members", str(tmp_path / "members.csv"))
    assert ran.status == 0, ran
    came = {one["name"] for one in shell.json("members", "--json")}
    cleaned = {" ".join(clean(name).split()) for name in names}
    assert came <= cleaned
    assert len(came) > 0.7 * len(cleaned)


def test_turns_are_named_by_one_word_each(foreign: Hostile, tmp_path: Path) -> None:
    made, clock = foreign
    shell = ended(foreign)
    lines = shell.answer("turns", made.held, "--format", "rttm").split("\n")
    assert len(lines) >= 12
    assert {len(line.split(" ")) for line in lines} == {10}
    (tmp_path / "turns.rttm").write_text("\n".join(lines), encoding="utf-8")
    there = Shell(clock, tmp_path / "there")
    there.answer("new", "Elsewhere")
    session = there.answer("plan", "--template", "ordinary", "--starts", "2026-12-01 14:00", "--zone", "UTC")
    labels = {line.split(" ")[7] for line in lines}
    ran = there("import", "turns", session, str(tmp_path / "turns.rttm"), "--dry-run")
    assert ran.status == 0, ran
    assert json.loads(ran.out)["speakers"] == len(labels)
