"""The charter from the command line, and what it steers."""

from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock


@pytest.fixture
def shell(clock: TestClock, tmp_path: Path) -> Shell:
    shell = Shell(clock, tmp_path / "home")
    shell("new", "Bees", "--purpose", "To get better")
    shell("members", "--add", "Ana", "--add", "Ben", "--role", "Ana=coordinator")
    return shell


def topic(shell: Shell, id: str) -> dict[str, object]:
    found: list[dict[str, object]] = shell.json("charter", "--format", "json")["topics"]
    return next(one for one in found if one["id"] == id)


def test_an_empty_charter_says_what_is_open_and_what_holds_meanwhile(shell: Shell) -> None:
    text = shell.answer("charter")
    assert text.startswith("# Bees: our charter\n\nTo get better\n")
    assert "0 of 12 things settled" in text
    assert "- Transcripts: never" in text.split("## What holds until we say otherwise")[1].split("##")[0]
    assert "- Who belongs: Who is part of this group" in text.split("## Still to settle")[1]
    assert "What leaves the room" not in text


def test_answers_make_the_charter(shell: Shell) -> None:
    text = shell.answer("charter", "--answer", "brief=A case, told *well*", "--choose", "order=self", "--choose", "2=")
    assert "2 of 12 things settled" in text
    assert "- Presenters' brief: A case, told \\*well\\*" in text
    assert "## What we ask of those who present\n\n- A case" in text
    assert "- Ana: coordinator" in text
    shell.answer("charter", "--choose", "names=yes", "--answer", "names=for a year")
    held = topic(shell, "names")
    assert (held["choice"], held["answer"], held["settled"]) == ("yes", "for a year", True)
    assert "## What leaves the room" in shell.answer("charter")
    shell.answer("charter", "--answer", "names=", "--choose", "names=")
    assert topic(shell, "names")["settled"] is False
    assert topic(shell, "names")["default"] == "no"


def test_a_text_that_is_the_beginning_of_a_choice_chooses_it(shell: Shell) -> None:
    shell.answer("charter", "--choose", "presentations=one")
    for typed in ("two", "Two", "tw", "two presentations", "Two presentations, each with its discussion."):
        shell.answer("charter", "--choose", "presentations=one")
        shell.answer("charter", "--answer", f"presentations={typed}")
        held = topic(shell, "presentations")
        assert (held["choice"], held["answer"]) == ("two", ""), typed
    shell.answer("charter", "--answer", "presentations=to begin with")
    assert topic(shell, "presentations")["words"] == "two presentations, each with its discussion (to begin with)"


def test_words_without_a_choice_are_said_and_not_settled(shell: Shell) -> None:
    ran = shell("charter", "--answer", "presentations=as it comes", "--answer", "names=it depends")
    assert ran.err == (
        "lcterm: Presentations: said, not chosen yet; there is one or two: --choose presentations=one\n"
        "lcterm: Names to the sponsor: said, not chosen yet; there is yes or no: --choose names=yes\n"
    )
    assert "0 of 12 things settled" in ran.out
    still = ran.out.split("## Still to settle")[1].split("##")[0]
    assert "in a session? “as it comes” is said, not chosen yet." in still
    meanwhile = ran.out.split("## What holds until we say otherwise")[1].split("##")[0]
    assert "Names to the sponsor: “it depends” is said, not chosen yet; until then what was released" in meanwhile
    assert topic(shell, "presentations")["settled"] is False
    assert "[ ] Presentations" in shell.answer("charter", "--topics")


def test_what_was_said_and_not_chosen_is_no_decision(shell: Shell) -> None:
    shell.answer("plan", "--template", "design")
    shell.answer("do", "start")
    shell("charter", "--answer", "presentations=as it comes")
    assert shell.json("show", "--json")["captures"] == []
    shell.answer("charter", "--choose", "presentations=one")
    (decided,) = shell.json("show", "--json")["captures"]
    assert decided["text"] == "Presentations: a single presentation with a long discussion (as it comes)"


def test_many_answers_are_one_line_of_what_goes_round(shell: Shell) -> None:
    shell.answer("plan", "--template", "design")
    shell.answer("do", "start")
    shell.answer("capture", "d We write to the council")
    answers = ("belonging=Us", "meeting=Monthly", "facilitating=Ana", "between=Walks")
    for one in answers:
        shell.answer("charter", "--answer", one)
    assert "- Who belongs: Us\n" in shell.answer("digest", "--to", "-")
    shell.answer("charter", "--choose", "order=chaired")
    told = " ".join(shell.answer("digest", "--to", "-").split())
    assert (
        "What we agreed - We write to the council - 5 things of our charter settled: Who belongs, When and where, "
        "Who facilitates, In between, Order of speaking"
    ) in told


def test_topics_are_listed_with_their_choices(shell: Shell) -> None:
    shell.answer("charter", "--choose", "order=chaired")
    listed = shell.answer("charter", "--topics")
    assert "  4 [x] Order of speaking (order):" in listed
    assert "- self-managed:" in listed
    assert "  1 [ ] Who belongs (belonging):" in listed


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--answer", "brief"), "write it like"),
        (("--answer", "zz=x"), "no topic called 'zz'"),
        (("--choose", "order=perhaps"), "is no answer to order"),
        (("--choose", "brief=yes"), "is answered in words"),
        (("--answer", f"brief={'x' * 401}"), "at most 400 fit"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_of_it_is_kept(shell: Shell, options: tuple[str, str], said: str) -> None:
    assert said in shell.refusal("charter", "--answer", "between=Walks", *options)
    assert topic(shell, "between")["settled"] is False


def test_the_next_agenda_follows_the_charter(shell: Shell) -> None:
    shell.answer("plan", "--starts", "2030-01-01 10:00")
    modes = [one["mode"] for one in shell.json("show", "--json")["agenda"]]
    assert modes.count("presenter") == 2
    assert "queue" in modes
    shell.answer("charter", "--choose", "presentations=one", "--choose", "order=self-managed")
    session = shell.answer("plan", "--starts", "2030-02-01 10:00")
    modes = [one["mode"] for one in shell.json("show", session, "--json")["agenda"]]
    assert modes.count("presenter") == 1
    assert "queue" not in modes
    session = shell.answer("plan", "--template", "ordinary", "--starts", "2030-03-01 10:00")
    modes = [one["mode"] for one in shell.json("show", session, "--json")["agenda"]]
    assert modes.count("presenter") == 2, "a template that is named is taken"


def test_a_charter_settled_while_a_session_runs_names_it(shell: Shell) -> None:
    session = shell.answer("plan", "--template", "design")
    shell.answer("do", "start")
    shell.answer("charter", "--answer", "meeting=Every six weeks")
    assert topic(shell, "meeting")["session"] == session


def test_names_reach_the_sponsor_only_with_a_yes(shell: Shell) -> None:
    shell.answer("plan")
    shell.answer("do", "start")
    shell.answer("capture", "r Ask for two rooms @ana >sponsor")
    from lcterm.core.commands import ReleaseCapture
    from lcterm.store.desk import Desk
    from lcterm.store.paths import Home
    from lcterm.store.shelf import communities

    home = Home(Path(shell._home[1]))
    (community,) = communities(home)
    (session,) = home.sessions(community.id)
    desk = Desk(home, community.id, session, shell._clock)
    (capture,) = desk.meeting.session.captures
    assert not desk.act(ReleaseCapture(capture)).refused
    desk.settle()
    before = shell.answer("summary", "--audience", "sponsor", "--to", "-")
    assert "Ask for two rooms" in before
    assert "Ana" not in before
    shell.answer("charter", "--choose", "names=yes")
    assert "Ask for two rooms (Ana)" in shell.answer("summary", "--audience", "sponsor", "--to", "-")
    shell.answer("charter", "--choose", "names=no")
    assert "Ana" not in shell.answer("summary", "--audience", "sponsor", "--to", "-")


def test_it_goes_to_a_file_and_into_the_home(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "charter.html"
    assert "The charter is in" in shell.answer("charter", "--format", "html", "--to", str(target))
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")
    shell.answer("charter", "--to", "clipboard")
    assert len(list((tmp_path / "home").rglob("charter.md"))) == 1
    assert "is a folder" in shell.refusal("charter", "--to", str(tmp_path))
