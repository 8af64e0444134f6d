"""Many who push at once while somebody fetches by version vector: nothing is passed over, whoever commits first."""

import threading
from collections.abc import Sequence

from lcterm.hub.exchange import FETCH, FETCH_BYTES, PUSH
from lcterm.hub.link import Link
from tests.hub.seats import Hub

WRITERS, FACTS = 5, 40


def push_all(link: Link, writer: str) -> None:
    for seq in range(1, FACTS + 1):
        link.rows(PUSH, ("c", "s", writer, seq, [f"{writer}{seq}"], ['{"stamp":1}'], seq % 7 == 0))


def fetch(link: Link, have: dict[str, int]) -> Sequence[tuple[object, ...]]:
    return link.rows(FETCH, (list(have), list(have.values()), "c", "s", 50, FETCH_BYTES))


def test_a_fetch_beside_concurrent_pushes_misses_nothing(hub: Hub) -> None:
    hub.raised().link().rows("select lcterm.found('c')")
    pushing = [
        threading.Thread(target=push_all, args=(hub.link(), f"w{number}"), daemon=True) for number in range(WRITERS)
    ]
    for thread in pushing:
        thread.start()
    link, have, seen = hub.link(), dict[str, int](), 0
    while any(thread.is_alive() for thread in pushing) or seen < WRITERS * FACTS:
        rows = fetch(link, have)
        if not rows and not any(thread.is_alive() for thread in pushing):
            rows = fetch(link, have)
            if not rows:
                break
        for writer, seq, *_ in rows:
            assert int(str(seq)) == have.get(str(writer), 0) + 1
            have[str(writer)] = int(str(seq))
            seen += 1
    assert have == {f"w{number}": FACTS for number in range(WRITERS)}


def test_the_same_fact_pushed_by_two_is_one_fact(hub: Hub) -> None:
    hub.raised().link().rows("select lcterm.found('c')")
    both = [threading.Thread(target=push_all, args=(hub.link(), "w"), daemon=True) for _ in range(2)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert hub.sql("select count(*), max(seq) from lcterm.events") == [(FACTS, FACTS)]


def test_a_push_wakes_the_others_and_not_oneself(hub: Hub) -> None:
    hub.raised()
    one, other = hub.link(), hub.link()
    one.rows("select lcterm.found('c')")
    for link in (one, other):
        link.listen(["c"])
    one.rows(PUSH, ("c", "s", "w", 1, ["m"], ["{}"], True))
    other.rows("select 1")
    one.rows("select 1")
    assert other.hinted  # it came beside the answer, so nobody may wait for the wire
    assert other.heard()
    assert not other.hinted
    assert not one.heard()
    one.rows(PUSH, ("c", "s", "w", 2, ["m"], ["{}"], False))
    other.rows("select 1")
    assert not other.heard()


def test_beyond_the_setting_nobody_is_woken(hub: Hub) -> None:
    hub.raised()
    assert hub.link().about.hints
    hub.sql("update lcterm.about set hint_most = 0")
    assert not hub.link().about.hints
