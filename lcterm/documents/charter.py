"""The charter of a community: its rules, what it settled and what is open, the brief, who does what, what is reported,
and how far the setting up has come. For the group; notes about the setting up are not in it."""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Literal

import msgspec
from msgspec import Struct

from lcterm.core.audience import may_see
from lcterm.core.charter import BRIEF
from lcterm.core.community import Community
from lcterm.core.event import Role
from lcterm.core.events_charter import SetupState
from lcterm.core.keepers import keepers
from lcterm.core.when import full_day, local, zone_or_utc
from lcterm.documents.charter_words import MEANWHILE, answer_words
from lcterm.documents.summary_html import html_page
from lcterm.documents.summary_markdown import markdown_page
from lcterm.documents.summary_words import Block, Layout
from lcterm.store.charter import Topic, first_brief, is_settled, setting_up, topics

Form = Literal["md", "html", "json"]
"""How a charter is written out."""

REPORTING = frozenset({"reporting", "names"})
"""The topics that say what leaves the room."""


class TopicLine(Struct, frozen=True, kw_only=True):
    """A topic as it stands. `choice`: the id of the answer chosen, `default`: the one that holds while there is none;
    `words`: what was settled, to read. `at`: when, aware; `session`: the id of the one that settled it."""

    id: str
    title: str
    part_of: str | None
    question: str
    settled: bool
    answer: str
    choice: str | None
    default: str | None
    words: str
    at: datetime | None
    session: str | None


class RolesLine(Struct, frozen=True, kw_only=True):
    """A person with the roles that go beyond being a member."""

    name: str
    roles: tuple[Role, ...]


class SetupLine(Struct, frozen=True, kw_only=True):
    """An item of the setting up and how it stands."""

    id: str
    text: str
    state: SetupState


class Charter(Struct, frozen=True, kw_only=True):
    """The whole of it. `brief`: what is asked of those who present, the group's own words or those that are offered
    until there are some (`brief_is_ours`)."""

    community: str
    purpose: str
    written: datetime
    rules: tuple[str, ...]
    keepers: tuple[str, ...]
    topics: tuple[TopicLine, ...]
    brief: tuple[str, ...]
    brief_is_ours: bool
    roles: tuple[RolesLine, ...]
    setting_up: tuple[SetupLine, ...]


def charter(community: Community, now: int, zone_name: str) -> Charter:
    """The community's charter at `now` (wall, ms), with its times in this zone."""
    zone = zone_or_utc(zone_name)
    held = community.charter.get(BRIEF)
    return Charter(
        community=community.name,
        purpose=community.purpose,
        written=local(now, zone),
        rules=community.rules if may_see("group", "rules") else (),
        keepers=tuple(one.name for one in keepers(community)),
        topics=tuple(_topics(community, zone)) if may_see("group", "charter") else (),
        brief=(held.answer,) if held and held.answer else first_brief().points,
        brief_is_ours=bool(held and held.answer),
        roles=tuple(_roles(community)),
        setting_up=tuple(
            SetupLine(id=item.id, text=item.text, state=community.setup[item.id].state)
            for item in setting_up()
            if item.id in community.setup
        ),
    )


def _topics(community: Community, zone: tzinfo) -> Iterator[TopicLine]:
    """Those that lcterm knows, then what a later one has asked."""
    known = topics()
    strange = [one for one in community.charter if one not in {topic.id for topic in known}]
    for topic in (*known, *(Topic(id, "", id, "", "", (), (), "") for id in strange)):
        answer = community.charter.get(topic.id)
        yield TopicLine(
            id=topic.id,
            title=topic.title,
            part_of=topic.of or None,
            question=topic.question,
            settled=is_settled(community, topic),
            answer=answer.answer if answer else "",
            choice=(answer.choice or None) if answer else None,
            default=topic.default or None,
            words=answer_words(topic, answer),
            at=local(answer.at, zone) if answer else None,
            session=(answer.session or None) if answer else None,
        )


def _roles(community: Community) -> Iterator[RolesLine]:
    for one in community.active:
        roles = tuple(role for role in one.roles if role != "member")
        if roles:
            yield RolesLine(name=one.name, roles=roles)


# ── Written out ─────────────────────────────────────────────────────────────────────────────────────────────────────


def charter_text(held: Charter, form: Form) -> str:
    """The charter in this form. Raises Refused when what is needed for a page did not come with this lcterm."""
    match form:
        case "md":
            return markdown_page(layout(held))
        case "html":
            return html_page(layout(held), "group")
        case "json":
            return msgspec.json.format(msgspec.json.encode(held), indent=2).decode() + "\n"


def layout(held: Charter) -> Layout:
    """The document in the order it is read. What is empty is left out, and what is open is said."""
    open_ones = [one for one in held.topics if not one.settled and not one.part_of]
    twelve = [one for one in held.topics if not one.part_of and one.question]
    opening = [held.purpose] if held.purpose else []
    settled = len(twelve) - len(open_ones)
    opening.append(f"As it stood on {full_day(held.written.date())}: {settled} of {len(twelve)} things settled.")
    return Layout(f"{held.community}: our charter", tuple(opening), tuple(b for b in _blocks(held) if b.lines))


def _blocks(held: Charter) -> Iterator[Block]:
    kept = f"Our ground rules, kept by {', '.join(held.keepers)}" if held.keepers else "Our ground rules"
    yield Block(kept, held.rules, numbered=True)
    said = [one for one in held.topics if one.words and one.id not in REPORTING]
    yield Block("What we settled", tuple(_said(one) for one in said if one.settled))
    yield Block("What holds until we say otherwise", tuple(_meanwhile(one) for one in held.topics if _waits(one)))
    yield Block("Still to settle", tuple(map(_asked, filter(_is_open, held.topics))))
    whose = "What we ask of those who present" if held.brief_is_ours else "What those who present could be asked"
    yield Block(whose, held.brief)
    yield Block("Who does what", tuple(f"{one.name}: {', '.join(one.roles)}" for one in held.roles))
    yield Block("What leaves the room", tuple(_said(one) for one in held.topics if one.id in REPORTING and one.settled))
    yield Block("How it was set up", tuple(f"{one.text}: {one.state}" for one in held.setting_up))


def _said(one: TopicLine) -> str:
    return f"{one.title}: {one.words}"


def _asked(one: TopicLine) -> str:
    return f"{one.title}: {one.question}{f' {one.words}.' if one.words else ''}"


def _waits(one: TopicLine) -> bool:
    return not one.settled and one.default is not None


def _meanwhile(one: TopicLine) -> str:
    return f"{one.title}: {one.words.removeprefix(MEANWHILE)}"


def _is_open(one: TopicLine) -> bool:
    return not one.settled and one.default is None
