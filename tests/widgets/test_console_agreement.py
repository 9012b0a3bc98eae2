"""The page of the agreement as a widget: passive, whole at every size, reached in order."""

import datetime
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.presenters.console.agreement import Editing, agreement_view
from resources.catalogue import catalogue
from tests.console.desks import desk
from tests.core.builders import DAY, setup
from widgets.console.agreement import AgreementPageWidget
from widgets.console.agreement_side import AgreementSide
from widgets.console.tab_order import stop_after
from widgets.console.views_agreement import AgreementView, Part, Place
from widgets.controls.scroll import Scroll
from widgets.look import Look, set_look
from widgets.theme import load_fonts
from workshop_flows import commands
from workshop_flows.state import Draft
from workshop_flows.views import Afspraak
from workshop_flows.vocabulary import AxisId

SHORT = Afspraak(
    title="Elke donderdag samen leren",
    axis=AxisId.G2,
    who="Youssef",
    first_step="Kees zet het in de planning.",
    first_step_date=DAY + datetime.timedelta(days=2),
    hours=10,
    euros=1280,
    evidence="Iedereen zet een hybride veilig uit.",
    obligatory=True,
)
LONG = ("Wij leren elke donderdag samen hoe je een hybride veilig uitzet. " * 8)[:500]
ALL_LONG = replace(
    SHORT,
    **dict.fromkeys(("title", "who", "first_step", "evidence", "result", "yields", "needs"), LONG),
)
LOOKS = (Look(), Look(theme="dark", scale=1.5), Look(scale=1.75))
Made = Callable[..., tuple[AgreementPageWidget, AgreementSide]]


def view(*afspraken: Afspraak, language: str = "nl", opened: int | None = 1) -> AgreementView:
    change = commands.ChangeAgreement(draft=Draft(afspraken=afspraken, team_promise=LONG))
    led = desk(setup(), change, language=language)
    return agreement_view(led.room, led.texts, Editing(opened=opened, more=True))


@pytest.fixture
def made(qtbot: QtBot) -> Made:
    """Show page and panel with a view, in a window as wide as the console gives them."""
    windows: list[QWidget] = []

    def make(
        shown: AgreementView, look: Look | None = None, *, width: int = 560, language: str = "nl"
    ) -> tuple[AgreementPageWidget, AgreementSide]:
        load_fonts()
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        words = catalogue(language)
        page = AgreementPageWidget(words, window)
        side = AgreementSide(words)
        around = Scroll(side, window)
        page.setGeometry(0, 0, width, 560)
        around.setGeometry(width, 0, 330, 560)
        set_look(window, look or Look())
        page.show_view(shown)
        side.show_view(shown.checks)
        window.resize(width + 330, 700)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        for _ in range(4):
            QApplication.processEvents()
        return page, side

    return make


def too_small(top: QWidget) -> list[str]:
    """Return what is shown in less room than it needs."""
    found = []
    for one in top.findChildren(QWidget):
        if not one.isVisible() or isinstance(one, QScrollArea):
            continue
        if isinstance(one, QLabel | QAbstractButton) and one.hasHeightForWidth():
            if one.heightForWidth(one.width()) > one.height():
                found.append(one.accessibleName() or one.text())
        elif isinstance(one, QAbstractButton | QLabel) and one.sizeHint().width() > one.width():
            found.append(one.accessibleName() or one.text())
        elif isinstance(one, QPlainTextEdit):
            room = QRect(0, 0, one.viewport().width(), 10_000)
            wrapped = Qt.TextFlag.TextWordWrap
            needed = one.fontMetrics().boundingRect(room, wrapped, one.toPlainText())
            if needed.height() > one.viewport().height() + 2:
                found.append(one.toPlainText())
    return found


@pytest.mark.parametrize(
    ("look", "language", "width"),
    [(LOOKS[0], "nl", 560), (LOOKS[0], "en", 700), (LOOKS[1], "nl", 560), (LOOKS[2], "en", 560)],
)
def test_nothing_is_cut_however_long_the_texts_and_narrow_the_window(
    made: Made, look: Look, language: str, width: int
) -> None:
    shown = view(ALL_LONG, SHORT, replace(SHORT, title=None), language=language)
    page, side = made(shown, look, width=width, language=language)
    assert too_small(page) == []
    assert too_small(side) == []
    area = page.findChildren(QScrollArea)[0]
    content = area.widget()
    assert content is not None
    assert content.width() <= area.viewport().width()


def test_showing_says_nothing_to_anyone(made: Made) -> None:
    page, side = made(view(SHORT))
    said: list[object] = []
    for signal in (page.edited, page.opened, page.more_asked, page.shifted, page.removed):
        signal.connect(said.append)
    side.chosen.connect(said.append)
    page.show_view(view(ALL_LONG, SHORT, opened=2))
    page.show_view(view())
    assert said == []


def test_tab_goes_through_the_fields_as_they_are_read(made: Made) -> None:
    page, _ = made(view(SHORT, SHORT))
    current = page.go_to(Place(part=Part.TITLE, afspraak=1))
    assert current is not None
    current = QApplication.focusWidget()
    places = []
    for _ in range(14):
        assert current is not None
        if isinstance(current, QLineEdit | QPlainTextEdit):
            where = current.mapTo(page, QPoint(0, 0))
            places.append((where.y() // 30, where.x()))
        current = stop_after(page.window(), current, forward=True)
    assert places == sorted(places)
    assert len(places) > 9


def test_all_that_can_be_reached_has_a_name(made: Made) -> None:
    page, side = made(view(SHORT, SHORT))
    reached = [
        one
        for top in (page, side)
        for one in top.findChildren(QWidget)
        if one.isVisible()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
    ]
    assert len(reached) > 20
    assert [one for one in reached if not one.accessibleName()] == []


def test_completions_hold_fifty_names(made: Made) -> None:
    names = tuple(f"Naam {number}" for number in range(1, 51))
    page, _ = made(replace(view(SHORT), names=names))
    page.go_to(Place(part=Part.WHO, afspraak=1))
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.completer().model().rowCount() == 50


def test_a_line_that_is_closed_tells_who_when_and_what_it_costs() -> None:
    card = view(SHORT, opened=None).cards[0]
    assert card.second == "Youssef · eerste stap vr 13 nov · 10 uur, € 1.280"
    assert card.state == "compleet, dicht"


def test_without_an_owner_nobody_is_asked_to_promise_for_one() -> None:
    led = desk(setup(staff=9, owners=0, owner_apart=False))
    assert agreement_view(led.room, led.texts, Editing()).owner is None
    led = desk(setup(owners=2))
    assert agreement_view(led.room, led.texts, Editing()).owner == "De eigenaren beloven"
