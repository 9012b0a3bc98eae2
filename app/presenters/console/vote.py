"""The console's pages of a vote up to its reveal, and which page it is now."""

from msgspec import Struct

from app.desk import Desk
from app.keys import DIGITS, Intent
from app.presenters.console.keys import keycap
from app.presenters.console.vote_talk import axis_view, result_view, table_view
from app.presenters.voting import vote_page
from app.voting.slips import ANSWERS, SKIP, StatementSlips
from widgets.console.views_vote import (
    AskView,
    BallotChoice,
    BusyView,
    CountCell,
    CountRow,
    CountView,
    Head,
    Script,
    VoteView,
)
from widgets.controls.options import Option
from workshop_flows import privacy
from workshop_flows.content import Axis, Statement, Words
from workshop_flows.lead import Act
from workshop_flows.projector import AxisPage, ResultPage, StatementPage
from workshop_flows.state import Ballot, StatementSubject
from workshop_flows.vocabulary import AXES, AxisId, Mode, Role, Step, Way

TIPS_BEFORE = 3
"""The guide's first tips are about asking a statement, the later ones about the talk."""


class AtVote(Struct, frozen=True, kw_only=True):
    """What the page itself remembers: whose slips the keys count, and where its notes begin."""

    role: Role = Role.STAFF
    notes_from: int = 0


def vote_view(desk: Desk, at: AtVote) -> VoteView:
    """Return the page of this moment; which one it is follows the projector."""
    page = vote_page(desk.room)
    match page:
        case ResultPage():
            return result_view(desk, page, at.notes_from)
        case AxisPage() if desk.room.mode is Mode.OPEN:
            return table_view(desk, page, at.notes_from)
        case AxisPage():
            return axis_view(desk, page, at.notes_from)
    assert isinstance(page, StatementPage)
    current = desk.session.round
    if current is None:
        return _ask(desk, page)
    return _count(desk, page, at.role) if current.closed else _busy(desk, page)


def _ask(desk: Desk, page: StatementPage) -> AskView:
    wanted = desk.next
    opens = wanted.act is Act.OPEN_VOTE
    second = _is_second(wanted.subject)
    texts = desk.texts
    told = ""
    if second:
        pooled = desk.room.mode is Mode.POOLED
        told = texts.text("vote.ask.again_axis" if pooled else "vote.ask.again")
    elif not opens:
        asked = bool(desk.session.rounds_of(_statement(desk).id))
        told = texts.text("vote.ask.voted" if asked else "vote.ask.shown")
    return AskView(
        head=_head(desk, page, again=second),
        script=_script(desk),
        ballot=_ballot(desk) if opens and desk.counts_by_hand else None,
        told=told,
        instead=texts.text("vote.ask.stay") if second and desk.stage.revote else "",
    )


def _is_second(subject: object) -> bool:
    return isinstance(subject, StatementSubject) and subject.number == 2


def _ballot(desk: Desk) -> BallotChoice:
    texts = desk.texts
    secret = "mixed" if desk.session.setup.way is Way.MIXED else "secret"
    told = "hands" if desk.ballot is Ballot.SHOW_OF_HANDS else secret
    return BallotChoice(
        name=texts.text("vote.ballot.name"),
        options=(
            Option(key=Ballot.SECRET, text=texts.text(f"vote.ballot.{secret}")),
            Option(key=Ballot.SHOW_OF_HANDS, text=texts.text("vote.ballot.hands")),
        ),
        chosen=desk.ballot,
        told=texts.text(f"vote.ballot.{told}_told"),
    )


def _script(desk: Desk) -> Script:
    """Return the words before a statement: those of the axis before its first."""
    guide = _guide(desk)
    content, statement = _axis(desk), _statement(desk)
    say = desk.texts.text("vote.say_next")
    if statement.number == 1:
        say = content.say
        if not desk.session.statements:
            say = f"{guide.say}\n{say}"
    return Script(say=say, tips=guide.tips[:TIPS_BEFORE], in_other_words=statement.in_other_words)


def _guide(desk: Desk) -> Words:
    return desk.room.content.guide(Step.VOTE).words(desk.room.mode, desk.session.setup.way)


def _busy(desk: Desk, page: StatementPage) -> BusyView:
    current = desk.session.round
    assert current is not None
    texts = desk.texts
    aloud = current.ballot is Ballot.SHOW_OF_HANDS
    way = "hands" if aloud else desk.session.setup.way
    return BusyView(
        head=_head(desk, page, again=_is_second(current.subject)),
        title=texts.text(f"vote.busy.{way}"),
        steps=tuple(texts.text(f"vote.busy.{way}.{number}") for number in (1, 2, 3)),
        told=texts.text("vote.busy.aloud" if aloud else f"vote.busy.sees.{desk.session.setup.way}"),
        words_title=texts.text("vote.words"),
        words=_statement(desk).in_other_words,
        tips=_tips_while_open(desk),
        stop=texts.text("vote.stop"),
        stop_key=keycap(texts, Intent.STOP_VOTE),
    )


def _tips_while_open(desk: Desk) -> tuple[str, ...]:
    """Return the tips of a statement, and with phones only what to do when the counter stops."""
    tips = _guide(desk).tips
    of_way = tips[-1:] if desk.session.setup.way is Way.DEVICES else ()
    return (*tips[:TIPS_BEFORE], *of_way)


def roles_counted(desk: Desk) -> tuple[Role, ...]:
    """Return whose slips may still be counted by hand."""
    slips = desk.slips
    if not isinstance(slips, StatementSlips):
        return ()
    return tuple(role for role, left in zip(Role, slips.seats, strict=True) if left > 0)


def too_few(desk: Desk) -> str:
    """Return why the slips cannot be shown yet, or '': one or two would tell who wrote them."""
    slips, current = desk.slips, desk.session.round
    if not isinstance(slips, StatementSlips) or current is None:
        return ""
    counted = slips.staff.ballots
    if not privacy.may_be_traced(current.ballot, counted):
        return ""
    return desk.texts.text("vote.count.few", count=counted)


def progress_told(desk: Desk) -> str:
    """Return how far the counting is: '6 van de 10 geteld'; '' outside it."""
    slips = desk.slips
    if not isinstance(slips, StatementSlips):
        return ""
    return desk.texts.text("vote.count.done", counted=slips.counted, seats=sum(slips.seats))


def is_unopened(desk: Desk, role: Role) -> bool:
    """Tell whether slips of this role stay folded: an owner's without his yes (mode team)."""
    return role is Role.OWNER and desk.room.mode is Mode.TEAM and not desk.session.setup.owner_apart


def _count(desk: Desk, page: StatementPage, role: Role) -> CountView:
    current = desk.session.round
    assert current is not None
    texts, slips = desk.texts, desk.slips
    way = "hands" if current.ballot is Ballot.SHOW_OF_HANDS else "slips"
    told = (
        ["vote.count.sees", "vote.count.destroy"] if way == "slips" else ["vote.count.sees_hands"]
    )
    if isinstance(slips, StatementSlips) and not slips.staff.ballots:
        told.append("vote.count.rule")
    return CountView(
        head=_head(desk, page, again=_is_second(current.subject)),
        title=texts.text(f"vote.count.{way}"),
        hint=texts.text("vote.count.hint"),
        rows=tuple(_row(desk, one, role, way) for one in roles_counted(desk)),
        told=tuple(texts.text(key) for key in told),
        few=too_few(desk),
        stop=texts.text("vote.stop"),
        stop_key=keycap(texts, Intent.STOP_VOTE),
    )


def _row(desk: Desk, role: Role, active: Role, way: str) -> CountRow:
    texts, slips = desk.texts, desk.slips
    assert isinstance(slips, StatementSlips)
    unopened = is_unopened(desk, role)
    options = (SKIP,) if unopened else (*ANSWERS, SKIP)
    here = role is active
    return CountRow(
        role=role,
        title=_row_title(desk, role, way),
        cells=tuple(_cell(desk, role, option, way, keyed=here) for option in options),
        together=texts.text("vote.count.together"),
        counted=slips.of(role).ballots,
        of=texts.text("vote.count.of", seats=slips.seats[role is Role.OWNER]),
        told=_row_told(desk, role, way),
        switch="" if here else keycap(texts, Intent.OWNER),
    )


def _row_title(desk: Desk, role: Role, way: str) -> str:
    if role is Role.STAFF:
        return desk.texts.text("vote.count.team")
    if way == "hands":
        return desk.texts.text("vote.count.owner_hands")
    several = desk.session.setup.owners > 1
    return desk.texts.text("vote.count.owner_slips" if several else "vote.count.owner_slip")


def _row_told(desk: Desk, role: Role, way: str) -> str:
    if role is Role.STAFF:
        return ""
    if desk.room.mode is Mode.POOLED:
        return desk.texts.text("vote.count.pooled_told")
    if not is_unopened(desk, role):
        return desk.texts.text("vote.count.apart_told")
    return desk.texts.text(
        "vote.count.closed_told" if way == "slips" else "vote.count.closed_hands_told"
    )


def _cell(desk: Desk, role: Role, option: int, way: str, *, keyed: bool) -> CountCell:
    texts, slips = desk.texts, desk.slips
    assert isinstance(slips, StatementSlips)
    tally = slips.of(role)
    unopened = is_unopened(desk, role)
    label = desk.room.scale[option - 1 if option else -1]
    if unopened:
        label = texts.text("vote.count.closed" if way == "slips" else "vote.count.closed_hands")
    whose = f"{_row_title(desk, role, way)}, {label}"
    return CountCell(
        option=option,
        count=tally.counts[option - 1] if option else tally.skipped,
        label=label,
        key=keycap(texts, DIGITS[option]) if keyed else "",
        more=texts.text("vote.count.more", label=whose),
        less=texts.text("vote.count.less", label=whose),
        closed=unopened,
    )


def _head(desk: Desk, page: StatementPage, *, again: bool) -> Head:
    progress = page.progress
    texts = desk.texts
    line = texts.text(
        "vote.head",
        progress=texts.text("projector.progress", number=progress.number, total=progress.total),
        axis=progress.axis_label,
    )
    return Head(
        line=texts.text("vote.head_again", head=line) if again else line,
        title=page.staff_text,
        owner_label=desk.room.texts.text("projector.owner_says") if page.owner_text else "",
        owner_text=page.owner_text or "",
    )


def axis_now(desk: Desk) -> AxisId:
    return desk.session.position.axis or AXES[0]


def _axis(desk: Desk) -> Axis:
    return desk.room.content.axis(axis_now(desk))


def _statement(desk: Desk) -> Statement:
    return _axis(desk).statements[(desk.session.position.statement or 1) - 1]
