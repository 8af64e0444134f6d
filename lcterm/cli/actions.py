"""Actions over all sessions from the command line: listed, and settled."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.core.badges import badges
from lcterm.core.carrying import Carried, actions, carried, settle, told
from lcterm.core.community import Community
from lcterm.core.community_events import ActionSettled, Becoming
from lcterm.core.days import read_due
from lcterm.core.digest import Digest
from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refusal, Refused
from lcterm.core.text import folded
from lcterm.core.when import due, local, zone_or_utc
from lcterm.documents.actions import Listing, listing
from lcterm.documents.actions_plain import as_csv, as_json, as_markdown, as_todotxt
from lcterm.store.digests import digests
from lcterm.store.register import change
from lcterm.store.zone import machine_zone

FORMS: dict[str, Callable[[Listing], str]] = {
    "md": as_markdown,
    "csv": as_csv,
    "todotxt": as_todotxt,
    "json": as_json,
}
SETTLING: tuple[tuple[str, Becoming, str], ...] = (
    ("done", "done", "it is done"),
    ("going", "going", "it is still going"),
    ("drop", "dropped", "it is no longer wanted"),
    ("reopen", "open", "it is open again"),
)
NAMED_AT_MOST = 4
BEGINNING = 6
"""Characters of an id that are enough: fewer could be a word."""


def add_actions(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument("--owner", metavar="NAME", help="those of one person")
    parser.add_argument("--all", action="store_true", dest="everything", help="those that are done or dropped too")
    parser.add_argument("--format", choices=[*FORMS, "ics"], default="md", dest="form")
    for option, _, words in SETTLING:
        parser.add_argument(f"--{option}", action="append", default=[], metavar="ID", help=words)
    parser.add_argument(
        "--date", action="append", default=[], nargs=2, metavar=("ID", "DATE"), help="another date: fri, +2w, next …"
    )
    parser.epilog = (
        "ID: the id of an action, as --format json has it, its first six characters or more, or words that only it has."
    )
    parser.set_defaults(run=list_actions)


def list_actions(context: Context, options: Namespace) -> int:
    """The open actions of all sessions; or what became of some, said and kept."""
    community = choose_community(context, options.community)
    owner = find_person(options.owner, _people(community)) if options.owner is not None else ""
    every = digests(context.home, community.id)
    listed = [one for one in actions(every, community, everything=True) if not owner or owner in one.kept.owners]
    if wished := _wished(context, options, listed):
        _settle(context, community, wished, every)
        return 0
    shown = [one for one in listed if options.everything or one.open]
    whose = community.name_of(owner) if owner else ""
    document = listing(community, shown, context.clock.now(), everything=options.everything, owner=whose)
    if options.form == "ics":
        from lcterm.documents.actions_ics import as_ics

        _say_exactly(as_ics(document))
    elif text := FORMS[options.form](document):
        context.say(text)
    _tell_of_the_room(context, every)
    return 0


def _people(community: Community) -> list[Known]:
    """Everyone who may own something; who has left comes last."""
    members = sorted(community.members.values(), key=lambda one: not one.active)
    badge_of = badges([(one.person, one.name) for one in community.active])
    return [Known(one.person, one.name, badge_of.get(one.person, "")) for one in members]


def _say_exactly(text: str) -> None:
    """To standard output with the line ends as they are: a calendar has its own."""
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    binary.write(text.encode("utf-8"))


def _tell_of_the_room(context: Context, every: Sequence[Digest]) -> None:
    if count := sum(one.in_room for one in every):
        where = ", ".join(one.session for one in every if one.in_room)
        context.warn(f"actions that stay in the room are not listed: {count}, in {where}; `lcterm show` has them")


# ── Settling ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _wished(context: Context, options: Namespace, listed: Sequence[Carried]) -> list[ActionSettled]:
    """What is to be said of which action, in the order of the options. Raises Refused before anything is said."""
    wished: list[ActionSettled | Refusal] = []
    for option, state, _ in SETTLING:
        wished += [settle(_meant(listed, typed), state) for typed in getattr(options, option)]
    for typed, date in options.date:
        one = _meant(listed, typed)
        day, due_next = _date(context, date)
        wished.append(settle(one, due=day, due_next=due_next))
    facts: list[ActionSettled] = []
    for fact in wished:
        if isinstance(fact, Refusal):
            raise Refused(f"{fact.reason[:1].lower()}{fact.reason[1:].rstrip('.')}; nothing was changed")
        facts.append(fact)
    named = [fact.capture for fact in facts]
    if twice := next((id for id in named if named.count(id) > 1), None):
        raise Refused(f"{twice} is named twice; say one thing of it at a time")
    return facts


def _date(context: Context, typed: str) -> tuple[str, bool]:
    """An ISO date, or the next session."""
    if typed.strip().casefold() == "next":
        return "", True
    today = local(context.clock.now(), zone_or_utc(machine_zone())).date()
    on = read_due(typed, today)
    if on is None:
        raise Refused(f"{typed!r} is no date; write it like fri, tomorrow, +2w, 12 Dec, 2026-12-12, or next")
    return on.isoformat(), False


def _meant(listed: Sequence[Carried], typed: str) -> Carried:
    """The action with this id, the one whose id begins so, or the only open one with these words, else the only one.
    Raises Refused."""
    word = folded(typed)
    begun = [one for one in listed if len(word) >= BEGINNING and one.id.startswith(word)]
    by_id = [one for one in listed if one.id == word] or begun
    having = [one for one in listed if word and word in folded(one.kept.text)]
    for found in (by_id, [one for one in having if one.open], having):
        if len(found) == 1:
            return found[0]
        if found:
            first = "; ".join(f"{one.id} {one.kept.text}" for one in found[:NAMED_AT_MOST])
            more = f"; and {len(found) - NAMED_AT_MOST} more" if len(found) > NAMED_AT_MOST else ""
            raise Refused(f"{typed!r} could be {first}{more}; give the id")
    raise Refused(f"no action has the id or the words {typed!r}; `lcterm actions --all --format json` lists the ids")


def _settle(context: Context, community: Community, facts: Sequence[ActionSettled], every: Sequence[Digest]) -> None:
    after = change(context.home, context.clock, community.id, facts)
    kept = {(origin.session, one.id): (origin, one) for origin in every for one in origin.actions}
    for fact in facts:
        origin, one = kept[(fact.session, fact.capture)]
        now = carried(origin, one, after)
        dated = f" Due {due(now.due) if now.due else 'next time'}." if fact.due or fact.due_next else ""
        text = told(now)
        context.say(f"{text}{'' if text[-1] in '.!?…' else '.'}{dated}")
