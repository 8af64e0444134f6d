"""Forgetting a person: what holds the name is found and shown, then taken out of everything a home stores.

First the sentences go, session by session, then what lies beside the logs, and last the person: a run that is killed on
the way leaves somebody who can be forgotten again, by name. What the tombstones say is hidden at once, in a session
under way as well, and the files are written anew as for a strike: by the run that writes them, by this device when
that is over, by another laptop when lcterm runs there.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lcterm.core.clock import Clock
from lcterm.core.community import Community, Member
from lcterm.core.community_events import MemberRenamed, MembersJoined, PersonForgotten
from lcterm.core.events import NamesTakenOut
from lcterm.core.facts import Fact
from lcterm.core.name_search import Wanted, wanted
from lcterm.core.names import Known, matches
from lcterm.core.refusal import Refused
from lcterm.core.session import Session
from lcterm.core.text import clean, folded, quoted, telling_words, words
from lcterm.store.desk import SETTLE_SECONDS, open_community, open_session, settle
from lcterm.store.durable import plain_reason, replace_file
from lcterm.store.forgotten import keep_looking, sweep, told_of
from lcterm.store.ledger import Ledger
from lcterm.store.name_files import (
    Beside,
    files_beside,
    note_own,
    remove_derived,
    reword_own,
    reworded,
    text_holds,
)
from lcterm.store.name_finding import Hits, hits_in_log, log_files
from lcterm.store.paths import Home
from lcterm.store.reading import read_whole
from lcterm.store.removed_files import note_removed
from lcterm.store.runs import RUNS, Run
from lcterm.store.segment import parse_segment_name
from lcterm.store.shelf import communities

NAME_MAX = 200


class Plan(NamedTuple):
    """What forgetting somebody comes to. `member` is None where the name is nobody's who belongs here: then only
    sentences can hold it. `theirs`: captures that they own or said, which stay, without the name. `others`: names of
    other communities of this home that hold the name as well."""

    community: Community
    member: Member | None
    wanted: Wanted
    logs: tuple[Hits, ...]
    beside: Beside
    theirs: int
    others: tuple[str, ...]

    @property
    def anything(self) -> bool:
        return bool(self.member or self.beside.derived or self.beside.own or any(one.anything for one in self.logs))


def plan_forgetting(home: Home, clock: Clock, community: Community, typed: str) -> Plan:
    """What would be taken out for this name. Changes nothing. Raises Refused for no name, and for a part or a beginning
    of one by which a member is meant: somebody is forgotten by their whole name alone."""
    name = clean(typed, limit=NAME_MAX, what="the name")
    facts = open_community(home, community.id, clock).log.facts
    member, names = _meant(community, facts, name)
    if member is None and (not words(name) or len(folded(name)) < 2):
        raise Refused("who is to be forgotten? Write the whole name, as the member list has it")
    others = [one.name for one in community.named if one is not member]
    sought = wanted(names, others)
    person = member.person if member else ""
    sessions = home.sessions(community.id)
    logs = tuple(hits_in_log(home, community.id, session, sought, person) for session in (*sessions, ""))
    plan = Plan(
        community, member, sought, logs, files_beside(home, community.id, sought),
        _theirs(home, clock, community, person), _elsewhere(home, community, sought),
    )  # fmt: skip
    if member is None:
        _refuse_a_part(community, facts, name, stands=plan.anything)
    return plan


def forget(home: Home, clock: Clock, plan: Plan) -> list[str]:
    """Take the person out; what was changed, a line each. Raises Refused where it cannot be saved."""
    community = plan.community.id
    try:
        keep_looking(home, community)
        note_removed(home, community, plan.beside.derived)
        note_own(home, community, plan.beside.own, plan.wanted)
        lines = _from_sessions(home, clock, plan)
        for hits in plan.logs:
            lines += [line for path in hits.torn for line in _byte_by_byte(home, path, plan.wanted)]
        taken = [*remove_derived(plan.beside.derived), *reword_own(plan.beside.own, plan.wanted)]
        lines += [told_of(one.path, home, one.done) for one in taken]
        lines += _from_community(home, clock, plan)
        lines += sweep(home, community)
    except OSError as error:
        raise Refused(
            f"not everything could be taken out: {plain_reason(error)}; mend that and run the same command again"
        ) from None
    return list(dict.fromkeys(lines))


def _meant(community: Community, facts: Sequence[Fact], name: str) -> tuple[Member | None, list[str]]:
    """The member of this name, now or before, and all the names they have had; else nobody, and the name alone."""
    names = _names_had(facts)
    called = [one for one in community.named if folded(one.name) == folded(name)]
    before = [one for one in community.named if any(folded(had) == folded(name) for had in names.get(one.person, ()))]
    found = called or before
    if len(found) > 1:
        raise Refused(f"{len(found)} people have the name {name}; `lcterm members --rename` gives one another")
    if not found:
        return None, [name]
    return found[0], [found[0].name, *names.get(found[0].person, ())]


def _refuse_a_part(community: Community, facts: Sequence[Fact], name: str, *, stands: bool) -> None:
    """Raises Refused where this is a part, or the beginning, of a name that a member has or had; where it stands
    somewhere (`stands`), even if only a word of it is. `lcterm strike` is there for a sentence about somebody else."""
    had = _names_had(facts)
    every = [
        Known(one.person, called, "") for one in community.named for called in (one.name, *had.get(one.person, ()))
    ]
    typed = telling_words(name)
    found = {known.person for known in matches(name, every)}
    for known in every:
        shared = typed & telling_words(known.name)
        begins = f" {folded(name)}" in f" {folded(known.name)}"
        if begins or (shared and (stands or shared == typed)):
            found.add(known.person)
    meant = [one.name for one in community.named if one.person in found]
    if len(meant) == 1:
        whole = f"lcterm forget {quoted(meant[0])} {community.slug}"
        raise Refused(f"is {meant[0]} meant? Nothing was changed; by the whole name it goes: {whole} (--yes does it)")
    if meant:
        raise Refused(f"{name} could be {' or '.join(meant[:3])}: write the whole name, as the member list has it")


def _names_had(facts: Sequence[Fact]) -> dict[str, list[str]]:
    """All the names that each person has had, by id."""
    names: dict[str, list[str]] = {}
    for fact in facts:
        match fact.event:
            case MembersJoined(members=joined):
                for new in joined:
                    names.setdefault(new.person, []).append(new.name)
            case MemberRenamed(person=person, name=new_name):
                names.setdefault(person, []).append(new_name)
            case _:
                pass
    return names


def _theirs(home: Home, clock: Clock, community: Community, person: str) -> int:
    """How many captures are somebody's, as owner or speaker."""
    if not person:
        return 0
    states = (open_session(home, community.id, session, clock).state for session in home.sessions(community.id))
    return sum(person in (*one.words.owners, one.words.by) for state in states for one in state.captures.values())


def _elsewhere(home: Home, community: Community, sought: Wanted) -> tuple[str, ...]:
    """Other communities of this home in whose own logs the name stands."""
    others = [one for one in communities(home) if one.id != community.id]
    return tuple(
        one.name
        for one in others
        if any(text_holds(content, sought) for _, content in log_files(home.community_log(one.id)))
    )


def _from_sessions(home: Home, clock: Clock, plan: Plan) -> list[str]:
    lines: list[str] = []
    for hits in plan.logs:
        if hits.session and hits.hits:
            ledger = open_session(home, plan.community.id, hits.session, clock)
            lines += _buried(ledger, [hits.event])
    return lines


def _from_community(home: Home, clock: Clock, plan: Plan) -> list[str]:
    own = next(hits for hits in plan.logs if not hits.session)
    events: list[NamesTakenOut | PersonForgotten] = [own.event] if own.hits else []
    if plan.member is not None:
        events.append(PersonForgotten(person=plan.member.person))
    return _buried(open_community(home, plan.community.id, clock), events) if events else []


def _buried(
    ledger: Ledger[Community] | Ledger[Session], events: Sequence[NamesTakenOut | PersonForgotten]
) -> list[str]:
    """Write the tombstones down, and wait until the files are without what they name."""
    for event in events:
        ledger.add(event, ledger.now())
    ledger.outlast(SETTLE_SECONDS)
    settle(ledger)
    return ledger.erased


def _byte_by_byte(home: Home, path: Path, sought: Wanted) -> list[str]:
    """A file that is torn, without the name; unless a run that is open has it in hand."""
    parsed = parse_segment_name(path.name.lstrip(".").removesuffix(".tmp").rpartition(".")[0]) or parse_segment_name(
        path.name
    )
    run = Run(home.private / RUNS, parsed[0]) if parsed else None
    if run is not None and not run.take_over():
        return [told_of(path, home, "left to the lcterm that is open on it")]
    try:
        content, _ = read_whole(path)
        replace_file(path, reworded(content, sought))
    except FileNotFoundError:
        return []
    finally:
        if run is not None:
            run.end()
    return [told_of(path, home, "damaged; the name in it is “someone” now")]
