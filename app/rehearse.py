"""`leerradar rehearse`: a practice vote from the command line, with real or invented phones.

It needs no display library: of Qt at most QtNetwork, which knows the networks of the machine.
"""

import ipaddress
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from app.errors import InputError
from app.rehearsal_words import counted_words
from app.voting.addresses import Address, Link, ranked
from app.voting.practice import RehearsalReport
from app.voting.rehearsal import MOST_VOTERS, Rehearsal
from resources.catalogue import Catalogue

USUAL_SEATS: Final = 10
_LOOPBACK: Final = "127.0.0.1"
_ELSEWHERE: Final = ("192.0.2.1", 9)
"""An address for examples: a socket that is pointed at it sends nothing."""
_CODES_PER_LINE: Final = 8
_BREATH: Final = 0.2
"""Seconds between two lines about who joined and voted."""

Say = Callable[[str], None]


def rehearse(
    voters: int | None, seats: int | None, address: str | None, say: Say, texts: Catalogue
) -> bool:
    """Hold one practice vote and tell how it went; raise InputError where it can't begin.

    Return whether every invented voter was told that the vote counts. While there are seats
    for real phones it waits for Enter, Ctrl+C or the end of the input.
    """
    invented = _in_range(voters)
    places = _in_range(seats) or max(invented, USUAL_SEATS if voters is None else 1)
    if places < invented:
        raise InputError("rehearsal.too_few_seats", voters=invented, seats=places)
    with TemporaryDirectory(prefix="leerradar-") as folder:
        found = _address(address, alone=voters is not None)
        rehearsal = Rehearsal(Path(folder), found, invented, places)
        rehearsal.start()
        try:
            report = _held(rehearsal, say, texts, simulate=invented > 0)
        finally:
            rehearsal.stop()
    say(counted_words(report, texts))
    say(texts.text("rehearsal.cli.gone"))
    return report.all_counted


def _held(rehearsal: Rehearsal, say: Say, texts: Catalogue, *, simulate: bool) -> RehearsalReport:
    say(texts.text("rehearsal.cli.address", address=rehearsal.url))
    _show_qr(rehearsal.url)
    codes = rehearsal.codes
    if codes:
        say(texts.plural("rehearsal.cli.codes", len(codes)))
        for line in _lines(codes):
            say(line)
    with _told(rehearsal, say, texts):
        if not simulate:
            rehearsal.open_round()
        else:
            rehearsal.simulate()
        if codes:
            _wait_for_enter(say, texts)
    return rehearsal.close_round()


def _in_range(number: int | None) -> int:
    if number is None:
        return 0
    if not 1 <= number <= MOST_VOTERS:
        raise InputError("rehearsal.numbers", most=MOST_VOTERS)
    return number


def _address(wanted: str | None, *, alone: bool) -> Address | None:
    """Return where to listen. `alone`: no phone has to reach it, so without a network too."""
    if wanted is None:
        found = next(iter(ranked(_addresses())), None)
        return found or (_at(_LOOPBACK) if alone else None)
    try:
        ip = ipaddress.IPv4Address(wanted)
    except ValueError:
        raise InputError("rehearsal.no_ip", address=wanted) from None
    return _at(str(ip))


def _addresses() -> Sequence[Address]:
    try:
        from app.voting.addresses_qt import addresses_now
    except ImportError:
        return _without_qt()
    return addresses_now()


def _without_qt() -> Sequence[Address]:
    """Return the address from which this machine would go out."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        asked.connect(_ELSEWHERE)
        return (_at(asked.getsockname()[0]),)
    return ()


def _at(ip: str) -> Address:
    private = ipaddress.IPv4Address(ip).is_private
    return Address(ip=ip, interface="", link=Link.OTHER, private=private)


def _show_qr(url: str) -> None:
    """Draw the address to scan, where the output is a terminal that can draw it."""
    encoding = (sys.stdout.encoding or "").lower()
    if sys.stdout.isatty() and encoding.startswith("utf"):
        import segno

        segno.make(url, micro=False).terminal(compact=True)


def _lines(codes: Sequence[str]) -> Iterator[str]:
    for at in range(0, len(codes), _CODES_PER_LINE):
        yield "  " + "  ".join(codes[at : at + _CODES_PER_LINE])


@contextmanager
def _told(rehearsal: Rehearsal, say: Say, texts: Catalogue) -> Iterator[None]:
    """Say every now and then who joined and voted, when that changed."""
    news, ended = threading.Event(), threading.Event()

    def tell() -> None:
        before = (0, 0)
        while not ended.wait(_BREATH):
            news.wait()
            news.clear()
            now = (rehearsal.joined, rehearsal.voted)
            if now != before and not ended.is_set():
                before = now
                say(texts.plural("rehearsal.now", now[0], voted=now[1]))

    teller = threading.Thread(target=tell, name="rehearsal-lines", daemon=True)
    rehearsal.listen(news.set)
    teller.start()
    try:
        yield
    finally:
        ended.set()
        news.set()
        teller.join()


def _wait_for_enter(say: Say, texts: Catalogue) -> None:
    with suppress(KeyboardInterrupt):
        say(texts.text("rehearsal.cli.enter"))
        sys.stdin.readline()
