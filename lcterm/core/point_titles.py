"""What a group does at a point, as far as the point's title tells: agendas are the facilitator's own, and nothing else
says it. Sources of the rules: ours."""

import re

_BACK = re.compile(r"\blast (?:time|session|meeting)\b|\blooking back\b", re.IGNORECASE)
_AHEAD = re.compile(r"\bnext (?:date|time|session|meeting|presenters?)\b", re.IGNORECASE)
_PURPOSE = re.compile(r"\bpurpose\b", re.IGNORECASE)


def looks_back(title: str) -> bool:
    """Whether the group tells what has happened since it last met."""
    return bool(_BACK.search(title))


def looks_ahead(title: str) -> bool:
    """Whether the group agrees on the next time."""
    return bool(_AHEAD.search(title))


def finds_purpose(title: str) -> bool:
    """Whether the group says what it is for."""
    return bool(_PURPOSE.search(title))
