"""What was left in the line of a board unfinished: nothing that was typed is ever dropped."""

from collections.abc import Container, Iterable, Set

from lcterm.store.drafts import Draft


class LeftLines:
    """Lines by the capture that they mend or by the person whose words they take down, "" for a plain new one. They
    stay with whoever holds the facilitator's `seat`: one may be a note."""

    def __init__(self, seat: str) -> None:
        self.seat = seat
        self._lines: dict[str, str] = {}
        self._behind: dict[str, dict[str, str]] = {}
        """What others who held the seat left unfinished, by the seat."""
        self._aside: list[str] = []
        """New lines that wait behind the one in hand."""

    def copy(self) -> "LeftLines":
        """The same, to change without changing this."""
        other = LeftLines(self.seat)
        other._lines, other._aside = dict(self._lines), [*self._aside]
        other._behind = {seat: dict(lines) for seat, lines in self._behind.items()}
        return other

    def __bool__(self) -> bool:
        return bool(self._lines)

    def __contains__(self, key: str) -> bool:
        return key in self._lines

    def text(self, key: str = "", otherwise: str = "") -> str:
        """What was left of this, else `otherwise`."""
        return self._lines.get(key, otherwise)

    @property
    def any_text(self) -> str:
        """A new line, else one that mends or takes down."""
        return self._lines.get("", "") or next(iter(self._lines.values()), "")

    def put(self, key: str, text: str) -> None:
        """This is what is left of it now."""
        self._lines[key] = text

    def take(self, key: str) -> str:
        """What was left of this, which is gone from here."""
        return self._lines.pop(key, "")

    def add(self, key: str, text: str) -> None:
        """Behind what was left of this."""
        self._lines[key] = f"{self._lines[key]} {text}" if key in self._lines else text

    def put_aside(self, text: str) -> None:
        """A new line that waits until the one in hand is done with."""
        if text.strip():
            self._aside.append(text)

    def go_on(self) -> None:
        """Where no new line waits, the latest that was put aside does now."""
        if self._aside and "" not in self._lines:
            self._lines[""] = self._aside.pop()

    def strike(self, struck: Set[str]) -> bool:
        """No words stay of captures that were struck; whether there were any."""
        gone = struck & self._lines.keys()
        for id in gone:
            del self._lines[id]
        return bool(gone)

    def hand_over(self, seat: str) -> None:
        """The facilitator's seat passes to another: all of it stays behind, and is there again when that comes back."""
        for text in self._aside:
            self.add("", text)
        self._aside = []
        self._behind[self.seat], self.seat = self._lines, seat
        self._lines = self._behind.pop(seat, {})

    def take_along(self, before: str, text: str) -> None:
        """A new line goes along to whoever holds the seat now, from who held it `before`."""
        self._behind.get(before, {}).pop("", None)
        self._lines.setdefault("", text)

    def drafts(self, captures: Container[str], people: Container[str], at: str) -> Iterable[Draft]:
        """All of it, by whatever seat, to be kept elsewhere. `at`: the kind of seat that it waits for."""
        for seat, lines in {**self._behind, self.seat: self._lines}.items():
            for key, text in lines.items():
                mends, by = (key if key in there else "" for there in (captures, people))
                yield Draft(text.strip(), mends, seat, by, at)
        for text in self._aside:
            yield Draft(text.strip(), seat=self.seat, left_at=at)
