"""What is said of a recording's file as a whole, before it comes in and after."""

from lcterm.core.text import sentence
from lcterm.intake.recordings import CALLED
from lcterm.ui.recording_file import Found
from lcterm.ui.widgets.import_recording import About, how_long

WORDS_STAY_OUT = "Who spoke when comes in; the words stay out."
NEVER_RAN = "The session has not been run here: once this is in it counts as held."


def _what(found: Found) -> str:
    recording = found.recording
    cues, speakers, left = len(recording.segments), len(recording.speakers), len(recording.skipped)
    counts = f"{cues} cue{'' if cues == 1 else 's'}, {speakers} speaker{'' if speakers == 1 else 's'}"
    out = f", {left} line{'' if left == 1 else 's'} left out" if left else ""
    return f"{found.path.name}: {CALLED[found.form]}, {how_long(found.length)}, {counts}{out}."


def about_held(found: Found, held: str) -> About:
    """A recording whose turns the session has, under this name."""
    other = (f"The session has these turns already, as {held}.",) if held != found.recording.recording else ()
    return About(_what(found), other, "", "is in")


def about_coming(found: Found, other_name: str, problem: str, open: int, *, planned: bool) -> About:
    """A recording that could come in. `other_name`: that it would have another, in words; `problem`: why it cannot;
    `open`: how many speakers are to be asked about."""
    notes = (found.recording.remark, other_name)
    remarks = [*(sentence(one) for one in notes if one), WORDS_STAY_OUT, *([NEVER_RAN] if planned else [])]
    clear = "not now" if problem else "all clear"
    return About(_what(found), remarks, problem, f"{open} to ask about" if open else clear)
