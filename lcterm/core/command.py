"""What every wish is."""

from msgspec import Struct


class Command(Struct, frozen=True):
    """Anything that someone may want to happen."""
