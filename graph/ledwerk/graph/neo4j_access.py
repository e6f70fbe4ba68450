"""Who asks a Neo4j server, and which of its databases."""

from __future__ import annotations

from dataclasses import dataclass

from ledwerk.graph.cypher_schema import FORMAT
from ledwerk.schema.errors import StoreError


@dataclass(frozen=True, slots=True)
class Access:
    """Who asks, and which database of the server."""

    user: str = ""
    password: str = ""
    database: str | None = None

    def __repr__(self) -> str:
        return f"Access({self.user!r}, database={self.database!r})"


def check_format(address: str, found: int | None) -> None:
    """Raises StoreError where a newer ledwerk drew the graph."""
    if found is not None and found > FORMAT:
        raise StoreError(
            f"{address} was written by a newer ledwerk (format {found}, this one knows "
            f"{FORMAT}); install the newer version"
        )
