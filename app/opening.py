"""Sessions from and to files: begun, taken up again, followed up, practised, or only looked at."""

import secrets
from importlib.resources import as_file, files
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from app import dialogs
from app.console.earlier import follow_up
from app.content import load_content
from app.dialogs import FileKind
from app.errors import InputError
from app.journal import Journal, read_report
from app.sessions import Place
from app.settings import Settings
from app.store import MemoryLog, SessionStore
from resources.catalogue import Catalogue
from widgets.controls import ask
from widgets.controls.ask import Answer, Question
from widgets.controls.button import Kind
from workshop_flows.commands import StartSession
from workshop_flows.events import Finished
from workshop_flows.setup import Setup
from workshop_flows.state import Archived
from workshop_flows.views import Report


class Opened(Struct, frozen=True):
    """A session with the file that it stands in; `journal` None: it is only read."""

    store: SessionStore
    path: Path
    journal: Journal | None

    @property
    def is_finished(self) -> bool:
        return isinstance(self.store.workshop, Archived)


def begin(settings: Settings, setup: Setup, earlier: Report | None) -> Opened:
    """Make the file of a new session in the chosen folder.

    Raise InputError when it can't be made, or the session can't be like this.
    """
    return begin_with(Place(settings.sessions_folder).begin(setup), setup, earlier)


def begin_with(journal: Journal, setup: Setup, earlier: Report | None) -> Opened:
    """Begin a session in a file that was just made; close it when that fails."""
    store = SessionStore(journal, load_content(setup.language))
    start = StartSession(setup=setup) if earlier is None else follow_up(earlier, setup)
    start = replace(start, id=secrets.token_hex(16))
    try:
        refusal = store.dispatch(start)
    except InputError:
        journal.close()
        raise
    if refusal is not None:
        journal.close()
        raise InputError(f"refusal.{refusal.code}", **refusal.values)
    return Opened(store, journal.path, journal)


def begin_somewhere(
    settings: Settings,
    setup: Setup,
    earlier: Report | None,
    texts: Catalogue,
    window: QWidget,
) -> Opened | None:
    """Begin a session in the chosen folder, or where a person says while that can't be.

    Return None when they go back instead.
    """
    try:
        return begin(settings, setup, earlier)
    except InputError as error:
        trouble = error
    while _asks_elsewhere(trouble, texts, window):
        proposed = Path.home() / Place(settings.sessions_folder).file_name(setup)
        kind = FileKind.SESSION
        path = dialogs.ask_save(window, texts, kind, proposed, replacing=False)
        if path is None:
            continue
        try:
            return begin_with(Journal.create(path), setup, earlier)
        except InputError as error:
            trouble = error
    return None


def _asks_elsewhere(error: InputError, texts: Catalogue, window: QWidget) -> bool:
    later = Answer(key="later", text=texts.text("program.place.later"), kind=Kind.SECONDARY)
    other = Answer(key="other", text=texts.text("program.place.ask"), kind=Kind.PRIMARY)
    question = Question(
        title=texts.text("program.place.title"),
        text=error.message(texts),
        answers=(later, other),
        cancel="later",
    )
    return ask.ask(window, question) == "other"


def open_session(path: Path) -> Opened:
    """Take up the session of a file; raise InputError when that can't be."""
    journal = Journal.open(path)
    store = SessionStore(journal, load_content("nl"))
    if store.workshop is None:
        journal.close()
        raise InputError("journal.empty", path=path)
    if isinstance(store.workshop, Archived):
        journal.close()
        return Opened(store, path, None)
    store.speak(load_content(store.workshop.session.setup.language))
    return Opened(store, path, journal)


def open_example() -> SessionStore:
    """Return the invented firm's finished session, in memory."""
    with as_file(files("resources") / "examples" / "garage.leerradar") as path:
        report = read_report(path)
    log = MemoryLog()
    log.finish(Finished(report=report))
    return SessionStore(log, load_content(report.facts.language))
