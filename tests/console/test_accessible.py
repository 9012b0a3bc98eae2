"""At every moment: whatever can have the keyboard says to a reader what it is."""

from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from tests.screenshots.pages import pages
from tests.screenshots.shot import PAGES
from tests.screenshots.stage import Stage
from widgets.console.paper_sheets import PaperSheets

SILENT: Final = frozenset({QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane})
"""What a reader calls a piece of window that nobody gave a part to play."""
PICTURES: Final = (PaperSheets,)
"""Qt has no part for a picture that can be turned and scrolled; its name says it all."""


def unnamed(top: QWidget) -> list[str]:
    """Return what can have the keyboard and tells a reader nothing."""
    found = []
    for widget in top.findChildren(QWidget):
        if not widget.isVisibleTo(top) or not _takes_keyboard(widget):
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        name = told.text(QAccessible.Text.Name) if told is not None else ""
        role = told.role() if told is not None else QAccessible.Role.NoRole
        nameless = not name.strip()
        if nameless or (role in SILENT and not isinstance(widget, PICTURES)):
            found.append(f"{type(widget).__name__} ({role.name}) '{name}'")
    return found


def _takes_keyboard(widget: QWidget) -> bool:
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    inner = isinstance(widget.parentWidget(), QAbstractScrollArea)
    return tabbed and widget.isEnabled() and widget.focusProxy() is None and not inner


@pytest.mark.long
@pytest.mark.parametrize("group", [PAGES, "2", "3", "9", "again"])
def test_every_control_has_a_name_and_a_role(group: str, tmp_path: Path, qapp: object) -> None:
    stage = Stage(tmp_path, "nl", radar=False)
    shown = pages(stage) if group == PAGES else stage.moments(group)
    found = {f"{seen.name}: {one}" for seen in shown for one in unnamed(seen.top)}
    stage.close()
    assert sorted(found) == []


def test_a_control_without_a_name_is_found(qapp: object) -> None:
    top = QWidget()
    part = QWidget(top)
    part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    assert unnamed(top) == ["QWidget (Client) ''"]
    top.deleteLater()
