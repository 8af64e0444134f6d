"""The group's leave to look at voices over sessions: what every reading of a session asks for, and nothing more."""

from msgspec import Struct

from lcterm.core.charter import allows
from lcterm.core.community import Community
from lcterm.core.digest import Digest


class Leave(Struct, frozen=True):
    """The group's leave to look at voices over sessions: since when (wall, ms), and the id of the session in which it
    was given, "" for none. What was said before it, was said without leave."""

    at: int = 0
    session: str = ""

    def covers(self, one: Digest) -> bool:
        """Whether this session is the one in which it was given, or began after it."""
        return one.session == self.session != "" or one.began >= self.at


def leave_of(community: Community) -> Leave | None:
    """The leave that holds now; None where the charter does not say yes."""
    if not allows(community, "voices"):
        return None
    answer = community.charter["voices"]
    return Leave(answer.chosen, answer.chosen_in)
