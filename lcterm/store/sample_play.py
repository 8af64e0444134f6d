"""The sample's story played: every act goes through the same desk, decisions and log as in a real session, each at its
own wall time."""

import re
from datetime import date, datetime, time, timedelta

from msgspec.structs import replace

from lcterm.core import commands
from lcterm.core.acts import ACTS, read_act
from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.captures import read_line
from lcterm.core.commands import AnyCommand
from lcterm.core.community_events import CommunityEvent, RolesGiven, RulesAgreed
from lcterm.core.events import SessionPlanned
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


class StoryClock:
    """A clock that stands where the story is."""

    def __init__(self, moment: int) -> None:
        self.moment = moment

    def now(self) -> int:
        return self.moment

    def boottime(self) -> int:
        return self.moment


def play(home: Home, story: Story, now: int, zone_name: str) -> tuple[str, str]:
    """Writes the whole story into an empty home, so that today's session stands in its middle at `now` (wall, ms); the
    ids of its community and of that session. Raises Refused where it cannot be saved or the story breaks a rule.
    """
    try:
        player = _Player(home, now, now - story.today.length, zone_name)
        community, session = player.community(story.first, story.today)
        for other in story.others:
            player.community(other)
    except (ValueError, IndexError) as problem:
        raise Refused(f"the sample is not as it was shipped ({problem}); install lcterm again") from problem
    for desk in player.desks:
        desk.settle()
    return community, session


class _Player:
    """What all scenes share. The desks are settled at the very end: until then their threads write side by side."""

    def __init__(self, home: Home, now: int, began: int, zone_name: str) -> None:
        self.home, self.now, self.began, self.zone_name = home, now, began, zone_name
        self.zone = zone_named(zone_name)
        self.clock = StoryClock(now)
        self.desks: list[Desk] = []

    def community(self, story: StoryCommunity, today: StorySession | None = None) -> tuple[str, str]:
        """A community with all its sessions, numbered in the order of their dates; its id, and today's session's."""
        told = (*story.session, *((today,) if today else ()))
        scenes = sorted(((self._started(session), session) for session in told), key=lambda scene: scene[0])
        self.clock.moment = min(self.now, scenes[0][0]) - 7 * DAY
        community = self._founded(story)
        ids = [self._session(community, number, *scene) for number, scene in enumerate(scenes, 1)]
        return community, next((id for id, scene in zip(ids, scenes, strict=True) if scene[1] is today), "")

    def _started(self, session: StorySession) -> int:
        """When a session began or will begin, wall ms; days count from the one on which today's began."""
        if session.hour:
            return self.began
        on = local(self.began, self.zone).date() + timedelta(session.days)
        return to_ms(datetime.combine(on, time.fromisoformat(session.at), self.zone))

    def _founded(self, story: StoryCommunity) -> str:
        ledger = open_community(self.home, new_community_id(), self.clock)
        joined = joining(ledger.state, [Newcomer(one.name, one.area) for one in story.member], new_person_id)
        ids = {member.name: member.person for member in joined.members}
        roles = [RolesGiven(person=ids[one.name], roles=one.roles) for one in story.member if one.roles]
        events: list[CommunityEvent] = [founding(story.name, story.purpose, []), joined, *roles]
        for event in (*events, RulesAgreed(rules=story.rules)):
            ledger.add(event, ledger.now())
        settle(ledger)
        return ledger.state.id

    def _session(self, community: str, number: int, started: int, story: StorySession) -> str:
        """A session planned a week before, with those who said the day before that they would be away."""
        starts = (started + 500) // MINUTE * MINUTE  # whole minutes; the drift is told in seconds, rounded
        self.clock.moment = min(self.now - 2 * DAY, starts - 7 * DAY)
        desk = Desk(self.home, community, new_session_id(local(starts, self.zone).date()), self.clock)
        self.desks.append(desk)
        desk.record(
            SessionPlanned(
                community=community,
                title=f"session {number}",
                starts=starts,
                zone=self.zone_name,
                points=self._points(desk, story, starts),
                template=story.template,
            )
        )
        self.clock.moment = min(self.now - DAY, starts - DAY)
        for name in story.away:
            _act(desk, commands.Leave(_who(desk, name)))
        self._acts(desk, story, started)
        return desk.session.state.id

    def _points(self, desk: Desk, story: StorySession, starts: int) -> tuple[PlannedPoint, ...]:
        def moment(time: re.Match[str]) -> str:
            return clock(starts + int(time[1]) * MINUTE, self.zone)

        template = load_template(shipped("data", "templates") / f"{story.template}.toml", own=False)
        points = list(template.planned([_who(desk, name) for name in story.presenters]))
        for changed in story.point:
            point = points[changed.number - 1]
            points[changed.number - 1] = replace(
                point,
                presenters=tuple(_who(desk, name) for name in changed.presenters),
                question=changed.question or point.question,
                from_template=point.from_template and not changed.question,
                notes=tuple(_LATER.sub(moment, note) for note in changed.notes) or point.notes,
            )
        return tuple(points)

    def _acts(self, desk: Desk, story: StorySession, started: int) -> None:
        done_since: list[str] = []
        for act in story.acts():
            self.clock.moment = started + act.at
            on = local(self.clock.moment, self.zone).date()
            _act(desk, _command(desk, act.words.removeprefix("done "), on))
            if act.words.startswith("done "):
                done_since.append(list(desk.meeting.session.captures)[-1])
        self.clock.moment = min(self.now, self.clock.moment + 20 * DAY)
        for capture in done_since:
            _act(desk, commands.MarkDone(capture))


def _act(desk: Desk, command: AnyCommand) -> None:
    outcome = desk.act(command)
    if outcome.refused:
        raise ValueError(f"{desk.meeting.session.title}, {command}: {outcome.text}")


def _who(desk: Desk, name: str) -> str:
    return find_person(name, known(desk.meeting))


def _command(desk: Desk, words: str, on: date) -> AnyCommand:
    """An act in words, as `lcterm do` takes them, else a capture line written on that day."""
    people = known(desk.meeting)
    act = words.split()
    if act[0] in ACTS:
        return read_act(act, people)
    line = read_line(words, people, on)
    if line.problem:
        raise ValueError(f"{words!r}: {line.problem}")
    return commands.WriteCapture(line.words)
