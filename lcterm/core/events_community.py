"""The facts of a community: who belongs to it and what it agreed."""

from msgspec import Struct

from lcterm.core.event import Event, Role


class CommunityFounded(Event, frozen=True, tag=True):
    """A community was set up; its folder's name is its id."""

    name: str
    slug: str
    purpose: str = ""


class NewMember(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person as they join: `area` is their practice."""

    person: str
    name: str
    area: str = ""
    roles: tuple[Role, ...] = ("member",)


class MembersJoined(Event, frozen=True, tag=True):
    """People joined, one or a whole list; an import is one event."""

    members: tuple[NewMember, ...]


class RolesGiven(Event, frozen=True, tag=True):
    """From now on these are the person's roles."""

    person: str
    roles: tuple[Role, ...]


class RulesAgreed(Event, frozen=True, tag=True):
    """The group's ground rules, all of them, as they now stand. `session`: the id of the session that agreed them, ""
    outside any. `instead`: ids of the agreements that it takes the place of; two that were made without knowing of each
    other both stand. None takes the place of all."""

    rules: tuple[str, ...]
    session: str = ""
    instead: tuple[str, ...] | None = None


class ContactsGiven(Event, frozen=True, tag=True):
    """Whom to turn to near here when somebody needs more than the group can give, all of them, as they now stand."""

    contacts: tuple[str, ...]


class ChecklistAgreed(Event, frozen=True, tag=True):
    """What is to be looked to before a session, all of it, as it now stands."""

    items: tuple[str, ...]
