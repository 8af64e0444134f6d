"""What two laptops agreed or planned without knowing of each other. Nothing of it is lost: the later counts, and the
others stand beside it until the group has settled which of them holds."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from msgspec.structs import replace

from lcterm.core.community import Community
from lcterm.core.community_events import CharterAnswered, CommunityEvent, NextAgreed, RulesAgreed
from lcterm.core.fold_charter import Answer, RulesAsOf
from lcterm.core.when import local, zone_or_utc


def knowing(event: CommunityEvent, community: Community) -> CommunityEvent:
    """The event with what it takes the place of: all that stands here, as far as this laptop has heard."""
    match event:
        case RulesAgreed(instead=None):
            return replace(event, instead=tuple(one.id for one in community.rules_standing))
        case CharterAnswered(instead=None, topic=topic):
            held = community.charter.get(topic)
            return replace(event, instead=tuple(one.id for one in (*held.beside, held)) if held else ())
        case NextAgreed(instead=instead):  # who agrees on the time after next has left this one behind
            known = (one.id for one in community.coming.agreed)
            return replace(event, instead=tuple(dict.fromkeys((*instead, *known))))
        case _:
            return event


def rules_apart(community: Community) -> tuple[RulesAsOf, ...]:
    """The lists of rules that were agreed apart from the one that counts; none where all know of each other."""
    return community.rules_standing[:-1]


def answers_apart(community: Community) -> list[Answer]:
    """The answers of the charter beside which others stand."""
    return [one for one in community.charter.values() if one.beside]


class Planned(Protocol):
    """A session as far as its plan is concerned."""

    @property
    def starts(self) -> int: ...
    @property
    def zone(self) -> str: ...
    @property
    def title(self) -> str: ...


AnyPlanned = TypeVar("AnyPlanned", bound=Planned)


def planned_apart(planned: Sequence[AnyPlanned]) -> list[tuple[AnyPlanned, ...]]:
    """Sessions among the planned ones that are likely to be the same, planned on two laptops: on one day, or numbered
    alike. `planned`: by their start."""
    groups: list[list[AnyPlanned]] = []
    for one in planned:
        known = next((group for group in groups if any(_alike(one, other) for other in group)), None)
        if known is None:
            groups.append([one])
        else:
            known.append(one)
    return [tuple(group) for group in groups if len(group) > 1]


def on_one_day(sessions: Sequence[Planned]) -> bool:
    """Whether they all begin on the same day, each in its own zone."""
    return len({local(one.starts, zone_or_utc(one.zone)).date() for one in sessions}) == 1


def _alike(one: Planned, other: Planned) -> bool:
    from lcterm.core.session_titles import numbered_alike

    return on_one_day((one, other)) or numbered_alike(one.title, other.title)
