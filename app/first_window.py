"""The window itself, painted before anything of ours is loaded that goes into it.

Only Qt and the standard library are imported here: a window after a fifth of a second tells
that the program starts.
"""

import json
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPaintEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

import resources

USUAL: Final = QSize(1440, 900)


class FirstWindow(QWidget):
    """Stands where the window stood before, and is filled with the console later.

    Closing it asks what it holds.
    """

    painted = Signal()
    """The empty window is on the screen; comes once."""
    filled = Signal()
    """What the window holds is on the screen; comes once."""

    def __init__(self, settings: Path) -> None:
        super().__init__()
        remembered = _peek(settings)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, _ground(str(remembered.get("theme"))))
        self.setPalette(palette)
        self._content: QWidget | None = None
        self._is_painted = False
        self._is_filled = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.setGeometry(_place(remembered.get("window")))

    def hold(self, content: QWidget) -> None:
        """Fill the window for good; its title and its smallest size are the content's."""
        self._content = content
        # The ground was for the empty window only; what is in it has its own.
        self.setPalette(QPalette())
        content.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(content.windowTitle())
        layout = self.layout()
        assert layout is not None
        layout.addWidget(content)

    def paintEvent(self, event: QPaintEvent) -> None:
        # What stands in the window is painted after it, but before any timer runs.
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._tell_painted)
        if not self._is_filled and self._content is not None and self._content.isVisible():
            self._is_filled = True
            QTimer.singleShot(0, self._tell_filled)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._content is not None and not self._content.close():
            event.ignore()

    @Slot()
    def _tell_painted(self) -> None:
        self.painted.emit()

    @Slot()
    def _tell_filled(self) -> None:
        self.filled.emit()


def _peek(settings: Path) -> dict[str, object]:
    """Return the settings as far as they can be read; `app.settings` reads them properly."""
    try:
        found = json.loads(settings.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _ground(theme: str) -> QColor:
    # Not importlib.resources: it is as heavy as all the rest of this module.
    tokens = json.loads((Path(resources.__file__).parent / "tokens.json").read_bytes())
    colours = tokens["colour"]
    return QColor(colours.get(theme, colours["light"])["paper"])


def _place(before: object) -> QRect:
    """Return where the window stood, if it can be reached there, else the middle of the screen."""
    free = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if isinstance(before, list) and len(before) == 4 and all(type(n) is int for n in before):
        place = QRect(*before)
        if any(one.contains(place.center()) for one in free):
            return place
    middle = QRect()
    middle.setSize(USUAL.boundedTo(free[0].size()))
    middle.moveCenter(free[0].center())
    return middle
