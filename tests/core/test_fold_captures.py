"""What was written down stands as it was last mended, until it is dropped."""

from msgspec.structs import replace

from lcterm.core.commands import (
    DropCapture,
    EditCapture,
    EndSession,
    MarkDone,
    NextPoint,
    Redo,
    StartSession,
    Undo,
    WriteCapture,
)
from lcterm.core.events import CaptureDone, CaptureDropped, CaptureEdited
from tests.core.builder import START, Table, action, learning


def written(table: Table) -> str:
    """The id of the latest capture."""
    return list(table.session.captures)[-1]


def test_a_capture_knows_when_and_at_which_point() -> None:
    table = Table(agenda=[("One", 10, "open"), ("Two", 10, "open")])
    table.do(WriteCapture(learning("Before the start")))
    table.do(StartSession())
    table.do(NextPoint(), after_seconds=60)
    table.do(WriteCapture(learning("At the second")), after_seconds=5)
    table.do(EndSession())
    table.do(WriteCapture(learning("Afterwards")))
    assert [(kept.words.text, kept.point) for kept in table.session.captures.values()] == [
        ("Before the start", ""),
        ("At the second", "point-2"),
        ("Afterwards", ""),
    ]
    assert list(table.session.captures.values())[1].at == START + 65_000


def test_mending_keeps_moment_place_and_order() -> None:
    table = Table()
    table.do(WriteCapture(learning()))
    first = written(table)
    table.do(WriteCapture(action()))
    table.do(EditCapture(first, replace(learning("Better"), kind="decision")), after_seconds=60)
    assert list(table.session.captures) == [first, written(table)]
    capture = table.session.captures[first]
    assert (capture.words.text, capture.words.kind, capture.at) == ("Better", "decision", START)


def test_an_action_is_done_and_open_again() -> None:
    table = Table()
    table.do(WriteCapture(action()))
    table.do(MarkDone(written(table)))
    assert table.session.captures[written(table)].done
    table.do(MarkDone(written(table), done=False))
    assert not table.session.captures[written(table)].done


def test_a_dropped_capture_comes_back_by_undo() -> None:
    table = Table()
    table.do(WriteCapture(learning()))
    capture = written(table)
    table.do(DropCapture(capture))
    assert not table.session.captures
    table.do(Undo())
    assert list(table.session.captures) == [capture]
    table.do(Redo())
    assert not table.session.captures


def test_what_is_said_of_a_capture_that_is_gone_is_passed_over() -> None:
    table = Table()
    table.do(WriteCapture(action()))
    gone = written(table)
    table.do(DropCapture(gone))
    for event in (
        CaptureEdited(capture=gone, words=learning()),
        CaptureDone(capture=gone),
        CaptureDropped(capture=gone),
    ):
        table.record(event)
    assert not table.session.captures


def test_two_writers_write_at_once_and_both_stand() -> None:
    table = Table()
    other = table.other()
    table.do(WriteCapture(learning("Mine")), after_seconds=1)
    other.do(WriteCapture(learning("Theirs")), after_seconds=1)
    table.hear(other.log.facts)
    other.hear(table.log.facts)
    assert {kept.words.text for kept in table.session.captures.values()} == {"Mine", "Theirs"}
    assert list(table.session.captures.values()) == list(other.session.captures.values())
