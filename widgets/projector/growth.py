"""The dots of a result growing to their size."""

from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal, Slot

DOTS_MS: Final = 260


class Growth(QObject):
    """`share` runs from 0 to 1 after `start`, quick at first, and is 1 otherwise."""

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.share = 1.0
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(DOTS_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._move)

    def start(self) -> None:
        self.finish()
        self.share = 0.0
        self._motion.start()

    def finish(self) -> None:
        """Have everything at its size, now."""
        self._motion.stop()
        if self.share < 1:
            self.share = 1.0
            self.moved.emit()

    def is_running(self) -> bool:
        return self._motion.state() is QVariantAnimation.State.Running

    @Slot(object)
    def _move(self, share: float) -> None:
        self.share = share
        self.moved.emit()
