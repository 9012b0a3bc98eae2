"""Who takes part in a session and how: what is settled before the first vote."""

from datetime import date

from msgspec import Struct

from workshop_flows.vocabulary import Language, Length, Sector, Way


class Setup(Struct, frozen=True, kw_only=True):
    """What is settled before the first vote.

    `owner_apart` is the owner's own answer, given beforehand. `smallest_team` is the least
    number of staff, and of staff votes on a statement, of which numbers are shown: 5 to 10.
    `phones`: how many of the seats vote by phone, 0 to all; the others vote by slip.
    """

    company: str
    sector: Sector
    question: str
    date: date
    length: Length
    staff: int
    owners: int
    owner_apart: bool
    language: Language
    names: tuple[str, ...] = ()
    owner_names: tuple[str, ...] = ()
    smallest_team: int = 5
    phones: int = 0

    @property
    def seats(self) -> int:
        return self.staff + self.owners

    @property
    def way(self) -> Way:
        """How secret rounds are filled."""
        if not self.phones:
            return Way.SLIPS
        return Way.DEVICES if self.phones >= self.seats else Way.MIXED
