"""Two who mend the same capture at once: what each changed is put together part by part."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from lcterm.core.capture_words import LETTER_OF
from lcterm.core.captures import write_line
from lcterm.core.events import Words

if TYPE_CHECKING:
    from lcterm.core.names import Known

Part = Literal["audience", "kind", "owners", "due", "text", "by"]
PARTS: dict[Part, tuple[str, ...]] = {
    "audience": ("audience", "to"),
    "kind": ("kind",),
    "owners": ("owners",),
    "due": ("due", "due_next"),
    "text": ("text",),
    "by": ("by", "named"),
}
"""What of the words belongs together, who may read it first."""


class Together(NamedTuple):
    """The words of both. `clashing`: parts that both changed, and differently, which read here as this seat has them;
    `taken`: parts that only the other changed."""

    words: Words
    clashing: tuple[Part, ...] = ()
    taken: tuple[Part, ...] = ()


def together(before: Words, mine: Words, theirs: Words) -> Together:
    """What comes of two changes to the same words. A note stays with the facilitators, whichever of the two made it
    one."""
    words, clashing, taken = mine, [], []
    for part in PARTS:
        was, own, other = (_of(one, part) for one in (before, mine, theirs))
        if own == other or other == was:
            continue
        if own == was:
            words = replace(words, **other)
            taken.append(part)
        else:
            clashing.append(part)
    if words.kind == "note":
        words = replace(words, audience="facilitators", to="")
        clashing = [part for part in clashing if part != "audience"]
        taken = [part for part in taken if part != "audience"]
    elif words.audience == "facilitators":  # it is a note no more, and was for nobody else because it was one
        words = replace(words, audience="group", to="")
    return Together(words, tuple(clashing), tuple(taken))


def _of(words: Words, part: Part) -> dict[str, Any]:
    held = msgspec.structs.asdict(words)
    return {name: held[name] for name in PARTS[part]}


def part_reads(part: Part, words: Words, people: "Sequence[Known]") -> str:
    """How this part reads in a capture line, or in words where it is empty."""
    match part:
        case "kind":
            return words.kind
        case "text":
            return f"{LETTER_OF[words.kind]} {words.text}"
        case "by":
            return "whose words they are"
        case _:
            pass
    line = write_line(replace(Words(kind=words.kind, text="-"), **_of(words, part)), people)
    nothing = {"audience": "for the group", "owners": "no owner", "due": "no date"}[part]
    return line.partition(" - ")[2] or ("only for us" if words.audience == "facilitators" else nothing)
