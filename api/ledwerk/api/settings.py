"""How a service is set up: one value, made by whoever starts it."""

from __future__ import annotations

from dataclasses import dataclass

LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a service may be told. `host` names other than loopback are let in when bound to."""

    host: str = "127.0.0.1"
    most_bytes: int = 1_000_000

    @property
    def allowed_hosts(self) -> tuple[str, ...]:
        """The names under which requests are answered; others could be a rebound DNS name."""
        if self.host in {"0.0.0.0", "::"}:  # noqa: S104 - only compared
            return ("*",)
        return (*LOOPBACK, self.host)
