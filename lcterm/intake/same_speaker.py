"""Speakers of one recording who are one person, said by hand, and speakers whom a machine has named."""

from collections.abc import Iterable, Sequence

from lcterm.core.community import Member
from lcterm.core.speakers import looks_given_by_machine
from lcterm.core.text import folded, quoted

_NAMED_AT_MOST = 6


def same_speakers(options: Sequence[str], named: Iterable[Member], speakers: Sequence[str]) -> dict[str, str]:
    """Of what was said as SPEAKER=NAME: the speakers who are another speaker of the recording, who need be nobody here
    yet. A member of that name comes first."""
    members = {folded(one.name) for one in named if not one.forgotten}
    spoken = {folded(label): label for label in reversed(speakers)}
    same: dict[str, str] = {}
    for option in options:
        speaker, _, name = option.rpartition("=")
        other = spoken.get(folded(name), speaker)
        if speaker in speakers and other != speaker and folded(name) not in members:
            same[speaker] = other
    return same


def machine_names(added: Sequence[str], *, came_in: bool) -> str:
    """Which of those who are new have the name of a machine's making, and what to do, in words; "" where none has.
    `came_in`: they are members by now."""
    made = [name for name in added if looks_given_by_machine(name)]
    if not made:
        return ""
    more = [f"and {len(made) - _NAMED_AT_MOST} more"] if len(made) > _NAMED_AT_MOST else []
    listed = ", ".join([*made[:_NAMED_AT_MOST], *more])
    names = "a name that a machine gave" if len(made) == 1 else "names that a machine gave"
    first = "`lcterm do SESSION undo` first, then " if came_in else ""
    return f"{listed}: {names}, and a new member each; to say who it is: {first}--as {quoted(f'{made[0]}=NAME')}"
