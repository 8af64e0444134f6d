"""A card as it is written down, in TOML."""

from pathlib import Path

from msgspec import Struct

from lcterm.store.toml_file import read_toml

SITUATION_MAX = 60
TEXT_MAX = 300
SAY_MAX, TRY_MAX = 8, 12
"""Texts; a card that is longer is no card."""

YOURS = "Yours"
"""The group of a card that names none."""

_KEYS = ("situation", "group", "also", "say", "try", "source")


class Card(Struct, frozen=True, kw_only=True):
    """What helps in a situation: sentences to `say` aloud, what to `do`, and whose idea it was. `id` is the name of its
    file without `.toml`; `also`: more words by which it is found; `own`: the facilitator's."""

    id: str
    situation: str
    group: str
    say: tuple[str, ...]
    do: tuple[str, ...]
    source: str
    also: str
    own: bool
    path: Path


def load_card(path: Path, *, own: bool = True) -> Card:
    """The card in a file. Raises Refused with file, line and reason for the first mistake."""
    table = read_toml(path, "a card")
    table.only(_KEYS)
    card = Card(
        id=path.stem,
        situation=table.words("situation", limit=SITUATION_MAX, needed=True),
        group=table.words("group", limit=SITUATION_MAX) or YOURS,
        say=table.several("say", limit=TEXT_MAX, most=SAY_MAX),
        do=table.several("try", limit=TEXT_MAX, most=TRY_MAX),
        source=table.words("source", limit=TEXT_MAX),
        also=table.words("also", limit=TEXT_MAX),
        own=own,
        path=path,
    )
    if not card.say and not card.do:
        table.refuse("say", 'there is nothing to say and nothing to try; write say = ["…"]')
    return card
