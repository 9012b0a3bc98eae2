"""What may be kept and what may be shown: the only place that decides it.

Follows the decisions on mode and owner that rule the product. Everything that leaves
here may be shown to the room as it is; nothing else of the answers may.

Mode team shows numbers of the staff, and of the owner apart after his yes; without it his
answers are destroyed at the close. Mode pooled adds staff and owner up at the close, so
that neither can be told apart afterwards, and shows one word per axis. In mode open there
is no secret vote, and only what was agreed aloud exists.
"""

from fractions import Fraction

from msgspec import Struct

from workshop_flows import insight
from workshop_flows.agenda import statements_of
from workshop_flows.setup import Setup
from workshop_flows.state import Ballot, ChoiceCounts, Session, StatementCounts, StatementRound
from workshop_flows.tally import Tally
from workshop_flows.vocabulary import Agreeing, AxisId, Band, Mode

SMALLEST_TEAM = 5
LARGEST_THRESHOLD = 10
SMALLEST_POOL = 3
COUNTS_SHOWN_FROM = 5
SMALLEST_WAY = 5
FEWEST_SLIPS = 3
TELLTALE_DIFFERENCES = (1, 2)


class ShownAxis(Struct, frozen=True, kw_only=True):
    """What may be shown of an axis, before its one rounding; fields as in result.json."""

    team: Fraction | None = None
    owner: Fraction | None = None
    band: Band | None = None
    consensus: Agreeing | None = None
    spread: tuple[Fraction, Fraction] | None = None
    first: Fraction | None = None
    votes: int | None = None


class ShownStatement(Struct, frozen=True, kw_only=True):
    """What may be shown of a statement's round (mode team).

    `team` None: too few answers, and nothing else is shown. `dots`: how many chose 1 to 5;
    dots and spread are absent where two rounds with other voters side by side would tell on
    someone. `ghost` and `ghost_spread`: the round before.
    """

    team: Fraction | None = None
    votes: int | None = None
    dots: tuple[int, ...] | None = None
    consensus: Agreeing | None = None
    spread: tuple[Fraction, Fraction] | None = None
    owner: Fraction | None = None
    ghost: Fraction | None = None
    ghost_spread: tuple[Fraction, Fraction] | None = None


def mode_of(setup: Setup) -> Mode:
    """Return the mode that the number of staff gives."""
    if setup.staff >= setup.smallest_team:
        return Mode.TEAM
    return Mode.POOLED if setup.staff >= SMALLEST_POOL else Mode.OPEN


def mode_now(session: Session) -> Mode:
    """Return the mode: fixed by the first vote, until then what the number of staff gives."""
    return session.mode or mode_of(session.setup)


def may_be_traced(ballot: Ballot, slips: int) -> bool:
    """Tell whether there are so few slips that it can be guessed who wrote them.

    Hands are seen by everyone anyway.
    """
    return ballot is Ballot.SECRET and 0 < slips < FEWEST_SLIPS


def kept(mode: Mode, setup: Setup, staff: Tally, owner: Tally) -> StatementCounts:
    """Return what is left of a statement's ballots after the close."""
    apart = mode is Mode.TEAM and setup.owner_apart
    return StatementCounts(
        team=staff + owner if mode is Mode.POOLED else staff,
        owner=owner if apart else None,
        staff_ballots=staff.ballots,
        owner_ballots=owner.ballots,
    )


def least_votes(mode: Mode, setup: Setup) -> int:
    """Return how many votes a statement needs to count."""
    return SMALLEST_POOL if mode is Mode.POOLED else setup.smallest_team


def choice_shown(counts: ChoiceCounts | None) -> bool:
    """Tell whether the room may see how often something was chosen."""
    return counts is not None and counts.ballots >= COUNTS_SHOWN_FROM


def round_shown(session: Session, mode: Mode, one: StatementRound) -> ShownStatement:
    """Return what may be shown of a revealed round by itself: nothing outside mode team."""
    if mode is not Mode.TEAM:
        return ShownStatement()
    least = least_votes(mode, session.setup)
    tally = one.counts.team
    if tally.votes < least:
        return ShownStatement()
    ghost = session.rounds_of(one.statement)[0].counts.team if one.number == 2 else None
    if ghost is not None and ghost.votes < least:
        ghost = None
    whole = ghost is None or abs(ghost.votes - tally.votes) not in TELLTALE_DIFFERENCES
    return ShownStatement(
        team=tally.mean,
        votes=tally.votes,
        dots=tally.counts if whole else None,
        consensus=insight.agreeing(insight.consensus(tally)),
        spread=insight.spread([tally]) if whole else None,
        owner=_owner_mean(one),
        ghost=ghost.mean if ghost else None,
        ghost_spread=insight.spread([ghost]) if ghost else None,
    )


def axis_shown(session: Session, mode: Mode, axis: AxisId) -> ShownAxis:
    """Return what may be shown of an axis: nothing until its last statement was revealed."""
    closed = session.closed_number(axis)
    if mode is Mode.OPEN or not closed:
        return ShownAxis()
    counted = _counted(session, mode, axis)
    if not counted:
        return ShownAxis()
    votes = min(one.counts.team.votes for one in counted)
    means = insight.mean(one.counts.team.mean for one in counted)
    assert means is not None
    if mode is Mode.POOLED:
        return ShownAxis(band=insight.band(means), votes=votes)
    tallies = [one.counts.team for one in counted]
    agreement = sum(insight.consensus(tally) for tally in tallies) / len(tallies)
    return ShownAxis(
        team=means,
        owner=_owner_of(counted),
        consensus=insight.agreeing(agreement),
        spread=insight.spread(tallies),
        first=_first_mean(session, mode, counted),
        votes=votes,
    )


def counted_round(session: Session, mode: Mode, statement: str) -> StatementRound | None:
    """Return the round that counts for the statement, or None when it has too few votes.

    Round 2 counts where it was held and, in mode team, has votes enough; else round 1.
    """
    rounds = session.rounds_of(statement)
    if mode is Mode.POOLED:
        # Half a re-vote of an axis would show, statement by statement, who changed.
        closed = session.closed_number(axis_of(statement))
        rounds = tuple(one for one in rounds if one.number <= closed)
    least = least_votes(mode, session.setup)
    if not rounds:
        return None
    last = rounds[-1]
    if mode is Mode.TEAM and last.counts.team.votes < least:
        last = rounds[0]
    return last if last.counts.team.votes >= least else None


def axis_of(statement: str) -> AxisId:
    return AxisId(statement[:2])


def _counted(session: Session, mode: Mode, axis: AxisId) -> tuple[StatementRound, ...]:
    statements = statements_of(axis, session.setup.length)
    rounds = (counted_round(session, mode, statement) for statement in statements)
    return tuple(one for one in rounds if one is not None)


def _owner_mean(one: StatementRound) -> Fraction | None:
    owner = one.counts.owner
    return owner.mean if owner is not None and one.owner_revealed and owner.votes else None


def _owner_of(counted: tuple[StatementRound, ...]) -> Fraction | None:
    means = [mean for one in counted if (mean := _owner_mean(one)) is not None]
    return insight.mean(means) if len(means) == len(counted) else None


def _first_mean(
    session: Session, mode: Mode, counted: tuple[StatementRound, ...]
) -> Fraction | None:
    """Return the axis's mean in round 1, when a re-vote counts and every round 1 may be shown."""
    firsts = [session.rounds_of(one.statement)[0].counts.team for one in counted]
    least = least_votes(mode, session.setup)
    revoted = any(one.number == 2 for one in counted)
    if not revoted or any(tally.votes < least for tally in firsts):
        return None
    return insight.mean(tally.mean for tally in firsts)
