"""What is known of the phones while a session is prepared, beside their number in its setup."""

from collections.abc import Collection

from app.keys import Intent
from app.presenters.console.keys import keycap
from app.presenters.console.phone_rows import PhoneReadiness
from app.presenters.console.phone_words import network_advice
from app.presenters.console.prepare import Preparing
from app.voting.phone_status import PhonesOfSession, PhoneStatus
from resources.catalogue import Catalogue


class PreparedPhones:
    """`of_session` is None until there is a session. `printed` are the codes on paper."""

    def __init__(self) -> None:
        self.of_session: PhonesOfSession | None = None
        self.printed: frozenset[str] = frozenset()
        self.rehearsed = False

    @property
    def status(self) -> PhoneStatus | None:
        """How they stand; None as long as they are not turned on."""
        phones = None if self.of_session is None else self.of_session.phones
        return None if phones is None else phones.status

    def add_printed(self, codes: Collection[str]) -> None:
        # After the first sheet only the slips that nobody used are printed again.
        self.printed |= frozenset(codes)

    def readiness(self, now: Preparing, texts: Catalogue) -> PhoneReadiness | None:
        """Return what there is to say of phones; None when nobody votes by one."""
        if not now.by_phone:
            return None
        status = self.status
        codes = frozenset() if status is None else frozenset(one.code for one in status.seats)
        return PhoneReadiness(
            seats=now.setup.seats,
            nameless=self.of_session is None,
            status=status,
            advice="" if status is None else network_advice(status, texts),
            printed=bool(codes) and codes <= self.printed,
            rehearsed=self.rehearsed,
            rehearsal_key=keycap(texts, Intent.REHEARSE),
        )
