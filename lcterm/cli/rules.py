"""The ground rules from the command line: read, changed, with their history and what they do not touch yet."""

from argparse import ArgumentParser, Namespace
from datetime import timedelta

import msgspec

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.core.badges import badges
from lcterm.core.community import Community
from lcterm.core.community_events import CommunityEvent, RulesAgreed
from lcterm.core.keepers import keepers, keeping
from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused
from lcterm.core.rules import Rules, added, changes, dropped, moved, reworded
from lcterm.core.when import full_day, iso, local, zone_or_utc
from lcterm.documents.charter_words import change_line
from lcterm.documents.wrapping import wrapped
from lcterm.store.apart import apart_lines
from lcterm.store.charter import themes, untouched
from lcterm.store.digests import digests
from lcterm.store.register import change
from lcterm.store.shelf import read_session
from lcterm.store.zone import machine_zone

NEAR_DAYS = 7
"""So many days around today a session is looked for that is running."""


def add_rules(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument("--add", action="append", default=[], metavar="TEXT", help="a rule in the group's own words")
    parser.add_argument("--reword", action="append", default=[], metavar="N=TEXT", help="other words for rule N")
    parser.add_argument("--move", action="append", default=[], metavar="N=M", help="rule N comes to place M")
    parser.add_argument("--drop", action="append", default=[], type=int, metavar="N", help="rule N no longer holds")
    parser.add_argument("--keeper", metavar="NAME", help="who writes them down and brings them back")
    parser.add_argument("--themes", action="store_true", help="what the rules do not touch yet, and questions to ask")
    parser.add_argument("--history", action="store_true", help="what changed, and when")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=rules)


def rules(context: Context, options: Namespace) -> int:
    """The rules, after any change that was asked for. Numbers are those of the list before it; what is moved is moved
    last."""
    community = choose_community(context, options.community)
    events = _wanted(context, community, options)
    if events:
        community = change(context.home, context.clock, community.id, events)
    for line in apart_lines(community):
        context.warn(line)
    if options.json:
        context.say(_json(community))
    elif options.themes:
        context.say("\n".join(_themes(community)))
    elif options.history:
        context.say("\n".join(_history(context, community)))
    else:
        context.say("\n".join(_listed(community)))
    return 0


def _wanted(context: Context, community: Community, options: Namespace) -> list[CommunityEvent]:
    wanted = _changed(community.rules, options)
    events: list[CommunityEvent] = []
    if wanted != community.rules:
        events.append(RulesAgreed(rules=wanted, session=running_session(context, community)))
    if options.keeper is not None:
        given = badges([(one.person, one.name) for one in community.active])
        people = [Known(one.person, one.name, given[one.person]) for one in community.active]
        events += keeping(community, find_person(options.keeper, people))
    return events


def _changed(before: Rules, options: Namespace) -> Rules:
    after = before
    for number, text in (_pair(option, "--reword", "2=One voice at a time") for option in options.reword):
        after = reworded(after, number, text)
    for number in sorted(set(options.drop), reverse=True):
        after = dropped(after, number)
    for text in options.add:
        after = added(after, text)
    for number, text in (_pair(option, "--move", "3=1") for option in options.move):
        after = moved(after, number, _number(text, "--move", "3=1"))
    return after


def _pair(option: str, name: str, example: str) -> tuple[int, str]:
    number, sign, text = option.partition("=")
    if not sign:
        raise Refused(f"{name} {option!r}: write it like {name} {example!r}")
    return _number(number, name, example), text


def _number(text: str, name: str, example: str) -> int:
    if not (text.strip().isascii() and text.strip().isdecimal() and len(text.strip()) < 5):
        raise Refused(f"{name} {text!r} is no number; write it like {name} {example!r}")
    return int(text)


def running_session(context: Context, community: Community) -> str:
    """The id of the session of this community that is running, "" for none; it is looked for near today."""
    today = local(context.clock.now(), zone_or_utc("UTC")).date()
    near = [(today + timedelta(days=days)).isoformat() for days in range(-NEAR_DAYS, NEAR_DAYS + 1)]
    for id in reversed(context.home.sessions(community.id)):
        if id[:10] in near and read_session(context.home, community.id, id).live:
            return id
    return ""


def _listed(community: Community) -> list[str]:
    if not community.rules:
        return [f"{community.name} has no rules yet; lcterm rules --add TEXT, or the board's command `rules`."]
    kept = ", ".join(one.name for one in keepers(community))
    numbered = [
        line for number, rule in enumerate(community.rules, 1) for line in wrapped(rule, f"{number:3} ", " " * 4)
    ]
    return [*numbered, f"Kept by {kept}." if kept else "Nobody keeps them yet; lcterm rules --keeper NAME."]


def _themes(community: Community) -> list[str]:
    left, questions = untouched(community.rules), themes()[1]
    lines = ["Themes that these rules do not touch. They are only offered; the words are the group's."] if left else []
    lines = lines or ["The rules touch every theme that groups often speak of."]
    for theme in left:
        lines += wrapped(f"{theme.title}: {theme.ask}", "- ", "  ")
    return [*lines, "Questions that help rules along:", *(f"- {question}" for question in questions)]


def _history(context: Context, community: Community) -> list[str]:
    zone = zone_or_utc(machine_zone())
    titles = {one.session: one.title for one in digests(context.home, community.id)}
    lines: list[str] = []
    before: Rules = ()
    for one in community.rules_history:
        session = f", {titles.get(one.session) or one.session}" if one.session else ""
        apart = ", agreed apart from the list before" if one.apart else ""
        lines.append(f"{full_day(local(one.at, zone).date())}{session}{apart}")
        lines += [line for told in changes(before, one.rules) for line in wrapped(change_line(told), "  ", "    ")]
        before = one.rules
    return lines or [f"{community.name} has no rules yet."]


def _json(community: Community) -> str:
    zone = zone_or_utc(machine_zone())
    record = {
        "rules": list(community.rules),
        "keepers": [one.name for one in keepers(community)],
        "themes": [theme.title for theme in untouched(community.rules)],
        "history": [
            {"at": iso(one.at, zone), "session": one.session or None, "rules": list(one.rules)}
            for one in community.rules_history
        ],
    }
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode()
