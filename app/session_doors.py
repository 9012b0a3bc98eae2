"""The ways into a session and out of it, and the one session that is open."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app import dialogs
from app.afterwards import Afterwards
from app.console.earlier import read_earlier
from app.desk import Desk
from app.drafts import new_setup, setup_again
from app.errors import InputError
from app.keys import Intent
from app.opening import Opened, open_example, open_session
from app.phone_door import PhoneDoor
from app.practice import practice_desk
from app.preparation import Preparation
from app.radars import Radars
from app.room_screen import RoomScreen
from app.session_run import SessionRun
from app.storage_trouble import StorageTrouble
from resources.catalogue import Catalogue
from workshop_flows.vocabulary import Step

if TYPE_CHECKING:
    from app.program import Program

Offers = Mapping[Intent, Callable[[], None]]


class SessionDoors(QObject):
    """Opens at most one session at a time, and shows it in the console and to the room."""

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program
        self._run: SessionRun | None = None
        self._trouble: StorageTrouble | None = None
        self.radars = Radars()
        self.room = RoomScreen(program.screens, program.texts, self.radars.make, self)
        self._preparation = Preparation(program, self)
        self._preparation.begun.connect(self._begin)
        self._preparation.entered.connect(self._enter)
        self._preparation.left.connect(self._leave_prepare)
        self._phones = PhoneDoor(program, self.room, self._run_now)
        self._phones.help_prepare(self._preparation)
        self._afterwards = Afterwards(program, self)
        self._afterwards.left.connect(self.to_start)
        self.room.changed.connect(self._room_changed)
        self.room.told.connect(program.tell)
        program.watch(self.room.window, self.room.window.offers)
        program.look_changed.connect(self._look_changed)
        self._look_changed()

    @property
    def run(self) -> SessionRun | None:
        """The session that is open."""
        return self._run

    def new(self) -> None:
        """Prepare a session of a firm that was not there before."""
        self.close()
        self._preparation.show(new_setup(self._program.settings.values, self._today()))

    def follow_up(self) -> None:
        """Ask for the file of the session before, and prepare the one after it."""
        path = self._ask_file()
        if path is None:
            return
        try:
            report = read_earlier(path, self._today())
        except InputError as error:
            self._program.tell_error(error)
            return
        self.close()
        values = self._program.settings.values
        self._preparation.show(setup_again(report, values, self._today()), earlier=report)

    def practise(self) -> None:
        self._lead(practice_desk(self._program.texts, _never_again), None)

    def pick_file(self) -> None:
        path = self._ask_file()
        if path is not None:
            self.resume(path)

    def resume(self, path: Path) -> None:
        """Take a session up where it stopped; one that is finished is shown."""
        self.close()
        try:
            opened = open_session(path)
        except InputError as error:
            self._program.tell_error(error)
            return
        if opened.is_finished:
            self._phones.forget(path)
            self._show_papers(Desk(opened.store, self._program.texts, _never_again))
        else:
            run = self._open_run(opened)
            self._enter()
            # Last, so that what phones lost is not said before something else is.
            run.begin()

    def example(self) -> None:
        """Show what the invented firm went home with."""
        self._show_papers(Desk(open_example(), self._program.texts, _never_again))

    def offers(self) -> Offers:
        """Return what keys ask of the session that is in sight."""
        if self._run is None:
            return {}
        offers = {Intent.PROJECTOR: self.room.window.toggle, **self._run.offers()}
        if self._phones.phones is not None:
            offers[Intent.PHONES] = self._phones.show_panel
        return offers

    def set_texts(self, texts: Catalogue) -> None:
        """Speak another language at once."""
        self.room.set_texts(texts)
        desk = None if self._run is None else self._run.desk
        if desk is not None:
            desk.set_texts(texts)
        self._preparation.speak_anew(desk)
        self._phones.set_texts(texts)
        self._afterwards.set_texts(texts)

    def step_aside(self) -> None:
        """Leave the console to another page for a while; the room sees no difference."""
        if self._run is not None:
            self._run.frame.leave()

    def step_back(self) -> None:
        if self._run is None:
            self._program.show_start()
        else:
            self._enter()

    def close(self) -> None:
        """Leave the session as it stands; it can be taken up again."""
        self._phones.close()
        self._preparation.forget()
        self._afterwards.forget()
        run, self._run = self._run, None
        if run is None:
            return
        run.close()
        self.room.follow(None)
        if self._trouble is not None:
            self._trouble.journal.close()
            self._trouble = None

    @Slot()
    def to_start(self) -> None:
        self.close()
        self._program.tell(None)
        self._program.show_start()

    @Slot(object)
    def _begin(self, opened: Opened) -> None:
        run = self._open_run(opened)
        run.begin()
        self._preparation.set_desk(run.desk, run.phones)

    def _open_run(self, opened: Opened) -> SessionRun:
        assert opened.journal is not None
        program = self._program
        self._trouble = StorageTrouble(
            opened.store, opened.journal, self._texts, self._moved, self._window
        )
        return self._take_run(Desk(opened.store, program.texts, self._trouble), opened.path)

    def _lead(self, desk: Desk, path: Path | None) -> None:
        self.close()
        self._take_run(desk, path)
        self._enter()

    def _take_run(self, desk: Desk, path: Path | None) -> SessionRun:
        program = self._program
        run = SessionRun(
            desk,
            program.window,
            self.radars,
            program.known,
            path=path,
            phones=None if path is None else self._phones.for_session(desk, path),
            always=program.offers,
            now=program.now,
            seconds=program.seconds,
            parent=self,
        )
        run.told.connect(program.tell)
        desk.finished.connect(self._end)
        run.changed.connect(self._session_changed)
        run.frame.settings_asked.connect(program.show_settings)
        self._run = run
        self._look_changed()
        return run

    @Slot()
    def _enter(self) -> None:
        """Show the session where it stands."""
        run = self._run
        assert run is not None
        self.room.follow(run.desk)
        if run.is_preparing:
            self._preparation.show(run.desk.session.setup, desk=run.desk, phones=run.phones)
            return
        self._program.hide_page()
        self._preparation.forget()
        self.room.window.turn_on()
        run.frame.enter()

    @Slot()
    def _session_changed(self) -> None:
        run = self._run
        if run is None or not run.desk.is_live:
            return
        if run.is_preparing and self._program.page is None:
            run.frame.leave()
            self._preparation.show(run.desk.session.setup, desk=run.desk, phones=run.phones)
        if run.desk.session.position.step is Step.CLOSE and run.path is None:
            self._program.settings.change(practised=True)

    @Slot()
    def _end(self) -> None:
        """The session was finished: show what there is to take along."""
        run, trouble = self._run, self._trouble
        assert run is not None
        path = run.path
        run.end_phones()
        if trouble is not None:
            trouble.end(run.desk.report)
        run.remember()
        self.close()
        self._afterwards.show_end(run.desk.report, path)

    def _show_papers(self, desk: Desk) -> None:
        self.close()
        self._afterwards.show_papers(desk)

    @Slot()
    def _leave_prepare(self) -> None:
        run = self._run
        if run is not None and not run.is_preparing:
            self._enter()
        else:
            self.to_start()

    @Slot()
    def _look_changed(self) -> None:
        """Give the room's screen, and its preview, what was chosen for them."""
        values, look = self._program.settings.values, self._program.look
        self.room.set_look(theme=values.theme, zoom=values.zoom, reduced_motion=look.reduced_motion)
        if self._run is not None:
            if self._run.desk.is_live:
                self._run.desk.set_stage(zoom=values.zoom)
            self._run.frame.set_projector(
                on=self.room.window.is_on,
                theme=values.theme,
                zoom=values.zoom,
                reduced_motion=look.reduced_motion,
            )

    @Slot()
    def _room_changed(self) -> None:
        self._look_changed()
        # So that the picture comes back to the same screen the next time.
        preferred = self._program.screens.preferred
        if preferred is not None:
            self._program.settings.change(projector_screen=preferred)

    def _moved(self, path: Path) -> None:
        if self._run is not None:
            self._run.moved(path)

    def _ask_file(self) -> Path | None:
        program = self._program
        return dialogs.ask_open(program.window, program.texts, program.settings.sessions_folder)

    def _run_now(self) -> SessionRun | None:
        return self._run

    def _today(self) -> date:
        return self._program.now().date()

    def _texts(self) -> Catalogue:
        return self._program.texts

    def _window(self) -> QWidget:
        return self._program.window


def _never_again(_error: InputError) -> bool:
    """Nothing of this session is written, so nothing can fail to be."""
    return False
