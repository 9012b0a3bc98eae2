"""The write-ahead log beside a session file, laid over the file in memory.

SQLite does the same when it opens a file, but then also writes to it. Format:
https://www.sqlite.org/fileformat2.html#walformat
"""

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

_HEADER: Final = struct.Struct(">8I")
_FRAME: Final = struct.Struct(">6I")
_MAGIC: Final = 0x377F0682
_FORMAT: Final = 3007000
_MASK: Final = 0xFFFFFFFF

_Sums = tuple[int, int]


class WalError(ValueError):
    """The log is not one, or not one of this file."""


class _Frame(NamedTuple):
    page: int
    pages_after_commit: int
    """0: the transaction goes on in the next frame."""
    data: bytes


def replayed(main: bytes, wal: bytes, page_size: int) -> bytes:
    """Return the file as it is after all committed transactions of the log.

    A log ends at its first frame that is not whole: a crash may cut it off there. Raise
    WalError when its beginning is wrong, for that is synced before any frame is written.
    """
    if len(wal) <= _HEADER.size:
        return main
    pages: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    count = len(main) // page_size
    for frame in _frames(wal, page_size):
        pending[frame.page] = frame.data
        if frame.pages_after_commit:
            count = frame.pages_after_commit
            pages |= pending
            pending = {}
    if count > len(main) // page_size + len(pages):
        raise WalError("the log speaks of pages that are nowhere")
    return b"".join(
        pages.get(page) or main[(page - 1) * page_size : page * page_size].ljust(page_size, b"\0")
        for page in range(1, count + 1)
    )


def _frames(wal: bytes, page_size: int) -> Iterator[_Frame]:
    magic, form, wal_page_size, _, *salts_and_sums = _HEADER.unpack_from(wal)
    salts, header_sums = salts_and_sums[:2], (salts_and_sums[2], salts_and_sums[3])
    if magic | 1 != _MAGIC | 1 or form != _FORMAT or wal_page_size != page_size:
        raise WalError("not a write-ahead log of this file")
    words = struct.Struct(">II" if magic & 1 else "<II")
    sums = _summed(words, wal[: _HEADER.size - 8], (0, 0))
    if sums != header_sums:
        raise WalError("the beginning of the log is damaged")
    size = _FRAME.size + page_size
    for start in range(_HEADER.size, len(wal) - size + 1, size):
        page, commit, *salts_and_sums = _FRAME.unpack_from(wal, start)
        data = wal[start + _FRAME.size : start + size]
        if salts_and_sums[:2] != salts or page == 0:
            return
        sums = _summed(words, wal[start : start + 8] + data, sums)
        if sums != (salts_and_sums[2], salts_and_sums[3]):
            return
        yield _Frame(page, commit, data)


def _summed(words: struct.Struct, data: bytes, sums: _Sums) -> _Sums:
    first, second = sums
    for even, odd in words.iter_unpack(data):
        first = (first + even + second) & _MASK
        second = (second + odd + first) & _MASK
    return first, second
