"""A session out of a file into a community: whose is whom here, who has to be added, and is it here already.

People are known by their id, else by their exact name, else they are added; two of them never become one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from lcterm.core.clock import Clock
from lcterm.core.community import Community
from lcterm.core.community_events import MembersJoined, NewMember
from lcterm.core.events import NamesTakenOut, SessionEvent, SessionPlanned
from lcterm.core.facts import Fact
from lcterm.core.person_ids import people_in, with_people
from lcterm.core.refusal import Refused
from lcterm.core.session import Session
from lcterm.core.session_leaving import leaving
from lcterm.core.text import folded
from lcterm.intake.session_people import NOTHING, Perhaps, Whose, matched, question
from lcterm.store.archive import gather
from lcterm.store.durable import plain_reason
from lcterm.store.paths import Home, shown
from lcterm.store.register import change
from lcterm.store.session_file import SessionFile, put_session
from lcterm.store.session_file import folded as made_of
from lcterm.store.shelf import read_session

NOBODY = Whose()


class Coming(NamedTuple):
    """A session as it would come in: its facts with the people and the community of this home. `added`: people who are
    not here yet; `by_name`: those whom only their name tells, `called_otherwise`: pairs of the name there and the name
    here of one id. `known`: it is here already, as it is in the file. `asked`: who has to be said first."""

    session: Session
    facts: tuple[Fact, ...]
    added: tuple[NewMember, ...]
    by_name: tuple[str, ...]
    called_otherwise: tuple[tuple[str, str], ...]
    known: bool
    asked: tuple[Perhaps, ...] = ()


def coming_in(
    home: Home, community: Community, file: SessionFile, facts: Sequence[Fact], whose: Whose = NOBODY
) -> Coming:
    """What the file comes to in this community. `whose`: what was said of the people in it. Raises Refused for what is
    no session that is over, for one that is here in part, and where two people would become one."""
    if any(not isinstance(fact.event, SessionEvent | NamesTakenOut) for fact in facts):
        raise Refused(f"it holds a fact that no session has: it is damaged; {NOTHING}")
    _see_that_it_is_over(file, facts)
    named = {id for fact in facts for id in people_in(fact.event)}
    people = [one for one in file.people if one.person in named]
    found = matched(people, community, whose)
    ours = [_as_here(fact, found.ids, community) for fact in facts]
    session = made_of(file.session, community.id, ours)
    ours = leaving(ours, session)
    members = community.members
    both = [(one.name or "", members[one.person].name) for one in people if one.person in members]
    return Coming(
        session=made_of(file.session, community.id, ours),
        facts=tuple(ours),
        added=found.added,
        by_name=found.by_name,
        called_otherwise=tuple((there, here) for there, here in both if there and folded(there) != folded(here)),
        known=_is_here(home, community, file.session, ours),
        asked=found.asked,
    )


def bring_in(home: Home, clock: Clock, community: Community, coming: Coming) -> None:
    """Write it down: people who are new here first, for a session without them would have nameless ones. Raises Refused
    where somebody has to be asked about, and where it cannot be saved; what is there by then is taken up when it is
    brought in again."""
    if coming.known:
        return
    if coming.asked:
        raise Refused(f"{question(coming.asked)}; {NOTHING}")
    if coming.added:
        change(home, clock, community.id, [MembersJoined(members=coming.added)])
    try:
        put_session(home, community.id, coming.session.id, coming.facts)
    except OSError as error:
        where = shown(home.session_log(community.id, coming.session.id))
        raise Refused(f"{where}: {plain_reason(error)}; mend that and bring the session in again") from None


def _see_that_it_is_over(file: SessionFile, facts: Sequence[Fact]) -> None:
    session = made_of(file.session, file.community.id, facts)
    if not session.points:
        raise Refused(f"it holds no session: the fact that planned it is missing; {NOTHING}")
    if session.status != "closed":
        raise Refused(f"the session in it is not over; {NOTHING}")


def _as_here(fact: Fact, ids: dict[str, str], community: Community) -> Fact:
    event = with_people(fact.event, ids)
    if isinstance(event, SessionPlanned):
        event = replace(event, community=community.id)
    return replace(fact, event=event)


def _is_here(home: Home, community: Community, id: str, facts: Sequence[Fact]) -> bool:
    """Whether this community has all that is in the file of the session. Raises Refused where it has some of it, and
    where another community of this home has it."""
    for other in home.community_ids():
        if other != community.id and id in home.sessions(other) and read_session(home, other, id).points:
            raise Refused(f"{id} is in another community of this home, and cannot be in two; {NOTHING}")
    if id not in home.sessions(community.id):
        return False
    if not read_session(home, community.id, id).points:  # somebody was stopped while they brought it in
        return False
    held = {one.identity for one in gather(home.session_log(community.id, id), id).facts}
    if any((fact.writer, fact.seq) not in held for fact in facts):
        raise Refused(
            f"{id} is here already, and the file has more of it; `lcterm export` and `lcterm import archive` put two "
            f"laptops' logs together; {NOTHING}"
        )
    return True
