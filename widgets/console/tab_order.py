"""The order in which Tab goes through a window: as it is read.

Qt keeps the order in which widgets were made, and pages are made and filled at any time.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def stop_after(window: QWidget, current: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return where Tab (or Shift+Tab) leads from `current`; None: there is nothing to reach."""
    stops = [one for one in _in_order(window) if _is_stop(one, current)]
    if not stops:
        return None
    if current not in stops:
        return stops[0 if forward else -1]
    return stops[(stops.index(current) + (1 if forward else -1)) % len(stops)]


def bring_into_view(widget: QWidget) -> None:
    """Scroll everything around a widget so far that it is seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _is_stop(widget: QWidget, current: QWidget | None) -> bool:
    if widget is current:
        return True
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    for child in _inside(widget):
        yield from _in_order(child)


def _inside(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        shown: QWidget | None = widget.widget()
    elif isinstance(widget, QStackedWidget):
        shown = widget.currentWidget()
    else:
        return _children(widget)
    return [] if shown is None else [shown]


def _children(widget: QWidget) -> list[QWidget]:
    layout = widget.layout()
    placed = [] if layout is None else list(_placed(layout))
    others = (one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow())
    return placed + [one for one in others if one not in placed]


def _placed(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        assert item is not None
        inner = item.layout()
        widget = item.widget()
        if inner is not None:
            yield from _placed(inner)
        elif widget is not None:
            yield widget
