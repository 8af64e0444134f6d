"""The charter from the command line: read, and answered."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.cli.rules import running_session
from lcterm.core.charter import answer_text, answering
from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.store.charter import find_choice, find_topic
from lcterm.store.register import change
from lcterm.store.zone import machine_zone

ENDINGS = {"md": "md", "html": "html", "json": "json"}


def add_charter(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument(
        "--answer", action="append", default=[], metavar="TOPIC=TEXT", help="what the group settled; empty: open again"
    )
    parser.add_argument(
        "--choose", action="append", default=[], metavar="TOPIC=CHOICE", help="one of the topic's set answers"
    )
    parser.add_argument("--topics", action="store_true", help="what there is to settle: questions, reasons, choices")
    parser.add_argument("--format", choices=list(ENDINGS), default="md", dest="form")
    parser.add_argument("--to", default="-", metavar="clipboard|-|FILE", help="default: standard output")
    parser.set_defaults(run=charter)


def charter(context: Context, options: Namespace) -> int:
    """The charter, after any answer that was given."""
    community = _answered(context, choose_community(context, options.community), options)
    if options.topics:
        context.say("\n".join(_topics(community)))
        return 0
    from lcterm.documents.charter import charter as gathered
    from lcterm.documents.charter import charter_text

    text = charter_text(gathered(community, context.clock.now(), machine_zone()), options.form)
    _hand_on(context, community, options, text)
    return 0


def _answered(context: Context, community: Community, options: Namespace) -> Community:
    """The community once all of this is settled. Nothing is stored unless all of it can be."""
    said: dict[str, dict[str, str]] = {}
    for option in options.answer:
        topic, text = _pair(option, "--answer", 'brief="A case, told as a story"')
        said.setdefault(find_topic(topic).id, {})["answer"] = answer_text(text)
    for option in options.choose:
        typed, word = _pair(option, "--choose", "order=chaired")
        topic_meant = find_topic(typed)
        said.setdefault(topic_meant.id, {})["choice"] = find_choice(topic_meant, word) if word.strip() else ""
    session = running_session(context, community) if said else ""
    found = [answering(community, id, one.get("answer"), one.get("choice"), session) for id, one in said.items()]
    events = [event for event in found if event is not None]
    return change(context.home, context.clock, community.id, events) if events else community


def _pair(option: str, name: str, example: str) -> tuple[str, str]:
    topic, sign, text = option.partition("=")
    if not sign or not topic.strip():
        raise Refused(f"{name} {option!r}: write it like {name} {example}")
    return topic, text


def _topics(community: Community) -> list[str]:
    from lcterm.core.charter import is_settled
    from lcterm.documents.charter_words import answer_words
    from lcterm.documents.wrapping import wrapped
    from lcterm.store.charter import topics

    lines: list[str] = []
    for number, topic in enumerate(topics(), 1):
        sign = "x" if is_settled(community, topic.id) else " "
        lines += wrapped(f"{topic.title} ({topic.id}): {topic.question}", f"{number:3} [{sign}] ", " " * 8)
        lines += [line for one in topic.choices for line in wrapped(f"{one.id}: {one.words}", " " * 8 + "- ", " " * 10)]
        words = answer_words(topic, community.charter.get(topic.id))
        lines += wrapped(words, " " * 8 + "= ", " " * 10) if words else []
    return lines


def _hand_on(context: Context, community: Community, options: Namespace, text: str) -> None:
    from lcterm.documents import handing_on

    if options.to == "-":
        context.say(text.rstrip("\n"))
    elif options.to == "clipboard":
        path = context.home.summaries(community.id) / f"charter.{ENDINGS[options.form]}"
        context.say(handing_on.hand_on(text, path, handing_on.terminal_of(context.environ), "charter"))
    else:
        path = Path(options.to).expanduser()
        handing_on.save(text, path)
        context.say(f"The charter is in {path}.")
