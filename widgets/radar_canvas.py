"""The live radar: one widget for the projector, its preview and the small radar."""

from collections.abc import Mapping
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QRect, QSize, QSizeF, Qt, QTimer, QVariantAnimation, Slot
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.radar_drawing import RadarDrawing
from widgets.radar_layout import Box, Page
from widgets.radar_motion import between
from widgets.radar_painter import RadarPainter
from widgets.theme import Theme, colours
from workshop_flows.radar_marks import Labels
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Band

TRANSITION_MS: Final = 300
RESIZE_PAUSE_MS: Final = 90
"""A new background takes several frames: dragging the edge of a window waits for it."""
PREFERRED: Final = QSize(480, 420)
SMALLEST: Final = QSize(120, 120)


class RadarCanvas(QWidget):
    """Shows one radar, and moves to the next in 300 ms; another mode comes at once.

    Empty until it has a painter and a view. What is set while hidden is drawn when it comes
    into sight: the radar then moves from what was last seen. No timer runs while hidden.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter: RadarPainter | None = None
        self._goal: RadarView | None = None
        self._start: RadarView | None = None
        self._seen: RadarView | None = None
        self._theme: Theme = "light"
        self._labels: Labels = "names"
        self._zone_words: Mapping[Band, str] = {}
        self._text: float | None = None
        self._reduced = False
        self._drawing: RadarDrawing | None = None
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(TRANSITION_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self._move)
        self._motion.finished.connect(self._end)
        self._resizing = QTimer(self)
        self._resizing.setSingleShot(True)
        self._resizing.setInterval(RESIZE_PAUSE_MS)
        self._resizing.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(SMALLEST)

    def set_painter(self, painter: RadarPainter) -> None:
        """Give the widget what it draws with, once that is there."""
        self._painter = painter
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._redraw()

    def show_view(self, view: RadarView) -> None:
        """Move to a radar from whatever is on screen; the first one appears at once."""
        if view == self._goal:
            return
        self._goal = view
        if not self.isVisible():
            return
        if self._may_move():
            self._depart()
        else:
            self._arrive()

    def set_theme(self, theme: Theme) -> None:
        if theme != self._theme:
            self._theme = theme
            self._redraw()

    def set_labels(self, labels: Labels) -> None:
        """Show names, numbers (an emphasised axis has its name) or nothing around the rings."""
        if labels != self._labels:
            self._labels = labels
            self._redraw()

    def set_zone_words(self, words: Mapping[Band, str]) -> None:
        """Set the words that mode pooled writes under the names; it needs all three."""
        if words != self._zone_words:
            self._zone_words = dict(words)
            self._redraw()

    def set_text_height(self, pixels: float | None) -> None:
        """Set the size of the font in Qt's pixels; None makes it follow the radar."""
        if pixels != self._text:
            self._text = pixels
            self._redraw()

    def set_reduced_motion(self, *, reduced: bool) -> None:
        self._reduced = reduced
        if reduced and self.is_moving():
            self._arrive()

    def set_duration(self, milliseconds: int) -> None:
        """Set how long a transition takes; 0 shows every radar at once."""
        self._motion.setDuration(milliseconds)

    def set_description(self, name: str, values: str) -> None:
        """Say in words what the radar is and what it shows, for who cannot see it."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(values)

    def is_moving(self) -> bool:
        return self._start is not None

    def sizeHint(self) -> QSize:
        return PREFERRED

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._painter is None:
            return
        drawing = self._drawing
        if drawing is None or not self._resizing.isActive():
            drawing = self._drawn(self._painter)
        painter, ground = QPainter(self), colours(self._theme).of("paper")
        # For a preview that paints this widget smaller.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if drawing is None:
            painter.fillRect(event.rect(), ground)
        elif drawing.page == self._page():
            painter.drawImage(0, 0, drawing.image(self.devicePixelRatioF()))
        else:
            painter.fillRect(event.rect(), ground)
            image = drawing.image(1.0)
            painter.drawImage(self._centred(image), image)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._drawing is not None and self.isVisible():
            self._resizing.start()

    def showEvent(self, event: QShowEvent) -> None:
        if self._seen != self._goal and self._may_move():
            self._depart()

    def hideEvent(self, event: QHideEvent) -> None:
        self._resizing.stop()
        if self.is_moving():
            self._arrive()

    def _may_move(self) -> bool:
        if self._painter is None or self._seen is None or self._goal is None:
            return False
        same = self._seen.mode is self._goal.mode
        return same and not self._reduced and self._motion.duration() > 0

    def _depart(self) -> None:
        self._motion.stop()
        self._start = self._seen
        # A new background takes some time: the clock of the transition starts after it.
        self._advance()
        self._motion.start()

    def _arrive(self) -> None:
        self._motion.stop()
        self._start = None
        self._seen = self._goal
        self._advance()

    @Slot(object)
    def _move(self, share: float) -> None:
        if self._start is None or self._goal is None:
            return
        self._seen = between(self._start, self._goal, share)
        self._advance()

    @Slot()
    def _end(self) -> None:
        self._start = None

    def _advance(self) -> None:
        """Draw what is to be seen now, and have Qt paint no more than what it changed."""
        drawing = self._drawing
        if drawing is None or drawing.page != self._page():
            self.update()
        elif self._goal is not None and self._seen is not None:
            self.update(self._rectangle(drawing.show(self._goal, self._seen)))

    def _redraw(self) -> None:
        self._drawing = None
        self.update()

    def _drawn(self, painter: RadarPainter) -> RadarDrawing | None:
        """Return the drawing of now, made anew where the page is another one."""
        goal = self._goal
        if goal is None:
            return None
        if not self.is_moving() or self._seen is None:
            self._seen = goal
        if self._drawing is None or self._drawing.page != self._page():
            self._drawing = RadarDrawing(painter, self._page(), self._zone_words)
        self._drawing.show(goal, self._seen)
        return self._drawing

    def _page(self) -> Page:
        ratio = self.devicePixelRatioF()
        return Page(
            max(1, ceil(self.width() * ratio)),
            max(1, ceil(self.height() * ratio)),
            ratio,
            None if self._text is None else self._text * ratio,
            self._labels,
            self._theme,
        )

    def _rectangle(self, box: Box) -> QRect:
        ratio = self.devicePixelRatioF()
        left, top = floor(box.left / ratio), floor(box.top / ratio)
        right, bottom = ceil(box.right / ratio), ceil(box.bottom / ratio)
        return QRect(left, top, max(0, right - left), max(0, bottom - top))

    def _centred(self, image: QImage) -> QRect:
        size = QSizeF(image.size()).scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        rectangle = QRect(0, 0, round(size.width()), round(size.height()))
        rectangle.moveCenter(self.rect().center())
        return rectangle
