"""Which module composes which page."""

from typing import assert_never

from widgets.projector import (
    actions,
    agreement,
    axis,
    close,
    consent,
    focus,
    join,
    late,
    question,
    radar,
    result,
    review,
    statement,
    tiles,
    welcome,
    who_starts,
)
from widgets.projector.sheet import Sheet
from workshop_flows.projector import (
    ActionsPage,
    AgreementPage,
    AlreadyDoingPage,
    AxisPage,
    BlankPage,
    ClosePage,
    ConsentPage,
    FocusPage,
    ProjectorPage,
    QuestionPage,
    RadarPage,
    ResultPage,
    ReviewPage,
    StatementPage,
    WelcomePage,
    WhoStartsPage,
)


def compose(page: ProjectorPage, sheet: Sheet) -> None:
    """Put everything of a page on an empty sheet."""
    if page.late is not None:
        late.make_room(sheet)
    _compose(page, sheet)
    if page.late is not None:
        late.compose(page.late, sheet)


def _compose(page: ProjectorPage, sheet: Sheet) -> None:  # noqa: C901 (one case per page)
    match page:
        case BlankPage():
            pass
        case ActionsPage():
            actions.compose(page, sheet)
        case AgreementPage():
            agreement.compose(page, sheet)
        case AxisPage():
            axis.compose(page, sheet)
        case ClosePage():
            close.compose(page, sheet)
        case ConsentPage():
            consent.compose(page, sheet)
        case FocusPage():
            focus.compose(page, sheet)
        case QuestionPage():
            question.compose(page, sheet)
        case RadarPage():
            radar.compose(page, sheet)
        case ResultPage():
            result.compose(page, sheet)
        case ReviewPage():
            review.compose(page, sheet)
        case StatementPage():
            statement.compose(page, sheet)
        case AlreadyDoingPage():
            tiles.compose(page, sheet)
        case WelcomePage() if page.strip.address is not None:
            join.compose(page, sheet)
        case WelcomePage():
            welcome.compose(page, sheet)
        case WhoStartsPage():
            who_starts.compose(page, sheet)
        case _ as unknown:
            assert_never(unknown)
