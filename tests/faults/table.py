"""What the faults came to, as the table that stands in README."""

from collections.abc import Iterable
from typing import NamedTuple

HEAD = ("| fault | times | what came of it |", "|---|---|---|")


class Row(NamedTuple):
    """A fault: how often it was brought about, what came of it, and how many times that was not as it should be."""

    fault: str
    times: int
    came: str
    bad: int = 0

    def line(self) -> str:
        """As it stands in the table."""
        sign = f"**{self.bad} went wrong**; " if self.bad else ""
        return f"| {self.fault} | {self.times:,} | {sign}{self.came} |"


BEGINS, ENDS = "<!-- faults -->", "<!-- end of faults -->"
"""Between these the table stands in README."""


def put_into(readme: str, rows: Iterable[Row]) -> str:
    """README with this table in the place of the former. Raises ValueError where there is no place for it."""
    before, begins, rest = readme.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not begins or not ends:
        raise ValueError(f"README has no {BEGINS} with {ENDS} after it")
    return f"{before}{BEGINS}\n{table(rows)}\n{ENDS}{after}"


def table(rows: Iterable[Row]) -> str:
    """The whole of it, in Markdown."""
    return "\n".join([*HEAD, *(row.line() for row in rows)])
