"""The one view of all that was shown and agreed in a session, so far or at its end."""

from collections.abc import Mapping
from fractions import Fraction

from workshop_flows import insight, privacy
from workshop_flows.agenda import statements_of
from workshop_flows.agreement import agreement, consent_outcome
from workshop_flows.cards import afspraak_of, card_title
from workshop_flows.content import Content
from workshop_flows.follow_up import compare
from workshop_flows.insight import exact, tenths
from workshop_flows.privacy import ShownAxis, ShownStatement
from workshop_flows.state import ChoiceCounts, Session
from workshop_flows.summary import summary
from workshop_flows.views import (
    AxisResult,
    CardChoice,
    FocusChoice,
    Report,
    SessionFacts,
    StatementResult,
    ThreeWords,
)
from workshop_flows.vocabulary import AXES, AxisId, Mode

Stands = Mapping[AxisId, Fraction | None]


def report(session: Session, content: Content) -> Report:
    """Return everything that was shown of the session and nothing finer."""
    mode = privacy.mode_now(session)
    shown = {axis: privacy.axis_shown(session, mode, axis) for axis in AXES}
    stands = {axis: _stand(session.agreed_stand(axis), shown[axis]) for axis in AXES}
    axes = tuple(_axis(axis, shown[axis], stands, session, content) for axis in AXES)
    talk_about = insight.talk_about(stands, {axis: shown[axis].band for axis in AXES})
    consent = consent_outcome(session.consent, session.setup.seats)
    return Report(
        facts=_facts(session),
        mode=mode,
        axes=axes,
        statements=_statements(session, mode, content),
        three_words=_three_words(stands),
        talk_about=talk_about,
        summary=summary(axes, talk_about, content),
        focus=_focus(session, content),
        cards=_cards(session, content),
        agreement=agreement(session.draft, consent),
        consent=consent,
        better=session.better,
        earlier=compare(session, axes),
    )


def _facts(session: Session) -> SessionFacts:
    setup = session.setup
    return SessionFacts(
        company=setup.company,
        sector=setup.sector,
        question=setup.question,
        date=setup.date,
        length=setup.length,
        staff=setup.staff,
        owners=setup.owners,
        owner_apart=setup.owner_apart,
        language=setup.language,
        names=setup.names,
        owner_names=setup.owner_names,
        quotes=session.quotes,
        already_doing=session.already_doing,
        coming=session.coming,
    )


def _stand(agreed: float | None, shown: ShownAxis) -> Fraction | None:
    return shown.team if agreed is None else exact(agreed)


def _axis(
    axis: AxisId, shown: ShownAxis, stands: Stands, session: Session, content: Content
) -> AxisResult:
    stand = stands[axis]
    aims = axis in session.focus and stand is not None
    return AxisResult(
        id=axis,
        label=content.axis(axis).label,
        team=_tenths(shown.team),
        owner=_tenths(shown.owner),
        band=shown.band,
        consensus=shown.consensus,
        spread=_pair(shown.spread),
        first=_tenths(shown.first),
        agreed=session.agreed_stand(axis),
        target=tenths(insight.target(stand)) if aims and stand is not None else None,
        votes=shown.votes,
    )


def _statements(session: Session, mode: Mode, content: Content) -> tuple[StatementResult, ...]:
    if mode is not Mode.TEAM:
        return ()
    found = []
    for axis in AXES:
        for statement in statements_of(axis, session.setup.length):
            rounds = session.rounds_of(statement)
            if not rounds:
                continue
            one = privacy.counted_round(session, mode, statement) or rounds[-1]
            shown = privacy.round_shown(session, mode, one)
            found.append(_statement(statement, shown, content))
    return tuple(found)


def _statement(statement: str, shown: ShownStatement, content: Content) -> StatementResult:
    texts = content.statement(statement)
    return StatementResult(
        id=statement,
        staff_text=texts.staff,
        owner_text=texts.owner,
        team=_tenths(shown.team),
        votes=shown.votes,
        consensus=shown.consensus,
        spread=_pair(shown.spread),
        owner=_tenths(shown.owner),
        first=_tenths(shown.ghost),
    )


def _three_words(stands: Stands) -> ThreeWords:
    weten, willen, kunnen = insight.three_words(stands)
    return ThreeWords(weten=_tenths(weten), willen=_tenths(willen), kunnen=_tenths(kunnen))


def _focus(session: Session, content: Content) -> tuple[FocusChoice, ...]:
    return tuple(
        FocusChoice(
            axis=axis,
            label=content.axis(axis).label,
            votes=_count(session.focus_counts, AXES.index(axis)),
        )
        for axis in session.focus
    )


def _cards(session: Session, content: Content) -> tuple[CardChoice, ...]:
    found = []
    for index, card in enumerate(session.cards):
        chosen = afspraak_of(card, session.draft) is not None
        votes = _count(session.card_counts, index) if chosen else None
        title = card_title(card, content)
        found.append(
            CardChoice(action=card.action, title=title, axis=card.axis, votes=votes, chosen=chosen)
        )
    return tuple(found)


def _count(counts: ChoiceCounts | None, index: int) -> int | None:
    return counts.counts[index] if counts and privacy.choice_shown(counts) else None


def _tenths(value: Fraction | None) -> float | None:
    return None if value is None else tenths(value)


def _pair(value: tuple[Fraction, Fraction] | None) -> tuple[float, float] | None:
    return None if value is None else (tenths(value[0]), tenths(value[1]))
