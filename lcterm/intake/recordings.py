"""A recording's file, RTTM or STM, becomes speakers and segments: who spoke when, without a word of what was said."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from lcterm.core.events import Segment
from lcterm.core.joining import NAME_MAX
from lcterm.core.refusal import Refused
from lcterm.core.text import clean
from lcterm.intake import rttm, stm
from lcterm.intake.files import MIB, Skipped, as_text, too_long
from lcterm.intake.spoken_lines import Spoken, Unread, fields

Form = Literal["rttm", "stm"]

RECORDING_BYTES = 16 * MIB
RECORDING_ID_MAX = 200

_LISTED_AT_MOST = 8
_LOOK_AT = 50
_READERS = {"rttm": rttm.read_line, "stm": stm.read_line}


class Recording(Struct, frozen=True):
    """Who spoke when. `speakers` in the order they first appear in the file, `segments` in the order of the file, their
    times in microseconds; `skipped` says which lines could not be taken."""

    recording: str
    speakers: tuple[str, ...]
    segments: tuple[Segment, ...]
    skipped: tuple[Skipped, ...]


def read_recording(data: bytes, source: str, form: Form | None, recording: str | None) -> Recording:
    """The recording in these bytes. Without `form` the ending of `source` tells the format, else its first lines.

    Raises Refused, naming `source`: no text, more than 16 MiB, a format nobody can tell, nothing that can be read,
    more than one recording and none chosen, a chosen one that is not there.
    """
    if len(data) > RECORDING_BYTES:
        raise Refused(too_long(source, RECORDING_BYTES))
    lines = re.split("\r\n|[\r\n]", as_text(data, source))
    form = form or _form_by_ending(source) or _form_by_content(lines, source)
    spoken, unread = _read(lines, form)
    if not spoken:
        why = f" (line {unread[0][0]}: {unread[0][1].why})" if unread else ""
        raise Refused(f"{source}: no line says who spoke when{why}; is it {form.upper()}?")
    chosen = _choose(dict.fromkeys(one.recording for _, one in spoken), source, recording)
    skipped = [Skipped(number, one.why) for number, one in unread if one.recording in ("", chosen)]
    return _recording(chosen, [one for one in spoken if one[1].recording == chosen], skipped, source)


def _read(lines: Iterable[str], form: Form) -> tuple[list[tuple[int, Spoken]], list[tuple[int, Unread]]]:
    spoken: list[tuple[int, Spoken]] = []
    unread: list[tuple[int, Unread]] = []
    for number, line in enumerate(lines, 1):
        match _READERS[form](line):
            case Spoken() as one:
                spoken.append((number, one))
            case Unread() as other:
                unread.append((number, other))
            case None:
                pass
    return spoken, unread


def _recording(chosen: str, spoken: Iterable[tuple[int, Spoken]], skipped: list[Skipped], source: str) -> Recording:
    places: dict[str, int] = {}
    segments: list[Segment] = []
    for number, one in spoken:
        speaker, why = _speaker(one.speaker)
        if why:
            skipped.append(Skipped(number, why))
        else:
            segments.append(Segment(places.setdefault(speaker, len(places)), one.start, one.length))
    if not segments:
        first = min(skipped, key=lambda one: one.line)
        raise Refused(f"{source}: no line says who spoke when (line {first.line}: {first.why}).")
    skipped.sort(key=lambda one: one.line)
    return Recording(_shown(chosen), tuple(places), tuple(segments), tuple(skipped))


@lru_cache(maxsize=256)
def _speaker(label: str) -> tuple[str, str]:
    """The speaker as kept and "", or "" and why not."""
    try:
        name = clean(label, limit=NAME_MAX, what="the speaker")
    except Refused as refused:
        return "", refused.reason
    return name, "" if name else "it names no speaker"


def _choose(recordings: Iterable[str], source: str, wanted: str | None) -> str:
    there = list(recordings)
    listed = ", ".join(map(_shown, there[:_LISTED_AT_MOST]))
    if len(there) > _LISTED_AT_MOST:
        listed += f" and {len(there) - _LISTED_AT_MOST} more"
    if wanted is None:
        if len(there) > 1:
            raise Refused(f"{source} holds {len(there)} recordings, {listed}: choose one with --recording ID.")
        return there[0]
    found = next((one for one in there if wanted in (one, _shown(one))), None)
    if found is None:
        raise Refused(f"{source} has no recording {_shown(wanted)}: there is {listed}.")
    return found


def _shown(recording: str) -> str:
    return clean(recording[:RECORDING_ID_MAX])


def _form_by_ending(source: str) -> Form | None:
    ending = source.casefold().rpartition(".")[2]
    return "rttm" if ending == "rttm" else "stm" if ending == "stm" else None


def _form_by_content(lines: Iterable[str], source: str) -> Form:
    """By the first lines that are no comments: RTTM's begin with a kind, STM's have times in fourth and fifth place."""
    told = [parts for line in lines if (parts := fields(line)) and not parts[0].startswith(";;")][:_LOOK_AT]
    if any(parts[0] in rttm.KINDS for parts in told):
        return "rttm"
    if any(isinstance(stm.read_line(" ".join(parts)), Spoken) for parts in told):
        return "stm"
    raise Refused(f"{source} looks like neither RTTM nor STM: say which with --format rttm or --format stm.")
