"""The console's pages of the talk: a statement's result, an axis, the open conversation."""

from app.desk import Desk
from app.keys import Intent
from app.presenters.console.keys import keycap
from app.presenters.console.vote_notes import notes_view
from app.presenters.console.vote_stand import stand_view
from widgets.console.views_vote import (
    AxisView,
    Head,
    QuestionChoice,
    ResultView,
    TableView,
    TalkView,
    Wording,
    ZoneBox,
)
from workshop_flows.lead import Act
from workshop_flows.projector import AxisPage, DotsResult, Progress, ResultPage
from workshop_flows.talk import talk_questions
from workshop_flows.vocabulary import AXES, Band, Mode, Step

TALK_TIPS = slice(3, 5)
"""Of the guide: the order of the talk, and who sees it otherwise."""


def result_view(desk: Desk, page: ResultPage, notes_from: int) -> ResultView:
    """Return a statement's result, with the values of the projector's page."""
    texts, result = desk.texts, page.result
    owner_next = desk.next.act is Act.SHOW_OWNER
    told = "vote.result.own_sentence" if page.owner_text else "vote.result.examples"
    if result.mean is None:
        told = "vote.result.too_few"
    elif owner_next:
        told = "vote.result.owner_next"
    progress = page.progress
    line = texts.text("projector.progress", number=progress.number, total=progress.total)
    if result.ghost is not None:
        line = texts.text("vote.head_again", head=line)
    return ResultView(
        head=Head(
            line=texts.text("vote.head", progress=line, axis=progress.axis_label),
            title=page.staff_text,
            owner_label=desk.room.texts.text("projector.owner_says") if page.owner_text else "",
            owner_text=page.owner_text or "",
        ),
        title=texts.text("vote.result.title"),
        dots=result if result.dots is not None else None,
        scale=page.scale,
        dots_words=_dots_words(desk, page),
        words=result.words,
        stands=_stands(desk, result),
        told=texts.text(told),
        tips=_guide_tips(desk),
        notes=notes_view(desk, notes_from),
    )


def _dots_words(desk: Desk, page: ResultPage) -> str:
    dots = page.result.dots or ()
    return ", ".join(
        desk.texts.text("vote.result.dots", answer=answer, count=count)
        for answer, count in zip(page.scale, dots, strict=False)
    )


def _stands(desk: Desk, result: DotsResult) -> tuple[str, ...]:
    texts = desk.texts
    found = []
    if result.mean is not None:
        found.append(texts.text("vote.result.team", stand=texts.stand(result.mean)))
    if result.owner is not None:
        found.append(texts.text(_owner_key(desk), stand=_owner_stand(desk, result.owner)))
    if result.ghost is not None:
        found.append(texts.text("vote.result.first", stand=texts.stand(result.ghost)))
    return tuple(found)


def _owner_key(desk: Desk) -> str:
    several = desk.session.setup.owners > 1
    return "vote.result.owner_between" if several else "vote.result.owner"


def _owner_stand(desk: Desk, stand: float) -> str:
    """Return the owner's stand; the single answer of one owner is whole."""
    return desk.texts.decimal(stand) if stand == int(stand) else desk.texts.stand(stand)


def _guide_tips(desk: Desk) -> tuple[str, ...]:
    words = desk.room.content.guide(Step.VOTE).words(desk.room.mode, desk.session.setup.way)
    return words.tips[TALK_TIPS]


def axis_view(desk: Desk, page: AxisPage, notes_from: int) -> AxisView:
    """Return an axis's result in modes team and pooled."""
    texts = desk.texts
    pooled = desk.room.mode is Mode.POOLED
    empty = page.zone is None if pooled else page.stand is None
    told = page.note
    if empty:
        told = texts.text("vote.axis.too_few")
    words = page.words
    if pooled:
        words = "" if page.zone else desk.room.texts.text("projector.too_few")
    return AxisView(
        head=_axis_head(desk, page.progress),
        number="" if page.stand is None else texts.stand(page.stand),
        number_told=texts.text("vote.axis.mean"),
        zones=_zones(desk, page) if pooled else (),
        words=words,
        stands=_axis_stands(desk, page),
        told=told,
        talk=None if page.talk is None else _talk(desk, page),
        tips=_guide_tips(desk),
        notes=notes_view(desk, notes_from),
    )


def _axis_head(desk: Desk, progress: Progress) -> Head:
    return Head(
        line=desk.texts.text("vote.head_axis", number=progress.current_axis + 1, total=len(AXES)),
        title=progress.axis_label,
    )


def _zones(desk: Desk, page: AxisPage) -> tuple[ZoneBox, ...]:
    if page.zone is None:
        return ()
    words = desk.room.texts
    return tuple(
        ZoneBox(word=words.text(f"projector.zone.{band}"), reached=band is page.zone)
        for band in Band
    )


def _axis_stands(desk: Desk, page: AxisPage) -> tuple[str, ...]:
    """Return what the radar shows of the axis besides its large number."""
    texts = desk.texts
    spoke = page.radar.spokes[page.progress.current_axis]
    found = []
    if spoke.owner is not None:
        found.append(texts.text(_owner_key(desk), stand=_owner_stand(desk, spoke.owner)))
    if spoke.first is not None:
        found.append(texts.text("vote.result.first", stand=texts.stand(spoke.first)))
    if page.agreed is not None and page.zone is None:
        found.append(texts.text("vote.result.agreed", stand=texts.decimal(page.agreed)))
    return tuple(found)


def _talk(desk: Desk, page: AxisPage) -> TalkView:
    """Return the question of the projector in both its forms, and the others that fit."""
    texts = desk.texts
    axis = AXES[page.progress.current_axis]
    # An agreed stand takes the place of the question there; a zone has its own.
    shown = page.agreed is None or page.zone is not None
    result = desk.room.report.axes[AXES.index(axis)]
    first, *others = talk_questions(result, desk.room.content.axis(axis))
    deep = desk.stage.deep
    key = keycap(texts, Intent.DEEPER)
    return TalkView(
        title=texts.text("vote.talk.title"),
        questions=tuple(
            QuestionChoice(
                deep=one,
                text=first.deep if one else first.short,
                chosen=one is deep,
                badge=texts.text("vote.talk.shown") if shown and one is deep else "",
                key="" if one is deep else key,
            )
            for one in (False, True)
        ),
        others_title=texts.text("vote.talk.others"),
        others=tuple(one.short for one in others),
    )


def table_view(desk: Desk, page: AxisPage, notes_from: int) -> TableView:
    """Return the open conversation about an axis; there is no secret vote here."""
    texts = desk.texts
    axis = AXES[page.progress.current_axis]
    label = desk.room.texts.text("projector.owner_says")
    guide = desk.room.content.guide(Step.VOTE).words(Mode.OPEN)
    first = axis is AXES[0] and not desk.session.agreed
    say = desk.room.content.axis(axis).say
    owners = desk.session.setup.owners > 0
    return TableView(
        head=_axis_head(desk, page.progress),
        read=texts.text("vote.table.read"),
        say=f"{say}\n{guide.say.splitlines()[0]}" if first else say,
        statements=tuple(
            Wording(text=staff, owner_label=label if owner else "", owner_text=owner or "")
            for staff, owner in page.statements
        ),
        lay=texts.text("vote.table.lay"),
        lay_told=texts.text("vote.table.lay_told"),
        talk=texts.text("vote.table.talk"),
        talk_told=texts.text("vote.table.talk_told" if owners else "vote.table.talk_told_team"),
        questions=_talk(desk, page),
        agree=texts.text("vote.table.agree"),
        stand=stand_view(desk, told="vote.table.agree_told"),
        notes=notes_view(desk, notes_from),
    )
