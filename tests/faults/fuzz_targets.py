"""What reads what others wrote: each reader with a few good examples, what it may refuse with, and what must hold."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec

from lcterm.core.captures import read_line, write_line
from lcterm.core.refusal import Refused
from lcterm.core.seating import known
from lcterm.intake.agenda_text import AGENDA_BYTES, read_agenda
from lcterm.intake.attendance import read_attendance
from lcterm.intake.files import as_text
from lcterm.intake.members import read_members
from lcterm.intake.minutes import read_minutes
from lcterm.intake.recordings import Form, read_recording, read_transcript
from lcterm.intake.todotxt import read_todotxt
from lcterm.store.archive import read_archive
from lcterm.store.card_file import load_card
from lcterm.store.own_keys import NAME, read_own_keys
from lcterm.store.packing import unpacked
from lcterm.store.paths import Home
from lcterm.store.reading import Unreadable
from lcterm.store.sealing import unseal
from lcterm.store.segment import decode_segment
from lcterm.store.session_file import read_session_file
from lcterm.store.templates import load_template
from tests.documents.meetings import in_discussion
from tests.faults import fuzz_corpus as corpus
from tests.faults.fuzz_logs import read_log, sample_logs
from tests.faults.fuzz_own import GOOD, in_a_home
from tests.hostile.parsed import CONTROLS

TODAY = date(2026, 12, 1)
SOURCE = "a file"
MEETING = in_discussion().meeting
PEOPLE = known(MEETING)
NAMES = tuple((one.person, one.name) for one in PEOPLE)


class Target(NamedTuple):
    """A reader, and good files for it. It raises nothing but Refused and Unreadable."""

    read: Callable[[bytes], object]
    good: tuple[bytes, ...]


def try_one(target: Target, data: bytes) -> str:
    """What is wrong with how these bytes are read; "" where all is well."""
    try:
        target.read(data)
    except (Refused, Unreadable) as refusal:
        said = refusal.reason if isinstance(refusal, Refused) else str(refusal)
        return "" if said and CONTROLS.search(said) is None and "\n" not in said else f"it is refused with {said!r}"
    except Exception as error:  # noqa: BLE001  # any other is what is looked for
        return f"{type(error).__name__}: {error}"[:200]
    return ""


def harmless(*found: object) -> None:
    """No text in what was read steers a terminal."""
    for value in found:
        match value:
            case str():
                assert CONTROLS.search(value) is None, value
            case Mapping():
                harmless(*value.keys(), *value.values())
            case msgspec.Struct():
                harmless(*msgspec.structs.astuple(value))
            case Iterable() if not isinstance(value, bytes):
                harmless(*value)


def _capture(data: bytes) -> None:
    line = read_line(data.decode("utf-8", "surrogateescape"), PEOPLE, TODAY)
    harmless(line.words, line.problem, line.unaddressed)
    if not line.problem:
        again = read_line(write_line(line.words, PEOPLE), PEOPLE, TODAY)
        assert again.problem or again.words == line.words, (line.words, again.words)


def _agenda(data: bytes) -> None:
    harmless(read_agenda(as_text(data[:AGENDA_BYTES], SOURCE), SOURCE, NAMES))


def _session(data: bytes) -> None:
    file, facts = read_session_file(data)
    harmless(file.people, [fact.event for fact in facts])


def _segment(data: bytes) -> None:
    harmless([fact.event for fact in decode_segment(data, "aaaa", "2026-12-01-k3f9").facts])


def _recording(form: Form | None) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        recording = read_recording(data, SOURCE, form, None)
        harmless(recording.speakers, recording.recording, recording.remark)
        assert all(one.length >= 0 and 0 <= one.speaker < len(recording.speakers) for one in recording.segments)

    return read


def _in_a_file(name: str, read: Callable[[Path], object]) -> Callable[[bytes], None]:
    def look(data: bytes) -> None:
        with TemporaryDirectory(prefix="lcterm-fuzz-") as folder:
            path = Path(folder, name)
            path.write_bytes(data)
            harmless(read(path))

    return look


TARGETS: dict[str, Target] = {
    "capture": Target(_capture, corpus.CAPTURES),
    "agenda": Target(_agenda, corpus.AGENDAS),
    "members": Target(lambda data: harmless(read_members(data, SOURCE)), corpus.MEMBERS),
    "minutes": Target(lambda data: harmless(read_minutes(data, SOURCE, MEETING, TODAY, {})), corpus.MINUTES),
    "attendance": Target(lambda data: harmless(read_attendance(data, SOURCE, UTC, TODAY).names), corpus.ATTENDANCE),
    "rttm": Target(_recording("rttm"), corpus.RTTM),
    "stm": Target(_recording("stm"), corpus.STM),
    "vtt": Target(_recording("vtt"), corpus.VTT),
    "srt": Target(_recording("srt"), corpus.SRT),
    "otter": Target(_recording("otter"), corpus.OTTER),
    "recording": Target(_recording(None), (*corpus.RTTM, *corpus.VTT, *corpus.SRT, *corpus.OTTER)),
    "transcript": Target(lambda data: read_transcript(data, SOURCE, None), (*corpus.VTT, *corpus.SRT, *corpus.OTTER)),
    "todotxt": Target(lambda data: harmless(read_todotxt(data, SOURCE)), corpus.TODO),
    "segment": Target(_segment, corpus.SEGMENTS),
    "log": Target(read_log, (*corpus.SEGMENTS, *sample_logs())),
    "archive": Target(read_archive, corpus.ARCHIVES),
    "session": Target(_session, corpus.SESSIONS),
    "sealed": Target(unpacked, corpus.SEALED),
    "template": Target(_in_a_file("mine.toml", load_template), corpus.TEMPLATES),
    "card": Target(_in_a_file("mine.toml", load_card), corpus.CARDS),
    "encrypted": Target(lambda data: unseal(data, corpus.PASSPHRASE), corpus.ENCRYPTED),
    **{name: Target(in_a_home(name, harmless), good) for name, good in GOOD.items()},
    "keys": Target(_in_a_file(NAME, lambda path: len(read_own_keys(Home(path.parent)))), corpus.KEYS),
}
