"""What a summary holds: only what its reader may have, as plain data that Markdown, text and JSON are written from."""

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from lcterm.core.community_events import Becoming
from lcterm.core.events import Audience as CaptureAudience
from lcterm.core.events import CaptureKind, Role
from lcterm.core.voices import VoiceStatus

Audience = Literal["group", "sponsor", "facilitators"]
"""Who a summary is for."""

Standing = Literal["planned", "running", "closed", "never run"]
"""`never run`: closed without a start, by a recording that was taken in."""

AgendaPointStatus = Literal["planned", "running", "done", "skipped", "not reached"]


class Person(Struct, frozen=True, kw_only=True):
    """Someone at the session; `role` only for whoever is outside the circle."""

    name: str
    role: Role | None


class AgendaPoint(Struct, frozen=True, kw_only=True):
    """A point as planned and as held. `actual_minutes`: None where it was not begun."""

    number: int
    title: str
    presenters: tuple[str, ...]
    planned_minutes: float
    actual_minutes: float | None
    status: AgendaPointStatus


class Item(Struct, frozen=True, kw_only=True):
    """A capture. `due` is an ISO date. `by`: whose words they are, where somebody said so; `named`: they want their
    name beside their feedback. `at` and `point` say when it was written down, and are None, like all names, where they
    could tell whose words these are. `released`: it may leave the room."""

    kind: CaptureKind
    text: str
    owners: tuple[str, ...]
    due: str | None
    due_next: bool
    done: bool
    audience: CaptureAudience
    released: bool
    to: str | None
    by: str | None
    named: bool
    at: datetime | None
    point: str | None


class Became(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was said in this session of something written down in the session `since` (its title): how far it is, until
    when it is due now (`due` is an ISO date)."""

    kind: CaptureKind
    text: str
    state: Becoming
    since: str
    owners: tuple[str, ...] = ()
    due: str | None = None
    due_next: bool = False


class Section(Struct, frozen=True, kw_only=True):
    """Captures under one heading; never empty."""

    heading: str
    items: tuple[Item, ...]


class VoiceLine(Struct, frozen=True, kw_only=True):
    """A person's part in the talk; shares from 0 to 1. `reason`: the figures behind `mark`."""

    name: str
    role: Role | None
    turns: int
    round_turns: int
    minutes: float
    share: float
    expected_share: float
    status: VoiceStatus
    mark: str
    reason: str
    listening: bool


class VoicesPart(Struct, frozen=True, kw_only=True):
    """Whose voices were heard; `meaning` says in words what `evenness` (0 to 1, None without talk) comes to."""

    people: tuple[VoiceLine, ...]
    evenness: float | None
    meaning: str
    recorded: bool


class NextSession(Struct, frozen=True, kw_only=True):
    """When the community meets again: the day, None while that is open, and for the group and its facilitators when
    (aware, in its own zone), where, who arranges it, who presents, and what the group wants to learn."""

    day: date | None
    starts: datetime | None
    presenters: tuple[str, ...]
    place: str = ""
    arranger: str = ""
    subject: str = ""


class Summary(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A session as its reader may know it. Times are aware, in the session's zone, and None where not granted or where
    nothing happened. `day`: which it was; `headcount`: how many of the circle took part. `next_time`: what is due then,
    `next_session`: when that is, None while nobody knows. `kept_back` and `voices` are the facilitators' alone.
    `rules_changed`: what this session made of the rules, a line each.
    `became`: what was said in it of what was written down before. `notes_go_to`: what the charter says of it."""

    reader: Audience
    community: str
    title: str
    session: str
    standing: Standing
    written: datetime
    zone: str
    day: date | None
    planned_start: datetime | None
    planned_end: datetime | None
    started: datetime | None
    ended: datetime | None
    here: tuple[Person, ...]
    away: tuple[str, ...]
    agenda: tuple[AgendaPoint, ...]
    captures: tuple[Section, ...]
    rules: tuple[str, ...]
    next_time: tuple[Item, ...]
    headcount: int | None = None
    next_session: NextSession | None = None
    kept_back: tuple[Section, ...] = ()
    voices: VoicesPart | None = None
    rules_changed: tuple[str, ...] = ()
    became: tuple[Became, ...] = ()
    notes_go_to: str = ""
