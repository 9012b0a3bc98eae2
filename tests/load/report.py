"""What the phones of a load know when it is over: only they know what was confirmed to whom."""

from msgspec import Struct

from app.voting.http_phone import Value


class Ballots(Struct, frozen=True, kw_only=True):
    """What one phone voted in one round.

    `confirmed` was said to count and came last. `unsure` was sent after it and never answered
    with a yes: it may count instead, or not.
    """

    round: int
    confirmed: Value | None = None
    unsure: tuple[Value, ...] = ()


class PhoneReport(Struct, frozen=True, kw_only=True):
    code: str
    joined: bool
    ballots: tuple[Ballots, ...] = ()


class LoadReport(Struct, frozen=True, kw_only=True):
    """`voted` and `confirmed` count phones per round; `latencies` are in ms, one per vote.

    `late` counts votes for a round of before that were taken, `strangers` joins with a wrong
    or a used code that were let in: neither may happen. `closed` counts votes that were told
    that their round is not open.
    """

    joined: int
    voted: dict[int, int]
    confirmed: dict[int, int]
    latencies: tuple[float, ...]
    phones: tuple[PhoneReport, ...]
    retries: int = 0
    closed: int = 0
    late: int = 0
    strangers: int = 0


class Progress(Struct, frozen=True, kw_only=True):
    """One line while it goes on: all `joined`, so many `confirmed` in a round, or it is `done`."""

    told: str
    round: int = 0
    count: int = 0
