"""What the room sees now, small: the real projector page in a border."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from widgets.console.views_frame import PreviewView
from widgets.controls.icon import Icon
from widgets.controls.pill import Pill, PillKind
from widgets.controls.text import Text, TextKind
from widgets.look import colours_of, is_look_event, px

_EDGE: Final = 2
_CORNER: Final = 8.0
_SMALL_PARTS: Final = (2, 3)
"""Of the width: the words and the picture."""


class Preview(QWidget):
    """`shown` is the projector's view; it keeps the shape of a screen, 16 to 9."""

    def __init__(self, shown: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._small = False
        self._title = Text("", TextKind.STRONG)
        self._theme_icon = Icon("sun", size=18, role="ink_2")
        self._theme = Text("", TextKind.SMALL, wrap=False)
        self._concept = Pill("", kind=PillKind.DRAFT)
        self._screen = _Screen(shown)
        self._about = QHBoxLayout()
        self._about.addWidget(self._concept)
        self._about.addWidget(self._theme_icon)
        self._about.addWidget(self._theme)
        self._about.addStretch(1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self._title, 1)
        self._head.addLayout(self._about)
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self._screen)

    def show_view(self, view: PreviewView) -> None:
        self._title.set_text(view.title)
        self._theme.set_text(view.theme)
        self._theme_icon.set_icon(view.theme_icon)
        self._concept.set_text(view.concept)
        self._concept.setVisible(bool(view.concept))
        self._theme.setVisible(not view.concept)
        self._theme_icon.setVisible(not view.concept)
        self._screen.set_dashed(dashed=bool(view.concept))

    def set_small(self, *, small: bool) -> None:
        """Put the words beside a smaller picture, where there is little height."""
        if small == self._small:
            return
        self._small = small
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._column.setDirection(across if small else down)
        self._head.setDirection(down if small else across)
        head, screen = _SMALL_PARTS if small else (0, 0)
        self._column.setStretch(0, head)
        self._column.setStretch(1, screen)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._about.setSpacing(px(self, 6))
            self._head.setSpacing(px(self, 6))
            self._column.setSpacing(px(self, 8))
        return super().event(event)


class _Screen(QWidget):
    def __init__(self, shown: QWidget) -> None:
        super().__init__()
        self._shown = shown
        self._dashed = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        shown.setParent(self)
        # A picture of another window: nothing in it can be reached.
        shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fit()

    def set_dashed(self, *, dashed: bool) -> None:
        self._dashed = dashed
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = Qt.PenStyle.DashLine if self._dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colours_of(self).of("ink"), _EDGE, style))
        half = _EDGE / 2
        edge = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(edge, _CORNER, _CORNER)

    def _fit(self) -> None:
        room = _EDGE
        wide = max(16, self.width() - 2 * room)
        high = round(wide * 9 / 16)
        self._shown.setGeometry(room, room, wide, high)
        inside = QPainterPath()
        inside.addRoundedRect(0, 0, wide, high, _CORNER - _EDGE, _CORNER - _EDGE)
        self._shown.setMask(QRegion(inside.toFillPolygon().toPolygon()))
        self.setFixedHeight(high + 2 * room)
