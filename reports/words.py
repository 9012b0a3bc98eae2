"""What paper says of numbers, dates and names: facts turned into plain words."""

import re
from datetime import date
from typing import Final

from babel.numbers import format_decimal

from reports.text import NO_BREAK
from resources.catalogue import Catalogue, catalogue
from workshop_flows.views import Afspraak, Agreement, Report, SessionFacts
from workshop_flows.vocabulary import Language

_AMOUNT: Final = re.compile(r"€ (?=\d)")
_QUANTITY: Final = re.compile(r"(?<=\d) (?=[a-zA-Z]{2,10}\b)")
_YEAR: Final = re.compile(r"(?<=\d\u00a0)([a-z]{3,10}) (?=(?:19|20)\d\d\b)")


class Words:
    """The texts of paper in one language, with amounts, dates and names kept on one line."""

    def __init__(self, language: Language, facts: SessionFacts) -> None:
        self.language = language
        self._texts: Catalogue = catalogue(language)
        self._names = [name for name in (*facts.names, *facts.owner_names) if " " in name]
        self._typed: dict[str, str] = {}

    def say(self, key: str, /, **values: object) -> str:
        return self._texts.text(f"paper.{key}", **values)

    def typed(self, text: str) -> str:
        """Return a typed text with its amounts, dates and names unbroken."""
        if text not in self._typed:
            self._typed[text] = self._held(text)
        return self._typed[text]

    def _held(self, text: str) -> str:
        for name in self._names:
            text = text.replace(name, unbroken(name))
        text = _AMOUNT.sub(f"€{NO_BREAK}", text)
        text = _QUANTITY.sub(NO_BREAK, text)
        return _YEAR.sub(rf"\1{NO_BREAK}", text)

    def day(self, value: date) -> str:
        return unbroken(self._texts.day(value))

    def weekday(self, value: date) -> str:
        return unbroken(self._texts.weekday(value))

    def short_day(self, value: date) -> str:
        return unbroken(self._texts.short_day(value))

    def long_day(self, value: date) -> str:
        """Return 'wo 11 november 2026'."""
        weekday, _ = self._texts.short_day(value).split(" ", 1)
        return unbroken(f"{weekday} {self._texts.day(value)}")

    def stand(self, value: float) -> str:
        return self._texts.stand(value)

    def agreed(self, value: float) -> str:
        """Return a stand that was said aloud: 3,5 or 4."""
        return self._texts.decimal(value)

    def hours(self, hours: float) -> str:
        """Return '10 uur', '1,5 uur', or minutes for less than an hour."""
        if 0 < hours < 1:
            return unbroken(self._texts.plural("paper.minutes", max(1, round(hours * 60))))
        amount = self._texts.decimal(hours)
        return unbroken(self._texts.plural("paper.hours", 1 if hours == 1 else 2, amount=amount))

    def euros(self, euros: float) -> str:
        """Return '€ 1.280', with cents only where there are any."""
        pattern = "#,##0" if float(euros).is_integer() else "#,##0.00"
        amount = format_decimal(euros, format=pattern, locale=self.language)
        return unbroken(self.say("euros", amount=amount))

    def time_of(self, one: Afspraak) -> str:
        """Return how long it takes and in whose time; '' when neither is known."""
        place = {None: "", True: "in_working_time", False: "in_own_time"}[one.working_time]
        known = [self.hours(one.hours)] if one.hours is not None else []
        if place:
            known.append(self.say(place))
        return ", ".join(known)

    def money_of(self, one: Afspraak) -> str:
        """Return what it costs and who pays; '' when neither is known."""
        known = [self.euros(one.euros)] if one.euros is not None else []
        if filled(one.paid_by):
            known.append(self.say("paid_by", name=self.typed(one.paid_by or "")))
        return ", ".join(known)

    def moment(self, agreement: Agreement) -> str:
        """Return day and time of looking back; '' when there is no day."""
        if agreement.follow_up is None:
            return ""
        day = self.weekday(agreement.follow_up)
        if agreement.follow_up_time is None:
            return day
        return self.say("moment", day=day, time=unbroken(agreement.follow_up_time))

    def missing(self, report: Report) -> list[str]:
        """Return what is still to be filled in, one line per afspraak and one for the rest."""
        groups: dict[int | None, list[str]] = {}
        for one in report.agreement.missing:
            groups.setdefault(one.afspraak, []).append(self.say(f"missing.{one.field}"))
        lines = []
        for afspraak, fields in groups.items():
            listed = ", ".join(fields)
            if afspraak is None:
                lines.append(self.say("unready.rest", fields=listed))
            else:
                lines.append(self.say("unready.afspraak", number=afspraak, fields=listed))
        return lines


def unbroken(text: str) -> str:
    return text.replace(" ", NO_BREAK)


def filled(text: str | None) -> bool:
    return bool(text and text.strip())
