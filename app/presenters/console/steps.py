"""The simple steps of the session: what to say, what to mind, and what is on the table."""

from app.presenters.pages import PAGES
from app.presenters.room import Room
from resources.catalogue import Catalogue
from widgets.console.views_steps import (
    DeepTalk,
    Fact,
    ListStep,
    Party,
    QuestionStep,
    RadarStep,
    Section,
    StepView,
    WhoStartsStep,
    WordStand,
)
from widgets.controls.options import Option
from workshop_flows.projector import WhoStartsPage
from workshop_flows.talk import talk_question
from workshop_flows.views import Report
from workshop_flows.vocabulary import AXES, AgreementStatus, Mode, Step


def step_view(room: Room, texts: Catalogue, step: Step, title: str = "", *facts: Fact) -> StepView:
    """Return the words of a step in the mode of this session, and its facts under `title`."""
    guide = room.content.guide(step)
    words = guide.words(room.mode, room.setup.way)
    return StepView(
        kicker=texts.text(f"steps.kicker.{step}"),
        title=guide.title,
        say=words.say.strip(),
        tips=words.tips,
        facts_title=title,
        facts=facts,
    )


def welcome_view(room: Room, texts: Catalogue) -> StepView:
    """Return the welcome with who is here and what the owner said beforehand."""
    setup = room.setup
    people = texts.plural("steps.people", setup.staff)
    if setup.owners:
        owners = texts.plural("steps.owners", setup.owners)
        people = texts.text("steps.and", first=people, second=owners)
    facts = [Fact(icon="users-three", text=people)]
    if room.mode is Mode.TEAM and setup.owners:
        answer = "apart" if setup.owner_apart else "not_counted"
        facts.append(Fact(icon="diamond", text=texts.text(f"steps.welcome.owner.{answer}")))
    if room.mode is not Mode.TEAM:
        facts.append(Fact(icon="info", text=texts.text(f"steps.welcome.{room.mode}")))
    return step_view(room, texts, Step.WELCOME, texts.text("steps.welcome.facts"), *facts)


def welcome_options(texts: Catalogue) -> tuple[Option, ...]:
    """Return what the room can see of the welcome: how to join, or what we do."""
    return (
        Option(key=False, text=texts.text("steps.welcome.join"), icon="qr-code"),
        Option(key=True, text=texts.text("steps.welcome.points"), icon="list-numbers"),
    )


def question_view(room: Room, texts: Catalogue) -> QuestionStep:
    return QuestionStep(
        step=step_view(room, texts, Step.QUESTION),
        question=room.setup.question,
        coming=room.session.coming,
    )


def already_doing_view(room: Room, texts: Catalogue) -> ListStep:
    return ListStep(
        step=step_view(room, texts, Step.ALREADY_DOING), items=room.session.already_doing
    )


def radar_view(room: Room, texts: Catalogue) -> RadarStep:
    """Return the result in words, from what is shown only."""
    report = room.report
    summary = report.summary
    kinds = (
        ("thumbs-up", "well", summary.goes_well),
        ("arrows-left-right", "differs", summary.differs),
        ("arrow-up", "low", summary.low),
    )
    return RadarStep(
        step=step_view(room, texts, Step.RADAR),
        sections=tuple(
            Section(icon=icon, title=texts.text(f"steps.radar.{key}"), lines=lines)
            for icon, key, lines in kinds
            if lines
        ),
        three_title=texts.text("steps.radar.three"),
        three=_three_words(report, texts),
        talks_title=texts.text("steps.radar.talks"),
        talks=_talks(room),
        quotes=room.session.quotes,
    )


def who_starts_view(room: Room, texts: Catalogue) -> WhoStartsStep:
    """Return both sentences of the axis that the projector shows."""
    page = PAGES[Step.WHO_STARTS](room)
    assert isinstance(page, WhoStartsPage)
    return WhoStartsStep(
        step=step_view(room, texts, Step.WHO_STARTS),
        axis=page.axis_label,
        staff=Party(
            order=texts.text("steps.who.first"),
            name=texts.text("steps.who.staff"),
            sentence=page.staff_text,
            stand="" if page.staff_stand is None else texts.stand(page.staff_stand),
            question=page.ask_staff,
        ),
        owner=Party(
            order=texts.text("steps.who.second"),
            name=texts.text("steps.who.owner"),
            sentence=page.owner_text,
            stand="" if page.owner_stand is None else texts.decimal(page.owner_stand),
            question=page.ask_owner,
        ),
    )


def close_view(room: Room, texts: Catalogue) -> StepView:
    """Return the end, with what goes away and what stays."""
    gone = "gone_open" if room.mode is Mode.OPEN else "gone"
    facts = [
        Fact(icon="trash", text=texts.text(f"steps.close.{gone}")),
        Fact(icon="archive", text=texts.text(f"steps.close.kept_{_kept(room)}")),
        Fact(icon="folder-open", text=texts.text("steps.close.file")),
    ]
    if room.stage.practised:
        facts = [Fact(icon="trash", text=texts.text("steps.finished.practised"))]
    agreement = room.report.agreement
    if agreement.status is AgreementStatus.CONCEPT:
        facts.append(Fact(icon="warning", text=texts.text("steps.close.concept")))
    if agreement.follow_up is not None:
        day = texts.weekday(agreement.follow_up)
        facts.append(Fact(icon="calendar-check", text=texts.text("steps.close.next", day=day)))
    facts.append(Fact(icon="lock-key", text=texts.text("steps.close.after")))
    return step_view(room, texts, Step.CLOSE, texts.text("steps.close.facts"), *facts)


def _kept(room: Room) -> str:
    return "open" if room.mode is Mode.OPEN else "shown"


def _three_words(report: Report, texts: Catalogue) -> tuple[WordStand, ...]:
    """Return the words that have a stand; outside mode team none has."""
    three = report.three_words
    found = (("weten", three.weten), ("willen", three.willen), ("kunnen", three.kunnen))
    return tuple(
        WordStand(word=texts.text(f"steps.radar.{word}"), stand=texts.stand(stand))
        for word, stand in found
        if stand is not None
    )


def _talks(room: Room) -> tuple[DeepTalk, ...]:
    report = room.report
    return tuple(
        DeepTalk(
            label=room.content.axis(axis).label,
            question=talk_question(report.axes[AXES.index(axis)], room.content.axis(axis)).deep,
        )
        for axis in report.talk_about
    )
