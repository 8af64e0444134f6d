"""STM, NIST's Segment Time Mark: a line for each stretch of speech, its words at the end.

    recording channel speaker start end [<label>] words

The words are passed over: turns are kept, words are not.
"""

from lcterm.intake.spoken_lines import Spoken, Unread, fields, moment, spoken

_FIELDS_MIN = 5
_NOBODY = frozenset(("inter_segment_gap", "excluded_region"))
"""Stand where no person speaks: gaps, and stretches left out of scoring."""


def read_line(line: str) -> Spoken | Unread | None:
    """What an STM line says; None for comments (`;;`), blank lines, gaps and excluded stretches. Source: the format
    as NIST's scoring tools read it."""
    parts = fields(line)
    if not parts or parts[0].startswith(";;"):
        return None
    if len(parts) < _FIELDS_MIN:
        return Unread(parts[0], f"{len(parts)} fields, at least {_FIELDS_MIN} are needed")
    recording, _, speaker, begins, ends = parts[:_FIELDS_MIN]
    if speaker.casefold() in _NOBODY:
        return None
    try:
        start = moment(begins, "start")
        return spoken(recording, speaker, start, moment(ends, "end") - start)
    except ValueError as error:
        return Unread(recording, str(error))
