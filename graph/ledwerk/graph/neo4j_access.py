"""Who asks a Neo4j server, and which of its databases."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Access:
    """Who asks, and which database of the server."""

    user: str = ""
    password: str = ""
    database: str | None = None

    def __repr__(self) -> str:
        return f"Access({self.user!r}, database={self.database!r})"
