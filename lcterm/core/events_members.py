"""The facts of people over time: another name, leaving, coming back, and being forgotten."""

from msgspec import Struct

from lcterm.core.event import Event


class MemberRenamed(Event, frozen=True, tag=True):
    """The person goes by this name from now on, in what lies behind as well."""

    person: str
    name: str


class MemberLeft(Event, frozen=True, tag=True):
    """The person belongs to the community no longer; the past keeps their name."""

    person: str


class MemberReturned(Event, frozen=True, tag=True):
    """Somebody who had left belongs to the community again."""

    person: str


class PersonForgotten(Event, frozen=True, tag=True):
    """The person asked to be forgotten: names and practice are hidden at once, and erased from every stored file. The
    id stays, so that figures stay true. It cannot be undone."""

    person: str


class NewText(Struct, frozen=True, array_like=True):
    """A text within a fact, by its `path` in the stored form (`points.2.title`), and how it reads from now on."""

    path: str
    text: str


class Reworded(Struct, frozen=True, kw_only=True):
    """The fact (writer, seq), and the texts in it that held a name."""

    writer: str
    seq: int
    texts: tuple[NewText, ...]


class NamesTakenOut(Event, frozen=True, tag=True):
    """Somebody's name was taken out of this log: the words of these captures are gone as if they were struck, other
    texts read so now. Hidden at once, and erased from every stored file. It cannot be undone."""

    captures: tuple[str, ...] = ()
    facts: tuple[Reworded, ...] = ()
