"""Which agenda a community's next session starts from, where nobody says: a learning circle goes on as one ([LC])."""

from lcterm.core.charter import template_of
from lcterm.core.community import Community
from lcterm.core.refresh import DESIGN
from lcterm.core.subject import CIRCLES
from lcterm.store.paths import Home
from lcterm.store.shelf import read_session

CIRCLE = "circle"
LOOKED_AT = 3
"""So many of the latest sessions are read, until one has an agenda of its own: a refresh, the design session again,
does not make another kind of group of a circle."""


def next_template(home: Home, community: Community) -> str:
    """The id of the template: that of a circle after a circle or its first meeting, else as the charter has it. Raises
    Refused when the home cannot be read."""
    latest = reversed(home.sessions(community.id)[-LOOKED_AT:])
    held = (read_session(home, community.id, id) for id in latest)
    last = next((one for one in held if one.points and one.template != DESIGN), None)
    return CIRCLE if last is not None and last.template in CIRCLES else template_of(community)
