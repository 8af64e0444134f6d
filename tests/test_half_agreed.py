"""What was planned or settled by halves, or from something that has changed since: nothing is lost, all is said."""

from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.test_apart import Laptops, laptops

__all__ = ["laptops"]

OWN = """\
name = "Ours"
[[point]]
title = "Welcome"
minutes = 10
mode = "round"
[[point]]
title = "A case"
minutes = 30
mode = "presenter"
"""


@pytest.fixture
def peers(clock: TestClock, home: Path) -> Shell:
    """A community of three."""
    shell = Shell(clock, home)
    shell.answer("new", "Peers", "--members", "-", stdin="Ana\nBen\nChidi\n")
    (home / "templates").mkdir()
    return shell


def titles(shell: Shell, session: str) -> list[str]:
    return [point["title"] for point in shell.json("show", session, "--json")["agenda"]]


def test_a_planned_session_keeps_its_agenda_whatever_becomes_of_its_template(peers: Shell, home: Path) -> None:
    own = home / "templates" / "ours.toml"
    own.write_text(OWN, encoding="utf-8")
    plan = ("plan", "--template", "ours", "--presenter", "Ana")
    first = peers.answer(*plan, "--starts", "2026-12-15 14:00")
    own.write_text(OWN.replace("A case", "A theme"), encoding="utf-8")
    second = peers.answer(*plan, "--starts", "2027-01-15 14:00")
    assert titles(peers, first) == ["Welcome", "A case"]
    assert titles(peers, second) == ["Welcome", "A theme"]
    own.write_text(OWN.replace("minutes = 30", 'minutes = "long"'), encoding="utf-8")
    assert "ours.toml, line 8" in peers.refusal(*plan)
    own.unlink()
    assert "there is no template called “ours”" in peers.refusal(*plan)
    peers.answer("do", first, "start")
    for words in (("summary", first, "--to", "-"), ("next",), ("invite", second, "--to", "-"), ("show", first)):
        assert peers(*words).status == 0
    assert titles(peers, first) == ["Welcome", "A case"]


def test_a_charter_half_answered_allows_nothing_it_does_not_say_and_says_what_is_open(peers: Shell) -> None:
    peers.answer("charter", "--choose", "order=self", "--answer", "names=We are not sure yet")
    said = peers.answer("charter")
    for words in (
        "1 of 12 things settled",
        "Names to the sponsor: “We are not sure yet” is said, not chosen yet; until then what was released",
        "Presentations: How many",
    ):
        assert (words in said) == (words != "2 of ")
    session = peers.answer("plan", "--template", "ordinary", "--starts", "2026-12-01 14:00")
    modes = {point["mode"] for point in peers.json("show", session, "--json")["agenda"]}
    assert "queue" not in modes
    peers.answer("do", "start")
    peers.answer("capture", "r Numbers for the board @ana >sponsor")
    (capture,) = peers.json("show", "--json")["captures"]
    peers.answer("do", "release", capture["id"])
    assert "Ana" not in peers.answer("summary", "--audience", "sponsor", "--to", "-")


def test_a_session_held_on_both_laptops_keeps_what_either_agreed_for_the_next_time(laptops: Laptops) -> None:
    plan = ("plan", "--template", "blank", "--zone", "UTC", "--starts", "2026-12-01 15:00")
    ids = laptops.ours.answer(*plan), laptops.theirs.answer(*plan)
    laptops.clock.advance(3600)
    both = (laptops.ours, ids[0], "15"), (laptops.theirs, ids[1], "16")
    for shell, id, _ in both:
        shell.answer("do", id, "start")
    for shell, id, day in both:
        shell.answer("next", "--starts", f"2026-12-{day} 14:00", "--zone", "UTC")
        laptops.clock.advance(60)
        shell.answer("do", id, "end")
    laptops.meet()
    said = laptops.both("next")
    assert "Tue 15 Dec 2026, 14:00" in said
    assert "Wed 16 Dec 2026, 14:00" in said
