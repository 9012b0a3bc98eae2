"""A machine in the room that means harm: `python -m tests.load.hostile URL [SEED]`.

It goes on until its stdin ends, and tells then how often it did what. It holds no more connections
than a bad phone or three could, for who takes them all can always keep others out for a while.
"""

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from random import Random
from urllib.parse import urlsplit

FLOODERS = 12
LORISES = 60
PATIENCE = 5.0


class Hostile:
    def __init__(self, url: str, seed: int) -> None:
        place = urlsplit(url)
        self._where = (place.hostname or "", place.port or 80)
        self._host, self._url = place.netloc, url
        self._random = Random(seed)
        self.done: Counter[str] = Counter()

    async def work(self) -> None:
        """Never comes back."""
        floods = (self._nonsense, self._headers, self._guess, self._large, self._hang_up)
        async with asyncio.TaskGroup() as group:
            for number in range(FLOODERS):
                group.create_task(self._forever(floods[number % len(floods)]))
            for _ in range(LORISES):
                group.create_task(self._forever(self._slowly))

    async def _forever(self, attack: Callable[[], Awaitable[None]]) -> None:
        while True:
            with suppress(OSError, TimeoutError, asyncio.IncompleteReadError):
                async with asyncio.timeout(PATIENCE):
                    await attack()
            self.done[attack.__name__.strip("_")] += 1
            await asyncio.sleep(0)

    async def _send(self, data: bytes) -> bytes:
        reader, writer = await asyncio.open_connection(*self._where)
        try:
            writer.write(data)
            await writer.drain()
            return await reader.read(65536)
        finally:
            writer.transport.abort()

    async def _nonsense(self) -> None:
        await self._send(self._random.randbytes(self._random.randint(1, 5000)) + b"\r\n\r\n")

    async def _headers(self) -> None:
        many = "".join(f"X-{number}: {'a' * 500}\r\n" for number in range(200))
        await self._send(f"GET / HTTP/1.1\r\nHost: {self._host}\r\n{many}\r\n".encode())

    async def _guess(self) -> None:
        code = "".join(self._random.choices("CDFGHJKMNPQRTVWX234679", k=4))
        await self._send(self._post("/api/join", json.dumps({"code": code}).encode()))

    async def _large(self) -> None:
        await self._send(self._post("/api/vote", b"[" * 100_000))

    async def _hang_up(self) -> None:
        _, writer = await asyncio.open_connection(*self._where)
        writer.write(self._post("/api/vote", b'{"round": 1, "value": 5}')[:-3])
        writer.transport.abort()

    async def _slowly(self) -> None:
        """Send a byte at a time, so that the request is never there in full."""
        _, writer = await asyncio.open_connection(*self._where)
        try:
            for byte in f"GET / HTTP/1.1\r\nHost: {self._host}\r\n".encode():
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(0.1)
        finally:
            writer.transport.abort()

    def _post(self, path: str, body: bytes) -> bytes:
        head = (
            f"POST {path} HTTP/1.1\r\nHost: {self._host}\r\nOrigin: {self._url}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


async def until_told(hostile: Hostile) -> None:
    work = asyncio.create_task(hostile.work())
    await asyncio.to_thread(sys.stdin.read)
    work.cancel()
    with suppress(asyncio.CancelledError):
        await work


def main(url: str, seed: str = "0") -> None:
    hostile = Hostile(url, int(seed))
    print(json.dumps("begun"), flush=True)
    asyncio.run(until_told(hostile))
    print(json.dumps(hostile.done), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
