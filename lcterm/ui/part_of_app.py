"""What the parts stand on that an app is put together from.

To whoever reads them, and to the type checker, they are apps. For Python they are plain classes: Textual makes so much
of a class that is an app that six of them would be a hundredth of a start.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App as PartOfApp
else:

    class PartOfApp:
        """Nothing by itself; the class that takes it in is an app, too, and comes last."""

        def __class_getitem__(cls, returned: Any) -> type:
            return cls


__all__ = ["PartOfApp"]
