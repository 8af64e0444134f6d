"""The capture line: `KIND text @owner… ^date >audience`, as people type it while others talk."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from lcterm.core.capture_words import LETTER_OF, LETTERS, due_words
from lcterm.core.events import Audience, CaptureKind, Words
from lcterm.core.kept_captures import TO_WHOM, lacks_recipient
from lcterm.core.refusal import Refused
from lcterm.core.text import clean

if TYPE_CHECKING:
    from lcterm.core.names import Known

AUDIENCES: dict[str, Audience] = {"room": "room", "group": "group", "sponsor": "sponsor"}
TEXT_MAX = 1000
_LINE_MAX = 4 * TEXT_MAX
"""With owners, date and recipient."""
_TRAILING = ",.;:!?"


class Line(Struct, frozen=True, kw_only=True):
    """A capture line as it was understood so far; `problem` says what has to be mended before it can be kept.
    `unaddressed`: of a word that seems to say for whom and stays in the text, why it fits nobody, "" for none; nobody
    but the facilitators reads a note, so none of its words is one."""

    words: Words
    problem: str = ""
    unaddressed: str = ""


def read_line(line: str, people: "Sequence[Known]", today: date) -> Line:
    """What a capture line says. `today` is the local day. The first name in a quote is whose words it is. Never raises:
    what cannot be kept is in `problem`."""
    try:
        text = clean(line, limit=_LINE_MAX, what="a capture")
    except Refused as refused:
        return Line(words=Words(kind="learning", text=""), problem=refused.reason)
    kind, rest = _kind(text)
    words, problem, parts = Words(kind=kind, text=""), "", rest.split(" ")
    sifted = False
    while not sifted:
        # Once more when something was taken out: `^12 @ben Dec` is a date then, and would be when mended.
        words, found, kept = _sift(words, parts, people, today)
        problem, sifted, parts = problem or found, len(kept) == len(parts), kept
    text = " ".join(part[1:] if part.startswith("@@") else part for part in parts).strip()
    if not text and not problem:
        problem = "There are no words yet." if rest or kind != "learning" else "Nothing is written yet."
    if len(text) > TEXT_MAX:
        problem = f"A capture has at most {TEXT_MAX} characters, this one has {len(text)}: shorten it."
    words = _whole(replace(words, text=text))
    reasons = (_unaddressed(part, people) for part in parts if words.kind != "note")
    return Line(words=words, problem=problem, unaddressed=next(filter(None, reasons), ""))


def write_line(words: Words, people: "Sequence[Known]") -> str:
    """The line that reads as these words, for mending them."""
    parts = [LETTER_OF[words.kind], *(f"@{part}" if part.startswith("@") else part for part in words.text.split(" "))]
    speaker = [words.by] if words.kind == "quote" and words.by else []
    parts += [f"@{_call(person, people)}" for person in (*speaker, *words.owners)]
    parts += [f"^{words.due}"] if words.due else ["^next"] if words.due_next else []
    if words.audience in ("room", "sponsor"):
        parts.append(f">{words.audience}")
    elif words.audience == "other":
        parts.append(f">{_call(words.to, people)}")
    return " ".join(parts)


def readers(words: Words) -> str:
    """Who reads it at least, where nobody is left out by name: the room, or the whole group."""
    return "the room" if words.audience == "room" else "the group"


def preview(words: Words, names: dict[str, str]) -> str:
    """What was understood, in words: action · Tracy, Ben · due Fri 27 Nov · for the group."""
    parts: list[str] = [words.kind]
    if whose := whose_words(words, names):
        parts.append(whose)
    if words.owners:
        parts.append(", ".join(names.get(owner, "someone") for owner in words.owners))
    if words.due or words.due_next:
        parts.append(f"due {due_words(words)}")
    match words.audience:
        case "group":
            parts.append("for the group")
        case "room":
            parts.append("stays in the room")
        case "sponsor":
            parts.append("for the group and the sponsor, who gets no names")
        case "other":
            parts.append(f"for the group and {names.get(words.to, 'someone')}")
        case "facilitators":
            parts.append("only for us")
    if lacks_recipient(words):
        parts.append(TO_WHOM)
    if words.kind == "quote":
        parts.append(f"held back until {names.get(words.by, 'the speaker')} says yes")
    return " · ".join(parts)


def whose_words(words: Words, names: dict[str, str]) -> str:
    """Tracy's words; of feedback also whether her name may stand beside it; nothing where nobody's are taken down."""
    if not words.by:
        return ""
    name = names.get(words.by, "someone")
    if words.kind == "feedback":
        return f"with {name}'s name" if words.named else f"{name}'s words, without the name"
    return f"{name}'s words"


def _kind(text: str) -> tuple[CaptureKind, str]:
    if text in LETTERS:  # the words are still to come
        return LETTERS[text], ""
    letter, blank, rest = text.partition(" ")
    return (LETTERS[letter], rest) if blank and letter in LETTERS else ("learning", text)


def _sift(words: Words, parts: list[str], people: "Sequence[Known]", today: date) -> tuple[Words, str, list[str]]:
    """The words with what these parts say beside their text, what is amiss with it, and the parts that are text."""
    from lcterm.core.names import find_person

    problem, kept, left = "", [], parts[:]
    while left:
        word = left.pop(0)
        if word.startswith("@") and word != "@" and not word.startswith("@@"):
            try:
                owner = find_person(word[1:].rstrip(_TRAILING), people)
                words = replace(words, owners=tuple(dict.fromkeys((*words.owners, owner))))
            except Refused as refused:
                problem = problem or f"{refused.reason} Or write @@ for a plain @."
        elif word.startswith("^") and (dated := _when(words, word, left, today)) is not None:
            words, used, unclear = dated
            problem = problem or unclear
            del left[:used]
        elif (addressed := _addressed(words, word, people)) is not None:
            words = addressed
        else:
            kept.append(word)
    return words, problem, kept


def _when(words: Words, word: str, following: list[str], today: date) -> tuple[Words, int, str] | None:
    """The same as `_dated`, and what is unclear about the date."""
    try:
        dated = _dated(words, word, following, today)
    except Refused as refused:
        return words, 0, f"{refused.reason}."
    return None if dated is None else (*dated, "")


def _dated(words: Words, word: str, following: list[str], today: date) -> tuple[Words, int] | None:
    """The words with a date, and how many of the following parts belong to it. Raises Refused for one that can be two
    days."""
    from lcterm.core.days import read_due

    if not word.startswith("^") or len(word) < 2:
        return None
    if word.casefold().rstrip(_TRAILING) == "^next":
        return replace(words, due="", due_next=True), 0
    for used in (3, 2, 1, 0):
        on = read_due(" ".join([word[1:], *following[:used]]).rstrip(_TRAILING), today)
        if on is not None and used <= len(following):
            return replace(words, due=on.isoformat(), due_next=False), used
    return None


def _addressed(words: Words, word: str, people: "Sequence[Known]") -> Words | None:
    from lcterm.core.names import find_person

    if not word.startswith(">") or len(word) < 2:
        return None
    name = word[1:].rstrip(_TRAILING)
    if (audience := AUDIENCES.get(name.casefold())) is not None:
        return replace(words, audience=audience, to="")
    try:
        return replace(words, audience="other", to=find_person(name, people))
    except Refused:
        return None


def _unaddressed(word: str, people: "Sequence[Known]") -> str:
    """Why this word of the text, which looks like a recipient, is none; "" where it does not look so."""
    from lcterm.core.names import UnclearPerson, find_person

    if not (word.startswith(">") and word[1:2].isalpha()):
        return ""
    name = word[1:].rstrip(_TRAILING)
    try:
        find_person(name, people)
    except UnclearPerson as unclear:
        return f">{unclear.reason.rpartition(':')[0]}"
    except Refused:
        return f">{name} is nobody here"
    return ""


def _whole(words: Words) -> Words:
    """A facilitator's own note is for nobody else, whatever the line says; the first name in a quote says whose."""
    if words.kind == "quote" and words.owners:
        return replace(words, by=words.owners[0], owners=words.owners[1:])
    return replace(words, audience="facilitators", to="") if words.kind == "note" else words


def _call(person: str, people: "Sequence[Known]") -> str:
    known = next((one for one in people if one.person == person), None)
    return "someone" if known is None else known.badge or known.name.replace(" ", "")
