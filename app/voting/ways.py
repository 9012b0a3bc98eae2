"""How many seats vote by phone and how many by slip: together always all of them."""

from typing import Final

from workshop_flows.privacy import FEWEST_SLIPS

ONE: Final = 1


def followed(phones: int, seats_before: int, seats: int) -> int:
    """Return how many seats vote by phone once there are other people.

    The slips stand and the phones follow, as long as anybody votes by phone.
    """
    if phones == 0:
        return 0
    return min(seats, max(ONE, phones + seats - seats_before))


def with_phones(phones: int, seats: int) -> int:
    """Return how many seats vote by phone after that way is taken up, or given up."""
    return 0 if phones else seats


def with_slips(phones: int, seats: int) -> int:
    """Return how many seats vote by phone after slips are taken up, or given up.

    As few slips as can't be traced are a beginning.
    """
    return seats if phones < seats else max(0, seats - FEWEST_SLIPS)
