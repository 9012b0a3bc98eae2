"""The old page fading away over the new one."""

from typing import Final

from PySide6.QtCore import QEasingCurve, QEvent, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

FADE_MS: Final = 180


class Fade(QWidget):
    """Lies over its parent while it fades, and takes no mouse or keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._opacity = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(FADE_MS)
        self._motion.setStartValue(1.0)
        self._motion.setEndValue(0.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._move)
        self._motion.finished.connect(self.finish)
        self.hide()

    def start(self, picture: QPixmap) -> None:
        """Show the old page and let it fade."""
        parent = self.parentWidget()
        self._motion.stop()
        self._picture = picture
        self._opacity = 1.0
        self.setGeometry(picture.rect() if parent is None else parent.rect())
        self.raise_()
        self.show()
        self._motion.start()

    @Slot()
    def finish(self) -> None:
        """Leave nothing of the old page, now."""
        self._motion.stop()
        self.hide()
        self._picture = QPixmap()

    def is_running(self) -> bool:
        return self._motion.state() is QVariantAnimation.State.Running

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._opacity)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def hideEvent(self, event: QEvent) -> None:
        self._motion.stop()

    @Slot(object)
    def _move(self, opacity: float) -> None:
        self._opacity = opacity
        self.update()
