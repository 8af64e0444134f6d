"""What is said when something cannot be done: one line, what, where, what to do."""

from msgspec import Struct


class Refusal(Struct, frozen=True):
    """A wish that the rules turn down, as a value; `reason` is one line for the person at the keyboard."""

    reason: str


class Refused(Exception):
    """Input that cannot be taken, raised where there is no state to return a Refusal to. Its text is one line."""

    @property
    def reason(self) -> str:
        return str(self)
