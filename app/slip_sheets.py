"""The sheets of slips with codes: to the printer, or as PDF where there is none."""

import random
from typing import TYPE_CHECKING, Final

from app import dialogs
from app.console.keep_files import documents
from app.dialogs import FileKind
from app.errors import InputError
from app.printing import Job, Printed, print_papers
from app.save_copy import save_bytes
from app.voting.phone_status import PhoneStatus
from app.voting.qr import url_matrix
from reports.seat_slips import SlipsView, build_seat_slips
from widgets.controls.notice_bar import Notice
from workshop_flows.setup import Setup
from workshop_flows.vocabulary import Role

if TYPE_CHECKING:
    from app.program import Program

_FAILED: Final = {Printed.NO_PRINTER: "printing.no_printer", Printed.FAILED: "printing.failed"}


def print_slips(program: "Program", setup: Setup, status: PhoneStatus) -> tuple[str, ...]:
    """Return the codes that are on paper now, or in a file; none after a change of mind."""
    texts = program.texts
    view = slips_of(setup, status)
    pdf = build_seat_slips(view, setup.language)
    job = Job(title=texts.text("phones.slips"), pdfs=(pdf,), copies=1, grey=True)
    printed = print_papers(program.window, job).printed
    if printed in _FAILED:
        program.tell(Notice(text=texts.text(_FAILED[printed]), kind="warn"))
    if printed is not Printed.DONE and not (printed in _FAILED and _save(program, pdf)):
        return ()
    return (*view.staff, *view.owners)


def slips_of(setup: Setup, status: PhoneStatus) -> SlipsView:
    """Return slips for the seats that nobody has taken; for all, where everyone has joined."""
    seats = [seat for seat in status.seats if not seat.joined] or list(status.seats)
    # So that the order of the slips is not that of the seats.
    random.SystemRandom().shuffle(seats)
    return SlipsView(
        company=setup.company,
        date=setup.date,
        staff=tuple(seat.code for seat in seats if seat.role is Role.STAFF),
        owners=tuple(seat.code for seat in seats if seat.role is Role.OWNER),
        network=status.network,
        password=status.password,
        address=status.address,
        qr=None if status.url is None else url_matrix(status.url),
    )


def _save(program: "Program", pdf: bytes) -> bool:
    texts = program.texts
    proposed = documents() / f"{texts.text('phones.slips')}.pdf"
    path = dialogs.ask_save(program.window, texts, FileKind.PDF, proposed)
    if path is None:
        return False
    try:
        save_bytes(path, pdf)
    except InputError as error:
        program.tell_error(error)
        return False
    program.tell(Notice(text=texts.text("phones.slips.saved", file=path.name)))
    return True
