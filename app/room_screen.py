"""What the room sees: the projector's page of the session that is open, and its window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.desk import Desk
from app.projector_window import ProjectorWindow
from app.screens import Screens
from resources.catalogue import Catalogue
from widgets.projector.view import ProjectorView, RadarWidget
from widgets.theme import Theme, Zoom
from workshop_flows.projector import BlankPage, ProjectorPage


class RoomScreen(QObject):
    """Follows one session at a time; without one the room sees an empty page."""

    changed = Signal()
    """The room's picture appeared or went away."""
    told = Signal(object)

    def __init__(
        self,
        screens: Screens,
        texts: Catalogue,
        radar: Callable[[], RadarWidget],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = ProjectorView(texts, radar)
        self.window = ProjectorWindow(self._view, screens, texts)
        self.window.changed.connect(self.changed)
        self.window.told.connect(self.told)
        self._desk: Desk | None = None
        self._practising = False

    def follow(self, desk: Desk | None) -> None:
        """Show this session from now on; None: nothing, and no window."""
        if self._desk is not None:
            self._desk.changed.disconnect(self._show)
            self._desk.counted.disconnect(self._show)
        self._desk = desk
        self._practising = False
        if desk is None:
            self._view.show_page(BlankPage())
            self.window.turn_off()
        else:
            desk.changed.connect(self._show)
            desk.counted.connect(self._show)
            self._show()

    def show_practice(self, page: ProjectorPage, texts: Catalogue) -> None:
        """Show a page that belongs to no session, in place of the session's, until the end."""
        self._practising = True
        self._view.set_texts(texts)
        self._view.show_page(page)

    def end_practice(self) -> None:
        """Show the session again, or nothing where there is none."""
        self._practising = False
        if self._desk is None:
            self._view.show_page(BlankPage())
        else:
            self._show()

    def set_look(self, *, theme: Theme, zoom: Zoom, reduced_motion: bool) -> None:
        self._view.set_theme(theme)
        self._view.set_zoom(zoom)
        self._view.set_reduced_motion(reduced=reduced_motion)

    def set_texts(self, texts: Catalogue) -> None:
        """Give the window's own title another language; the room's is the session's."""
        self.window.set_texts(texts)

    @Slot()
    def _show(self) -> None:
        if self._desk is not None and self._desk.is_live and not self._practising:
            self._view.set_texts(self._desk.room.texts)
            self._view.show_page(self._desk.projector_page)
