"""The gate by itself: links, tickets, limits and time."""

import hmac
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.serving import gate as gate_module
from lcterm.serving.gate import Gate, Ticket, TurnedAway
from lcterm.serving.limits import USUAL
from tests.clock_program import TestClock

HERE = "127.0.0.1"


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.at = 5_000_000

    def now(self) -> int:
        return self.at

    def boottime(self) -> int:
        return self.at


@pytest.fixture
def gate(clock: TestClock) -> Gate:
    return Gate(clock, USUAL)


def turned_away(gate: Gate, token: str, address: str = HERE) -> int:
    with pytest.raises(TurnedAway) as turned:
        gate.take(token, address)
    return turned.value.status


def let_in(gate: Gate, seat: str = "board") -> tuple[Ticket, str]:
    return gate.take(gate.new_link(seat), HERE)


def test_a_link_opens_once(gate: Gate) -> None:
    link = gate.new_link("board")
    ticket, secret = gate.take(link, HERE)
    assert gate.ticket("board", secret) is ticket
    assert turned_away(gate, link) == 403


def test_a_link_is_worth_nothing_after_ten_minutes(gate: Gate, clock: TestClock) -> None:
    link = gate.new_link("board")
    clock.advance(599)
    gate.take(link, HERE)
    link = gate.new_link("board")
    clock.advance(600)
    assert turned_away(gate, link) == 403


def test_a_clock_set_back_makes_no_link_younger(gate: Gate, clock: TestClock) -> None:
    link = gate.new_link("board")
    clock.advance(600)
    clock.step(-3600)
    assert turned_away(gate, link) == 403


def test_a_new_link_takes_the_place_of_the_one_before(gate: Gate) -> None:
    first, second = gate.new_link("board"), gate.new_link("board")
    assert turned_away(gate, first) == 403
    gate.take(second, HERE)


def test_a_link_of_one_seat_leaves_that_of_another(gate: Gate) -> None:
    board, room = gate.new_link("board"), gate.new_link("room")
    assert gate.take(room, HERE)[0].seat == "room"
    assert gate.take(board, HERE)[0].seat == "board"


def test_a_ticket_is_for_its_own_seat_alone(gate: Gate) -> None:
    _, secret = let_in(gate, "room")
    for seat in ("board", "notes", ""):
        with pytest.raises(TurnedAway):
            gate.ticket(seat, secret)


def test_a_ticket_ends_after_twelve_hours(gate: Gate, clock: TestClock) -> None:
    ticket, secret = let_in(gate)
    clock.advance(12 * 3600 - 1)
    assert gate.ticket("board", secret) is ticket
    clock.advance(1)
    assert not gate.holds(ticket)
    with pytest.raises(TurnedAway):
        gate.ticket("board", secret)


def test_closing_ends_links_and_tickets(gate: Gate) -> None:
    ticket, secret = let_in(gate)
    link = gate.new_link("room")
    gate.close()
    assert not gate.holds(ticket)
    assert turned_away(gate, link) == 403
    with pytest.raises(TurnedAway):
        gate.ticket("board", secret)


def test_ten_wrong_links_in_a_minute_are_enough(gate: Gate, clock: TestClock) -> None:
    link = gate.new_link("board")
    assert [turned_away(gate, f"guess {number}") for number in range(12)] == [403] * 10 + [429] * 2
    assert turned_away(gate, link) == 429
    gate.take(link, "192.0.2.7")
    clock.advance(60)
    gate.take(gate.new_link("board"), HERE)


@pytest.mark.parametrize("wrong", ["", "\udcff", "x" * 100_000, "'; --", "é"])
def test_no_text_makes_it_stumble(gate: Gate, wrong: str) -> None:
    let_in(gate)
    gate.new_link("board")
    assert turned_away(gate, wrong) == 403
    with pytest.raises(TurnedAway):
        gate.ticket("board", wrong)


@given(st.text(max_size=60))
def test_no_guess_opens_anything(guess: str) -> None:
    gate = Gate(Clock(), USUAL)
    gate.new_link("board")
    let_in(gate, "room")
    assert turned_away(gate, guess) == 403


def test_every_secret_is_compared_in_constant_time(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all tickets, also behind the one that fits; and never with == on the secrets themselves."""
    secrets = [let_in(gate)[1] for _ in range(4)]
    compared: list[tuple[bytes, bytes]] = []

    def compare(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return hmac.compare_digest(one, other)

    monkeypatch.setattr(gate_module, "hmac", type("Hmac", (), {"compare_digest": staticmethod(compare)}))
    gate.ticket("board", secrets[0])
    assert len(compared) == 4
    assert {len(part) for pair in compared for part in pair} == {32}


def test_no_secret_is_kept_as_it_is(gate: Gate) -> None:
    link = gate.new_link("room")
    _, secret = let_in(gate)
    held = [*gate._links.values(), *gate._tickets]
    assert not [one for one in held if link.encode() in one.digest or secret.encode() in one.digest]
    assert not {link, secret} & set(gate._links)


def test_a_seat_is_full_when_every_browser_shows_a_screen(gate: Gate) -> None:
    tickets = [let_in(gate)[0] for _ in range(USUAL.tickets)]
    link = gate.new_link("board")
    with ExitStack() as stack:
        for ticket in tickets:
            stack.enter_context(gate.screen(ticket))
        assert turned_away(gate, link) == 503
        let_in(gate, "room")
    gate.take(link, HERE)  # it was not used up; the browser that was there first, and shows nothing, makes room
    assert [gate.holds(ticket) for ticket in tickets] == [False, True, True, True]


def test_screens_of_one_browser_and_in_all(clock: TestClock) -> None:
    gate = Gate(clock, USUAL._replace(screens=3, screens_of_one=2))
    one, other = let_in(gate)[0], let_in(gate, "room")[0]
    with gate.screen(one), gate.screen(one):
        with pytest.raises(TurnedAway), gate.screen(one):
            raise AssertionError("three of one")
        gate.has_room(one)  # as soon as one of its own has made way
        with gate.screen(other):
            with pytest.raises(TurnedAway), gate.screen(other):
                raise AssertionError("four in all")
            assert other.screens == 1
    assert (one.screens, other.screens) == (0, 0)


def test_looking_at_a_link_uses_it_up_no_more_than_it_lets_in(gate: Gate, clock: TestClock) -> None:
    link = gate.new_link("room")
    assert [gate.look(link, HERE) for _ in range(20)] == ["room"] * 20
    with pytest.raises(TurnedAway):
        gate.ticket("room", link)
    gate.take(link, HERE)
    with pytest.raises(TurnedAway):
        gate.look(link, HERE)


def test_nothing_is_written_down(gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    let_in(gate)
    gate.close()
    assert {path.name for path in tmp_path.iterdir()} <= {"clock"}
