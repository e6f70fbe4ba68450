"""How a service is set up: one value, made by whoever starts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ledwerk.api.limits import Limits
from ledwerk.api.run_editor import RunEditor

LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a service may be told. `host` names other than loopback are let in when bound to.

    `read_token` asks for a token also of those who only read. `origins` are the web pages of other
    hosts that may ask (CORS). `documents` are trusted questions by id; with `only_documents` no
    others are answered. `tokens` is the file that tokens are kept in. `most_file_bytes` is the
    size of a file that an editor may hand in. `editor` is one whom only this run lets in.
    """

    host: str = "127.0.0.1"
    most_bytes: int = 1_000_000
    most_file_bytes: int = 20_000_000
    limits: Limits = field(default_factory=Limits)
    introspection: bool = True
    read_token: bool = False
    origins: tuple[str, ...] = ()
    documents: Mapping[str, str] = field(default_factory=dict)
    only_documents: bool = False
    tokens: str | None = None
    editor: RunEditor | None = None

    @property
    def allowed_hosts(self) -> tuple[str, ...]:
        """The names under which requests are answered; others could be a rebound DNS name."""
        if self.host in {"0.0.0.0", "::"}:  # noqa: S104 - only compared
            return ("*",)
        return (*LOOPBACK, self.host)
