"""Setting up from the command line."""

from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock


@pytest.fixture
def shell(clock: TestClock, tmp_path: Path) -> Shell:
    shell = Shell(clock, tmp_path / "home")
    shell("new", "Bees")
    return shell


def item(shell: Shell, id: str) -> dict[str, str]:
    found: list[dict[str, str]] = shell.json("setup", "--json")
    return next(one for one in found if one["id"] == id)


def test_items_have_a_state_a_note_somebody_and_a_time(shell: Shell) -> None:
    assert shell.answer("setup").endswith("0 of 18 settled.")
    told = shell.answer(
        *(
            "setup",
            "--state",
            "room=settled",
            "--who",
            "room=Grace",
            "--when",
            "room=by May",
            "--note",
            "room=2nd floor",
        ),
        *("--state", "2=under-way"),
    )
    assert " 13 [x] Room and administration (room)\n        = Grace, by May\n        = 2nd floor" in told
    assert "  2 [~] Whoever must permit it" in told
    assert told.endswith("1 of 18 settled.")
    assert item(shell, "room") == {
        "id": "room",
        "group": "What it needs",
        "text": "Room and administration",
        "state": "settled",
        "note": "2nd floor",
        "who": "Grace",
        "when": "by May",
    }
    shell.answer("setup", "--state", "room=open", "--who", "room=", "--when", "room=")
    assert (item(shell, "room")["state"], item(shell, "room")["note"]) == ("open", "2nd floor")


def test_is_it_one_at_all(shell: Shell) -> None:
    said = shell.answer("setup", "--alternatives")
    assert "nobody can know beforehand" in said
    assert "- Mentoring:" in said
    assert "Has that been said aloud" in " ".join(shell.answer("setup", "--ask").split())


def test_the_brief_for_whoever_goes_first(shell: Shell, tmp_path: Path) -> None:
    shell.answer("setup", "--who", "first=Ana", "--note", "first=Bring the letter to the\x1b[31m council")
    brief = shell.answer("setup", "--brief")
    assert brief.startswith("Dear Ana,\n\nFor the first session of Bees.")
    assert "- Bring the letter to the council" in brief
    assert "You have 20 minutes" in brief
    assert all(len(line) <= 72 for line in brief.splitlines())
    shell.answer("setup", "--brief", "--to", str(tmp_path / "brief.txt"))
    assert (tmp_path / "brief.txt").read_text("utf-8").strip() == brief


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--state", "room"), "write it like --state 'room=settled'"),
        (("--state", "room=done"), "there is open, under way, settled, not needed"),
        (("--state", "room="), "there is open"),
        (("--note", "zz=x"), "has no item 'zz'"),
        (("--who", f"room={'x' * 401}"), "at most 400 fit"),
        (("--to", "x.txt"), "give --brief with it"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_of_it_is_kept(shell: Shell, options: tuple[str, str], said: str) -> None:
    assert said in shell.refusal("setup", "--note", "budget=ask twice", *options)
    assert item(shell, "budget")["note"] == ""


def test_what_was_noted_is_not_in_the_groups_charter(shell: Shell) -> None:
    shell.answer("setup", "--state", "champion=settled", "--note", "champion=canarynote", "--who", "champion=canarywho")
    for form in ("md", "html", "json"):
        text = shell.answer("charter", "--format", form)
        assert "There is a champion" in text
        assert "canary" not in text
