"""Screens that are not there, and a look at them that changes when the test says so."""

from PySide6.QtCore import QPoint, QRect

from app.screen_plan import ScreenId, SeenScreen

PANEL = 40
"""What the panel at the bottom of each screen takes."""


def seen(
    name: str,
    place: QRect,
    *,
    model: str = "",
    serial: str = "",
    primary: bool = False,
    density: float = 96.0,
) -> SeenScreen:
    maker = f"Maker of {model}" if model else ""
    geometry = (place.x(), place.y(), place.width(), place.height())
    identity = ScreenId(
        name=name, manufacturer=maker, model=model, serial=serial, geometry=geometry
    )
    free = place.adjusted(0, 0, 0, -PANEL)
    return SeenScreen(identity=identity, place=place, free=free, primary=primary, density=density)


LAPTOP = seen("eDP-1", QRect(0, 0, 1440, 900), model="Panel", primary=True)
BEAMER = seen("HDMI-1", QRect(1440, 0, 1920, 1080), model="Beamer", serial="b1")
MONITOR = seen("DP-2", QRect(-1280, 0, 1280, 1024), model="Monitor", serial="m1")


def moved(screen: SeenScreen, place: QRect, name: str = "") -> SeenScreen:
    """Return the same screen, elsewhere or of another size, or on another socket."""
    identity = screen.identity
    return seen(
        name or identity.name,
        place,
        model=identity.model,
        serial=identity.serial,
        primary=screen.primary,
    )


def at(screen: SeenScreen, x: int, y: int, width: int, height: int) -> QRect:
    """Return a place on a screen."""
    return QRect(screen.place.topLeft() + QPoint(x, y), QRect(0, 0, width, height).size())


class Looked:
    """Stands for the eyes of `Screens`."""

    def __init__(self, *screens: SeenScreen) -> None:
        self.screens = screens

    def __call__(self) -> tuple[SeenScreen, ...]:
        return self.screens
