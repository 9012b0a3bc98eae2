"""What to say of the network that phones come in by."""

from app.voting.addresses import UNREACHED, Address, Advice, advice, ways_out
from app.voting.phone_status import PhoneStatus
from resources.catalogue import Catalogue


def chosen_address(status: PhoneStatus) -> Address | None:
    return next((one for one in status.addresses if one.ip == status.chosen), None)


def advised(status: PhoneStatus) -> Advice:
    return advice(status.addresses, chosen_address(status))


def network_advice(status: PhoneStatus, texts: Catalogue) -> str:
    """Return what to say of the network as it was found."""
    return texts.text(advised(status))


def ways_left(status: PhoneStatus, texts: Catalogue) -> tuple[str, ...]:
    """Return what else can be done about the network."""
    return tuple(texts.text(key) for key in ways_out(advised(status)))


def to_try(status: PhoneStatus, texts: Catalogue) -> tuple[str, ...]:
    """Return what to try, one after the other, as long as no phone got through."""
    if status.reached or status.url is None:
        return ()
    return tuple(texts.text(key) for key in UNREACHED)
