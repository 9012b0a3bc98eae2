"""The page of the rehearsal, from what was found and what went on."""

from typing import Final

from msgspec import Struct

from app.errors import InputError
from app.keys import Intent
from app.presenters.console.keys import keycap, keycap_anywhere
from app.rehearsal_words import counted_words
from app.voting.practice import RehearsalReport, usual_answers
from resources.catalogue import Catalogue
from widgets.console.views_frame import BottomView, Hint
from widgets.console.views_rehearsal import (
    AnswerRow,
    CheckState,
    CheckView,
    RehearsalView,
    ScanView,
    TrialView,
)
from workshop_flows.joining import Matrix

MOST_VOTERS: Final = 50
_ANSWERS: Final = (5, 4, 3, 2, 1)
_SCHEME: Final = "http://"


class Tried(Struct, frozen=True, kw_only=True):
    """How the rehearsal stands.

    `size` of the room's screen, None where there is none; `tested`: it shows the test picture.
    `url` None: nothing is served yet, or `trouble` says why not. `code` '': the seat for a
    real phone is taken. `printer` None: there is none, or it is still `looking`. `running`: the
    invented voters are at work, `joined` and `voted` of them and the phone together.
    """

    voters: int
    size: tuple[int, int] | None = None
    tested: bool = False
    network: str = ""
    url: str | None = None
    trouble: InputError | None = None
    code: str = ""
    matrix: Matrix = ()
    scanning: bool = False
    phone_joined: bool = False
    phone_voted: bool = False
    looking: bool = True
    printer: str | None = None
    running: bool = False
    joined: int = 0
    voted: int = 0
    report: RehearsalReport | None = None


def rehearsal_view(tried: Tried, texts: Catalogue) -> RehearsalView:
    return RehearsalView(
        title=texts.text("rehearsal.title"),
        intro=texts.text("rehearsal.intro"),
        checks=checks(tried, texts),
        trial=_trial_view(tried, texts),
        scan=_scan(tried, texts) if tried.scanning and tried.url else None,
    )


def bottom_view(tried: Tried, texts: Catalogue) -> BottomView:
    def hint(intent: Intent, name: str) -> Hint:
        return Hint(key=keycap(texts, intent), words=texts.text(f"rehearsal.hint.{name}"))

    hints = [hint(Intent.TEST_AGAIN, "again")]
    if may_start(tried):
        hints.append(hint(Intent.TRIAL, "trial"))
    hints.append(hint(Intent.LEAVE, "back"))
    return BottomView(
        next=texts.text("rehearsal.next"),
        next_key=keycap_anywhere(texts, Intent.NEXT),
        note=_note(tried, texts),
        hints=tuple(hints),
    )


def may_start(tried: Tried) -> bool:
    return tried.url is not None and not tried.running


def checks(tried: Tried, texts: Catalogue) -> tuple[CheckView, ...]:
    return (
        _beamer(tried, texts),
        _address(tried, texts),
        _phone(tried, texts),
        _printer(tried, texts),
        _trial(tried, texts),
    )


def _note(tried: Tried, texts: Catalogue) -> str:
    rows = checks(tried, texts)
    ready = sum(row.state is CheckState.WORKS for row in rows)
    if ready == len(rows):
        return texts.text("rehearsal.ready.all")
    failing = [row.key for row in rows if row.state is CheckState.FAILS]
    way_out = next((f".no_{key}" for key in failing if key in ("address", "printer")), "")
    return texts.text(f"rehearsal.ready{way_out}", ready=ready, all=len(rows))


def _beamer(tried: Tried, texts: Catalogue) -> CheckView:
    button = "rehearsal.beamer.test_off" if tried.tested else "rehearsal.beamer.test"
    if tried.size is None:
        second, state = texts.text("rehearsal.beamer.none"), CheckState.TO_DO
    else:
        width, height = tried.size
        second = texts.text("rehearsal.beamer.size", width=width, height=height)
        state = CheckState.WORKS
    return _check(texts, "beamer", "monitor", second, state, button=button)


def _address(tried: Tried, texts: Catalogue) -> CheckView:
    icon = "wifi-high"
    if tried.url is not None:
        address = typed(tried.url)
        found = "rehearsal.address.network" if tried.network else "rehearsal.address.found"
        second = texts.text(found, network=tried.network, address=address)
        qr = "rehearsal.qr.hide" if tried.scanning else "rehearsal.qr.show"
        return _check(texts, "address", icon, second, CheckState.WORKS, button=qr)
    if tried.trouble is None:
        second = texts.text("rehearsal.address.busy")
        return _check(texts, "address", icon, second, CheckState.BUSY)
    if tried.trouble.key == "rehearsal.no_address":
        second = texts.text("rehearsal.address.none")
    else:
        second = tried.trouble.message(texts)
    return _again(texts, "address", icon, second)


def _phone(tried: Tried, texts: Catalogue) -> CheckView:
    if tried.phone_voted:
        second, state = texts.text("rehearsal.phone.voted"), CheckState.WORKS
    elif tried.url is None:
        second, state = texts.text("rehearsal.phone.first_address"), CheckState.TO_DO
    elif tried.phone_joined:
        second, state = texts.text("rehearsal.phone.joined"), CheckState.BUSY
    else:
        join = texts.text("rehearsal.phone.join", address=typed(tried.url), code=tried.code)
        second, state = join, CheckState.TO_DO
    return _check(texts, "phone", "device-mobile", second, state)


def _printer(tried: Tried, texts: Catalogue) -> CheckView:
    icon = "printer"
    if tried.printer is not None:
        return _check(texts, "printer", icon, tried.printer, CheckState.WORKS)
    if tried.looking:
        second = texts.text("rehearsal.printer.looking")
        return _check(texts, "printer", icon, second, CheckState.BUSY)
    return _again(texts, "printer", icon, texts.text("rehearsal.printer.none"))


def _trial(tried: Tried, texts: Catalogue) -> CheckView:
    icon, report = "users-three", tried.report
    if tried.running:
        second = texts.plural("rehearsal.now", tried.joined, voted=tried.voted)
        return _check(texts, "trial", icon, second, CheckState.BUSY)
    if report is None:
        second = texts.plural("rehearsal.trial.to_do", tried.voters)
        return _check(texts, "trial", icon, second, CheckState.TO_DO)
    if report.all_counted:
        return _check(texts, "trial", icon, counted_words(report, texts), CheckState.WORKS)
    second = texts.text("rehearsal.trial.lost", confirmed=report.confirmed, voters=report.expected)
    return _check(texts, "trial", icon, second, CheckState.FAILS)


def _check(
    texts: Catalogue, key: str, icon: str, second: str, state: CheckState, button: str = ""
) -> CheckView:
    return CheckView(
        key=key,
        icon=icon,
        title=texts.text(f"rehearsal.{key}"),
        second=second,
        state=state,
        state_words=texts.text(f"rehearsal.state.{state.name.lower()}"),
        button=texts.text(button) if button else "",
    )


def _again(texts: Catalogue, key: str, icon: str, second: str) -> CheckView:
    """Return what does not work, with the way to try it once more."""
    return CheckView(
        key=key,
        icon=icon,
        title=texts.text(f"rehearsal.{key}"),
        second=second,
        state=CheckState.FAILS,
        state_words=texts.text("rehearsal.state.fails"),
        button=texts.text("rehearsal.again"),
        button_icon="arrow-counter-clockwise",
    )


def _trial_view(tried: Tried, texts: Catalogue) -> TrialView:
    rows = _rows(tried)
    title, practice = texts.text("rehearsal.result"), texts.text("rehearsal.practice")
    said = ", ".join(
        texts.text("rehearsal.result.row", answer=row.answer, count=row.count) for row in rows
    )
    return TrialView(
        title=texts.text("rehearsal.trial"),
        voters_label=texts.text("rehearsal.voters"),
        voters=tried.voters,
        most=MOST_VOTERS,
        result_title=title,
        practice=practice,
        rows=rows,
        spoken=texts.text("rehearsal.result.spoken", title=title, practice=practice, rows=said),
        # Not disabled meanwhile: the keyboard would land on what leaves the page.
        start=texts.text("rehearsal.start.busy" if tried.running else "rehearsal.start"),
        start_key=keycap(texts, Intent.TRIAL) if may_start(tried) else "",
        reason=None if tried.url else texts.text("rehearsal.start.no_address"),
        note=texts.text("rehearsal.note"),
    )


def _rows(tried: Tried) -> tuple[AnswerRow, ...]:
    """Return the last result; before there is one, what the invented voters would answer."""
    if tried.report is not None:
        counts = tried.report.tally.counts
        return tuple(AnswerRow(answer=one, count=counts[one - 1]) for one in _ANSWERS)
    usual = usual_answers(tried.voters)
    return tuple(AnswerRow(answer=one, count=usual.count(one)) for one in _ANSWERS)


def _scan(tried: Tried, texts: Catalogue) -> ScanView:
    assert tried.url is not None
    address = typed(tried.url)
    return ScanView(
        title=texts.text("rehearsal.qr.title"),
        matrix=tried.matrix,
        address=address,
        code=texts.text("rehearsal.qr.code", code=tried.code) if tried.code else "",
        spoken=texts.text("rehearsal.qr.spoken", address=address),
    )


def typed(url: str) -> str:
    """Return the address as people type it."""
    return url.removeprefix(_SCHEME)
