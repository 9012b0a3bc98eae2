"""What the window to set up the phones shows: whole, translated texts, frozen."""

from msgspec import Struct

from widgets.controls.options import Option
from workshop_flows.joining import Matrix


class NetworkTyped(Struct, frozen=True, kw_only=True):
    """The Wi-Fi as a person typed it."""

    name: str
    password: str


class QrView(Struct, frozen=True, kw_only=True):
    """A code to scan, with what it is for and what can be typed instead."""

    matrix: Matrix
    title: str
    words: str
    name: str
    """For who can't see it."""


class NetworkView(Struct, frozen=True, kw_only=True):
    """`hint` is about the password; `advice` about the address, `good` when all is well.

    `steps`: what else can be done.
    """

    title: str
    name_label: str
    name: str
    password_label: str
    password: str
    hint: str
    address_label: str
    addresses: tuple[Option, ...]
    address: object
    advice: str
    good: bool
    steps: tuple[str, ...]
    codes: tuple[QrView, ...]


class PeopleView(Struct, frozen=True, kw_only=True):
    """How many seats there are and how many people; never who.

    `steps`: what to try as long as no phone got through.
    """

    title: str
    count: str
    reached: str
    got_through: bool
    steps_title: str
    steps: tuple[str, ...]
    door: str
    door_words: str
    door_open: bool


class CodeView(Struct, frozen=True, kw_only=True):
    """One code to copy by hand. `owner` not empty: it is marked, and says so."""

    code: str
    spoken: str
    place: str
    owner: str
    used: str
    back: str
    on: str


class CodesView(Struct, frozen=True, kw_only=True):
    """`shown` None: no code is in sight. `turn` is the button that changes that."""

    title: str
    words: str
    print_button: str
    turn: str
    shown: CodeView | None = None


class LostView(Struct, frozen=True, kw_only=True):
    """A phone that is lost. `error` is about the old code, `done` tells the new one."""

    title: str
    words: str
    label: str
    button: str
    error: str = ""
    done: str = ""


class PhonesView(Struct, frozen=True, kw_only=True):
    title: str
    close: str
    network: NetworkView
    people: PeopleView
    codes: CodesView
    lost: LostView
