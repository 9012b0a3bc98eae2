"""The one thread that writes: it takes everything that waits in one go."""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from itertools import groupby
from typing import Final, Generic, TypeVar

REST: Final = 0.2
"""Seconds without a request after which there is time to tidy up: not amid a burst of votes."""

Request = TypeVar("Request")
Result = TypeVar("Result")


class Writer(Generic[Request]):
    """Hands requests to `serve` in the order in which they came, as many at once as wait.

    `idle` is called in the same thread once nothing came for a moment. A task has the thread
    for itself: what came before it is done, what came after it has not begun.
    """

    def __init__(
        self, serve: Callable[[Sequence[Request]], None], idle: Callable[[], None]
    ) -> None:
        self._serve = serve
        self._idle = idle
        self._waiting: deque[Request | _Task] = deque()
        self._change = threading.Condition()
        self._stopping = False
        # Its work is safe on disk whenever it is torn away.
        self._thread = threading.Thread(target=self._work, name="ballots", daemon=True)
        self._thread.start()

    def put(self, request: Request) -> bool:
        """Have a request served; False: it never will be, the writer has stopped."""
        return self._put(request)

    def run(self, task: Callable[[], Result]) -> Result:
        """Do the task in the writer's thread and return, or raise, what comes of it.

        Not for that thread itself, which would wait for itself.
        """
        assert threading.current_thread() is not self._thread
        done: Future[Result] = Future()
        if not self._put(_Task(lambda: _settle(done, task))):
            raise RuntimeError("the ballot box is closed")
        return done.result()

    def stop(self) -> None:
        """Return once everything that waits is done. May be called twice."""
        with self._change:
            self._stopping = True
            self._change.notify()
        self._thread.join()

    def _put(self, wanted: "Request | _Task") -> bool:
        with self._change:
            if not self._stopping:
                self._waiting.append(wanted)
                self._change.notify()
            return not self._stopping

    def _work(self) -> None:
        rested = True
        while True:
            taken = self._taken(None if rested else REST)
            if not taken and (rested or self._stopping):
                return
            for is_task, group in groupby(taken, key=lambda one: isinstance(one, _Task)):
                guarded(self._do if is_task else self._serve, list(group))
            rested = not taken
            if rested:
                guarded(self._idle)

    def _taken(self, patience: float | None) -> "list[Request | _Task]":
        """Return all that waits, once there is something; nothing after so many seconds without,
        and at the end.
        """
        with self._change:
            self._change.wait_for(lambda: self._waiting or self._stopping, patience)
            taken = list(self._waiting)
            self._waiting.clear()
            return taken

    @staticmethod
    def _do(tasks: "Sequence[_Task]") -> None:
        for task in tasks:
            task.work()


class _Task:
    def __init__(self, work: Callable[[], None]) -> None:
        self.work = work


def _settle(done: Future[Result], task: Callable[[], Result]) -> None:
    try:
        done.set_result(task())
    except BaseException as error:
        done.set_exception(error)


def guarded(call: Callable[..., object], *arguments: object) -> None:
    """Call it; a mistake in it is told as a thread's always is, but the thread lives on."""
    try:
        call(*arguments)
    except Exception as error:
        threading.excepthook(
            threading.ExceptHookArgs(
                (type(error), error, error.__traceback__, threading.current_thread())
            )
        )
