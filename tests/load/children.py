"""The processes of a load as its test has them: lines of JSON in both directions."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from tests.load.report import LoadReport, Progress

ROOT = Path(__file__).parents[2]
T = TypeVar("T")


class Child:
    """A module that runs by itself. Use it as `with Child(...) as child`; it ends with it."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.end()
        else:
            self.kill()

    def read(self, kind: type[T]) -> T:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the process ended"
        return msgspec.json.decode(line, type=kind)

    def say(self, what: object) -> None:
        self.write(msgspec.json.encode(what).decode())

    def write(self, line: str) -> None:
        assert self._process.stdin is not None
        print(line, file=self._process.stdin, flush=True)

    def ask(self, what: object, kind: type[T]) -> T:
        self.say(what)
        return self.read(kind)

    def kill(self) -> None:
        """Have it end without any time to tidy up."""
        with self._process:
            self._process.kill()

    def end(self) -> str:
        """Let it end by itself and return what it said last; a second time nothing happens."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        if self._process.stdout.closed:
            return ""
        with self._process:
            self._process.stdin.close()
            return self._process.stdout.read()


class Phones(Child):
    """The load generator."""

    def __init__(self, url: str, codes: Sequence[str], *options: str) -> None:
        super().__init__("tests.load", "--url", url, "--codes", "-", *options)
        self.write(",".join(codes))

    def until(self, told: str, number: int = 0, count: int = 0) -> Progress:
        """Read on until this was told of a round, for at least so many phones."""
        while True:
            progress = self.read(Progress)
            if (progress.told, progress.round) == (told, number) and progress.count >= count:
                return progress

    def report(self) -> LoadReport:
        """Return what the phones know, once the last round is done."""
        return self.read(LoadReport)
