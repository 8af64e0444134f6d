"""What a community has learned: which meetings it tells of, whose words, how the rules grew."""

from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.chronicle import Chronicle, Talk, chronicle, rules_steps
from lcterm.core.commands import EndSession, NextPoint, StartSession, WriteCapture
from lcterm.core.community import Community, Member
from lcterm.core.digest import Digest, Presented, digest
from lcterm.core.events import Words
from lcterm.core.fold_charter import RulesAsOf
from lcterm.core.learned import LEARNED, Learned, LearnedKind, LearnedWords, learned
from lcterm.core.rules import RuleChange
from lcterm.core.session import Session, Status
from tests.core.builder import MINUTE, START, Table

DAY = 24 * 60 * MINUTE
NOW = START + 400 * DAY
CIRCLE = Community(
    id="circle",
    name="Circle",
    members={
        "amina": Member(person="amina", name="Amina"),
        "ben": Member(person="ben", name="Ben", active=False),
        "gone": Member(person="gone", name="somebody who asked to be forgotten", active=False, forgotten=True),
        "dorota": Member(person="dorota", name="Dorota"),
    },
)


def words(text: str, kind: LearnedKind = "learning", by: str = "", owners: tuple[str, ...] = ()) -> LearnedWords:
    return LearnedWords(id=text, kind=kind, text=text, at=START, by=by, owners=owners)


def left(session: str, day: int, *kept: LearnedWords, status: Status = "closed") -> Learned:
    return Learned(session=session, title=session, zone="UTC", began=START + day * DAY, status=status, kept=kept)


def told(*sessions: Learned, digests: tuple[Digest, ...] = ()) -> Chronicle:
    return chronicle(CIRCLE, sessions, digests, "Europe/Berlin", NOW)


def test_meetings_stand_in_the_order_they_took_place_whatever_order_they_come_in() -> None:
    one, two = left("b", 1, words("x")), left("a", 2)
    assert [chapter.session for chapter in told(two, one).chapters] == ["b", "a"]
    assert told(two, one) == told(one, two)


def test_what_was_only_planned_is_none_unless_something_was_written() -> None:
    planned = left("p", 3, status="planned")
    noted = left("n", 4, words("Ahead of time", "decision"), status="planned")
    made = told(planned, noted, left("h", 1))
    assert [one.session for one in made.chapters] == ["h", "n"]
    assert [one.session for one in made.held] == ["h"]


def test_whose_words_they_are() -> None:
    made = told(
        left(
            "s",
            1,
            words("said", by="ben"),
            words("given", by="ben", owners=("amina",)),
            words("quoted", "quote", by="ben", owners=("amina",)),
            words("nobody knows"),
            words("forgotten", by="gone"),
            words("unheard of", by="elsewhere"),
        )
    )
    assert [one.names for one in made.chapters[0].sayings] == [("Ben",), ("Amina",), ("Ben", "Amina"), (), (), ()]
    assert made.voices == ("Amina", "Ben")
    assert (made.people, made.before) == (("Amina", "Dorota"), ("Ben",))


def test_who_presented_and_how_many_came() -> None:
    presented = (Presented(title="First case", people=("amina", "gone")), Presented(title="Alone", people=("gone",)))
    known = Digest(
        session="s",
        title="s",
        zone="UTC",
        starts=START,
        status="closed",
        started=START,
        presented=presented,
        attended=("amina", "gone", "dorota", "ben"),
        apart=("ben",),
    )
    chapter = told(left("s", 0), digests=(known,)).chapters[0]
    assert chapter.talks == (Talk(title="First case", names=("Amina",)), Talk(title="Alone", names=()))
    assert chapter.here == 3, "a head that is counted has no name, and facilitators are apart"


def test_a_session_that_was_held_twice_is_one_meeting() -> None:
    def log(id: str, minutes: int, *came: str) -> Digest:
        return Digest(
            session=id,
            title="session 3",
            zone="UTC",
            starts=START,
            status="closed",
            started=START + minutes * MINUTE,
            attended=came,
        )

    known = log("x", 0, "amina"), log("y", 5, "dorota", "amina")
    made = told(left("y", 0, words("there")), left("x", 0, words("here")), digests=known)
    (one,) = made.held
    assert (one.session, one.logs, one.here) == ("x", ("x", "y"), 2)
    assert [saying.text for saying in one.sayings] == ["here", "there"]


def test_what_is_under_way_is_no_meeting_yet() -> None:
    known = Digest(session="s", title="s", zone="UTC", starts=NOW, status="running", started=NOW - MINUTE)
    made = told(left("s", 400, words("just said")), digests=(known,))
    assert (len(made.held), len(made.chapters)) == (0, 1)


def test_of_a_session_as_it_was_held_nothing_private_is_there() -> None:
    seat = Table(agenda=[("Case", 30, "presenter"), ("Talk", 30, "queue")], presenters={"Case": ["amina"]})
    seat.do(StartSession())
    seat.do(NextPoint(), after_seconds=60)
    for kind in ("learning", "story", "outcome", "decision"):
        seat.do(WriteCapture(Words(kind=kind, text=f"our {kind}", by="ben")), after_seconds=1)
    hidden = (
        Words(kind="learning", text="stays", audience="room"),
        Words(kind="note", text="only us", audience="facilitators"),
        Words(kind="quote", text="not yet", by="ben"),
        Words(kind="feedback", text="too long", by="ben"),
        Words(kind="action", text="to do", owners=("ben",)),
    )
    for one in hidden:
        seat.do(WriteCapture(one), after_seconds=1)
    seat.do(EndSession(), after_seconds=60)
    session: Session = seat.session
    made = chronicle(seat.meeting.community, [learned(session)], [digest(session)], "UTC", NOW)
    (chapter,) = made.chapters
    assert [one.text for one in chapter.sayings] == ["our learning", "our story", "our outcome", "our decision"]
    assert made.voices == ("Ben",)
    assert chapter.talks == (Talk(title="Case", names=("Amina",)),)
    assert not any(one.text in repr(made) for one in hidden)


def test_rules_grow_by_session_and_by_day() -> None:
    history = (
        RulesAsOf(at=START, rules=("a",)),
        RulesAsOf(at=START + MINUTE, rules=("a", "b")),
        RulesAsOf(at=START + DAY, rules=("a", "b", "c c c c"), session="s1"),
        RulesAsOf(at=START + DAY + MINUTE, rules=("a", "c c c d"), session="s1"),
        RulesAsOf(at=START + 2 * DAY, rules=("a", "c c c d", "x"), session="s2"),
        RulesAsOf(at=START + 2 * DAY + MINUTE, rules=("a", "c c c d"), session="s2"),
    )
    steps = rules_steps(history, UTC)
    assert [one.session for one in steps] == ["", "s1"], "what came to nothing is no step"
    assert steps[0].changes == (RuleChange("new", "a"), RuleChange("new", "b"))
    assert steps[1].changes == (RuleChange("new", "c c c d"), RuleChange("dropped", "b"))


ONES = st.builds(
    words,
    st.text(min_size=1, max_size=8),
    st.sampled_from(LEARNED),
    by=st.sampled_from(["", "amina", "ben", "gone", "elsewhere"]),
)


@given(st.lists(st.lists(ONES, max_size=4), max_size=6))
def test_nothing_that_is_kept_is_lost_and_nobody_forgotten_is_named(kept: list[list[LearnedWords]]) -> None:
    sessions = [left(f"s{day}", day, *some) for day, some in enumerate(kept)]
    made = told(*sessions)
    assert [one.text for chapter in made.chapters for one in chapter.sayings] == [
        one.text for some in kept for one in some
    ]
    names = {name for chapter in made.chapters for one in chapter.sayings for name in one.names}
    assert names == set(made.voices)
    assert names <= {"Amina", "Ben"}
