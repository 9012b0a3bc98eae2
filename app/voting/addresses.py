"""Which address of this laptop phones can reach: the order, the advice, what follows a change."""

from collections.abc import Iterable
from enum import StrEnum
from ipaddress import IPv4Address, IPv4Network
from typing import Final

from msgspec import Struct

HOTSPOTS: Final = frozenset({"192.168.137.1", "10.42.0.1"})
"""The laptop's own address on the hotspot that Windows and Linux make."""

_MAC_HOTSPOT: Final = ("bridge", "192.168.2.1")
"""Only on this kind of interface: many a Dutch modem gives 192.168.2.1 to any device."""

_PRIVATE: Final = tuple(map(IPv4Network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")))
_SHARED: Final = IPv4Network("100.64.0.0/10")
"""Carrier-grade NAT: a provider's network, or a VPN such as Tailscale."""

_VIRTUAL_STARTS: Final = (
    "tun", "tap", "wg", "utun", "ppp", "ipsec", "docker", "veth", "br-", "virbr", "lxc", "lxdbr",
    "podman", "cni", "flannel", "vmnet", "vboxnet", "vethernet", "zt", "ham0", "awdl", "llw",
    "tailscale", "nordlynx", "bluetooth", "bnep", "ifb", "dummy",
)  # fmt: skip
_VIRTUAL_PARTS: Final = (
    "virtual", "hyper-v", "wsl", "vmware", "vpn", "tailscale", "zerotier", "hamachi", "npcap",
    "loopback", "wireguard", "tap-windows", "wintun", "docker", "tunnel", "anyconnect",
)  # fmt: skip
_VIRTUAL_HARDWARE: Final = (
    "00:50:56:c0:",  # VMware, on the host
    "0a:00:27:",  # VirtualBox, on the host
    "02:42:",  # Docker
    "00:ff:",  # TAP adapter of Windows
    "7a:79:",  # Hamachi
)


class Link(StrEnum):
    """What an address hangs on; VIRTUAL is a VPN or a network inside this laptop."""

    WIFI = "wifi"
    ETHERNET = "ethernet"
    VIRTUAL = "virtual"
    OTHER = "other"


class Address(Struct, frozen=True, kw_only=True):
    """An IPv4 address of this laptop; `interface` is the name that people know it by.

    `hotspot`: phones join a network that the laptop itself makes.
    """

    ip: str
    interface: str
    link: Link
    private: bool
    hotspot: bool = False


class Advice(StrEnum):
    """What to say about the network; the value is the key of its text."""

    NO_NETWORK = "network.none"
    NO_ADDRESS = "network.no_address"
    ONLY_VPN = "network.only_vpn"
    OTHER_THAN_VPN = "network.other_than_vpn"
    GUEST = "network.guest"
    HOTSPOT = "network.hotspot"
    FINE = "network.fine"


WAYS: Final = (
    "network.way.firm", "network.way.router", "network.way.hotspot", "network.way.slips",
)  # fmt: skip
"""Keys of the ways to get phones connected, the best first; the last one always works."""

UNREACHED: Final = (
    "network.unreached.data", "network.unreached.same", "network.unreached.address",
    "network.unreached.firewall", "network.unreached.guest",
)  # fmt: skip
"""Keys of what to try when no phone got through, in that order; after that come the `WAYS`."""

_WAYS_LEFT: Final = {
    Advice.ONLY_VPN: WAYS,
    Advice.NO_NETWORK: WAYS,
    Advice.NO_ADDRESS: WAYS[1:],
    Advice.GUEST: WAYS,
    Advice.HOTSPOT: (WAYS[1], WAYS[3]),
}


def address_of(
    ip: str, *, name: str, interface: str, hardware: str = "", link: Link = Link.OTHER
) -> Address:
    """Return the address; `link` is what the system says, which takes many a VPN for a cable.

    `name` is the system's name of the interface, `interface` the one for people.
    """
    start, own_ip = _MAC_HOTSPOT
    shared_by_mac = name.startswith(start) and ip == own_ip
    if shared_by_mac:
        link = Link.WIFI
    elif _is_virtual(name, interface, hardware):
        link = Link.VIRTUAL
    return Address(
        ip=ip,
        interface=interface or name,
        link=link,
        private=any(IPv4Address(ip) in network for network in _PRIVATE),
        hotspot=shared_by_mac or (ip in HOTSPOTS and link is not Link.VIRTUAL),
    )


def _is_virtual(name: str, interface: str, hardware: str) -> bool:
    names = (name.lower(), interface.lower())
    return hardware.lower().replace("-", ":").startswith(_VIRTUAL_HARDWARE) or any(
        one.startswith(_VIRTUAL_STARTS) or any(part in one for part in _VIRTUAL_PARTS)
        for one in names
    )


def ranked(found: Iterable[Address]) -> tuple[Address, ...]:
    """Return the addresses that a phone might reach, best first, in an order of their own.

    A hotspot comes first: someone turned it on. What a laptop gives itself without a network
    (169.254) is left out.
    """
    usable = {one.ip: one for one in found if _is_usable(IPv4Address(one.ip))}
    return tuple(sorted(usable.values(), key=_order))


def _is_usable(ip: IPv4Address) -> bool:
    return not (ip.is_link_local or ip.is_multicast or ip.is_unspecified)


def _order(one: Address) -> tuple[int, str, IPv4Address]:
    return _rank(one), one.interface, IPv4Address(one.ip)


def _rank(one: Address) -> int:
    """Return 0 for the best; from `_DOUBTFUL` on a phone will hardly get through."""
    if one.hotspot:
        return 0
    if one.link is Link.VIRTUAL:
        return _DOUBTFUL + 1 if one.private else _DOUBTFUL + 2
    if one.private:
        return {Link.WIFI: 1, Link.ETHERNET: 2}.get(one.link, 3)
    return _DOUBTFUL if IPv4Address(one.ip) in _SHARED else _DOUBTFUL + 3


_DOUBTFUL: Final = 4


def advice(found: Iterable[Address], chosen: Address | None) -> Advice:
    """Return what to say of all addresses `found`, while phones are served on `chosen`.

    `chosen` None: of the best one.
    """
    every = tuple(found)
    usable = ranked(every)
    if not usable:
        alone = any(IPv4Address(one.ip).is_link_local for one in every)
        return Advice.NO_ADDRESS if alone else Advice.NO_NETWORK
    served = chosen or usable[0]
    if served.link is Link.VIRTUAL:
        only = all(one.link is Link.VIRTUAL for one in usable)
        return Advice.ONLY_VPN if only else Advice.OTHER_THAN_VPN
    if served.hotspot:
        return Advice.HOTSPOT
    return Advice.FINE if served.private else Advice.GUEST


def ways_out(advised: Advice) -> tuple[str, ...]:
    """Return the keys of what else can be done; none when all is fine or a choice mends it."""
    return _WAYS_LEFT.get(advised, ())


def label(one: Address) -> str:
    """Return the key of the words for what the address hangs on."""
    return "network.link.hotspot" if one.hotspot else f"network.link.{one.link}"


def following(
    before: Address | None, found: Iterable[Address], picked: Address | None
) -> Address | None:
    """Return the address to serve on now, or None when no phone can reach any.

    What the facilitator `picked` is kept or taken up again while it exists. Else phones stay
    where they are, on `before`, unless that is a VPN and a real network has come. An address
    that is gone is followed to the new one of its interface, and else to the best.
    """
    now = ranked(found)
    if picked is not None and (kept := _same(picked, now) or _moved(picked, now)):
        return kept
    if before is not None:
        kept = _same(before, now)
        if kept and (_rank(kept) < _DOUBTFUL or _rank(now[0]) >= _DOUBTFUL):
            return kept
        if not kept and (moved := _moved(before, now)):
            return moved
    return now[0] if now else None


def _same(one: Address, now: tuple[Address, ...]) -> Address | None:
    return next((other for other in now if other.ip == one.ip), None)


def _moved(one: Address, now: tuple[Address, ...]) -> Address | None:
    return next((other for other in now if other.interface == one.interface), None)
