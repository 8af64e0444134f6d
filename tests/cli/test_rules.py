"""Ground rules from the command line."""

from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock


@pytest.fixture
def shell(clock: TestClock, tmp_path: Path) -> Shell:
    shell = Shell(clock, tmp_path / "home")
    shell("new", "Bees")
    shell("members", "--add", "Ana", "--add", "Ben")
    return shell


def test_rules_are_made_changed_and_kept(shell: Shell) -> None:
    assert "no rules yet" in shell.answer("rules")
    shell.answer("rules", "--add", "One voice at a time", "--add", "Phones away", "--add", "What we say stays here")
    told = shell.answer("rules", "--reword", "2=Phones in the bag", "--drop", "1", "--move", "2=1", "--keeper", "an")
    assert told.splitlines() == ["  1 What we say stays here", "  2 Phones in the bag", "Kept by Ana."]
    history = shell.answer("rules", "--history")
    assert "Now: Phones in the bag (before: Phones away)" in history
    assert "Dropped: One voice at a time" in history
    record = shell.json("rules", "--json")
    assert record["rules"] == ["What we say stays here", "Phones in the bag"]
    assert record["keepers"] == ["Ana"]
    assert [len(one["rules"]) for one in record["history"]] == [3, 2]
    assert {one["session"] for one in record["history"]} == {None}
    shell.answer("rules", "--keeper", "Ben")
    assert shell.json("rules", "--json")["keepers"] == ["Ben"]


def test_themes_are_offered_and_never_put_in(shell: Shell) -> None:
    offered = shell.answer("rules", "--themes")
    assert "Listening:" in offered
    assert "Phones and laptops:" in offered
    shell.answer("rules", "--add", "We listen to the end", "--add", "Phones off")
    offered = shell.answer("rules", "--themes")
    assert "Listening:" not in offered
    assert "Phones and laptops:" not in offered
    assert "Kindness:" in offered
    assert shell.json("rules", "--json")["rules"] == ["We listen to the end", "Phones off"]


def test_what_a_session_changed_is_in_its_summary(shell: Shell) -> None:
    shell.answer("rules", "--add", "One voice at a time")
    session = shell.answer("plan", "--template", "ordinary")
    shell.answer("do", "start")
    shell.answer("rules", "--add", "Phones [away](x)")
    assert shell.json("rules", "--json")["history"][-1]["session"] == session
    history = shell.answer("rules", "--history")
    assert ", session 1\n" in history
    assert session not in history
    summary = shell.answer("summary", "--to", "-")
    assert "## What changed in our rules\n\n- New: Phones \\[away\\](x)" in summary
    assert "One voice at a time" not in summary.split("What changed in our rules")[1].split("##")[0]
    assert "Phones" not in shell.answer("summary", "--audience", "sponsor", "--to", "-")
    assert shell.json("summary", "--format", "json", "--to", "-")["rules_changed"] == ["New: Phones [away](x)"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--reword", "2"), "write it like"),
        (("--reword", "x=Words"), "is no number"),
        (("--reword", "1="), "nothing was written"),
        (("--drop", "7"), "there is no rule 7; there is 1"),
        (("--move", "1=up"), "is no number"),
        (("--add", "one VOICE"), "stands among the rules already"),
        (("--keeper", "Zed"), "No one here is called Zed"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(shell: Shell, options: tuple[str, str], said: str) -> None:
    shell.answer("rules", "--add", "One voice")
    assert said in shell.refusal("rules", *options)
    assert shell.json("rules", "--json")["rules"] == ["One voice"]
