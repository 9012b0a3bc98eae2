"""The frame of a session: programme, preview, time and bars around the page of each step."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.console.bottom import bottom_view, own_words
from app.console.columns import Columns
from app.console.help import show_help
from app.console.page import Page
from app.desk import Desk
from app.keyboard import is_typed_in
from app.keys import Intent
from app.presenters.console import frame as words
from app.timetable import Planned, timetable
from app.timing import Timing
from widgets.console.session_view import SessionView
from widgets.console.window import ConsoleWindow
from widgets.controls.notice_bar import Notice
from widgets.projector.view import ProjectorView, RadarWidget
from widgets.theme import Theme, Zoom
from workshop_flows.state import Position, StatementSubject
from workshop_flows.vocabulary import Step

Offers = Mapping[Intent, Callable[[], None]]


class SessionFrame(QObject):
    """Leads the page in sight and fills everything around it; the state is the truth.

    A page may have more than its protocol asks: `side` (a widget under the preview), `note`
    (words beside the big button), `big` (what the big button says, when the page itself
    offers NEXT), `reason` (why it can't be pressed now), `whole` (True: it stands between
    the bars, without the columns) and `hint_words` (what its keys do, by intent).
    """

    settings_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        window: ConsoleWindow,
        timing: Timing,
        pages: Mapping[Step, Page],
        *,
        radar: Callable[[], RadarWidget],
        now: Callable[[], datetime] = datetime.now,
        always: Callable[[], Offers] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`always` are the keys that work on every page, which the frame only lists."""
        super().__init__(parent)
        self._desk = desk
        self._window = window
        self._timing = timing
        self._pages = pages
        self._always = always
        self._table: tuple[Planned, ...] = ()
        self._page: Page | None = None
        self._step: Step | None = None
        self._projector_on = False
        self._theme: Theme = "light"
        self._asked_to_close = False
        self._in_sight = False
        self._shown = ProjectorView(desk.room.texts, radar)
        self._view = SessionView(self._shown)
        self._columns = Columns(desk, timing, self._view, now)

    @property
    def view(self) -> SessionView:
        return self._view

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        return self._page

    def enter(self) -> None:
        """Show the session, where it stands, and let its time run."""
        if self._in_sight:
            return
        self._in_sight = True
        self._listen()
        self._window.set_may_close(self.may_close)
        self._timing.start()
        self._step = None
        self.refresh()

    def leave(self) -> None:
        """Leave the window to something else; the session's time stands still meanwhile."""
        if not self._in_sight:
            return
        self._in_sight = False
        self._deafen()
        self._window.set_may_close(None)
        self._timing.stop()

    def close(self) -> None:
        """Leave for good: the pages go out of the window, and nothing may be asked any more."""
        self.leave()
        for page in self._pages.values():
            if getattr(page, "whole", False):
                self._window.remove_page(page.widget)
        self._window.remove_page(self._view)
        self._view.deleteLater()

    def set_projector(self, *, on: bool, theme: Theme, zoom: Zoom, reduced_motion: bool) -> None:
        """Follow the room's screen, so that the preview is what the room sees."""
        self._projector_on = on
        self._theme = theme
        self._shown.set_theme(theme)
        self._shown.set_zoom(zoom)
        self._shown.set_reduced_motion(reduced=reduced_motion)
        self.refresh()

    def offers(self) -> Offers:
        """Return what every key may ask now; a page's own meaning comes first."""
        mine: dict[Intent, Callable[[], None]] = {
            Intent.NEXT: self._desk.advance,
            Intent.BACK: self._desk.go_back,
            Intent.BLANK: self._desk.toggle_blank,
            Intent.SKIP: self._desk.skip,
            Intent.UNDO: self._desk.undo,
            Intent.PAUSE: self._timing.toggle_pause,
            Intent.HELP: self.show_help,
            Intent.SETTINGS: self.settings_asked.emit,
        }
        if self._timing.seconds_left is not None:
            mine[Intent.MORE_TIME] = self._more_time
        offered = mine if self._page is None else {**mine, **self._page.offers()}
        if getattr(self._page, "reason", None):
            offered = {**offered, Intent.NEXT: self._tell_reason}
        return offered

    @Slot()
    def show_help(self) -> None:
        """Show all keys that work now, in a window of its own."""
        always = self._always() if self._always is not None else {}
        show_help(
            self._window, self._desk.texts, {**always, **self.offers()}, own_words(self._page)
        )

    def may_close(self) -> bool:
        """Return whether the window may close; say so once when a round is open."""
        is_open = self._desk.is_live and self._desk.session.round is not None
        if not is_open or self._asked_to_close:
            return True
        self._asked_to_close = True
        self._desk.tell("console.round_open_at_close", kind="warn")
        return False

    @Slot()
    def refresh(self) -> None:
        """Show the session as it is now."""
        if not self._in_sight or not self._desk.is_live:
            return
        self._table = timetable(
            self._desk.session,
            self._desk.room.content.programme(self._desk.session.setup.length),
        )
        if self._follow_clock():
            return  # The desk has told of the change, and so this ran anew.
        self._asked_to_close = self._asked_to_close and self._desk.session.round is not None
        arrived = self._choose_page()
        # First in its place: a panel that a page shows before that would be a window.
        self._view.side.set_panel(getattr(self._page, "side", None))
        if self._page is not None:
            self._page.refresh()
        room = self._desk.room
        self._shown.set_texts(room.texts)
        self._shown.show_page(self._desk.projector_page)
        self._window.show_top(
            words.top_view(room, self._desk.texts, projector_on=self._projector_on)
        )
        self._columns.show_time(self._table, self._theme)
        self._show_bottom()
        if arrived:
            self._give_focus()

    def _tell_reason(self) -> None:
        reason = getattr(self._page, "reason", None)
        if reason:
            self._desk.told.emit(Notice(text=reason, kind="warn"))

    @Slot(object)
    def _jump(self, to: Position) -> None:
        self._desk.jump(to)

    @Slot()
    def _go_on(self) -> None:
        self.offers()[Intent.NEXT]()

    @Slot()
    def _more_time(self) -> None:
        stretch = words.stretch_of(self._desk.room, self._table)
        if stretch is not None:
            self._timing.add(stretch.more)

    @Slot()
    def _tick(self) -> None:
        if self._desk.is_live and not self._follow_clock():
            self._columns.show_time(self._table, self._theme)

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _before: QWidget | None, _now: QWidget | None) -> None:
        if self._in_sight and self._desk.is_live:
            self._show_bottom()

    def _follow_clock(self) -> bool:
        """Give what goes on its time, and the room the time of an open vote.

        Return whether that changed the desk.
        """
        room = self._desk.room
        stretch = words.stretch_of(room, self._table)
        if stretch is None:
            self._timing.begin(None, None)
        else:
            self._timing.begin(stretch.key, stretch.seconds)
        current = room.session.round
        voting = current is not None and isinstance(current.subject, StatementSubject)
        part = self._timing.part_left if voting else None
        seconds = self._timing.seconds_left if voting else None
        if (part, seconds) == (room.stage.time_left, room.stage.seconds_left):
            return False
        self._desk.set_stage(time_left=part, seconds_left=seconds)
        return True

    def _choose_page(self) -> bool:
        """Show the page of the step; return whether it is another than before."""
        step = self._desk.session.position.step
        if step is self._step:
            return False
        self._step = step
        self._page = self._pages.get(step)
        if self._page is None:
            return False
        if getattr(self._page, "whole", False):
            self._window.show_page(self._page.widget)
        else:
            self._view.show_page(self._page.widget)
            self._window.show_page(self._view)
        return True

    def _give_focus(self) -> None:
        start = self._page.start() if self._page is not None else None
        (start or self._window).setFocus()

    @Slot()
    def _count(self) -> None:
        """Show that somebody voted; nothing else of the page says so."""
        self._shown.show_page(self._desk.projector_page)
        self._columns.show_side(self._table, self._theme)

    def _show_bottom(self) -> None:
        typing = is_typed_in(QApplication.focusWidget())
        self._window.show_bottom(bottom_view(self._desk, self._page, self.offers(), typing=typing))

    def _listen(self) -> None:
        for signal, heard in self._links():
            signal.connect(heard)

    def _deafen(self) -> None:
        for signal, heard in self._links():
            signal.disconnect(heard)

    def _links(self) -> tuple[tuple[SignalInstance, Callable[..., object] | SignalInstance], ...]:
        desk, window, view = self._desk, self._window, self._view
        return (
            (desk.changed, self.refresh),
            (desk.counted, self._count),
            (self._timing.ticked, self._tick),
            (window.next_asked, self._go_on),
            (window.back_asked, desk.go_back),
            (window.blank_asked, desk.toggle_blank),
            (window.settings_asked, self.settings_asked),
            (view.jump_asked, self._jump),
            (view.pause_asked, self._timing.toggle_pause),
            (view.more_asked, self._more_time),
            (_application().focusChanged, self._focus_moved),
        )


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
