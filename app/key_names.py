"""What a press of a key is called in the table of keys, whatever the keyboard's layout.

Digits are a matter of place: the key of the 1 counts as 1 in every layout, also in France and
Belgium, where it gives '&' and needs Shift for the digit. There Shift with it still means the
digit, because that is how people type one; Alt with a digit takes one away in every layout.
"""

from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

ROW: Final = "1234567890"
"""The top row, from left to right."""
X11_ROW: Final = {code: int(digit) for code, digit in enumerate(ROW, start=10)}
MAC_ROW: Final = dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), map(int, ROW), strict=True))
WINDOWS_ROW: Final = {ord(digit): int(digit) for digit in ROW}

SHIFTED: Final = {"!": 1, "@": 2, '"': 2, "#": 3, "£": 3, "§": 3, "$": 4, "%": 5, "^": 6, ")": 0}
"""What Shift with a digit gives in the Netherlands, the US, the UK and Germany, where they agree.

Only for a press that does not say which key it was, as of a remote desktop.
"""

LAST_ASCII: Final = 0x7E

CTRL: Final = Qt.KeyboardModifier.ControlModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
ALT: Final = Qt.KeyboardModifier.AltModifier
META: Final = Qt.KeyboardModifier.MetaModifier
KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
PORTABLE: Final = QKeySequence.SequenceFormat.PortableText


def portable(name: str) -> str:
    """Return a name of the table as Qt writes it; raise ValueError when it is no key."""
    found = QKeySequence.fromString(name, PORTABLE).toString(PORTABLE)
    if not found:
        raise ValueError(name)
    return found


def names_of(press: QKeyEvent, platform: str) -> tuple[str, ...]:
    """Return what the press may be called, most likely first.

    `platform` is Qt's name for it ('windows', 'cocoa', 'xcb', 'wayland', ...): on each a key
    says in its own way where it stands.
    """
    names = (_digit_name(press, platform), _sign(press), _plain_name(press))
    return tuple(dict.fromkeys(name for name in names if name))


def _digit_name(press: QKeyEvent, platform: str) -> str:
    held = press.modifiers()
    if held & (CTRL | META):
        return ""
    placed = _digit_by_place(press, platform)
    digit = _digit_by_key(press) if placed is None else placed
    if digit is None:
        return ""
    if held & ALT:
        return f"Alt+{digit}"
    needs_shift = placed is not None and press.text().isdigit()
    return f"Shift+{digit}" if held & SHIFT and not needs_shift else str(digit)


def _digit_by_place(press: QKeyEvent, platform: str) -> int | None:
    if press.modifiers() & KEYPAD:
        return None
    if platform == "windows":
        return WINDOWS_ROW.get(press.nativeVirtualKey())
    if platform == "cocoa":
        return MAC_ROW.get(press.nativeVirtualKey())
    if platform.startswith(("xcb", "wayland")):
        return X11_ROW.get(press.nativeScanCode())
    return None


def _digit_by_key(press: QKeyEvent) -> int | None:
    number = press.key() - Qt.Key.Key_0
    if 0 <= number <= 9:
        return number
    return SHIFTED.get(press.text()) if press.modifiers() & SHIFT else None


def _sign(press: QKeyEvent) -> str:
    """Return a sign by what it is: one layout needs Shift for it, and another AltGr."""
    text = press.text()
    alone = len(text) == 1 and text.isprintable() and not text.isalnum() and not text.isspace()
    held = press.modifiers() & (CTRL | ALT | META)
    # Windows says Ctrl and Alt for AltGr.
    return text if alone and held in (Qt.KeyboardModifier.NoModifier, CTRL | ALT) else ""


def _plain_name(press: QKeyEvent) -> str:
    key = press.key()
    held = press.modifiers() & (CTRL | SHIFT | ALT | META)
    if key <= LAST_ASCII and not chr(key).isalnum():
        # One layout needs Shift for a sign, and another not.
        held &= ~SHIFT
    return QKeySequence(QKeyCombination(held, Qt.Key(key))).toString(PORTABLE)
