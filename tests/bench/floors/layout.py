"""The board's panes, as many and as large, with fixed lines in them, and no logic: any key changes three of them."""

from time import monotonic
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

PLAIN, TITLE = Style.parse("#e0e0e0 on #121212"), Style.parse("bold #0178d4 on #121212")
BOXES = {
    "header": (0, 0, 120, 1), "block": (0, 2, 58, 20), "agenda": (59, 2, 61, 8), "voices": (59, 11, 61, 11),
    "captures": (0, 23, 120, 9), "line": (0, 33, 120, 1), "message": (0, 34, 120, 1), "footer": (0, 35, 120, 1),
    "exact": (2, 4, 20, 1),
}  # fmt: skip
"""Column, row, width and height of each."""


class Box(Widget):
    """Lines, the first of them a title; only those that change are drawn again."""

    def __init__(self, name: str, box: tuple[int, int, int, int]) -> None:
        super().__init__(id=name)
        self.styles.offset, self.styles.width, self.styles.height = box[:2], box[2], box[3]
        self.lines = [name, *(f"line {number} of {name}" for number in range(1, box[3]))]

    def change(self, number: int, text: str) -> None:
        self.lines[number] = text
        self.refresh(Region(0, number, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        text = self.lines[y] if y < len(self.lines) else ""
        return Strip([Segment(text.ljust(width)[:width], TITLE if y == 0 else PLAIN)], width)


class Layout(App[None]):
    CSS: ClassVar[str] = (
        "Screen { layers: below above; } Box { position: absolute; layer: below; } #exact { layer: above; }"
    )
    count = 0

    def compose(self) -> ComposeResult:
        self.boxes = {name: Box(name, box) for name, box in BOXES.items()}
        yield from self.boxes.values()

    def on_mount(self) -> None:
        self.boxes["message"].change(0, "READY")
        self.end = monotonic() + 3600
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        left = round(self.end - monotonic())
        self.boxes["exact"].change(0, f"{left // 60:02}:{left % 60:02}")

    def on_key(self) -> None:
        self.count += 1
        for name, number in (("block", 3), ("voices", 2), ("message", 0)):
            self.boxes[name].change(number, f"READY {self.count}")


if __name__ == "__main__":
    Layout().run()
