"""Who has been heard, for the facilitators' eyes; under the veil only who is here."""

from bisect import bisect_left
from collections.abc import Sequence

from lcterm.core.voices import Heard, ordered, reason
from lcterm.ui.gauge import voice_gauge
from lcterm.ui.line import Line, Span, cells, cut, line_cells, pad, row, title_line, wrap
from lcterm.ui.view import View

SIGNS = {"not heard": "○", "quiet": "↓", "dominant": "↑", "": " "}
HEADS = "turns     last"
TAIL = 11
GAUGE_LEAST, GAUGE_MOST = 7, 17
ON_LINE, DOWN = "on line", "line down"
"""How it is said that somebody takes part on the line, and that it has dropped."""
ORDINALS = {1: "1st", 2: "2nd", 3: "3rd"}
SETTLING = "No marks in the first 15 minutes of talk: people are settling in."


def voice_lines(view: View, width: int, height: int, *, why: bool = True, cursor: str = "") -> list[Line]:
    """A row a person, and below it why a mark stands there where there is room."""
    if view.veiled:
        return room_lines(view, width, height)
    heard = people_in_order(view)
    shown, more = _fitting(heard, height - 1)
    badge = max([2, *(len(one.voice.badge) for one in heard)])
    gauge = _gauge_width(view, heard, width - 3 - badge - TAIL)
    lines = [title_line(width, "Voices", fact=_seat_fact(view, width - len("Voices") - len(HEADS) - 5), heads=HEADS)]
    lines += [_voice(view, one, width, badge, gauge, chosen=one.voice.person == cursor) for one in shown]
    if more:
        key = view.keys.shown("voices")
        shows = [Span("; ", "muted"), Span(key, "bold"), Span(" shows all", "muted")] if key else []
        lines.append(row(width, [Span(f"  and {more} more", "muted"), *shows]))
    left = height - len(lines) - 1
    return [*lines, (), *why_lines(view, width, left)] if why and left >= 2 else lines


def _seat_fact(view: View, room: int) -> str:
    """Who holds the facilitator's seat since it was handed over; "" where there is no room to say so."""
    text = f"{view.short(view.session.facilitator)} facilitates" if view.session.facilitator else ""
    return text if cells(text) <= room else ""


def people_in_order(view: View) -> list[Heard]:
    """The voices as the facilitator wants them sorted; before the start, those who will be seated."""
    if view.session.voices:
        return ordered(view.voices.heard, view.order)
    return [
        Heard(
            voice=voice,
            turns=0,
            seconds=0,
            share=0,
            expected=0,
            status="uncounted",
            mark="",
            last=None,
            speaking=False,
        )
        for voice in view.seated.values()
    ]


def _fitting(heard: Sequence[Heard], rows: int) -> tuple[list[Heard], int]:
    """As many people as there are rows: those with a mark and whoever speaks stay, the others from the top."""
    if len(heard) <= rows:
        return list(heard), 0
    stay = {one.voice.person for one in [one for one in heard if one.mark or one.speaking][: max(0, rows - 1)]}
    rest = [one.voice.person for one in heard if one.voice.person not in stay][: max(0, rows - 1 - len(stay))]
    kept = {*stay, *rest}
    return [one for one in heard if one.voice.person in kept], len(heard) - len(kept)


def _gauge_width(view: View, heard: Sequence[Heard], room: int) -> int:
    """The cells of the gauge, beside the names in so many cells: it gives way as far as more names are whole for it."""
    widest = max(GAUGE_LEAST, min(GAUGE_MOST, (room - 11) // 2 * 2 + 1))
    names = sorted(cells(view.name(one.voice.person)) for one in heard)
    return max(range(widest, GAUGE_LEAST - 1, -2), key=lambda gauge: bisect_left(names, room - gauge))


def _voice(view: View, one: Heard, width: int, badge: int, gauge: int, *, chosen: bool) -> Line:
    voice, name_width = one.voice, width - 3 - badge - TAIL - gauge
    marked = one.mark != ""
    away = not voice.present
    aside = not voice.reachable or voice.listening or not voice.compared
    look = "muted" if aside else "strong" if one.speaking else "text"
    left = [
        Span("–" if away else SIGNS[one.mark], "private" if marked else "muted"),
        Span(f" {voice.badge:<{badge}} ", "muted" if away else "bold"),
        Span(pad(view.within(voice.person, name_width - 1), name_width), look),
    ]
    if voice.present and voice.compared and not voice.listening and (one.turns or marked or view.session.live):
        left += voice_gauge(one.share, one.expected, gauge)
    tail = _tail(view, one)
    line = row(width, left, tail, gap=0)
    return row(width, [Span("".join(span.text for span in line), "chip")], look="chip") if chosen else line


def _tail(view: View, one: Heard) -> list[Span]:
    """Turns, and when last; a status word takes the place of *last*, so that balanced rows stay quiet."""
    voice = one.voice
    turns = f"{one.turns:>2}" if one.turns else "  "
    if not voice.present:
        return [Span("away", "muted")]
    if not voice.reachable:
        return [Span(turns), Span(f"{DOWN:>9}", "muted")]
    if one.speaking:
        return [Span(turns), Span(f"{'► now':>9}", "strong")]
    if one.mark:
        return [Span(turns), Span(f"{one.mark:>9}", "private")]
    if voice.listening:
        return [Span("listening", "muted")]
    if not voice.compared:
        role = next((role for role in voice.roles if role != "member"), "")
        return [Span(cut(role, 14), "muted")]
    if voice.place == "line":
        return [Span(turns), Span(f"{ON_LINE:>9}", "muted")]
    last = "" if one.last is None else view.waited(one.last)
    return [Span(turns), Span(f"{last:>9}", "muted")]


def why_lines(view: View, width: int, height: int) -> list[Line]:
    """Why a mark stands there, the figures first; then what an even share and the evenness are."""
    lines: list[Line] = [title_line(width, "Why", heads="only you see this", look="private-bold")]
    if not view.session.voices:
        return []
    if view.voices.settling:
        lines += [(Span(part, "muted"),) for part in wrap(SETTLING, width)]
    else:
        lines += [(Span(line, "private"),) for text in reasons(view) for line in wrap(text, width)]
    lines = lines[: max(1, height)]
    if view.voices.evenness is not None and len(lines) + 2 <= height:
        even = "" if view.voices.settling else f"{view.voices.evenness:.2f}"  # one voice alone says nothing yet
        right = [Span("evenness ", "muted"), Span(even, "text")] if even else []
        lines += [(), row(width, [Span("┼", "rule"), Span(" an even share", "muted")], right)]
    return lines


def reasons(view: View) -> list[str]:
    """A sentence for every mark; people of one reason together."""
    heard = view.voices.heard
    lines = [
        f"{SIGNS[one.mark]} {view.name(one.voice.person)}: {reason(one)}"
        for mark in ("dominant", "quiet")
        for one in heard
        if one.mark == mark
    ]
    silent = [view.name(one.voice.person) for one in heard if one.mark == "not heard"]
    return lines + ([f"○ {', '.join(silent)}: no turn yet"] if silent else [])


def marked_lines(view: View, width: int, height: int) -> list[Line]:
    """For the narrow board: the people with a mark, and nobody else."""
    if view.veiled:
        return room_lines(view, width, height)
    heads = f"{view.keys.shown('voices')} shows all"
    fact = _seat_fact(view, width - len("Voices") - len(heads) - 5)
    lines: list[Line] = [title_line(width, "Voices", fact=fact, heads=heads)]
    parts: list[list[Span]] = []
    for mark in ("not heard", "quiet", "dominant"):
        people = [one.voice for one in view.voices.heard if one.mark == mark]
        if people:
            parts.append([Span(f"{SIGNS[mark]} {mark}  ", "private")])
            for voice in people:
                parts[-1] += [Span(f"{voice.badge} ", "bold"), Span(f"{view.short(voice.person)}  ", "private")]
    if not parts:
        settling = wrap(SETTLING, width) if view.voices.settling and view.session.live else []
        return [*lines, *((Span(part, "muted"),) for part in settling)][:height]
    current: list[Span] = []
    for part in parts:
        if current and line_cells(current) + line_cells(part) + 1 > width:
            lines.append(tuple(current))
            current = []
        current += [Span(" "), *part] if current else part
    return [*lines, tuple(current)][:height]


def situation(view: View, person: str) -> str:
    """What the room sees of a person: away, in the queue, speaking, with whom they talk, on the line."""
    session, voice = view.session, view.seated.get(person)
    if voice is None:
        return ""
    if not voice.reachable:
        return DOWN if voice.present else "away"
    if session.turn is not None and session.turn.person == person:
        return "has the floor"
    if session.aside is not None and session.aside.person == person:
        return "goes on after"
    place = next((place for place, hand in enumerate(session.hands, 1) if hand.person == person), 0)
    if place:
        return f"hand up, {ORDINALS.get(place, f'{place}th')}"
    if others := _talks_with(view, person):
        return f"with {', '.join(others)}"
    if session.facilitator == person:
        return "facilitates"
    return ON_LINE if voice.place == "line" else ""


def _talks_with(view: View, person: str) -> list[str]:
    """The others of this person's pair or three that can hear them, while people talk in pairs."""
    point = view.session.point
    groups = point.pairs if point is not None and point.mode == "pairs" else ()
    others = [other for group in groups if person in group for other in group if other != person]
    return [
        view.shortest.get(other, "someone") for other in others if other in view.seated and view.seated[other].reachable
    ]


def room_lines(view: View, width: int, height: int) -> list[Line]:
    """Who is here, for every eye: no turns, no shares, no marks."""
    here = sum(voice.present for voice in view.seated.values())
    lines: list[Line] = [title_line(width, "In the room", heads=f"{here} here")]
    for voice in list(view.seated.values())[: height - 1]:
        state = situation(view, voice.person)
        speaking = state == "has the floor"
        look = "muted" if not voice.present else "strong" if speaking else "text"
        name = [Span("► " if speaking else "  ", "strong"), Span(f"{voice.badge:<3}", "bold")]
        called = cut(view.short(voice.person), 10)
        room = width - 6 - cells(called)  # the name before what is going on
        known = next((words for words in (state, state.rpartition(", ")[2]) if cells(words) <= room), "")
        lines.append(row(width, [*name, Span(called, look)], [Span(known, "muted")]))
    if len(view.seated) > height - 1:
        lines[-1] = row(width, [Span(f"  and {len(view.seated) - height + 2} more", "muted")])
    return lines


def pick_lines(view: View, title: str, matching: Sequence[str], top: str, width: int, height: int) -> list[Line]:
    """The people to choose from: what still matches keeps its filled chip, the first of them has the sign."""
    people = [one for one in view.people if one.badge]
    fitting = set(matching)
    matched = [one for one in people if one.person in fitting]
    shown = people if len(people) < height else [*matched, *(one for one in people if one.person not in fitting)]
    lines: list[Line] = [title_line(width, title, heads="badge or name")]
    for one in shown[: height - 1]:
        fits = one.person in fitting
        state = situation(view, one.person)
        chip = Span(f" {one.badge:<3}", "chip") if fits else Span(f" {one.badge:<3}", "muted")
        look = "strong" if one.person == top else "text" if fits else "muted"
        left = [
            Span("►" if one.person == top else " ", "strong"),
            chip,
            Span(" " + pad(view.short(one.person), 10), look),
            Span(f" {state}", "muted"),
        ]
        lines.append(row(width, left))
    return lines
