"""The notes beside the talk: quotes, without names."""

import re

from app.desk import Desk
from widgets.console.views_vote import NotesView
from workshop_flows import limits

SHORTEST_NAME = 3
"""Shorter parts of a name ('de', 'van') are words of every sentence."""
NOT_NAMES = frozenset({"van", "den", "der", "ten", "ter", "the"})
LATEST = 3
"""How many notes of before a page of the talk begins with."""


def notes_from(desk: Desk) -> int:
    """Return where the notes begin that a page of the talk shows when it comes into sight."""
    return max(0, len(desk.session.quotes) - LATEST)


def notes_view(desk: Desk, begin: int) -> NotesView:
    texts, setup = desk.texts, desk.session.setup
    quotes = desk.session.quotes
    begin = min(begin, len(quotes))
    found = names_in(quotes[begin:], (*setup.names, *setup.owner_names))
    warning = texts.text("vote.notes.names", names=", ".join(found)) if found else ""
    return NotesView(
        title=texts.text("vote.notes"),
        told=texts.text("vote.notes.told"),
        items=quotes[begin:],
        most=limits.MOST_STAFF - begin,
        letters=limits.LONGEST_TEXT,
        earlier=texts.text("vote.notes.earlier", count=begin) if begin else "",
        warning=warning,
    )


def names_in(notes: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts of people's names that a note holds as a word, each once."""
    words = {word.casefold() for note in notes for word in re.findall(r"\w+", note)}
    parts = dict.fromkeys(part for name in names for part in re.findall(r"\w+", name))
    return tuple(
        part
        for part in parts
        if len(part) >= SHORTEST_NAME
        and part.casefold() in words
        and part.casefold() not in NOT_NAMES
    )
