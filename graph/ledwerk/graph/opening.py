"""The one place where a store is chosen."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from ledwerk.graph.store import Store
from ledwerk.schema.errors import StoreError
from ledwerk.schema.model import MODEL

_SERVERS = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_SECRET = re.compile(r"//[^/@]*@")


def default_address() -> str:
    """The embedded store in the user's data folder."""
    from platformdirs import user_data_path

    return f"sqlite:{user_data_path('ledwerk', appauthor=False) / 'ledwerk.sqlite'}"


def open_store(
    address: str, *, time_limit: float = 10.0, environment: Mapping[str, str] | None = None
) -> Store:
    """The store at an address: `sqlite:PATH`, or `neo4j://HOST:PORT` for a Neo4j server.

    A missing file and its folder are made; a server is connected to when first asked, as the user
    that the environment names. Raises StoreError, which says what would be right.
    """
    scheme, _, rest = address.partition(":")
    if scheme == "sqlite":
        return _open_file(rest.removeprefix("//"), time_limit)
    if scheme in _SERVERS:
        return _open_server(address, os.environ if environment is None else environment, time_limit)
    shown = _SECRET.sub("//", address)
    raise StoreError(
        f"{shown!r} is not the address of a store this version knows; "
        "write sqlite:PATH or neo4j://HOST:7687"
    )


def is_made(address: str) -> bool:
    """Whether there is anything at the address to look into, without making it."""
    scheme, _, path = address.partition(":")
    return scheme != "sqlite" or Path(path.removeprefix("//")).is_file()


def _open_file(path: str, time_limit: float) -> Store:
    from ledwerk.graph.sqlite_store import SqliteStore

    if not path:
        raise StoreError("the store's address names no file; write sqlite:PATH")
    if path != ":memory:":
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"the folder of {path} cannot be made: {error.strerror}") from error
        if Path(path).is_dir():
            raise StoreError(f"{path} is a folder; name a file in it")
    return SqliteStore(MODEL, path, time_limit=time_limit)


def _open_server(address: str, environment: Mapping[str, str], time_limit: float) -> Store:
    from ledwerk.graph.neo4j_access import Access
    from ledwerk.graph.neo4j_store import Neo4jStore

    parts = urlsplit(address)
    if "@" in parts.netloc:
        raise StoreError(
            "a user or password does not belong in the store's address; set LEDWERK_NEO4J_USER and "
            "LEDWERK_NEO4J_PASSWORD (or LEDWERK_NEO4J_PASSWORD_FILE)"
        )
    if not parts.hostname:
        raise StoreError("the store's address names no host; write neo4j://HOST:7687")
    if parts.path.strip("/"):
        raise StoreError(
            f"{address!r} goes on after host and port; a database is named in "
            "LEDWERK_NEO4J_DATABASE"
        )
    access = Access(
        environment.get("LEDWERK_NEO4J_USER", ""),
        _password(environment),
        environment.get("LEDWERK_NEO4J_DATABASE") or None,
    )
    if access.password and not access.user:
        access = Access("neo4j", access.password, access.database)
    return Neo4jStore(MODEL, address, access, time_limit=time_limit)


def _password(environment: Mapping[str, str]) -> str:
    file = environment.get("LEDWERK_NEO4J_PASSWORD_FILE")
    if not file:
        return environment.get("LEDWERK_NEO4J_PASSWORD", "")
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not a text"
        raise StoreError(f"LEDWERK_NEO4J_PASSWORD_FILE: {file} cannot be read: {reason}") from error
