"""The brief for somebody who presents: what a presentation holds, in our own words, and what is known of theirs.

Source of what it asks for: [HB], the presenter's brief.
"""

from collections.abc import Iterator

from lcterm.core.coming import Brief
from lcterm.core.community import Community
from lcterm.core.events_next import BriefState
from lcterm.core.next_time import NextTime, presenters_of
from lcterm.core.session import Session
from lcterm.documents.next_lines import moment
from lcterm.documents.wrapping import wrapped

STATES: dict[BriefState, str] = {
    "asked": "asked, no answer noted yet",
    "agreed": "said yes",
    "ready": "ready",
}

CASE = (
    "Tell it as a story: what happened, one thing after the other, with enough of the detail that we can be there.",
    "What you did, and which judgements you made on the way.",
    "Where you were unsure, and what you might have got wrong. That is where all of us learn most.",
    "What you want to ask us.",
    "Figures, notes or letters that help, or a word on what one would need to have.",
)
THEME = (
    "What the subject is, and where you meet it in your own work: a story or two brings it close.",
    "What you think about it so far, and which judgements it asks of you.",
    "Where you are unsure, and what you doubt in what is usually said about it.",
    "What you want to ask us.",
    "What is known about it, if you have it, or a word on what one would need to find out.",
)
SAFE = (
    "It need not be finished, and it need not have gone well. Leave out the names of clients and of anybody who is not "
    "in the room. Nobody will mark it: we listen first, then we talk about your questions."
)


def brief_lines(
    known: NextTime | None, community: Community, person: str, brief: Brief | None, planned: Session | None = None
) -> list[str]:
    """How far a presenter is, a line a thing. `planned`: the session that the brief is for, where there is one."""
    lines = [f"{community.name_of(person)}: {STATES[brief.state] if brief else 'not asked yet'}"]
    if brief is not None:
        lines.append(f"Brings a {brief.brings}{f': {brief.title}' if brief.title else ''}")
        lines += [f"Asks: {question}" for question in brief.questions]
    presenting = (*(known.presenters if known else ()), *(presenters_of(planned) if planned else ()))
    if person not in presenting:
        lines.append("Does not present next time as far as is agreed; lcterm next --presenter NAME says who does.")
    return lines


def brief_text(known: NextTime | None, community: Community, person: str, brief: Brief | None) -> str:
    """The text to send to a presenter."""
    paragraphs = [wrapped(one) for one in _opening(known, community, person, brief)]
    theme = brief is not None and brief.brings == "theme"
    asked = [line for one in (THEME if theme else CASE) for line in wrapped(one, "- ", "  ")]
    paragraphs += [wrapped("What helps us to think with you:"), asked]
    if brief is not None and brief.questions:
        noted = [line for one in brief.questions for line in wrapped(one, "- ", "  ")]
        paragraphs += [wrapped("Your questions to us, as we have noted them:"), noted]
    paragraphs += [wrapped(SAFE), wrapped("Thank you for doing this for all of us.")]
    return "\n\n".join("\n".join(lines) for lines in paragraphs) + "\n"


def _opening(known: NextTime | None, community: Community, person: str, brief: Brief | None) -> Iterator[str]:
    yield f"Dear {community.name_of(person)},"
    told = [moment(known.starts, known.zone) if known.starts else "", known.place] if known else []
    at = ", ".join(filter(None, told))
    what = "a theme" if brief is not None and brief.brings == "theme" else "a case from your work"
    about = f": {brief.title}" if brief is not None and brief.title else ""
    yield f"at the next meeting of {community.name}{f' ({at})' if at else ''} you bring us {what}{about}."
