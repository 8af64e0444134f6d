"""Captures once they are written: whose words, as which kind, how far they are, what has left the list."""

import pytest
from msgspec.structs import replace

from lcterm.core.commands import DropCapture, FreeFloor, GiveFloor, StartSession, Undo, WriteCapture
from lcterm.core.events import CaptureStruck, Words
from lcterm.core.kept_captures import (
    as_mended,
    has_words,
    heard_now,
    in_kind,
    lacks_recipient,
    leaves_the_room,
    off_the_list,
    standing_words,
)
from lcterm.core.session import Capture
from tests.core.builder import Table, learning

NAMES = {"p2": "Ben", "p5": "Tracy"}


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        (Words(kind="quote", text="x", by="p5"), ("waits for Tracy's yes", "Tracy said yes")),
        (Words(kind="quote", text="x"), ("waits for the speaker's yes", "the speaker said yes")),
        (Words(kind="report", text="x", audience="sponsor"), ("not released yet", "released")),
        (Words(kind="learning", text="x", audience="sponsor"), ("not released yet", "released")),
        (Words(kind="learning", text="x", audience="other", to="p2"), ("not released yet", "released")),
        (Words(kind="learning", text="x"), ("", "")),
    ],
)
def test_how_far_it_is(words: Words, standing: tuple[str, str]) -> None:
    waits, settled = (Capture(id="c", words=words, at=0, agreed=on, released=on) for on in (False, True))
    assert standing_words(waits, NAMES) == standing[0]
    assert standing_words(settled, NAMES) == standing[1]
    assert leaves_the_room(words) == ("released" in standing[0])


def test_a_report_that_goes_to_nobody_is_asked_to_whom() -> None:
    assert standing_words(Capture(id="c", words=Words(kind="report", text="x"), at=0), NAMES) == "to whom? >sponsor"
    assert not lacks_recipient(Words(kind="report", text="x", audience="other", to="p2"))
    assert not lacks_recipient(Words(kind="learning", text="x"))


def test_another_kind() -> None:
    note = in_kind(Words(kind="learning", text="x", audience="other", to="p2"), "note")
    assert (note.audience, note.to) == ("facilitators", "")
    assert in_kind(note, "learning").audience == "group"
    assert in_kind(Words(kind="action", text="x", audience="room"), "report").audience == "room"
    feedback = Words(kind="feedback", text="x", by="p5")
    assert in_kind(feedback, "learning").by == "", "whoever is not to be named is not named by this either"
    assert in_kind(feedback, "feedback").by == "p5"
    assert in_kind(replace(feedback, named=True), "learning").by == "p5"


def test_mended_words_stay_whose_they_were() -> None:
    before = Words(kind="feedback", text="x", by="p5", named=True)
    assert as_mended(Words(kind="feedback", text="y"), before) == replace(before, text="y")
    plain = as_mended(Words(kind="learning", text="y"), before)
    assert (plain.by, plain.named) == ("p5", False)
    assert as_mended(Words(kind="quote", text="y", by="p2"), before).by == "p2"


def test_what_left_the_list_is_known_until_it_is_struck() -> None:
    table = Table()
    table.do(StartSession())
    for text in ("kept", "dropped", "taken back"):
        table.do(WriteCapture(learning(text)))
    table.do(Undo())
    dropped = list(table.session.captures)[1]
    table.do(DropCapture(dropped))
    off = off_the_list(table.log.facts, table.session)
    assert [(one.words.text, one.point) for one in off] == [("dropped", "point-1"), ("taken back", "point-1")]
    assert {one.id for one in off} <= {fact.id for fact in table.log.facts if has_words(fact.event)}
    assert len([fact for fact in table.log.facts if has_words(fact.event)]) < len(table.log.facts)
    table.record(CaptureStruck(capture=dropped))
    assert [one.words.text for one in off_the_list(table.log.facts, table.session)] == ["taken back"]


def test_heard_now_is_who_has_the_floor_else_who_was_last() -> None:
    table = Table()
    assert heard_now(table.session) == ""
    table.do(StartSession())
    table.do(GiveFloor("ben"))
    assert heard_now(table.session) == "ben"
    table.do(FreeFloor(), after_seconds=30)
    assert heard_now(table.session) == "ben"
