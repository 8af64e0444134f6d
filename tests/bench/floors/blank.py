"""The least that a Textual app can be."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Blank(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("READY")


if __name__ == "__main__":
    Blank().run()
