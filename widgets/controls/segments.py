"""A row of choices of which one can be chosen."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from widgets.controls.options import Option
from widgets.controls.painting import (
    CORNER,
    EDGE,
    paint_plane,
    paint_ring,
    paint_sign,
    paint_text,
    text_width,
)
from widgets.look import RING, colours_of, is_look_event, look_of


class SegmentKind(Enum):
    """(fill, ink) of the chosen one"""

    PRIMARY = ("primary", "on_primary")
    MARK = ("mark", "on_mark")


class _Segment(QAbstractButton):
    """One of the choices; the row paints what lies around it."""

    def __init__(self, option: Option, kind: SegmentKind, row_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.option = option
        self._kind = kind
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(option.text.replace("&", "&&"))
        self.setAccessibleName(option.text)
        self.tell_row(row_name)

    def tell_row(self, name: str) -> None:
        """Say of which row this is a choice."""
        self.setAccessibleDescription(" ".join(filter(None, (name, self.option.second))))

    def sizeHint(self) -> QSize:
        scale = look_of(self).scale
        width = text_width(self.option.text, 16 * scale, bold=True)
        if self.option.icon:
            width += 28 * scale
        width = max(width, text_width(self.option.second, 14 * scale))
        high = 52 if self.option.second else 44
        return QSize(round(width + 0.5 + 36 * scale), round(high * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = look_of(self).scale
        colours = colours_of(self)
        ink, second = self._inks()
        place = QRectF(self.rect())
        width = text_width(self.option.text, 16 * scale, bold=True)
        left = place.center().x() - (width + (28 * scale if self.option.icon else 0)) / 2
        line = QRectF(place)
        if self.option.second:
            line = QRectF(place.left(), place.center().y() - 21 * scale, place.width(), 21 * scale)
            under = line.translated(0, 21 * scale)
            middle = Qt.AlignmentFlag.AlignHCenter
            words = self.option.second
            paint_text(painter, under, words, second, colours, size=14 * scale, align=middle)
        if self.option.icon:
            side = 20 * scale
            where = QRectF(left, line.center().y() - side / 2, side, side)
            paint_sign(painter, self.option.icon, where, ink, colours, 20)
            left += 28 * scale
        where = QRectF(left, line.top(), width, line.height())
        paint_text(painter, where, self.option.text, ink, colours, size=16 * scale, bold=True)

    def fill(self) -> str | None:
        if not self.isEnabled():
            return "line" if self.isChecked() else "disabled_bg"
        if self.isChecked():
            return self._kind.value[0]
        return "line" if self.isDown() else "sunken" if self.underMouse() else "surface"

    def _inks(self) -> tuple[str, str]:
        if not self.isEnabled():
            return "disabled_ink", "disabled_ink"
        if self.isChecked():
            return self._kind.value[1], self._kind.value[1]
        return "ink", "ink"


class Segments(QWidget):
    """`name` is what is chosen; arrows move the choice, Tab leaves the row."""

    chosen = Signal(object)

    def __init__(
        self, name: str, *, kind: SegmentKind = SegmentKind.PRIMARY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._options: tuple[Option, ...] = ()
        self._segments: list[_Segment] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(RING, RING, RING, RING)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_options(self, options: Sequence[Option]) -> None:
        if tuple(options) == self._options:
            for segment in self._segments:
                segment.tell_row(self.accessibleName())
            return
        chosen = self.chosen_key()
        self._options = tuple(options)
        for segment in self._segments:
            self._row.removeWidget(segment)
            segment.setParent(None)
            segment.deleteLater()
        name = self.accessibleName()
        self._segments = [_Segment(option, self._kind, name, self) for option in options]
        for segment in self._segments:
            self._row.addWidget(segment, 1)
            segment.clicked.connect(self._clicked)
            segment.installEventFilter(self)
        self._take_place()
        self.set_chosen(chosen)

    def chosen_key(self) -> object:
        return next((one.option.key for one in self._segments if one.isChecked()), None)

    def set_chosen(self, key: object) -> None:
        """Show which one is chosen; None: none of them."""
        for segment in self._segments:
            # In an exclusive row Qt lets nobody off.
            segment.setAutoExclusive(False)
            segment.setChecked(key is not None and segment.option.key == key)
            segment.setAutoExclusive(True)
        self._put_tab_stop()
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            for segment in self._segments:
                segment.updateGeometry()
            self.updateGeometry()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._moved(event)
        if kind in (
            QEvent.Type.FocusIn,
            QEvent.Type.FocusOut,
            QEvent.Type.HoverEnter,
            QEvent.Type.HoverLeave,
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonRelease,
        ):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self)
        place = QRectF(self.contentsRect()).adjusted(RING, RING, -RING, -RING)
        inside = QPainterPath()
        inside.addRoundedRect(place, CORNER, CORNER)
        painter.save()
        painter.setClipPath(inside)
        for number, segment in enumerate(self._segments):
            rect = QRectF(segment.geometry())
            painter.fillRect(rect, colours.of(segment.fill() or "surface"))
            if number:
                line = QRectF(rect.left() - EDGE / 2, place.top(), EDGE, place.height())
                painter.fillRect(line, colours.of("line_strong"))
        painter.restore()
        paint_plane(painter, place, colours, None, "line_strong")
        if any(segment.hasFocus() for segment in self._segments):
            paint_ring(painter, place, colours)

    @Slot()
    def _clicked(self) -> None:
        segment = self.sender()
        if isinstance(segment, _Segment):
            self._choose(segment)

    def _choose(self, segment: _Segment) -> None:
        self.set_chosen(segment.option.key)
        self.chosen.emit(segment.option.key)

    def _moved(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            return False
        at = next((n for n, one in enumerate(self._segments) if one.hasFocus()), 0)
        target = self._segments[(at + step) % len(self._segments)]
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose(target)
        return True

    def _take_place(self) -> None:
        """Let Tab come to the choices where this row stands; Qt puts new widgets last."""
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        before: QWidget = self
        for segment in self._segments:
            self.setTabOrder(before, segment)
            before = segment
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _put_tab_stop(self) -> None:
        """Let Tab come to one of the choices only."""
        stop = next((one for one in self._segments if one.isChecked()), None)
        for number, segment in enumerate(self._segments):
            here = segment is stop or (stop is None and number == 0)
            click = Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else click)
            if here:
                self.setFocusProxy(segment)
