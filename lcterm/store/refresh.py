"""What comes with the program for a refresh: the questions beside each sign, and what it says at the points of a design
session. In our own words, in `data/charter/refresh.toml`; all of it is offered."""

from functools import cache
from typing import Literal, NamedTuple, get_args

from lcterm.core.refresh import SignalId
from lcterm.core.refusal import Refused
from lcterm.store.shipped import shipped
from lcterm.store.toml_file import Table, read_toml

_WORDS = 200
_TITLE = 60
_MANY = 12

Place = Literal["opening", "purpose", "rules", "presentation", "designing", "closing", "close"]
"""What a point of a design session is for."""


class Asking(NamedTuple):
    """What a sign is called, and what to ask when its figures have moved."""

    title: str
    questions: tuple[str, ...]


class Prompt(NamedTuple):
    """What a refresh says at a point: the room's question ("" for none of its own), and notes for the facilitator."""

    question: str
    notes: tuple[str, ...]


class RefreshWords(NamedTuple):
    """All of it. `sponsor`: how to come to the questions that are for the sponsor."""

    signals: dict[SignalId, Asking]
    points: dict[Place, Prompt]
    sponsor: str


@cache
def refresh_words() -> RefreshWords:
    """The words of a refresh. Raises Refused when they are missing or broken."""
    table = read_toml(shipped("data", "charter", "refresh.toml"), "the words of a refresh")
    table.only(("source", "signal", "point", "sponsor"))
    signals = {one.words("id", limit=_TITLE, needed=True): _asking(one) for one in table.tables("signal", "a sign")}
    points = {one.words("at", limit=_TITLE, needed=True): _prompt(one) for one in table.tables("point", "a point")}
    for known, found in ((get_args(SignalId), signals), (get_args(Place), points)):
        if odd := set(known) ^ set(found):
            raise Refused(f"{table.path.name}: something is missing, or not known here: {', '.join(sorted(odd))}")
    sponsor = table.values.get("sponsor")
    if not isinstance(sponsor, dict):
        table.refuse("sponsor", "“sponsor” must be a table with “ask”")
    asked = table._replace(values=sponsor, what="the sponsor's part", name="sponsor").words(
        "ask", limit=_WORDS, needed=True
    )
    return RefreshWords(
        {id: signals[id] for id in get_args(SignalId)}, {place: points[place] for place in get_args(Place)}, asked
    )


def _asking(table: Table) -> Asking:
    table.only(("id", "title", "ask"))
    return Asking(
        table.words("title", limit=_TITLE, needed=True),
        table.several("ask", limit=_WORDS, most=_MANY),
    )


def _prompt(table: Table) -> Prompt:
    table.only(("at", "question", "notes"))
    return Prompt(table.words("question", limit=_WORDS), table.several("notes", limit=_WORDS, most=_MANY))
