"""The voter's page without JavaScript: forms, each answered by the way back to the page."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from aiohttp.web import Response, StreamResponse

from app.voting.box import Joined
from app.voting.http_answers import HTML, answer, bare, last
from app.voting.http_api import too_many, view_of
from app.voting.http_intake import STATUS, Intake, Trouble
from app.voting.http_states import States
from app.voting.http_visit import LANGUAGE_COOKIE, SEAT_COOKIE, Visit, kept
from app.voting.plain_page import render
from app.voting.voter_page import LANGUAGES, voter_texts
from app.voting.wire import Form, field, form_vote, read_form

PAGE: Final = "/plain"
LOOK_AGAIN: Final = "5"
"""Seconds after which a page that waits loads itself anew; there is nothing to fill in on it."""


class Plain:
    def __init__(self, states: States, intake: Intake) -> None:
        self._states = states
        self._intake = intake

    async def page(self, visit: Visit) -> StreamResponse:
        return self._page(visit)

    async def join(self, visit: Visit) -> StreamResponse:
        form = await _form(visit)
        if isinstance(form, HTTPStatus):
            return last(bare(form))
        if visit.token:
            return _back({})
        found = await self._intake.join(field(form, "code"), visit.connection)
        if isinstance(found, Joined):
            return _back({"Set-Cookie": kept(SEAT_COOKIE, found.token)})
        page = self._page(visit, found)
        return too_many(page, self._intake, visit) if found is Trouble.TOO_MANY else page

    async def vote(self, visit: Visit) -> StreamResponse:
        form = await _form(visit)
        if isinstance(form, HTTPStatus):
            return last(bare(form))
        if not visit.token:
            return self._page(visit, Trouble.NOT_JOINED)
        showing = self._states.board.showing
        vote = form_vote(form, showing)
        if vote is None:
            return self._page(visit, Trouble.BAD_REQUEST)
        trouble = await self._intake.vote(visit.token, vote, showing)
        return _back({}) if trouble is None else self._page(visit, trouble)

    async def language(self, visit: Visit) -> StreamResponse:
        form = await _form(visit)
        if isinstance(form, HTTPStatus):
            return last(bare(form))
        language = field(form, "lang")
        if language not in LANGUAGES:
            return self._page(visit, Trouble.BAD_REQUEST)
        return _back({"Set-Cookie": kept(LANGUAGE_COOKIE, language)})

    def _page(self, visit: Visit, trouble: Trouble | None = None) -> Response:
        language = visit.language()
        state = view_of(self._states, visit, visit.token).state
        told = None if trouble is None else trouble.value
        html = render(state, voter_texts(language), language, told=told)
        status = HTTPStatus.OK if trouble is None else STATUS[trouble]
        headers = {"Refresh": LOOK_AGAIN} if state.phase == "wait" and trouble is None else None
        return answer(html.encode(), HTML, status=status, headers=headers)


async def _form(visit: Visit) -> Form | HTTPStatus:
    body = await visit.body()
    if isinstance(body, HTTPStatus):
        return body
    return read_form(body) or HTTPStatus.BAD_REQUEST


def _back(headers: Mapping[str, str]) -> Response:
    """Return the way to the page, so that loading it again posts nothing."""
    return bare(HTTPStatus.SEE_OTHER, headers={**headers, "Location": PAGE})
