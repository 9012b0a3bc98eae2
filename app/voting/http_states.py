"""What a phone is to show, rendered once for all phones that show the same."""

import secrets

import msgspec
from msgspec import Struct

from app.voting.showing import Showing
from app.voting.voter_page import State, voter_state
from workshop_flows.vocabulary import Role


class Board(Struct, frozen=True, kw_only=True):
    """What was published last, and its number."""

    showing: Showing
    revision: int


class View(Struct, frozen=True):
    """What tells two phones apart: never the seat."""

    role: Role | None
    language: str
    voted: bool


class Snapshot(Struct, frozen=True, kw_only=True):
    state: State
    body: bytes
    etag: str


class States:
    """Snapshots of one board. Lives in the server's loop."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._made: dict[View, Snapshot] = {}
        # So that a phone never takes the state of an earlier server for this one's.
        self._server = secrets.token_hex(4)

    def show(self, board: Board) -> None:
        self.board = board
        self._made.clear()

    def snapshot(self, view: View) -> Snapshot:
        if view not in self._made:
            self._made[view] = self._rendered(view)
        return self._made[view]

    def _rendered(self, view: View) -> Snapshot:
        board = self.board
        state = voter_state(
            board.showing,
            role=view.role,
            language=view.language,
            voted=view.voted,
            revision=board.revision,
            joined=view.role is not None,
        )
        parts = (
            self._server,
            str(board.revision),
            view.role or "guest",
            view.language,
            "voted" if view.voted else "open",
        )
        return Snapshot(
            state=state, body=msgspec.json.encode(state), etag='"{}"'.format("-".join(parts))
        )
