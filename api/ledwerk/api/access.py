"""Who asks, and what they may do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ledwerk.api.settings import Settings
from ledwerk.api.tokens import Tokens, tokens_path
from ledwerk.schema.errors import LedwerkError


class NotAllowed(LedwerkError):
    """The request needs another token; `status` is 401 without a valid one, else 403."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Who:
    """Whoever asks. Without a token the role is empty, and the name too."""

    name: str = ""
    role: str = ""


class Holder(Protocol):
    """What a valid token stands for."""

    @property
    def name(self) -> str:
        """Whose token it is."""
        ...

    @property
    def role(self) -> str:
        """reader, participant or editor."""
        ...


NOBODY = Who()


@dataclass(frozen=True, slots=True)
class Access:
    """The rules: reading is open, or needs any token; changing needs an editor's.

    `holder` gives what a token stands for, or None; `refusal` says why it was None.
    """

    holder: Callable[[str], Holder | None]
    refusal: Callable[[str], str]
    read_token: bool = False

    def who(self, authorization: bytes | None) -> Who:
        """Who the header names. Raises NotAllowed for a token that is wrong, ended or revoked."""
        if authorization is None:
            if self.read_token:
                raise NotAllowed("reading needs a token: Authorization: Bearer …", 401)
            return NOBODY
        scheme, _, token = authorization.decode("latin-1").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise NotAllowed("send the token as Authorization: Bearer …", 401)
        found = self.holder(token.strip())
        if found is None:
            raise NotAllowed(self.refusal(token.strip()), 401)
        return Who(found.name, found.role)

    def check(self, who: Who, kind: str) -> None:
        """Raises NotAllowed where who asks may not run an operation of this kind."""
        if kind != "mutation" or who.role == "editor":
            return
        if not who.role:
            raise NotAllowed("a change needs the token of an editor: Authorization: Bearer …", 401)
        raise NotAllowed(f"{who.name} is a {who.role}; a change needs the role editor", 403)


def access_of(settings: Settings) -> Access:
    """The rules of a service, with the tokens that its settings name."""
    tokens = Tokens(tokens_path(settings.tokens))
    return Access(tokens.who, tokens.refusal, settings.read_token)
