"""A list of people, as somebody else's program or hand wrote it, becomes names and areas of practice."""

import re

from msgspec import Struct

from lcterm.core.joining import NAME_MAX
from lcterm.core.refusal import Refused
from lcterm.core.text import clean, name_keys
from lcterm.intake import member_lines, member_table
from lcterm.intake.entries import Entry
from lcterm.intake.files import MIB, Skipped, as_text, too_long
from lcterm.intake.other_files import refuse_as_people

MEMBERS_BYTES = MIB
MEMBERS_MAX = 1000
AREA_MAX = 200

_WORDS_MAX = 10
"""A name of more words is a sentence."""

_SEEN_BY_PLATFORM = re.compile(
    r"\s*\((?:guest|unverified|external|host|co-host|gast|extern|invité|externe|invitado)\)$", re.I
)
"""What meeting programs write behind a name."""


class ReadMember(Struct, frozen=True):
    """Somebody on the list; `area` is what they do, "" when the list does not say."""

    name: str
    area: str = ""


class MemberList(Struct, frozen=True):
    """The people in the order of the file, each once, and the lines that gave nobody."""

    members: tuple[ReadMember, ...]
    skipped: tuple[Skipped, ...]


def read_members(data: bytes, source: str) -> MemberList:
    """Who is on the list: one a line, or a table with any sensible headings (comma, semicolon, tab or bar; first and
    last name apart or not; UTF-8, UTF-16 with its mark, Windows-1252).

    Left out with a reason: repeated names (by their `name_keys`), the refunded, cancelled and declined, lines without
    a name. Raises Refused, naming `source`, for what is no text, more than 1 MiB or 1000 people, columns nobody can
    tell apart, a list of nobody, and what `refuse_as_people` says is another kind of file.
    """
    if len(data) > MEMBERS_BYTES:
        raise Refused(too_long(source, MEMBERS_BYTES))
    text = as_text(data, source)
    table = member_table.find_table(text)
    refuse_as_people(text, source, headed=table is not None)
    if table is None and (line := member_table.heading_without_names(text)):
        raise Refused(f"{source}, line {line}: none of the headings is for names; call that column name.")
    found = _Found()
    for entry in member_lines.entries(text, source) if table is None else member_table.entries(table):
        found.take(entry)
        if len(found.members) > MEMBERS_MAX:
            raise Refused(f"{source} names more than {MEMBERS_MAX} people: is it the right list? If so, split it.")
    if not found.members:
        why = f" (line {found.skipped[0].line}: {found.skipped[0].why})" if found.skipped else ""
        raise Refused(f"{source}: no names found{why}; one name a line, or a CSV with a heading such as name.")
    return MemberList(tuple(found.members), tuple(found.skipped))


class _Found:
    """The list as it grows."""

    def __init__(self) -> None:
        self.members: list[ReadMember] = []
        self.skipped: list[Skipped] = []
        self._lines: dict[str, int] = {}

    def take(self, entry: Entry) -> None:
        """Adds the person, or says why not."""
        why = entry.why and _one_line(entry.why)
        name, area, remark = "", "", ""
        if not why:
            name, why = _checked_name(entry.name)
        keys = name_keys(name) if name else ()
        first = next((self._lines[key] for key in keys if key in self._lines), None)
        if first is not None:
            why = f"{name} is on line {first} already"
        if why:
            self.skipped.append(Skipped(entry.line, why))
            return
        self._lines |= dict.fromkeys(keys, entry.line)
        try:
            area = " ".join(clean(entry.area, limit=AREA_MAX, what=f"what {name} does").split())
        except Refused as refused:
            remark = f"{refused.reason} The name was taken without it."
        self.members.append(ReadMember(name, area))
        if remark:
            self.skipped.append(Skipped(entry.line, remark))


def _checked_name(raw: str) -> tuple[str, str]:
    """The name and "", or "" and why it is none."""
    try:
        name = " ".join(clean(raw, limit=NAME_MAX, what="the name").split())
    except Refused as refused:
        return "", refused.reason
    name = _SEEN_BY_PLATFORM.sub("", name)
    if not any(char.isalpha() for char in name):
        return "", "there is no name in it"
    if "://" in name:
        return "", "an address, not a name"
    if len(name.split()) > _WORDS_MAX:
        return "", f"more than {_WORDS_MAX} words, so not a name"
    return name, ""


def _one_line(why: str) -> str:
    return clean(why[:200])
