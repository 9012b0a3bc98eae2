"""F1: all keys that work now, and all keys there are."""

from collections.abc import Collection, Mapping

from PySide6.QtWidgets import QWidget

from app.keys import DIGITS, KEYS, LESS, Intent
from app.presenters.console.keys import all_hints, every_key
from resources.catalogue import Catalogue
from widgets.console.help_dialog import HelpDialog, HelpView, KeyLine, KeyPart
from widgets.look import look_of, set_look

_WIDE, _HIGH = 0.78, 0.86
_NOTES = ("console.help.in_text", "console.help.clicker")
_PER_PAGE = frozenset({*DIGITS, *LESS})


def help_view(
    texts: Catalogue, offered: Collection[Intent], words: Mapping[Intent, str]
) -> HelpView:
    """Return the keys that work now, then every key; `words` are a page's own."""
    now = tuple(
        KeyLine(words=one.words, keys=(one.key,)) for one in all_hints(texts, offered, words)
    )
    others = dict.fromkeys(row.intent for row in KEYS if row.intent not in _PER_PAGE)
    always = tuple(
        KeyLine(words=texts.text(f"keys.{intent}"), keys=every_key(texts, intent))
        for intent in others
    )
    return HelpView(
        title=texts.text("console.help.title"),
        parts=(
            KeyPart(title=texts.text("console.help.now"), lines=now),
            KeyPart(title=texts.text("console.help.always"), lines=always),
        ),
        notes=tuple(texts.text(key) for key in _NOTES),
        close=texts.text("console.help.close"),
    )


def show_help(
    over: QWidget, texts: Catalogue, offered: Collection[Intent], words: Mapping[Intent, str]
) -> None:
    """Show the keys until someone closes them."""
    dialog = HelpDialog(help_view(texts, offered, words), over)
    set_look(dialog, look_of(over))
    dialog.resize(round(over.width() * _WIDE), round(over.height() * _HIGH))
    dialog.exec()
    dialog.deleteLater()
