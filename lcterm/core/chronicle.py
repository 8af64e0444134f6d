"""What a community has learned over time: its meetings with what each left, its rules and how they grew, whose words
they are ([10K]: what the community has learned, in a form its members open).

Made for the group itself, of what its own summaries hold and nothing else: the words come from `Learned`, who presented
and how many came from `Digest`, both of which asked `audience` first. Somebody who was forgotten is named nowhere.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import tzinfo

from msgspec import Struct

from lcterm.core.audience import may_see
from lcterm.core.community import Community
from lcterm.core.digest import Digest
from lcterm.core.fold_charter import RulesAsOf
from lcterm.core.gatherings import Gathering, counted
from lcterm.core.learned import Learned, LearnedKind, LearnedWords
from lcterm.core.rules import RuleChange, changes
from lcterm.core.when import local, zone_or_utc


class Saying(Struct, frozen=True, kw_only=True):
    """Something the group keeps, whole. `at`: when it was written, wall ms; `names`: whose it is, by their names now,
    none where nobody knows."""

    kind: LearnedKind
    text: str
    at: int
    names: tuple[str, ...] = ()


class Talk(Struct, frozen=True, kw_only=True):
    """What was presented, and by whom."""

    title: str
    names: tuple[str, ...]


class Chapter(Struct, frozen=True, kw_only=True):
    """A meeting, by the first of its sessions' logs: `began` wall ms, `held` whether it took place, `here` how many of
    the circle came, facilitators and observers apart; `logs`: the ids of all its sessions; `sayings` in the order in
    which they were written."""

    session: str
    title: str
    zone: str
    began: int
    held: bool
    logs: tuple[str, ...] = ()
    here: int = 0
    talks: tuple[Talk, ...] = ()
    sayings: tuple[Saying, ...] = ()

    def of(self, *kinds: LearnedKind) -> list[Saying]:
        """What it left of these kinds."""
        return [one for one in self.sayings if one.kind in kinds]


class RulesStep(Struct, frozen=True, kw_only=True):
    """What a session, or a day outside any (`session` is ""), made of the rules; `at` wall ms."""

    at: int
    session: str
    changes: tuple[RuleChange, ...]


class Chronicle(Struct, frozen=True, kw_only=True):
    """The whole of it. `chapters`: oldest first. `people` belong to the community, `before` did for a time. `voices`:
    whose words are in it, in the order in which people joined. `zone`: of dates outside a session."""

    community: Community
    zone: str
    people: tuple[str, ...]
    before: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    rules: tuple[str, ...]
    rules_steps: tuple[RulesStep, ...]
    voices: tuple[str, ...]

    @property
    def held(self) -> list[Chapter]:
        """The meetings that took place."""
        return [one for one in self.chapters if one.held]


def chronicle(community: Community, left: Iterable[Learned], known: Iterable[Digest], zone: str, now: int) -> Chronicle:
    """The chronicle of a community at `now` (wall, ms), out of what each session left and its digest; what counts as
    one meeting is as in the report. `zone`: the one for dates where no session says it."""
    digests = list(known)
    met = {log.session: one for one in counted(digests, now).held for log in one.digests}
    waiting = {one.session for one in digests if one.session not in met}
    found = [_chapter(community, logs, met.get(logs[0].session), waiting) for logs in _together(left, met)]
    chapters = sorted((one for one in found if one.held or one.sayings), key=lambda one: (one.began, one.session))
    zone = chapters[-1].zone if chapters else zone
    rules = may_see("group", "rules")
    named = may_see("group", "names present")
    said = {name for one in chapters for saying in one.sayings for name in saying.names}
    return Chronicle(
        community=community,
        zone=zone,
        people=tuple(one.name for one in community.active) if named else (),
        before=tuple(one.name for one in community.named if not one.active) if named else (),
        chapters=tuple(chapters),
        rules=community.rules if rules else (),
        rules_steps=tuple(rules_steps(community.rules_history, zone_or_utc(zone))) if rules else (),
        voices=tuple(one.name for one in community.named if one.name in said),
    )


def rules_steps(history: Sequence[RulesAsOf], zone: tzinfo) -> list[RulesStep]:
    """How the rules grew, oldest first: what came of each session, and of each day in this zone outside any."""
    steps: list[RulesStep] = []
    before: tuple[str, ...] = ()
    for place, one in enumerate(history):
        following = history[place + 1] if place + 1 < len(history) else None
        if following is not None and _occasion(following, zone) == _occasion(one, zone):
            continue
        if made := changes(before, one.rules):
            steps.append(RulesStep(at=one.at, session=one.session, changes=tuple(made)))
        before = one.rules
    return steps


def _occasion(one: RulesAsOf, zone: tzinfo) -> str:
    return one.session or local(one.at, zone).date().isoformat()


def _together(left: Iterable[Learned], met: Mapping[str, Gathering]) -> list[list[Learned]]:
    """What was left, by the meeting that left it."""
    found: dict[str, list[Learned]] = {}
    for one in sorted(left, key=lambda one: (one.began, one.session)):
        meeting = met.get(one.session)
        found.setdefault(meeting.first.session if meeting is not None else one.session, []).append(one)
    return list(found.values())


def _chapter(community: Community, logs: Sequence[Learned], met: Gathering | None, waiting: Collection[str]) -> Chapter:
    """`met`: the meeting that these are logs of; `waiting`: the sessions that are known and do not count as held."""
    talks: tuple[Talk, ...] = ()
    if met is not None and may_see("group", "presenters"):
        talks = tuple(Talk(title=one.title, names=_names(community, one.people)) for one in met.presented)
    first = logs[0]
    kept = first.kept if len(logs) == 1 else sorted((one for log in logs for one in log.kept), key=lambda one: one.at)
    return Chapter(
        session=first.session,
        title=first.title,
        zone=first.zone,
        began=first.began,
        held=met is not None or (first.session not in waiting and first.status != "planned"),
        logs=tuple(one.session for one in logs),
        here=len(met.came) if met is not None else 0,
        talks=talks,
        sayings=tuple(_saying(community, one) for one in kept),
    )


def _saying(community: Community, words: LearnedWords) -> Saying:
    """Whose it is: who it was given to, else who said it; of a quote always who said it."""
    whose = (words.by, *words.owners) if words.kind == "quote" else words.owners or (words.by,)
    return Saying(kind=words.kind, text=words.text, at=words.at, names=_names(community, whose))


def _names(community: Community, people: Iterable[str]) -> tuple[str, ...]:
    members = (community.members.get(person) for person in people)
    return tuple(dict.fromkeys(one.name for one in members if one is not None and not one.forgotten))
