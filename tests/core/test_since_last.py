"""Since last time: which session that was, what it left, what is odd about those before."""

import pytest
from msgspec.structs import replace

from lcterm.core.commands import InsertPoint, StartSession
from lcterm.core.community_events import ActionSettled
from lcterm.core.digest import Digest, Kept, Presented, Unreached
from lcterm.core.events import Words
from lcterm.core.offers import as_point, offers, taken_up
from lcterm.core.session import Meeting
from lcterm.core.since_last import SinceLast, since_last
from lcterm.core.since_points import issue_as_point, on_the_agenda, place_for
from tests.core.builder import START, Table, action
from tests.core.carried import DAY, LETTERS, Circle, closed, now_at, settled

PARKED = Words(kind="parked", text="Arrears")
REPORT = Words(kind="report", text="Handovers fail", audience="sponsor")


def found(*digests: Digest, day: int = 60, circle: Circle | None = None) -> SinceLast:
    """What a session so many days after the first comes back to."""
    return since_last(digests, now_at((circle or Circle()).state, day), START + day * DAY)


def texts(since: SinceLast) -> list[str]:
    return [one.kept.text for one in since.actions]


def test_the_first_session_has_nothing_to_come_back_to() -> None:
    assert found() == SinceLast(None)


def test_actions_of_all_sessions_and_the_rest_of_the_last_one() -> None:
    first = closed(action("old"), PARKED, REPORT)
    second = closed(action("new"), Words(kind="question", text="Who tells them?"), day=30, id="s2", title="session 2")
    since = found(first, second)
    assert since.last == second
    assert texts(since) == ["old", "new"]
    assert [one.kept.text for one in since.parked] == ["Who tells them?"], "the last session's alone"
    assert [one.kept.text for one in since.reports] == ["Handovers fail"], "a promise stands until it is kept"
    assert since.notices == ()


def test_what_was_done_dropped_released_or_reported_is_not_offered() -> None:
    origin, circle = closed(LETTERS, PARKED, REPORT), Circle()
    circle.say(settled(origin))
    for kept in (*origin.parked, *origin.reports):
        circle.say(ActionSettled(session=origin.session, capture=kept.id, state="dropped"))
    assert offers(found(origin, circle=circle)) == []
    released = replace(origin, reports=tuple(replace(kept, released=True) for kept in origin.reports))
    assert found(released).reports == ()


def test_who_presented_has_the_first_word() -> None:
    origin = replace(closed(), presented=(Presented(title="A case", people=("ben",)),))
    assert found(origin).presented == origin.presented


def test_a_session_that_was_not_held_is_said_and_is_not_the_last() -> None:
    held = closed(LETTERS)
    missed = Digest(session="s2", title="session 2", zone="UTC", starts=START + 30 * DAY, status="planned")
    later = replace(missed, session="s3", title="session 3", starts=START + 90 * DAY)
    since = found(held, missed, later)
    assert since.last == held
    assert since.notices == ("session 2, planned for Thu 31 Dec 2026, was not held.",)


def test_a_session_that_was_never_ended_is_said() -> None:
    open_still = replace(closed(LETTERS), status="running", ended=None)
    since = found(open_still)
    assert texts(since) == ["Bring two letters"]
    assert since.notices == ("session 1 was never ended; `lcterm do s1 end` ends it.",)


def beside(origin: Digest, minutes: float) -> Digest:
    """The same log as if it had begun so many minutes later."""
    later = round(minutes * 60_000)
    return replace(origin, started=origin.began + later, ended=(origin.ended or 0) + later)


@pytest.mark.parametrize("title", ["session 1", "elsewhere"])
def test_a_session_that_was_held_twice_counts_as_one(title: str) -> None:
    one = closed(action("here"), PARKED)
    since = found(one, beside(closed(action("there"), id="s1b", title=title), 0.5))
    assert texts(since) == ["here", "there"]
    assert [each.kept.text for each in since.parked] == ["Arrears"]
    assert since.notices == (f"{title} was held more than once: s1 and s1b. What any of them left is here.",)


@pytest.mark.parametrize("title", ["session 1", "session 2"])
def test_two_sessions_one_after_the_other_on_one_day_are_two(title: str) -> None:
    since = found(closed(PARKED), beside(closed(LETTERS, id="s2", title=title), 2))
    assert (since.last and since.last.session, since.parked, since.notices) == ("s2", (), ())


def test_sessions_of_one_name_that_people_gave_are_not_one() -> None:
    since = found(closed(title="Peers 2026"), closed(PARKED, day=14, id="s2", title="Peers 2026"))
    assert since.notices == ()


def test_of_a_session_held_twice_only_what_neither_reached_is_left() -> None:
    points = [Unreached(id=f"p{n}", title=title, minutes=30, mode="queue") for n, title in enumerate("ABC")]
    one = replace(closed(), unreached=(points[0], points[1]))
    other = replace(closed(id="s1b"), unreached=(replace(points[1], id="x"), points[2]))
    assert [each.point.title for each in found(one, other).unreached] == ["B"]


def test_what_every_session_has_is_not_left_over() -> None:
    ritual = Unreached(id="p1", title="Talk", minutes=5, mode="round")
    talk = replace(ritual, id="p2", presenters=("ben",))
    since = found(replace(closed(), unreached=(ritual, talk)))
    assert [one.point.id for one in since.unreached] == ["p2"]
    assert not taken_up(offers(since)[0], now_at(Circle().state, 60).session), "somebody else presents there"


def test_sessions_out_of_order_are_said() -> None:
    first = replace(closed(LETTERS), title="session 2", starts=START + 5 * DAY)
    last = closed(day=2, id="s2", title="session 1")
    assert found(first, last).notices == ("session 2 was planned for later than session 1 and held before it.",)
    early = found(replace(closed(LETTERS), starts=START + 90 * DAY, title="session 12"))
    assert early.notices == (
        "session 12 is planned for later than this one and was held already; it counts as last time.",
    )


def test_of_an_earlier_session_what_was_there_before_it() -> None:
    first, third = closed(LETTERS), closed(action("later"), day=60, id="s3", title="session 3")
    meeting = now_at(Circle().state, 30, "s2")
    begun = Meeting(community=meeting.community, session=replace(meeting.session, started=START + 30 * DAY))
    assert texts(since_last([first, third], begun, START + 300 * DAY)) == ["Bring two letters"]


def test_open_actions_that_stayed_in_the_room_are_counted() -> None:
    assert found(closed(Words(kind="action", text="x", audience="room"))).in_room == 1


# ── Onto the agenda ─────────────────────────────────────────────────────────────────────────────────────────────────


def left_over() -> SinceLast:
    point = Unreached(
        id="p5", title="Second case", minutes=25, mode="presenter", presenters=("ben", "dorota"), question="When?"
    )
    return found(replace(closed(PARKED), unreached=(point,)), circle=Circle("dorota"))


def test_a_point_comes_back_as_it_was_planned_without_who_has_left() -> None:
    first, second = offers(left_over())
    meeting = now_at(Circle("dorota").state, 60, agenda=("Who is here", "Since last time", "Talk", "Close"))
    assert as_point(first, meeting) == InsertPoint("Second case", 25, "presenter", 3, "When?", ("ben",))
    assert as_point(second, meeting) == InsertPoint("Arrears", 10, "queue", 3)
    assert {first.id, second.id} == {"s1//p5", f"s1/{left_over().parked[0].id}"}


def test_actions_and_reports_are_no_points() -> None:
    meeting = now_at(Circle().state, 60)
    assert [as_point(one, meeting) for one in offers(found(closed(LETTERS, REPORT)))] == [None, None]


def test_it_goes_behind_what_runs_or_before_the_end() -> None:
    table = Table(agenda=[("Talk", 60, "queue"), ("Close", 0, "none")])
    assert place_for(table.session) == 2
    table.do(StartSession())
    assert place_for(table.session) is None
    (one,) = found(closed(PARKED)).parked
    table.do(issue_as_point(one, table.session))
    assert [point.plan.title for point in table.session.points.values()] == ["Talk", "Arrears", "Close"]
    assert on_the_agenda("arrears", table.session)
    (offer,) = offers(found(closed(PARKED)))
    assert taken_up(offer, table.session)


def test_a_long_issue_has_a_short_title_and_stands_in_full_as_the_question() -> None:
    text = "Arrears at handover: we need the figures of the last three years before we can say anything"
    (one,) = found(closed(Words(kind="parked", text=text))).parked
    wish = issue_as_point(one, Table().session)
    assert (wish.title, wish.question) == ("Arrears at handover: we need the…", text)
    table = Table()
    table.do(wish)
    assert next(reversed(table.session.points.values())).plan.title == "Talk"


@pytest.mark.parametrize("text", ["x" * 1000, "word " * 150, "é" * 41])
def test_whatever_was_parked_can_be_a_point(text: str) -> None:
    kept = Kept(id="c", kind="parked", text=text, at=0)
    (one,) = found(replace(closed(), parked=(kept,))).parked
    table = Table()
    table.do(StartSession())
    table.do(issue_as_point(one, table.session))
    assert len(table.session.points) == 2
