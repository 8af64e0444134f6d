"""The written brief for the one who goes first, to hand over; what was noted with the setting up is added to it."""

from lcterm.core.community import Community
from lcterm.documents.wrapping import wrapped
from lcterm.store.charter import FirstBrief, first_brief

FIRST = "first"
"""The item of the setting up about whoever goes first."""
MINUTES = 20
"""What the design session gives the one who goes first ([HB])."""


def first_brief_text(community: Community) -> str:
    """The brief as it can be pasted into a mail: whom it is for, what is asked, how long. Raises Refused when it did
    not come with this lcterm."""
    held, known = community.setup.get(FIRST), first_brief()
    opening = [f"Dear {held.who},"] if held is not None and held.who else []
    paragraphs = [*opening, f"For the first session of {community.name}.", known.opening]
    parts = ["\n".join(wrapped(paragraph)) for paragraph in paragraphs]
    parts.append("\n".join(line for point in _points(community, known) for line in wrapped(point, "- ", "  ")))
    parts.append("\n".join(wrapped(f"You have {MINUTES} minutes; then we talk about it together. {known.closing}")))
    return "\n\n".join(parts) + "\n"


def _points(community: Community, known: FirstBrief) -> list[str]:
    held = community.setup.get(FIRST)
    return [*known.points, *([held.note] if held is not None and held.note else [])]
