"""What the page to prepare a session shows: whole, translated texts, frozen."""

from datetime import date

from msgspec import Struct

from widgets.controls.options import Option


class Edit(Struct, frozen=True, kw_only=True):
    """What a person changed, and its value.

    A field of the setup by its name, 'ballot', or the number of 'phones' or 'slips'.
    """

    field: str
    value: object


class LabelsView(Struct, frozen=True, kw_only=True):
    """The words around the fields; they change with the language only."""

    company: str
    sector: str
    question: str
    question_hint: str
    staff: str
    owners: str
    names: str
    owner_names: str
    names_how: str
    ballot: str
    length: str
    language: str
    day: str


class ApartView(Struct, frozen=True, kw_only=True):
    """'Eigenaar apart laten zien?'. `yes` empty: it is not asked, and `second` says why."""

    title: str
    yes: str = ""
    second: str = ""
    chosen: bool = False


class CountView(Struct, frozen=True, kw_only=True):
    """How many seats vote in one way. `name` is for who hears it, `unit` stands after it."""

    number: int
    most: int
    name: str
    unit: str


class WayView(Struct, frozen=True, kw_only=True):
    """A way to vote. `turn` is what ticking it on or off asks; `count` None: not by number."""

    key: str
    icon: str
    title: str
    words: str
    chosen: bool
    turn: Edit
    count: CountView | None = None


class NoticeView(Struct, frozen=True, kw_only=True):
    """What is not right, and the way out on a button."""

    text: str
    button: str
    edit: Edit


class BallotView(Struct, frozen=True, kw_only=True):
    """The ways to vote; without any there is nothing to choose, and `words` say why.

    `sum`: how the numbers add up to the seats.
    """

    ways: tuple[WayView, ...] = ()
    second: str = ""
    sum: str = ""
    words: str = ""
    notice: NoticeView | None = None


class BarPart(Struct, frozen=True, kw_only=True):
    minutes: float
    marked: bool = False


class LengthView(Struct, frozen=True, kw_only=True):
    options: tuple[Option, ...]
    chosen: object
    parts: tuple[BarPart, ...]
    words: str


class FormView(Struct, frozen=True, kw_only=True):
    """The values, and what hangs on them. `fixed`: why the numbers can't change any more."""

    labels: LabelsView
    title: str
    intro: str
    company: str
    company_error: str | None
    sectors: tuple[Option, ...]
    sector: object
    question: str
    staff: int
    owners: int
    staff_range: tuple[int, int]
    owners_range: tuple[int, int]
    names: tuple[str, ...]
    owner_names: tuple[str, ...]
    names_hint: str
    owner_names_hint: str
    apart: ApartView
    ballot: BallotView
    length: LengthView
    languages: tuple[Option, ...]
    language: object
    day: date
    today: date
    fixed: str | None = None


class ReadyRow(Struct, frozen=True, kw_only=True):
    """A line of the readiness list; `second` is the way out of what is not right.

    `button` not empty: something to do about it, which `key` says.
    """

    icon: str
    role: str
    text: str
    second: str = ""
    key: str = ""
    button: str = ""
    button_icon: str | None = None
    keycap: str | None = None


class ReadyView(Struct, frozen=True, kw_only=True):
    """`warnings` need something to be done; `note` says what the numbers of people mean."""

    title: str
    again: str
    rows: tuple[ReadyRow, ...]
    warnings: tuple[str, ...]
    note: str


class PrepareView(Struct, frozen=True, kw_only=True):
    form: FormView
    ready: ReadyView
