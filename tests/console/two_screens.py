"""A session on two screens, led in a child process whose platform has them.

`python -m tests.console.two_screens FOLDER`; status 0 when it went as it should.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from app.screen_plan import ScreenId
from tests.console.conductor import Conductor
from tests.console.leading import go_to, prepare, vote_axis
from workshop_flows.vocabulary import Step

LAPTOP = QRect(0, 0, 1440, 900)
BEAMER = QRect(1440, 0, 1920, 1080)
TALLY = (0, 2, 3, 3, 1)


class Watched:
    """Looks at every moment where the two windows are."""

    def __init__(self, led: Conductor) -> None:
        self._led = led
        self.told: set[str] = set()

    def look(self) -> None:
        led = self._led
        led.settle()
        room, console = led.projector, led.running.first
        assert room.isVisible(), led.position.step
        assert room.isFullScreen(), led.position.step
        assert room.geometry() == BEAMER, (led.position.step, room.geometry())
        assert LAPTOP.contains(console.frameGeometry()), console.geometry()
        assert console.isVisible(), led.position.step
        # It never takes the keyboard either.
        assert QApplication.activeWindow() is console, led.position.step
        self.told.add(led.room_words())


def main(folder: Path) -> None:
    application = QApplication([])
    # The platform takes it for its first screen, but it is known as the room's.
    led = Conductor(folder, projector_screen=ScreenId(name="beamer"), window=(60, 40, 1280, 800))
    watched = Watched(led)
    prepare(led, "Garage De Brug", staff=9)
    led.wait_for(lambda: led.projector.isFullScreen())
    watched.look()
    for step in (Step.QUESTION, Step.ALREADY_DOING, Step.VOTE):
        go_to(led, step)
        watched.look()
    vote_axis(led, [(TALLY, ()), (TALLY, ())])
    watched.look()
    led.press("B")
    watched.look()
    led.press("B")
    while not led.is_at(Step.CLOSE):
        led.press("Esc", "S")
        watched.look()
    assert len(watched.told) > 8, watched.told
    led.press("F5")
    assert not led.projector.isVisible()
    led.press("F5")
    led.wait_for(lambda: led.projector.isFullScreen())
    watched.look()
    led.close()
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]))
