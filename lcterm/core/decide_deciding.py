"""Decisions on a decision that is being made: what is suggested, who marks it, and how it ends."""

from typing import assert_never

from lcterm.core.commands import (
    BeginDeciding,
    CountLights,
    DecidingCommand,
    LeaveDeciding,
    OpenVote,
    ParkDeciding,
    PutOnWall,
    Settle,
    ShowLight,
    SortSuggestion,
    Suggest,
)
from lcterm.core.decide_agenda import not_running
from lcterm.core.decide_ending import given_up, parked, settled
from lcterm.core.decide_suggestions import no_such, put, sorted_as, suggested
from lcterm.core.deciding import Deciding, Suggestion, on_vote
from lcterm.core.events import DecidingBegun, DecidingEvent, LightsCounted, LightShown, VoteOpened
from lcterm.core.refusal import Refusal, Refused
from lcterm.core.session import Meeting, Session
from lcterm.core.text import clean
from lcterm.core.voting import may_vote, voters

Answer = DecidingEvent | Refusal

QUESTION_MAX = 400


def decide(meeting: Meeting, command: DecidingCommand) -> Answer:
    """What becomes of a wish about a decision. One that is still open when the session is closed can be ended then."""
    session, deciding = meeting.session, meeting.session.deciding
    ends = isinstance(command, Settle | ParkDeciding | LeaveDeciding)
    if not session.live and not (ends and deciding is not None and session.status == "closed"):
        return not_running(session)
    if isinstance(command, BeginDeciding):
        return _begin(session, command)
    if deciding is None:
        return Refusal("Nothing is being decided; begin with a question and a way to decide it.")
    match command:
        case Suggest():
            return suggested(meeting, deciding, command)
        case SortSuggestion():
            return sorted_as(deciding, command)
        case PutOnWall():
            return put(deciding, command)
        case OpenVote(open=open):
            return _open_vote(deciding, open)
        case ShowLight():
            return _show(meeting, deciding, command)
        case CountLights():
            return _count(session, deciding, command)
        case Settle():
            return settled(session, deciding, command)
        case ParkDeciding():
            return parked(session, deciding)
        case LeaveDeciding():
            return given_up(session, deciding)
        case _:
            assert_never(command)


def _begin(session: Session, command: BeginDeciding) -> Answer:
    if session.deciding is not None:
        return Refusal("Another question is being decided; settle it, park it, or give it up first.")
    try:
        question = clean(command.question, what="question", limit=QUESTION_MAX)
    except Refused as refused:
        return Refusal(refused.reason)
    if not question:
        return Refusal("Say what is to be decided.")
    return DecidingBegun(way=command.way, question=question, point=session.running)


def _open_vote(deciding: Deciding, open: bool) -> Answer:
    if deciding.way == "lights":
        return Refusal("A traffic light is a vote from its beginning; mark the suggestions.")
    if deciding.way == "what-else":
        return _no_vote()
    if deciding.voting == open:
        return Refusal("The vote is open already." if open else "The vote is not open.")
    if open and not any(one.wall for one in deciding.suggestions):
        return Refusal("Nothing is on the wall yet; put one suggestion of each pair there first.")
    return VoteOpened(deciding=deciding.id, open=open)


def _no_vote() -> Refusal:
    return Refusal("There is no vote on what else to find out; settle the question, or park it until then.")


def _on_vote(deciding: Deciding, id: str) -> Suggestion | Refusal:
    """A suggestion that can be marked now."""
    if deciding.way == "what-else":
        return _no_vote()
    if (missing := no_such(deciding, id)) is not None:
        return missing
    if deciding.way == "pairs" and not deciding.voting:
        return Refusal("The vote is not open yet; open it when one suggestion of each pair is on the wall.")
    found = next((one for one in on_vote(deciding) if one.id == id), None)
    return found or Refusal("It is not on the wall; close the vote, put it there, and open the vote again.")


def _show(meeting: Meeting, deciding: Deciding, command: ShowLight) -> Answer:
    one, person = _on_vote(deciding, command.suggestion), command.person
    if isinstance(one, Refusal):
        return one
    voice, name = meeting.session.voices.get(person), meeting.community.name_of(person)
    marked = one.lights.get(person, "")
    if not command.light:
        return (
            LightShown(suggestion=one.id, person=person, light="") if marked else Refusal(f"{name} has no mark here.")
        )
    if voice is None:
        return Refusal(f"{name} has no seat here; let them arrive first.")
    if not voice.reachable:
        return Refusal(f"{name} is away; let them arrive first.")
    if not may_vote(voice):
        return Refusal(f"{name} facilitates or observes, and gives no mark; the group decides.")
    if marked == command.light and one.counted is None:
        return Refusal(f"{name} has shown {marked} already.")
    return LightShown(suggestion=one.id, person=person, light=command.light)


def _count(session: Session, deciding: Deciding, command: CountLights) -> Answer:
    one, green, red = _on_vote(deciding, command.suggestion), command.green, command.red
    if isinstance(one, Refusal):
        return one
    most = len(voters(session))
    if min(green, red) < 0 or green + red > most:
        people = "1 person" if most == 1 else f"{most} people"
        return Refusal(f"{green} green and {red} red do not fit: {people} can give a mark now. Count again.")
    if one.counted == (green, red):
        return Refusal("That is what was counted already.")
    return LightsCounted(suggestion=one.id, green=green, red=red)
