"""What two laptops planned or agreed without knowing of each other, as the home screen says it: in a line, with the
command that tells all of it."""

from collections.abc import Iterator, Sequence

from lcterm.core.apart import answers_apart, on_one_day, planned_apart, rules_apart
from lcterm.core.next_time import still_to_come
from lcterm.core.when import day, local, zone_or_utc
from lcterm.store.open_shelf import Shelved
from lcterm.ui.line import fit


def apart_notices(shelf: Sequence[Shelved], now: int) -> list[str]:
    """A line for each such thing, what matters first; none while all laptops know of each other. `now`: wall ms."""
    return [f"{line} ({fit(one.community.name)})" for one in shelf for line in _lines(one, now)]


def _lines(one: Shelved, now: int) -> Iterator[str]:
    ahead = [held for held in one.sessions if still_to_come(held, now)]
    for group in planned_apart(ahead):
        first, often = group[0], "twice" if len(group) == 2 else f"{len(group)} times"
        what = day(local(first.starts, zone_or_utc(first.zone)).date()) if on_one_day(group) else fit(first.title)
        yield f"{what} is planned {often}: `lcterm next`"
    if rules_apart(one.community):
        yield "Rules were changed on two laptops: `lcterm rules`"
    if answers_apart(one.community):
        yield "The charter was answered on two laptops: `lcterm charter`"
