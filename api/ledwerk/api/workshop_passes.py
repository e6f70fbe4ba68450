"""Passes of a workshop beside the tokens of the service: who they let in, and until when."""

from __future__ import annotations

from contextlib import suppress
from weakref import WeakKeyDictionary

from starlette.websockets import WebSocket, WebSocketState

from ledwerk.api.access import Access, Holder, Who
from ledwerk.api.settings import Settings
from ledwerk.api.tokens import Tokens, tokens_path
from ledwerk.api.workshop_desk import Workshop
from ledwerk.api.workshop_doors import PREFIX
from ledwerk.api.workshop_record import Session

_ENDED = 4403  # closed for want of a right, as where one never had it


def access_of(settings: Settings, workshop: Workshop) -> Access:
    """The rules of a service: the tokens that its settings name, and the workshop's passes."""
    tokens = Tokens(tokens_path(settings.tokens))

    def holder(token: str) -> Holder | None:
        if settings.editor is not None and settings.editor.has(token):
            return settings.editor
        return workshop.holder(token) if token.startswith(PREFIX) else tokens.who(token)

    def refusal(token: str) -> str:
        return workshop.refusal(token) if token.startswith(PREFIX) else tokens.refusal(token)

    return Access(holder, refusal, settings.read_token)


class Guests:
    """The WebSockets of those who came in by a pass."""

    def __init__(self) -> None:
        self._inside: WeakKeyDictionary[WebSocket, Who] = WeakKeyDictionary()

    def let_in(self, socket: WebSocket, who: Who) -> None:
        """Remember one."""
        self._inside[socket] = who

    async def show_out(self, session: Session) -> None:
        """Close those of a session that has ended."""
        for socket, who in list(self._inside.items()):
            if who.pass_id in session.passes:
                self._inside.pop(socket, None)
                if socket.client_state is WebSocketState.CONNECTED:
                    with suppress(RuntimeError, OSError):  # it was closed just now
                        await socket.close(_ENDED, "the workshop has ended")
