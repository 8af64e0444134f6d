"""The home screen as lines, the rest of it: what is still open, next time, the first look, the smallest screen."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lcterm.core.carrying import Carried, actions
from lcterm.core.digest import Digest
from lcterm.core.session import Session
from lcterm.core.when import clock, day, local, zone_or_utc
from lcterm.ui.home_view import Group, HomeView, Kept
from lcterm.ui.line import Line, Span, cut, row, tame, title_line, wrap
from lcterm.ui.widgets.home_lines import left_line, near_day, presenters, when
from lcterm.ui.widgets.next_time import date_and_place

NUMBERS = ("no place", "one place", "two places", "three places")
KEPT_HERE = (
    "Everything is kept on this computer, in one folder: copy it and you have a backup.",
    "Everything is kept on this computer, in one folder.",
)
WHAT_IT_IS = (
    "A community is the group you meet with again and again. Give it a name and its people; "
    "then plan the first session."
)
FIRST_STEPS = (
    ("t", "take a tour of two minutes; nothing of yours is touched"),
    ("n", "make one from a list of names"),
    ("i", "bring in a file: names, one a line, or a CSV"),
    ("d", "look at the sample by yourself"),
)
TEXT_WIDTH = 76


class OpenAction(NamedTuple):
    """An action of a past session that nobody has ticked off. `until` says when it is due; `passed`: it was."""

    text: str
    owners: str
    until: str
    passed: bool


def open_actions(view: HomeView) -> list[OpenAction]:
    """What is still open in the community chosen: passed dates first, then by date, then without one. Only what the
    group shares: what was to stay in the room stays in its session."""
    group = view.group
    if group is None:
        return []
    found: list[tuple[tuple[bool, date], OpenAction]] = []
    for one in actions(group.held, group.community):
        found.append(_open(view, group, one))
    return [action for _, action in sorted(found, key=lambda one: one[0])]


def _open(view: HomeView, group: Group, one: Carried) -> tuple[tuple[bool, date], OpenAction]:
    today = local(view.now, view.zone).date()
    on, later = _due_day(one.due), _following(group, one)
    if one.due_next and later and (later.status != "planned" or later.starts > view.now):
        on = local(later.starts, zone_or_utc(later.zone)).date()
    passed = on is not None and (on < today or (later is not None and one.due_next and later.status == "closed"))
    until = "due next time" if one.due_next else ""
    if on is not None:
        until = f"{'was due' if passed else 'due'} {near_day(on, view)}"
    owners = ", ".join(tame(group.community.name_of(owner)) for owner in one.kept.owners) or "no owner yet"
    return (on is None, on or today), OpenAction(one.kept.text, owners, until, passed)


def _due_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _following(group: Group, action: Carried) -> Session | Digest | None:
    """The session by which an action was to be done: the one after its own, or after the one that put it off."""
    agreed = max(action.origin.began, action.said if action.moved else 0)
    after = [one.session for one in group.sessions if one.session.began > agreed]
    return min(after, key=lambda one: one.began, default=None)


def open_lines(view: HomeView, width: int, height: int) -> list[Line]:
    """Two rows an action: what, and below it who and when."""
    group, open = view.group, open_actions(view)
    if group is None or not group.held:
        return []
    lines = [title_line(width, f"Still open in {tame(group.community.name)}")]
    if not open:
        known = actions(group.held, group.community, everything=True)
        words = "Nothing: every action is done." if known else "Nothing: no action has been written down for the group."
        return [*lines, row(width, [Span(words, "muted")])]
    fitting = len(open) if 2 * len(open) < height else max(0, (height - 2) // 2)
    for action in open[:fitting]:
        told = ", ".join(part for part in (action.owners, action.until) if part)
        lines.append(row(width, [Span("a ", "bold"), Span(action.text)]))
        lines.append(row(width, [Span(f"  {told}", "soon" if action.passed else "muted")]))
    if fitting < len(open):
        lines.append(row(width, [Span(f"  and {len(open) - fitting} more", "muted")]))
    return lines[:height]


def next_lines(view: HomeView, width: int, height: int) -> list[Line]:
    """When the community chosen meets next, and who presents."""
    group = view.group
    if group is None or not group.sessions:
        return []
    kept = group.next(view.now)
    lines = [title_line(width, "Next time")]
    if kept is None:
        known = group.agreed(view.now)
        agreed = date_and_place(known.starts, known.zone, known.place) if known else ""
        lines += [row(width, [Span(agreed)])] if agreed else []
        not_yet = [Span("Agreed; " if agreed else "Not planned yet. "), Span("p", "bold"), Span(" plans it.", "muted")]
        return [*lines, row(width, not_yet)][:height]
    facts = [f"{kept.session.zone}" if _elsewhere(view, kept) else "", tame(kept.title)]
    told = "".join(f"  {fact}" for fact in facts if fact)
    lines.append(row(width, [Span(when(kept, view)), Span(told, "muted")]))
    who = _presenters_line(view, kept)
    return [*lines, row(width, [Span(who)])][:height] if who else lines[:height]


def _elsewhere(view: HomeView, kept: Kept) -> bool:
    """Whether clocks where it is held stand differently from those here."""
    return clock(kept.session.starts, zone_or_utc(kept.session.zone)) != clock(kept.session.starts, view.zone)


def _presenters_line(view: HomeView, kept: Kept) -> str:
    free = free_places(kept.session, view.slots) if isinstance(kept.session, Session) else 0
    names = presenters(view, kept)
    places = NUMBERS[free] if free < len(NUMBERS) else f"{free} places"
    if names:
        return f"Presenters: {names}; {places} free" if free else f"Presenters: {names}"
    return f"Presenters: nobody yet; {places} free" if free else ""


def free_places(session: Session, slots: Mapping[str, int]) -> int:
    """Presentations that nobody has been named for."""
    presented = [point.plan for point in session.points.values() if point.plan.mode == "presenter"]
    taken = sum(bool(plan.presenters) for plan in presented)
    return max(0, slots.get(session.template, len(presented)) - taken)


def first_look_lines(width: int) -> list[Line]:
    """What stands where no community is yet."""
    about = [row(width, [Span(part)]) for part in wrap(WHAT_IT_IS, min(width, TEXT_WIDTH))]
    steps = [row(width, [Span(key, "bold"), Span(f" {words}", "muted")]) for key, words in FIRST_STEPS]
    none = row(width, [Span("No community yet.", "strong")])
    return [title_line(width, "Communities"), (), none, (), *about, (), *steps]


def plain_home(view: HomeView, width: int, height: int, message: str) -> list[Line]:
    """The home on a screen too small for panes: what runs, what is chosen, keys; the most important first."""
    lines: list[Line] = []
    if view.running:
        group, _ = view.running[0]
        left = left_line(view, min(14, width))[-1].text.strip()
        lines.append(row(width, [Span(f"► {tame(group.community.name)}", "bar")], [Span(f" {left}", "bar")], "bar"))
    if view.group is None:
        lines += [(Span("No community yet.", "strong"),), (Span("t tour  n new  i import", "muted"),)]
        keys = "d demo  q leave  ?"
    else:
        lines += _chosen(view, width)
        keys = "Enter p n a o i q ?"
    lines.append((Span(message or keys, "text" if message else "muted"),))
    return [row(width, line) for line in lines[:height]]


def _chosen(view: HomeView, width: int) -> Sequence[Line]:
    """The community and the session under the cursor, the column of the arrow keys filled."""
    group, kept = view.group, view.kept
    name = tame(group.community.name) if group else ""
    session = "no session yet"
    if kept:
        on = day(local(kept.session.began, zone_or_utc(kept.session.zone)).date())
        session = cut(f"{kept.name}, {on}", width)
    looks = ("chip", "text") if view.cursor.column == "communities" else ("text", "chip")
    return [row(width, [Span(name, looks[0])], look=looks[0]), row(width, [Span(session, looks[1])], look=looks[1])]
