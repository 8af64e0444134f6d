"""The charter from the command line: read, and answered."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.cli.documents_out import hand_on
from lcterm.cli.rules import running_session
from lcterm.core.charter import answer_text, answering, purposing
from lcterm.core.charter_decisions import PURPOSE, decision
from lcterm.core.community import Community
from lcterm.core.community_events import CharterAnswered, PurposeAgreed
from lcterm.core.refusal import Refused
from lcterm.store.apart import apart_lines
from lcterm.store.charter import chosen_by, find_choice, find_topic, is_settled, to_choose
from lcterm.store.desk import Desk
from lcterm.store.register import change
from lcterm.store.traces import CHARTER
from lcterm.store.zone import machine_zone

Settling = CharterAnswered | PurposeAgreed
ENDINGS = {"md": "md", "html": "html", "json": "json"}


def add_charter(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument(
        "--answer", action="append", default=[], metavar="TOPIC=TEXT", help="what the group settled; empty: open again"
    )
    parser.add_argument(
        "--choose", action="append", default=[], metavar="TOPIC=CHOICE", help="one of the topic's set answers"
    )
    parser.add_argument(
        "--purpose", metavar="TEXT", help='what you are here for, in the group\'s words; "" leaves it open'
    )
    parser.add_argument("--topics", action="store_true", help="what there is to settle: questions, reasons, choices")
    parser.add_argument("--format", choices=list(ENDINGS), default="md", dest="form")
    parser.add_argument("--to", default="-", metavar="clipboard|-|FILE", help="default: standard output")
    parser.set_defaults(run=charter)


def charter(context: Context, options: Namespace) -> int:
    """The charter, after any answer that was given. While a session of the community runs an answer is a decision of
    that session too."""
    community = _answered(context, choose_community(context, options.community), options)
    for line in apart_lines(community):
        context.warn(line)
    if options.topics:
        context.say("\n".join(_topics(community)))
        return 0
    from lcterm.documents.charter import charter as gathered
    from lcterm.documents.charter import charter_text

    text = charter_text(gathered(community, context.clock.now(), machine_zone()), options.form)
    kept = context.home.summaries(community.id) / f"{CHARTER}{ENDINGS[options.form]}"
    hand_on(context, text, options.to, "charter", kept)
    return 0


def _answered(context: Context, community: Community, options: Namespace) -> Community:
    """The community once all of this is settled. Nothing is stored unless all of it can be."""
    said: dict[str, dict[str, str]] = {}
    for option in options.answer:
        topic, text = _pair(option, "--answer", 'brief="A case, told as a story"')
        meant, words = find_topic(topic), answer_text(text)
        found = chosen_by(meant, words)
        said.setdefault(meant.id, {}).update({"answer": "", "choice": found} if found else {"answer": words})
    for option in options.choose:
        typed, word = _pair(option, "--choose", "order=chaired")
        topic_meant = find_topic(typed)
        said.setdefault(topic_meant.id, {})["choice"] = find_choice(topic_meant, word) if word.strip() else ""
    anything = bool(said) or options.purpose is not None
    session = running_session(context, community) if anything else ""
    purpose = purposing(community, options.purpose, session) if options.purpose is not None else None
    facts = [answering(community, id, one.get("answer"), one.get("choice"), session) for id, one in said.items()]
    events = [event for event in (purpose, *facts) if event is not None]
    if session and events:
        community = _settled_in(context, community, session, events)
    elif events:
        community = change(context.home, context.clock, community.id, events)
    for one in map(find_topic, said):
        if one.id in community.charter and not is_settled(community, one):
            context.warn(f"{to_choose(one)}: --choose {one.id}={one.choices[0].id}")
    return community


def _settled_in(context: Context, community: Community, session: str, events: Sequence[Settling]) -> Community:
    """The community once the session that runs has settled all of this: among its decisions too. What the session
    does not take is said on standard error; the charter has it all the same."""
    desk = Desk(context.home, community.id, session, context.clock)
    for event in events:
        desk.record_of_community(event)
        wish = decision(desk.meeting.session, *_told(desk.meeting.community, event))
        outcome = desk.act(wish) if wish is not None else None
        if outcome is not None and outcome.refused:
            context.warn(f"not among the decisions of the session: {outcome.text}")
    desk.settle()
    return desk.meeting.community


def _told(community: Community, event: Settling) -> tuple[str, str]:
    """What a decision is about, and its words."""
    if isinstance(event, PurposeAgreed):
        return PURPOSE, event.purpose
    from lcterm.documents.charter_words import answer_words

    topic, answer = find_topic(event.topic), community.charter.get(event.topic)
    settled = answer is not None and is_settled(community, topic)
    return topic.title, answer_words(topic, answer) if settled else ""


def _pair(option: str, name: str, example: str) -> tuple[str, str]:
    topic, sign, text = option.partition("=")
    if not sign or not topic.strip():
        raise Refused(f"{name} {option!r}: write it like {name} {example}")
    return topic, text


def _topics(community: Community) -> list[str]:
    from lcterm.documents.charter_words import answer_words
    from lcterm.documents.wrapping import wrapped
    from lcterm.store.charter import topics

    lines: list[str] = []
    for number, topic in enumerate(topics(), 1):
        sign = "x" if is_settled(community, topic) else " "
        lines += wrapped(f"{topic.title} ({topic.id}): {topic.question}", f"{number:3} [{sign}] ", " " * 8)
        lines += [line for one in topic.choices for line in wrapped(f"{one.id}: {one.words}", " " * 8 + "- ", " " * 10)]
        words = answer_words(topic, community.charter.get(topic.id))
        lines += wrapped(words, " " * 8 + "= ", " " * 10) if words else []
    return lines
