"""Cards for situations: those that ship, and the facilitator's own, which lie in the home as TOML."""

import os
from collections.abc import Sequence
from pathlib import Path

from lcterm.core.refusal import Refused
from lcterm.core.text import unaccented
from lcterm.store.card_file import Card, load_card
from lcterm.store.durable import plain_reason
from lcterm.store.leftovers import left_beside
from lcterm.store.own_copy import own_copy
from lcterm.store.paths import Home, shown
from lcterm.store.shipped import shipped

OWN_MAX = 200
"""Own cards that are read; nobody finds anything among more."""

_IN_ORDER = (
    *("silent", "dominating", "put-down", "members"),
    *("stuck", "gossip", "they", "clash", "heard-right", "move-on", "feelings", "flat", "short"),
    *("decide", "traffic-light", "must-should-could", "what-else", "park"),
    *("questions", "pushing"),
)


def own_folder(home: Home) -> Path:
    """Where the facilitator's own cards lie."""
    return home.path / "cards"


def cards(home: Home) -> tuple[list[Card], list[str]]:
    """Every card there is, and the reasons why any own file could not be read. Shipped ones come in their order, with
    own ones of the same group behind them; an own one takes the place of the shipped one of the same id; a broken one
    hides nothing. Raises Refused when the shipped ones are missing."""
    found = {path.stem: load_card(path, own=False) for path in _files(shipped("data", "cards"))}
    reasons: list[str] = []
    for path in _own_files(own_folder(home), reasons):
        if beside := left_beside(path):
            reasons.append(beside)
            continue
        try:
            found[path.stem] = load_card(path)
        except Refused as refused:
            reasons.append(refused.reason)
    return _in_order(list(found.values())), reasons


def _own_files(folder: Path, reasons: list[str]) -> list[Path]:
    try:
        files = _files(folder)
    except Refused as refused:
        reasons.append(refused.reason)
        return []
    if len(files) > OWN_MAX:
        reasons.append(f"{shown(folder)} holds {len(files)} cards; only the first {OWN_MAX} are read")
    return files[:OWN_MAX]


def _files(folder: Path) -> list[Path]:
    """The card files of a folder, by name; none if there is no such folder. Raises Refused if it cannot be read."""
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Refused(f"{shown(folder)} cannot be read as a folder of cards: {plain_reason(error)}") from error
    return [folder / name for name in names if name.endswith(".toml") and not name.startswith((".", "~"))]


def _in_order(found: Sequence[Card]) -> list[Card]:
    def place(card: Card) -> tuple[int, str]:
        return (_IN_ORDER.index(card.id) if card.id in _IN_ORDER else len(_IN_ORDER), card.id)

    ordered = sorted(found, key=place)
    groups = list(dict.fromkeys(card.group for card in ordered))
    return sorted(ordered, key=lambda card: groups.index(card.group))


def matching(known: Sequence[Card], typed: str) -> list[Card]:
    """The cards meant by what is typed so far: first those where every typed word begins a word of the situation, the
    group or the words beside them, then those where it begins one of what there is to say and to try."""
    wanted = unaccented(typed).split()
    at_once = [card for card in known if _has(_names(card), wanted)]
    further = [card for card in known if _has(" ".join((_names(card), *card.say, *card.do)), wanted)]
    return [*at_once, *(card for card in further if card not in at_once)]


def _names(card: Card) -> str:
    return f"{card.situation} {card.group} {card.also} {card.id}"


def _has(text: str, wanted: Sequence[str]) -> bool:
    words = "".join(sign if sign.isalnum() else " " for sign in unaccented(text)).split()
    return all(any(word.startswith(begun) for word in words) for begun in wanted)


def copy_card(card: Card, home: Home) -> Path:
    """Makes a card yours to edit; where it is then. Raises Refused as `own_copy` does."""
    return own_copy(card.path, own_folder(home), "a card", own=card.own)
