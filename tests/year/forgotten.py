"""Somebody who was in the room all year asks to be forgotten, when every document of the year has been made."""

import json
import shutil
from pathlib import Path
from typing import Any

from tests.cli.forgetting import holding
from tests.year.figures import voices as voices_of_the_year
from tests.year.playing import Year
from tests.year.story import AFTER, GONE

SPELLINGS = ("Zoë", "Zoe", "Ørsted", "Orsted", "Lund")
NOBODY = "somebody who asked to be forgotten"
OTHERS_SENTENCES = ("Zoë asks the best questions when she waits", "Ask Zoë Lund for her drawing of the hallway")


def somebody_is_forgotten(year: Year, before: Path) -> None:
    """Zoë, who presented and stands in what others wrote: no byte of her is left, figures stay, and an old copy of
    the whole home brings nothing back."""
    her_name_everywhere(year)
    documents(year)
    figures = year.shell.json("report", "--json")
    shutil.copytree(year.home, before)
    shown = year.program("forget", AFTER)
    assert (shown.status, "nothing was changed" in shown.err) == (1, True)
    for sentence in OTHERS_SENTENCES:
        assert sentence in shown.out
    assert held_by(year.home) == held_by(before) != []
    year.program.answer("forget", AFTER, "--yes")
    assert held_by(year.home) == []
    documents(year)
    assert held_by(year.home) == []
    put_back(before, year.home)
    assert held_by(year.home) != []
    year.program.answer("members")
    assert held_by(year.home) == []
    assert "has nobody of that name and no sentence with it" in year.program.answer("forget", AFTER, "--yes")
    figures_stay(figures, year.shell.json("report", "--json"))
    assert not any(word in "".join(read_aloud(year)) for word in SPELLINGS)


def figures_stay(before: dict[str, Any], after: dict[str, Any]) -> None:
    """Who came, who presented and how much was said counts as it did, hers as nobody's; of actions one is less, whose
    words have gone."""
    named, nobodys = (json.dumps([one | {"actions": None} for one in record["held"]]) for record in (before, after))
    assert nobodys == named.replace(json.dumps(AFTER), json.dumps(NOBODY)) != named
    of = {one["name"]: one["times"] for one in before["presenters"]}
    of[NOBODY] = of.pop(AFTER)
    assert {one["name"]: one["times"] for one in after["presenters"]} == of
    assert after["feedback"] == before["feedback"]
    written, opened = before["actions"]["written"] - 1, before["actions"]["open"] - 1
    assert after["actions"] == {**before["actions"], "written": written, "open": opened}
    voices, left = before["voices"]["people"], after["voices"]["people"]
    assert [one["name"] for one in left if one["name"]] == [one["name"] for one in voices if one["name"] != AFTER]
    # With two who are gone nobody can tell which of them is meant: the one who left is counted again.
    gone = voices_of_the_year()[GONE]
    for figure in ("sessions", "heard_in", "turns", "seconds"):
        assert sum(one[figure] for one in left) == sum(one[figure] for one in voices) + getattr(gone, figure)
    assert after["voices"]["evenness"] == before["voices"]["evenness"]


def held_by(home: Path) -> list[str]:
    return holding(home, *SPELLINGS)


def her_name_everywhere(year: Year) -> None:
    """Her name in texts of every other kind than those of a session."""
    answer = year.shell.answer
    answer("setup", "--note", "skills=Zoë knows how to draw a plan")
    answer("rules", "--add", "We wait for Zoe to finish", "--keeper", "zoë")
    answer("charter", "--answer", "practice=As Zoë did it", "--purpose", "What Zoë Ørsted began with us")
    answer("contacts", "--add", "The kitchen: ask Zoë Orsted")
    answer("reflect", year.sessions[-1], "Zoë was quiet, and I did not ask why")
    answer("next", "--arranger", "zoë", "--subject", "What Zoë told us of hallways", "--place", "At Zoë's")
    answer(
        "brief", "farida", "--title", "Zoë's keys", "--question", "Should I have asked Zoë Lund?", "--state", "ready"
    )
    coming = answer("plan", "--title", "Zoë's kitchen")
    answer("prepare", coming, "--add", "Ring Zoë")
    answer("prepare", coming, "--tick", "Ring Zoë")
    for form in ("text", "ics"):
        answer("invite", coming, "--format", form)


def documents(year: Year) -> None:
    """Every document that stays in the home: of the sessions, and of the year."""
    for id in year.sessions:
        year.shell.answer("summary", id)
    for form in ("md", "html", "text", "json"):
        year.shell.answer("summary", year.sessions[-1], "--audience", "facilitators", "--format", form)
    year.shell.answer("digest")
    for form in ("md", "html"):
        year.shell.answer("chronicle", "--format", form)


def read_aloud(year: Year) -> list[str]:
    """What the commands say that show what is stored."""
    commands = (
        *(["members"], ["rules", "--history"], ["charter"], ["setup"], ["next"], ["brief", "farida"], ["digest"]),
        *(["actions", "--all"], ["report"], ["chronicle"], ["contacts"], ["invite"], ["sessions"]),
    )
    said = [year.shell.answer(*command, *(["--to", "-"] if to_be_sent(command) else [])) for command in commands]
    said += [year.shell.answer("show", id) for id in year.sessions]
    return [*said, year.shell.answer("reflect", year.sessions[-1], "--show")]


def to_be_sent(command: list[str]) -> bool:
    return command[0] in ("digest", "chronicle", "invite")


def put_back(before: Path, home: Path) -> None:
    """Every file as it was, each put in its place at once, as a sync does it."""
    for path in sorted(path for path in before.rglob("*") if path.is_file()):
        back = home / path.relative_to(before)
        back.parent.mkdir(parents=True, exist_ok=True)
        coming = back.with_name(f".{back.name}.coming")
        shutil.copy(path, coming)
        coming.replace(back)
