"""One log, here and on the hub: what is missing there is sent, what is missing here is fetched, each fact once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec
from msgspec import DecodeError

from lcterm.core.erasure import NOTHING, Gone, gone_by
from lcterm.core.facts import Fact, decode_event
from lcterm.hub.fetched import Fetched
from lcterm.hub.link import Link
from lcterm.hub.local import LocalLog, envelope_of, fact_from, mark_of_fact
from lcterm.hub.trouble import OtherFacts
from lcterm.hub.twin import Twin
from lcterm.store.archive import Stored, is_sound, without
from lcterm.store.paths import Home

BATCH = 128
"""Facts in one push: as many as a file holds."""

PUSH_BYTES = 4 * 1024 * 1024
"""So many bytes of facts are in one push, or one fact."""

FETCH_MOST = 500
"""Facts in one answer."""

FETCH_BYTES = 4 * 1024 * 1024
"""An answer ends with the fact before the one that goes beyond so many bytes; one fact it has always."""

_BEYOND_ALL = 2**62

FETCH = (
    "select writer, seq, envelope, mark from (select found.*,"
    " sum(octet_length(envelope)) over sofar as size, row_number() over sofar as place from ("
    "select e.writer, e.seq, e.envelope::text, e.mark from lcterm.heads h"
    " left join unnest(%s::text[], %s::bigint[]) as v (writer, seq) on v.writer = h.writer"
    " join lcterm.events e on e.community = h.community and e.log = h.log and e.writer = h.writer"
    " and e.seq > coalesce(v.seq, 0)"
    " where h.community = %s and h.log = %s and h.seq > coalesce(v.seq, 0)"
    " order by e.writer, e.seq limit %s"
    ") found window sofar as (order by writer, seq)) sized where size <= %s or place = 1 order by writer, seq"
)
"""By version vector: writers and how much of each is here; community, log, most facts, most bytes."""

PUSH = "select seq, mark from lcterm.push(%s, %s, %s, %s, %s, %s, %s)"
"""Community, log, writer, first seq, marks, envelopes, whether to wake the others."""


class Head(NamedTuple):
    """How far a writer is on the hub: the last seq, and what that fact's content is marked with."""

    seq: int
    mark: str


NO_HEAD = Head(0, "")


class LogExchange:
    """A log of a community. `session` is "" for the community's own. Raises HubTrouble and OSError; whatever was done
    before that stands, and doing it again does no harm."""

    def __init__(self, home: Home, community: str, session: str, twin: Twin | None = None) -> None:
        self.community, self.session, self.log = community, session, session or community
        folder = home.session_log(community, session) if session else home.community_log(community)
        self.local = LocalLog(folder, self.log)
        self.heads: dict[str, Head] = {}
        self.forks: dict[str, int] = {}
        """Writers whose facts differ here and there, and from which seq on: two copies of one laptop."""
        self.cleared: Gone = NOTHING
        """What was taken out on the hub so far."""
        self.news: list[Stored] = []
        """What was sent or fetched, and nobody has looked through yet."""
        self.unsound: set[str] = set()
        """Writers of whom the hub has something that can stand in no log; what is beyond it is not fetched."""
        self._fetched = Fetched(home, folder, self.log)
        self._twin = twin

    @property
    def waiting(self) -> int:
        """How many facts are still to be sent."""
        return sum(
            max(0, self.local.last(writer) - self.heads.get(writer, NO_HEAD).seq)
            for writer in self.local.writers
            if writer not in self.forks
        )

    @property
    def missing(self) -> int:
        """How many facts are still to be fetched."""
        behind = (
            max(0, head.seq - self.local.last(writer))
            for writer, head in self.heads.items()
            if writer not in self.forks and writer not in self.unsound
        )
        return sum(behind)

    @property
    def known(self) -> int:
        """How many of the hub's facts are here."""
        odd = {*self.forks, *self.unsound}
        return sum(
            head.seq if writer in odd else min(head.seq, self.local.last(writer)) for writer, head in self.heads.items()
        )

    @property
    def kept_back(self) -> int:
        """How many facts cannot be sent: others before them are missing, or the hub has others in their place."""
        forked = sum(max(0, self.local.last(writer) - seq + 1) for writer, seq in self.forks.items())
        return self.local.beyond_gaps() + forked

    # ── Comparing ───────────────────────────────────────────────────────────────────────────────────────────────

    def compare(self, link: Link) -> None:
        """See how far each writer is on the hub, and whether what both have is the same."""
        found = link.rows(
            "select writer, seq, mark from lcterm.heads where community = %s and log = %s", (self.community, self.log)
        )
        self.heads = {writer: Head(seq, mark) for writer, seq, mark in found}
        both = [(writer, min(head.seq, self.local.last(writer))) for writer, head in self.heads.items()]
        mine = [fact for writer, seq in both if (fact := self.local.fact(writer, seq)) is not None]
        self._look_for_forks(link, mine)

    def _look_for_forks(self, link: Link, mine: Sequence[Stored]) -> None:
        """Of these facts, those that the hub has with another content."""
        marks = [mark_of_fact(fact) for fact in mine]
        if all(self.heads.get(one.writer) == (one.seq, mark) for one, mark in zip(mine, marks, strict=True)):
            return
        others = link.rows(
            "select e.writer, e.seq, e.envelope::text"
            " from unnest(%s::text[], %s::bigint[], %s::text[]) as own (w, s, m) join lcterm.events e"
            " on e.community = %s and e.log = %s and e.writer = own.w and e.seq = own.s"
            " where e.mark <> own.m and e.rev = 0",
            ([one.writer for one in mine], [one.seq for one in mine], marks, self.community, self.log),
        )
        for writer, seq, envelope in others:
            own, other = self.local.fact(writer, seq), _sound(writer, seq, envelope)
            if own is None or other is None or mark_of_fact(without(other, self.local.gone)) != mark_of_fact(own):
                self.forks[writer] = min(seq, self.forks.get(writer, seq))

    # ── Fetching ────────────────────────────────────────────────────────────────────────────────────────────────

    def fetch(self, link: Link) -> int:
        """What others have sent and is not here, into files of this device; how many facts that were."""
        count = 0
        while rows := self._rows(link):
            sound = [_sound(*row[:3]) for row in rows]
            new = [one for one in sound if one is not None and not self.local.holds(*one.identity)]
            self.unsound |= {row[0] for row, one in zip(rows, sound, strict=True) if one is None}
            for writer, seq, _, mark in rows:
                if seq > self.heads.get(writer, NO_HEAD).seq:
                    self.heads[writer] = Head(seq, mark)
            if new:
                self._keep(new)
                count += len(new)
            elif all(sound):
                break
            if len(rows) < FETCH_MOST and sum(len(row[2]) for row in rows) < FETCH_BYTES // 2:
                break
        return count

    def _keep(self, new: list[Stored]) -> None:
        gone = self.local.gone.union(_gone_in(new))
        for writer in self._fetched.keep(new, gone):
            # This very run, or another one of this device, is writing under that id: the hub's are a copy's.
            self.forks.setdefault(writer, self.local.last(writer) + 1)
        self.local.refresh()
        self.news += new
        if self._twin is not None:
            self._twin.look(new)
        if any(without(one, gone) is not one for one in new):
            self.cleared = NOTHING  # whoever sent it knew nothing of what is gone: it goes from the hub as well

    def _rows(self, link: Link) -> list[tuple[str, int, str, str]]:
        writers = sorted({*self.local.writers, *self.heads})
        have = [
            _BEYOND_ALL if writer in self.forks or writer in self.unsound else self.local.last(writer)
            for writer in writers
        ]
        found = link.rows(
            FETCH,
            (writers, have, self.community, self.log, FETCH_MOST, FETCH_BYTES),
        )
        return [(writer, seq, envelope, mark) for writer, seq, envelope, mark in found]

    # ── Sending ─────────────────────────────────────────────────────────────────────────────────────────────────

    def send(self, link: Link, only: Mapping[str, int] | None = None) -> int:
        """What the hub does not have yet, writer by writer, in order; how many facts that were. `only`: up to which seq
        of which writers, where not everything may go there."""
        count = 0
        for writer in self.local.writers:
            while writer not in self.forks:
                head = self.heads.get(writer, NO_HEAD)
                most = BATCH if only is None else min(BATCH, only.get(writer, 0) - head.seq)
                batch = _that_fits(self.local.after(writer, head.seq, most)) if most > 0 else []
                if not batch:
                    break
                if self._push(link, writer, batch):
                    count += len(batch)
                    self.news += batch
        return count

    def _push(self, link: Link, writer: str, batch: list[Stored]) -> bool:
        marks, envelopes = [mark_of_fact(one) for one in batch], [envelope_of(one) for one in batch]
        try:
            ((seq, mark),) = link.rows(
                PUSH,
                (self.community, self.log, writer, batch[0].seq, marks, envelopes, link.about.hints),
                sent=sum(map(len, envelopes)),
            )
        except OtherFacts:
            # A copy of this laptop has sent its own; or the hub has what was written before words were taken out here.
            self.compare(link)
            if writer not in self.forks and self.heads.get(writer, NO_HEAD).seq < batch[0].seq:
                raise
            return False
        self.heads[writer] = Head(seq, mark)
        if seq != batch[-1].seq or mark != marks[-1]:
            # Somebody else has sent facts of these numbers: the same ones, where a folder is shared, or a copy's.
            self._look_for_forks(link, batch)
        return True

    # ── Taking out ──────────────────────────────────────────────────────────────────────────────────────────────

    def take_out(self, link: Link) -> int:
        """Words that are struck, names that are forgotten: out of the hub's table; in how many facts they stood."""
        gone = self.local.gone
        if gone == self.cleared:
            return 0
        named = [*gone.texts, *(_identity(capture) for capture in gone.struck)]
        found = link.rows(
            "select writer, seq, envelope::text from lcterm.events where community = %s and log = %s"
            " and (envelope::text like any (%s) or (writer, seq) in (select * from unnest(%s::text[], %s::bigint[])))",
            (
                *(self.community, self.log, [f'%"{id}"%' for id in (*gone.struck, *gone.people)]),
                *([writer for writer, _ in named], [seq for _, seq in named]),
            ),
        )
        held = [one for row in found if (one := _sound(*row)) is not None]
        clean = [after for one in held if (after := without(one, gone)) is not one]
        if clean:
            link.rows(
                "select lcterm.erase(%s, %s, %s, %s, %s, %s)",
                (
                    *(self.community, self.log, [one.writer for one in clean], [one.seq for one in clean]),
                    *([mark_of_fact(one) for one in clean], [envelope_of(one) for one in clean]),
                ),
            )
        self.cleared = gone
        return len(clean)


def _that_fits(facts: list[Stored]) -> list[Stored]:
    """As many of them as one push may hold."""
    size = 0
    for place, one in enumerate(facts):
        size += len(bytes(one.event))
        if place and size > PUSH_BYTES:
            return facts[:place]
    return facts


def _sound(writer: str, seq: int, envelope: str) -> Stored | None:
    """The fact in a row of the hub's, which is looked at like a file from anywhere; None for what no log may hold."""
    try:
        one = fact_from(writer, seq, envelope)
    except (DecodeError, msgspec.ValidationError, ValueError, RecursionError):
        return None
    return one if is_sound(one) else None


def _gone_in(stored: Iterable[Stored]) -> Gone:
    """What the tombstones among these name."""
    facts: list[Fact] = []
    for one in stored:
        try:
            facts.append(Fact(one.stamp, one.writer, one.seq, one.at, one.actor, decode_event(one.event)))
        except (DecodeError, ValueError, RecursionError):  # of a newer version, or damaged: no tombstone of ours
            continue
    return gone_by(facts)


def _identity(capture: str) -> tuple[str, int]:
    writer, _, seq = capture.rpartition("-")
    return writer, int(seq) if seq.isascii() and seq.isdecimal() and len(seq) < 18 else 0
