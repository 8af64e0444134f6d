"""A decision that is being made, as lines to be heard. Marks are counted, never told by name."""

from collections.abc import Iterator

from lcterm.core.deciding import Deciding, Ranked, Suggestion, on_vote, ranking
from lcterm.core.session import Meeting
from lcterm.core.voting import voters
from lcterm.documents.wording import counted

_WAYS = {"lights": "by traffic light", "pairs": "in pairs", "what-else": "by what else the group needs to know"}
STRUCK = "its question was struck"


def deciding_lines(meeting: Meeting) -> list[str]:
    """What is being decided, in which way, and how each suggestion stands; nothing while there is no such thing."""
    deciding = meeting.session.deciding
    if deciding is None:
        return []
    places = {one.suggestion.id: one for one in ranking(deciding)} if _marked(deciding) else {}
    return [
        f"To decide, {_WAYS[deciding.way]}: {deciding.question or STRUCK}",
        *_vote(meeting, deciding),
        *(
            _line(meeting, number, one, deciding, places.get(one.id))
            for number, one in enumerate(deciding.suggestions, 1)
        ),
    ]


def _marked(deciding: Deciding) -> bool:
    return any(one.green or one.red for one in on_vote(deciding))


def _vote(meeting: Meeting, deciding: Deciding) -> Iterator[str]:
    if not deciding.suggestions:
        yield "Nothing is suggested yet."
    elif deciding.way == "pairs" and not deciding.voting:
        yield "The vote is not open."
    elif deciding.way != "what-else":
        yield f"{counted(len(voters(meeting.session)), 'person', 'people')} can give a mark."


def _line(meeting: Meeting, number: int, one: Suggestion, deciding: Deciding, ranked: Ranked | None) -> str:
    name = meeting.community.name_of
    facts = [one.sort, "on the wall" if one.wall else ""]
    if one in on_vote(deciding) or one.green or one.red:
        facts += [f"{one.green} green, {one.red} red"]
    if ranked is not None:
        facts.append(f"place {ranked.place}{', even with another' if ranked.tied else ''}")
    if one.pair:
        facts.append(f"from {' and '.join(map(name, one.pair))}")
    told = "; ".join(filter(None, facts))
    what = "To find out" if deciding.way == "what-else" else "Suggestion"
    return f"{what} {number}: {one.text}{f' ({told})' if told else ''}"
