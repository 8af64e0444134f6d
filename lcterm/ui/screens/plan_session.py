"""A session to come: when, which agenda, who presents; beside it how it was understood."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from lcterm.core.charter import template_of
from lcterm.core.clock import Clock
from lcterm.core.community import Community
from lcterm.core.next_time import NextTime
from lcterm.core.refresh import ABOUT, DESIGN, is_refresh
from lcterm.core.refusal import Refused
from lcterm.core.text import clean
from lcterm.core.when import clock, full_day, local, minutes, zone_named
from lcterm.store.next_template import next_template
from lcterm.store.next_time import PLACE_MAX, proposed, taken_along
from lcterm.store.paths import Home
from lcterm.store.register import change, plan
from lcterm.store.shelf import read_session
from lcterm.store.templates import Template, templates
from lcterm.ui.line import Line, Span, fit, pad, tame, wrap
from lcterm.ui.plan_text import (
    Agenda,
    next_start,
    of_template,
    of_text,
    read_presenters,
    read_start,
    typed_presenters,
    typed_start,
)
from lcterm.ui.screens.form import LEAVE, NEXT_FIELD, Form, keeps
from lcterm.ui.screens.framed import Way
from lcterm.ui.widgets.fields import Text
from lcterm.ui.widgets.pane import Pane
from lcterm.ui.widgets.plan_lines import plan_lines

PASTED = "pasted"
PASTED_NAME = "An agenda of your own, pasted"
PASTE_HERE = "e.g. 10 min - Introductions\n14:10 Presentation - Amina\nDiscussion (35 min) [queue]"
NOTHING_PASTED = "Paste your agenda into the field: a line is a point when it has minutes, or a time."
NAME_CELLS = 34
LOOKED_AT = 3
"""So many of the first sessions tell whether a community has begun to meet."""


class PlanSession(Form[str | None]):
    """Comes back with the id of the planned session, or with nothing."""

    AUTO_FOCUS = "#agendas"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "keep", show=False)]

    def __init__(self, home: Home, clock: Clock, community: Community, zone_name: str, draft: dict[str, str]) -> None:
        super().__init__(draft)
        self._home, self._clock, self._community = home, clock, community
        self._agreed = _agreed(home, clock, community)
        self._zone_name = self._agreed.zone or zone_name
        self._zone = zone_named(self._zone_name)
        self._templates, self._problems = _templates(home)
        self._begins = typed_start(self._agreed.starts or next_start(clock.now()), self._zone)
        self._understood = Pane(id="plan-understood")

    def head(self) -> tuple[str, str]:
        return "Plan a session", tame(self._community.name)

    def ways(self) -> Sequence[Way]:
        if isinstance(self.focused, Text):
            return keeps("plan it"), LEAVE, NEXT_FIELD
        return Way("enter", "Enter", "plan it"), LEAVE, NEXT_FIELD

    def fields(self) -> ComposeResult:
        with Container(classes="beside"):
            with Vertical(classes="column first"):
                yield self.label("Agenda")
                yield OptionList(*self._options(), id="agendas", markup=False, compact=True)
                yield self.text("text", PASTE_HERE)
                yield self.label("Starts, such as 2026-12-15 14:00 or fri 14:00")
                yield self.field("starts", value=self._begins)
                yield Label("", id="when", classes="hint", markup=False)
                yield self.label("Who presents, in this order: names or badges")
                yield self.field(
                    "presenters", "e.g. Dorota, Ben", typed_presenters(self._agreed.presenters, self._community)
                )
                yield self.label("Where")
                yield self.field("place", "e.g. Town hall, room 2", self._agreed.place)
            with VerticalScroll(classes="column", id="plan-scroll"):
                yield self._understood

    def _options(self) -> list[Option]:
        rows = [
            Option(Content(f"{pad(template.name, NAME_CELLS)} {minutes(template.minutes):>4} min"), id=template.id)
            for template in self._templates
        ]
        return [*rows, Option(Content(PASTED_NAME), id=PASTED)]

    def on_mount(self) -> None:
        agendas = self.query_one("#agendas", OptionList)
        ids = [option.id for option in agendas.options]
        wanted = self.draft.get("agendas", "") or _template(self._home, self._community)
        agendas.highlighted = ids.index(wanted) if wanted in ids else 0
        self.query_one("#text").display = wanted == PASTED
        if self._problems:
            self.say(self._problems[0])

    def on_descendant_focus(self) -> None:
        self.draw()

    def on_resize(self) -> None:
        self.call_after_refresh(self.understand)

    # ── What was understood ─────────────────────────────────────────────────────────────────────────────────────

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self.draft["agendas"] = event.option.id or ""
        self.query_one("#text").display = self.chosen == PASTED
        self.understand()

    @property
    def chosen(self) -> str:
        """The id of the template chosen, or `pasted`."""
        return self.draft.get("agendas", "")

    def starts(self) -> int:
        """When it is to start, wall ms. Raises Refused."""
        return read_start(self.typed("starts"), self._clock.now(), self._zone)

    def agenda(self) -> Agenda:
        """The agenda as it stands. Raises Refused, with the reason."""
        presenters = read_presenters(self.typed("presenters"), self._community)
        if self.chosen == PASTED:
            if not self.typed("text").strip():
                raise Refused(NOTHING_PASTED)
            return of_text(self.typed("text"), self._community, presenters)
        template = next(one for one in self._templates if one.id == self.chosen)
        return of_template(template, presenters, self._community, self._agreed.subject)

    def understand(self) -> None:
        if not self.chosen:
            return
        try:
            starts = self.starts()
            when = f"{full_day(local(starts, self._zone).date())}, {clock(starts, self._zone)}, {self._zone_name}"
        except Refused as refused:
            starts, when = next_start(self._clock.now()), refused.reason
        self.query_one("#when", Label).update(when)
        lines = self._lines(starts, max(20, self.query_one("#plan-scroll").scrollable_content_region.width))
        self._understood.styles.height = len(lines)
        self._understood.show(lines)

    def _lines(self, starts: int, width: int) -> list[Line]:
        about = next((one.about for one in self._templates if one.id == self.chosen), "")
        about = ABOUT if is_refresh(self._community, self.chosen) else about
        lines: list[Line] = [(Span(part, "muted"),) for part in wrap(fit(about), width)]
        try:
            agenda = self.agenda()
        except Refused as refused:
            return [*lines, *((Span(part),) for part in wrap(refused.reason, width))]
        return [*lines, *plan_lines(agenda, starts, self._zone, width, self._community.name_of)]

    # ── Planning ────────────────────────────────────────────────────────────────────────────────────────────────

    def entered(self, field: str) -> None:
        self.action_keep()

    def on_option_list_option_selected(self) -> None:
        if self.chosen == PASTED and not self.typed("text").strip():
            self.query_one("#text").focus()
        else:
            self.action_keep()

    def keep(self) -> None:
        starts, agenda = self.starts(), self.agenda()
        place = clean(self.typed("place"), limit=PLACE_MAX, what="the place")
        session = plan(
            self._home,
            self._clock,
            self._community,
            agenda.points,
            self._zone,
            self._zone_name,
            starts=starts,
            title=agenda.title,
            template=agenda.template,
        )
        if along := taken_along(self._community, session, agenda.points, place):
            change(self._home, self._clock, self._community.id, along)
        self.draft.clear()
        self.dismiss(session)


def _agreed(home: Home, clock: Clock, community: Community) -> NextTime:
    """What the group has agreed for the time that is planned here; nothing where the home does not let itself be
    read."""
    try:
        found = proposed(home, community, clock.now())
        zone_named(found.zone or "UTC")  # one this machine does not know cannot be typed in
    except Refused:
        return NextTime()
    return found


def _begins(home: Home, community: Community) -> bool:
    """Whether nothing was held or settled yet, and nobody asked to present: then the group designs itself first
    ([HB])."""
    if community.charter or any(one.presenters for one in community.coming.agreed):
        return False
    return not any(read_session(home, community.id, id).started for id in home.sessions(community.id)[:LOOKED_AT])


def _template(home: Home, community: Community) -> str:
    try:
        return DESIGN if _begins(home, community) else next_template(home, community)
    except Refused:
        return template_of(community)


def _templates(home: Home) -> tuple[list[Template], list[str]]:
    try:
        return templates(home.templates)
    except Refused as refused:
        return [], [refused.reason]
