"""What a group has released to its sponsor, as the hub shows it to them: these words and nothing else."""

from typing import NamedTuple

from lcterm.core.audience import may_name, readable
from lcterm.core.charter import allows
from lcterm.core.community import Community
from lcterm.core.session import Capture, Session
from lcterm.hub.link import Link
from lcterm.store.archive import Stored
from lcterm.store.paths import Home
from lcterm.store.shelf import read_community, read_session

_MAY_CHANGE_IT = (b'"Capture', b'"Quote', b'"Undone"', b'"Redone"', b'"NamesTakenOut"', b'"Erased"')
"""In which events something may be released, changed or taken back."""


SPONSOR = b'"sponsor"'
"""What stands in an event by which something is for the sponsor."""


class Released(NamedTuple):
    """A capture for the sponsor: when it was written (wall ms), its kind, its words, and names only where the charter
    lets them go there."""

    capture: str
    at: int
    kind: str
    words: str
    names: str


def may_change_names(fact: Stored) -> bool:
    """Whether after this fact of the community other names may stand beside what is released."""
    return any(kind in bytes(fact.event) for kind in (b'"MemberRenamed"', b'"PersonForgotten"', b'"CharterAnswered"'))


def may_change_it(fact: Stored) -> bool:
    """Whether after this fact something else may be released than before."""
    return any(kind in bytes(fact.event) for kind in _MAY_CHANGE_IT)


def released_of(home: Home, community: str, session: str) -> list[Released]:
    """What the sponsor may read of a session."""
    group, state = read_community(home, community), read_session(home, community, session)
    return [_released(one, group, state) for one in readable("sponsor", state)]


def _released(one: Capture, group: Community, state: Session) -> Released:
    names = ""
    if may_name("sponsor", one, to_sponsor=allows(group, "names")):
        spoke = (one.words.by,) if one.words.kind == "quote" or one.words.named else ()
        people = dict.fromkeys(person for person in (*spoke, *one.words.owners) if person)
        names = ", ".join(member.name for person in people if (member := group.members.get(person)) and member.name)
    return Released(one.id, one.at, one.words.kind, one.words.text, names)


def release(link: Link, community: str, session: str, known: int | None, rows: list[Released]) -> bool:
    """Put these in the place of what the hub shows of the session; whether it took them. `known`: the sum of the seqs
    of the session's log and the community's from which they come; it takes nothing that is worked out from less than
    it has, for that may be just what was taken back. None: what it shows beyond these is taken away, and nothing put
    there."""
    ((taken,),) = link.rows(
        "select lcterm.release(%s, %s, %s, %s::text[], %s::bigint[], %s::text[], %s::text[], %s::text[])",
        (
            *(community, session, known, [one.capture for one in rows], [one.at for one in rows]),
            *([one.kind for one in rows], [one.words for one in rows], [one.names for one in rows]),
        ),
    )
    return bool(taken)


def released_there(link: Link, community: str, session: str) -> list[Released]:
    """What the hub shows of a session."""
    found = link.rows(
        "select capture, at, kind, words, names from lcterm.released where community = %s and log = %s",
        (community, session),
    )
    return [Released(*row) for row in found]
