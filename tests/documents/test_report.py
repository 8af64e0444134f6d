"""The report in words: what it says, what it never says, and that its three forms say the same."""

import itertools
import json
from typing import get_args

import pytest
from msgspec.structs import replace

from lcterm.core.community_events import CharterAnswered
from lcterm.core.digest import Digest, digest
from lcterm.core.events import Audience, CaptureKind, CaptureReleased, QuoteAgreed
from lcterm.core.next_time import NextTime
from lcterm.core.report import Report, report
from lcterm.documents.report_html import NO_BREAK, report_html
from lcterm.documents.report_json import report_json
from lcterm.documents.report_signals import listed
from lcterm.documents.report_text import report_text
from lcterm.documents.report_words import LINES
from lcterm.documents.wrapping import cells
from tests.core.counting import at, circle, held, kept, planned, point, voice
from tests.documents.meetings import MEMBER, PEOPLE, POINTS, Book, closed
from tests.documents.meetings import at as minutes

KINDS: tuple[CaptureKind, ...] = get_args(CaptureKind)
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
VERDICTS = ("bad", "poor", "warning", "alarm", "should", "must", "fail", "score", "too few", "declin", "problem")


def forms(made: Report) -> list[str]:
    page = report_html(made).split("</style>")[1].replace(NO_BREAK, " ")
    return [" ".join(report_text(made).split()), page, report_json(made)]


def fallen() -> list[Digest]:
    """Six sessions in which every figure moved, a year and a half after the design session."""
    acts = tuple(kept(f"k{number}") for number in range(3))
    missing = (point("How it was"), point("Case", "presenter", "a"))
    return [
        held(0, "abcde", template="design", title="The design session", feedback=("One", "Two"), actions=acts),
        held(100, "abcd", "e", presented="ab", feedback=("Three",)),
        held(200, "abcd", "e", feedback=("Four",)),
        held(300, "ab", "cde", unreached=missing),
        held(400, "a", "bcde", unreached=missing),
        held(500, "ab", "cde", feedback=("Five",), voices=(voice("a", 90), voice("b", 30))),
    ]


def all_signs(**choices: str) -> Report:
    return report(circle(**choices), fallen(), at(560))


def test_sessions_of_one_day_have_no_days_between_them() -> None:
    told = report_text(report(circle(), [held(0), held(0.2)], at(1)))
    assert "Tue 6 Jan 2026: 2 sessions held." in told
    assert "Usually" not in told


def test_open_actions_beyond_their_date_are_said_to_be_late() -> None:
    acts = (replace(kept("k"), due="2026-01-07"), kept("l"))
    told = report_text(report(circle(actions="yes"), [held(0, actions=acts)], at(3)))
    assert "2 open. Of those not done, 1 is late." in " ".join(told.split())


def test_it_says_what_was_counted() -> None:
    told = " ".join(report_text(all_signs()).split())
    assert "Tue 6 Jan 2026 to Fri 21 May 2027: 6 sessions held." in told
    assert "Usually 100 days from one session to the next." in told
    assert "day 100: 4 of 5 came; Member A and Member B presented; 1 sentence of feedback" in told
    assert "Member A: once, on Thu 16 Apr 2026" in told
    assert "Not so far: Member C, Member D and Member E" in told
    assert "5 sentences in all, none with a name. - The latest, of Fri 21 May 2027: - “Five”" in told


def test_every_sign_has_its_figures_and_its_questions() -> None:
    told = " ".join(report_text(all_signs(actions="yes")).split())
    for sentence in (
        "The latest 3 sessions: 2, 1 and 2 came; the 3 before: 5, 4 and 4.",
        "Nobody is named yet as presenting next time.",
        "Of the latest 6 sessions 5 had no presentation; 2 presentations on the agenda were not held.",
        "Sentences in the latest 3 sessions: 0, 0 and 1; in the 3 before: 2, 1 and 1.",
        "The design session, on Tue 6 Jan 2026, 560 days ago; 5 sessions held since.",
        "In the latest 6 sessions: 4 points were not held. - How it was: 2 times - Case: 2 times",
        "Taken on before the latest 3 sessions: 3 actions; still open: 3.",
        "3 members have come to none of the latest 3 sessions: Member C, Member D and Member E.",
        "3 written down: 0 done, 0 dropped, 0 still going, 3 open.",
    ):
        assert sentence in told, sentence
    assert "Some figures have changed, and a refresh may be worth talking about" in told
    record = json.loads(report_json(all_signs(actions="yes")))
    assert len(record["signals"]) == 7
    assert all(one["questions"] and one["says"] for one in record["signals"])
    assert told.count("To ask: ") == sum(len(one["questions"]) for one in record["signals"])


def test_where_figures_have_not_moved_nothing_is_asked() -> None:
    known = [held(day, "abc", presented="a", feedback=("Good",)) for day in range(0, 70, 10)]
    made = report(circle("abc"), known, at(80), NextTime(presenters=("b",)))
    told = report_text(made)
    assert "To ask" not in told
    assert "refresh may be" not in told
    assert "Looked at as well" in told
    assert [one["questions"] for one in json.loads(report_json(made))["signals"]] == [[]] * 6


@pytest.mark.parametrize("word", VERDICTS)
def test_there_is_no_verdict(word: str) -> None:
    assert not [form for form in forms(all_signs(actions="yes", voices="yes")) if word in form.casefold()]


def test_who_stays_away_is_named_in_a_facilitators_own_text_alone() -> None:
    made = all_signs()
    text, page, record = forms(made)
    assert "Member E" in text.split("come to none")[1]
    assert "Member E" not in page.split("come to none")[1]
    assert "Member E" not in json.dumps(json.loads(record)["signals"])
    assert "Member E" not in report_text(made, named=False).split("come to none")[1]


# ── What the charter says ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("choice", ["", "no", "yes"])
def test_voices_and_actions_stand_in_it_only_with_a_yes(choice: str) -> None:
    choices = {"voices": choice, "actions": choice, "keeping": "group"} if choice else {}
    text, page, record = forms(all_signs(**choices))
    yes = choice == "yes"
    for form in (text, page):
        assert ("75 % of the talk, even would be 50 %" in form) is yes
        assert ("3 written down" in form) is yes
        assert ("Voices over sessions are not counted: the group has not said yes to it." in form) is not yes
        assert ("What became of actions is not counted: the group has not said yes to it." in form) is not yes
    read = json.loads(record)
    assert (read["voices"] is not None, read["actions"] is not None) == (yes, yes)
    assert read["not_allowed"] == ([] if yes else ["actions", "voices"])
    assert ("share" in record) is yes


def test_a_year_is_taken_and_said_where_nobody_said_for_how_long() -> None:
    told = " ".join(report_text(all_signs(voices="yes")).split())
    assert "Nothing older than a year is counted, until the group says how long things are kept." in told


# ── Canaries ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_only_feedback_for_the_group_is_quoted_and_nobody_with_it() -> None:
    book = Book({**PEOPLE, "Canaryowner": MEMBER}, POINTS)
    book.begin(0)
    for kind, for_whom, yes in itertools.product(KINDS, AUDIENCES, (False, True)):
        words = f"canary{kind}for{for_whom}{'yes' if yes else ''}x"
        to = "grace" if for_whom == "other" else ""
        id = book.write(1, kind, words, audience=for_whom, to=to, by="canaryowner", owners=("canaryowner",))
        book.add(1, QuoteAgreed(capture=id, agreed=yes))
        book.add(1, CaptureReleased(capture=id, released=yes))
    for topic in ("actions", "voices", "names", "owners", "transcripts"):
        book.of_community(2, CharterAnswered(topic=topic, choice="yes"))
    while book.meeting.session.status != "closed":
        book.next(30)
    made = report(book.meeting.community, [digest(book.meeting.session, voices=True)], minutes(600))
    allowed = {f"canaryfeedbackfor{one}" for one in ("group", "sponsor", "other")}
    for form in forms(made):
        found = {
            word for word in form.replace('"', " ").replace("”", " ").replace("“", " ").split() if "canary" in word
        }
        assert {word.removesuffix("x").removesuffix("yes") for word in found} == allowed
        assert "Canaryowner" not in form.split("sentence")[-1].split("]")[0]


def test_what_was_odd_is_said() -> None:
    known = [
        held(0, "ab", id="x"),
        held(0.01, "c", id="y"),
        held(7, status="running"),
        held(14, recorded=True),
        held(21, planned_for=40),
        held(28),
        planned(60, "p"),
        planned(60.01, "q"),
        held(56, status="running", title="today"),
    ]
    told = " ".join(report_text(report(circle(), known, at(56.1), unread=2)).split())
    for sentence in (
        "day 0, Tue 6 Jan 2026: two logs of it were kept; counted once, whoever is in either came.",
        "day 7, Tue 13 Jan 2026: it was never ended; counted as held.",
        "day 14, Tue 20 Jan 2026: from a recording alone: all on its list count as there, nobody as presenting.",
        "day 28, Tue 3 Feb 2026: held later than one that was planned for after it; counted on its own day.",
        "day 60, Sat 7 Mar 2026: planned more than once; counted once.",
        "today is under way and not counted yet.",
        "2 logs of sessions have no plan, or could not be read",
        "5 sessions held, 1 planned, 1 under way.",
    ):
        assert sentence in told, sentence


def test_a_recording_does_not_say_that_every_point_was_held() -> None:
    told = " ".join(report_text(report(circle(), [held(0, recorded=True)], at(10))).split())
    assert "every point was held" not in told
    assert "None of the latest sessions was run here, so it is not known which points were held." in told


# ── Form ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_of_many_sessions_the_latest_stand_in_a_line_and_the_rest_by_year() -> None:
    known = [held(30 * place, "abc" if place % 2 else "ab") for place in range(40)]
    told = report_text(report(circle("abc"), known, at(1300)))
    assert told.count("of 3 came") + told.count("of 2 came") == LINES
    assert "- 2026: 12 sessions more, 2 to 3 came" in told
    assert "- 2028: 3 sessions more" in told


def test_no_line_is_wider_than_it_may_be() -> None:
    assert max(map(cells, report_text(all_signs(voices="yes", actions="yes")).splitlines())) <= 72
    assert max(map(cells, report_text(all_signs(voices="yes", actions="yes"), width=58).splitlines())) <= 58


def test_a_real_session_and_none_at_all() -> None:
    book = closed()
    made = report(book.meeting.community, [digest(book.meeting.session)], minutes(600))
    told = " ".join(report_text(made).split())
    assert "The latest session had a presentation." in told
    assert "5 of 6 came; Ben presented; 1 sentence of feedback" in told
    assert "No session has been held yet, 1 planned." in report_text(report(circle(), [planned(7)], at(0)))


def test_things_are_listed_as_people_say_them() -> None:
    assert [listed(things) for things in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
