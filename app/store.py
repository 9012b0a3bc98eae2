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
        self.events = tuple(log.events)
        """All that happened so far, as the log holds it."""
        for event in self.events:
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

    def speak(self, content: Content) -> None:
        """Decide with the content of another language from now on."""
        self._content = content

    def move_to(self, log: EventLog) -> None:
        """Write all events to a new log and go on with that.

        Raise InputError when it can't be written; the store then keeps the log it has.
        """
        log.append(self.events)
        self._log = log

    def _write(self, events: tuple[Event, ...]) -> None:
        before = self.workshop
        after = before
        for event in events:
            after = evolve(after, event)
        assert after is not None
        if isinstance(events[-1], Finished):
            self._log.finish(events[-1])
            self.events = events[-1:]
        else:
            self._log.append(events)
            self.events = (*self.events, *events)
        self.workshop = after
        for changed in self._changed:
            changed(before, after)
