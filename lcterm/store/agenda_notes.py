"""Words of the charter as notes beside a point, where they are read at a glance."""

NOTE_MAX = 120
"""Characters; the charter has all of it."""

CUT = "…"
"""Ends a note that was cut."""


def short_note(text: str) -> str:
    """The note, cut where it is too long."""
    return text if len(text) <= NOTE_MAX else f"{text[: NOTE_MAX - 1].rstrip()}{CUT}"
