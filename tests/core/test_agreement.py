"""When an agreement is complete, and what consent means."""

import datetime

import pytest
from msgspec.structs import replace

from tests.core.builders import content
from workshop_flows import agreement
from workshop_flows.state import ConsentCounts, Draft
from workshop_flows.views import Afspraak, Missing
from workshop_flows.vocabulary import AgreementStatus, AxisId, ConsentOutcome

WHOLE = Afspraak(
    action=26,
    title="Vast leerhalfuur",
    axis=AxisId.G2,
    who="Youssef",
    first_step="Kees zet het in de planning",
    first_step_date=datetime.date(2026, 11, 16),
    hours=10,
    euros=0,
    evidence="Iedereen kan een hybride veilig uitzetten",
)
DRAFT = Draft(afspraken=(WHOLE,), follow_up=datetime.date(2027, 3, 12), keeper="Anouk")


def test_a_whole_agreement_lacks_nothing() -> None:
    assert agreement.missing(DRAFT) == ()


@pytest.mark.parametrize("field", agreement.REQUIRED)
def test_every_required_field_is_missed(field: str) -> None:
    draft = replace(DRAFT, afspraken=(WHOLE, replace(WHOLE, **{field: None})))
    assert agreement.missing(draft) == (Missing(field=field, afspraak=2),)


def test_blanks_are_no_text() -> None:
    draft = replace(DRAFT, keeper="  ", follow_up=None, afspraken=())
    fields = [one.field for one in agreement.missing(draft)]
    assert fields == ["afspraken", "follow_up", "keeper"]


@pytest.mark.parametrize(
    ("consent", "status"),
    [
        (ConsentOutcome.EVERYONE, AgreementStatus.AGREED),
        (ConsentOutcome.WITH_CHANGES, AgreementStatus.AGREED),
        (ConsentOutcome.NOT_YET, AgreementStatus.CONCEPT),
        (None, AgreementStatus.CONCEPT),
    ],
)
def test_status_follows_consent(consent: ConsentOutcome | None, status: AgreementStatus) -> None:
    assert agreement.agreement(DRAFT, consent).status is status


def test_an_incomplete_agreement_stays_a_concept() -> None:
    draft = replace(DRAFT, keeper="")
    assert agreement.agreement(draft, ConsentOutcome.EVERYONE).status is AgreementStatus.CONCEPT


@pytest.mark.parametrize(
    ("counts", "seats", "outcome"),
    [
        (None, 5, None),
        ((5, 0, 0), 5, ConsentOutcome.EVERYONE),
        ((4, 1, 0), 5, ConsentOutcome.WITH_CHANGES),
        ((4, 0, 1), 5, ConsentOutcome.NOT_YET),
        ((3, 1, 1), 5, ConsentOutcome.NOT_YET),
        ((5, 0, 0), 6, ConsentOutcome.NOT_YET),  # one seat said nothing
        ((4, 0, 0), 4, ConsentOutcome.EVERYONE),
        ((3, 1, 0), 4, ConsentOutcome.NOT_YET),  # too few to tell a ja-als apart
        ((3, 0, 1), 4, ConsentOutcome.NOT_YET),
        ((0, 0, 0), 4, ConsentOutcome.NOT_YET),
    ],
)
def test_consent_in_words(
    counts: tuple[int, int, int] | None, seats: int, outcome: ConsentOutcome | None
) -> None:
    given = None if counts is None else ConsentCounts(yes=counts[0], yes_if=counts[1], no=counts[2])
    assert agreement.consent_outcome(given, seats) is outcome


def test_an_action_of_the_library_lends_its_title_unless_reworded() -> None:
    plain = replace(WHOLE, title=None)
    own = replace(WHOLE, action=None, title="Eigen idee")
    unknown = replace(WHOLE, action=999, title=None)
    titles = [
        one.title
        for one in agreement.titled(
            Draft(afspraken=(plain, WHOLE, own, unknown)), content()
        ).afspraken
    ]
    action = content().action(26)
    assert action is not None
    assert titles == [action.title, WHOLE.title, "Eigen idee", None]


def test_an_action_fills_in_what_the_library_knows() -> None:
    free, paid = content().action(26), content().action(36)
    assert free is not None
    assert paid is not None
    filled = agreement.prefilled(free, AxisId.G3)
    assert (filled.action, filled.axis, filled.title) == (26, AxisId.G3, free.title)
    assert (filled.yields, filled.when, filled.first_step) == (
        free.yields,
        free.time,
        free.first_step,
    )
    assert (filled.euros, filled.who, filled.hours) == (0, None, None)
    assert agreement.prefilled(paid, AxisId.G3).euros is None
