"""Cases that take long: the ordinary run takes some of them, `pytest --hypothesis-profile thorough` takes them all."""

from collections.abc import Iterable
from typing import TypeVar

from hypothesis import settings

Case = TypeVar("Case")


def thorough() -> bool:
    """Whether everything is asked for, and as many examples as there are time for."""
    return settings().max_examples >= settings.get_profile("thorough").max_examples


def some_of(cases: Iterable[Case], count: int) -> list[Case]:
    """So many of the cases, evenly spread, the first and the last among them; all of them in a thorough run."""
    every = list(cases)
    if thorough() or len(every) <= count:
        return every
    return [every[number * (len(every) - 1) // (count - 1)] for number in range(count)]
