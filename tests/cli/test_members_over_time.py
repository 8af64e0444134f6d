"""members: another name, leaving, coming back; and a session under way that hears of it."""

from pathlib import Path

from lcterm.core.community_events import MemberRenamed
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from lcterm.store.register import change
from lcterm.store.shelf import read_community
from tests.cli.running import Shell
from tests.clock_program import TestClock


def people(shell: Shell) -> list[tuple[str, str, bool]]:
    return [(one["name"], one["badge"], one["active"]) for one in shell.json("members", "--json")]


def test_another_name_in_what_lies_behind_as_well(running: Shell) -> None:
    running.answer("capture", "a Ask the council @ana")
    assert "a   Anna" in running.answer("members", "--rename", "ana=Anna")
    assert people(running)[0][0] == "Anna"
    shown = running.json("show", "--json")
    assert "Anna" in [one["name"] for one in shown["voices"]]
    assert shown["captures"][0]["owners"] == ["Anna"]
    assert "Ana" not in running.answer("show").replace("Anna", "")
    assert running.answer("do", "spoke", "anna")


def test_leaving_and_coming_back(peers: Shell) -> None:
    listed = peers.answer("members", "--leave", "Ben")
    assert listed.split("\n")[1] == "    Ben · left"
    assert people(peers)[1] == ("Ben", "", False)
    assert "Ben · left" not in peers.answer("members", "--return", "ben")
    assert people(peers)[1][2]


def test_who_leaves_keeps_nothing_any_more(peers: Shell) -> None:
    peers.answer("members", "--role", "Ben=rules keeper,coordinator,observer")
    ran = peers("members", "--leave", "Ben")
    assert ran.out.split("\n")[1] == "    Ben · observer · left"
    assert ran.err == (
        "lcterm: Ben kept the rules; ask who does it now.\nlcterm: Ben arranged things; ask who does it now.\n"
    )
    assert peers("members", "--return", "Ben").err == ""
    assert peers.json("members", "--json")[1]["roles"] == ["observer"]


def test_who_left_is_not_seated_and_the_past_keeps_the_name(running: Shell) -> None:
    running.answer("do", "hand", "ben")
    running.answer("members", "--leave", "Ben")
    shown = running.json("show", "--json")
    assert [one["name"] for one in shown["floor"]["queue"]] == ["Ben"]
    badge = {one["name"]: one["badge"] for one in shown["voices"]}["Ben"]
    assert running.answer("do", "give", badge)
    running.answer("do", "end")
    running.answer("plan", "--template", "blank", "--starts", "2026-12-08 14:00", "--zone", "UTC")
    listed = running.json("sessions", "--json")
    following = listed[-1]["id"]
    running.answer("do", following, "start")
    assert "Ben" not in [one["name"] for one in running.json("show", following, "--json")["voices"]]
    assert "Ben" in running.answer("show", listed[0]["id"])


def test_a_badge_tells_two_of_one_name_apart(peers: Shell, home: Path, clock: TestClock) -> None:
    """Two laptops, each offline, gave one name to two people: so it stands, and a badge still means one of them."""
    (community,) = Home(home).community_ids()
    person = read_community(Home(home), community).active[0].person
    change(Home(home), clock, community, [MemberRenamed(person=person, name="Ben")])
    assert "could be Ben or Ben" in peers.refusal("members", "--leave", "Ben")
    badge = people(peers)[1][1]
    peers.answer("members", "--rename", f"{badge}=Ben O.")
    assert [name for name, _, _ in people(peers)][:2] == ["Ben", "Ben O."]


def test_all_or_nothing(peers: Shell) -> None:
    before = people(peers)
    for argv in (
        ("--rename", "Ana=Zoe", "--leave", "nobody"),
        ("--leave", "Ana", "--leave", "Ana"),
        ("--rename", "Ana=BEN"),
        ("--rename", "Ana="),
        ("--rename", "=Zoe"),
        ("--rename", "Ana"),
        ("--return", "Ana"),
        ("--rename", "Ana=" + "x" * 81),
    ):
        assert peers.refusal("members", *argv)
        assert people(peers) == before


def test_one_after_the_other_in_one_go(peers: Shell) -> None:
    peers.answer("members", "--rename", "Ana=Anna", "--leave", "Anna", "--add", "Ana", "--role", "Ana=facilitator")
    listed = {one["name"]: one for one in peers.json("members", "--json")}
    assert not listed["Anna"]["active"]
    assert listed["Ana"]["roles"] == ["facilitator"]


def test_a_name_may_have_the_sign_in_it_that_stands_between_old_and_new(peers: Shell) -> None:
    peers.answer("members", "--add", "Ana=B", "--role", "Ana=B=observer", "--rename", "Ana=Anna")
    peers.answer("members", "--rename", "Ana=B=Bea=C")
    listed = {one["name"]: one["roles"] for one in peers.json("members", "--json")}
    assert "Anna" in listed
    assert listed["Bea=C"] == ["observer"]


def test_who_left_is_not_added_anew(peers: Shell) -> None:
    peers.answer("members", "--leave", "Ben")
    assert "`lcterm members --return` brings them back" in peers.refusal("members", "--add", "ben")


def test_a_board_that_is_open_shows_it_at_once(running: Shell, home: Path, clock: TestClock) -> None:
    stored = Home(home)
    (community,) = stored.community_ids()
    (session,) = stored.sessions(community)
    desk = Desk(stored, community, session, clock, lambda seq: None)
    badges = {voice.person: voice.badge for voice in desk.meeting.session.voices.values()}
    running.answer("members", "--rename", "Ana=Zebedee", "--leave", "Ben")
    assert desk.poll()
    assert "Zebedee" in [desk.meeting.community.name_of(person) for person in badges]
    assert {voice.person: voice.badge for voice in desk.meeting.session.voices.values()} == badges
    assert desk.close(5) == []
