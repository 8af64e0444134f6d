"""What an act of `lcterm do` is, and how its words are read."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lcterm.core.commands import AnyCommand
from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused

Make = Callable[[Sequence[str], Sequence[Known]], AnyCommand]


class Act(NamedTuple):
    """An act of the live hour: how it is written, how many words it takes, and the command it makes of them. `tails`:
    words that may follow a name, so that they are no part of it."""

    usage: str
    least: int
    most: int
    make: Make
    tails: tuple[str, ...] = ()


def person(words: Sequence[str], people: Sequence[Known]) -> str:
    """The person whom the first word names. Raises Refused."""
    return find_person(words[0], people)


def plain(command: Callable[[], AnyCommand]) -> Make:
    """An act without words."""
    return lambda words, people: command()


def for_person(command: Callable[[str], AnyCommand]) -> Make:
    """An act for one person."""
    return lambda words, people: command(person(words, people))


def number(word: str, what: str) -> float:
    """A number, `what` says of what. Raises Refused."""
    try:
        value = float(word)
    except ValueError:
        value = float("nan")
    if not abs(value) <= 100_000:
        raise Refused(f"{what} {word!r} is no number; write it like 5")
    return value


def point(word: str) -> int:
    """The number of a point. Raises Refused."""
    value = number(word, "point")
    if value != int(value):
        raise Refused(f"point {word!r} is no number of a point; write it like 5")
    return int(value)


def one_of(word: str, choices: Sequence[str], what: str) -> str:
    """The choice that this word is, in any case. Raises Refused with all of them."""
    chosen = next((choice for choice in choices if choice == word.casefold()), None)
    if chosen is None:
        raise Refused(f"{what} is one of {', '.join(choices)}; {word!r} is none of these")
    return chosen


STEPS = ("up", "down")


def step(word: str) -> int:
    """One place up or down. Raises Refused."""
    return -1 if one_of(word, STEPS, "a way") == "up" else 1


def on(word: str) -> bool:
    """A switch. Raises Refused."""
    return one_of(word, ("on", "off"), "a switch") == "on"
