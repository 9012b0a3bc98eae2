"""The API of the voter's page."""

from http import HTTPStatus

import msgspec
from aiohttp.web import Response, StreamResponse

from app.voting.box import Joined
from app.voting.http_answers import JSON, answer, bare, last, tagged
from app.voting.http_events import Streams
from app.voting.http_intake import STATUS, Intake, Trouble
from app.voting.http_states import Snapshot, States, View
from app.voting.http_visit import SEAT_COOKIE, Visit, kept
from app.voting.wire import JoinBody, VoteBody, read_json


class Api:
    def __init__(self, states: States, intake: Intake, streams: Streams) -> None:
        self._states = states
        self._intake = intake
        self._streams = streams

    async def state(self, visit: Visit) -> StreamResponse:
        snapshot = self._snapshot(visit)
        return tagged(visit.asked_tag, snapshot.etag, snapshot.body, JSON)

    async def events(self, visit: Visit) -> StreamResponse:
        seat = visit.seat
        if seat is None:
            return _error(Trouble.NOT_JOINED)
        return await self._streams.run(
            seat.number, lambda: self._states.board.revision, visit.request
        )

    async def join(self, visit: Visit) -> StreamResponse:
        body = await visit.body()
        if isinstance(body, HTTPStatus):
            return last(bare(body))
        asked = read_json(body, JoinBody)
        if asked is None:
            return _error(Trouble.BAD_REQUEST)
        if visit.token:
            return self._seated(visit, visit.token, asked.lang)
        found = await self._intake.join(asked.code, visit.connection, asked.key)
        if isinstance(found, Joined):
            return self._seated(visit, found.token, asked.lang)
        if found is Trouble.TOO_MANY:
            return too_many(_error(found), self._intake, visit)
        return _error(found)

    async def vote(self, visit: Visit) -> StreamResponse:
        body = await visit.body()
        if isinstance(body, HTTPStatus):
            return last(bare(body))
        if not visit.token:
            return _error(Trouble.NOT_JOINED)
        vote = read_json(body, VoteBody)
        if vote is None:
            return _error(Trouble.BAD_REQUEST)
        trouble = await self._intake.vote(visit.token, vote, self._states.board.showing)
        snapshot = self._snapshot(visit, vote.lang)
        if trouble is None:
            return answer(snapshot.body, JSON, headers={"ETag": snapshot.etag})
        return _error(trouble, snapshot if trouble is Trouble.CLOSED else None)

    def _seated(self, visit: Visit, token: str, language: str) -> Response:
        snapshot = view_of(self._states, visit, token, language)
        body = msgspec.json.encode({"token": token, "state": msgspec.Raw(snapshot.body)})
        headers = {"Set-Cookie": kept(SEAT_COOKIE, token), "ETag": snapshot.etag}
        return answer(body, JSON, headers=headers)

    def _snapshot(self, visit: Visit, language: str = "") -> Snapshot:
        return view_of(self._states, visit, visit.token, language)


def view_of(states: States, visit: Visit, token: str, language: str = "") -> Snapshot:
    """Return what the phone with this token is to show."""
    seat = visit.box.seat_of(token) if token else None
    current = states.board.showing.round
    # A phone is told so of the round it sees, also while the box is at the next one already.
    voted = (
        seat is not None
        and current is not None
        and visit.box.open_round_id == current
        and visit.box.has_voted(token)
    )
    role = None if seat is None else seat.role
    return states.snapshot(View(role, visit.language(language), voted))


def too_many(response: Response, intake: Intake, visit: Visit) -> Response:
    """Say when it makes sense to try again, and close."""
    response.headers["Retry-After"] = str(intake.wait(visit.connection))
    return last(response)


def _error(trouble: Trouble, snapshot: Snapshot | None = None) -> Response:
    told: dict[str, object] = {"error": trouble}
    headers = {}
    if snapshot is not None:
        told["state"] = msgspec.Raw(snapshot.body)
        headers["ETag"] = snapshot.etag
    return answer(msgspec.json.encode(told), JSON, status=STATUS[trouble], headers=headers)
