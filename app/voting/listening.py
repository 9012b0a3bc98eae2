"""A socket that listens on one address of this machine and on no other."""

import errno
import os
import socket
from collections.abc import Sequence
from ipaddress import AddressValueError, IPv4Address
from typing import Final

from app.errors import InputError

WAITING: Final = 256
"""How many connections may wait until they are accepted: a whole room taps at once."""
WINDOWS_NO_ADDRESS: Final = 10049
NO_ADDRESS: Final = (errno.EADDRNOTAVAIL, WINDOWS_NO_ADDRESS)


def listening_on(address: str, ports: Sequence[int]) -> socket.socket:
    """Return a socket on the first of the ports that is free and allowed.

    Raise InputError when this machine hasn't the address, or when no port can be had.
    """
    if not _is_one_address(address):
        raise InputError("server.no_address", address=address)
    for port in ports:
        try:
            return _bound(address, port)
        except OSError as error:
            if error.errno in NO_ADDRESS:
                raise InputError("server.no_address", address=address) from error
    raise InputError("server.no_port", address=address)


def _is_one_address(address: str) -> bool:
    try:
        return not IPv4Address(address).is_unspecified
    except AddressValueError:
        return False


def _bound(address: str, port: int) -> socket.socket:
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # Else the port stays taken for a while after the last phones were here.
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        else:
            # There the same option would let another program take the port over.
            found.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_EXCLUSIVEADDRUSE", -5), 1)
        found.bind((address, port))
        found.listen(WAITING)
    except BaseException:
        found.close()
        raise
    return found
