"""Who keeps the ground rules, and how that passes to somebody else."""

from lcterm.core.community import Community, Member
from lcterm.core.community_events import RolesGiven


def keepers(community: Community) -> list[Member]:
    """Who keeps the rules: a member writes them down and brings them back ([HB])."""
    return [member for member in community.active if "rules keeper" in member.roles]


def keeping(community: Community, person: str) -> list[RolesGiven]:
    """The facts by which this person alone keeps the rules from now on; none where that is so. Other roles stay."""
    facts = [
        RolesGiven(person=one.person, roles=tuple(role for role in one.roles if role != "rules keeper") or ("member",))
        for one in keepers(community)
        if one.person != person
    ]
    member = community.members.get(person)
    if member is not None and "rules keeper" not in member.roles:
        facts.append(RolesGiven(person=person, roles=(*member.roles, "rules keeper")))
    return facts
