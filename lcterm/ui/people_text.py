"""People as text: what somebody typed or pasted, read as members, and what was understood of it in one line."""

from collections.abc import Sequence

from lcterm.core.community import Community
from lcterm.core.joining import Newcomer, strangers
from lcterm.core.refusal import Refused
from lcterm.intake.files import Skipped
from lcterm.intake.members import MemberList, read_members

SOURCE = "the list"
FEW = 3


def read_people(text: str) -> MemberList:
    """The people in a text. Raises Refused where there are none."""
    return read_members(text.encode("utf-8", "replace"), SOURCE)


def newcomers(read: MemberList) -> list[Newcomer]:
    """Those people, ready to join."""
    return [Newcomer(member.name, member.area) for member in read.members]


def understood(text: str, community: Community | None = None) -> str:
    """How many people are on the list, who of them belongs already, what was left out and why; "" for no text."""
    if not text.strip():
        return ""
    try:
        read = read_people(text)
    except Refused as refused:
        return refused.reason
    new, known = strangers(community or Community(), newcomers(read))
    parts = [f"{counted(len(new))}{f': {listed(new)}' if new else ''}"]
    if known:
        parts.append(f"{listed(known)} {'is a member' if len(known) == 1 else 'are members'} already")
    return "; ".join([*parts, *left_out(read.skipped)])


def left_out(skipped: Sequence[Skipped]) -> list[str]:
    """Lines that gave nobody."""
    shown = [f"line {one.line} left out: {one.why.rstrip('.')}" for one in skipped[:FEW]]
    more = len(skipped) - len(shown)
    return [*shown, f"and {more} more lines"] if more > 0 else shown


def counted(count: int) -> str:
    """1 person, 12 people."""
    return f"{count} {'person' if count == 1 else 'people'}"


def listed(people: Sequence[Newcomer]) -> str:
    """The first names on the list, and how many there are beyond."""
    names = ", ".join(person.name for person in people[: 2 * FEW])
    more = len(people) - 2 * FEW
    return f"{names} and {more} more" if more > 0 else names
