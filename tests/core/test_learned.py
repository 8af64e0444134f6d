"""What a session left beyond its tasks: what the group may read of it, and nothing else."""

import msgspec
import pytest

from lcterm.core.commands import AgreeQuote, DropCapture, StartSession, StrikeCapture, WriteCapture
from lcterm.core.events import Words
from lcterm.core.learned import LEARNED, Learned, learned
from tests.core.builder import START, Table

CANARY = "Zanzibar"


def table(*words: Words) -> Table:
    seat = Table(agenda=(("Who is here", 5, "round"), ("Discussion", 30, "queue")))
    seat.do(StartSession())
    for one in words:
        seat.do(WriteCapture(one), after_seconds=1)
    return seat


def ids(seat: Table) -> list[str]:
    return list(seat.session.captures)


def test_each_kind_with_its_point_and_whose_words_it_is() -> None:
    seat = table(*(Words(kind=kind, text=f"A {kind}", by="ben") for kind in LEARNED if kind != "quote"))
    made = learned(seat.session)
    assert (made.session, made.title, made.began, made.status) == (seat.session.id, "Session 7", START, "running")
    assert [(one.kind, one.text, one.point, one.by) for one in made.kept] == [
        (kind, f"A {kind}", "Who is here", "ben") for kind in LEARNED if kind != "quote"
    ]
    assert [one.id for one in made.kept] == ids(seat)


def test_a_quote_comes_with_the_yes_and_goes_with_it() -> None:
    seat = table(Words(kind="quote", text=CANARY, by="ben"))
    assert learned(seat.session).kept == ()
    seat.do(AgreeQuote(ids(seat)[0]))
    assert [(one.text, one.by) for one in learned(seat.session).kept] == [(CANARY, "ben")]
    seat.do(AgreeQuote(ids(seat)[0], False))
    assert learned(seat.session).kept == ()


@pytest.mark.parametrize(
    "words",
    [
        *(Words(kind=kind, text=CANARY, audience="room") for kind in LEARNED),
        Words(kind="note", text=CANARY, audience="facilitators"),
        Words(kind="feedback", text=CANARY),
        Words(kind="action", text=CANARY),
    ],
    ids=lambda words: f"{words.kind}-{words.audience}",
)
def test_what_it_never_holds(words: Words) -> None:
    assert CANARY not in stored(learned(table(words).session))


@pytest.mark.parametrize("command", [StrikeCapture, DropCapture])
def test_what_was_struck_or_dropped_is_not_there(command: type[StrikeCapture]) -> None:
    seat = table(Words(kind="story", text=CANARY))
    assert CANARY in stored(learned(seat.session)), "else this proves nothing"
    seat.do(command(ids(seat)[0]))
    assert CANARY not in stored(learned(seat.session))


def test_it_reads_back_as_it_was() -> None:
    made = learned(table(Words(kind="decision", text="Meet earlier", owners=("ben",))).session)
    assert msgspec.json.decode(msgspec.json.encode(made), type=Learned) == made


def stored(value: object) -> str:
    return msgspec.json.encode(value).decode()
