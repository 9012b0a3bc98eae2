"""Cards, notices, scrolling, progress, the one question, and that nothing is ever cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from resources.catalogue import catalogue
from tests.screenshots.controls import control_sheets
from tests.screenshots.specimens import pressed, still, typed
from tests.widgets.control_window import colours_in, focused, picture, pops_up, press, shown
from widgets.controls.ask import Answer, Question, QuestionWindow, ask
from widgets.controls.ball import Ball
from widgets.controls.button import Button, Kind
from widgets.controls.card import Card, CardKind
from widgets.controls.field import Field
from widgets.controls.notice_bar import Notice, NoticeBar
from widgets.controls.pill import Pill, PillKind
from widgets.controls.progress import Progress
from widgets.controls.scroll import Scroll
from widgets.controls.text import Text, TextKind
from widgets.look import RING, Look, line_up, look_of, set_look
from widgets.theme import Theme, colours

WORDS = catalogue("nl")


def every_control() -> list[QWidget]:
    return [make() for group in (pressed, typed, still) for _, make in group(WORDS)]


@pytest.mark.parametrize("kind", CardKind)
def test_a_card_has_the_colours_of_its_kind(qtbot: QtBot, kind: CardKind) -> None:
    card = Card()
    card.body.addWidget(Text("Klaar"))
    window = shown(qtbot, card)
    card.set_kind(kind)
    fill, edge, _ = kind.value
    for theme in ("light", "dark"):
        set_look(window, Look(theme=theme))
        wanted = {getattr(colours(theme), role).upper() for role in (fill, edge) if role}
        assert wanted <= colours_in(picture(card))


@pytest.mark.parametrize("kind", PillKind)
def test_a_pill_has_the_colours_of_its_kind(qtbot: QtBot, kind: PillKind) -> None:
    pill = Pill("bezig")
    shown(qtbot, pill)
    pill.set_kind(kind)
    assert getattr(colours("light"), kind.value[0]).upper() in colours_in(picture(pill))


def test_what_lines_up_leaves_the_room_of_a_ring(qtbot: QtBot) -> None:
    text = Text("Hoi")
    shown(qtbot, text)
    before = text.sizeHint().width()
    line_up(text)
    assert text.sizeHint().width() == before + 2 * RING


def test_text_is_never_mark_up(qtbot: QtBot) -> None:
    text = Text("<b>vet</b>", TextKind.SMALL)
    shown(qtbot, text)
    assert text.textFormat() is Qt.TextFormat.PlainText
    assert text.text() == "<b>vet</b>"


def test_a_ball_is_fuller_for_a_higher_answer(qtbot: QtBot) -> None:
    balls = [Ball(answer) for answer in (1, 2, 3, 4, 5)]
    shown(qtbot, *balls)
    ink = colours("light").ink.upper()
    inked = [
        sum(
            image.pixelColor(x, y).name().upper() == ink
            for x in range(image.width())
            for y in range(image.height())
        )
        for image in map(picture, balls)
    ]
    assert inked == sorted(set(inked))


def test_progress_is_read_out_and_kept_between_nothing_and_all(qtbot: QtBot) -> None:
    bar = Progress("Tijd")
    shown(qtbot, bar)
    for part, shown_part in ((-1.0, 0), (0.3, 300), (7.0, 1000)):
        bar.set_part(part)
        assert bar.value() == shown_part
    read = QAccessible.queryAccessibleInterface(bar)
    assert read.role() == QAccessible.Role.ProgressBar
    assert read.text(QAccessible.Text.Name) == "Tijd"


def test_a_notice_is_shown_acted_on_and_put_away(qtbot: QtBot) -> None:
    bar = NoticeBar(WORDS)
    shown(qtbot, bar)
    assert not bar.isVisible()
    bar.show_notice(Notice(text="De beamer is weg.", kind="warn", action="Opnieuw"))
    assert bar.isVisible()
    assert colours("light").warn_soft.upper() in colours_in(picture(bar))
    act, dismiss = bar.findChildren(Button)
    with qtbot.waitSignal(bar.acted):
        QTest.mouseClick(act, Qt.MouseButton.LeftButton)
    assert bar.isVisible()
    with qtbot.waitSignal(bar.dismissed):
        QTest.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_notice_without_an_action_has_no_button_for_it(qtbot: QtBot) -> None:
    bar = NoticeBar(WORDS)
    shown(qtbot, bar)
    bar.show_notice(Notice(text="Bewaard."))
    assert [one.accessibleName() for one in bar.findChildren(Button) if one.isVisible()] == [
        "Sluit deze melding"
    ]
    with qtbot.assertNotEmitted(bar.dismissed):
        bar.show_notice(None)
    assert not bar.isVisible()


def long_column() -> tuple[Scroll, list[Field]]:
    content = QWidget()
    column = QVBoxLayout(content)
    fields = [Field(f"Veld {number}") for number in range(20)]
    for field in fields:
        column.addWidget(field)
    return Scroll(content), fields


def in_view(scroll: Scroll, widget: QWidget) -> bool:
    top = widget.mapTo(scroll.viewport(), widget.rect().topLeft()).y()
    return top >= 0 and top + widget.height() <= scroll.viewport().height()


def test_what_gets_the_keyboard_comes_into_view_with_its_label(qtbot: QtBot) -> None:
    scroll, fields = long_column()
    window = shown(qtbot, scroll)
    window.resize(400, 300)
    assert not in_view(scroll, fields[15])
    fields[15].take_focus()
    assert in_view(scroll, fields[15])
    for _ in range(15):
        press(Qt.Key.Key_Backtab)
    assert in_view(scroll, fields[0])


def test_a_column_scrolls_up_and_down_only_and_is_never_cut_at_the_right(qtbot: QtBot) -> None:
    scroll, fields = long_column()
    window = shown(qtbot, scroll, look=Look(scale=2.0))
    window.resize(window.minimumSizeHint())
    assert scroll.horizontalScrollBar().maximum() == 0
    assert fields[0].width() >= fields[0].minimumSizeHint().width()
    assert not scroll.horizontalScrollBar().isVisible()


QUESTION = Question(
    title="Wil je nu stoppen?",
    text="Alles wat je typte is bewaard.",
    answers=(
        Answer(key="wait", text="Nog niet"),
        Answer(key="stop", text="Stop de sessie", kind=Kind.PRIMARY),
    ),
    cancel="wait",
)


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ([Qt.Key.Key_Return], "stop"),
        ([Qt.Key.Key_Left, Qt.Key.Key_Return], "wait"),
        ([Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space], "stop"),
        ([Qt.Key.Key_Tab, Qt.Key.Key_Return], "wait"),
        ([Qt.Key.Key_Escape], "wait"),
    ],
)
def test_a_question_is_answered_with_the_keyboard(
    qtbot: QtBot, keys: list[Qt.Key], answer: str
) -> None:
    asked = asked_on_screen(qtbot, QUESTION)
    for key in keys:
        press(key)
    assert asked.answer == answer
    assert not asked.isVisible()


def asked_on_screen(qtbot: QtBot, question: Question) -> QuestionWindow:
    asked = QuestionWindow(question)
    qtbot.addWidget(asked, before_close_func=lambda _: asked)
    with qtbot.waitExposed(asked):
        asked.show()
    asked.activateWindow()
    qtbot.waitUntil(asked.isActiveWindow)
    return asked


def test_a_question_has_the_look_of_the_window_that_asks(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(qtbot, Text("Sessie"), look=Look(theme="dark", scale=1.5))
    looks: list[Look] = []

    def answered(asked: QuestionWindow) -> int:
        looks.append(look_of(asked))
        asked.findChildren(Button)[1].click()
        return 1

    monkeypatch.setattr(QuestionWindow, "exec", answered)
    assert ask(window, QUESTION) == "stop"
    assert looks == [Look(theme="dark", scale=1.5)]


def test_without_a_next_step_the_keyboard_is_on_the_answer_that_changes_nothing(
    qtbot: QtBot,
) -> None:
    answers = (Answer(key="gone", text="Gooi weg"), Answer(key="keep", text="Bewaar"))
    asked_on_screen(qtbot, Question(title="Weg?", text="", answers=answers, cancel="keep"))
    assert focused().accessibleName() == "Bewaar"


def labels(widget: QWidget) -> Iterator[QLabel]:
    yield from (one for one in widget.findChildren(QLabel) if one.isVisible() and one.text())
    if isinstance(widget, QLabel):
        yield widget


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_at_its_narrowest_no_text_is_cut(qtbot: QtBot, scale: float) -> None:
    controls = every_control()
    window = shown(qtbot, *controls, look=Look(scale=scale))
    column = window.layout()
    assert column is not None
    width = window.minimumSizeHint().width()
    window.resize(width, column.totalHeightForWidth(width))
    QApplication.processEvents()
    for control in controls:
        assert control.width() >= control.minimumSizeHint().width(), control
        for label in labels(control):
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= needed, label.text()
            assert label.width() >= label.minimumSizeHint().width(), label.text()


def test_what_the_keyboard_comes_to_has_a_name_and_a_ring(qtbot: QtBot) -> None:
    controls = every_control()
    before = Button("Eerst")
    shown(qtbot, before, *controls)
    before.setFocus()
    press(Qt.Key.Key_Tab)
    reached = set()
    while focused() is not before:
        here = focused()
        control = next(one for one in controls if one is here or one.isAncestorOf(here))
        reached.add(id(control))
        assert QAccessible.queryAccessibleInterface(here).text(QAccessible.Text.Name)
        assert colours("light").focus.upper() in colours_in(picture(control))
        press(Qt.Key.Key_Tab)
        assert focused() is not here
    usable = len([*pressed(WORDS), *typed(WORDS)]) + 3
    assert len(reached) == usable, "all that can be used, and the three notices"


@pops_up
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_sheets_show_every_control(qtbot: QtBot, theme: Theme) -> None:
    sheets = dict(control_sheets(theme, 1.0))
    assert len(sheets) == 4
    paper = colours(theme).paper
    assert all(sheet.pixelColor(0, 0).name().upper() == paper for sheet in sheets.values())
