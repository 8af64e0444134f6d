"""What the home screen draws from: order, cursor, what is open, what comes next; and that it is drawn straight."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.community import Community, Member
from lcterm.core.events import Words
from lcterm.core.session import Capture, Point, Session, Status, Voice
from lcterm.store.open_shelf import Shelved
from lcterm.ui.home_grid import Wanted, home_grid
from lcterm.ui.home_keys import BY_ID, FOOTER, FOOTER_EMPTY, FOOTER_NARROW, HOME_KEYS, home_key
from lcterm.ui.home_view import Cursor, HomeView, groups_of, moved, settled
from lcterm.ui.line import Line, line_cells
from lcterm.ui.screens.home_doing import DOING
from lcterm.ui.screens.home_sheet import sheet_lines
from lcterm.ui.widgets.home_below import first_look_lines, free_places, next_lines, open_actions, open_lines, plain_home
from lcterm.ui.widgets.home_lines import bar_lines, community_lines, home_header_line, left_line, session_lines
from tests.ui.homes import AWKWARD

DAY = 86_400_000
LONDON = ZoneInfo("Europe/London")
NOW = round(datetime(2026, 11, 24, 15, 7, tzinfo=UTC).timestamp() * 1000)


def community(id: str, name: str, people: Sequence[str] = ("Ana", "Ben")) -> Community:
    members = {f"{id}{number}": Member(person=f"{id}{number}", name=person) for number, person in enumerate(people)}
    return Community(id=id, name=name, slug=id, members=members)


def session(id: str, days: float, status: Status = "closed", captures: Sequence[Capture] = (), **more: Any) -> Session:
    """A session so many days from now."""
    plan = PlannedPoint(id="p1", title="Talk", minutes=30, mode="presenter", presenters=more.pop("presenters", ()))
    starts = NOW + round(days * DAY)
    live = status in ("running", "paused")
    settings = {"title": "", "zone": "Europe/London", "started": starts if live else None, **more}
    return Session(
        id=id,
        starts=starts,
        status=status,
        points={"p1": Point(plan=plan, mode="presenter", status="running" if live else "ahead")},
        running="p1" if live else "",
        at=starts,
        captures={one.id: one for one in captures},
        **settings,
    )


def action(id: str, text: str = "Ask", done: bool = False, **words: Any) -> Capture:
    return Capture(id=id, words=Words(kind="action", text=text, **words), at=NOW, done=done)


def view(*shelf: Shelved, cursor: Cursor | None = None, now: int = NOW) -> HomeView:
    groups = groups_of(shelf)
    return settled(HomeView(groups, cursor or Cursor(), now, LONDON, {"ordinary": 2}))


BEES = community("bees", "Bees")


def text(lines: Sequence[Line]) -> list[str]:
    return ["".join(span.text for span in line).rstrip() for line in lines]


# ── Order and cursor ────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_runs_comes_first_then_the_latest() -> None:
    held = (session("a", -30), session("b", -1, "running"), session("c", 7, "planned"), session("d", 20, "planned"))
    (group,) = view(Shelved(BEES, held)).groups
    assert [kept.session.id for kept in group.sessions] == ["b", "d", "c", "a"]


def test_a_session_keeps_the_number_it_was_given_and_a_title_of_its_own() -> None:
    held = (session("a", -3, title="session 7"), session("b", -2, title="Spring"), session("c", -1, title="session 9"))
    (group,) = view(Shelved(BEES, held)).groups
    assert [(kept.number, kept.name) for kept in group.sessions] == [
        ("9", "session 9"),
        ("", "Spring"),
        ("7", "session 7"),
    ]


def test_the_cursor_begins_on_what_runs_else_on_what_comes_next_else_on_the_first() -> None:
    ants, past = community("ants", "Ants"), session("a", -9)
    soon, later, long_ago = session("s", 1, "planned"), session("l", 9, "planned"), session("x", -2, "planned")
    running = session("r", 0, "running")
    assert view(Shelved(ants, (past,)), Shelved(BEES, (soon, running))).cursor == Cursor("bees", "r", "sessions")
    assert view(Shelved(ants, (past, later)), Shelved(BEES, (soon,))).cursor == Cursor("bees", "s", "sessions")
    assert view(Shelved(ants, (past, long_ago)), Shelved(BEES, ())).cursor == Cursor("ants", "x", "communities")
    assert view(Shelved(ants, ()), Shelved(BEES, ())).cursor == Cursor("ants", "", "communities")
    assert view().cursor == Cursor()


@given(st.lists(st.sampled_from(["up", "down", "over"]), max_size=30), st.integers(0, 3), st.integers(0, 4))
def test_the_cursor_is_always_on_something(keys: list[str], communities: int, sessions: int) -> None:
    shelf = [
        Shelved(community(f"c{number}", f"C{number}"), tuple(session(f"{number}-{day}", -day) for day in range(number)))
        for number in range(communities, communities + sessions)
    ]
    now = view(*shelf)
    for key in keys:
        if key == "over":
            column = "sessions" if now.cursor.column == "communities" else "communities"
            now = settled(now._replace(cursor=now.cursor._replace(column=column)))  # type: ignore[arg-type]
        else:
            now = moved(now, 1 if key == "down" else -1)
        assert (now.group is None) == (not now.groups)
        assert (now.kept is None) == (now.group is None or not now.group.sessions)
        assert now.cursor.column == "communities" or now.kept is not None


# ── Still open, next time ───────────────────────────────────────────────────────────────────────────────────────────


def told(*held: Session) -> list[tuple[str, str, bool]]:
    return [(one.text, f"{one.owners}, {one.until}", one.passed) for one in open_actions(view(Shelved(BEES, held)))]


@pytest.mark.parametrize(
    ("captures", "words"),
    [((), "no action has been written down"), ((action("1", "Done", done=True),), "every action is done")],
)
def test_that_nothing_is_open_says_why(captures: Sequence[Capture], words: str) -> None:
    lines = open_lines(view(Shelved(BEES, (session("a", -28, captures=captures),))), 80, 12)
    assert words in "".join(span.text for line in lines for span in line)


def test_open_actions_with_owner_and_date_passed_ones_first() -> None:
    captures = [
        action("1", "Later", owners=("bees0", "bees1"), due="2026-12-04"),
        action("2", "Passed", owners=("bees1",), due="2026-11-13"),
        action("3", "Done", done=True),
        action("4", "Today", due="2026-11-24"),
        action("5", "Odd", due="some day"),
    ]
    assert told(session("a", -28, captures=captures)) == [
        ("Passed", "Ben, was due Fri 13 Nov", True),
        ("Today", "no owner yet, due today", False),
        ("Later", "Ana, Ben, due Fri 4 Dec", False),
        ("Odd", "no owner yet, ", False),
    ]


def test_next_time_is_the_session_that_followed() -> None:
    promised = [action("1", owners=("bees0",), due_next=True)]
    assert told(session("a", -28, captures=promised)) == [("Ask", "Ana, due next time", False)]
    for later, until, passed in (
        (session("b", 7, "planned"), "Ana, due Tue 1 Dec", False),
        (session("b", 0, "running"), "Ana, due today", False),
        (session("b", -7), "Ana, was due Tue 17 Nov", True),
        (session("b", -7, "planned"), "Ana, due next time", False),
    ):
        assert told(session("a", -28, captures=promised), later) == [("Ask", until, passed)]


def test_what_was_to_stay_in_the_room_is_not_among_them() -> None:
    captures = [action(audience, audience, audience=audience) for audience in ("room", "facilitators", "sponsor")]
    assert [text for text, _, _ in told(session("a", -28, captures=captures))] == ["sponsor"]


def test_a_running_sessions_actions_are_the_boards() -> None:
    assert told(session("a", 0, "running", captures=[action("1")])) == []


def test_next_time_names_the_day_and_who_presents() -> None:
    ahead = session("b", 21, "planned", presenters=("bees0",), template="ordinary")
    shown = view(Shelved(BEES, (ahead,)))
    assert text(next_lines(shown, 60, 9))[1:] == ["Tue 15 Dec, 15:07", "Presenters: Ana; one place free"]
    nobody = view(Shelved(BEES, (session("b", 21, "planned", template="ordinary"),)))
    assert text(next_lines(nobody, 60, 9))[2] == "Presenters: nobody yet; two places free"
    past = view(Shelved(BEES, (session("b", -21),)))
    assert text(next_lines(past, 60, 9))[1] == "Not planned yet. p plans it."


def test_a_session_elsewhere_says_in_which_zone() -> None:
    shown = view(Shelved(BEES, (session("b", 21, "planned", zone="Asia/Tokyo"),)))
    assert text(next_lines(shown, 60, 9))[1] == "Wed 16 Dec, 00:07  Asia/Tokyo"


def test_free_places_of_an_agenda_of_ones_own() -> None:
    assert free_places(session("b", 1, "planned"), {}) == 1
    assert free_places(session("b", 1, "planned", presenters=("x",)), {}) == 0
    assert free_places(session("b", 1, "planned", template="ordinary"), {"ordinary": 2}) == 2


# ── Lines ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_past_session_in_figures() -> None:
    voices = {
        "bees0": Voice(person="bees0", badge="a"),
        "bees1": Voice(person="bees1", badge="b", present=False),
    }
    captures = [action("1"), action("2", done=True), action("3")]
    lines = text(session_lines(view(Shelved(BEES, (session("a", -28, captures=captures, voices=voices),))), 70, 9))
    assert lines[1] == "✓   Tue 27 Oct   1 here    3 captures   2 actions open"
    one = text(session_lines(view(Shelved(BEES, (session("a", -28, captures=captures[:1], voices=voices),))), 70, 9))
    assert one[1].endswith("1 here    1 capture    1 action open")
    none = text(session_lines(view(Shelved(BEES, (session("a", -28, voices=voices),))), 70, 9))
    assert none[1].endswith("1 here    no captures  no actions")
    done = text(session_lines(view(Shelved(BEES, (session("a", -28, captures=captures[1:2]),))), 70, 9))
    assert done[1].endswith("all actions done")
    narrow = text(session_lines(view(Shelved(BEES, (session("a", -28, captures=captures),))), 52, 9))
    assert narrow[1].endswith(" 2 open")


def test_days_far_off_have_their_year() -> None:
    shown = view(Shelved(BEES, (session("a", -400), session("b", 400, "planned"))))
    rows = text(session_lines(shown, 70, 9))
    assert "Wed 29 Dec 2027" in rows[1]
    assert "Mon 20 Oct 2025" in rows[2]


def test_a_long_list_keeps_the_cursor_in_sight() -> None:
    held = tuple(session(f"s{number}", -number) for number in range(1, 41))
    shown = view(Shelved(BEES, held), cursor=Cursor("bees", "s35", "sessions"))
    lines = session_lines(shown, 70, 8)
    assert "35 of 40" in text(lines)[0]
    assert any(span.look.startswith("chip") for line in lines for span in line)
    assert len(lines) == 8


def awkward() -> HomeView:
    shelf = []
    for number, name in enumerate(AWKWARD):
        people = community(f"c{number}", name, AWKWARD)
        captures = [
            action(f"x{place}", one, owners=(f"c{number}{place}",), due="2026-11-01")
            for place, one in enumerate(AWKWARD)
        ]
        held = (
            session("a", -30, captures=captures, title=name),
            session("b", 0, "running", title=name),
            session("c", 9, "planned", presenters=tuple(people.members), title=name),
        )
        shelf.append(Shelved(people, held))
    return view(*shelf)


@pytest.mark.parametrize("width", [1, 7, 20, 37, 58, 66, 116])
def test_awkward_names_break_no_column(width: int) -> None:
    shown = awkward()
    for _ in AWKWARD:
        lists = (community_lines, session_lines, open_lines, next_lines)
        lines = [line for draw in lists for line in draw(shown, width, 12)]
        lines += [*bar_lines(shown, width, 3), *bar_lines(shown, width, 2), *plain_home(shown, width, 5, "")]
        lines += [home_header_line(shown, width), left_line(shown, width), *sheet_lines(width, "/a/" + AWKWARD[0])]
        lines += first_look_lines(width)
        assert max(line_cells(line) for line in lines) <= width
        assert all(span.text.isprintable() for line in lines for span in line)
        shown = moved(shown._replace(cursor=shown.cursor._replace(column="communities")), 1)


@given(
    st.integers(1, 220),
    st.integers(1, 70),
    st.builds(Wanted, *[st.integers(2, 60)] * 2, *[st.sampled_from([0, 2, 3, 9, 40])] * 2, st.booleans()),
)
def test_no_pane_lies_over_another_or_beside_the_screen(width: int, height: int, wanted: Wanted) -> None:
    grid = home_grid(width, height, wanted)
    boxes = [box for name, box in grid._asdict().items() if name not in ("layout", "left") and box and box.w]
    cells: set[tuple[int, int]] = set()
    for box in boxes:
        assert box.w > 0
        assert box.h > 0
        mine = {(x, y) for x in range(box.x, box.x + box.w) for y in range(box.y, box.y + box.h)}
        assert not mine & cells
        cells |= mine
    assert all(0 <= x < width and 0 <= y < height for x, y in cells)
    if grid.bar and grid.left:
        assert grid.bar.x <= grid.left.x
        assert grid.left.x + grid.left.w <= grid.bar.x + grid.bar.w
        assert grid.bar.y <= grid.left.y < grid.bar.y + grid.bar.h


def test_every_key_does_something_and_none_does_two_things() -> None:
    names = [name for key in HOME_KEYS for name in key.keys]
    assert len(names) == len(set(names))
    assert {key.id for key in HOME_KEYS} == set(DOING) == set(BY_ID)
    assert (
        set(FOOTER) | {"import"}  # which the wide footer, with its longer words, has no room for
        == set(FOOTER_NARROW)
        == set(BY_ID) - {"go-on", "demo", "tour", "help", "prepare", "contacts", "setup", "replay"}
    )
    assert set(FOOTER_EMPTY) < set(BY_ID)
    assert home_key("N", "N") is BY_ID["new"] is home_key("shift+n", "N")
    assert home_key("question_mark", "?") is BY_ID["help"]
    assert home_key("ctrl+n", None) is None


def test_a_date_that_is_none_is_passed_over() -> None:
    assert told(session("a", -28, captures=[action("1", due="2026-02-31")])) == [("Ask", "no owner yet, ", False)]
