"""Gentle advice where someone types a word that the team does not know."""

import re

from resources.catalogue import Catalogue
from workshop_flows.content import Content


def advice(text: str, content: Content, texts: Catalogue) -> str:
    """Return a sentence about the first banned word in a text, or nothing."""
    found = content.banned.found_in(text)
    if not found:
        return ""
    return texts.text("agreement.other_word", word=_as_typed(found[0], text))


def _as_typed(banned: str, text: str) -> str:
    """Return the whole word of which only the beginning is banned."""
    whole = re.search(rf"{re.escape(banned)}\w*", text, re.IGNORECASE)
    return banned if whole is None else whole[0]
