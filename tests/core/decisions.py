"""A table at which something is being decided."""

from lcterm.core.commands import BeginDeciding, StartSession, Suggest
from lcterm.core.deciding import Deciding, Suggestion
from lcterm.core.events import DecidingWay
from tests.core.builder import Table

QUESTION = "When do we meet?"


def at_table(way: DecidingWay = "lights", *texts: str) -> Table:
    """Four members, a facilitator and an observer, a question that is being decided, and these suggestions."""
    names = ("Amina", "Ben", "Chidi", "Dorota", "Eva", "Faye")
    table = Table(names, roles={"Eva": ("observer",), "Faye": ("facilitator",)})
    table.do(StartSession())
    table.do(BeginDeciding(way, QUESTION))
    for text in texts:
        table.do(Suggest(text))
    return table


def running(table: Table) -> Deciding:
    """What is being decided."""
    assert table.session.deciding is not None
    return table.session.deciding


def listed(table: Table) -> list[str]:
    """The suggestions, in order."""
    return [one.text for one in running(table).suggestions]


def made(table: Table, number: int) -> Suggestion:
    """A suggestion by its number in the list."""
    return running(table).suggestions[number - 1]


def captured(table: Table) -> list[tuple[str, str]]:
    """Kind and text of what is written down."""
    return [(one.words.kind, one.words.text) for one in table.session.captures.values()]
