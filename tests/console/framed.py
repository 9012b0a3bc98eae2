"""A session in the window of the facilitator, with a clock that a test moves on."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.console.frame import SessionFrame
from app.console.page import Page
from app.console.steps import (
    AlreadyDoingStep,
    CloseStep,
    QuestionStep,
    RadarStep,
    WelcomeStep,
    WhoStartsStep,
)
from app.desk import Desk
from app.keys import Intent
from app.timing import Timing
from widgets.console.window import ConsoleWindow
from widgets.look import Look, set_look
from widgets.radar_canvas import RadarCanvas
from workshop_flows.vocabulary import Step

NOON = datetime(2026, 11, 11, 12, 0)


class Clock:
    """Seconds that a test moves on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class PlainPage:
    """A page of which nothing matters; `title` is what it shows."""

    def __init__(self, title: str) -> None:
        self._widget = QLabel(title)
        self.refreshed = 0

    @property
    def widget(self) -> QWidget:
        return self._widget

    def refresh(self) -> None:
        self.refreshed += 1

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        return {}

    def hints(self) -> tuple[Intent, ...]:
        return (Intent.PAUSE, Intent.SKIP)

    def start(self) -> QWidget | None:
        return None


class Framed:
    """Shows a desk in a window; leave it with `close`."""

    def __init__(
        self,
        desk: Desk,
        size: tuple[int, int] = (1440, 900),
        look: Look | None = None,
        pages: Mapping[Step, Page] | None = None,
    ) -> None:
        self.desk = desk
        self.clock = Clock()
        self.timing = Timing(self.clock)
        self.window = ConsoleWindow(desk.texts)
        set_look(self.window, look or Look(reduced_motion=True))
        self.plain = PlainPage("plain")
        steps: dict[Step, Page] = dict.fromkeys(Step, self.plain)
        steps |= {
            Step.WELCOME: WelcomeStep(desk),
            Step.QUESTION: QuestionStep(desk),
            Step.ALREADY_DOING: AlreadyDoingStep(desk),
            Step.RADAR: RadarStep(desk),
            Step.WHO_STARTS: WhoStartsStep(desk),
            Step.CLOSE: CloseStep(desk),
        }
        self.frame = SessionFrame(
            desk, self.window, self.timing, {**steps, **(pages or {})}, radar=RadarCanvas, now=_noon
        )
        desk.told.connect(self.window.show_notice)
        self.window.resize(*size)
        self.window.show()
        self.frame.set_projector(on=True, theme="light", zoom="normal", reduced_motion=True)
        self.frame.enter()
        # What was put into a window that shows appears with its next event.
        QApplication.processEvents()

    def wait(self, seconds: float) -> None:
        """Let time pass on the session's clock."""
        self.clock.now += seconds
        self.timing.ticked.emit()

    def type(self, words: str) -> None:
        """Type where the keyboard is, and press Enter."""
        into = self.window.focusWidget()
        assert into is not None
        QTest.keyClicks(into, f"{words}\r")

    def words(self) -> str:
        """Return everything that can be read in the window now."""
        seen = [one for one in self.window.findChildren(QWidget) if one.isVisible()]
        shown = [one.text() for one in seen if isinstance(one, QLabel)]
        names = [one.accessibleName() for one in seen]
        return "\n".join((*shown, *(name for name in names if name)))

    def close(self) -> None:
        self.frame.close()
        self.window.set_may_close(None)
        self.window.close()
        self.window.deleteLater()


def _noon() -> datetime:
    return NOON
