"""One request, as far as the voter's page and its API look at it."""

from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Final, cast
from urllib.parse import parse_qs

from aiohttp.web import BaseRequest

from app.voting.box import BallotBox, Seat
from app.voting.http_connection import Connection, body_of
from app.voting.voter_page import LANGUAGES
from app.voting.wire import LARGEST_BODY, MOST_FIELDS, cookie, language_of

SEAT_HEADER: Final = "X-Seat"
SEAT_COOKIE: Final = "seat"
LANGUAGE_COOKIE: Final = "lang"
DEFAULT_LANGUAGE: Final = "nl"
KEPT_FOR: Final = 86400


@dataclass(frozen=True)
class Visit:
    """`path` is as it was sent: nothing in it is decoded, so nothing can hide in it."""

    request: BaseRequest
    path: str
    query: str
    box: BallotBox

    @property
    def connection(self) -> Connection:
        return cast(Connection, self.request.protocol)

    @cached_property
    def token(self) -> str:
        """The token of the phone's seat, or ''. A header counts before the cookie."""
        headers = self.request.headers
        found = headers.get(SEAT_HEADER, ""), cookie(headers.getall("Cookie", []), SEAT_COOKIE)
        return next((token for token in found if token and self.box.seat_of(token)), "")

    @property
    def seat(self) -> Seat | None:
        return self.box.seat_of(self.token) if self.token else None

    @property
    def asked_tag(self) -> str:
        return self.request.headers.get("If-None-Match", "")

    def language(self, asked: str = "") -> str:
        """Return the language that was asked for, or else what fits the phone."""
        accepted = self.request.headers.get("Accept-Language", "")
        return language_of(asked or self._asked, accepted, LANGUAGES, DEFAULT_LANGUAGE)

    @property
    def _asked(self) -> str:
        try:
            fields = parse_qs(self.query, max_num_fields=MOST_FIELDS)
        except ValueError:
            fields = {}
        kept = cookie(self.request.headers.getall("Cookie", []), LANGUAGE_COOKIE)
        return fields.get("lang", [kept])[-1]

    async def body(self) -> bytes | HTTPStatus:
        return await body_of(self.request, LARGEST_BODY)


def kept(name: str, value: str) -> str:
    """Return a cookie that a page's script can't read and another site's page can't send."""
    return f"{name}={value}; HttpOnly; SameSite=Lax; Path=/; Max-Age={KEPT_FOR}"
