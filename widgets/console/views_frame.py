"""What the frame of a session shows: whole, translated texts, frozen."""

from typing import Literal

from msgspec import Struct

from workshop_flows.state import Position

Done = Literal["done", "now", "later"]


class TopView(Struct, frozen=True, kw_only=True):
    """The bar at the top. `projector` empty: there is no session, so no pill and no button.
    `phones` empty: nobody votes by phone.
    """

    company: str = ""
    projector: str = ""
    projector_icon: str = "monitor"
    phones: str = ""
    phones_name: str = ""
    blank: str = ""
    blank_key: str = ""


class Hint(Struct, frozen=True, kw_only=True):
    """A key and what it does now."""

    key: str
    words: str


class BottomView(Struct, frozen=True, kw_only=True):
    """The bar at the bottom. `next` empty: no big button; `reason`: why it can't be pressed."""

    next: str = ""
    next_key: str = ""
    next_icon: str | None = "arrow-right"
    reason: str | None = None
    note: str = ""
    back: str = ""
    hints: tuple[Hint, ...] = ()


class AgendaRow(Struct, frozen=True, kw_only=True):
    """A line of the programme. `balls`: per statement of an axis whether it was voted on.

    `spoken` is the whole line in words; `to` is where a click leads.
    """

    title: str
    spoken: str
    to: Position
    done: Done
    minutes: str = ""
    number: str = ""
    balls: tuple[bool, ...] = ()
    within: bool = False
    """An axis, under the line of all statements."""
    opened: bool = False
    """The line of all statements, with the axes under it."""
    icon: str = "circle"
    """What stands for the line where there is no room for words."""


class AgendaView(Struct, frozen=True, kw_only=True):
    """`part`: how much of the time has passed, 0 to 1. `left_short` and `spoken` (the whole of
    it) are for where there is no room for the words."""

    title: str
    length: str
    rows: tuple[AgendaRow, ...]
    left: str
    left_short: str
    spoken: str
    course: str
    ends: str
    part: float
    part_name: str


class PreviewView(Struct, frozen=True, kw_only=True):
    """The words around the preview. `concept` not empty: a dashed border and that word."""

    title: str
    theme: str
    theme_icon: str
    concept: str = ""


class WayRow(Struct, frozen=True, kw_only=True):
    """How many voted in one way; only of a way that so many use that nobody is told apart."""

    icon: str
    text: str
    number: str


class CounterView(Struct, frozen=True, kw_only=True):
    """'7 van de 10 gestemd'; never more than that."""

    number: str
    words: str
    rows: tuple[WayRow, ...] = ()


class TimerView(Struct, frozen=True, kw_only=True):
    """What is left for what goes on now, and the two things to do about it."""

    clock: str
    words: str
    pause_icon: str
    pause_name: str
    pause_key: str
    more: str
    more_name: str
    more_key: str


class SideView(Struct, frozen=True, kw_only=True):
    """The right column. `secret`: one line about who sees what."""

    preview: PreviewView
    counter: CounterView | None = None
    timer: TimerView | None = None
    secret: str = ""
    secret_icon: str = "eye-slash"
