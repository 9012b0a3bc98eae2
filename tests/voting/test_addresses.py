"""Which address phones can reach, what to say of it, and what follows when it changes."""

from itertools import permutations

import pytest

from app.voting.addresses import (
    UNREACHED,
    WAYS,
    Address,
    Advice,
    Link,
    address_of,
    advice,
    following,
    label,
    ranked,
    ways_out,
)
from app.voting.addresses_qt import addresses_now
from resources.catalogue import catalogue


def wifi(ip: str = "192.168.1.20", interface: str = "Wi-Fi") -> Address:
    return address_of(ip, name=interface, interface=interface, link=Link.WIFI)


def cable(ip: str = "192.168.1.30", interface: str = "Ethernet") -> Address:
    return address_of(ip, name=interface, interface=interface, link=Link.ETHERNET)


def vpn(ip: str = "10.8.0.2", interface: str = "tun0") -> Address:
    return address_of(ip, name=interface, interface=interface, link=Link.OTHER)


ALONE = address_of("169.254.7.9", name="wlan0", interface="wlan0", link=Link.WIFI)
WINDOWS_HOTSPOT = address_of(
    "192.168.137.1", name="wireless_32770", interface="LAN-verbinding* 2", link=Link.WIFI
)
LINUX_HOTSPOT = address_of("10.42.0.1", name="wlan0", interface="wlan0", link=Link.WIFI)
MAC_HOTSPOT = address_of("192.168.2.1", name="bridge100", interface="bridge100", link=Link.OTHER)


@pytest.mark.parametrize(
    ("name", "interface"),
    [
        ("tun0", "tun0"),
        ("tap0", "tap0"),
        ("wg0", "wg0"),
        ("utun4", "utun4"),
        ("ppp0", "ppp0"),
        ("docker0", "docker0"),
        ("veth12ab", "veth12ab"),
        ("br-9f3c", "br-9f3c"),
        ("virbr0", "virbr0"),
        ("vmnet8", "vmnet8"),
        ("vboxnet0", "vboxnet0"),
        ("cni0", "cni0"),
        ("ethernet_32771", "vEthernet (Default Switch)"),
        ("ethernet_32772", "vEthernet (WSL)"),
        ("ethernet_32773", "VMware Network Adapter VMnet8"),
        ("ethernet_32774", "VirtualBox Host-Only Network"),
        ("ethernet_32775", "Hyper-V Internal"),
        ("ethernet_32776", "Tailscale"),
        ("ethernet_32777", "ZeroTier One [8056c2e21c000001]"),
        ("ethernet_32778", "Hamachi"),
        ("ethernet_32779", "Npcap Loopback Adapter"),
        ("ethernet_32780", "ProtonVPN TUN"),
        ("zt3jn2", "zt3jn2"),
    ],
)
def test_vpns_and_networks_inside_the_laptop_are_known_by_name(name: str, interface: str) -> None:
    found = address_of("192.168.56.1", name=name, interface=interface, link=Link.ETHERNET)
    assert found.link is Link.VIRTUAL


@pytest.mark.parametrize(
    "hardware",
    [
        "00:50:56:C0:00:08",
        "0A:00:27:00:00:0B",
        "02:42:AC:11:00:02",
        "00-FF-8A-10-22-33",
        "7A:79:19:4B:12:34",
    ],
)
def test_renamed_ones_are_known_by_their_hardware(hardware: str) -> None:
    found = address_of(
        "192.168.56.1", name="eth5", interface="Kantoor", hardware=hardware, link=Link.ETHERNET
    )
    assert found.link is Link.VIRTUAL


@pytest.mark.parametrize(
    ("name", "interface", "link"),
    [
        ("wlan0", "wlan0", Link.WIFI),
        ("wlp3s0", "wlp3s0", Link.WIFI),
        ("en0", "Wi-Fi", Link.WIFI),
        ("wireless_32768", "WiFi", Link.WIFI),
        ("wireless_32769", "Draadloze netwerkverbinding", Link.WIFI),
        ("ethernet_32768", "Ethernet 2", Link.ETHERNET),
        ("enp0s31f6", "enp0s31f6", Link.ETHERNET),
        ("br0", "br0", Link.ETHERNET),
        ("eth0", "Hamburg", Link.ETHERNET),
    ],
)
def test_ordinary_names_stay_what_the_system_says(name: str, interface: str, link: Link) -> None:
    found = address_of(
        "192.168.1.20", name=name, interface=interface, hardware="3C:22:FB:01:02:03", link=link
    )
    assert found == Address(ip="192.168.1.20", interface=interface, link=link, private=True)


@pytest.mark.parametrize(
    ("ip", "private"),
    [
        ("10.0.0.1", True),
        ("172.16.0.1", True),
        ("172.31.255.1", True),
        ("192.168.4.1", True),
        ("172.32.0.1", False),
        ("100.64.0.1", False),
        ("145.97.1.2", False),
    ],
)
def test_private_is_what_a_small_network_gives(ip: str, private: bool) -> None:
    assert wifi(ip).private is private


def test_the_order_is_the_same_whatever_the_system_says_first() -> None:
    wanted = (
        WINDOWS_HOTSPOT,
        wifi("10.0.0.9"),
        cable(),
        address_of("192.168.7.2", name="usb0", interface="usb0"),
        wifi("100.70.1.1", "Gast"),
        vpn(),
        wifi("145.97.1.2", "Campus"),
    )
    for some in permutations(wanted):
        assert ranked((*some, ALONE)) == wanted


def test_public_comes_last_and_among_equals_the_lower_number_first() -> None:
    assert ranked([vpn("145.97.1.9"), wifi("145.97.1.2"), vpn()])[0] == vpn()
    ips = ["192.168.1.100", "192.168.1.20", "192.168.1.3"]
    assert [one.ip for one in ranked(map(wifi, ips))] == ips[::-1]


@pytest.mark.parametrize("ip", ["169.254.1.1", "0.0.0.0", "224.0.0.1"])
def test_what_no_phone_can_reach_is_left_out(ip: str) -> None:
    assert ranked([wifi(ip)]) == ()


def test_an_address_is_offered_once() -> None:
    assert len(ranked([wifi(), wifi()])) == 1


@pytest.mark.parametrize("hotspot", [WINDOWS_HOTSPOT, LINUX_HOTSPOT, MAC_HOTSPOT])
def test_a_hotspot_of_the_laptop_is_fine_and_told_as_such(hotspot: Address) -> None:
    assert hotspot.hotspot
    assert hotspot.link is Link.WIFI
    assert ranked([wifi(), cable(), hotspot])[0] == hotspot
    assert advice([wifi(), hotspot], hotspot) is Advice.HOTSPOT
    assert label(hotspot) == "network.link.hotspot"


def test_the_number_alone_makes_no_hotspot() -> None:
    """Modems of a Dutch provider give 192.168.2.1 away; Kubernetes uses 10.42.0.1."""
    assert not wifi("192.168.2.1").hotspot
    kubernetes = address_of("10.42.0.1", name="cni0", interface="cni0", link=Link.ETHERNET)
    assert not kubernetes.hotspot
    assert kubernetes.link is Link.VIRTUAL


@pytest.mark.parametrize(
    ("found", "chosen", "told"),
    [
        ([], None, Advice.NO_NETWORK),
        ([ALONE], None, Advice.NO_ADDRESS),
        ([vpn()], vpn(), Advice.ONLY_VPN),
        ([vpn(), vpn("172.17.0.1", "docker0"), ALONE], vpn(), Advice.ONLY_VPN),
        ([wifi(), vpn()], vpn(), Advice.OTHER_THAN_VPN),
        ([wifi(), vpn()], wifi(), Advice.FINE),
        ([wifi(), vpn()], None, Advice.FINE),
        ([cable()], cable(), Advice.FINE),
        ([wifi("145.97.1.2")], wifi("145.97.1.2"), Advice.GUEST),
        ([wifi("100.64.3.4")], None, Advice.GUEST),
        ([LINUX_HOTSPOT, wifi()], wifi(), Advice.FINE),
    ],
)
def test_the_advice_fits_what_is_found(
    found: list[Address], chosen: Address | None, told: Advice
) -> None:
    assert advice(found, chosen) is told


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_advice_has_its_words_and_whoever_is_stuck_a_way_out(language: str) -> None:
    texts = catalogue(language)
    for told in Advice:
        assert texts.text(told)
        assert [texts.text(key) for key in ways_out(told)] or told in (
            Advice.FINE,
            Advice.OTHER_THAN_VPN,
        )
    for key in (*UNREACHED, *WAYS, *(f"network.link.{link}" for link in Link)):
        assert texts.text(key)


def test_the_last_way_out_needs_no_network() -> None:
    for told in Advice:
        assert ways_out(told)[-1:] in ((), ("network.way.slips",))


def test_what_was_picked_is_kept_while_it_exists() -> None:
    picked = cable()
    assert following(picked, [wifi(), picked, WINDOWS_HOTSPOT], picked) == picked
    assert following(wifi(), [wifi(), picked], picked) == picked
    assert following(vpn(), [wifi(), vpn()], vpn()) == vpn()


def test_a_new_address_of_the_same_interface_is_followed() -> None:
    new = cable("192.168.9.5")
    assert following(cable(), [wifi(), new], cable()) == new
    assert following(cable(), [wifi(), new], None) == new


def test_phones_stay_where_they_are_when_something_better_comes() -> None:
    assert following(cable(), [wifi(), cable(), LINUX_HOTSPOT], None) == cable()


def test_one_doubtful_address_is_not_left_for_another() -> None:
    guest = wifi("145.97.1.2")
    assert ranked([guest, vpn()])[0] == vpn()
    assert following(guest, [guest, vpn()], None) == guest


def test_a_vpn_gives_way_to_a_real_network() -> None:
    assert following(vpn(), [vpn(), wifi()], None) == wifi()
    assert following(vpn(), [vpn(), wifi("145.97.1.2")], None) == vpn()


def test_what_is_gone_without_a_trace_gives_way_to_the_best() -> None:
    assert following(cable(), [vpn(), wifi()], cable()) == wifi()
    assert following(None, [vpn(), wifi()], None) == wifi()
    assert following(wifi(), [ALONE], wifi()) is None


def test_a_picked_address_that_comes_back_is_taken_up_again() -> None:
    assert following(vpn(), [vpn(), wifi()], wifi()) == wifi()


def test_qt_is_understood() -> None:
    now = addresses_now()
    assert set(ranked(now)) <= set(now)
    assert all(one.interface for one in now)
