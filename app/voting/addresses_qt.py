"""The addresses that this laptop has now, as Qt sees them."""

from typing import Final

from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

from app.voting.addresses import Address, Link, address_of

_LINKS: Final = {
    QNetworkInterface.InterfaceType.Wifi: Link.WIFI,
    QNetworkInterface.InterfaceType.Ethernet: Link.ETHERNET,
    QNetworkInterface.InterfaceType.Virtual: Link.VIRTUAL,
    QNetworkInterface.InterfaceType.Ppp: Link.VIRTUAL,
}


def addresses_now() -> tuple[Address, ...]:
    """Return every IPv4 address that others may see, also those that no phone can reach.

    `ranked` leaves these out.
    """
    return tuple(
        address_of(
            entry.ip().toString(),
            name=one.name(),
            interface=one.humanReadableName(),
            hardware=one.hardwareAddress(),
            link=_link(one),
        )
        for one in QNetworkInterface.allInterfaces()
        if one.flags() & QNetworkInterface.InterfaceFlag.IsRunning
        and not one.flags() & QNetworkInterface.InterfaceFlag.IsLoopBack
        for entry in one.addressEntries()
        if entry.ip().protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol
    )


def _link(one: QNetworkInterface) -> Link:
    # A cable and a radio reach many; a line between two ends is a tunnel.
    if one.flags() & QNetworkInterface.InterfaceFlag.IsPointToPoint:
        return Link.VIRTUAL
    return _LINKS.get(one.type(), Link.OTHER)
