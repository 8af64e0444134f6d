"""The audience walk: a made-up word in every kind of text that lcterm can hold, every document for every audience by
the commands themselves, and for each word a list, made by hand from the design's table, of the documents it may be in:
in no other is it ever, and in each of these it is."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lcterm.cli.main import COMMANDS
from tests.audience_documents import DOCUMENTS, NO_DOCUMENT, documents
from tests.audience_year import PEOPLE, Told, Year, name, told, word
from tests.clock_program import TestClock

OURS = "archive"
"""The whole community in one file, for whoever facilitates: all but what is gone, half written, or private."""
BOARD = f"show {OURS} for-facilitators"
SUMMARIES = f"for-group {BOARD}"
AMONG_US = f"{SUMMARIES} session members next paper chronicle report"
"""Where names of those who come stand: attendance is the group's to read, never the sponsor's, never the room's."""

FAMILIES = {
    "summary for group": "for-group",
    "summary for sponsor": "for-sponsor",
    "summary for facilitators": "for-facilitators",
    "topics of the charter": "topics",
    "history of the rules": "history",
    "themes for rules": "themes",
    "letter to the presenter": "letter",
    "letter to the first": "first-letter",
    "open actions": "actions",
    "brief state": "state",
    "all actions": "all-actions",
    "report for group": "figures",
    "report for sponsor": "figures",
}

BY_HAND: dict[str, str] = {
    "community": f"{SUMMARIES} session room for-sponsor charter invitation calendar letter digest "
    "actions:md,todotxt,ics all-actions:md,todotxt,ics first-letter sessions paper chronicle report figures",
    "purpose": OURS,  # said anew since
    "purposenow": f"charter chronicle {OURS}",
    # Points and clock: room, group, facilitators. A point's question is the room's; its prompts are nobody's but ours.
    **dict.fromkeys(("titleround", "titlediscussion"), f"{SUMMARIES} session room invitation paper"),
    **dict.fromkeys(("titlesum", "titleclose"), f"{SUMMARIES} session room invitation paper state"),
    **dict.fromkeys(("titletalk", "titleready"), f"{SUMMARIES} session turns:csv room invitation paper chronicle"),
    "question": f"session room paper {OURS}",
    "prompt": f"session {OURS}",
    # What a session is called: whoever reads of it.
    "titlesession": f"{SUMMARIES} session for-sponsor actions:md,csv,ics,json all-actions:md,csv,ics,json "
    "next:next sessions history paper chronicle report figures reflection:reflection",
    "titlefirst": f"actions:md,csv,ics,json all-actions:md,csv,ics,json sessions chronicle report figures {OURS}",
    "titleahead": f"next:next sessions {OURS}",
    # Rules: room, group, facilitators.
    "rulekept": f"{SUMMARIES} room charter rules history paper chronicle",
    "ruledropped": f"{SUMMARIES} room charter rules history paper chronicle",
    "rulebefore": f"{SUMMARIES} room charter rules history paper chronicle",
    "ruleafter": f"{SUMMARIES} room charter rules history paper chronicle",
    # The charter: room, group, facilitators. What it said before is in the log alone.
    **dict.fromkeys(
        ("charterbrief", "charterreporting", "charterarranging", "charterbelonging"), f"room charter topics {OURS}"
    ),
    "charterold": OURS,
    # The next date, its place and presenters: not the sponsor, who gets the day.
    "placefirst": OURS,
    "placesecond": f"invitation calendar letter digest next {OURS}",
    "placenext": f"session room for-group for-facilitators show:json invitation calendar letter digest next {OURS}",
    "subject": f"room for-group for-facilitators show:json invitation digest next {OURS}",
    "brieftitle": f"brief letter {OURS}",
    "briefquestion": f"room brief letter {OURS}",
    "readyquestion": f"room digest {OURS}",
    # What is the facilitators' own, and the community's with the organisation.
    **dict.fromkeys(("setupnote", "setupwho", "setupwhen"), f"setup {OURS}"),
    **dict.fromkeys(("firstnote", "firstwho"), f"setup first-letter {OURS}"),
    "contact": f"contacts {OURS}",
    "checklist": f"checklist {OURS}",
    "reflection": "reflection",
    # Notes: that session's facilitators, each seat its own.
    "notefirst": OURS,
    "notesecond": BOARD,
    "oldnote": OURS,
    # Of the session before.
    "olddone": f"all-actions {OURS}",
    **dict.fromkeys(("oldopen", "oldrenamed", "oldforgotten"), f"digest actions all-actions {OURS}"),
    **dict.fromkeys(("oldroom", "oldreport", "dropped"), OURS),
    # Feedback: in the group's summary, in the room never.
    "saidfeeder": f"{SUMMARIES} session report",
    "saidfeedernamed": f"{SUMMARIES} session report",
    # What is being decided: the room sees it, never whose mark it was (`keeper`) or whose pair (`feeder`).
    **dict.fromkeys(("decide", "suggestwon"), f"{SUMMARIES} session room digest chronicle"),
    "suggestlost": f"session room {OURS}",
    **dict.fromkeys(("decideopen", "suggestopen"), f"session room show {OURS}"),
    # Gone, and half written.
    **dict.fromkeys(("struck", "draft", "forgotten", "areaforgotten"), ""),
    # People. Names stand where attendance does, and where they present, own or said something.
    **{f"area{key}": f"members {OURS}" for key in PEOPLE if key != "forgotten"},
    **dict.fromkeys(("absent", "arranger", "feeder", "recipient", "feedernamed"), AMONG_US),
    **dict.fromkeys(("facilitator", "second"), f"{SUMMARIES} session members paper charter chronicle"),
    "keeper": f"{AMONG_US} charter rules",
    "presenter": f"{AMONG_US} turns room invitation brief letter digest",
    "ready": f"{AMONG_US} turns room invitation brief letter digest",
    "starter": f"{AMONG_US} room",
    "owner": f"{AMONG_US} room actions all-actions",
    "quoted": f"{AMONG_US} room",
    "newname": f"{AMONG_US} actions all-actions",
    "oldname": OURS,
    "leaver": f"actions all-actions members chronicle {OURS}",
}

FIGURES = ("evenness", "dominant", "not heard", "hand up")
"""Words that only figures about people are told with."""
TELL_OF_VOICES = {
    "for-facilitators",
    "session",
    "show",
    OURS,
    "keys",
    "cards",
    "topics",
    "charter",
    "checklist",
    "templates",
    "reflection",
}
"""The facilitators' own; and texts that came with lcterm, which speak of voices in general."""


def by_hand(one: Told) -> str:
    """Where a capture may be, by the rows of the table on captures, quotes and feedback."""
    if one.kind == "quote" and not one.agreed:
        return f"{BOARD} session"
    if one.audience == "room":
        return f"{BOARD} session" if one.kind == "feedback" else f"{BOARD} session room"
    places = [SUMMARIES, "session"]
    if one.kind != "feedback" and (one.audience == "group" or one.released):
        places.append("room")
    if one.audience == "sponsor" and one.released:
        places.append("for-sponsor")
    if one.kind in ("decision", "action", "learning", "question"):
        places.append("digest")
    if one.kind == "feedback":
        places.append("report")
    if one.kind == "action":
        places.append("actions all-actions")
    if one.kind in ("learning", "story", "outcome", "decision", "quote"):
        places.append("chronicle")
    return " ".join(places)


def table() -> dict[str, str]:
    """Every canary's key, and the documents that may hold it, of which a colon leaves some forms alone."""
    return BY_HAND | {one.key: by_hand(one) for one in told()}


def called(document: str) -> tuple[str, str]:
    """The family of a document and its form."""
    family, _, form = document.partition(", ")
    return FAMILIES.get(family, family), form or family


@pytest.fixture
def read(clock: TestClock, home: Path) -> tuple[Year, dict[str, str]]:
    """The community, and each document with all that it ever said."""
    said: dict[str, str] = {}

    def gather(year: Year) -> None:
        for what, text in documents(year).items():
            said[what] = f"{said.get(what, '')}\n{text}"

    year = Year(clock, home, gather)
    return year, said | {what: text.casefold() for what, text in year.rooms.items()}


def wrong(said: dict[str, str]) -> Iterator[str]:
    """Each word that is where it may not be, or is not where it should be."""
    families: dict[str, dict[str, str]] = {}
    for document, text in said.items():
        family, form = called(document)
        families.setdefault(family, {})[form] = text
    for key, where in table().items():
        places = dict(place.partition(":")[::2] for place in where.split())
        assert places.keys() <= families.keys(), (key, where)
        for family, forms in families.items():
            named = places.get(family, "").split(",") if places.get(family) else list(forms)
            allowed = set(named) if family in places else set()
            found = {form for form, text in forms.items() if word(key) in text}
            if family == "room":  # each moment shows some of it
                allowed = found if allowed and found else allowed
            yield from (f"{key} is in {family}, {form}" for form in sorted(found - allowed))
            yield from (f"{key} is not in {family}, {form}" for form in sorted(allowed - found))


def test_every_document_holds_what_its_readers_may_know_and_nothing_else(
    read: tuple[Year, dict[str, str]],
) -> None:
    year, said = read
    found = sorted(wrong(said))
    assert not found, "\n".join(found)
    written = set(re.findall("zq([a-z]+?)qz", " ".join(said.values())))
    assert written <= table().keys(), "what was written has its row"
    for document, text in said.items():
        if called(document)[0] not in TELL_OF_VOICES:
            assert [figure for figure in FIGURES if figure in text] == [], document
    # Whose feedback it is stands beside it only where they want that.
    for form in ("md", "text", "html"):
        lines = said[f"summary for group, {form}"].splitlines()
        told_by = {key: [line for line in lines if word(f"said{key}") in line] for key in ("feeder", "feedernamed")}
        assert not any(word("feeder") in line for line in told_by["feeder"])
        assert any(word("feedernamed") in line for line in told_by["feedernamed"])
    # Names go to the sponsor once the charter says so, and only those beside what was released.
    year.say("charter", "--choose", "names=yes")
    year.say("charter", "--choose", "owners=yes")
    after = {called(what)[0]: text for what, text in documents(year).items()}
    named = {key for key in (*PEOPLE, "newname") if word(key) in after["for-sponsor"]}
    assert named == {"owner", "quoted"}
    assert word("owner") in after["digest"]


def test_no_canary_is_part_of_another_and_each_has_its_row() -> None:
    keys = list(table())
    assert len(keys) == len(BY_HAND) + len(list(told()))
    assert not any(word(one) in word(other) for one in keys for other in keys if one != other)
    assert {*PEOPLE, "newname"} <= set(keys)
    assert name("owner").casefold() == word("owner")


def test_every_command_and_every_form_of_a_document_is_in_the_walk() -> None:
    for command in COMMANDS:
        assert (command.name in DOCUMENTS) != (command.name in NO_DOCUMENT), f"{command.name}: for whose eyes is it?"
        asked = list(DOCUMENTS.get(command.name, {}).values())
        parser = argparse.ArgumentParser()
        command.declare(parser)
        for option in parser._actions:
            for choice in option.choices or () if option.dest in ("form", "audience") else ():
                if asked:
                    assert any(choice in words for words in asked), f"{command.name} {choice}: for whose eyes is it?"
            if isinstance(option, argparse._StoreTrueAction) and option.dest == "json" and asked:
                assert any("--json" in words for words in asked), f"{command.name} --json: for whose eyes is it?"
    assert {*DOCUMENTS, *NO_DOCUMENT} == {command.name for command in COMMANDS}
