"""When the time left is told to somebody who listens: at moments that matter, each minute, or never by itself."""

from typing import Literal, get_args

SpokenTime = Literal["moments", "minutes", "never"]
SPOKEN_TIMES: tuple[SpokenTime, ...] = get_args(SpokenTime)
