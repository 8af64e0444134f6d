"""The chronicle on its way to people: in one form or the other, and where it lies in the home."""

from pathlib import Path

from lcterm.core.chronicle import Chronicle
from lcterm.documents.chronicle import Form
from lcterm.documents.chronicle_markdown import chronicle_markdown
from lcterm.store.paths import Home
from lcterm.store.traces import CHRONICLE


def written(held: Chronicle, form: Form) -> str:
    """The chronicle in this form. Raises Refused when what it takes did not come with this lcterm."""
    if form == "md":
        return chronicle_markdown(held)
    from lcterm.documents.chronicle_html import chronicle_html  # the names of all entities: for this form alone

    return chronicle_html(held)


def chronicle_file(home: Home, community: str, form: Form) -> Path:
    """Where the chronicle lies in the home; a strike finds it there by that name."""
    return home.summaries(community) / f"{CHRONICLE}{form}"
