"""The sponsor's summary in words ([HB]: what is reported is the group's to decide): nothing but what was released, and
nobody's name unless the charter says so."""

from collections.abc import Iterator

from lcterm.core.when import full_day
from lcterm.documents.summary_items import state_facts, with_facts
from lcterm.documents.summary_parts import Item, Summary
from lcterm.documents.wording import counted

WHAT_IT_IS = (
    "For the sponsor. This holds only what the group has heard and agreed to report. What else was said stays with the "
    "group."
)
NOTHING = "The group has not agreed to report anything from this session."


def sponsor_opening(summary: Summary) -> Iterator[str]:
    """The day, how many took part, when the next one is; what this is; and plainly so where there is nothing in it."""
    yield " ".join(_facts(summary))
    yield WHAT_IT_IS
    if not summary.captures:
        yield NOTHING


def _facts(summary: Summary) -> Iterator[str]:
    if summary.day is not None:
        yield f"{full_day(summary.day)}."
    if summary.headcount is not None:
        many = counted(summary.headcount, "member")
        match summary.standing:
            case "planned":
                yield f"Not held yet; {many} {'is' if summary.headcount == 1 else 'are'} expected."
            case "running":
                yield f"The session is not closed yet; {many} took part so far."
            case "closed" | "never run":
                yield f"{many} took part."
    if summary.next_session is not None and summary.next_session.day is not None:
        yield f"The next session is on {full_day(summary.next_session.day)}."


def sponsor_line(item: Item) -> str:
    """What was released, and until when it is to be done; who it came from and whose it is only where the charter lets
    names go there, else no item has any."""
    names = ", ".join(filter(None, (item.by if item.kind == "quote" or item.named else None, *item.owners)))
    return with_facts(item.text, [names, *state_facts(item)])
