"""Pictures of the rehearsal: as it begins, at work, done, and where nothing is found."""

from collections.abc import Iterator

from app.console.rehearsal import Connection, RehearsalPage
from app.console.rehearsal_worker import Now
from app.errors import InputError
from tests.console.rehearsing import HERE, FakeProbe, FakeRoom, FakeWorker, report
from tests.screenshots.stage import Seen, Stage


def rehearsal_pages(stage: Stage) -> Iterator[Seen]:
    worker, probe = FakeWorker(), FakeProbe()
    page = RehearsalPage(
        stage.program.texts,
        FakeRoom(),
        lambda: Connection(address=HERE, network="Leerradar"),
        stage.folder,
        worker=worker,
        probe=probe,
    )
    page.bottom_changed.connect(stage.program.refresh_bars)

    def seen(name: str) -> Seen:
        stage.settle()
        return Seen(f"rehearsal-{name}", stage.window)

    stage.show(page)
    yield seen("begin")
    worker.counted.emit(Now(joined=1, voted=1))
    page.start_trial()
    worker.counted.emit(Now(joined=13, voted=4))
    yield seen("busy")
    page._set_voters(50)
    worker.ended.emit(report(50, real=1))
    page._ask("address")
    yield seen("done")
    worker.said, probe.printer = InputError("rehearsal.no_address"), None
    page.test_again()
    yield seen("nothing")
    page.close()
    stage.clear()
    for part in (page, worker, probe):
        part.deleteLater()
