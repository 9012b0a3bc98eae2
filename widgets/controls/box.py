"""The frame around a place to type in or choose from."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.controls.icon import Icon
from widgets.controls.painting import paint_plane, paint_ring, visible
from widgets.look import RING, colours_of, is_look_event, px
from widgets.theme import Colours, font


def writing_palette(palette: QPalette, colours: Colours) -> QPalette:
    """Return a palette for text on a plane that somebody else paints."""
    made = QPalette(palette)
    role = QPalette.ColorRole
    for one in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(one, colours.of("ink"))
        made.setColor(QPalette.ColorGroup.Disabled, one, colours.of("disabled_ink"))
    made.setColor(role.PlaceholderText, colours.of("ink_2"))
    made.setColor(role.Highlight, colours.of("primary"))
    made.setColor(role.HighlightedText, colours.of("on_primary"))
    for one in (role.Base, role.Button, role.Window):
        made.setColor(one, Qt.GlobalColor.transparent)
    return made


class Box(QWidget):
    """A frame that shows the focus, the error and the rest of the one thing inside it."""

    def __init__(
        self,
        inside: QWidget,
        *,
        letters: float = 16,
        bold: bool = False,
        room: int = 14,
        above: int = 2,
        icon: str | None = None,
    ) -> None:
        """`room` left and right of what is inside, `above` it and under it."""
        super().__init__()
        self._inside = inside
        self._letters = letters
        self._bold = bold
        self._room = room
        self._above = above
        self._wrong = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._row = QHBoxLayout(self)
        if icon is not None:
            self._row.addWidget(Icon(icon, size=18))
        self._row.addWidget(inside, 1)
        self.setFocusProxy(inside)
        inside.installEventFilter(self)
        self._dress()

    def add_widget(self, widget: QWidget) -> None:
        """Put something after the text, inside the frame."""
        self._row.addWidget(widget)

    def set_wrong(self, *, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._dress()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.EnabledChange):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = visible(self)
        self._paint_plane(painter, place, colours_of(self))
        if self._inside.hasFocus():
            paint_ring(painter, place, colours_of(self))

    def _paint_plane(self, painter: QPainter, place: QRectF, colours: Colours) -> None:
        if not self._inside.isEnabled():
            paint_plane(painter, place, colours, "disabled_bg")
        elif self._wrong:
            paint_plane(painter, place, colours, "error_soft", "error")
        else:
            focused, hovered = self._inside.hasFocus(), self.underMouse()
            edge = "ink" if focused else "ink_2" if hovered else "line_strong"
            paint_plane(painter, place, colours, "surface", edge)

    def _dress(self) -> None:
        room, above = px(self, self._room) + RING, px(self, self._above) + RING
        self._row.setContentsMargins(room, above, room, above)
        self._row.setSpacing(px(self, 10))
        self._inside.setFont(font(px(self, self._letters), bold=self._bold))
        self._inside.setPalette(writing_palette(self._inside.palette(), colours_of(self)))
        self.update()
