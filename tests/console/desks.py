"""A desk with a session in memory, at any moment of it."""

from collections.abc import Iterable

from app.desk import Desk
from app.errors import InputError
from app.store import MemoryLog, SessionStore
from resources.catalogue import catalogue
from tests.core.builders import content, setup
from workshop_flows import commands
from workshop_flows.commands import Command
from workshop_flows.setup import Setup
from workshop_flows.state import EarlierSession, Position


def no_trouble(error: InputError) -> bool:
    raise error


def desk(
    wanted: Setup | None = None,
    *more: Command,
    at: Position | None = None,
    earlier: EarlierSession | None = None,
    language: str = "nl",
) -> Desk:
    """Return the desk of a session after these commands; a refusal ends the test."""
    store = SessionStore(MemoryLog(), content())
    moved: Iterable[Command] = () if at is None else (commands.MoveTo(to=at),)
    start = commands.StartSession(setup=wanted or setup(), earlier=earlier)
    for command in (start, *more, *moved):
        refusal = store.dispatch(command)
        assert refusal is None, refusal
    return Desk(store, catalogue(language), no_trouble)
