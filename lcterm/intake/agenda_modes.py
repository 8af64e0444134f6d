"""How people will come to speak at a point: as written behind its title, else as the title suggests."""

import re

from lcterm.core.agenda_plan import MODES, Mode

_TAG = re.compile(rf"\[\s*({'|'.join(MODES)})\s*\*?\s*\]$", re.IGNORECASE)
_ALONE = re.compile(rf"({'|'.join(MODES)})\s*\*?", re.IGNORECASE)

_REST = r"break|pause|lunch|coffee|tea|dinner|breakfast|refreshments|close|closing|end|finish|goodbye|farewell"

_HINTS: tuple[tuple[Mode, str], ...] = (
    ("none", rf"^\W*(?:{_REST})s?\W*$"),
    (
        "none",
        r"^\W*(?:(?:short|quick|long|comfort|coffee|tea|lunch)\s+)?(?:break|pause)s?\b(?!-?out|\s(?:into|out|the|up)\b)",
    ),
    ("pairs", r"\bpairs?\b|\bbreak[ -]?outs?\b|\b(?:in )?(?:twos|threes|trios)\b|\bsmall groups?\b"),
    ("presenter", r"\bintro(?:duction)? to\b"),
    (
        "round",
        r"\b(?:introductions?|check[ -]?(?:ins?|outs?)|how (?:was it|are (?:you|we))|rounds?|feedback|icebreakers?)\b",
    ),
    ("round", r"\bwho is here\b|\bsince last time\b"),
    ("queue", r"\bdiscussions?\b|\bdiscuss\b|\bdebate\b|\bq ?& ?a\b|\bquestions\b"),
    ("presenter", r"\bpresentations?\b|\bpresent\b|\btalks?\b|\bcases?\b|\bdemos?\b|\blecture\b|\bkeynote\b"),
    ("none", rf"\b(?:{_REST})\b|\barrivals?\b|\bregistration\b|\bdoors open\b|\bpomodoro\b|\bsilen(?:t|ce)\b"),
)
_LIKELY = tuple((mode, re.compile(pattern, re.IGNORECASE)) for mode, pattern in _HINTS)
_CLOSING = re.compile(r"\b(?:close|closing|end|ends|finish|goodbye|farewell|adjourn)\b", re.IGNORECASE)


def take_mode(words: str) -> tuple[str, Mode | None]:
    """The words without a mode in square brackets at their end, and that mode."""
    tag = _TAG.search(words.rstrip())
    return (words[: tag.start()].rstrip(), _mode(tag.group(1))) if tag else (words, None)


def mode_alone(words: str) -> Mode | None:
    """The mode, if these words are the name of one, as in a column of modes."""
    named = _ALONE.fullmatch(words.strip(" []"))
    return _mode(named.group(1)) if named else None


def _mode(written: str) -> Mode | None:
    return next((mode for mode in MODES if mode == written.lower()), None)


def guess_mode(title: str, *, presented: bool) -> Mode:
    """The mode that a title suggests; `presented` if somebody is named beside it. Source of the rule: ours."""
    for mode, likely in _LIKELY:
        if likely.search(title):
            return mode
    return "presenter" if presented else "open"


def is_close(title: str) -> bool:
    """Whether the title says that this is where everything ends."""
    return bool(_CLOSING.search(title))
