"""What leaves with a session: the same session, without notes, words that were taken back, dropped or mended."""

import msgspec
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from lcterm.core import fold
from lcterm.core.commands import (
    AgreeQuote,
    DropCapture,
    EditCapture,
    PassFacilitation,
    StartSession,
    StrikeCapture,
    Undo,
    WriteCapture,
)
from lcterm.core.events import NamesTakenOut, SessionEvent, Words
from lcterm.core.facts import Fact
from lcterm.core.log import Log
from lcterm.core.person_ids import OF_PEOPLE, people_in, with_people
from lcterm.core.session import Session
from lcterm.core.session_leaving import going_along, leaving
from tests.core.builder import Table, action, learning
from tests.core.wishes import Wish, held, sessions


def folded(facts: list[Fact]) -> Session:
    log = Log(Session(id="session"), fold.apply)
    log.add(facts)
    return log.state


def without_captures(session: Session) -> Session:
    """All but captures; the end of a decision may bring one that stays."""
    return replace(session, captures={})


def text_of(facts: list[Fact]) -> str:
    return msgspec.json.encode([fact.event for fact in facts]).decode()


def out(table: Table) -> list[Fact]:
    return leaving(table.log.facts, table.session)


def begun() -> Table:
    table = Table(roles={"Amina": ("facilitator",)})
    table.do(StartSession())
    return table


@settings(deadline=None)
@given(sessions)
def test_it_is_the_same_session_but_for_what_stays_and_twice_is_once(session: list[Wish]) -> None:
    table = held(session)
    facts = out(table)
    after = folded(facts)
    assert without_captures(after).alike(without_captures(table.session))
    assert [one.id for one in after.captures.values()] == [one.id for one in going_along(table.session)]
    assert list(after.captures.values()) == going_along(table.session)
    assert leaving(facts, after) == facts


def test_notes_stay() -> None:
    table = begun()
    note = Words(kind="note", text="Ben was tired", audience="facilitators")
    table.do(WriteCapture(note))
    table.do(WriteCapture(learning("Early")))
    assert "tired" not in text_of(out(table))
    assert "Early" in text_of(out(table))


def test_what_was_a_note_or_said_otherwise_before_stays_in_its_last_wording_alone() -> None:
    table = begun()
    table.do(WriteCapture(Words(kind="note", text="Tell them about Mrs Example", audience="facilitators")))
    id = next(iter(table.session.captures))
    table.do(EditCapture(id, learning("Tell them about her")))
    table.do(EditCapture(id, learning("Say it early")))
    assert "Example" not in text_of(out(table))
    assert "about her" not in text_of(out(table))
    assert folded(out(table)).captures == table.session.captures


def test_what_was_taken_back_dropped_and_struck_stays() -> None:
    table = begun()
    for text in ("taken", "dropped", "struck"):
        table.do(WriteCapture(learning(text)))
        id = list(table.session.captures)[-1]
        if text != "struck":
            table.do(Undo() if text == "taken" else DropCapture(id))
        else:
            table.do(StrikeCapture(id))
    told = text_of(out(table))
    assert not any(text in told for text in ("taken", "dropped", '"struck"'))


def test_a_yes_to_other_words_is_none() -> None:
    table = begun()
    table.do(WriteCapture(Words(kind="quote", text="one", by="ben")))
    id = next(iter(table.session.captures))
    table.do(AgreeQuote(id))
    table.do(EditCapture(id, Words(kind="quote", text="two", by="ben")))
    assert folded(out(table)).captures[id].agreed is table.session.captures[id].agreed is False


def test_a_note_of_the_first_seat_stays_after_a_hand_over() -> None:
    table = begun()
    table.do(WriteCapture(Words(kind="note", text="mine", audience="facilitators")))
    table.do(PassFacilitation("ben"))
    assert "mine" not in text_of(out(table))


# ── The ids of people ───────────────────────────────────────────────────────────────────────────────────────────────

NOBODY = frozenset(
    (
        *("community", "title", "zone", "template", "id", "notes", "question", "section", "session", "point", "next"),
        *("to", "before", "badge", "turn", "after", "capture", "wording", "also", "deciding", "text", "instead"),
        *("suggestion", "recording", "label", "writer", "captures", "path", "item", "due"),
    )
)
"""Fields with texts and ids of other things, in every struct in which they are not told to hold people."""


def structs(kind: object) -> dict[str, list[str]]:
    """Every struct within these events, and its fields that hold text."""
    found: dict[str, list[str]] = {}

    def look(type: msgspec.inspect.Type) -> None:
        match type:
            case msgspec.inspect.UnionType(types=types) | msgspec.inspect.TupleType(item_types=types):
                for one in types:
                    look(one)
            case msgspec.inspect.VarTupleType(item_type=item):
                look(item)
            case msgspec.inspect.StructType(cls=cls, fields=fields) if cls.__name__ not in found:
                found[cls.__name__] = [field.name for field in fields if holds_text(field.type)]
                for field in fields:
                    look(field.type)
            case _:
                pass

    look(msgspec.inspect.type_info(kind))
    return found


def holds_text(type: msgspec.inspect.Type) -> bool:
    match type:
        case msgspec.inspect.StrType():
            return True
        case msgspec.inspect.VarTupleType(item_type=item):
            return holds_text(item)
        case msgspec.inspect.UnionType(types=types) | msgspec.inspect.TupleType(item_types=types):
            return any(map(holds_text, types))
        case _:
            return False


def test_of_every_field_it_is_known_whether_it_holds_people() -> None:
    known = structs(SessionEvent | NamesTakenOut)
    assert set(OF_PEOPLE) <= set(known)
    for struct, fields in known.items():
        theirs = OF_PEOPLE.get(struct, frozenset())
        assert theirs <= set(fields), struct
        assert set(fields) - theirs - {"person"} <= NOBODY, f"{struct}: does it name people? say so in person_ids"


def test_people_are_found_and_renamed_and_nothing_else_is() -> None:
    table = begun()
    table.do(WriteCapture(action("ben", "ben", "chidi")))
    event = table.log.facts[-1].event
    assert people_in(event) == {"ben", "chidi"}
    renamed = with_people(event, {"ben": "b2", "nobody": "x"})
    assert people_in(renamed) == {"b2", "chidi"}
    assert text_of([replace(table.log.facts[-1], event=renamed)]).count('"ben"') == 1, "the words stay"
    assert with_people(event, {"dorota": "d"}) is event


@pytest.mark.parametrize("name", ["Amina", "Ben"])
def test_a_whole_session_with_others_is_the_same_session(name: str) -> None:
    table = begun()
    table.speak("ben", 20)
    table.speak("amina", 10)
    ids = {name.lower(): "new"}
    facts = [replace(fact, event=with_people(fact.event, ids)) for fact in table.log.facts]
    voices = folded(facts).voices
    assert voices["new"].spoken == table.session.voices[name.lower()].spoken
    assert name.lower() not in voices
