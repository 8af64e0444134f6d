"""README's figures: made here, in one run, and put between two marks."""

import os
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.figures import Table, markdown

README = Path(__file__).resolve().parents[2] / "README.md"


class Place(NamedTuple):
    """Two marks, and what stands between them is made."""

    begin: str
    end: str


BENCH = Place("<!-- bench: made by `python -m tests.bench --write`, in one run -->\n", "<!-- end of bench -->\n")
SOAK = Place("<!-- soak: made by `python -m tests.bench.soak --write` -->\n", "<!-- end of soak -->\n")
HOW = (
    "Measured by `python -m tests.bench --write` in one run of {minutes} minutes on {cores} cores with Python "
    "{python}, what is compared taking turns, so that other work on the machine falls on all alike; behind each "
    "ratio, between which values 95 of 100 such ratios would lie (bootstrap)."
)


def section(tables: Sequence[Table], seconds: float) -> str:
    """What stands between the marks."""
    how = HOW.format(minutes=max(1, round(seconds / 60)), cores=os.cpu_count(), python=platform.python_version())
    return "\n".join([how, "", *map(markdown, tables)])


def with_section(text: str, made: str, place: Place = BENCH) -> str:
    """The README with these figures. Raises ValueError where the marks are not in it once each, in their order."""
    before, begin, rest = text.partition(place.begin)
    _, end, after = rest.partition(place.end)
    if not begin or not end or place.begin in rest:
        raise ValueError("README has no place for the figures, or more than one")
    return f"{before}{place.begin}\n{made}\n{place.end}{after}"
