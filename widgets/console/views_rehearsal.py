"""What the page of the rehearsal shows: whole, translated texts, frozen."""

from enum import Enum

from msgspec import Struct

from workshop_flows.joining import Matrix


class CheckState(Enum):
    """(icon, role of the icon, ground of the row, its edge, width of the edge)"""

    WORKS = ("check-circle-fill", "primary", "surface", "line", 1)
    BUSY = ("circle-dashed", "ink", "mark_soft", "ink", 2)
    FAILS = ("warning-circle", "error", "error_soft", "error", 2)
    TO_DO = ("circle", "line_strong", "surface", "line", 1)


class CheckView(Struct, frozen=True, kw_only=True):
    """A thing to try. `second`: what was found, or the way out; `button` '': none."""

    key: str
    icon: str
    title: str
    second: str
    state: CheckState
    state_words: str
    button: str = ""
    button_icon: str | None = None


class AnswerRow(Struct, frozen=True, kw_only=True):
    """How often an answer from 1 to 5 was given."""

    answer: int
    count: int


class ScanView(Struct, frozen=True, kw_only=True):
    """The address of the practice vote, to scan or to type, and a code to go in with."""

    title: str
    matrix: Matrix
    address: str
    code: str
    spoken: str


class TrialView(Struct, frozen=True, kw_only=True):
    """The practice vote with invented voters. `reason`: why it can't start now."""

    title: str
    voters_label: str
    voters: int
    most: int
    result_title: str
    practice: str
    rows: tuple[AnswerRow, ...]
    spoken: str
    start: str
    start_key: str
    reason: str | None
    note: str


class RehearsalView(Struct, frozen=True, kw_only=True):
    title: str
    intro: str
    checks: tuple[CheckView, ...]
    trial: TrialView
    scan: ScanView | None = None
