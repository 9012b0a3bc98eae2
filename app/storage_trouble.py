"""When a change can't be written: try again, go on in another place, or leave it."""

from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QWidget

from app import dialogs
from app.dialogs import FileKind
from app.errors import InputError
from app.journal import Journal
from app.journal_connection import beside
from app.store import SessionStore
from resources.catalogue import Catalogue
from widgets.controls import ask
from widgets.controls.ask import Answer, Question
from widgets.controls.button import Kind
from workshop_flows.events import Finished
from workshop_flows.views import Report

_OVER: Final = frozenset({"journal.finished", "journal.not_erased"})
"""The session has ended: another file would be no help, and would leave votes behind."""


class Choice(Enum):
    AGAIN = "again"
    ELSEWHERE = "elsewhere"
    LATER = "later"


class StorageTrouble:
    """What the desk calls when a change could not be written; returns whether to try once more.

    `journal` is the file of the session now: it is another one after a move. `moved` is told
    the new path. The old file stays where it is, and closed.
    """

    def __init__(
        self,
        store: SessionStore,
        journal: Journal,
        texts: Callable[[], Catalogue],
        moved: Callable[[Path], None],
        parent: Callable[[], QWidget | None] = QApplication.activeWindow,
    ) -> None:
        self._store = store
        self._texts = texts
        self._moved = moved
        self._parent = parent
        self._asking = False
        self._left: list[Path] = []
        self.journal = journal

    def __call__(self, error: InputError) -> bool:
        # A change that fails while the question is open is not a second question.
        if self._asking:
            return False
        self._asking = True
        try:
            return self._settle(error)
        finally:
            self._asking = False

    def end(self, report: Report) -> None:
        """Finish the files that were left behind too, now that the session is: no vote may stay.

        Where one can't be reached, nothing happens; the person was told to delete it.
        """
        for path in self._left:
            with suppress(InputError), Journal.open(path) as journal:
                if not journal.finished:
                    journal.finish(Finished(report=report))
        self._left.clear()

    def _settle(self, error: InputError) -> bool:
        while True:
            choice = self._ask(error)
            if choice is not Choice.ELSEWHERE:
                return choice is Choice.AGAIN
            path = self._ask_place()
            if path is None:
                continue
            try:
                self._move(path)
            except InputError as other:
                error = other
                continue
            return True

    def _ask(self, error: InputError) -> Choice:
        texts = self._texts()
        primary = Choice.AGAIN if error.key in _OVER else Choice.ELSEWHERE
        offered = [one for one in Choice if one is not Choice.ELSEWHERE or error.key not in _OVER]
        answers = tuple(
            Answer(
                key=one.value,
                text=texts.text(f"trouble.storage.{one.value}"),
                kind=Kind.PRIMARY if one is primary else Kind.SECONDARY,
            )
            for one in reversed(offered)
        )
        question = Question(
            title=texts.text("trouble.storage.title"),
            text="\n\n".join((error.message(texts), texts.text("trouble.storage.safe"))),
            answers=answers,
            cancel=Choice.LATER.value,
        )
        return Choice(ask.ask(self._parent(), question))

    def _ask_place(self) -> Path | None:
        where = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(where) or Path.home())
        proposed = folder / self.journal.path.name
        kind = FileKind.SESSION
        return dialogs.ask_save(self._parent(), self._texts(), kind, proposed, replacing=False)

    def _move(self, path: Path) -> None:
        """Go on in a new file that holds the whole session; raise InputError, and leave none."""
        made = Journal.create(path)
        try:
            self._store.move_to(made)
        except InputError:
            made.close()
            for file in (path, beside(path, "-wal")):
                with suppress(OSError):
                    file.unlink()
            raise
        old, self.journal = self.journal, made
        old.close()
        self._left.append(old.path)
        self._moved(path)
        self._tell_moved(path, old.path)

    def _tell_moved(self, path: Path, old: Path) -> None:
        texts = self._texts()
        go_on = Answer(
            key=Choice.AGAIN.value, text=texts.text("trouble.storage.go_on"), kind=Kind.PRIMARY
        )
        question = Question(
            title=texts.text("trouble.storage.moved.title"),
            text=texts.text("trouble.storage.moved", path=path, old=old),
            answers=(go_on,),
            cancel=Choice.AGAIN.value,
        )
        ask.ask(self._parent(), question)
