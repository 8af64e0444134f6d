"""Who presented when, and who has not yet: offered to a group that looks for presenters, never assigned."""

from collections.abc import Sequence

from msgspec import Struct

from lcterm.core.community import Community, Member
from lcterm.core.digest import Digest
from lcterm.core.roles import outside
from lcterm.core.session import Session


class Presented(Struct, frozen=True, kw_only=True):
    """How often a person presented in the sessions looked at, and when (wall ms) last; None for not at all."""

    person: str
    times: int = 0
    last: int | None = None


def rota(community: Community, sessions: Sequence[Session | Digest]) -> list[Presented]:
    """Everyone active who could present, those first who have not presented for longest; whoever never did before all
    others, in the order they joined."""
    found: dict[str, Presented] = {one.person: Presented(person=one.person) for one in community.active if _may(one)}
    for session in sorted(sessions, key=lambda one: (one.began, one.id)):
        for person in presented(session):
            if (before := found.get(person)) is not None:
                found[person] = Presented(person=person, times=before.times + 1, last=session.began)
    return sorted(found.values(), key=lambda one: -1 if one.last is None else one.last)


def presented(session: Session | Digest) -> tuple[str, ...]:
    """Who has presented in it, each once. In a session that was never run but closed by a recording, whoever was to;
    a digest does not tell who that is."""
    if isinstance(session, Digest):
        return tuple(dict.fromkeys(person for one in session.presented for person in one.people))
    recorded = session.status == "closed" and session.started is None
    held = (
        point
        for point in session.points.values()
        if point.plan.mode == "presenter" and (recorded or point.status in ("done", "running"))
    )
    return tuple(dict.fromkeys(person for point in held for person in point.plan.presenters))


def _may(member: Member) -> bool:
    """Who holds the space or looks on is not offered; by name anybody can be chosen."""
    return outside(member.roles) is None
