"""The one door through which a session changes."""

from collections.abc import Callable, Sequence
from typing import Protocol

from workshop_flows.commands import Command
from workshop_flows.content import Content
from workshop_flows.decide import decide
from workshop_flows.events import Event, Finished
from workshop_flows.evolve import evolve
from workshop_flows.rules import Refusal
from workshop_flows.state import Workshop

Changed = Callable[[Workshop | None, Workshop], None]


class EventLog(Protocol):
    """Keeps events; once `append` or `finish` returns they survive a crash, as far as it can."""

    @property
    def events(self) -> tuple[Event, ...]: ...

    def append(self, events: Sequence[Event], /) -> None: ...

    def finish(self, event: Finished, /) -> None: ...


class MemoryLog:
    """A log that keeps nothing after the program: for practising and for scripts."""

    def __init__(self) -> None:
        self.events: tuple[Event, ...] = ()

    def append(self, events: Sequence[Event], /) -> None:
        self.events = (*self.events, *events)

    def finish(self, event: Finished, /) -> None:
        self.events = (event,)


class SessionStore:
    """Holds the workshop: a command is decided, written, and only then becomes the state.

    `changed` is called after each command with the state before and after it.
    """

    def __init__(self, log: EventLog, content: Content, changed: Sequence[Changed] = ()) -> None:
        self._log = log
        self._content = content
        self._changed = tuple(changed)
        self.workshop: Workshop | None = None
        for event in log.events:
            self.workshop = evolve(self.workshop, event)

    def dispatch(self, command: Command) -> Refusal | None:
        """Carry the command out, or return why not; raise InputError when it can't be written.

        When writing fails the state is the old one, and the command may be given again.
        """
        decision = decide(self.workshop, command, self._content)
        if isinstance(decision, Refusal):
            return decision
        if decision:
            self._write(decision)
        return None

    def _write(self, events: tuple[Event, ...]) -> None:
        before = self.workshop
        after = before
        for event in events:
            after = evolve(after, event)
        assert after is not None
        if isinstance(events[-1], Finished):
            self._log.finish(events[-1])
        else:
            self._log.append(events)
        self.workshop = after
        for changed in self._changed:
            changed(before, after)
