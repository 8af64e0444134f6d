"""The next time on the board, on the room's closing page, and on the page that plans a session."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from lcterm.core import audience, commands
from lcterm.core.audience import Matter
from lcterm.core.coming import Coming
from lcterm.core.community import Community
from lcterm.core.community_events import CharterAnswered, NextAgreed, PlaceSet, PresenterBriefed
from lcterm.core.next_time import NextTime
from lcterm.core.questions import question_at
from lcterm.core.when import to_ms, zone_named
from lcterm.store.next_time import standing
from lcterm.store.register import change, plan
from lcterm.ui.app import LcTerm
from lcterm.ui.room_view import RoomView, room_view
from lcterm.ui.screens.next_time import NextTimeScreen
from lcterm.ui.widgets.room_page import page_lines
from tests.clock_program import START, TestClock
from tests.core.builder import Table
from tests.ui.beside import chosen, press, text, well_drawn
from tests.ui.boards import board_app, board_of, pane_text
from tests.ui.homes import bare_app, founded, in_london, shown

MONDAY = to_ms(START.replace(day=15, hour=13))


def opened(app: LcTerm) -> None:
    board_of(app).open_large("next-time")


def known(app: LcTerm) -> NextTime:
    desk = board_of(app).desk
    found = standing(desk.home, desk.meeting.community, desk.now(), desk.meeting.session).next
    return found or NextTime()


async def test_date_place_and_people_are_set_key_by_key(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, ":")
        await press(pilot, *"next", "space", *"time", "enter")
        assert isinstance(app.screen, NextTimeScreen)
        assert text(app).count("not agreed yet") == 5
        await press(pilot, "d", *"15", "space", *"Dec", "space", *"14:00")
        assert "Tue 15 Dec 2026, 14:00" in text(app, "message")
        await press(pilot, "enter")
        assert "We meet on Tue 15 Dec 2026, 14:00.   u takes it back" in text(app, "message")
        await press(pilot, "p", *"Hall", "enter", "a", "t", "r", "enter", "w", *"ben,", "space", *"sk", "enter")
        assert "Presents  Ben, Sam K." in text(app)
        await press(pilot, "end", "space")
        assert "Presents  Ben, Sam K., Tracy" in text(app)
        await press(pilot, "space", "u")
        assert "Presents  Ben, Sam K., Tracy" in text(app)
        found, name = known(app), board_of(app).desk.meeting.community.name_of
    assert (found.starts, found.zone, found.place) == (to_ms(START.replace(day=15)), "UTC", "Hall")
    assert (name(found.arranger), [name(one) for one in found.presenters]) == ("Tracy", ["Ben", "Sam K.", "Tracy"])


async def test_what_cannot_be_stays_to_be_mended(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        opened(app)
        await press(pilot, "d", *"someday", "enter")
        assert "is no time" in text(app, "message")
        assert board_of(app).desk.meeting.community.coming.agreed == ()
        await press(pilot, "escape", "d", *"1", "space", *"Dec", "space", *"10:00", "enter")
        assert "is over already; give a day to come." in text(app, "message")
        await press(pilot, "escape", "d", *"15", "space", *"Dec", "enter")
        assert "Tue 15 Dec 2026, 14:00" in text(app)
        await press(pilot, "d", *["backspace"] * 16, "-", "enter")
        assert "When      not agreed yet" in text(app)
        await press(pilot, "u")
        assert "Tue 15 Dec 2026, 14:00" in text(app)


async def test_who_has_not_presented_for_longest_is_on_top(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        for command in (commands.StartSession(), commands.NextPoint(), commands.NextPoint()):
            assert board_of(app).act(command)
        opened(app)
        await press(pilot, "end")
        assert "Ben" in chosen(app)
        assert "Tue 1 Dec 2026" in chosen(app)
        await press(pilot, "v")
        assert "not yet" not in text(app).replace("not agreed yet", "")
        assert "Who presented when is not for the room." in text(app)


async def test_the_session_that_is_planned_follows(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        desk = board_of(app).desk
        points = [point.plan for point in desk.meeting.session.points.values()]
        zone = zone_named("Europe/London")
        next_id = plan(desk.home, clock, desk.meeting.community, points, zone, zone.key, MONDAY, "session 8")
        opened(app)
        await press(pilot, "up")
        assert "Planned already as session 8; it follows." in text(app)
        await press(pilot, "d", *["backspace"] * 16, *"20", "space", *"Dec", "space", *"9:30", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Sun 20 Dec 2026, 09:30" in text(app)
        found = known(app)
    assert (found.session, found.starts) == (next_id, to_ms(START.replace(day=20, hour=9, minute=30)))


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (40, 12)])
async def test_it_holds_at_every_size_with_hostile_words(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock, names=["[/b]" * 12, "山" * 30, "Ben"])
    async with app.run_test(size=size) as pilot:
        board_of(app).desk.record_of_community(
            NextAgreed(starts=MONDAY, zone="UTC", place="[red]" * 30, session=board_of(app).desk.meeting.session.id)
        )
        opened(app)
        await press(pilot, "down", "down", "down", "space")
        well_drawn(app)


# ── The room ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def talk() -> Table:
    """A discussion after Amina's presentation, who asks something."""
    agenda = (("Presentation", 20.0, "presenter"), ("Talk", 30.0, "queue"))
    table = Table(agenda=agenda, presenters={"Presentation": ["amina"]})  # type: ignore[arg-type]
    table._of_community(PresenterBriefed(person="amina", session="session", questions=("Why?", "What now?")))
    table.do(commands.StartSession())
    return table


def seen(table: Table) -> RoomView:
    return room_view(table.meeting.community, table.session, table.now)


def test_the_presenters_questions_stand_where_the_point_has_none(talk: Table) -> None:
    assert (seen(talk).question, seen(talk).asked_by) == ("Why? · What now?", "Amina")
    talk.do(commands.NextPoint())
    assert (seen(talk).question, seen(talk).asked_by) == ("Why? · What now?", "Amina")
    talk.do(commands.MendPoint(2, question="Together?"))
    assert seen(talk).question == "Together?"


def test_the_presenters_own_question_goes_before_the_one_of_the_template(talk: Table) -> None:
    shipped = "What did the presenter ask of us?"
    point = list(talk.session.points.values())[1]
    plan = replace(point.plan, question=shipped, from_template=True)
    session = replace(talk.session, points={**talk.session.points, point.id: replace(point, plan=plan)})
    community = talk.meeting.community
    asked = question_at(community, session, session.points[point.id])
    assert (asked.questions, asked.people, asked.briefed) == (("Why?", "What now?"), ("amina",), True)
    without = replace(community, coming=Coming())
    asked = question_at(without, session, session.points[point.id])
    assert (asked.questions, asked.people) == ((shipped,), ()), "nobody is named for words that are not theirs"


def closed(talk: Table) -> Table:
    talk._of_community(NextAgreed(session="session", starts=MONDAY, zone="UTC", place="Hall", presenters=("ben",)))
    talk.do(commands.EndSession())
    return talk


def test_the_closing_page_says_when_we_meet_again(talk: Table) -> None:
    view = seen(closed(talk))
    assert view.again == ("We meet again on Tue 15 Dec 2026, 13:00.", "Where: Hall", "Presenting: Ben")
    drawn = "\n".join("".join(span.text for span in line) for line in page_lines(view, 80, 24))
    assert "We meet again on Tue 15 Dec 2026, 13:00." in drawn
    assert "still to be agreed" not in drawn


def test_the_planned_session_counts_on_the_closing_page_too(talk: Table) -> None:
    table = closed(talk)
    table._of_community(PlaceSet(session="s8", place="Library"))
    planned = Table(presenters={"Talk": ["chidi"]}).session
    view = room_view(table.meeting.community, table.session, table.now, planned)
    assert view.again[0] == "We meet again on Tue 1 Dec 2026, 14:00."
    assert view.again[-1] == "Presenting: Chidi"


@pytest.mark.parametrize(
    ("matter", "left"),
    [
        ("next time", ()),
        ("presenters", ("We meet again on Tue 15 Dec 2026, 13:00.",)),
        ("points and clock", ("We meet again on Tue 15 Dec 2026.", "Where: Hall", "Presenting: Ben")),
    ],
)
def test_the_table_decides_on_it(
    talk: Table, matter: Matter, left: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(audience.GRANTED, matter, audience.GRANTED[matter] - {"room"})
    assert seen(closed(talk)).again == left


# ── Before and after ────────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_board_shows_what_the_presenter_asks(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        desk = board_of(app).desk
        person = next(one.person for one in desk.meeting.community.active if one.name == "Ben")
        desk.record_of_community(PresenterBriefed(person=person, session=desk.meeting.session.id, questions=("Why?",)))
        await press(pilot, "t", "n")
        assert "Ben asks: Why?" in pane_text(board_of(app), "prompts")


async def test_the_page_that_plans_has_what_was_agreed(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_london(monkeypatch)
    app = bare_app(tmp_path, clock)
    community: Community = founded(app)
    people = [one.person for one in community.active]
    agreed = NextAgreed(starts=MONDAY, zone="Europe/Paris", place="Hall", presenters=(people[1], people[0]))
    change(app.home, clock, community.id, [agreed])
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("p")
        assert "Tue 15 Dec 2026, 14:00, Europe/Paris" in shown(app)
        assert "Hall" in shown(app)
        await pilot.press("enter")
    found = standing(app.home, change(app.home, clock, community.id, []), clock.now())
    assert found.next is not None
    assert (found.next.starts, found.next.zone, found.next.place) == (MONDAY, "Europe/Paris", "Hall")
    assert found.next.presenters == (people[1], people[0])
    assert found.next.session == found.planned[0].id


async def test_what_the_charter_says_stands_below_each_thing(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 40)) as pilot:
        desk = board_of(app).desk
        desk.record_of_community(CharterAnswered(topic="meeting", answer="Every six weeks"))
        desk.record_of_community(CharterAnswered(topic="presentations", choice="one"))
        people = tuple(desk.meeting.community.members)[:2]
        opened(app)
        await pilot.pause()
        assert "charter: Every six weeks" in text(app)
        assert "has room for 1" not in " ".join(text(app).split())
        desk.record_of_community(NextAgreed(session=desk.meeting.session.id, presenters=people))
        await press(pilot, "down")
        assert "2 present, and the agenda" in text(app)
        assert "has room for 1" in " ".join(text(app).split())
        well_drawn(app)
