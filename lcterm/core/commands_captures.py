"""Wishes about what is written down."""

from lcterm.core.command import Command
from lcterm.core.events import Words


class WriteCapture(Command, frozen=True):
    """Write this down."""

    words: Words


class EditCapture(Command, frozen=True):
    """Let the capture read like this."""

    capture: str
    words: Words


class MarkDone(Command, frozen=True):
    """An action is done, or open again."""

    capture: str
    done: bool = True


class DropCapture(Command, frozen=True):
    """No longer wanted."""

    capture: str


class ReleaseCapture(Command, frozen=True):
    """The group has heard it and agreed that it leaves the room; or no longer."""

    capture: str
    released: bool = True


class AgreeQuote(Command, frozen=True):
    """The speaker says yes to being quoted, or takes it back."""

    capture: str
    agreed: bool = True


class StrikeCapture(Command, frozen=True):
    """Words gone for good, from the disk too."""

    capture: str


CaptureCommand = WriteCapture | EditCapture | MarkDone | DropCapture | ReleaseCapture | AgreeQuote | StrikeCapture
