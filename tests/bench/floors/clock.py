"""A clock that goes on once a second, and nothing else."""

from time import monotonic

from textual.app import App, ComposeResult
from textual.widgets import Digits, Static

MINUTES = 60


class Clock(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("READY")
        yield Digits(f"{MINUTES}:00")

    def on_mount(self) -> None:
        self.end = monotonic() + MINUTES * 60
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        left = round(self.end - monotonic())
        self.query_one(Digits).update(f"{left // 60:02}:{left % 60:02}")


if __name__ == "__main__":
    Clock().run()
