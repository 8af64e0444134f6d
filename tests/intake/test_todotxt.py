"""todo.txt out and in again: the identity for all that a line can carry, and lines as other programs leave them."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcterm.core.carrying import actions
from lcterm.core.community import Community, Member
from lcterm.core.community_events import Becoming
from lcterm.core.digest import Digest, Kept
from lcterm.core.fold_actions import Settled
from lcterm.core.refusal import Refused
from lcterm.core.text import clean
from lcterm.documents.actions import listing
from lcterm.documents.actions_plain import as_todotxt
from lcterm.intake.actions_in import compare
from lcterm.intake.todotxt import Task, read_todotxt
from tests.core.builder import START
from tests.core.carried import DAY

NASTY = Path(__file__).parents[3] / "shared/data/nasty"
SIGNS = st.lists(
    st.sampled_from(
        ["x", "(A)", "+a", "@b", "due:2026-01-01", "id:1", "a\\:b", "2026-12-01", "\\", "@", ":", "é", "14:20"]
    )
).map(" ".join)
TEXTS = st.one_of(SIGNS, st.text(max_size=60), st.text("+@:\\x 1/.", max_size=20)).map(clean).filter(bool)
NAMES = st.one_of(
    st.sampled_from(["Sam K.", "a_b", "50% of it", "Ann:e", "李 明"]), st.text(max_size=20).map(clean)
).filter(bool)
STATES: tuple[Becoming, ...] = ("open", "going", "done", "dropped")
IDS = st.from_regex(r"[a-z2-9]{10}-[1-9][0-9]?", fullmatch=True)


@st.composite
def communities(draw: st.DrawFn) -> tuple[Community, Digest]:
    """People with any names, and actions with any words, owners, dates and outcomes."""
    names = draw(st.lists(NAMES, min_size=1, max_size=4, unique_by=lambda name: name.casefold()))
    members = {f"p{place}": Member(person=f"p{place}", name=name) for place, name in enumerate(names)}
    kept, settled = [], {}
    for id in draw(st.lists(IDS, max_size=4, unique=True)):
        due = draw(st.one_of(st.just(""), st.dates().map(date.isoformat)))
        owners = tuple(draw(st.lists(st.sampled_from(sorted(members)), max_size=3, unique=True)))
        next_time = draw(st.booleans()) and not due
        kept.append(
            Kept(
                id=id, kind="action", text=draw(TEXTS), at=START, owners=owners, due=due, due_next=next_time, done=False
            )
        )
        if draw(st.booleans()):
            state = draw(st.sampled_from(STATES))
            settled["s1", id] = Settled(state=state, at=START + DAY)
    community = Community(id="circle", name="Circle", slug="circle", members=members, settled=settled)
    origin = Digest(session="s1", title="session 1", zone="UTC", starts=START, status="closed", actions=tuple(kept))
    return community, origin


@settings(deadline=None)
@given(communities())
def test_what_goes_out_comes_in_as_it_was_and_changes_nothing(made: tuple[Community, Digest]) -> None:
    community, origin = made
    found = actions([origin], community, everything=True)
    out = listing(community, found, START + 2 * DAY, everything=True)
    tasks = read_todotxt(as_todotxt(out).encode(), "todo.txt")
    assert [
        Task(
            line=number,
            text=one.text,
            state=None if one.state == "open" else one.state,
            owners=tuple(" ".join(name.split()) for name in one.owners),
            due=one.due,
            due_next=one.due_next,
            session=one.session,
            id=one.id,
            written=one.written,
        )
        for number, one in enumerate(out.actions, 1)
    ] == tasks
    reading = compare(tasks, found, community, "todo.txt")
    assert (reading.changes, reading.new, reading.remarks) == ((), (), ())
    assert reading.known == len(found)


def one(line: str) -> Task:
    (task,) = read_todotxt(line.encode(), "x")
    return task


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("Buy tea", Task(1, "Buy tea")),
        ("x Buy tea", Task(1, "Buy tea", "done")),
        ("X Buy tea", Task(1, "X Buy tea")),
        ("xylophone", Task(1, "xylophone")),
        ("(A) 2026-12-01 Buy tea", Task(1, "Buy tea", written=date(2026, 12, 1))),
        ("x 2026-12-04 2026-12-01 Buy tea pri:A", Task(1, "Buy tea", "done", written=date(2026, 12, 1))),
        ("x 2026-12-04 Buy tea", Task(1, "Buy tea", "done", written=date(2026, 12, 4))),
        ("2026-12-01 2027-01-01 it begins", Task(1, "2027-01-01 it begins", written=date(2026, 12, 1))),
        ("Buy @Sam_K. tea +house", Task(1, "Buy tea", owners=("Sam K.",))),
        ("Buy tea due:2026-12-24 rec:1w", Task(1, "Buy tea", due=date(2026, 12, 24))),
        ("Buy tea when:next-session state:going", Task(1, "Buy tea", "going", due_next=True)),
        ("x Buy tea state:going", Task(1, "Buy tea", "done")),
        ("Buy tea state:dropped", Task(1, "Buy tea", "open")),
        ("\ufeffBuy tea", Task(1, "Buy tea")),
        ("Call at 14:20, see https://a.example:80/x", Task(1, "Call at 14:20, see https://a.example:80/x")),
    ],
)
def test_lines_as_programs_leave_them(line: str, task: Task) -> None:
    assert one(line) == task


def test_windows_line_ends_and_blank_lines() -> None:
    assert [(task.line, task.text) for task in read_todotxt(b"a\r\n\r\n\tb\rc", "x")] == [(1, "a"), (3, "b"), (4, "c")]


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_whatever_the_file_holds_it_is_read_or_refused(content: bytes) -> None:
    try:
        tasks = read_todotxt(content, "x")
    except Refused as refused:
        assert refused.reason.startswith("x")  # noqa: PT017
    else:
        assert all("\n" not in task.text for task in tasks)


@pytest.mark.skipif(not NASTY.is_dir(), reason="the shared test data are not here")
def test_nasty_files_are_read_or_refused_in_one_line() -> None:
    for path in (one for one in NASTY.rglob("*") if one.is_file()):
        try:
            read_todotxt(path.read_bytes(), path.name)
        except Refused as refused:
            assert "\n" not in refused.reason  # noqa: PT017
