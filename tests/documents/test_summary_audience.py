"""Who may see what: canaries in every private place, looked for in every form, for every reader.

The table below is the design's, written out once more, so that a change to `core.audience` alone is noticed here.
"""

import itertools
import json
from functools import cache
from typing import get_args

import pytest

from lcterm.core import audience
from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.audience import Matter
from lcterm.core.community_events import ActionSettled, CharterAnswered, RulesAgreed
from lcterm.core.events import Audience as CaptureAudience
from lcterm.core.events import CaptureKind, CaptureReleased, FloorGiven, HandRaised, QuoteAgreed
from lcterm.documents import summary_captures
from lcterm.documents.summary import Summary, summary
from lcterm.documents.summary_html import html
from lcterm.documents.summary_json import as_json
from lcterm.documents.summary_markdown import markdown
from lcterm.documents.summary_parts import Audience
from lcterm.documents.summary_text import text
from tests.documents.befores import held_before
from tests.documents.meetings import PEOPLE, POINTS, RULES, Book, at, closed, in_discussion

KINDS: tuple[CaptureKind, ...] = get_args(CaptureKind)
AUDIENCES: tuple[CaptureAudience, ...] = get_args(CaptureAudience)
READERS: tuple[Audience, ...] = get_args(Audience)
FORMS = (markdown, text, html, as_json)


def canary(kind: str, for_whom: str, *, agreed: bool = False, released: bool = False) -> str:
    return f"canary{kind}for{for_whom}{'yes' if agreed else ''}{'released' if released else ''}x"


@cache
def aviary() -> Book:
    """A session with a canary for every kind, audience and state of a capture, and in every other place where words
    live."""
    point = PlannedPoint(
        id="p1", title="Talk", minutes=60, mode="queue", notes=("canaryprompt",), question="canarytopic"
    )
    book = Book({**PEOPLE, "Canaryowner": ("member",)}, (point,), rules=RULES)
    book.begin(0)
    for kind, for_whom, agreed, released in itertools.product(KINDS, AUDIENCES, (False, True), (False, True)):
        to, words = "grace" if for_whom == "other" else "", canary(kind, for_whom, agreed=agreed, released=released)
        written = book.write(1, kind, words, audience=for_whom, to=to, by="amina", owners=("canaryowner",))
        book.add(1, QuoteAgreed(capture=written, agreed=agreed))
        book.add(1, CaptureReleased(capture=written, released=released))
    for minute in (2, 8, 14):
        book.talk("grace", minute, 6)
    book.talk("amina", 22, 1)
    book.add(32, HandRaised(person="ben", hand="question"))
    book.add(33, FloorGiven(person="chidi"))
    return book


def forms(book: Book, reader: Audience) -> list[str]:
    held = summary(book.meeting, at(40), reader)
    return [form(held) for form in FORMS]


@cache
def written(reader: Audience) -> list[str]:
    return forms(aviary(), reader)


def group_may_read(kind: CaptureKind, for_whom: CaptureAudience, agreed: bool) -> bool:
    """The design's table, column "group summary"."""
    return kind != "note" and for_whom in ("group", "sponsor", "other") and (agreed or kind != "quote")


def sponsor_may_read(kind: CaptureKind, for_whom: CaptureAudience, agreed: bool, released: bool) -> bool:
    """The design's table, column "sponsor summary"."""
    return kind != "note" and for_whom == "sponsor" and released and (agreed or kind != "quote")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("for_whom", AUDIENCES)
def test_every_kind_for_every_audience(kind: CaptureKind, for_whom: CaptureAudience) -> None:
    for agreed, released in itertools.product((False, True), (False, True)):
        word = canary(kind, for_whom, agreed=agreed, released=released)
        for reader, may in (
            ("group", group_may_read(kind, for_whom, agreed)),
            ("sponsor", sponsor_may_read(kind, for_whom, agreed, released)),
            ("facilitators", True),
        ):
            assert [word in form for form in written(reader)] == [may] * 4, (reader, word)


@pytest.mark.parametrize(
    "name", [*PEOPLE, "Canaryowner", "14:00", "Talk", *RULES, "Agenda", "owner", "once we", "also for"]
)
def test_the_sponsor_gets_neither_names_nor_points_nor_rules(name: str) -> None:
    plain, wrapped, page, told = written("sponsor")
    assert not [form for form in (plain, wrapped, page.split("</style>")[1]) if name in form]
    assert name not in json.loads(told)["title"] + json.dumps(json.loads(told)["captures"]).replace('"owners": []', "")


@pytest.mark.parametrize("word", ["canaryprompt", "canarytopic", "laptop", "writer"])
@pytest.mark.parametrize("reader", READERS)
def test_prompts_devices_and_inner_ids_go_to_nobody(word: str, reader: Audience) -> None:
    assert not [form for form in written(reader) if word in form]


VOICES = ("turn", "share", "evenness", "quiet", "dominant", "not heard", "balanced", "%", "uncounted", "comparison")
FLOOR = ("has the floor", "queue", "hand", "speaking")


@pytest.mark.parametrize("word", VOICES)
@pytest.mark.parametrize("reader", ["group", "sponsor"])
def test_no_figure_or_mark_of_a_voice_reaches_others(word: str, reader: Audience) -> None:
    for book in (aviary(), closed(), in_discussion()):
        told = [form.split("</style>")[-1] for form in forms(book, reader)]
        assert not [form for form in told if word in form.casefold()]


@pytest.mark.parametrize("word", ["3 turns", "evenness", "quiet", "dominant", "not heard", "comparison"])
def test_figures_and_marks_reach_the_facilitators(word: str) -> None:
    marked, plain, *_ = written("facilitators")
    assert word in marked.casefold()
    assert word in " ".join(plain.casefold().split())


@pytest.mark.parametrize("word", FLOOR)
def test_who_has_the_floor_stands_in_no_groups_summary(word: str) -> None:
    assert not [form for reader in ("group", "sponsor") for form in written(reader) if word in form.casefold()]


def test_names_do_not_stand_beside_feedback() -> None:
    book = Book({"Amina": ("member",), "Nightingale": ("member",)}, (PlannedPoint(id="p1", title="Talk", minutes=60),))
    book.begin(0)
    book.write(1, "feedback", "It was long", owners=("nightingale",), by="nightingale", audience="other", to="amina")
    for form in forms(book, "group"):
        assert "it was long" in form.casefold()
        beside = form.casefold().split("feedback", 1)[1]
        assert "nightingale" not in beside
        assert "amina" not in beside
    assert all("Nightingale" in form.split("It was long")[1] for form in forms(book, "facilitators"))


def test_a_sentence_taken_down_for_somebody_names_them_where_names_may_stand() -> None:
    book = Book({**PEOPLE, "Nightingale": ("member",)}, POINTS)
    book.begin(0)
    said = book.write(1, "learning", "Say it early", by="nightingale", audience="sponsor")
    book.write(2, "action", "Call the council", by="nightingale")
    book.write(3, "action", "Bring the letters", by="nightingale", owners=("amina",))
    book.write(4, "note", "Seemed tired", by="nightingale", audience="facilitators")
    book.add(5, CaptureReleased(capture=said))
    plain, wrapped, *_ = forms(book, "group")
    assert "Say it early (Nightingale" in plain
    assert "Call the council (Nightingale; no owner yet)" in wrapped.replace("\n", " ")
    assert "Bring the letters (Amina)" in plain, "who is named beside an owner would seem to own it too"
    assert not [form for form in forms(book, "sponsor") if "Nightingale" in form]
    assert "Seemed tired" not in plain


def test_a_quote_is_marked_as_held_back() -> None:
    for form in written("facilitators"):
        assert form.index("Quotes, held back until the people agree") < form.index(canary("quote", "group"))


# ── Every line is asked for ─────────────────────────────────────────────────────────────────────────────────────

FIELDS: dict[Matter, tuple[str, ...]] = {
    "points and clock": ("planned_start", "planned_end", "started", "ended", "agenda"),
    "names present": ("here", "away", "became"),
    "rules": ("rules", "rules_changed"),
    "charter": ("notes_go_to",),
    "day": ("day",),
    "headcount": ("headcount",),
    "next time": ("next_session",),
    "voices": ("voices",),
}


FOLLOWING = Book(PEOPLE, POINTS, id="2027-01-12-aaaa").meeting.session
BEFORE = (held_before("Call the council", "amina"),)
AROUND = FOLLOWING, BEFORE


def settled() -> Book:
    """The closed session, in which the rules changed, of a community with something in its charter."""
    book = closed()
    book.of_community(40, RulesAgreed(rules=(*RULES, "Phones stay in the bag"), session=book.meeting.session.id))
    book.of_community(41, CharterAnswered(topic="notes", choice="members"))
    book.of_community(42, ActionSettled(session=BEFORE[0].session, capture=BEFORE[0].actions[0].id, state="done"))
    return book


def emptied(held: Summary) -> set[str]:
    return {name for name in held.__struct_fields__ if not getattr(held, name)}


@pytest.mark.parametrize("matter", FIELDS)
def test_what_the_table_does_not_grant_is_not_there(matter: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    full = summary(settled().meeting, at(80), "facilitators", *AROUND)
    assert emptied(full) == set()
    monkeypatch.setitem(audience.GRANTED, matter, frozenset())
    held = summary(settled().meeting, at(80), "facilitators", *AROUND)
    assert emptied(held) == set(FIELDS[matter])
    assert all(form(held) for form in FORMS)


def test_without_presenters_there_are_none_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(audience.GRANTED, "presenters", frozenset())
    held = summary(closed().meeting, at(80), "group", *AROUND)
    assert not [point for point in held.agenda if point.presenters]
    assert held.next_session is not None
    assert not held.next_session.presenters


def test_a_capture_that_may_not_be_read_is_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summary_captures, "readable", lambda reader, session: [])
    held = summary(settled().meeting, at(80), "facilitators", *AROUND)
    assert emptied(held) == {"captures", "next_time", "kept_back"}  # of other sessions a digest tells


# ── What a charter says yes to ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("choice", "shown"), [("", False), ("no", False), ("yes", True)])
def test_names_go_to_the_sponsor_only_with_the_charters_yes(choice: str, shown: bool) -> None:
    book = aviary.__wrapped__()
    book.of_community(2, CharterAnswered(topic="names", choice=choice))
    book.write(3, "feedback", "canaryunnamed", audience="sponsor", by="amina")
    for form in forms(book, "sponsor"):
        assert ("Canaryowner" in form) is shown
        assert canary("learning", "sponsor", released=True) in form
        for hidden in ("canarytopic", "canaryprompt", "Grace", "Chidi", '"point":"Talk"'):
            assert hidden not in form
    held = summary(book.meeting, at(40), "sponsor")
    assert all(item.at is None and item.point is None for part in held.captures for item in part.items)
    assert all(not item.by for part in held.captures for item in part.items if item.kind == "feedback")
