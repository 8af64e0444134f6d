"""New communities, new members, new sessions: decided by the core's rules, written down before anyone is told."""

from collections.abc import Sequence
from datetime import tzinfo

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.apart import knowing
from lcterm.core.clock import Clock
from lcterm.core.community import Community
from lcterm.core.community_events import CommunityEvent
from lcterm.core.events import SessionPlanned
from lcterm.core.joining import Newcomer, founding, joining
from lcterm.core.refresh import TITLE, is_refresh
from lcterm.core.refusal import Refused
from lcterm.core.session_titles import next_number
from lcterm.core.text import clean
from lcterm.core.when import MINUTE, local
from lcterm.store.desk import open_community, open_session, settle
from lcterm.store.digests import digests, keep_to_charter
from lcterm.store.ids import new_community_id, new_person_id, new_session_id, not_among
from lcterm.store.paths import Home
from lcterm.store.shelf import communities

TITLE_MAX = 80
ROUND_TO = 5 * MINUTE
"""A session without a time starts at the next full five minutes."""


def found(home: Home, clock: Clock, name: str, purpose: str, people: Sequence[Newcomer]) -> Community:
    """A new community with these people. Raises Refused for a name that will not do, and where it cannot be saved."""
    event = founding(name, purpose, communities(home))
    ledger = open_community(home, not_among(home.community_ids(), new_community_id), clock)
    joined = joining(ledger.state, people, new_person_id) if people else None
    ledger.add(event, ledger.now())
    if joined is not None:
        ledger.add(joined, ledger.now())
    settle(ledger)
    return ledger.state


def change(home: Home, clock: Clock, community: str, events: Sequence[CommunityEvent]) -> Community:
    """The community after these events. Raises Refused where they cannot be saved."""
    ledger = open_community(home, community, clock)
    for event in events:
        ledger.add(knowing(event, ledger.state), ledger.now())
    settle(ledger)
    keep_to_charter(home, ledger.state)
    return ledger.state


def join(home: Home, clock: Clock, community: Community, people: Sequence[Newcomer]) -> Community:
    """The community with these people. Raises Refused for a name that is taken."""
    return change(home, clock, community.id, [joining(community, people, new_person_id)]) if people else community


def plan(
    home: Home,
    clock: Clock,
    community: Community,
    points: Sequence[PlannedPoint],
    zone: tzinfo,
    zone_name: str,
    starts: int | None = None,
    title: str = "",
    template: str = "",
) -> str:
    """A planned session; its id. `starts`: wall ms, else now, rounded up to five minutes. Without a title it is
    numbered, `session 7`, or a refresh. Raises Refused where it cannot be saved."""
    now = clock.now()
    starts = -(-now // ROUND_TO) * ROUND_TO if starts is None else starts
    day = local(starts, zone).date()
    id = not_among(home.sessions(community.id), lambda: new_session_id(day))
    if not points:
        raise Refused("an agenda needs a point; nothing was planned")
    ledger = open_session(home, community.id, id, clock)
    ledger.add(
        SessionPlanned(
            community=community.id,
            title=clean(title, limit=TITLE_MAX, what="the title") or _title(home, community, template),
            starts=starts,
            zone=zone_name,
            points=tuple(points),
            template=template,
        ),
        now,
    )
    settle(ledger)
    return id


def _title(home: Home, community: Community, template: str) -> str:
    """What a session is called that nobody gave a title."""
    if is_refresh(community, template):
        return TITLE
    return f"session {next_number(one.title for one in digests(home, community.id))}"
