"""A home that no door of lcterm has cleaned: facts with hostile words in every text, as a synced folder or another
program might bring them."""

from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from lcterm.core import community_events as of_community
from lcterm.core.agenda_plan import MODES, PlannedPoint
from lcterm.core.clock import Clock
from lcterm.core.commands import FreeFloor, GiveFloor, NextPoint, RaiseHand, StartSession
from lcterm.core.events import (
    AnyEvent,
    CaptureKind,
    CaptureReleased,
    CaptureWritten,
    DecidingBegun,
    DecidingEnded,
    SessionPlanned,
    SuggestionMade,
    Words,
)
from lcterm.core.joining import NAME_MAX
from lcterm.store.desk import Desk, open_community, open_session, settle
from lcterm.store.paths import Home

SLUG = "zqcommunityqz"
COMMUNITY = "hostile"
HELD, COMING = "2026-12-01-aaaa", "2027-01-12-bbbb"
PLAIN = "Presenter"
DAY = 86_400_000
PEOPLE = 24
KINDS: tuple[CaptureKind, ...] = (
    *("action", "learning", "report", "decision", "question", "parked", "story", "outcome", "quote", "feedback"),
    "note",
)


class Foreign(NamedTuple):
    """Where it lies, and what is in it: a session that is held and one that is to come."""

    home: Home
    held: str
    coming: str
    texts: tuple[str, ...]


def storable(text: str) -> bool:
    """Whether a file in UTF-8 can hold it."""
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)


def foreign_home(folder: Path, clock: Clock, texts: Sequence[str]) -> Foreign:
    """A community whose every text is one of these: all of them are captures, and as many as there is room for stand in
    each other place. The session that is held is in the second of its points."""
    home = Home(folder)
    kept = tuple(filter(storable, texts))
    _community(home, clock, kept)
    _session(home, clock, HELD, clock.now(), kept)
    _session(home, clock, COMING, clock.now() + 42 * DAY, kept)
    _talk(home, clock, kept)
    return Foreign(home, HELD, COMING, kept)


def person(number: int) -> str:
    """The id of one of the people."""
    return f"p{number:03}"


def _many(texts: Sequence[str], start: int, count: int) -> list[str]:
    return list(islice(cycle((*texts[start % len(texts) :], *texts[: start % len(texts)])), count))


def _community(home: Home, clock: Clock, texts: Sequence[str]) -> None:
    names = dict.fromkeys((PLAIN, *(text for text in texts if len(text) <= NAME_MAX)))
    members = tuple(
        of_community.NewMember(person=person(number), name=name, area=area)
        for number, (name, area) in enumerate(zip(list(names)[:PEOPLE], _many(texts, 7, PEOPLE), strict=False))
    )
    facts: list[of_community.CommunityEvent] = [
        of_community.CommunityFounded(name=texts[0], slug=SLUG, purpose=texts[1]),
        of_community.MembersJoined(members=members),
        of_community.RolesGiven(person=person(1), roles=("facilitator",)),
        of_community.RolesGiven(person=person(2), roles=("rules keeper",)),
        of_community.RulesAgreed(rules=tuple(_many(texts, 5, 40))),
        of_community.ContactsGiven(contacts=tuple(_many(texts, 11, 30))),
        of_community.ChecklistAgreed(items=(f"# {texts[3]}", *dict.fromkeys(_many(texts, 3, 60)))),
        of_community.PurposeAgreed(purpose=texts[2]),
        *(
            of_community.CharterAnswered(topic=topic, answer=answer)
            for topic, answer in zip(("brief", "belonging", "reporting", "arranging", texts[5]), texts, strict=False)
        ),
        *(
            of_community.SetupNoted(item=item, state="under way", note=texts[9], who=texts[10], when=texts[11])
            for item in ("room", "first")
        ),
        of_community.NextAgreed(
            session=HELD, starts=clock.now() + 42 * DAY, zone="UTC", place=texts[12], subject=texts[13],
            arranger=person(3), presenters=(person(0), person(4)),
        ),
        of_community.PlaceSet(session=COMING, place=texts[14]),
        of_community.PresenterBriefed(
            person=person(0), session=COMING, title=texts[15], questions=tuple(texts[16:20]), state="agreed"
        ),
        of_community.InvitationMade(session=COMING, starts=clock.now() + 42 * DAY, place=texts[16], title=texts[17]),
    ]  # fmt: skip
    ledger = open_community(home, COMMUNITY, clock)
    for fact in facts:
        ledger.add(fact, ledger.now())
    settle(ledger)


def _session(home: Home, clock: Clock, session: str, starts: int, texts: Sequence[str]) -> None:
    points = tuple(
        PlannedPoint(
            id=f"q{number}", title=title, minutes=10, mode=mode, presenters=(person(0), person((number + 3) % PEOPLE)),
            notes=tuple(_many(texts, number + 2, 3)), question=_many(texts, number + 20, 1)[0], section=title,
        )
        for number, (title, mode) in enumerate(
            zip(_many(texts, starts % 97, 24), cycle(MODES))
        )
    )  # fmt: skip
    planned = SessionPlanned(
        community=COMMUNITY, title=texts[starts % len(texts)], starts=starts, zone="UTC", points=points,
        template=texts[4],
    )  # fmt: skip
    ledger = open_session(home, COMMUNITY, session, clock)
    ledger.add(planned, clock.now())
    settle(ledger)


def _talk(home: Home, clock: Clock, texts: Sequence[str]) -> None:
    """The hour so far: hands, the floor, everything written down, a decision that is made and one that is open."""
    desk = Desk(home, COMMUNITY, HELD, clock)
    for command in (
        StartSession(),
        NextPoint(),
        *(RaiseHand(person=person(number), hand="question") for number in range(4, 10)),
    ):
        assert not desk.act(command).refused
    for number in range(12):
        assert not desk.act(GiveFloor(person=person(number)), desk.now() + 1000).refused
        assert not desk.act(FreeFloor(), desk.now() + 9000).refused
    assert not desk.act(GiveFloor(person=person(3))).refused
    for number, (text, kind) in enumerate(zip(texts, cycle(KINDS), strict=False)):
        others = {} if kind == "note" else {"audience": ("group", "room", "sponsor")[number % 3]}
        words = Words(
            kind=kind, text=text, owners=(person(number % PEOPLE),), by=person((number + 1) % PEOPLE), **others
        )  # type: ignore[arg-type]
        _add(desk, CaptureWritten(words=words, point="q1"))
        if number % 3 == 2:
            _add(desk, CaptureReleased(capture=desk.session.log.facts[-1].id))
    for way, question in (("lights", texts[6]), ("what-else", texts[7])):
        _add(desk, DecidingBegun(way=way, question=question, point="q1"))  # type: ignore[arg-type]
        begun = desk.session.log.facts[-1].id
        for text in texts[8:18]:
            _add(desk, SuggestionMade(deciding=begun, text=text, pair=(person(2), person(3))))
        if way == "lights":
            _add(desk, DecidingEnded(deciding=begun, outcome="decided", words=Words(kind="decision", text=texts[8])))
    desk.settle()


def _add(desk: Desk, event: AnyEvent) -> None:
    desk.session.add(event, desk.now())
