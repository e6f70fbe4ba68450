"""Who asks, and what they may do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Protocol

from ledwerk.schema.errors import LedwerkError

COOKIE = "ledwerk_session"
# What somebody may do who proposes and does not decide.
PROPOSING = frozenset({"propose", "withdrawProposal"})
# Types that a form of another site's page can send, without asking us first.
_OF_FORMS = {"", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded"}


class NotAllowed(LedwerkError):
    """The request needs another token; `status` is 401 without a valid one, else 403."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Who:
    """Whoever asks. Without a token the role is empty, and the name too.

    `pass_id` says by which pass of a workshop they are in it. `refused` is why a cookie of theirs
    counts no longer, so that who was signed in until now hears it when it matters.
    """

    name: str = ""
    role: str = ""
    pass_id: str = ""
    refused: str = ""


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
    """The rules: reading is open, or needs any token; changing needs an editor's, and proposing a
    participant's.

    `holder` gives what a token stands for, or None; `refusal` says why it was None.
    """

    holder: Callable[[str], Holder | None]
    refusal: Callable[[str], str]
    read_token: bool = False

    def asker(self, headers: Mapping[bytes, bytes]) -> Who:
        """Who sends these headers: whom Authorization names, else the cookie of a browser.

        Raises NotAllowed as `who` does; a cookie that counts no longer is as good as none.
        """
        token = "" if b"authorization" in headers else session_token(headers.get(b"cookie", b""))
        if not token:
            return self.who(headers.get(b"authorization"))
        found = self.holder(token)
        if found is not None:
            return _shown(found)
        refusal = self.refusal(token)
        if self.read_token:
            raise NotAllowed(refusal, 401)
        return Who(refused=refusal)

    def who(self, authorization: bytes | None) -> Who:
        """Who the header names. Raises NotAllowed for a token that is wrong, ended or revoked."""
        if authorization is None:
            if self.read_token:
                raise NotAllowed("reading needs a token: Authorization: Bearer …", 401)
            return NOBODY
        scheme, _, token = authorization.decode("latin-1").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise NotAllowed("send the token as Authorization: Bearer …", 401)
        return self.bearer(token.strip())

    def bearer(self, token: str) -> Who:
        """Whose token it is. Raises NotAllowed for one that is wrong, ended or revoked."""
        found = self.holder(token)
        if found is None:
            raise NotAllowed(self.refusal(token), 401)
        return _shown(found)

    def check(self, who: Who, kind: str, fields: Collection[str] = ()) -> None:
        """Raises NotAllowed where who asks may not run an operation of this kind.

        `fields` are the names of its root fields.
        """
        if kind != "mutation" or who.role == "editor":
            return
        if not who.role:
            needed = "a change needs the token of an editor: Authorization: Bearer …"
            raise NotAllowed(who.refused or needed, 401)
        if who.role == "participant" and fields and PROPOSING.issuperset(fields):
            return
        raise NotAllowed(f"{who.name} is a {who.role}; a change needs the role editor", 403)


def session_token(cookie: bytes) -> str:
    """The token in the header of a browser's cookies; empty where there is none."""
    if COOKIE.encode() not in cookie:
        return ""
    try:
        found = SimpleCookie(cookie.decode("latin-1")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def check_sender(method: str, headers: Mapping[bytes, bytes], origins: Collection[str]) -> None:
    """Raises NotAllowed where a browser is made to change something by another site's page.

    A browser sends its cookie by itself, so what comes with one must be of a type that no form
    sends, and from a page of ours or of `origins`.
    """
    if method in {"GET", "HEAD", "OPTIONS"} or b"authorization" in headers:
        return
    if not session_token(headers.get(b"cookie", b"")):
        return
    media = headers.get(b"content-type", b"").partition(b";")[0].strip().lower().decode("latin-1")
    if media in _OF_FORMS:
        raise NotAllowed(
            "who is signed in by a cookie sends JSON: content-type: application/json", 403
        )
    origin = headers.get(b"origin")
    if origin is None or origin.decode("latin-1") in origins:
        return
    _, _, host = origin.lower().partition(b"://")
    if not host or host != headers.get(b"host", b"").lower():
        raise NotAllowed("a page of another address may change nothing here", 403)


def _shown(found: Holder) -> Who:
    return Who(found.name, found.role, getattr(found, "pass_id", ""))
