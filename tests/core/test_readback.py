"""Reading back: what was written since the group last summed up, what lacks something first."""

from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.agenda_plan import Mode
from lcterm.core.capture_words import LETTERS
from lcterm.core.commands import (
    MarkDone,
    MendPoint,
    NextPoint,
    PassFacilitation,
    PreviousPoint,
    StartSession,
    WriteCapture,
)
from lcterm.core.events import Audience, CaptureKind, Words
from lcterm.core.readback import KINDS, lacks, read_back
from lcterm.core.session import Capture
from tests.core.builder import Table, action, learning

AGENDA: tuple[tuple[str, float, Mode], ...] = (
    ("Talk", 20, "queue"),
    ("Harvest 1", 5, "open"),
    ("Break", 10, "none"),
    ("Harvest 2", 5, "open"),
)


def begun() -> Table:
    """A session whose second and fourth points sum up, begun."""
    table = Table(agenda=AGENDA)
    table.do(StartSession())
    for number in (2, 4):
        table.do(MendPoint(number, sums_up=True))
    return table


def write(table: Table, *words: Words) -> None:
    for one in words:
        table.do(WriteCapture(one), after_seconds=30)


def texts(table: Table, *, everything: bool = False) -> list[str]:
    return [item.capture.words.text for item in read_back(table.session, everything=everything).items]


def test_everything_since_the_start_until_the_group_has_summed_up() -> None:
    table = begun()
    write(table, learning("one"))
    table.do(NextPoint(), after_seconds=60)
    write(table, learning("two"))
    assert texts(table) == ["one", "two"]
    assert read_back(table.session).since == ""


def test_only_what_came_after_the_last_summing_up() -> None:
    table = begun()
    write(table, learning("one"))
    table.do(NextPoint(), after_seconds=60)
    write(table, learning("two"))
    table.do(NextPoint(), after_seconds=60)
    assert texts(table) == []
    write(table, learning("three"))
    table.do(NextPoint(), after_seconds=60)
    write(table, learning("four"))
    assert texts(table) == ["three", "four"]
    assert read_back(table.session).since == "point-2"
    assert texts(table, everything=True) == ["one", "two", "three", "four"]


def test_a_summing_up_that_goes_on_is_not_done() -> None:
    table = begun()
    table.do(NextPoint(), after_seconds=60)
    write(table, learning("two"))
    table.do(NextPoint(), after_seconds=60)
    table.do(PreviousPoint(), after_seconds=10)
    write(table, learning("three"))
    assert texts(table) == ["two", "three"]


def test_what_lacks_something_comes_first() -> None:
    table = begun()
    table.do(NextPoint())
    write(
        table,
        learning("kept"),
        Words(kind="report", text="for nobody", audience="group"),
        Words(kind="action", text="undated", owners=("ben",)),
        Words(kind="action", text="unowned", due="2026-12-24"),
        Words(kind="action", text="whole", owners=("ben",), due_next=True),
        Words(kind="action", text="bare"),
        Words(kind="report", text="addressed", audience="sponsor"),
    )
    listed = read_back(table.session)
    assert [(item.capture.words.text, item.lacks) for item in listed.items] == [
        ("unowned", ("owner",)),
        ("bare", ("owner", "date")),
        ("undated", ("date",)),
        ("for nobody", ("audience",)),
        ("whole", ()),
        ("kept", ()),
        ("addressed", ()),
    ]
    assert listed.lacking == 4


def test_then_by_kind_owner_in_seat_order_and_audience() -> None:
    table = begun()
    write(
        table,
        Words(kind="learning", text="for the sponsor", audience="sponsor"),
        Words(kind="learning", text="for us", audience="room"),
        Words(kind="action", text="of nobody known", owners=("gone",), due_next=True),
        Words(kind="action", text="of Chidi", owners=("chidi",), due_next=True),
        Words(kind="action", text="of Amina", owners=("amina", "chidi"), due_next=True),
    )
    assert texts(table) == ["of Amina", "of Chidi", "of nobody known", "for us", "for the sponsor"]


def test_a_done_action_lacks_nothing() -> None:
    table = begun()
    write(table, action("call them"))
    table.do(MarkDone(next(iter(table.session.captures))))
    assert read_back(table.session).items[0].lacks == ()


def test_notes_are_not_for_reading_aloud_not_even_one_s_own() -> None:
    table = begun()
    write(table, Words(kind="note", text="private", audience="facilitators"), learning("one"))
    assert texts(table) == ["one"]
    table.do(PassFacilitation("ben"))
    assert texts(table) == ["one"]


KIND = st.sampled_from(sorted(LETTERS.values()))
AUDIENCES: list[Audience] = ["room", "group", "sponsor", "other"]
WORDS = st.builds(
    Words,
    kind=KIND,
    text=st.just("x"),
    owners=st.lists(st.sampled_from(("amina", "ben", "gone")), max_size=2).map(tuple),
    due=st.sampled_from(("", "2026-12-12")),
    due_next=st.booleans(),
    audience=st.sampled_from(AUDIENCES),
)


@given(st.lists(WORDS, max_size=12))
def test_each_is_there_once_and_gaps_come_first(every: list[Words]) -> None:
    table = begun()
    write(table, *every)
    listed = read_back(table.session)
    wanted = {id for id, one in table.session.captures.items() if one.words.kind != "note"}
    assert sorted(item.capture.id for item in listed.items) == sorted(wanted)
    gaps = [bool(item.lacks) for item in listed.items]
    assert gaps == sorted(gaps, reverse=True)
    whole: list[CaptureKind] = [item.capture.words.kind for item in listed.items if not item.lacks]
    assert whole == sorted(whole, key=KINDS.index)


@given(WORDS)
def test_only_actions_and_reports_lack_anything(words: Words) -> None:
    lacking = lacks(Capture(id="c", words=words, at=0))
    if words.kind == "action":
        assert ("owner" in lacking) == (not words.owners)
        assert ("date" in lacking) == (not words.due and not words.due_next)
    else:
        assert lacking == (("audience",) if words.kind == "report" and words.audience in ("room", "group") else ())


def test_what_lacks_something_stays_after_its_point_has_passed() -> None:
    table = begun()
    write(table, Words(kind="report", text="Handovers fail"), learning("one"))
    table.do(NextPoint(), after_seconds=60)
    table.do(NextPoint(), after_seconds=60)
    write(table, learning("three"))
    listed = read_back(table.session)
    assert [item.capture.words.text for item in listed.items] == ["Handovers fail", "three"]
    assert (listed.earlier, listed.lacking) == (1, 1)
