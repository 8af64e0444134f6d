"""One line to type into, as all of ours look: a stock Input without a frame."""

from typing import ClassVar

from textual.widgets import Input


class OneLine(Input):
    """One line, of one row. What it looks like stands here and not in a style sheet of the app: the board opens without
    it."""

    DEFAULT_CSS: ClassVar[str] = """
    OneLine {
        border: none;
        padding: 0;
        height: 1;
        background: $raised;
        color: $strong;

        &:focus {
            border: none;
            background-tint: transparent;
        }
        &.-invalid, &.-invalid:focus {
            border: none;
        }
        & > .input--placeholder, & > .input--suggestion {
            color: $muted;
        }
    }
    """
