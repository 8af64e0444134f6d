"""What is made ready before a session, from the command line: cards, prepare, contacts."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

import msgspec

from lcterm.cli.choosing import choose_community, choose_session, desk_for
from lcterm.cli.context import Context
from lcterm.core.commands import TickItem
from lcterm.core.community import Community
from lcterm.core.community_events import ChecklistAgreed, ContactsGiven
from lcterm.core.refusal import Refused
from lcterm.documents.wrapping import wrapped
from lcterm.store.card_file import Card
from lcterm.store.cards import cards as all_cards
from lcterm.store.cards import copy_card, matching
from lcterm.store.checklist import added, done_of, find_item, items, lines_of, removed
from lcterm.store.contacts import contacts_of
from lcterm.store.desk import Desk
from lcterm.store.register import change


def add_cards(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORD", help="a card's id, or words that narrow the list")
    parser.add_argument("--copy", action="store_true", help="make the card yours to edit; prints the path")
    parser.set_defaults(run=cards)


def add_prepare(parser: ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", metavar="SESSION")
    parser.add_argument("--tick", action="append", default=[], metavar="ITEM", help="done: its number, or its words")
    parser.add_argument("--untick", action="append", default=[], metavar="ITEM", help="open again")
    parser.add_argument(
        "--add", action="append", default=[], metavar="TEXT", help="a new item of the community's list; # for a heading"
    )
    parser.add_argument("--remove", action="append", default=[], metavar="ITEM", help="off the community's list")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=prepare)


def add_contacts(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument("--add", action="append", default=[], metavar="TEXT", help="a contact, with how to reach it")
    parser.add_argument(
        "--remove", action="append", default=[], type=int, metavar="N", help="by its number in the list"
    )
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=contacts)


# ── Cards ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def cards(context: Context, options: Namespace) -> int:
    """The cards with these words: the list, or the one that is left in full."""
    known, reasons = all_cards(context.home)
    for reason in reasons:
        context.warn(reason)
    found = _meant(known, " ".join(options.words))
    if options.copy:
        if len(found) != 1:
            raise Refused(f"--copy takes one card, and {len(found)} are meant; name it by its id: {_ids(found)}")
        context.say(str(copy_card(found[0], context.home)))
    elif len(found) == 1:
        context.say("\n".join(_in_full(found[0])))
    else:
        context.say("\n".join(_listed(found)))
    return 0


def _meant(known: Sequence[Card], typed: str) -> Sequence[Card]:
    exact = [card for card in known if card.id == typed.strip().casefold()]
    found = exact or matching(known, typed)
    if not found:
        raise Refused(f"no card has {typed!r} in it; `lcterm cards` lists them all")
    return found


def _ids(found: Sequence[Card]) -> str:
    return ", ".join(card.id for card in found)


def _listed(found: Sequence[Card]) -> list[str]:
    return [f"{card.id:18} {card.situation}{' (yours)' if card.own else ''}" for card in found]


def _in_full(card: Card) -> list[str]:
    lines = [card.situation, ""]
    lines += [line for sentence in card.say for line in wrapped(f"“{sentence}”", rest="  ")]
    lines += [""] if card.say and card.do else []
    lines += [line for item in card.do for line in wrapped(item, "- ", "  ")]
    return [*lines, "", *wrapped(f"Idea: {card.source}")] if card.source else lines


# ── The checklist ───────────────────────────────────────────────────────────────────────────────────────────────────


def prepare(context: Context, options: Namespace) -> int:
    """The checklist of a session, after any change that was asked for. Numbers are those of the list before it."""
    held = choose_session(context, options.session, open_only=True)
    desk = desk_for(context, held)
    before = lines_of(desk.meeting.community)
    ticks = [(find_item(before, item), True) for item in options.tick]
    ticks += [(find_item(before, item), False) for item in options.untick]
    lines = before
    for item in options.remove:
        lines = removed(lines, find_item(before, item))
    for text in options.add:
        lines = added(lines, text)
    for item, done in ticks:
        if done != (item in desk.meeting.session.ticked) and (outcome := desk.act(TickItem(item, done))).refused:
            raise Refused(outcome.text)
    if lines != before:
        desk.record_of_community(ChecklistAgreed(items=lines))
    if ticks or lines != before:
        desk.settle()
    _say_checklist(context, desk, as_json=options.json)
    return 0


def _say_checklist(context: Context, desk: Desk, *, as_json: bool) -> None:
    lines, ticked = lines_of(desk.meeting.community), desk.meeting.session.ticked
    listed = items(lines)
    if as_json:
        records = [
            {"n": number, "item": item.text, "group": item.group, "done": item.text in ticked}
            for number, item in enumerate(listed, 1)
        ]
        context.say(_json(records))
        return
    group = ""
    for number, item in enumerate(listed, 1):
        if item.group != group:
            group = item.group
            context.say(group)
        context.say(f"{number:3} {'done' if item.text in ticked else 'open'}: {item.text}")
    context.say(f"{done_of(lines, ticked)} of {len(listed)} prepared.")


# ── Contacts ────────────────────────────────────────────────────────────────────────────────────────────────────────


def contacts(context: Context, options: Namespace) -> int:
    """Whom to turn to near here, after any change that was asked for. Numbers are those of the list before it."""
    community = choose_community(context, options.community)
    kept = [contact for number, contact in enumerate(community.contacts, 1) if number not in options.remove]
    for number in options.remove:
        if not 1 <= number <= len(community.contacts):
            raise Refused(f"there is no contact {number}; {_counted(community)}")
    # Only a change has to keep to the bounds: a list that came from elsewhere is shown as it is.
    wanted = contacts_of([*kept, *options.add]) if options.add or options.remove else community.contacts
    if wanted != community.contacts:
        community = change(context.home, context.clock, community.id, [ContactsGiven(contacts=wanted)])
    if options.json:
        context.say(_json(list(community.contacts)))
    elif community.contacts:
        context.say("\n".join(f"{number:3} {contact}" for number, contact in enumerate(community.contacts, 1)))
    else:
        context.say(f"{community.name} has entered no contacts yet; lcterm contacts --add TEXT enters one.")
    return 0


def _counted(community: Community) -> str:
    count = len(community.contacts)
    return f"{community.name} has {count} contact{'s' if count != 1 else ''}"


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
