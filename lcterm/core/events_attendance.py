"""The fact that a meeting program's own record of who was there was brought in."""

from msgspec import Struct

from lcterm.core.event import Event, NotNegative
from lcterm.core.events_agenda import Seat


class Stay(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person's time in a meeting: stretches from when to when (wall ms, in order, none touching another; none where
    only a length is known), and how long they were there in all, ms."""

    person: str
    spans: tuple[tuple[int, int], ...] = ()
    there: NotNegative = 0


class AttendanceBroughtIn(Event, frozen=True, tag=True):
    """Who was there, as the program that the meeting was held with has it; closes a session that never ran. No address
    and nothing else of that report is kept."""

    stays: tuple[Stay, ...]
    seats: tuple[Seat, ...] = ()
