"""The sample's story played: every act goes through the same desk, decisions and log as in a real session, each at its
own wall time."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from lcterm.core import commands
from lcterm.core.agenda_plan import Mode, PlannedPoint
from lcterm.core.captures import read_line
from lcterm.core.commands import AnyCommand, Leave, MarkDone
from lcterm.core.community import Community
from lcterm.core.events import CommunityEvent, HandKind, RolesGiven, RulesAgreed, SessionPlanned
from lcterm.core.joining import Newcomer, founding, joining
from lcterm.core.names import find_person
from lcterm.core.refusal import Refused
from lcterm.core.seating import known
from lcterm.core.when import MINUTE, clock, local, to_ms, zone_named
from lcterm.store.desk import Desk, open_community, settle
from lcterm.store.ids import new_community_id, new_person_id, new_session_id
from lcterm.store.paths import Home
from lcterm.store.sample_story import Story, StoryCommunity, StorySession
from lcterm.store.shipped import shipped
from lcterm.store.templates import load_template

DAY = 24 * 60 * MINUTE
_LATER = re.compile(r"\{\+(\d+):00\}")
_ALONE: dict[str, Callable[[], AnyCommand]] = {
    "start": commands.StartSession,
    "next": commands.NextPoint,
    "end": commands.EndSession,
    "free": commands.FreeFloor,
    "give": commands.GiveFloor,
}
_OF_A_PERSON: dict[str, Callable[[str], AnyCommand]] = {
    "arrive": commands.Arrive,
    "listen": commands.KeepToListening,
    "give": commands.GiveFloor,
    "spoke": commands.NoteSpoke,
    "hand": commands.RaiseHand,
}


class StoryClock:
    """A clock that stands where the story is."""

    def __init__(self, moment: int) -> None:
        self.moment = moment

    def now(self) -> int:
        return self.moment

    def boottime(self) -> int:
        return self.moment


def play(home: Home, story: Story, now: int, zone_name: str) -> tuple[str, str]:
    """Writes the whole story into an empty home, so that today's session stands in its middle at `now` (wall, ms);
    that session's community and id. Raises Refused where it cannot be saved or the story breaks a rule.
    """
    player = _Player(home, now, zone_name)
    started = now - story.today.length
    starts = started // MINUTE * MINUTE
    player.today = local(starts, player.zone).date()
    try:
        community = player.community(story.first)
        session = player.session(community, story.today, player.number(story.first), starts, started)
        for other in story.others:
            player.community(other)
    except ValueError as problem:
        raise Refused(f"the sample is not as it was shipped ({problem}); install lcterm again") from problem
    for desk in player.desks:
        desk.settle()
    return community.id, session


class _Player:
    """What all scenes share. The desks are settled at the very end: their threads write side by side meanwhile."""

    def __init__(self, home: Home, now: int, zone_name: str) -> None:
        self.home, self.now, self.zone_name = home, now, zone_name
        self.zone: ZoneInfo = zone_named(zone_name)
        self.today = local(now, self.zone).date()
        self.clock = StoryClock(now)
        self.desks: list[Desk] = []

    def number(self, story: StoryCommunity) -> int:
        """What the community's session of today is called."""
        return sum(session.days < 0 for session in story.session) + 1

    def community(self, story: StoryCommunity) -> Community:
        """Founded a week before it first met, with every session but today's."""
        times = [self._planned_start(session) for session in story.session]
        self.clock.moment = min(self.now, *times) - 7 * DAY
        community = self._founded(story)
        for place, (session, starts) in enumerate(zip(story.session, times, strict=True), 1):
            later = session.days > 0 and story.name == self._name_of_first
            self.session(community, session, place + later, starts, starts)
        return community
