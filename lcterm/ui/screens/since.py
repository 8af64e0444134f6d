"""Since last time: what became of what was undertaken, and what was left over, key by key while the group tells."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.worker import get_current_worker

from lcterm.core.carrying import Carried, before_it, carried, settle, told
from lcterm.core.community import Community
from lcterm.core.community_events import ActionSettled, Becoming
from lcterm.core.days import read_due
from lcterm.core.digest import Digest
from lcterm.core.offers import Offer, as_point, offers, taken_up
from lcterm.core.refusal import Refusal, Refused
from lcterm.core.since_last import SinceLast, since_last
from lcterm.core.text import sentence
from lcterm.core.when import MINUTE, due, local
from lcterm.store.digests import digests, digests_soon
from lcterm.ui.keys import Key
from lcterm.ui.line import Span
from lcterm.ui.page import Page
from lcterm.ui.screens.large import EVERYWHERE, LargeScreen
from lcterm.ui.widgets.foot import UNDO, Message
from lcterm.ui.widgets.since import since_page
from lcterm.ui.widgets.ways import BACK, CHOOSE, Way, way

if TYPE_CHECKING:
    from lcterm.ui.screens.board import Board

NEXT = "next"
GOES_ON_MS = 12 * 60 * MINUTE
"""A session that began longer ago than this, and was never ended, is over all the same."""
WHILE_LOOKING = EVERYWHERE | {"since", "help"}
"""The ids of the board's keys that work while the sessions before are still being read."""
DATES = "fri, +2w, 12 Dec, next: the next session"


class SinceScreen(LargeScreen):
    """What there is to come back to. Where many sessions have to be read anew that is done on a thread: the first time
    it may take a while."""

    NAME: ClassVar[str] = "since"
    TITLE_HERE: ClassVar[str] = "Since last time"
    PASSED_ON: ClassVar[frozenset[str]] = frozenset({"care", "clock"})

    def __init__(self, board: "Board") -> None:
        super().__init__(board)
        self._digests: list[Digest] | None = None
        self._worked_out: tuple[object, ...] = ()
        self._since: SinceLast | None = None
        self._change: tuple[ActionSettled, ActionSettled] | None = None

    def opened(self) -> None:
        this = self.desk.meeting.session
        try:
            self._digests = digests_soon(self.desk.home, this.community, this.id)
        except Refused as refused:
            self._taken([], refused.reason)
        if self._digests is None:
            self.run_worker(self._read, name="since", thread=True)
        self.draw()

    def _read(self) -> None:
        worker, this = get_current_worker(), self.desk.meeting.session
        try:
            found = digests(self.desk.home, this.community, this.id, lambda: not worker.is_cancelled)
        except Refused as refused:
            self.app.call_later(self._taken, [], refused.reason)
            return
        self.app.call_later(self._taken, found, "")

    def _taken(self, found: list[Digest], problem: str) -> None:
        if not self.is_running:
            return
        self._digests = found
        if problem:
            self.board.refuse(sentence(problem))
        self.draw()

    # ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────

    @property
    def since(self) -> SinceLast | None:
        """What to come back to; None while the sessions before are still being read."""
        meeting = self.desk.meeting
        session = meeting.session
        wanted = (self._digests, meeting.community, session.started, session.starts, session.point)
        if self._digests is not None and not _the_same(wanted, self._worked_out):
            known = [one for one in self._digests if not (self.board.between and _goes_on(one, self.view.now))]
            self._since, self._worked_out = since_last(known, meeting, self.view.now), wanted
        return self._since

    def offered(self) -> list[Offer]:
        """What can be chosen; nothing while the room can read along."""
        since = self.since
        return [] if self.board.veiled or since is None else offers(since)

    def ids(self) -> list[str]:
        return [one.id for one in self.offered()]

    def page(self, width: int, height: int) -> Page:
        place = self.place
        return since_page(self.view, self.since, width, self.ids()[place] if place >= 0 else "")

    # ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────

    def own_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "space": lambda: self._with(self._done),
            "enter": lambda: self._with(self._done),
            "g": lambda: self._with(lambda one: self._becomes(one, "going")),
            "x": lambda: self._with(lambda one: self._becomes(one, "dropped")),
            "^": lambda: self._with(self._ask_date),
            "circumflex_accent": lambda: self._with(self._ask_date),
            "i": lambda: self._with(self._take_up),
        }

    def take(self, key: str, letter: str) -> None:
        meant = self.keys.by_key(key, letter)
        works = key == "escape" or (meant is not None and meant.id in WHILE_LOOKING)
        if self._digests is None and not works:  # what is meant for the list must not be taken for something else
            self.board.refuse("Still looking through the sessions before this one; a moment.")
            self.draw()
        else:
            super().take(key, letter)

    def _with(self, act: Callable[[Offer], object]) -> None:
        """Do this with what is chosen, or say why not."""
        if self.board.veiled:
            self.board.refuse("What is open is not for the room.", ("veil", "lifts the veil"))
        elif self.place < 0:
            self.board.refuse("There is nothing here to come back to.")
        else:
            act(self.offered()[self.place])

    def _done(self, offer: Offer) -> None:
        """Done, or reported; what is for the agenda goes there."""
        if offer.sort == "agenda":
            self._take_up(offer)
        else:
            self._becomes(offer, "done")

    def _becomes(self, offer: Offer, state: Becoming) -> None:
        if offer.carried is None:
            self.board.refuse("A point that nobody takes up again goes by itself.", ("i", "puts it on the agenda"))
        elif state == "going" and offer.sort != "action":
            self.board.refuse("Only an action can be still going.")
        else:
            self._agree(offer.carried, settle(offer.carried, state))

    def _ask_date(self, offer: Offer) -> None:
        if offer.carried is None or offer.sort != "action":
            self.board.refuse("Only an action has a date.")
        else:
            one = offer.carried
            self.ask("^", "When?", lambda typed: self._dated(one, typed))

    def _dated(self, one: Carried, typed: str) -> bool:
        try:
            found = self._date(typed)
        except Refused as refused:
            self.board.refuse(f"{sentence(refused.reason)} Your text stays.")
            return False
        if found is None:
            self.board.refuse("That is no date. Write it like fri, +2w, 12 Dec, or next. Your text stays.")
            return False
        self._agree(one, settle(one, due=found[0], due_next=found[1]))
        return True

    def _date(self, typed: str) -> tuple[str, bool] | None:
        """An ISO date, or the next session; None for neither. Raises Refused for one that is unclear."""
        word = typed.strip().lstrip("^")
        if word.casefold() == NEXT:
            return "", True
        on = read_due(word, local(self.view.now, self.view.zone).date())
        return None if on is None else (on.isoformat(), False)

    def hint(self, typed: str) -> Sequence[Span]:
        try:
            found = self._date(typed)
        except Refused as refused:
            return [Span(refused.reason, "muted")]
        if found is None:
            return [Span(DATES, "muted")]
        return [Span("Enter", "bold"), Span(f" due {'next time' if found[1] else due(found[0])}", "muted")]

    def _take_up(self, offer: Offer) -> None:
        """Onto the agenda of this session."""
        wish = as_point(offer, self.desk.meeting)
        if self.board.between:
            self.board.refuse("That goes onto the agenda of a session; open one first, and its last time.")
        elif wish is None:
            self.board.refuse("Only what was left over goes onto the agenda.")
        elif taken_up(offer, self.view.session):
            self.board.refuse("It stands on the agenda already.", ("agenda", "shows it"))
        else:
            self._change = None
            self.board.act(wish)

    def _agree(self, one: Carried, fact: ActionSettled | Refusal) -> None:
        """Note what became of it, in the community's log."""
        if isinstance(fact, Refusal):
            self.board.refuse(fact.reason)
            return
        self._note(fact)
        self._change = (before_it(one), fact)
        self._go_on()
        now = carried(one.origin, one.kept, self.desk.meeting.community)
        dated = f", due {due(now.due) if now.due else 'next time'}" if fact.due or fact.due_next else ""
        self.board.message = Message("✓", f"{told(now)}{dated}", UNDO, private=True)
        self.board.draw()

    def _go_on(self) -> None:
        """On from what stays in sight though it is done."""
        place = self.place
        every = self.offered()
        if place >= 0 and every[place].over:
            self.chosen = next((one.id for one in every[place:] if not one.over), self.chosen)

    def _note(self, fact: ActionSettled) -> None:
        self.desk.record_of_community(fact)

    # ── Taking back ─────────────────────────────────────────────────────────────────────────────────────────────

    def by_table(self, key: Key) -> None:
        if key.id == "undo" and self._take_back():
            return
        super().by_table(key)

    def _take_back(self) -> bool:
        """Take back what was said of an action, if that was the last thing done here; whether it was."""
        change, self._change = self._change, None
        if change is None:
            return False
        before, after = change
        if _stands(after, self.desk.meeting.community):
            self._note(before)
            self.board.message = Message("✓", "Taken back: it is as before.", private=True)
            self.board.draw()
        else:
            self.board.refuse("Somebody has said something else of it since; it stays so.")
        return True

    def back(self) -> None:
        if self._change is not None and self.is_active:  # what is said here is taken back here alone
            self.board.message = self.board.message._replace(way_back=())
        super().back()

    # ── What stands below ───────────────────────────────────────────────────────────────────────────────────────

    def ways(self) -> Sequence[Way]:
        return (
            BACK,
            Way("space", "space", "done"),
            Way("g", "g", "going"),
            Way("x", "x", "drop"),
            Way("circumflex_accent", "^", "date"),
            *([] if self.board.between else [Way("i", "i", "agenda")]),
            CHOOSE,
            way("undo"),
            way("veil"),
        )


def _stands(fact: ActionSettled, community: Community) -> bool:
    known = community.settled.get((fact.session, fact.capture))
    return known is not None and (known.state, known.due, known.due_next) == (fact.state, fact.due, fact.due_next)


def _goes_on(one: Digest, now: int) -> bool:
    """Whether it is being held: what comes of it is not yet to come back to."""
    return one.live and one.began > now - GOES_ON_MS


def _the_same(one: Sequence[object], other: Sequence[object]) -> bool:
    """Whether these are the very same: to compare hundreds of digests would cost more than to work it out."""
    return len(one) == len(other) and all(
        a is b or (isinstance(a, int) and a == b) for a, b in zip(one, other, strict=True)
    )
