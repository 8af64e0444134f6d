"""Whose voices were heard, as lines to be heard: marks first, each with the figures it comes from."""

from msgspec.structs import replace

from lcterm.core.roles import outside
from lcterm.core.seating import seated
from lcterm.core.session import Meeting
from lcterm.core.voices import SETTLING_MS, Heard, Voices, reason, voices
from lcterm.core.when import in_words
from lcterm.documents.wording import JUST_NOW_MS, counted, evenness_words, how_long, percent, place_words


def voice_lines(meeting: Meeting, now: int) -> list[str]:
    """The voices at `now` (wall, ms), in seat order; before the start, who is expected. For facilitators only."""
    session, name = meeting.session, meeting.community.name_of
    everyone = seated(meeting)
    if not everyone:
        return ["Nobody has a seat yet."]
    if session.status == "planned":
        here = [
            name(person) + (" (on the line)" if voice.place == "line" else "")
            for person, voice in everyone.items()
            if voice.present
        ]
        away = [name(person) for person, voice in everyone.items() if not voice.present]
        lines = [f"Expected, {len(here)}: {', '.join(here)}."] if here else ["Nobody is expected."]
        return [*lines, f"Away, {len(away)}: {', '.join(away)}."] if away else lines
    heard = voices(replace(session, voices=everyone), now)
    return [marked_line(meeting, heard), *_even(heard), *(_line(meeting, one, now) for one in heard.heard)]


def marked_line(meeting: Meeting, heard: Voices) -> str:
    """Who has which mark, or that nobody has one yet."""
    if heard.settling:
        return f"Voices. No marks in the first {SETTLING_MS // 60_000} minutes of talk: people are settling in."
    groups = []
    for mark in ("not heard", "quiet", "dominant"):
        names = [meeting.community.name_of(one.voice.person) for one in heard.heard if one.mark == mark]
        if names:
            groups.append(f"{mark.capitalize()}: {', '.join(names)}.")
    return " ".join(groups) or "Voices: no marks."


def _even(heard: Voices) -> list[str]:
    if heard.evenness is None or heard.settling:
        return []
    return [f"Evenness {heard.evenness:.2f} of 1: {evenness_words(heard.evenness)}."]


def _line(meeting: Meeting, one: Heard, now: int) -> str:
    voice = one.voice
    role = outside(voice.roles)
    facts = [role or "", place_words(voice), "keeps to listening" if voice.listening else ""]
    if one.mark:
        facts += [one.mark, reason(one)]
    if one.speaking:
        facts.append("has the floor now")
    if one.turns and one.mark != "dominant":
        facts.append(counted(one.turns, "turn"))
    if one.turns:
        facts.append(f"{in_words(one.seconds)} of talk")
    if voice.compared and one.turns and one.mark in ("", "dominant") and one.expected:
        share = "" if one.mark else f"{percent(one.share)}; "
        facts.append(f"{share}even would be {percent(one.expected)}")
    if voice.round_turns:
        facts.append(f"{counted(voice.round_turns, 'turn')} in rounds")
    if voice.last is not None and not one.speaking:
        facts.append(_last_spoke(now - voice.last) if meeting.session.live else "")
    silent = "heard, but not in counted talk" if voice.heard else "no turn"
    told = ", ".join(filter(None, facts)) or silent
    return f"{meeting.community.name_of(voice.person)}, badge {voice.badge}: {told}."


def _last_spoke(ms: int) -> str:
    return f"last spoke {how_long(ms)}{' ago' if ms >= JUST_NOW_MS else ''}"
