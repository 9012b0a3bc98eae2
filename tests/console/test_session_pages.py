"""The pages of a session are made when they are needed, and all go with it."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from app.session_pages import SessionPages
from tests.console.desks import desk
from tests.core.builders import setup
from widgets.radar_canvas import RadarCanvas
from workshop_flows.vocabulary import Step

OF_A_SESSION = [step for step in Step if step is not Step.PREPARE]


def test_only_pages_that_are_asked_for_are_made(qtbot: QtBot) -> None:
    pages = SessionPages(desk(setup()), RadarCanvas)
    assert list(pages) == []
    page = pages[Step.WELCOME]
    assert pages[Step.WELCOME] is page
    assert list(pages) == [Step.WELCOME]
    pages.close()


def test_preparing_has_no_page_here(qtbot: QtBot) -> None:
    assert SessionPages(desk(setup()), RadarCanvas).get(Step.PREPARE) is None


@pytest.mark.parametrize("step", OF_A_SESSION)
def test_every_page_goes_with_the_session(qtbot: QtBot, step: Step) -> None:
    pages = SessionPages(desk(setup()), RadarCanvas)
    page = pages[step]
    side = getattr(page, "side", None)
    parts = [one for one in (page, page.widget, side) if isinstance(one, QObject)]
    pages.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(parts) >= 2
    assert not any(Shiboken.isValid(one) for one in parts)
    assert list(pages) == []
