"""The next time, joined from what was agreed and what is planned; who presented when; what presenters ask."""

import pytest
from msgspec.structs import replace

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.coming import Agreement, Brief, Coming
from lcterm.core.community import Community, Member
from lcterm.core.events import Role
from lcterm.core.fold_members import FORGOTTEN
from lcterm.core.next_time import Wish, agreed_anew, agreements, next_time, same_day, still_open
from lcterm.core.questions import brief_of, presenters_questions
from lcterm.core.rota import presented, rota
from lcterm.core.session import Point, PointStatus, Session, Status

DAY = 24 * 60 * 60_000
NOON = 20_000 * DAY + DAY // 2


def session(
    id: str, day: int, *presenters: str, status: Status = "planned", point: PointStatus = "ahead", hour: int = 0
) -> Session:
    """A session at noon of that day, with a presentation each and a discussion after the last."""
    plans = [
        PlannedPoint(id=f"p{number}", title="Presentation", minutes=30, mode="presenter", presenters=(person,))
        for number, person in enumerate(presenters)
    ]
    plans.append(PlannedPoint(id="talk", title="Discussion", minutes=30, mode="queue"))
    points = {one.id: Point(plan=one, mode=one.mode, status=point) for one in plans}
    starts = NOON + day * DAY + hour * DAY // 24
    return Session(id=id, starts=starts, status=status, points=points, started=None if status == "planned" else starts)


def circle(*agreed: Agreement, **more: object) -> Community:
    members = {name: Member(person=name, name=name.title()) for name in ("ana", "ben", "chidi")}
    return Community(name="Circle", members=members, coming=Coming(agreed=agreed, **more))  # type: ignore[arg-type]


HELD = session("s1", 0, "ana", status="running", point="running")
AGREED = Agreement(
    id="a1", at=HELD.starts + 1, session="s1", starts=NOON + 14 * DAY, zone="UTC", place="Hall", presenters=("ben",)
)


def test_what_was_agreed_stands_while_nothing_is_planned() -> None:
    known = next_time(circle(AGREED), HELD, None)
    assert known is not None
    assert (known.starts, known.place, known.presenters, known.session) == (AGREED.starts, "Hall", ("ben",), "")


def test_what_somebody_was_to_do_who_is_forgotten_is_open() -> None:
    agreed = replace(AGREED, arranger="ben", presenters=("ben", "ana"))
    community = circle(agreed)
    gone = replace(community.members["ben"], name=FORGOTTEN, active=False, forgotten=True)
    known = next_time(replace(community, members={**community.members, "ben": gone}), HELD, None)
    assert known is not None
    assert (known.arranger, known.presenters, known.place) == ("", ("ana",), "Hall")


def test_the_planned_session_counts_and_what_it_leaves_open_was_agreed() -> None:
    planned = session("s2", 15)
    known = next_time(circle(AGREED), HELD, planned)
    assert known is not None
    assert (known.starts, known.place, known.presenters, known.session) == (planned.starts, "Hall", ("ben",), "s2")
    own = next_time(circle(AGREED, places={"s2": "Library"}), HELD, session("s2", 15, "chidi"))
    assert own is not None
    assert (own.place, own.presenters) == ("Library", ("chidi",))


def test_nothing_is_known_of_the_next_time_where_nothing_was_said() -> None:
    assert next_time(circle(), HELD, None) is None
    assert next_time(circle(Agreement(id="a", at=HELD.starts, session="s1")), HELD, None) is None


def test_what_was_agreed_before_a_session_was_about_that_one() -> None:
    later = session("s2", 14, status="running")
    assert agreements(circle(AGREED).coming, later) == ()
    open_date = replace(AGREED, starts=0)
    assert agreements(circle(open_date).coming, later) == ()
    assert agreements(circle(open_date).coming, HELD) == (open_date,)


def test_it_is_open_until_a_session_is_planned_for_it() -> None:
    coming = circle(AGREED).coming
    assert still_open(coming, [HELD]) == (AGREED,)
    assert still_open(coming, [HELD, session("s2", 14)]) == ()


def test_a_session_held_before_it_was_said_takes_nothing_up_whenever_it_was_planned_for() -> None:
    early = replace(session("s0", 30, status="closed"), started=HELD.starts - DAY)
    assert still_open(circle(AGREED).coming, [early, HELD]) == (AGREED,)
    late = replace(session("s0", -30, status="closed"), started=HELD.starts + DAY)
    assert still_open(circle(AGREED).coming, [late, HELD]) == ()
    assert agreements(circle(AGREED).coming, late) == ()


def test_a_wish_changes_what_it_names_and_replaces_all_that_stood() -> None:
    other = replace(AGREED, id="a2", place="Library")
    anew = agreed_anew((AGREED, other), "s1", Wish(presenters=("chidi",)))
    assert (anew.place, anew.starts, anew.presenters) == ("Library", AGREED.starts, ("chidi",))
    assert anew.instead == ("a1", "a2")
    assert agreed_anew((AGREED,), "s1", Wish(starts=0, place="")).starts == 0


def test_two_sessions_on_one_day_are_both_shown() -> None:
    first, twin, later = session("s2", 14), session("s3", 14, hour=2), session("s4", 15)
    assert same_day([first, twin, later]) == [first, twin]
    assert same_day([]) == []


# ── The rota ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_who_never_presented_stands_on_top_then_whoever_has_not_for_longest() -> None:
    sessions = [
        session("s3", 2, "ben", status="closed", point="done"),
        session("s1", 0, "ben", status="closed", point="done"),
        session("s2", 1, "ana", status="closed", point="done"),
    ]
    found = rota(circle(), sessions)
    assert [(one.person, one.times) for one in found] == [("chidi", 0), ("ana", 1), ("ben", 2)]
    assert found[2].last == sessions[0].starts


@pytest.mark.parametrize(("point", "counts"), [("done", True), ("running", True), ("skipped", False), ("ahead", False)])
def test_only_a_presentation_that_was_held_counts(point: PointStatus, counts: bool) -> None:
    assert presented(session("s1", 0, "ana", status="closed", point=point)) == (("ana",) if counts else ())


def test_a_session_closed_by_a_recording_counts_whoever_was_to_present() -> None:
    assert presented(replace(session("s1", 0, "ana", status="closed"), started=None)) == ("ana",)


@pytest.mark.parametrize("role", ["facilitator", "co-facilitator", "observer", "sponsor"])
def test_who_holds_the_space_or_looks_on_is_not_offered(role: Role) -> None:
    community = circle()
    ben = replace(community.members["ben"], roles=(role,))
    community = replace(community, members={**community.members, "ben": ben})
    assert [one.person for one in rota(community, [])] == ["ana", "chidi"]


# ── Briefs ──────────────────────────────────────────────────────────────────────────────────────────────────────────

WAITING = Brief(person="ana", at=HELD.starts - DAY, title="A door", questions=("Why?",))


def test_a_brief_waits_for_the_session_that_is_planned_next() -> None:
    coming = circle(briefs=(WAITING,)).coming
    assert brief_of(coming, "ana", None) == WAITING
    assert brief_of(coming, "ana", HELD) == WAITING
    assert brief_of(coming, "ben", HELD) is None


def test_one_that_was_taken_along_waits_no_longer() -> None:
    taken = replace(WAITING, session="s1", at=WAITING.at + 1)
    coming = circle(briefs=(WAITING, taken)).coming
    assert brief_of(coming, "ana", HELD) == taken
    assert brief_of(coming, "ana", None) is None
    assert brief_of(coming, "ana", session("s2", 14)) is None


def test_what_was_said_after_a_session_is_not_about_it() -> None:
    over = replace(HELD, status="closed", ended=WAITING.at)
    assert brief_of(circle(briefs=(WAITING,)).coming, "ana", over) is None


def test_the_presenters_questions_stand_at_the_presentation_and_at_the_talk_about_it() -> None:
    community = circle(briefs=(WAITING,))
    for point in HELD.points.values():
        assert presenters_questions(community, HELD, point) == [("ana", ("Why?",))]
    without = circle(briefs=(replace(WAITING, questions=()),))
    assert presenters_questions(without, HELD, HELD.points["p0"]) == []
