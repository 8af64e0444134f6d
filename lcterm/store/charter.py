"""What comes with the program for a group that makes its community its own: topics of the charter, themes for rules,
the setting up, the brief for the one who goes first. All of it is offered, none of it is ever put in."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from lcterm.core.charter import is_settled as is_answered
from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.core.text import folded, unaccented
from lcterm.store.shipped import shipped
from lcterm.store.toml_file import Table, read_toml

_WORDS = 400
_MANY = 40
_TOPIC_KEYS = ("id", "of", "title", "question", "why", "ideas", "choices", "default")


class Choice(NamedTuple):
    """An answer that the program acts on: its id, and what it means."""

    id: str
    words: str


class Topic(NamedTuple):
    """Something to settle. `of`: the id of the topic with which it is asked, "" for one of the twelve. `ideas`: answers
    of others. `choices`: the set answers, none for a free one; `default`: the one that holds until the group speaks."""

    id: str
    of: str
    title: str
    question: str
    why: str
    ideas: tuple[str, ...]
    choices: tuple[Choice, ...]
    default: str

    def words_of(self, choice: str) -> str:
        """What a choice means; the id itself for one that this lcterm does not know, "" for none."""
        return next((one.words for one in self.choices if one.id == choice), choice)


class Theme(NamedTuple):
    """Something that rules often touch, and what to ask; `touched`: beginnings of words of a rule that does."""

    title: str
    ask: str
    touched: tuple[str, ...]


class SettingUp(NamedTuple):
    """An item of the setting up: its id, its group, what has to be so, and what to ask."""

    id: str
    group: str
    text: str
    ask: str


class FirstBrief(NamedTuple):
    """What the one who goes first is told, and in which cases something else serves better: (what, when)."""

    opening: str
    points: tuple[str, ...]
    closing: str
    alternatives: tuple[tuple[str, str], ...]


def _read(name: str) -> Table:
    return read_toml(shipped("data", "charter", f"{name}.toml"), f"the charter's {name}")


@cache
def topics() -> tuple[Topic, ...]:
    """All topics in the order in which they are offered. Raises Refused when they are missing or broken."""
    return tuple(_topic(table) for table in _read("twelve").tables("topic", "a topic"))


def _topic(table: Table) -> Topic:
    table.only(_TOPIC_KEYS)
    choices = tuple(_choice(table, line) for line in table.several("choices", limit=_WORDS, most=_MANY))
    return Topic(
        id=table.words("id", limit=_MANY, needed=True),
        of=table.words("of", limit=_MANY),
        title=table.words("title", limit=_MANY, needed=True),
        question=table.words("question", limit=_WORDS, needed=True),
        why=table.words("why", limit=_WORDS, needed=True),
        ideas=table.several("ideas", limit=_WORDS, most=_MANY),
        choices=choices,
        default=table.words("default", limit=_MANY),
    )


def _choice(table: Table, line: str) -> Choice:
    id, colon, words = line.partition(": ")
    if not colon:
        table.refuse("choices", 'a choice is a word and what it means: "one: a single presentation"')
    return Choice(id, words)


def find_topic(typed: str) -> Topic:
    """The topic meant: by number among all, by id, by title, else by the one beginning of either. Raises Refused."""
    known, wanted = topics(), folded(typed)
    if wanted.isdecimal() and 0 < int(wanted[:4]) <= len(known):
        return known[int(wanted[:4]) - 1]
    for fits in (str.__eq__, str.startswith):
        found = [one for one in known if wanted and (fits(one.id, wanted) or fits(folded(one.title), wanted))]
        if len(found) == 1:
            return found[0]
        if found:
            raise Refused(f"{typed!r} could be {' or '.join(one.id for one in found)}; write more of it")
    raise Refused(f"the charter has no topic called {typed!r}; there are {', '.join(one.id for one in known)}")


def find_choice(topic: Topic, typed: str) -> str:
    """The id of the choice meant, by its beginning. Raises Refused where the topic has no such one."""
    wanted = folded(typed)
    found = [one.id for one in topic.choices if one.id == wanted] or [
        one.id for one in topic.choices if wanted and one.id.startswith(wanted)
    ]
    if len(found) == 1:
        return found[0]
    if not topic.choices:
        raise Refused(f"{topic.title!r} is answered in words: --answer {topic.id}=TEXT")
    raise Refused(f"{typed!r} is no answer to {topic.id}; there is {', '.join(one.id for one in topic.choices)}")


def chosen_by(topic: Topic, text: str) -> str:
    """The id of the choice that this text is the beginning of, in its word or in what it means; "" for a text of its
    own."""
    wanted = folded(text).rstrip(".")
    by_word = [one.id for one in topic.choices if wanted and one.id.startswith(wanted)]
    by_meaning = [one.id for one in topic.choices if len(wanted.split()) > 1 and folded(one.words).startswith(wanted)]
    found = [wanted] if wanted in by_word else by_word or by_meaning
    return found[0] if len(found) == 1 else ""


def is_settled(community: Community, topic: Topic) -> bool:
    """Whether the group has settled this topic: where there are set answers, by one of them; what it said in words
    alone is said, and not chosen yet."""
    answer = community.charter.get(topic.id)
    if topic.choices and answer is not None:
        return bool(answer.choice)
    return is_answered(community, topic.id)


def to_choose(topic: Topic) -> str:
    """That something was said and nothing chosen, and what there is to choose."""
    return f"{topic.title}: said, not chosen yet; there is {' or '.join(one.id for one in topic.choices)}"


@cache
def themes() -> tuple[tuple[Theme, ...], tuple[str, ...]]:
    """The themes that rules often touch, and the questions that yield rules. Raises Refused as above."""
    table = _read("rules")
    found = tuple(
        Theme(
            one.words("title", limit=_WORDS, needed=True),
            one.words("ask", limit=_WORDS, needed=True),
            one.several("touched", limit=_MANY, most=_MANY),
        )
        for one in table.tables("theme", "a theme")
    )
    return found, table.several("questions", limit=_WORDS, most=_MANY)


def untouched(rules: Sequence[str]) -> list[Theme]:
    """The themes that no rule has to do with, as far as its words tell."""
    said = " ".join(" ".join(_words(rule)) for rule in rules)
    return [one for one in themes()[0] if not any(f" {_key(word)}" in f" {said}" for word in one.touched)]


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in unaccented(text)).split()


def _key(text: str) -> str:
    return " ".join(_words(text))


@cache
def setting_up() -> tuple[SettingUp, ...]:
    """The items of the setting up, group after group. Raises Refused as above."""
    return tuple(
        SettingUp(
            one.words("id", limit=_MANY, needed=True),
            one.words("group", limit=_MANY, needed=True),
            one.words("text", limit=_WORDS, needed=True),
            one.words("ask", limit=_WORDS, needed=True),
        )
        for one in _read("setting-up").tables("item", "an item")
    )


def find_item(typed: str) -> SettingUp:
    """The item meant: by its number, by its id, else by the one beginning of id or words. Raises Refused."""
    known, wanted = setting_up(), folded(typed)
    if wanted.isdecimal() and 0 < int(wanted[:4]) <= len(known):
        return known[int(wanted[:4]) - 1]
    for fits in (str.__eq__, str.startswith):
        found = [one for one in known if wanted and (fits(one.id, wanted) or fits(folded(one.text), wanted))]
        if len(found) == 1:
            return found[0]
    raise Refused(f"the setting up has no item {typed!r}; `lcterm setup` lists them with numbers")


@cache
def first_brief() -> FirstBrief:
    """The brief and the alternatives. Raises Refused as above."""
    table = _read("first")
    return FirstBrief(
        table.words("opening", limit=_WORDS, needed=True),
        table.several("brief", limit=_WORDS, most=_MANY),
        table.words("closing", limit=_WORDS, needed=True),
        tuple(
            (one.words("title", limit=_WORDS, needed=True), one.words("when", limit=_WORDS, needed=True))
            for one in table.tables("alternative", "an alternative")
        ),
    )


def settled_count(community: Community) -> tuple[int, int]:
    """How many of the twelve are settled, and how many there are."""
    main = [one for one in topics() if not one.of]
    return sum(is_settled(community, one) for one in main), len(main)
