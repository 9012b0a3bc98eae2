"""Which key asks for what: the one table behind the keyboard, the hints and the list of F1."""

from enum import StrEnum
from typing import Final

from msgspec import Struct


class Intent(StrEnum):
    """What a person asks with a key. The texts are 'keys.<intent>' in the catalogue."""

    NEXT = "next"
    BACK = "back"
    LEAVE = "leave"
    SKIP = "skip"
    UNDO = "undo"
    BLANK = "blank"
    PROJECTOR = "projector"
    ZOOM = "zoom"
    THEME = "theme"
    HELP = "help"
    SETTINGS = "settings"
    PAUSE = "pause"
    MORE_TIME = "more_time"
    NOTE = "note"
    DEEPER = "deeper"
    REVOTE = "revote"
    STOP_VOTE = "stop_vote"
    SEARCH = "search"
    ADD = "add"
    PRINT = "print"
    SAVE_PDF = "save_pdf"
    EDIT = "edit"
    LARGER = "larger"
    SMALLER = "smaller"
    OPEN = "open"
    PRACTISE = "practise"
    NEW = "new"
    RESUME = "resume"
    FOLLOW_UP = "follow_up"
    EXAMPLE = "example"
    REHEARSE = "rehearse"
    PHONES = "phones"
    DIGIT_0 = "digit_0"
    DIGIT_1 = "digit_1"
    DIGIT_2 = "digit_2"
    DIGIT_3 = "digit_3"
    DIGIT_4 = "digit_4"
    DIGIT_5 = "digit_5"
    DIGIT_6 = "digit_6"
    DIGIT_7 = "digit_7"
    DIGIT_8 = "digit_8"
    LESS_0 = "less_0"
    LESS_1 = "less_1"
    LESS_2 = "less_2"
    LESS_3 = "less_3"
    LESS_4 = "less_4"
    LESS_5 = "less_5"
    LESS_6 = "less_6"
    LESS_7 = "less_7"
    LESS_8 = "less_8"
    OWNER = "owner"
    STAND_UP = "stand_up"
    STAND_DOWN = "stand_down"
    CARDS_BACK = "cards_back"
    CARDS_ON = "cards_on"
    TRIAL = "trial"
    TEST_AGAIN = "test_again"


class Key(Struct, frozen=True, kw_only=True):
    """Keys in Qt's portable words. `in_text`: they work while someone types in a field too."""

    intent: Intent
    keys: tuple[str, ...]
    in_text: bool = False


DIGITS: Final = tuple(Intent(f"digit_{number}") for number in range(9))
LESS: Final = tuple(Intent(f"less_{number}") for number in range(9))

KEYS: Final = (
    Key(intent=Intent.NEXT, keys=("Ctrl+Return", "Ctrl+Enter", "PgDown"), in_text=True),
    Key(intent=Intent.NEXT, keys=("Space",)),
    Key(intent=Intent.BACK, keys=("PgUp",), in_text=True),
    Key(intent=Intent.BACK, keys=("Backspace",)),
    Key(intent=Intent.LEAVE, keys=("Esc",), in_text=True),
    Key(intent=Intent.SKIP, keys=("S",)),
    Key(intent=Intent.UNDO, keys=("Ctrl+Z",)),
    Key(intent=Intent.BLANK, keys=("Ctrl+B",), in_text=True),
    Key(intent=Intent.BLANK, keys=("B", ".")),
    Key(intent=Intent.PROJECTOR, keys=("F5", "Shift+F5"), in_text=True),
    Key(intent=Intent.ZOOM, keys=("F6",), in_text=True),
    Key(intent=Intent.THEME, keys=("F7",), in_text=True),
    Key(intent=Intent.HELP, keys=("F1",), in_text=True),
    Key(intent=Intent.SETTINGS, keys=("Ctrl+,",), in_text=True),
    Key(intent=Intent.PAUSE, keys=("P",)),
    Key(intent=Intent.MORE_TIME, keys=("+", "=")),
    Key(intent=Intent.NOTE, keys=("M",)),
    Key(intent=Intent.DEEPER, keys=("D",)),
    Key(intent=Intent.REVOTE, keys=("Ctrl+R",), in_text=True),
    Key(intent=Intent.STOP_VOTE, keys=("X",)),
    Key(intent=Intent.SEARCH, keys=("Ctrl+F",), in_text=True),
    Key(intent=Intent.ADD, keys=("Ctrl+N",), in_text=True),
    Key(intent=Intent.PRINT, keys=("Ctrl+P",), in_text=True),
    Key(intent=Intent.SAVE_PDF, keys=("Ctrl+E",), in_text=True),
    Key(intent=Intent.EDIT, keys=("F2",), in_text=True),
    Key(intent=Intent.LARGER, keys=("Ctrl++", "Ctrl+="), in_text=True),
    Key(intent=Intent.SMALLER, keys=("Ctrl+-",), in_text=True),
    Key(intent=Intent.OPEN, keys=("Ctrl+O",), in_text=True),
    Key(intent=Intent.PRACTISE, keys=("O",)),
    Key(intent=Intent.NEW, keys=("N",)),
    Key(intent=Intent.RESUME, keys=("V",)),
    Key(intent=Intent.FOLLOW_UP, keys=("T",)),
    Key(intent=Intent.EXAMPLE, keys=("W",)),
    Key(intent=Intent.EXAMPLE, keys=("F4",), in_text=True),
    Key(intent=Intent.PHONES, keys=("Ctrl+T",), in_text=True),
    Key(intent=Intent.REHEARSE, keys=("G",)),
    *(Key(intent=intent, keys=(str(number),)) for number, intent in enumerate(DIGITS)),
    # Where digits themselves need Shift, as in France and Belgium, only Alt is left for less.
    *(
        Key(intent=intent, keys=(f"Shift+{number}", f"Alt+{number}"))
        for number, intent in enumerate(LESS)
    ),
    Key(intent=Intent.OWNER, keys=("E",)),
    Key(intent=Intent.STAND_UP, keys=("]",)),
    Key(intent=Intent.STAND_DOWN, keys=("[",)),
    Key(intent=Intent.CARDS_BACK, keys=("Alt+Left",), in_text=True),
    Key(intent=Intent.CARDS_ON, keys=("Alt+Right",), in_text=True),
    Key(intent=Intent.TRIAL, keys=("P",)),
    Key(intent=Intent.TEST_AGAIN, keys=("T",)),
)
"""A key that a page does not offer at that moment does nothing there."""
