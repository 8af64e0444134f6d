"""A capture as one line of a summary: its words, and in brackets what is to be known beside them."""

from collections.abc import Sequence

from lcterm.core.when import due
from lcterm.documents.summary_parts import Item


def with_facts(text: str, facts: Sequence[str]) -> str:
    """The words, and the facts that are not empty in brackets behind them."""
    told = "; ".join(filter(None, facts))
    return f"{text} ({told})" if told else text


def state_facts(item: Item) -> list[str]:
    """Until when, and whether it is done; empty where there is nothing to say."""
    until = f"due {due(item.due)}" if item.due else "due next time" if item.due_next and not item.done else ""
    return [until, "done" if item.done else ""]
