"""Words that several documents share: lengths, shares, who a capture is for, what a figure means."""

from collections.abc import Mapping, Sequence

from lcterm.core.events import Words
from lcterm.core.fold_members import FORGOTTEN
from lcterm.core.session import Session, Voice
from lcterm.core.when import in_words, minutes

JUST_NOW_MS = 5_000


def counted(number: int, one: str, many: str = "") -> str:
    """1 turn, 4 turns; `many` where an s does not do."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def in_minutes(value: float) -> str:
    """1 minute, 35 minutes, 2.5 minutes."""
    return f"{minutes(value)} minute{'' if value == 1 else 's'}"


def how_long(ms: int) -> str:
    """Since when something is so, to be heard: just now, 40 seconds, 6 minutes, 2 hours, 30 days."""
    whole = max(0, ms) // 60_000
    if whole < 2 * 60:
        return in_words(whole * 60 or ms / 1000) if ms >= JUST_NOW_MS else "just now"
    return counted(whole // 60, "hour") if whole < 48 * 60 else counted(whole // (24 * 60), "day")


def percent(share: float) -> str:
    """A share from 0 to 1 as 29 %."""
    return f"{round(share * 100)} %"


def names_in_a_row(names: Sequence[str]) -> str:
    """Ana, Ben and Chidi's names one after the other; who asked to be forgotten is counted at the end."""
    known = [name for name in names if name != FORGOTTEN]
    more = len(names) - len(known)
    if not more:
        return ", ".join(known)
    left = "one more" if more == 1 else f"{more} more"
    nobody = FORGOTTEN if more == 1 else f"{more} people who asked to be forgotten"
    return f"{', '.join(known)} and {left}" if known else nobody


def place_words(voice: Voice) -> str:
    """Where the person takes part, where that is not simply the room."""
    if not voice.present:
        return "away"
    return {"room": "", "line": "on the line", "dropped": "the line has dropped"}[voice.place]


def never_run(session: Session) -> bool:
    """Closed without ever having been started: it came in from a recording."""
    return session.status == "closed" and session.started is None


def drift_words(seconds: int, late: str = "behind", early: str = "ahead") -> str:
    """4 minutes behind; on time below a minute either way."""
    whole = abs(seconds) // 60
    return f"{counted(whole, 'minute')} {late if seconds > 0 else early}" if whole else "on time"


def audience_line(words: Words, names: Mapping[str, str]) -> str:
    """Who the capture is for, as the end of a sentence: for the group and the sponsor."""
    match words.audience:
        case "group":
            return "for the group"
        case "room":
            return "stays in the room"
        case "sponsor":
            return "for the group and the sponsor"
        case "other":
            return f"for the group and {names.get(words.to, 'someone')}"
        case "facilitators":
            return "only for the facilitators"


def evenness_words(evenness: float) -> str:
    """What the figure means: 1 is everybody alike, 0 one voice alone. Where the words change is ours."""
    if evenness >= 0.9:
        return "the talk was spread nearly alike"
    if evenness >= 0.75:
        return "most had a good part of the talk, some less"
    if evenness >= 0.5:
        return "a few had much of the talk"
    return "one or two had nearly all of the talk"
