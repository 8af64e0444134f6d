"""What comes next, from the command line: next, brief."""

from argparse import ArgumentParser, Namespace
from typing import get_args

import msgspec
from msgspec.structs import replace

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.cli.documents_out import TO_FILE, hand_on
from lcterm.core.badges import badges
from lcterm.core.coming import Brief
from lcterm.core.community import Community
from lcterm.core.community_events import BriefState, Brings
from lcterm.core.names import Known, find_person
from lcterm.core.next_time import Wish, presenters_of
from lcterm.core.questions import brief_of, briefed
from lcterm.core.refusal import Refused
from lcterm.core.starts import read_start
from lcterm.core.text import clean
from lcterm.core.when import local, zone_named, zone_or_utc
from lcterm.store.next_time import Standing, agree, standing
from lcterm.store.register import change
from lcterm.store.zone import machine_zone

TITLE_MAX = 120
QUESTION_MAX = 400
QUESTIONS_MAX = 6


def add_next(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument("--starts", metavar="TIME", help='"fri 14:00", "15 Dec", "2026-12-15 14:00"; "" takes it back')
    parser.add_argument("--zone", metavar="ZONE", help="time zone, like Europe/Berlin (default: that of the last time)")
    parser.add_argument("--place", metavar="TEXT", help='where; "" takes it back')
    parser.add_argument("--arranger", metavar="NAME", help='who arranges it; "" for nobody')
    parser.add_argument(
        "--presenter", action="append", metavar="NAME", help='all who present, in their order; "" for nobody'
    )
    parser.add_argument("--subject", metavar="TEXT", help='what the group wants to learn then; "" takes it back')
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=next_time)


def add_brief(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument("--kind", choices=get_args(Brings), help="what they bring")
    parser.add_argument("--title", metavar="TEXT", help="what it is about, in a few words")
    parser.add_argument(
        "--question", action="append", metavar="TEXT", help='all they ask the group, one each; "" for none'
    )
    parser.add_argument("--state", choices=get_args(BriefState), help="how far they are")
    parser.add_argument("--copy", action="store_true", help="the brief to send them, here and on the clipboard")
    parser.add_argument("--to", metavar="clipboard|-|FILE", help="the brief to send them, there alone")
    parser.set_defaults(run=brief)


def next_time(context: Context, options: Namespace) -> int:
    """The next time, after any change that was asked for; what does not agree is said on standard error."""
    from lcterm.documents.next_lines import apart, next_lines, next_record

    community = choose_community(context, options.community)
    now = standing(context.home, community, context.clock.now())
    wish = _wish(context, options, now)
    if wish != Wish():
        now = agree(context.home, context.clock, community, wish)
    if options.json:
        context.say(msgspec.json.format(msgspec.json.encode(next_record(now)), indent=2).decode())
        return 0
    context.say("\n".join(next_lines(now)))
    for line in apart(now):
        context.warn(line)
    return 0


def _wish(context: Context, options: Namespace, now: Standing) -> Wish:
    """What was asked for. Raises Refused."""
    people = _people(now.community)
    starts, zone = _when(context, options, now)
    presenters = None
    if options.presenter is not None:
        presenters = tuple(dict.fromkeys(find_person(name, people) for name in options.presenter if name.strip()))
    arranger = options.arranger
    if arranger is not None and arranger.strip():
        arranger = find_person(arranger, people)
    return Wish(starts, zone, options.place, arranger, presenters, options.subject)


def _when(context: Context, options: Namespace, now: Standing) -> tuple[int | None, str | None]:
    """Start (wall ms) and zone, None where nothing was said of them. Another zone alone leaves the time of day."""
    known = now.next
    before = known.zone if known and known.zone else now.held.zone if now.held else machine_zone()
    zone = zone_named(options.zone or before)
    if options.starts is None:
        if options.zone is None or known is None or not known.starts:
            return None, options.zone
        moment = local(known.starts, zone_or_utc(known.zone)).replace(tzinfo=zone)
        return round(moment.timestamp() * 1000), options.zone
    if not options.starts.strip():
        return 0, options.zone
    usual = local(now.held.starts, zone_or_utc(now.held.zone)).time() if now.held else None
    starts = read_start(options.starts, context.clock.now(), zone, usual)
    if starts <= context.clock.now():
        raise Refused(f"--starts {options.starts} is over already; give a time to come")
    return starts, options.zone or before


def _people(community: Community) -> list[Known]:
    given = badges([(one.person, one.name) for one in community.active])
    return [Known(one.person, one.name, given[one.person]) for one in community.active]


# ── A presenter's brief ─────────────────────────────────────────────────────────────────────────────────────────────


def brief(context: Context, options: Namespace) -> int:
    """What somebody brings to the next time, after any change that was asked for; with --copy the text for them."""
    from lcterm.documents import handing_on
    from lcterm.documents.presenter_brief import brief_lines, brief_text

    community = choose_community(context, options.community)
    person = find_person(options.name, _people(community))
    now = standing(context.home, community, context.clock.now())
    running = [now.held] if now.held is not None and now.held.live else []
    theirs = (one for one in (*now.planned, *running) if person in presenters_of(one))
    planned = next(theirs, now.planned[0] if now.planned else None)
    known = brief_of(community.coming, person, planned)
    before = known or Brief(person=person, at=0)
    wanted = _told(before, options)
    if wanted != before or (known is None and options.state is not None):
        event = briefed(wanted, planned.id if planned else "")
        community = change(context.home, context.clock, community.id, [event])
        known = brief_of(community.coming, person, planned)
    if options.to is not None:
        hand_on(context, brief_text(now.next, community, person, known), options.to, "brief")
    elif options.copy:
        text = brief_text(now.next, community, person, known)
        context.say(text.rstrip("\n"))
        terminal = handing_on.terminal_of(context.environ)
        context.warn(handing_on.hand_on(text, None, terminal, "brief", instead=TO_FILE))
    else:
        context.say("\n".join(brief_lines(now.next, community, person, known, planned)))
    return 0


def _told(before: Brief, options: Namespace) -> Brief:
    questions = before.questions
    if options.question is not None:
        cleaned = (clean(one, limit=QUESTION_MAX, what="a question") for one in options.question)
        questions = tuple(dict.fromkeys(one for one in cleaned if one))
    if len(questions) > QUESTIONS_MAX:
        raise Refused(f"{len(questions)} questions are more than a group can talk about; at most {QUESTIONS_MAX} fit")
    title = before.title if options.title is None else clean(options.title, limit=TITLE_MAX, what="the title")
    return replace(
        before,
        brings=options.kind or before.brings,
        title=title,
        questions=questions,
        state=options.state or before.state,
    )
