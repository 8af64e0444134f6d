"""Logs whose beginning is gone: the founding of a community, the plan of a session.

Each command is a writer of its own, so that a whole file can be missing without a gap in what is there.
"""

from lcterm.core.events import SessionPlanned
from lcterm.core.events_community import CommunityFounded
from lcterm.store.union import Union

COPY_BACK = "copy its files here from where they still are: another laptop, a backup, set-aside"

NO_COMMUNITY = "nothing of the community itself is here, only sessions, so no list shows them"
NO_PLAN = "the plan of this session is not here, so no list shows it"


def no_community(people: Union, sessions: int) -> bool:
    """Whether there are so many sessions, and not a fact of the community that they are of."""
    return sessions > 0 and not people.kinds()


def no_plan(people: Union, session: Union) -> bool:
    """Whether a session of a community that has a name holds facts, but no plan."""
    kinds = session.kinds()
    return bool(kinds) and SessionPlanned not in kinds and CommunityFounded in people.kinds()
