"""How a window looks: its theme, the size of its text, and whether things move.

A look belongs to a top widget; everything in it asks for it at the moment it paints. What
cannot wait until then (fonts, palettes, style sheets) is done again on `is_look_event`.
"""

from typing import Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QToolTip, QWidget

from widgets.theme import Colours, Theme, colours, font

RING: Final = 6
"""The room that a control keeps free around itself, on every side, for its focus ring.

It lies inside the control's own rectangle: what is seen is this much smaller. So 14 px between
two visible buttons is a spacing of 2 in their layout.
"""
_PROPERTY: Final = "leerradar_look"
_CHANGED: Final = QEvent.Type(QEvent.registerEventType())


class Look(Struct, frozen=True, kw_only=True):
    theme: Theme = "light"
    scale: float = 1.0
    """1.0: body text of 16 px."""
    reduced_motion: bool = False


def look_of(widget: QWidget) -> Look:
    """Return the look of the nearest widget around `widget` that has one, or the usual look."""
    asked: QWidget | None = widget
    while asked is not None:
        look = asked.property(_PROPERTY)
        if isinstance(look, Look):
            return look
        asked = asked.parentWidget()
    return Look()


def set_look(top: QWidget, look: Look) -> None:
    """Give a window a look; everything in it follows at once."""
    if top.property(_PROPERTY) == look:
        return
    top.setProperty(_PROPERTY, look)
    _dress_tooltips(look)
    for widget in (top, *top.findChildren(QWidget)):
        QCoreApplication.sendEvent(widget, QEvent(_CHANGED))
        widget.updateGeometry()
        widget.update()


def is_look_event(event: QEvent) -> bool:
    """Return whether the widget that gets this event may have another look from now on."""
    return event.type() in (
        _CHANGED,
        QEvent.Type.Polish,
        QEvent.Type.ParentChange,
        QEvent.Type.Show,
    )


def px(widget: QWidget, pixels: float) -> int:
    """Return pixels of the design in those of the window."""
    return round(pixels * look_of(widget).scale)


def colours_of(widget: QWidget) -> Colours:
    return colours(look_of(widget).theme)


def line_up(widget: QWidget) -> None:
    """Keep the room of a focus ring left and right, so that it stands in line with controls.

    For what has no ring itself: texts, cards, rules, notices.
    """
    widget.setContentsMargins(RING, 0, RING, 0)


def _dress_tooltips(look: Look) -> None:
    # Qt has one palette for the tooltips of all windows.
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.ToolTipBase, QColor(colours(look.theme).ink))
    palette.setColor(QPalette.ColorRole.ToolTipText, QColor(colours(look.theme).paper))
    QToolTip.setPalette(palette)
    QToolTip.setFont(font(15 * look.scale))
