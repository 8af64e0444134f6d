"""What a session left to the group beyond its tasks: its learning, stories, outcomes, decisions and quotes, in a form
that is read at once.

Like a digest it is worked out from its session alone and says nothing that its log does not. It holds only what the
group's own summary would hold of these: no quote that waits for its speaker's yes, nothing that stays in the room.
"""

from typing import Literal, TypeGuard, get_args

from msgspec import Struct

from lcterm.core.audience import may_name, readable
from lcterm.core.events import CaptureKind
from lcterm.core.session import Capture, Session, Status

LearnedKind = Literal["learning", "story", "outcome", "decision", "quote"]

LEARNED: tuple[LearnedKind, ...] = get_args(LearnedKind)


class LearnedWords(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A capture that a community keeps: `at` wall ms, `point` the title of the point it was written at, `by` the id of
    whose words they are ("" where nobody knows), `owners` ids."""

    id: str
    kind: LearnedKind
    text: str
    at: int
    point: str = ""
    by: str = ""
    owners: tuple[str, ...] = ()


class Learned(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a session left, in the order it was written. `began`: when it took place, or is to, wall ms."""

    session: str
    title: str
    zone: str
    began: int
    status: Status
    kept: tuple[LearnedWords, ...] = ()


def learned(session: Session) -> Learned:
    """What the group may read of this, as the session stands now."""
    return Learned(
        session=session.id,
        title=session.title,
        zone=session.zone,
        began=session.starts if session.started is None else session.started,
        status=session.status,
        kept=tuple(_kept(session, one, one.words.kind) for one in readable("group", session) if _lasts(one.words.kind)),
    )


def _lasts(kind: CaptureKind) -> TypeGuard[LearnedKind]:
    return kind in LEARNED


def _kept(session: Session, capture: Capture, kind: LearnedKind) -> LearnedWords:
    words, point = capture.words, session.points.get(capture.point)
    named = may_name("group", capture)
    return LearnedWords(
        id=capture.id,
        kind=kind,
        text=words.text,
        at=capture.at,
        point=point.plan.title if point is not None else "",
        by=words.by if named else "",
        owners=words.owners if named else (),
    )
