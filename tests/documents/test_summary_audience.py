"""Who may see what: canaries in every private place, looked for in every form, for every reader.

The table below is the design's, written out once more, so that a change to `core.audience` alone is noticed here.
"""

import itertools
from typing import get_args

import pytest

from lcterm.core import audience
from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.audience import Matter
from lcterm.core.events import Audience as CaptureAudience
from lcterm.core.events import CaptureKind, FloorGiven, HandRaised
from lcterm.documents import summary_captures
from lcterm.documents.summary import Summary, as_json, markdown, summary, text
from lcterm.documents.summary_parts import Audience
from tests.documents.meetings import PEOPLE, RULES, Book, at, closed, in_discussion

KINDS: tuple[CaptureKind, ...] = get_args(CaptureKind)
AUDIENCES: tuple[CaptureAudience, ...] = get_args(CaptureAudience)
READERS: tuple[Audience, ...] = get_args(Audience)
FORMS = (markdown, text, as_json)


def canary(kind: str, for_whom: str) -> str:
    return f"canary{kind}for{for_whom}x"


def aviary() -> Book:
    """A session with a canary for every kind and audience of a capture, and in every other place where words live."""
    point = PlannedPoint(
        id="p1", title="Talk", minutes=60, mode="queue", notes=("canaryprompt",), question="canarytopic"
    )
    book = Book({**PEOPLE, "Canaryowner": ("member",)}, (point,), rules=RULES)
    book.begin(0)
    for kind, for_whom in itertools.product(KINDS, AUDIENCES):
        to = "grace" if for_whom == "other" else ""
        book.write(1, kind, canary(kind, for_whom), audience=for_whom, to=to, by="amina")
    for minute in (2, 8, 14):
        book.talk("grace", minute, 6)
    book.talk("amina", 22, 1)
    book.add(32, HandRaised(person="ben", hand="question"))
    book.add(33, FloorGiven(person="chidi"))
    return book


def forms(book: Book, reader: Audience) -> list[str]:
    held = summary(book.meeting, at(40), reader)
    return [form(held) for form in FORMS]


def group_may_read(kind: CaptureKind, for_whom: CaptureAudience) -> bool:
    """The design's table, column "group summary"."""
    return kind not in ("note", "quote") and for_whom in ("group", "sponsor", "other")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("for_whom", AUDIENCES)
def test_every_kind_for_every_audience(kind: CaptureKind, for_whom: CaptureAudience) -> None:
    book = aviary()
    word = canary(kind, for_whom)
    assert [word in form for form in forms(book, "group")] == [group_may_read(kind, for_whom)] * 3
    assert [word in form for form in forms(book, "facilitators")] == [True] * 3


@pytest.mark.parametrize("word", ["canaryprompt", "canarytopic", "laptop", "writer"])
@pytest.mark.parametrize("reader", READERS)
def test_prompts_devices_and_inner_ids_go_to_nobody(word: str, reader: Audience) -> None:
    assert not [form for form in forms(aviary(), reader) if word in form]


VOICES = ("turn", "share", "evenness", "quiet", "dominant", "not heard", "balanced", "%", "uncounted", "comparison")
FLOOR = ("has the floor", "queue", "hand", "speaking")


@pytest.mark.parametrize("word", VOICES)
def test_no_figure_or_mark_of_a_voice_reaches_the_group(word: str) -> None:
    for book in (aviary(), closed(), in_discussion()):
        assert not [form for form in forms(book, "group") if word in form.casefold()]


@pytest.mark.parametrize("word", ["3 turns", "evenness", "quiet", "dominant", "not heard", "comparison"])
def test_figures_and_marks_reach_the_facilitators(word: str) -> None:
    written, plain, _ = forms(aviary(), "facilitators")
    assert word in written.casefold()
    assert word in " ".join(plain.casefold().split())


@pytest.mark.parametrize("word", FLOOR)
def test_who_has_the_floor_stands_in_no_groups_summary(word: str) -> None:
    assert not [form for form in forms(aviary(), "group") if word in form.casefold()]


def test_names_do_not_stand_beside_feedback() -> None:
    book = Book({"Amina": ("member",), "Nightingale": ("member",)}, (PlannedPoint(id="p1", title="Talk", minutes=60),))
    book.begin(0)
    book.write(1, "feedback", "It was long", owners=("nightingale",), by="nightingale", audience="other", to="amina")
    for form in forms(book, "group"):
        beside = form.casefold().split("feedback", 1)[1]
        assert "nightingale" not in beside
        assert "amina" not in beside
        assert "it was long" in beside
    assert all("Nightingale" in form.split("It was long")[1] for form in forms(book, "facilitators"))


def test_a_quote_is_marked_as_held_back() -> None:
    for form in forms(aviary(), "facilitators"):
        assert form.index("Quotes, held back until the people agree") < form.index(canary("quote", "group"))


# ── Every line is asked for ─────────────────────────────────────────────────────────────────────────────────────

FIELDS: dict[Matter, tuple[str, ...]] = {
    "points and clock": ("planned_start", "planned_end", "started", "ended", "agenda"),
    "names present": ("here", "away"),
    "rules": ("rules",),
    "next time": ("next_time",),
    "voices": ("voices",),
}


def emptied(held: Summary) -> set[str]:
    return {name for name in held.__struct_fields__ if not getattr(held, name)}


@pytest.mark.parametrize("matter", FIELDS)
def test_what_the_table_does_not_grant_is_not_there(matter: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    full = summary(closed().meeting, at(80), "facilitators")
    assert emptied(full) == set()
    monkeypatch.setitem(audience.GRANTED, matter, frozenset())
    held = summary(closed().meeting, at(80), "facilitators")
    assert emptied(held) == set(FIELDS[matter])
    assert all(form(held) for form in FORMS)


def test_without_names_no_presenter_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(audience.GRANTED, "names present", frozenset())
    held = summary(closed().meeting, at(80), "group")
    assert not [point for point in held.agenda if point.presenters]


def test_a_capture_that_may_not_be_read_is_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summary_captures, "may_read", lambda reader, capture: False)
    held = summary(closed().meeting, at(80), "facilitators")
    assert emptied(held) == {"captures", "next_time", "kept_back"}
