"""Everyone, large: who they are, what they are doing now, how much they were heard. Under the veil only who is here."""

from typing import NamedTuple

from lcterm.core.events import Place
from lcterm.core.voices import Heard
from lcterm.core.when import countdown
from lcterm.ui.gauge import voice_gauge
from lcterm.ui.line import Line, Span, cells, cut, line_cells, pad, row, title_line
from lcterm.ui.page import Page, chosen_line, of_items
from lcterm.ui.view import View
from lcterm.ui.widgets.voices import DOWN, ON_LINE, SIGNS, people_in_order, situation, why_lines
from lcterm.ui.widgets.waiting import way_round

NAME_MOST, AREA_LEAST = 24, 9
TURNS, FIGURES = 6, 16
PLACES: dict[Place, str] = {"room": "room", "line": "line", "dropped": "down"}
"""Where somebody takes part, in a narrow column."""
ALL_REASONS = 40
REASONS_WIDEST = 72


class Columns(NamedTuple):
    """Widths in cells, 0 for a column that is left out; what is right of the name has its gap in it."""

    badge: int
    name: int
    area: int
    role: int
    place: int
    now: int
    gauge: int
    figures: bool
    last: int


def columns(width: int, badge: int, name: int = 0, *, areas: bool = True) -> Columns:
    """The columns for a pane of this width. `badge`, `name`: cells of the longest; `areas`: whether anybody's practice
    is known, without which its column is the names'."""
    badge = max(2, badge) + 1
    role = 14 if width >= 100 else 0
    place = 6 if width >= 70 else 0
    now = 15 if width >= 50 else 0
    gauge = 15 if width >= 110 else 9 if width >= 70 else 7 if width >= 50 else 0
    figures = width >= 110
    turns, last = (TURNS if width >= 50 else 0), 11 if width >= 30 else 0
    room = width - 2 - badge - role - place - now - gauge - (FIGURES if figures else 0) - turns - last
    if room < 24 or not areas:
        return Columns(badge, max(1, room), 0, role, place, now, gauge, figures, last)
    name = min(NAME_MOST, room - AREA_LEAST, max(12, room * 2 // 5, name + 1))
    return Columns(badge, name, room - name, role, place, now, gauge, figures, last)


def person_ids(view: View) -> list[str]:
    """The people from the top: the seated in the order chosen, then members without a seat."""
    if view.veiled:
        return list(view.seated)
    return [one.voice.person for one in people_in_order(view)] + [one.person for one in view.people if not one.badge]


def people_page(view: View, width: int, chosen: str) -> Page:
    """A row a person, and below them all the reasons behind marks."""
    if view.veiled:
        return _room_page(view, width, chosen)
    heard = {one.voice.person: one for one in people_in_order(view)}
    people = person_ids(view)
    wide = columns(
        width,
        max((len(one.voice.badge) for one in heard.values()), default=1),
        max((cells(view.name(person)) for person in people), default=0),
        areas=any(view.community.members[person].area for person in people if person in view.community.members),
    )
    rows = [
        [_seated(view, heard[person], width, wide, chosen) if person in heard else _unseated(view, person, width, wide)]
        for person in people
    ]
    place = next((place for place, person in enumerate(people) if person == chosen), -1)
    if place >= 0 and chosen not in heard:
        rows[place] = [chosen_line(rows[place][0], width)]
    reasons = why_lines(view, min(width, REASONS_WIDEST), ALL_REASONS)
    below = [*_round_line(view, width), (), *reasons]
    return of_items([title_line(width, "People", heads=_heads(wide))], rows, below)


def _heads(wide: Columns) -> str:
    parts = [
        pad("practice", wide.area),
        pad("role", wide.role),
        pad("place", wide.place),
        pad("now", wide.now),
        " " * wide.gauge,
        f"{'talk':>8}{'share':>8}" if wide.figures else "",
        pad("turns", TURNS, "right") if wide.gauge else "",
        pad("last", wide.last, "right"),
    ]
    return "".join(parts).lstrip()


def _seated(view: View, one: Heard, width: int, wide: Columns, chosen: str) -> Line:
    voice = one.voice
    away = not voice.present
    aside = not voice.reachable or voice.listening or not voice.compared
    look = "muted" if aside else "strong" if one.speaking else "text"
    sign = Span("– " if away else f"{SIGNS[one.mark]} ", "private" if one.mark else "muted")
    left = [
        sign,
        Span(pad(voice.badge, wide.badge), "muted" if away else "bold"),
        *_who(view, voice.person, wide, look),
    ]
    left.append(Span(pad(cut(_now(view, one, wide), wide.now - 1), wide.now), "strong" if one.speaking else "text"))
    counted = voice.compared and bool(view.session.voices)
    left += voice_gauge(one.share, one.expected, wide.gauge) if wide.gauge and counted else [Span(" " * wide.gauge)]
    if wide.figures:
        figures = f"{countdown(one.seconds):>8}{round(one.share * 100):>6} %" if counted and one.turns else ""
        left.append(Span(pad(figures, FIGURES), "muted"))
    if wide.gauge:
        left.append(Span(f"{one.turns or '':>{TURNS}}"))
    line = row(width, left, [_last(view, one, wide)], gap=0)
    return chosen_line(line, width) if voice.person == chosen else line


def _who(view: View, person: str, wide: Columns, look: str) -> list[Span]:
    """Name, practice and role."""
    member = view.community.members.get(person)
    roles = [role for role in (view.seated[person].roles if person in view.seated else ()) if role != "member"]
    spans = [Span(pad(view.within(person, wide.name - 1), wide.name), look)]
    if wide.area:
        spans.append(Span(pad(cut(member.area if member else "", wide.area - 1), wide.area), "muted"))
    if wide.role:
        spans.append(Span(pad(", ".join(roles) or "member", wide.role), "muted"))
    if wide.place:
        seat = view.seated.get(person)
        word = PLACES[seat.place] if seat is not None and seat.present else ""
        spans.append(Span(pad(word, wide.place), "muted" if word == PLACES["room"] else "text"))
    return spans


def _unseated(view: View, person: str, width: int, wide: Columns) -> Line:
    left = [Span("– " + " " * wide.badge, "muted"), *_who(view, person, wide, "muted")]
    return row(width, [*left, Span("no seat yet", "muted")], gap=0)


def _now(view: View, one: Heard, wide: Columns) -> str:
    """What the person is doing: what the room sees of them, that they keep to listening, or that they begin the
    round; that they are on the line only where no column says so."""
    state, point = situation(view, one.voice.person), view.session.point
    if state not in ("", ON_LINE):
        return state
    if point is not None and point.mode == "round" and point.starter == one.voice.person:
        return "begins round"
    if one.voice.listening:
        return "listening"
    return "" if wide.place else state


def _round_line(view: View, width: int) -> list[Line]:
    """Who begins the round and which way it goes, and the key that changes it."""
    point, key = view.session.point, view.keys.shown("mode")
    way = way_round(view, point) if point is not None and point.mode == "round" else ""
    if not way:
        return []
    keys = [Span(f"   {key} s", "bold"), Span(" begins", "muted"), Span(f"   {key} d", "bold"), Span(" turns", "muted")]
    text = Span(f"The round goes {way}.")
    return [(), row(width, [text, *keys] if key and line_cells([text, *keys]) <= width else [text])]


def _last(view: View, one: Heard, wide: Columns) -> Span:
    """When they last spoke; the word of a mark takes its place, and where it has no column their role does."""
    roles = [role for role in one.voice.roles if role != "member"]
    if one.mark:
        return Span(pad(one.mark, wide.last, "right"), "private")
    if roles and not wide.role and not one.voice.compared:
        return Span(pad(cut(roles[0], max(0, wide.last - 1)), wide.last, "right"), "muted")
    last = "" if one.last is None or one.speaking else view.waited(one.last)
    return Span(pad(last, wide.last, "right"), "muted")


def _room_page(view: View, width: int, chosen: str) -> Page:
    here = sum(voice.present for voice in view.seated.values())
    rows: list[list[Line]] = []
    for voice in view.seated.values():
        state = situation(view, voice.person)
        speaking = state == "has the floor"
        look = "muted" if not voice.present else "strong" if speaking else "text"
        badge = pad(voice.badge, 3)
        left = [Span("► " if speaking else "  ", "strong"), Span(badge, "bold"), Span(view.name(voice.person), look)]
        line = row(width, left, [Span(state, "muted")])
        rows.append([chosen_line(line, width) if voice.person == chosen else line])
    return of_items([title_line(width, "In the room", heads=f"{here} here")], rows)


def person_line(view: View, person: str) -> list[Span]:
    """The chosen person in one line: what a narrow screen has no columns for. Under the veil the name alone."""
    member = view.community.members.get(person)
    if member is None:
        return []
    spans = [Span(view.name(person), "bold")]
    if view.veiled:
        return spans
    roles = ", ".join(view.seated[person].roles if person in view.seated else member.roles)
    place = {"line": ON_LINE, "dropped": DOWN}.get(view.seated[person].place, "") if person in view.seated else ""
    spans.append(Span("".join(f"  {part}" for part in (member.area, roles, place) if part), "muted"))
    heard = next((one for one in view.voices.heard if one.voice.person == person), None)
    if heard is not None and heard.voice.compared:
        turns = f"{heard.turns} turn{'s' if heard.turns != 1 else ''} in {countdown(heard.seconds)}"
        shares = f"{round(heard.share * 100)} %, even would be {round(heard.expected * 100)} %"
        spans.append(Span(f"  {turns}, {shares}"))
    return spans
