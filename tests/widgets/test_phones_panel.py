"""The window to set up the phones as it is seen and as the keyboard goes through it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.console.fitting import faults
from tests.widgets.phones_views import LONGEST, SCANNED, USUAL
from widgets.console.phones_panel import PhonesDialog
from widgets.console.qr_code import QrCode
from widgets.console.views_phones import PhonesView
from widgets.look import Look, set_look
from widgets.theme import Theme, load_fonts

Shown = Callable[..., PhonesDialog]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    made: list[PhonesDialog] = []

    def show(
        view: PhonesView,
        *,
        size: tuple[int, int] = (1100, 648),
        scale: float = 1.0,
        theme: Theme = "light",
    ) -> PhonesDialog:
        load_fonts()
        dialog = PhonesDialog()
        dialog.setModal(False)
        dialog.show_view(view)
        dialog.resize(*size)
        set_look(dialog, Look(scale=scale, theme=theme))
        with qtbot.waitActive(dialog):
            dialog.show()
        made.append(dialog)
        return dialog

    yield show
    for dialog in made:
        dialog.close()
        dialog.deleteLater()


@pytest.mark.parametrize("size", [(1100, 648), (1238, 810), (880, 576)])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("view", [USUAL, LONGEST], ids=["usual", "longest"])
def test_every_text_is_whole(
    shown: Shown, view: PhonesView, scale: float, size: tuple[int, int]
) -> None:
    dialog = shown(view, size=size, scale=scale)
    QApplication.processEvents()
    assert faults(dialog) == []


def test_tab_goes_through_it_as_it_is_read(shown: Shown) -> None:
    shown(USUAL)
    found: list[str] = []
    first = QApplication.focusWidget()
    assert first is not None
    while True:
        at = QApplication.focusWidget()
        assert at is not None
        found.append(at.accessibleName())
        QTest.keyClick(at, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
    assert found == [
        "Klaar",
        "Naam van de wifi",
        "Wachtwoord",
        "Adres voor telefoons",
        "Komt de telefoon er niet door?",
        "Er mogen nog mensen bij",
        "Printen",
        "Verberg de code",
        "Vorige code",
        "Volgende code",
        "Oude code",
        "Nieuwe code",
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_code_to_scan_is_dark_on_white_in_both_themes(shown: Shown, theme: Theme) -> None:
    dialog = shown(SCANNED, theme=theme)
    code = next(one for one in dialog.findChildren(QrCode) if one.isVisible())
    seen = code.grab().toImage()
    around = seen.pixelColor(seen.width() // 2, 6).lightness()
    middle = seen.pixelColor(seen.width() // 2, seen.height() // 2).lightness()
    assert around == 255
    assert middle < 80
    assert code.accessibleName()


def test_the_code_in_sight_is_told_letter_by_letter(shown: Shown) -> None:
    dialog = shown(USUAL)
    assert any(one.accessibleName() == "G 6 P X" for one in dialog.findChildren(QWidget))
