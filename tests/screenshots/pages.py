"""The pages outside a session, and what may come over any page."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from msgspec import structs
from msgspec.structs import replace

from app.console.finished import FinishedPage
from app.console.help import help_view
from app.console.papers import PapersPage
from app.console.phones import PhonesPanel
from app.desk import Desk
from app.drafts import new_setup
from app.keys import KEYS, Intent
from app.known_sessions import Known, KnownState
from app.opening import open_example
from app.practice import practice_desk
from tests.console.desks import no_trouble
from tests.console.phone_fakes import ON, FakePhones, FakeSession
from tests.screenshots.rehearsal import rehearsal_pages
from tests.screenshots.stage import NOON, Seen, Stage
from widgets.console.help_dialog import HelpDialog
from widgets.controls.ask import Answer, Question, QuestionWindow
from widgets.controls.button import Kind
from widgets.controls.notice_bar import Notice
from widgets.look import look_of, set_look
from workshop_flows.state import Position
from workshop_flows.vocabulary import AxisId, Step

LONG_NAME: Final = (
    "Installatiebedrijf Van der Heijden-Wesselingh en Zonen Verwarming en Koeltechniek"
)
KNOWN: Final = (
    ("Garage De Brug", 10, 60, KnownState.AGREEMENT, Step.PRINT),
    (LONG_NAME, 3, 45, KnownState.FINISHED, None),
    ("Van Dalen Transport", 36, 90, KnownState.CONCEPT, None),
    ("Tweemans Dakwerken", 2, 45, KnownState.FINISHED, None),
)


def pages(stage: Stage) -> Iterator[Seen]:
    """Show every page outside a session."""
    yield from _start_pages(stage)
    stage.prepare(new_setup(stage.settings.values, NOON.date()))
    yield _seen(stage, "prepare-new")
    yield from _phone_pages(stage)
    stage.program.show_settings()
    yield _seen(stage, "settings")
    stage.program.offers()[Intent.LEAVE]()
    yield from rehearsal_pages(stage)
    yield from _end_pages(stage)
    yield from _over_a_page(stage)
    stage.clear()


def _seen(stage: Stage, name: str) -> Seen:
    stage.settle()
    return Seen(name, stage.window)


def _start_pages(stage: Stage) -> Iterator[Seen]:
    program = stage.program
    program.show_start()
    yield _seen(stage, "start-newcomer")
    stage.settings.change(practised=True)
    for number, (company, people, length, state, step) in enumerate(KNOWN, 1):
        _know(stage, number, company, people, length, state, step)
    program.show_start()
    yield _seen(stage, "start-recents")
    _know(stage, 0, LONG_NAME, 10, 60, KnownState.BUSY, Step.VOTE)
    program.show_start()
    yield _seen(stage, "start-resume")


def _phone_pages(stage: Stage) -> Iterator[Seen]:
    """Show preparing with phones: two slips too few, all well, no network; and their window."""
    setup = replace(
        new_setup(stage.settings.values, NOON.date()), company="Garage De Brug", phones=4
    )
    page = stage.prepare(setup)
    yield _seen(stage, "prepare-phones-nameless")
    phones = FakePhones()
    page.set_phones(FakeSession(phones))
    for name, status in (
        ("ready", replace(ON, reached=True)),
        ("scan", ON),
        ("no-network", replace(ON, url=None, address=None, addresses=(), chosen=None)),
    ):
        phones.become(**structs.asdict(status))
        yield _seen(stage, f"prepare-phones-{name}")
    for name, status in (("on", ON), ("no-network", phones.status)):
        panel = PhonesPanel(FakePhones(status), stage.settings, stage.program.texts, stage.window)
        panel.dialog.setModal(False)
        panel.dialog.show()
        stage.settle()
        yield Seen(f"phones-{name}", panel.dialog)
        panel.close()


def _know(
    stage: Stage,
    days: int,
    company: str,
    people: int,
    length: int,
    state: KnownState,
    step: Step | None,
) -> None:
    path = stage.folder / f"{company}.leerradar"
    path.touch()
    axis = AxisId.A3 if step is Step.VOTE else None
    position = None
    if step is not None:
        position = Position(step=step, axis=axis, statement=None if axis is None else 2)
    stage.program.known.remember(
        Known(
            path=path,
            company=company,
            day=NOON.date() - timedelta(days=days),
            people=people,
            length=length,  # type: ignore[arg-type]
            state=state,
            changed=NOON - timedelta(days=days, minutes=15),
            position=position,
            follow_up=date(2027, 3, 11),
        )
    )


def _end_pages(stage: Stage) -> Iterator[Seen]:
    texts = stage.program.texts
    papers = PapersPage(Desk(open_example(), texts, no_trouble))
    stage.show(papers)
    yield _seen(stage, "papers")
    papers.close()
    stage.clear()
    finished = FinishedPage(texts)
    finished.show_end(Desk(open_example(), texts, no_trouble).report, stage.folder / "x.leerradar")
    stage.show(finished)
    yield _seen(stage, "finished")
    finished.show_end(Desk(open_example(), texts, no_trouble).report, None)
    yield _seen(stage, "finished-practised")


def _over_a_page(stage: Stage) -> Iterator[Seen]:
    """Show notices, the window of all keys and a question over a session that is practised."""
    program, texts = stage.program, stage.program.texts
    desk = practice_desk(texts, no_trouble, pace=0.0)
    desk.jump(Position(step=Step.VOTE, axis=AxisId.A3, statement=1))
    stage.lead(desk)
    yield _seen(stage, "practising")
    for kind, key in (
        ("info", "program.take_example"),
        ("warn", "console.round_open_at_close"),
        ("error", "trouble.crash.text"),
    ):
        program.tell(Notice(text=texts.text(key), kind=kind))  # type: ignore[arg-type]
        yield _seen(stage, f"notice-{kind}")
    program.tell(None)
    offered = dict.fromkeys(row.intent for row in KEYS)
    help_window = HelpDialog(help_view(texts, offered, {}), stage.window)
    set_look(help_window, look_of(stage.window))
    help_window.resize(round(stage.window.width() * 0.78), round(stage.window.height() * 0.86))
    question = QuestionWindow(_question(stage), stage.window)
    set_look(question, look_of(stage.window))
    for name, window in (("help", help_window), ("question", question)):
        window.setModal(False)
        window.show()
        stage.settle()
        yield Seen(name, window)
        window.close()
        window.deleteLater()


def _question(stage: Stage) -> Question:
    """Return the longest question that the program asks."""
    texts = stage.program.texts
    place = stage.folder / "Documenten" / "Leerradar" / f"{LONG_NAME}.leerradar"
    return Question(
        title=texts.text("trouble.storage.title"),
        text="\n\n".join(
            (
                texts.text("trouble.storage.moved", path=place, old=place),
                texts.text("trouble.storage.safe"),
            )
        ),
        answers=(
            Answer(key="later", text=texts.text("trouble.storage.later")),
            Answer(key="elsewhere", text=texts.text("trouble.storage.elsewhere")),
            Answer(key="again", text=texts.text("trouble.storage.again"), kind=Kind.PRIMARY),
        ),
        cancel="later",
    )
