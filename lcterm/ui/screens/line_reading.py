"""What a capture line says while it is written, and whose words they are."""

from msgspec.structs import replace

from lcterm.core.captures import Line as Read
from lcterm.core.captures import read_line
from lcterm.core.events import Words
from lcterm.core.kept_captures import as_mended, heard_now
from lcterm.core.when import local
from lcterm.ui.view import View


def read_for(view: View, line: str, mends: str = "", by: str = "", *, named: bool = False) -> Read:
    """The line as it is understood. `mends`: the capture that it changes, `by`: for whom it was opened, "" for none;
    `named`: whether feedback has its giver's name."""
    read = read_line(line, view.people, local(view.now, view.zone).date())
    return replace(read, words=_whose(view, read.words, mends, by, named=named))


def _whose(view: View, words: Words, mends: str, opened_by: str, *, named: bool) -> Words:
    """A quote is by whom it names, a sentence by whom it was opened for, what is mended by whom it was; a new quote, or
    feedback with a name, by who is heard now."""
    session = view.session
    mended = session.captures.get(mends)
    if mended is not None:
        words = as_mended(words, mended.words)
    by = words.by or opened_by
    named = named and words.kind == "feedback"
    if not by and (named or (words.kind == "quote" and mended is None)):
        by = heard_now(session)
    return replace(words, by=by, named=named and by != "")
