"""What can change after the talk: the agreed stand, and a second vote."""

from app.desk import Desk
from app.keys import Intent
from app.presenters.console.keys import keycap
from app.presenters.voting import scale_words, vote_page
from widgets.console.views_vote import SideView, StandChoice, StandView
from workshop_flows import lead
from workshop_flows.projector import AxisPage, ResultPage
from workshop_flows.vocabulary import AXES, AxisId, Mode, Step

HALVES = tuple(half / 2 for half in range(2, 11))
MIDDLE = 3.0


def axis_now(desk: Desk) -> AxisId:
    return desk.session.position.axis or AXES[0]


def may_agree(desk: Desk) -> bool:
    """Tell whether a stand can be agreed aloud now."""
    mode, axis = desk.room.mode, axis_now(desk)
    return mode is Mode.OPEN or desk.session.closed_number(axis) > 0


def stand_moved(desk: Desk, by: float) -> float:
    """Return the stand half a point further; the first begins at what is shown."""
    now = desk.session.agreed_stand(axis_now(desk))
    if now is None:
        shown = desk.room.report.axes[AXES.index(axis_now(desk))].team
        return MIDDLE if shown is None else round(shown * 2) / 2
    return min(5.0, max(1.0, now + by))


def stand_view(desk: Desk, *, told: str = "vote.stand.told") -> StandView:
    texts = desk.texts
    value = desk.session.agreed_stand(axis_now(desk))
    return StandView(
        title=texts.text("vote.stand"),
        told=texts.text(told),
        choices=tuple(_choice(desk, half) for half in HALVES),
        value=value,
        words=texts.text("vote.stand.none") if value is None else _named(desk, value),
        clear="" if value is None else texts.text("vote.stand.clear"),
        keys=(keycap(texts, Intent.STAND_DOWN), keycap(texts, Intent.STAND_UP)),
        keys_told=texts.text("vote.stand.keys"),
    )


def _choice(desk: Desk, value: float) -> StandChoice:
    whole = value == int(value)
    label = desk.texts.decimal(value) if whole else desk.texts.text("vote.stand.half")
    return StandChoice(value=value, label=label, name=_named(desk, value))


def _named(desk: Desk, value: float) -> str:
    return desk.texts.text(
        "vote.stand.name", stand=desk.texts.decimal(value), words=scale_words(desk.room, value)
    )


def side_view(desk: Desk) -> SideView | None:
    """Return what stands under the preview; None before a reveal."""
    page = vote_page(desk.room)
    if desk.room.mode is Mode.OPEN:
        guide = desk.room.content.guide(Step.VOTE).words(Mode.OPEN)
        tips = desk.room.content.axis(axis_now(desk)).tips
        return SideView(
            tips_title=desk.texts.text("vote.table.tips"), tips=(*guide.tips[:3], *tips[:1])
        )
    if not isinstance(page, ResultPage | AxisPage):
        return None
    texts = desk.texts
    revote = lead.may_revote(desk.session, desk.stage.reveal)
    agree = may_agree(desk)
    if not revote and not agree:
        return None
    return SideView(
        title=texts.text("vote.change"),
        told=texts.text(_change_told(desk, revote=revote, agree=agree)),
        revote=texts.text("vote.revote") if revote else "",
        revote_key=keycap(texts, Intent.REVOTE),
        stand=stand_view(desk) if agree else None,
        later="" if agree else texts.text("vote.change.later"),
    )


def _change_told(desk: Desk, *, revote: bool, agree: bool) -> str:
    if not revote:
        return "vote.change.told_stand"
    if not agree:
        return "vote.change.told_statement"
    pooled = desk.room.mode is Mode.POOLED
    return "vote.change.told_pooled" if pooled else "vote.change.told"
