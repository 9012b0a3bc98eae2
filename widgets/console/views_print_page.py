"""What the page for printing and keeping shows: whole texts, nothing to work out."""

from typing import Any

from msgspec import Struct
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage


class PaperView(Struct, frozen=True, kw_only=True):
    """A paper that can be printed."""

    key: Any
    text: str
    second: str
    chosen: bool


class KeepView(Struct, frozen=True, kw_only=True):
    """A file that can be kept; `reason`: why not now. `button` is what is read out."""

    key: Any
    icon: str
    title: str
    second: str
    button: str
    reason: str | None = None


class ConceptView(Struct, frozen=True, kw_only=True):
    title: str
    text: str


class OtherView(Struct, frozen=True, kw_only=True):
    """What can be done besides the big button below; `reason`: why not now."""

    text: str
    icon: str | None = None
    keycap: str | None = None
    reason: str | None = None


class SheetView(Struct, frozen=True, kw_only=True):
    """A page of the real PDF; `size` in points."""

    name: str
    size: QSizeF
    image: QImage


class PreviewView(Struct, frozen=True, kw_only=True):
    """`instead` is said where there are no sheets. `where`: which of how many are seen."""

    name: str
    sheets: tuple[SheetView, ...] = ()
    instead: str = ""


class PrintView(Struct, frozen=True, kw_only=True):
    """Everything but the preview, which comes when it is made."""

    title: str
    papers: tuple[PaperView, ...]
    copies_label: str
    copies_hint: str
    copies: int
    grey_text: str
    grey: bool
    print: OtherView | None
    """None: the big button below does it."""
    past: OtherView | None
    keep_title: str
    keep_button: str
    keeps: tuple[KeepView, ...]
    promise: str
    concept: ConceptView | None
    larger: str
    larger_keycap: str
    smaller: str
    smaller_keycap: str
    edit: str
    edit_keycap: str
    edit_reason: str | None
    previous_sheet: str
    next_sheet: str
    one_of: str
    """With {first} and {count}; the page alone knows which sheets are seen."""
    two_of: str
