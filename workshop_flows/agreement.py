"""When a learning agreement is complete, and how an action fills one in beforehand."""

from typing import Final

from msgspec.structs import replace

from workshop_flows.content import Action, Content
from workshop_flows.state import ConsentCounts, Draft
from workshop_flows.views import Afspraak, Agreement, Missing
from workshop_flows.vocabulary import AgreementStatus, AxisId, ConsentOutcome

REQUIRED: Final = (
    "title",
    "who",
    "first_step",
    "first_step_date",
    "hours",
    "euros",
    "evidence",
)
SMALL_GROUP_BELOW: Final = 5
WILLING: Final = frozenset({ConsentOutcome.EVERYONE, ConsentOutcome.WITH_CHANGES})


def missing(draft: Draft) -> tuple[Missing, ...]:
    """Return what still has to be filled in, in the order of the paper."""
    found = [
        Missing(field=field, afspraak=number)
        for number, afspraak in enumerate(draft.afspraken, start=1)
        for field in REQUIRED
        if _empty(getattr(afspraak, field))
    ]
    if not draft.afspraken:
        found.append(Missing(field="afspraken"))
    if draft.follow_up is None:
        found.append(Missing(field="follow_up"))
    if _empty(draft.keeper):
        found.append(Missing(field="keeper"))
    return tuple(found)


def titled(draft: Draft, content: Content) -> Draft:
    """Give each afspraak from the library its action's title, unless it was reworded."""
    return replace(
        draft, afspraken=tuple(_titled(afspraak, content) for afspraak in draft.afspraken)
    )


def _titled(afspraak: Afspraak, content: Content) -> Afspraak:
    if not _empty(afspraak.title) or afspraak.action is None:
        return afspraak
    action = content.action(afspraak.action)
    return afspraak if action is None else replace(afspraak, title=action.title)


def consent_outcome(counts: ConsentCounts | None, seats: int) -> ConsentOutcome | None:
    """Return the outcome in words, or None when no round was held.

    Under five ballots only 'everyone' or 'not yet', so that no one answer stands alone.
    A seat that did not answer has not said yes.
    """
    if counts is None:
        return None
    if counts.ballots < seats or counts.no:
        return ConsentOutcome.NOT_YET
    if not counts.yes_if:
        return ConsentOutcome.EVERYONE
    if counts.ballots < SMALL_GROUP_BELOW:
        return ConsentOutcome.NOT_YET
    return ConsentOutcome.WITH_CHANGES


def agreement(draft: Draft, consent: ConsentOutcome | None) -> Agreement:
    """Return the agreement with its status: agreed when complete and everyone is willing."""
    lacking = missing(draft)
    agreed = consent in WILLING and not lacking
    return Agreement(
        afspraken=draft.afspraken,
        owner_promise=draft.owner_promise,
        team_promise=draft.team_promise,
        follow_up=draft.follow_up,
        follow_up_time=draft.follow_up_time,
        keeper=draft.keeper,
        status=AgreementStatus.AGREED if agreed else AgreementStatus.CONCEPT,
        missing=lacking,
    )


def prefilled(action: Action, axis: AxisId) -> Afspraak:
    """Return an afspraak filled in from the library; names, dates and hours are the room's.

    Only an action that costs nothing but own hours gets its amount filled in.
    """
    return Afspraak(
        action=action.id,
        axis=axis,
        title=action.title,
        yields=action.yields,
        when=action.time,
        first_step=action.first_step,
        euros=0 if action.cost == (0, 0) else None,
    )


def _empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
