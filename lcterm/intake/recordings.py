"""A recording's file becomes speakers and segments: who spoke when, without a word of what was said. RTTM and STM are
made by machines, a line for each stretch; WebVTT, SRT and Otter's text are transcripts."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, TypeGuard, get_args

from msgspec import Struct

from lcterm.core.events import Segment
from lcterm.core.joining import NAME_MAX
from lcterm.core.refusal import Refused
from lcterm.core.text import clean, neutralise
from lcterm.intake import rttm, stm
from lcterm.intake.files import MIB, Skipped, as_text, too_long
from lcterm.intake.other_files import is_chat
from lcterm.intake.spoken_lines import Spoken, Unread, fields
from lcterm.intake.transcript_lines import Transcript
from lcterm.intake.transcripts import TranscriptForm, called, read_lines, told_by_content

MachineForm = Literal["rttm", "stm"]
Form = MachineForm | TranscriptForm
FORMS: tuple[Form, ...] = ("rttm", "stm", "vtt", "srt", "otter")

RECORDING_BYTES = 16 * MIB
RECORDING_ID_MAX = 200
SPEAKERS_MAX = 500
"""A parliament has as many; more are no meeting, but a column that was taken for names."""

CALLED = {"rttm": "RTTM", "stm": "STM", "vtt": "WebVTT", "srt": "SRT", "otter": "Otter's text"}
"""What the formats are called in a sentence."""

_LISTED_AT_MOST = 8
_LOOK_AT = 50
_LINE_LOOK = 2000
_READERS = {"rttm": rttm.read_line, "stm": stm.read_line}


class Recording(Struct, frozen=True):
    """Who spoke when. `speakers` in the order they first appear in the file, `segments` in the order of the file, their
    times in microseconds; `skipped` says which lines could not be taken, `remark` what must be known of the times."""

    recording: str
    speakers: tuple[str, ...]
    segments: tuple[Segment, ...]
    skipped: tuple[Skipped, ...]
    remark: str = ""


class NobodyCanTell(Refused):
    """Neither the ending of a file nor its first lines say which format it is."""


def form_of(data: bytes, source: str) -> Form:
    """The format of this file: as its ending has it, unless that is WebVTT and it does not begin so, else as its first
    lines tell. Raises Refused for no text, and NobodyCanTell."""
    lines = _lines(data, source)
    ending = _form_by_ending(source)
    if ending == "vtt" and told_by_content(lines) != "vtt":
        ending = None
    return ending or _form_by_content(lines, source)


def recordings_in(data: bytes, source: str, form: Form) -> list[str]:
    """What the recordings in this file are called, as they are shown; none where a file is always one."""
    if _is_transcript(form):
        return []
    spoken, _ = _read(_lines(data, source), form)
    return list(dict.fromkeys(_shown(one.recording) for _, one in spoken))


def has_words(form: Form) -> bool:
    """Whether a file of this format has lines that can be quoted."""
    return _is_transcript(form)


def read_recording(data: bytes, source: str, form: Form | None, recording: str | None) -> Recording:
    """The recording in these bytes. Without `form` the ending of `source` tells the format, else its first lines.
    `recording`: which, where there are more; a transcript is one, and is called so, else as its file.

    Raises Refused, naming `source`: no text, more than 16 MiB, a format nobody can tell, nothing that can be read,
    more than one recording and none chosen, a chosen one that is not there, more than 500 speakers.
    """
    lines = _lines(data, source)
    form = form or _form_by_ending(source) or _form_by_content(lines, source)
    if _is_transcript(form):
        return _out_of_transcript(read_lines(lines, form, source), source, form, recording)
    spoken, unread = _read(lines, form)
    if not spoken:
        why = f" (line {unread[0][0]}: {unread[0][1].why})" if unread else ""
        raise Refused(f"{source}: no line says who spoke when{why}; is it {CALLED[form]}?")
    chosen = _choose(dict.fromkeys(one.recording for _, one in spoken), source, recording)
    skipped = [Skipped(number, one.why) for number, one in unread if one.recording in ("", chosen)]
    return _recording(chosen, [one for one in spoken if one[1].recording == chosen], skipped, source)


def read_transcript(data: bytes, source: str, form: Form | None) -> Transcript:
    """The same file with its words. Raises Refused as `read_recording` does, and for RTTM and STM: their lines are made
    for machines, and hold no words or none to quote."""
    lines = _lines(data, source)
    form = form or _form_by_ending(source) or _form_by_content(lines, source)
    if not _is_transcript(form):
        raise Refused(f"{source} is {CALLED[form]}: lines of words are there in WebVTT, SRT and Otter's text alone.")
    transcript = read_lines(lines, form, source)
    if not transcript.said:
        raise _nobody(source, form, transcript.unread)
    return transcript


def transcript_name(source: str, recording: str | None) -> str:
    """What a transcript is called in the session: as was said, else as its file."""
    return _shown(recording or "") or _shown(called(source)) or "transcript"


def speaker_called(label: str) -> str:
    """The speaker of this label as a recording has them, "" where that is no name."""
    return _speaker(label)[0]


def _is_transcript(form: Form) -> TypeGuard[TranscriptForm]:
    return form not in _READERS


def _lines(data: bytes, source: str) -> list[str]:
    if len(data) > RECORDING_BYTES:
        raise Refused(too_long(source, RECORDING_BYTES))
    return re.split("\r\n|[\r\n]", as_text(data, source))


def _out_of_transcript(transcript: Transcript, source: str, form: Form, recording: str | None) -> Recording:
    spoken = [(one.line, Spoken("", one.speaker, one.start, one.length)) for one in transcript.said if one.speaker]
    if not spoken:
        raise _nobody(source, form, transcript.unread)
    found = _recording(transcript_name(source, recording), spoken, list(transcript.unread), source)
    return Recording(found.recording, found.speakers, found.segments, found.skipped, transcript.remark)


def _nobody(source: str, form: Form, unread: Sequence[Skipped]) -> Refused:
    why = f" (line {unread[0].line}: {unread[0].why})" if unread else ""
    return Refused(f"{source}: no line says who spoke when{why}; is it {CALLED[form]}, and does it name its speakers?")


def _read(lines: Iterable[str], form: Form) -> tuple[list[tuple[int, Spoken]], list[tuple[int, Unread]]]:
    spoken: list[tuple[int, Spoken]] = []
    unread: list[tuple[int, Unread]] = []
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        match _READERS[form](line):
            case Spoken() as one:
                spoken.append((number, one))
            case Unread() as other:
                unread.append((number, other._replace(why=neutralise(other.why))))
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
    if len(places) > SPEAKERS_MAX:
        raise Refused(f"{source} has {len(places)} speakers, at most {SPEAKERS_MAX} come in: is it the right file?")
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
    return next((form for form in get_args(MachineForm) + get_args(TranscriptForm) if form == ending), None)


def _form_by_content(lines: Sequence[str], source: str) -> Form:
    """By the first lines that are no comments: WebVTT says what it is, RTTM's begin with a kind, STM's have times in
    fourth and fifth place, transcripts as text have names and times."""
    told = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith(";;")]
    if not told:
        raise Refused(f"{source}: no line says who spoke when; there is nothing in it.")
    first = [fields(line[:_LINE_LOOK]) for _, line in told[:_LOOK_AT]]
    if any(parts and parts[0] in rttm.KINDS for parts in first):
        return "rttm"
    if any(isinstance(stm.read_line(" ".join(parts)), Spoken) for parts in first):
        return "stm"
    if (form := told_by_content(lines)) is not None:
        return form
    number, line = told[0]
    if is_chat(line):
        raise Refused(f"{source}, line {number}: this is a chat, which says who wrote, not who spoke.")
    known = ", ".join(CALLED[form] for form in FORMS)
    raise NobodyCanTell(
        f"{source}, line {number}: this looks like none of {known}: say which with --format, one of {', '.join(FORMS)}."
    )
