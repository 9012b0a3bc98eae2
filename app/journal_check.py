"""Looking into a session file without touching it."""

from pathlib import Path

from msgspec import Struct

from app.errors import InputError
from app.journal_migrate import read_journal
from resources.catalogue import Catalogue
from workshop_flows.events import Finished
from workshop_flows.views import Report


class CheckResult(Struct, frozen=True, kw_only=True):
    """A sound session file. `events` is their number; one when it is finished."""

    finished: bool
    events: int
    erased: bool
    """Finished, and nothing of what came before is left in the bytes."""

    def message(self, texts: Catalogue) -> str:
        if not self.finished:
            return texts.plural("journal.check.busy", self.events)
        return texts.text("journal.check.finished" if self.erased else "journal.check.not_erased")


def check(path: Path) -> CheckResult:
    """Read a session file through, also one in use; raise InputError naming what is wrong.

    Nothing is written: not to the file, not beside it, nor anywhere else.
    """
    reading = read_journal(path)
    finished = any(isinstance(event, Finished) for event in reading.events)
    return CheckResult(
        finished=finished,
        events=len(reading.events),
        erased=finished and not reading.image.marked_for_log,
    )


def read_report(path: Path) -> Report:
    """Return what a finished session showed, without touching its file.

    Raise InputError, also for a session that is not finished.
    """
    match read_journal(path).events:
        case (Finished(report=report),):
            return report
    raise InputError("journal.unfinished", path=path)
