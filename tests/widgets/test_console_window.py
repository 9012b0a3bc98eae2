"""The window of the facilitator: its bars and columns hold at every size."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from resources.catalogue import catalogue
from widgets.console.agenda_row import RowLine
from widgets.console.session_view import SessionView
from widgets.console.views_frame import (
    AgendaRow,
    AgendaView,
    BottomView,
    CounterView,
    Hint,
    PreviewView,
    SideView,
    TimerView,
    TopView,
)
from widgets.console.window import ConsoleWindow
from widgets.controls.button import Button
from widgets.controls.notice_bar import Notice
from widgets.look import Look, set_look
from workshop_flows.state import Position
from workshop_flows.vocabulary import Step

NL = catalogue("nl")
COMPANY = "Garage, carrosserie en bandenservice De Brug en Zonen Noord-Holland Noord B.V. "
HERE = Position(step=Step.VOTE)
SIZES = [(1280, 720, 1.0), (1280, 720, 1.5), (1440, 900, 1.0), (1440, 900, 1.75)]


def row(title: str, **more: object) -> AgendaRow:
    usual = AgendaRow(title=title, spoken=title, to=HERE, done="later", minutes="14 min")
    return replace(usual, **more)


ROWS = (
    *(row("Dit doen we al", done="done") for _ in range(3)),
    row("21 stellingen", done="now", opened=True),
    *(
        row(
            "We hebben een plan", number=str(n), within=True, minutes="", balls=(True, False, False)
        )
        for n in range(1, 8)
    ),
    *(row("Onze leerafspraak") for _ in range(9)),
)
AGENDA = AgendaView(
    title="Programma",
    length="90 minuten",
    rows=ROWS,
    left="42 min over",
    left_short="42 min",
    spoken="42 min over, 12 min achter",
    course="12 min achter",
    ends="klaar om 15:20",
    part=0.4,
    part_name="tijd",
)
SIDE = SideView(
    preview=PreviewView(title="Nu op de beamer", theme="licht", theme_icon="sun"),
    counter=CounterView(number="37 van de 50", words="gestemd"),
    timer=TimerView(
        clock="12:10",
        words="tijd is om",
        pause_icon="pause",
        pause_name="Pauze",
        pause_key="P",
        more="+1 min",
        more_name="Meer",
        more_key="+",
    ),
    secret="Jij ziet de uitslag ook pas bij het tonen.",
)
BOTTOM = BottomView(
    next="Toon de uitslag van ‘We hebben een plan’",
    next_key="Ctrl Enter",
    back="Terug",
    hints=tuple(Hint(key="Ctrl Enter", words="ongedaan maken") for _ in range(4)),
)


@pytest.fixture
def window(qapp: object) -> Iterator[ConsoleWindow]:
    made = ConsoleWindow(NL)
    made.show_top(
        TopView(
            company=COMPANY,
            projector="Beamer leeg",
            blank="Scherm weer aan",
            blank_key="Ctrl B",
        )
    )
    made.show_bottom(BOTTOM)
    yield made
    made.close()
    made.deleteLater()


def fill(window: ConsoleWindow) -> SessionView:
    view = SessionView(QWidget())
    view.agenda.show_view(AGENDA)
    view.side.show_view(SIDE)
    view.show_page(QLabel("page"))
    window.show_page(view)
    return view


def cut(top: QWidget) -> list[str]:
    """Return every text and control in sight that has less room than it needs."""
    found = []
    for one in top.findChildren(QWidget):
        if not one.isVisible() or not isinstance(one, QLabel | Button | RowLine):
            continue
        text = one.text()
        need = one.minimumSizeHint()
        if isinstance(one, QLabel) and one.wordWrap():
            fits = one.heightForWidth(one.width()) <= one.height()
        else:
            fits = need.width() <= one.width() and need.height() <= one.height()
        if text and not (fits and _is_inside(one, top)):
            found.append(text)
    return found


def _is_inside(one: QWidget, top: QWidget) -> bool:
    """Tell whether nothing of it lies outside what holds it (a column may be scrolled)."""
    around = one.parentWidget()
    while around is not None and around is not top:
        place = one.rect().translated(one.mapTo(around, QPoint(0, 0)))
        scrolls = isinstance(around.parentWidget(), QScrollArea)
        wide = place.left() >= 0 and place.right() < around.width()
        if not wide or (not scrolls and place.bottom() >= around.height()):
            return False
        if scrolls:
            one, around = around, around.parentWidget()
        around = around.parentWidget() if around is not None else None
    return True


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_no_text_is_cut(window: ConsoleWindow, width: int, height: int, scale: float) -> None:
    set_look(window, Look(scale=scale))
    fill(window)
    window.resize(width, height)
    window.show()
    QApplication.processEvents()
    assert (window.width(), window.height()) == (width, height)
    assert cut(window) == []


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_the_centre_keeps_the_most_room(
    window: ConsoleWindow, width: int, height: int, scale: float
) -> None:
    set_look(window, Look(scale=scale))
    view = fill(window)
    window.resize(width, height)
    window.show()
    QApplication.processEvents()
    page = next(one for one in view.findChildren(QLabel) if one.text() == "page")
    assert page.width() >= 520
    assert page.width() > view.side.width()


def test_a_small_window_keeps_the_last_hint(window: ConsoleWindow) -> None:
    hints = (*BOTTOM.hints[:3], Hint(key="F1", words="alle toetsen"))
    window.show_bottom(replace(BOTTOM, hints=hints))
    fill(window)
    window.resize(1280, 720)
    window.show()
    QApplication.processEvents()
    shown = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    assert "alle toetsen" in shown
    assert shown.count("ongedaan maken") < 3


def test_a_button_that_cannot_be_pressed_says_why(window: ConsoleWindow) -> None:
    window.show_bottom(replace(BOTTOM, reason="Eerst nog: tijd en geld", note="Eerst nog"))
    button = next(one for one in window.findChildren(Button) if one.text() == BOTTOM.next)
    assert not button.isEnabled()
    assert button.accessibleDescription() == "Eerst nog: tijd en geld"


def test_what_a_person_asks_is_told(window: ConsoleWindow) -> None:
    told: list[str] = []
    for name in ("next", "back", "blank", "settings"):
        getattr(window, f"{name}_asked").connect(_teller(told, name))
    for button in window.findChildren(Button):
        if button.parentWidget() is not None and button.accessibleName():
            button.click()
    assert sorted(told) == ["back", "blank", "next", "settings"]


def _teller(told: list[str], name: str) -> object:
    return lambda *_: told.append(name)


def test_a_notice_comes_and_goes(window: ConsoleWindow) -> None:
    fill(window)
    window.show()
    window.show_notice(Notice(text="Er loopt nog een stemming.", kind="warn"))
    assert window.notice() is not None
    window.show_notice(None)
    assert window.notice() is None


def test_a_page_without_a_bar_has_none(window: ConsoleWindow) -> None:
    page = QWidget()
    window.show_page(page)
    window.show_bottom(None)
    window.show()
    assert not any(one.isVisible() for one in window.findChildren(Button) if one.text() == "Terug")
    assert window.page() is page


def test_a_jump_says_where_to(window: ConsoleWindow) -> None:
    view = fill(window)
    told: list[object] = []
    view.jump_asked.connect(told.append)
    view.agenda.findChildren(RowLine)[0].click()
    assert told == [HERE]
