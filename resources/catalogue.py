"""The texts of window, phone, paper and command line in one language.

Keys are names such as 'paper.title', never sentences. The sources are the `.po`
files in `resources/i18n/<language>/`, one per area; `python -m resources.compile_catalogue`
makes of them the one `leerradar.mo` per language that is read here.
"""

import datetime
import gettext
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable


class Catalogue:
    """Texts, numbers and dates in one language. Make one with `catalogue(language)`."""

    def __init__(self, language: str, translations: gettext.GNUTranslations) -> None:
        self.language = language
        self._translations = translations

    def text(self, key: str, /, **values: object) -> str:
        """Return the text of `key` with its {placeholders} filled in.

        Raise KeyError when the key, or a placeholder's value, is not there.
        """
        found = self._translations.gettext(key)
        if found == key:
            raise KeyError(key)
        return found.format(**values)

    def plural(self, key: str, count: int, /, **values: object) -> str:
        """Return the form of `key` for `count`; the text may use {count}."""
        found = self._translations.ngettext(key, f"{key}.plural", count)
        if found in (key, f"{key}.plural"):
            raise KeyError(key)
        return found.format(count=count, **values)

    def decimal(self, value: float) -> str:
        """Return a number without needless decimals: 3,5 and 4 in Dutch."""
        return _decimal(value, self.language)

    def stand(self, value: float) -> str:
        """Return a stand with its one decimal: 3,5 and 4,0 in Dutch."""
        from babel.numbers import format_decimal

        return format_decimal(value, format="0.0", locale=self.language)

    def day(self, value: datetime.date) -> str:
        """Return '11 november 2026'."""
        return self._date(value, "d MMMM yyyy")

    def weekday(self, value: datetime.date) -> str:
        """Return 'woensdag 11 november 2026'."""
        return self._date(value, "EEEE d MMMM yyyy")

    def short_day(self, value: datetime.date) -> str:
        """Return 'wo 11 nov' (the year goes without saying)."""
        return self._date(value, "EEE d MMM").replace(".", "")

    def month(self, value: datetime.date) -> str:
        """Return 'november 2026'."""
        return self._date(value, "LLLL yyyy")

    def day_of_week(self, value: datetime.date) -> str:
        """Return 'wo'."""
        return self._date(value, "ccc").replace(".", "")

    def _date(self, value: datetime.date, pattern: str) -> str:
        from babel.dates import format_date

        return format_date(value, format=pattern, locale=self.language)


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of 'nl' or 'en', or of a phone's language, which has only 'phone.'.

    Raise FileNotFoundError for another.
    """
    with _compiled(language).open("rb") as stream:
        return Catalogue(language, gettext.GNUTranslations(stream))


def area(language: str, name: str) -> dict[str, str]:
    """Return the texts of an area by their keys without its name, {placeholders} and all.

    For who fills them in elsewhere. Texts with plural forms are left out.
    """
    from babel.messages.mofile import read_mo

    with _compiled(language).open("rb") as stream:
        messages = list(read_mo(stream))
    return {
        message.id.removeprefix(f"{name}."): message.string
        for message in messages
        if isinstance(message.id, str)
        and isinstance(message.string, str)
        and message.id.startswith(f"{name}.")
    }


@lru_cache(maxsize=256)
def _decimal(value: float, language: str) -> str:
    """Babel reads the locale anew each time, and the agenda asks a dozen with every vote."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=language)


def _compiled(language: str) -> Traversable:
    return files("resources") / "i18n" / language / "leerradar.mo"
