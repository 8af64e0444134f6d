"""Hostile words through every ordinary door: kept as cleaned, and the same once more out of the log."""

from pathlib import Path

import pytest

from lcterm.core.captures import TEXT_MAX, read_line
from lcterm.core.commands import WriteCapture
from lcterm.core.joining import NAME_MAX, Newcomer, joining
from lcterm.core.refusal import Refused
from lcterm.core.seating import known
from lcterm.core.text import clean, folded
from lcterm.core.when import local, zone_or_utc
from lcterm.store.community_desk import CommunityDesk
from lcterm.store.desk import Desk
from lcterm.store.ids import new_person_id
from lcterm.store.paths import Home
from lcterm.store.register import found, plan
from lcterm.store.shelf import communities, read_session
from lcterm.store.templates import find_template
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.hostile.nasty import OWN, SPOKEN, STEERING, UNSEEN, everything
from tests.hostile.parsed import CONTROLS

PLACES: dict[str, tuple[str, ...]] = {
    "title": ("plan", "--template", "ordinary", "--title", "{}"),
    "place": ("plan", "--template", "ordinary", "--place", "{}"),
    "capture": ("capture", "{}"),
    "rule": ("rules", "--add", "{}"),
    "charter answer": ("charter", "--answer", "brief={}"),
    "purpose": ("charter", "--purpose", "{}"),
    "contact": ("contacts", "--add", "{}"),
    "checklist item": ("prepare", "--add", "{}"),
    "setting up": ("setup", "--note", "room={}", "--who", "room={}", "--when", "room={}"),
    "member": ("members", "--add", "{}"),
    "next time": ("next", "--place", "{}", "--subject", "{}"),
    "reflection": ("reflect", "{}"),
    "point": ("do", "rename", "1", "{}"),
    "question": ("do", "ask", "1", "{}"),
    "decision": ("do", "decide", "lights", "{}"),
    "suggestion": ("do", "suggest", "{}"),
    "brief": ("brief", "Ana", "--title", "{}", "--question", "{}"),
}
SAYS_BACK = {
    "nobody": ("do", "give", "{}"),
    "no session": ("show", "{}"),
    "no community": ("rules", "{}"),
    "no template": ("plan", "--template", "{}"),
    "no card": ("cards", "{}"),
    "no action": ("actions", "--done", "{}"),
    "no item": ("prepare", "--tick", "{}"),
    "no act": ("do", "{}"),
    "no topic": ("charter", "--answer", "{}=x"),
    "no zone": ("plan", "--zone", "{}"),
    "no date": ("next", "--starts", "{}"),
    "no role": ("members", "--role", "Ana={}"),
    "no member": ("members", "--leave", "{}"),
    "nobody to forget": ("forget", "{}"),
    "no file": ("import", "members", "{}"),
    "no archive": ("import", "archive", "{}"),
    "no transcript": ("import", "turns", "{}", "{}"),
    "no list of actions": ("import", "actions", "{}"),
    "no command": ("{}",),
    "no form": ("summary", "--format", "{}"),
    "no capture": ("strike", "{}"),
}
"""Commands that are refused, with the words in the refusal."""
HARD = ("".join(STEERING), "".join(UNSEEN), " ".join(SPOKEN[:12]), "\x1b[2J\r\nlcterm: all is well\n", "--\x9b2J")


@pytest.fixture
def shell(home: Path, clock: TestClock) -> Shell:
    shell = Shell(clock, home)
    shell.answer("new", "Bees", "--members", "-", stdin="Ana\nBen\n")
    shell.answer("plan", "--template", "ordinary", "--starts", "2026-12-01 14:00", "--zone", "UTC")
    shell.answer("do", "start")
    return shell


def argv(words: tuple[str, ...], text: str) -> list[str]:
    """The words as a shell hands them on, which ends a word at a NUL."""
    return [word.replace("{}", text.replace("\0", "")) for word in words]


def well_said(ran: object) -> None:
    """No control reaches the terminal, and a refusal is one line."""
    status, out, err = ran  # type: ignore[misc]
    assert CONTROLS.search(out + err) is None, ran
    assert status in (0, 1, 2), ran
    assert status == 0 or err.count("\n") == 1, ran


@pytest.mark.parametrize("place", PLACES)
def test_a_command_takes_any_words_or_says_in_a_line_why_not(shell: Shell, place: str) -> None:
    if place == "suggestion":
        shell.answer("do", "decide", "lights", "Which?")
    words = argv(PLACES[place], "\x1b]0;x\x07\x1b[31m日本\u202e \x9b2J=1 <b>\r\n\ud800 end")
    ran = shell(*words)
    well_said(ran)
    assert ran.status == 0, ran
    for look in (("show",), ("rules",), ("charter",), ("members",), ("sessions",), ("next",), ("prepare",)):
        if place not in ("title", "place") or look[0] not in ("show", "prepare"):
            well_said(shell(*look))


@pytest.mark.parametrize("what", SAYS_BACK)
def test_a_refusal_that_names_hostile_words_is_one_harmless_line(shell: Shell, what: str) -> None:
    for text in HARD:
        well_said(shell(*argv(SAYS_BACK[what], text)))


@pytest.mark.parametrize("columns", ["9" * 5000, "0", "1", "-3", "\u0663", "\u00b2", "\x1b[2J", "8e9", ""])
def test_a_window_of_any_width_is_told_of(shell: Shell, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for words in (("--help",), ("show", "--help"), ("show",), ("report",)):
        well_said(shell(*words))


def test_every_string_as_a_capture(home: Path, clock: TestClock) -> None:
    at = Home(home)
    community = found(at, clock, "Bees", "", [Newcomer("Ana")])
    session = plan(at, clock, community, find_template("ordinary", at.templates).planned(), zone_or_utc("UTC"), "UTC")
    desk = Desk(at, community.id, session, clock)
    kept = []
    for text in everything():
        read = read_line(f"n x {text}", known(desk.meeting), local(clock.now(), zone_or_utc("UTC")).date())
        if not read.problem:
            assert not desk.act(WriteCapture(read.words)).refused
            kept.append(read.words.text)
    desk.settle()
    assert len(kept) > 0.9 * len(everything())
    again = read_session(at, community.id, session)
    assert [one.words.text for one in again.captures.values()] == kept
    assert all(clean(text, limit=TEXT_MAX) == text for text in kept)


def test_every_string_as_a_name(home: Path, clock: TestClock) -> None:
    at = Home(home)
    community = found(at, clock, "Bees", "", [])
    desk = CommunityDesk(at, community.id, clock, "UTC")
    people: dict[str, str] = {}
    for text in everything():
        try:
            name = clean(text, limit=NAME_MAX)
        except Refused:
            continue
        if name:
            people.setdefault(folded(name), name)
    desk.record_of_community(joining(desk.meeting.community, list(map(Newcomer, people.values())), new_person_id))
    desk.settle()
    (stored,) = communities(at)
    assert [member.name for member in stored.members.values()] == list(people.values())


def test_every_string_as_the_name_of_a_community(home: Path, clock: TestClock) -> None:
    at, kept, refusals = Home(home), {}, [""]
    for text in OWN:
        try:
            made = found(at, clock, text, text, [])
        except Refused as refused:
            refusals.append(refused.reason)
        else:
            kept[made.id] = (clean(text), clean(text, limit=1000))
    assert CONTROLS.search("".join(refusals)) is None
    assert {one.id: (one.name, one.purpose) for one in communities(at)} == kept
    assert len({one.slug for one in communities(at)}) == len(kept) > 40
