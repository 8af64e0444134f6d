"""What comes with the program: templates, the sample community, styles."""

from pathlib import Path

from lcterm.core.refusal import Refused

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped(*parts: str) -> Path:
    """Where a shipped file or folder lies, `shipped("data", "templates")`: in the package, else in the checkout.

    Raises Refused when it is in neither.
    """
    for place in (_PACKAGE, _PACKAGE.parent):
        if (found := place.joinpath(*parts)).exists():
            return found
    raise Refused(f"{'/'.join(parts)} did not come with this lcterm ({_PACKAGE}); install lcterm again")
