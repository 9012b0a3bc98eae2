"""What a session starts with before anyone has typed a word."""

from datetime import date

from app.settings import Values
from workshop_flows.setup import Setup
from workshop_flows.views import Report
from workshop_flows.vocabulary import Sector

_USUAL_STAFF = 5
_USUAL_OWNERS = 1


def new_setup(values: Values, today: date) -> Setup:
    """Return the setup of a session with a firm that has no name yet."""
    return Setup(
        company="",
        sector=Sector.OTHER,
        question="",
        date=today,
        length=values.length,
        staff=_USUAL_STAFF,
        owners=_USUAL_OWNERS,
        owner_apart=False,
        language=values.session_language,
        smallest_team=values.smallest_team,
        phones=_USUAL_STAFF + _USUAL_OWNERS if values.voting_by_phone else 0,
    )


def setup_again(report: Report, values: Values, today: date) -> Setup:
    """Return the setup of a follow-up: the same people and question as then.

    The owner's yes counted for that day; it has to be asked again.
    """
    then = report.facts
    return Setup(
        company=then.company,
        sector=then.sector,
        question=then.question,
        date=today,
        length=then.length,
        staff=then.staff,
        owners=then.owners,
        owner_apart=False,
        language=then.language,
        names=then.names,
        owner_names=then.owner_names,
        smallest_team=values.smallest_team,
        phones=then.staff + then.owners if values.voting_by_phone else 0,
    )
