"""What is wrong with how texts stand in a window, said in words.

Cut: letters that fall off the edge of their widget, of what holds it, or of the window. What
can be scrolled into sight is not cut. Elided: shortened with dots, which hide what was written;
that is allowed only when the tooltip has all of it. Over: letters on other letters, or on a
control that they are no part of.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from tests.console.painted import Painted, Written, painted
from widgets.look import RING
from widgets.projector.view import ProjectorView

SLACK = 1.5
"""Pixels that a letter may lean over an edge."""
LEAST_GAP = 4.0
"""Pixels between the words of one widget and those beside them, slack included."""
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
CONTROLS = (QAbstractButton, QLineEdit, QComboBox)
QT_RINGLESS = (QLineEdit, QComboBox)


class Placed(NamedTuple):
    """Something in the window: of whom, what it is, and where.

    `scrolled` is the viewport it lies in, `seen` what of `place` is in sight now.
    """

    owner: QWidget
    text: str
    place: QRectF
    seen: QRectF
    scrolled: QWidget | None


Paint = Callable[[QWidget], Painted]


def faults(top: QWidget, paint: Paint = painted) -> list[str]:
    """Return all that is wrong in this window, each with its widget, text and pixels."""
    found: list[str] = []
    texts: list[Placed] = []
    controls: list[Placed] = []
    for widget in in_sight(top):
        frame = _frame(widget, top)
        what = paint(widget)
        found += (f"{_name(widget)}: a word is broken, or no room: {one!r}" for one in what.torn)
        found += _sideways(widget)
        if _is_control(widget):
            controls.append(_placed(widget, "", _seen_of(widget), frame))
            found += _hidden(controls[-1], frame)
        for line in what.lines:
            found += _cut(widget, line)
            found += _elided(widget, line.text)
            place = line.place
            if isinstance(widget, QLineEdit):
                # It lets nothing of a longer text be seen outside itself.
                place = place.intersected(QRectF(widget.rect()))
            texts.append(_placed(widget, line.text, place, frame))
            found += _hidden(texts[-1], frame)
    found += _over_each_other(texts)
    found += _over_controls(texts, controls)
    return found


def in_sight(top: QWidget) -> Iterator[QWidget]:
    """Yield what is shown in this window; the room's picture answers for itself."""
    for one in (top, *top.findChildren(QWidget)):
        if one.isVisible() and one.window() is top.window() and not _is_room(one):
            yield one


def _is_room(widget: QWidget) -> bool:
    asked: QWidget | None = widget
    while asked is not None:
        if isinstance(asked, ProjectorView):
            return True
        asked = asked.parentWidget()
    return False


def _is_control(widget: QWidget) -> bool:
    return isinstance(widget, CONTROLS) and not isinstance(widget.parentWidget(), QScrollBar)


def _seen_of(widget: QWidget) -> QRectF:
    """Return what is seen of a control: ours keep room for a ring around it."""
    room = 0 if isinstance(widget, QT_RINGLESS) else RING
    return QRectF(widget.rect()).adjusted(room, room, -room, -room)


class _Frame(NamedTuple):
    """What a widget lies in, from the inside to the window, and where that is in the window."""

    origin: QPointF
    holders: tuple[tuple[QWidget, QRectF], ...]
    sight: QRectF
    scrolled: QWidget | None


def _frame(widget: QWidget, top: QWidget) -> _Frame:
    holders = []
    sight = _rect_in(widget, top)
    scrolled = None
    asked: QWidget | None = widget
    while asked is not None:
        rect = _rect_in(asked, top)
        holders.append((asked, rect))
        sight = sight.intersected(rect)
        if scrolled is None and _is_viewport(asked):
            scrolled = asked
        asked = None if asked is top else asked.parentWidget()
    return _Frame(holders[0][1].topLeft(), tuple(holders), sight, scrolled)


def _placed(widget: QWidget, text: str, place: QRectF, frame: _Frame) -> Placed:
    here = place.translated(frame.origin)
    return Placed(widget, text, here, here.intersected(frame.sight), frame.scrolled)


def _is_viewport(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def _rect_in(widget: QWidget, top: QWidget) -> QRectF:
    return QRectF(QRect(widget.mapTo(top, QPoint(0, 0)), widget.size()))


def _cut(widget: QWidget, line: Written) -> Iterator[str]:
    """Yield what falls off the widget that wrote it."""
    own = QRectF(widget.rect())
    sides = _sides(line.place, own)
    if _is_viewport(widget):
        sides = {side: by for side, by in sides.items() if side in ("left", "right")}
    if isinstance(widget, QLineEdit) and widget.toolTip() == widget.text():
        return
    for side, by in sides.items():
        yield f"{_name(widget)}: cut at its {side} by {by:.0f} px: {line.text!r}"


def _hidden(one: Placed, frame: _Frame) -> Iterator[str]:
    """Yield what falls off something that holds the widget."""
    scrolled = _is_viewport(one.owner)
    for holder, rect in frame.holders[1:]:
        if rect.contains(one.place):
            scrolled = scrolled or _is_viewport(holder)
            continue
        sides = _sides(one.place, rect)
        if scrolled or _is_viewport(holder):
            scrolled = True
            sides = {side: by for side, by in sides.items() if side in ("left", "right")}
        for side, by in sides.items():
            what = one.text or "the control itself"
            yield f"{_name(one.owner)}: off the {side} of {_name(holder)} by {by:.0f} px: {what!r}"
            return


def _sides(place: QRectF, room: QRectF) -> dict[str, float]:
    over = {
        "left": room.left() - place.left(),
        "right": place.right() - room.right(),
        "top": room.top() - place.top(),
        "bottom": place.bottom() - room.bottom(),
    }
    return {side: by for side, by in over.items() if by > SLACK}


def _elided(widget: QWidget, text: str) -> Iterator[str]:
    if ELLIPSIS not in text or any(text in whole for whole in _whole_texts(widget)):
        return
    start, _, end = text.partition(ELLIPSIS)
    tip = widget.toolTip()
    if not (tip and tip.startswith(start.strip()) and tip.endswith(end.strip())):
        yield f"{_name(widget)}: elided: {text!r}"


def _whole_texts(widget: QWidget) -> Iterator[str]:
    """Yield what the widget was given to show, where it says so."""
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    for ask in ("text", "placeholderText", "toPlainText"):
        for one in (widget, widget.parentWidget()):
            answer = getattr(one, ask, None)
            if callable(answer):
                yield " ".join(str(answer()).split())


def _sideways(widget: QWidget) -> Iterator[str]:
    content = widget.widget() if isinstance(widget, QScrollArea) else None
    if isinstance(widget, QScrollArea) and content is not None:
        by = content.width() - widget.viewport().width()
        if by > 0:
            yield f"{_name(widget)}: its content is {by} px wider than there is room for"


def _over_each_other(texts: Sequence[Placed]) -> Iterator[str]:
    for one, other in combinations(texts, 2):
        # Words of two widgets that touch are read as one sentence.
        room = 0.0 if one.owner is other.owner else LEAST_GAP
        shared = _shared(_wider(one, room), other)
        if shared:
            yield (
                f"{_name(one.owner)} and {_name(other.owner)}: over each other, {shared}: "
                f"{one.text!r} and {other.text!r}"
            )


def _over_controls(texts: Sequence[Placed], controls: Sequence[Placed]) -> Iterator[str]:
    for control in controls:
        for text in texts:
            inside = control.owner is text.owner or control.owner.isAncestorOf(text.owner)
            shared = "" if inside else _shared(text, control)
            if shared:
                yield f"{_name(text.owner)}: {shared} over {_name(control.owner)}: {text.text!r}"
    for one, other in combinations(controls, 2):
        within = one.owner.isAncestorOf(other.owner) or other.owner.isAncestorOf(one.owner)
        shared = "" if within else _shared(one, other)
        if shared:
            yield f"{_name(one.owner)} and {_name(other.owner)}: over each other, {shared}"


def _shared(one: Placed, other: Placed) -> str:
    """Return how large the place is that two have in common, '' when there is none."""
    if one.scrolled is other.scrolled:
        common = one.place.intersected(other.place)
    else:
        common = one.seen.intersected(other.seen)
    if common.width() <= SLACK or common.height() <= SLACK:
        return ""
    return f"{common.width():.0f} by {common.height():.0f} px"


def _wider(one: Placed, by: float) -> Placed:
    return one._replace(place=one.place.adjusted(-by, 0, by, 0))


def _name(widget: QWidget) -> str:
    """Return what a widget is, and in what it stands."""
    kinds = [type(widget).__name__]
    asked = widget.parentWidget()
    while asked is not None and len(kinds) < 4:
        if not type(asked).__name__.startswith("Q"):
            kinds.append(type(asked).__name__)
        asked = asked.parentWidget()
    said = widget.accessibleName()
    return " in ".join(kinds) + (f" '{said[:40]}'" if said else "")
