"""The wish to take over who was there from a meeting program's own record."""

from lcterm.core.command import Command
from lcterm.core.events_attendance import Stay


class BringInAttendance(Command, frozen=True):
    """Who was there, from when to when; each person once."""

    stays: tuple[Stay, ...]
