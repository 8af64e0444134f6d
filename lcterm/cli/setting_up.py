"""Setting a community up, from the command line: what is to be negotiated and arranged, and how far it is."""

from argparse import ArgumentParser, Namespace
from typing import get_args

import msgspec

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.cli.documents_out import hand_on
from lcterm.core.charter import answer_text, noting, until_when
from lcterm.core.community import Community
from lcterm.core.community_events import SetupState
from lcterm.core.fold_charter import SetupItem
from lcterm.core.refusal import Refused
from lcterm.core.text import folded
from lcterm.core.when import due, local, zone_or_utc
from lcterm.documents.wrapping import wrapped
from lcterm.store.charter import SettingUp, find_item, first_brief, setting_up
from lcterm.store.register import change
from lcterm.store.zone import machine_zone

STATES: tuple[SetupState, ...] = get_args(SetupState)
SIGNS: dict[SetupState, str] = {"open": " ", "under way": "~", "settled": "x", "not needed": "-"}


def add_setup(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    for name, metavar, help in (
        ("state", "ITEM=STATE", f"how it stands: {', '.join(STATES)}"),
        ("note", "ITEM=TEXT", "what there is to say of it"),
        ("who", "ITEM=NAME", "who sees to it"),
        ("when", "ITEM=TEXT", "until when"),
    ):
        parser.add_argument(f"--{name}", action="append", default=[], metavar=metavar, help=help)
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--ask", action="store_true", help="with each item the question to ask")
    shown.add_argument("--alternatives", action="store_true", help="is it a Learning Community at all? What else helps")
    shown.add_argument("--brief", action="store_true", help="the brief for the one who goes first")
    shown.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--to", default="-", metavar="clipboard|-|FILE", help="where the brief goes")
    parser.set_defaults(run=setup)


def setup(context: Context, options: Namespace) -> int:
    """The setting up, after any change that was asked for."""
    if options.to != "-" and not options.brief:
        raise Refused("--to says where the brief goes; give --brief with it")
    community = _noted(context, choose_community(context, options.community), options)
    if options.brief:
        _hand_on_brief(context, community, options.to)
    elif options.alternatives:
        context.say("\n".join(_alternatives()))
    elif options.json:
        context.say(msgspec.json.format(msgspec.json.encode(_records(community)), indent=2).decode())
    else:
        context.say("\n".join(_listed(community, asked=options.ask)))
    return 0


def _noted(context: Context, community: Community, options: Namespace) -> Community:
    """The community once all of this is noted. Nothing is stored unless all of it can be."""
    states: dict[str, SetupState] = {}
    said: dict[str, dict[str, str]] = {}
    today = local(context.clock.now(), zone_or_utc(machine_zone())).date()
    for name in ("state", "note", "who", "when"):
        for option in getattr(options, name):
            typed, sign, text = option.partition("=")
            if not sign or not typed.strip():
                example = "room=settled" if name == "state" else f"room=the {name}"
                raise Refused(f"--{name} {option!r}: write it like --{name} {example!r}")
            item = find_item(typed).id
            words = said.setdefault(item, {})
            if name == "state":
                states[item] = _state(text)
            else:
                said_of_it = answer_text(text, f"--{name}")
                words[name] = until_when(said_of_it, today) if name == "when" else said_of_it
    found = [
        noting(community, item, states.get(item), one.get("note"), one.get("who"), one.get("when"))
        for item, one in said.items()
    ]
    events = [event for event in found if event is not None]
    return change(context.home, context.clock, community.id, events) if events else community


def _state(typed: str) -> SetupState:
    wanted = folded(typed).replace("-", " ")
    found = [one for one in STATES if wanted and one.startswith(wanted)]
    if len(found) != 1:
        raise Refused(f"--state {typed!r} is none; there is {', '.join(STATES)}")
    return found[0]


def _listed(community: Community, *, asked: bool) -> list[str]:
    lines: list[str] = []
    group = ""
    for number, item in enumerate(setting_up(), 1):
        if item.group != group:
            group = item.group
            lines.append(group)
        held = community.setup.get(item.id)
        sign = SIGNS[held.state if held else "open"]
        lines += wrapped(f"{item.text} ({item.id})", f"{number:3} [{sign}] ", " " * 8)
        lines += wrapped(item.ask, " " * 8, " " * 8) if asked else []
        lines += [line for fact in _facts(held) for line in wrapped(fact, " " * 8 + "= ", " " * 10)]
    settled = sum(one.state in ("settled", "not needed") for one in community.setup.values())
    return [*lines, f"{settled} of {len(setting_up())} settled."]


def _facts(held: SetupItem | None) -> list[str]:
    if held is None:
        return []
    lead = ", ".join(filter(None, (held.who, due(held.when))))
    return [fact for fact in (lead, held.note) if fact]


def _alternatives() -> list[str]:
    fitting = setting_up()[0]
    lines = wrapped(fitting.ask)
    for title, when in first_brief().alternatives:
        lines += wrapped(f"{title}: {when}", "- ", "  ")
    return lines


def _records(community: Community) -> list[dict[str, object]]:
    def record(item: SettingUp) -> dict[str, object]:
        held = community.setup.get(item.id)
        known = held or SetupItem(item=item.id, state="open", note="", who="", when="", at=0)
        facts = {"state": known.state, "note": known.note, "who": known.who, "when": known.when}
        return {"id": item.id, "group": item.group, "text": item.text, **facts}

    return [record(item) for item in setting_up()]


def _hand_on_brief(context: Context, community: Community, to: str) -> None:
    from lcterm.documents.first_brief import first_brief_text

    text = first_brief_text(community)
    hand_on(context, text, to, "brief")
