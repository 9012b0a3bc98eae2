"""Pictures of what the room sees: every moment of a session, and sample pages of long texts."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from app.presenters.pages import projector_page
from reports.radar_artists import RadarArtists
from resources.catalogue import catalogue
from tests.screenshots.shot import SAMPLES, Kind, Shot
from tests.screenshots.stage import walk
from tests.widgets.sample_pages import sample_pages
from widgets.projector.view import ProjectorView
from widgets.radar_canvas import RadarCanvas
from workshop_flows.projector import ProjectorPage
from workshop_flows.vocabulary import Language

PATIENCE_MS = 5000


def projector_shots(kind: Kind, only: str = "") -> Iterator[Shot]:
    """Yield a picture of every page whose name starts with `only`."""
    view = ProjectorView(catalogue(kind.language), _radar)
    view.resize(*kind.size)
    view.set_theme(kind.theme)
    view.set_zoom(kind.zoom)
    view.set_reduced_motion(reduced=True)
    view.show()
    for name, page in room_pages(kind.group, kind.language):
        if name.startswith(only):
            view.show_page(page)
            _settle(view)
            yield Shot(kind, name, view.grab().toImage())
    view.close()
    view.deleteLater()


def room_pages(group: str, language: Language) -> Iterator[tuple[str, ProjectorPage]]:
    """Yield every page of a session, or every sample page, with its name."""
    if group == SAMPLES:
        yield from sample_pages(language).items()
        return
    for name, desk in walk(group, language).moments():
        yield name, projector_page(desk.room)


def _radar() -> RadarCanvas:
    radar = RadarCanvas()
    radar.set_painter(RadarArtists())
    return radar


def _settle(view: ProjectorView) -> None:
    """Wait until nothing in the view waits: after a resize the radar draws a little later."""
    view.repaint()
    for _ in range(PATIENCE_MS // 10):
        if not any(timer.isActive() for timer in view.findChildren(QTimer)):
            return
        QTest.qWait(10)
    raise TimeoutError("the page does not come to rest")
