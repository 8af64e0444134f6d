"""RTTM, NIST's Rich Transcription Time Marked: of its many kinds of line only SPEAKER says who spoke when.

SPEAKER recording channel start length <NA> <NA> speaker <NA> <NA>
"""

from lcterm.core.one_word import from_one_word
from lcterm.intake.spoken_lines import Spoken, Unread, fields, moment, spoken, stretch

_OTHER_KINDS = frozenset(
    (
        "SPKR-INFO", "LEXEME", "NON-LEX", "NON-SPEECH", "SEGMENT", "NOSCORE", "NO_RT_METADATA",
        "SU", "CB", "A/P", "IP", "EDIT", "FILLER",
    )
)  # fmt: skip
KINDS = _OTHER_KINDS | {"SPEAKER"}
"""The first words of NIST's lines (RTTM format specification v13 of the RT-03 evaluation)."""

_FIELDS_MIN = 8
_FIELDS = 10
_NOT_GIVEN = "<NA>"


def read_line(line: str) -> Spoken | Unread | None:
    """What an RTTM line says; None for comments (`;;`), blank lines and well-formed lines of other kinds.

    Lines may be short of the last two fields (early writers left them out); a speaker's name may hold blanks where
    all fields are there, and `%20` for one, as this program writes it. Source: NIST's format as the public corpora
    write it.
    """
    parts = fields(line)
    if not parts or parts[0].startswith(";;"):
        return None
    recording = from_one_word(parts[1]) if len(parts) > 1 else ""
    if parts[0] not in KINDS:
        return Unread("", f"not a line of RTTM: {parts[0][:20]}")
    if len(parts) < _FIELDS_MIN:
        return Unread(recording, f"{len(parts)} fields, at least {_FIELDS_MIN} are needed")
    if parts[0] != "SPEAKER":
        return None
    speaker = " ".join(parts[7:-2]) if len(parts) >= _FIELDS else parts[7]
    if speaker == _NOT_GIVEN:
        return Unread(recording, "it names no speaker")
    try:
        return spoken(recording, from_one_word(speaker), moment(parts[3], "start"), stretch(parts[4], "length"))
    except ValueError as error:
        return Unread(recording, str(error))
