"""The page to prepare a session, from its setup and what is known beside it."""

from datetime import date
from typing import Final, get_args

from msgspec import Struct

from app.keys import Intent
from app.presenters.console.keys import keycap
from app.presenters.console.prepare_time import length_view
from app.presenters.console.prepare_ways import ballot_view
from resources.catalogue import Catalogue
from widgets.console.views_frame import BottomView, Hint
from widgets.console.views_prepare import ApartView, FormView, LabelsView
from widgets.controls.options import Option
from workshop_flows import limits, privacy
from workshop_flows.setup import Setup
from workshop_flows.state import Ballot, EarlierSession
from workshop_flows.vocabulary import Language, Mode, Sector

_LABELS: Final = (
    "company",
    "sector",
    "question",
    "question_hint",
    "staff",
    "owners",
    "names",
    "owner_names",
    "names_how",
    "ballot",
    "length",
    "language",
    "day",
)


class Preparing(Struct, frozen=True, kw_only=True):
    """Where the preparing stands.

    `phones_possible`: they are a way to vote here.
    `said_on`: the day on which the owner's yes was ticked off, when that is known. `fixed`:
    there was a vote. `begun`: the session has left this step. `nameless`: it was tried
    without a name of the firm.
    """

    setup: Setup
    ballot: Ballot
    today: date
    phones_possible: bool = True
    said_on: date | None = None
    earlier: EarlierSession | None = None
    fixed: bool = False
    begun: bool = False
    nameless: bool = False

    @property
    def mode(self) -> Mode:
        return privacy.mode_of(self.setup)

    @property
    def by_phone(self) -> int:
        """How many seats vote by phone as it stands."""
        secret = self.mode is not Mode.OPEN and self.ballot is Ballot.SECRET
        return self.setup.phones if secret and self.phones_possible else 0


def form_view(now: Preparing, texts: Catalogue) -> FormView:
    setup = now.setup
    return FormView(
        labels=LabelsView(**{name: texts.text(f"prepare.{name}") for name in _LABELS}),
        title=_title(now, texts),
        intro=_intro(now, texts),
        company=setup.company,
        company_error=texts.text("refusal.company_missing") if now.nameless else None,
        sectors=tuple(Option(key=one, text=texts.text(f"prepare.sector.{one}")) for one in Sector),
        sector=setup.sector,
        question=setup.question,
        staff=setup.staff,
        owners=setup.owners,
        staff_range=staff_range(setup.owners),
        owners_range=owners_range(setup.staff),
        names=setup.names,
        owner_names=setup.owner_names,
        names_hint=_names_hint(len(setup.names), setup.staff, texts),
        owner_names_hint=_names_hint(len(setup.owner_names), setup.owners, texts),
        apart=_apart(now, texts),
        ballot=ballot_view(now, texts),
        length=length_view(setup.length, texts),
        languages=tuple(
            Option(key=one, text=texts.text(f"prepare.language.{one}"))
            for one in get_args(Language)
        ),
        language=setup.language,
        day=setup.date,
        today=now.today,
        fixed=texts.text("refusal.fixed_after_first_vote") if now.fixed else None,
    )


def bottom_view(now: Preparing, texts: Catalogue) -> BottomView:
    """Return the bar at the bottom; the big button starts, or goes back to the session."""
    kind = "return" if now.begun else "start" if now.earlier is None else "start_again"
    reason = None if now.setup.company else texts.text("refusal.company_missing")
    return BottomView(
        next=texts.text(f"prepare.{kind}"),
        next_key=keycap(texts, Intent.NEXT, typing=True),
        reason=reason,
        note=reason or "",
        back="" if now.begun else texts.text("prepare.back"),
        hints=(
            Hint(key=texts.text("keys.key.Tab"), words=texts.text("prepare.hint.tab")),
            Hint(key=keycap(texts, Intent.LEAVE), words=texts.text("prepare.hint.back")),
        ),
    )


def top_title(now: Preparing, texts: Catalogue) -> str:
    """Return what stands in the bar at the top."""
    if now.earlier is None:
        return texts.text("prepare.top")
    return texts.text("prepare.top_again", company=now.setup.company)


def staff_range(owners: int) -> tuple[int, int]:
    """Return how few and how many staff there can be beside so many owners."""
    fewest = max(1, limits.FEWEST_SEATS - owners)
    return fewest, min(limits.MOST_STAFF, limits.MOST_SEATS - owners)


def owners_range(staff: int) -> tuple[int, int]:
    fewest = max(0, limits.FEWEST_SEATS - staff)
    return fewest, min(limits.MOST_OWNERS, limits.MOST_SEATS - staff)


def people_note(setup: Setup, texts: Catalogue) -> str:
    """Return what may be shown of so many people."""
    key = f"prepare.people.{privacy.mode_of(setup)}"
    return texts.plural(key, setup.staff, least=setup.smallest_team)


def _title(now: Preparing, texts: Catalogue) -> str:
    return texts.text("prepare.title" if now.earlier is None else "prepare.title_again")


def _intro(now: Preparing, texts: Catalogue) -> str:
    if now.earlier is None:
        return ""
    return texts.text("prepare.same_people", day=texts.day(now.earlier.date))


def _names_hint(typed: int, people: int, texts: Catalogue) -> str:
    if typed in (0, people):
        return texts.text("prepare.names_hint")
    return texts.text("prepare.names_count", typed=typed, people=people)


def _apart(now: Preparing, texts: Catalogue) -> ApartView:
    setup = now.setup
    title = texts.text("prepare.apart")
    if setup.owners == 0:
        return ApartView(title=title, second=texts.text("prepare.apart.no_owner"))
    if now.mode is not Mode.TEAM:
        key = f"prepare.apart.{now.mode}"
        return ApartView(title=title, second=texts.text(key))
    several = "several" if setup.owners > 1 else "one"
    effect = f"prepare.apart.{several}" if setup.owner_apart else "prepare.apart.without"
    return ApartView(
        title=title,
        yes=_said_yes(now, texts),
        second=texts.text(effect),
        chosen=setup.owner_apart,
    )


def _said_yes(now: Preparing, texts: Catalogue) -> str:
    setup = now.setup
    names = setup.owner_names
    if len(names) == setup.owners:
        who = names[0]
        if len(names) > 1:
            first = ", ".join(names[:-1])
            who = texts.text("prepare.and", first=first, last=names[-1])
    else:
        who = texts.plural("prepare.the_owners", setup.owners)
    if setup.owner_apart and now.said_on is not None:
        day = texts.day(now.said_on)
        return texts.plural("prepare.said_yes_on", setup.owners, who=who, day=day)
    return texts.plural("prepare.said_yes", setup.owners, who=who)
