"""Whether what is written seems to name somebody outside the group, asked with all that is called something here."""

from functools import lru_cache

from lcterm.core.events import Words
from lcterm.core.third_party import third_party
from lcterm.ui.view import View

ASKED = "names somebody?"


def outsider(view: View, words: Words) -> str:
    """The words that look like somebody outside the group; "" where nothing does."""
    titles = (one.plan.title for one in view.session.points.values())
    return _found(words.text, (*view.names.values(), view.community.name, *titles))


@lru_cache(1024)
def _found(text: str, known: tuple[str, ...]) -> str:
    return third_party(text, known)


def asked_before_the_room(view: View, words: Words) -> str:
    """A gentle question beside what may yet be read by others than the facilitators; "" where there is none."""
    ours = words.kind == "note" or words.audience == "facilitators"
    return ASKED if not ours and outsider(view, words) else ""
