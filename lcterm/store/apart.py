"""What two laptops settled without knowing of each other, in words: rules, and answers of the charter."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, get_args

from lcterm.core.apart import answers_apart, rules_apart
from lcterm.core.charter import YES, Allowance
from lcterm.core.community import Community
from lcterm.core.fold_charter import Answer

if TYPE_CHECKING:
    from lcterm.store.charter import Topic

WORDS_MAX = 80
"""Characters of what was said that a notice repeats; the charter and the history of the rules have all of it."""


def apart_lines(community: Community) -> list[str]:
    """What was agreed apart, and what to do about it, a line each; none while all is agreed once."""
    return [*_rules(community), *_charter(community)]


def _rules(community: Community) -> Iterator[str]:
    for one in rules_apart(community):
        more = [rule for rule in one.rules if rule not in community.rules]
        less = [rule for rule in community.rules if rule not in one.rules]
        facts = [f"has {_quoted(more)}" if more else "", f"lacks {_quoted(less)}" if less else ""]
        differs = " and ".join(filter(None, facts)) or "has another order"
        yield (
            "the rules were changed on two laptops that did not know of each other; the later list counts, the other "
            f"{differs}; the next change of the rules settles it"
        )


def _charter(community: Community) -> Iterator[str]:
    if not answers_apart(community):
        return
    from lcterm.store.charter import topics

    known = {one.id: one for one in topics()}
    for answer in answers_apart(community):
        topic = known.get(answer.topic)
        title = topic.title if topic else answer.topic
        said = "; and ".join(_said(topic, one) for one in (*answer.beside, answer))
        allowance = answer.topic in get_args(Allowance) and any(one.choice == YES for one in (answer, *answer.beside))
        until = "until it is answered again it is a no" if allowance else "the later counts until it is answered again"
        yield f"the charter was answered twice, apart from each other, {title}: {said}; {until}"


def _said(topic: "Topic | None", answer: Answer) -> str:
    choice = topic.words_of(answer.choice) if topic else answer.choice
    return _quoted(tuple(filter(None, (choice, answer.answer))))


def _quoted(texts: Sequence[str]) -> str:
    return ", ".join(f"“{one if len(one) <= WORDS_MAX else f'{one[: WORDS_MAX - 1]}…'}”" for one in texts)
