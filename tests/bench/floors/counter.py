"""One key, one figure that goes up."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Counter(App[None]):
    count = 0

    def compose(self) -> ComposeResult:
        yield Static("READY 0")

    def on_key(self) -> None:
        self.count += 1
        self.query_one(Static).update(f"READY {self.count}")


if __name__ == "__main__":
    Counter().run()
