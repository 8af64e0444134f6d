"""What two laptops planned or agreed apart from each other, on the home screen: each thing in a line that fits."""

from lcterm.core.community import Community
from lcterm.core.fold_charter import Answer, RulesAsOf
from lcterm.core.session import Session
from lcterm.store.open_shelf import Shelved
from lcterm.ui.home_apart import apart_notices

DAY = 24 * 60 * 60_000
NOW = 20_000 * DAY
PEERS = Community(id="c", name="Housing peers")


def planned(day: int, title: str = "session 2") -> Session:
    return Session(id=f"s{day}", title=title, starts=NOW + day * DAY)


def test_what_was_planned_or_agreed_twice_is_said_in_a_line_each() -> None:
    once = Answer(topic="brief", answer="a", choice="", at=1)
    twice = Answer(topic="brief", answer="b", choice="", at=2, beside=(once,))
    rules = RulesAsOf(at=1, rules=("One",)), RulesAsOf(at=2, rules=("Two",))
    shelf = [
        Shelved(PEERS, (planned(1, "Spring"), planned(1, "Winter"))),
        Shelved(PEERS, (planned(2), planned(3), planned(4))),
        Shelved(Community(name="Rules", rules_standing=rules), ()),
        Shelved(Community(name="Charter", charter={"brief": twice}), ()),
    ]
    lines = apart_notices(shelf, NOW)
    assert lines == [
        "Sat 5 Oct is planned twice: `lcterm next` (Housing peers)",
        "session 2 is planned 3 times: `lcterm next` (Housing peers)",
        "Rules were changed on two laptops: `lcterm rules` (Rules)",
        "The charter was answered on two laptops: `lcterm charter` (Charter)",
    ]
    assert all(len(line.partition(" (")[0]) <= 57 for line in lines)


def test_what_lies_behind_and_what_is_told_apart_is_no_riddle() -> None:
    shelf = [Shelved(PEERS, (planned(-3), planned(-3, "Spring"), planned(1, "Winter"), planned(5, "Summer")))]
    assert apart_notices(shelf, NOW) == []
