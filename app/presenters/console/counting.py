"""What the pages of choosing have in common: the phase, the ballot, the count by hand."""

from collections.abc import Sequence

from app.presenters.room import Room
from app.voting.slips import ChoiceSlips, ConsentSlips
from resources.catalogue import Catalogue
from widgets.console.views_choosing import BallotView, CountRow, CountView, Phase
from widgets.controls.options import Option
from workshop_flows import privacy
from workshop_flows.state import Ballot
from workshop_flows.vocabulary import Mode, Way


def phase_of(room: Room, *, done: bool) -> Phase:
    """Return how far the choice of this step is; `done`: it was made, or chosen aloud."""
    current = room.session.round
    if current is not None:
        return Phase.COUNTING if current.closed else Phase.OPEN
    return Phase.CHOSEN if done else Phase.READY


def how_now(room: Room, ballot: Ballot) -> str:
    """Return 'devices', 'mixed', 'slips' or 'hands': how the round is or would be held."""
    current = room.session.round
    used = ballot if current is None else current.ballot
    if not room.secret or used is Ballot.SHOW_OF_HANDS:
        return "hands"
    return room.setup.way


def ballot_view(room: Room, phase: Phase, ballot: Ballot, texts: Catalogue) -> BallotView:
    """Return the choice between slips and hands, before a round where both are possible."""
    if phase is not Phase.READY or room.mode is Mode.OPEN or room.setup.way is Way.DEVICES:
        return BallotView()
    secret = "mixed" if room.setup.way is Way.MIXED else "secret"
    options = (
        Option(key=Ballot.SECRET, text=texts.text(f"choosing.ballot.{secret}")),
        Option(key=Ballot.SHOW_OF_HANDS, text=texts.text("choosing.ballot.show_of_hands")),
    )
    return BallotView(options=options, chosen=ballot)


def count_view(
    slips: ChoiceSlips | ConsentSlips, labels: Sequence[str], how: str, texts: Catalogue
) -> CountView:
    """Return the card on which the facilitator counts; only that person sees it."""
    ballot = "hands" if how == "hands" else "slips"
    rows = tuple(
        CountRow(
            key=str(number),
            label=label,
            count=count,
            more=texts.text("choosing.count.more", what=label),
            less=texts.text("choosing.count.less", what=label),
        )
        for number, (label, count) in enumerate(zip(labels, slips.counts, strict=True), start=1)
    )
    kind = "choice" if isinstance(slips, ChoiceSlips) else "consent"
    return CountView(
        title=texts.text(f"choosing.count.title.{ballot}"),
        hint=texts.text(f"choosing.count.hint.{kind}"),
        rows=rows,
        total=_total(slips, texts),
        warning=_warning(slips, ballot, texts),
        people=slips.people if isinstance(slips, ChoiceSlips) else None,
        most_people=slips.seats,
    )


def joined(texts: Catalogue, items: Sequence[str]) -> str:
    """Return 'a, b en c'."""
    if len(items) < 2:
        return "".join(items)
    return texts.text("choosing.and", first=", ".join(items[:-1]), last=items[-1])


def _total(slips: ChoiceSlips | ConsentSlips, texts: Catalogue) -> str:
    if isinstance(slips, ConsentSlips):
        return texts.text("choosing.count.total", counted=slips.counted, seats=slips.seats)
    crosses = sum(slips.counts)
    return texts.text("choosing.count.crosses", crosses=crosses, most=2 * slips.people)


def _warning(slips: ChoiceSlips | ConsentSlips, ballot: str, texts: Catalogue) -> str:
    told = texts.text(f"choosing.count.warning.{ballot}")
    held = Ballot.SHOW_OF_HANDS if ballot == "hands" else Ballot.SECRET
    if privacy.may_be_traced(held, slips.counted):
        few = texts.text("choosing.count.too_few", fewest=privacy.FEWEST_SLIPS)
        return f"{few} {told}"
    return told
