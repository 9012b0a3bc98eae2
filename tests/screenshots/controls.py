"""Pictures of every control in every state: one sheet per group, theme and size of text."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QSizePolicy, QWidget

from resources.catalogue import Catalogue, catalogue
from tests.screenshots.specimens import TODAY, TRADES, pressed, still, typed
from widgets.controls.ask import Answer, Question, QuestionWindow
from widgets.controls.button import Kind
from widgets.controls.date_field import DateField
from widgets.controls.select import Select
from widgets.look import Look, set_look
from widgets.theme import Theme, colours, font

WIDTH = 1440
GAP = 20
NAME = 190


def control_sheets(
    theme: Theme, scale: float, language: str = "nl"
) -> Iterator[tuple[str, QImage]]:
    """Yield the name and the picture of each sheet."""
    words = catalogue(language)
    look = Look(theme=theme, scale=scale, reduced_motion=True)
    for name, group in (("pressed", pressed), ("typed", typed), ("still", still)):
        rows = [(one, _states(make, look, name)) for one, make in group(words)]
        yield f"controls-{name}-{theme}-{scale}", _sheet(rows, look)
    yield f"controls-popups-{theme}-{scale}", _sheet(_popups(words, look), look)


def _states(make: Callable[[], QWidget], look: Look, group: str) -> list[QPixmap]:
    """Return the pictures of one control: as it is, under the mouse, pressed, focused, off."""
    host = QWidget()
    palette = host.palette()
    palette.setColor(palette.ColorRole.Window, QColor(colours(look.theme).paper))
    host.setPalette(palette)
    control = make()
    control.setParent(host)
    control.move(0, 0)
    set_look(host, look)
    host.show()
    host.activateWindow()
    control.show()
    _fit(control, look, group)
    host.resize(control.size())
    states = [_calm] if group == "still" else [_calm, _hovered, _down, _focused, _off]
    pictures = []
    for state in states:
        state(control)
        QApplication.processEvents()
        pictures.append(host.grab())
    host.close()
    host.deleteLater()
    return pictures


def _fit(control: QWidget, look: Look, group: str) -> None:
    control.ensurePolished()
    hint = control.sizeHint()
    widest = round({"pressed": 230, "typed": 226, "still": 420}[group] * look.scale)
    width = max(control.minimumSizeHint().width(), min(hint.width(), widest))
    fixed = control.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
    if group == "typed" or (hint.width() < 100 and not fixed):
        width = max(width, widest)
    if control.sizePolicy().hasHeightForWidth():
        height = control.heightForWidth(width)
    else:
        height = hint.height()
    layout = control.layout()
    if layout is not None and layout.hasHeightForWidth():
        height = layout.totalHeightForWidth(width)
    if control.maximumHeight() < 10_000:
        height = control.maximumHeight()
    control.resize(width, height)


def _calm(control: QWidget) -> None:
    # Only then it is the active window, with the focus somewhere.
    QApplication.processEvents()
    _take_mouse_away(control)
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()


def _hovered(control: QWidget) -> None:
    for one in (control, *control.findChildren(QAbstractButton)):
        one.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        one.update()
    control.update()


def _down(control: QWidget) -> None:
    for one in (control, *control.findChildren(QAbstractButton)):
        if isinstance(one, QAbstractButton):
            one.setDown(True)
    control.update()


def _focused(control: QWidget) -> None:
    _take_mouse_away(control)
    for one in (control, *control.findChildren(QAbstractButton)):
        if isinstance(one, QAbstractButton):
            one.setDown(False)
    control.setFocus()
    if not control.hasFocus():
        control.focusNextChild()


def _take_mouse_away(control: QWidget) -> None:
    for one in (control, *control.findChildren(QWidget)):
        one.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        one.update()


def _off(control: QWidget) -> None:
    control.setEnabled(False)


def _popups(words: Catalogue, look: Look) -> list[tuple[str, list[QPixmap]]]:
    host = QWidget()
    set_look(host, look)
    select = Select("Wat doet het bedrijf?", parent=host)
    select.set_options(TRADES)
    select.set_chosen("Bouw")
    select.resize(round(320 * look.scale), select.sizeHint().height())
    day = DateField("We kijken terug op", words, parent=host)
    day.set_today(TODAY)
    day.set_range(TODAY, None)
    host.show()
    made = []
    for name, opened in (("Select", partial(_open, select)), ("DateField", day.open_calendar)):
        opened()
        QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            made.append((name, [popup.grab()]))
            popup.close()
    host.close()
    host.deleteLater()
    made.append(("ask", [_question(look)]))
    return made


def _open(select: Select) -> None:
    for combo in select.findChildren(QComboBox):
        combo.showPopup()


def _question(look: Look) -> QPixmap:
    answers = (
        Answer(key="wait", text="Nog niet"),
        Answer(key="stop", text="Stop de sessie", kind=Kind.PRIMARY),
    )
    text = "Alles wat je typte is bewaard. Je kunt straks verder waar je was."
    window = QuestionWindow(
        Question(title="Wil je nu stoppen?", text=text, answers=answers, cancel="wait")
    )
    set_look(window, look)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    picture = window.grab()
    window.close()
    window.deleteLater()
    return picture


def _sheet(rows: list[tuple[str, list[QPixmap]]], look: Look) -> QImage:
    ink = colours(look.theme)
    width = max(WIDTH, NAME + max(sum(one.width() + GAP for one in row) for _, row in rows))
    height = GAP + sum(max(one.height() for one in row) + GAP for _, row in rows)
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    sheet.fill(QColor(ink.paper))
    painter = QPainter(sheet)
    painter.setPen(QColor(ink.ink_2))
    painter.setFont(font(14))
    y = GAP
    for name, pictures in rows:
        painter.drawText(QPoint(GAP, y + 18), name)
        x = NAME
        for picture in pictures:
            painter.drawPixmap(x, y, picture)
            x += picture.width() + GAP
        y += max(one.height() for one in pictures) + GAP
    painter.end()
    return sheet
