"""The one place where a store is chosen."""

from __future__ import annotations

from pathlib import Path

from ledwerk.graph.sqlite_store import SqliteStore
from ledwerk.graph.store import Store
from ledwerk.schema.errors import StoreError
from ledwerk.schema.model import MODEL


def default_address() -> str:
    """The embedded store in the user's data folder."""
    from platformdirs import user_data_path

    return f"sqlite:{user_data_path('ledwerk', appauthor=False) / 'ledwerk.sqlite'}"


def open_store(address: str, *, time_limit: float = 10.0) -> Store:
    """The store at an address such as `sqlite:PATH`.

    A missing file and its folder are made. Raises StoreError, which says what would be right.
    """
    scheme, _, path = address.partition(":")
    if scheme != "sqlite":
        raise StoreError(
            f"{address.partition('@')[0]!r} is not the address of a store this version knows; "
            "write sqlite:PATH"
        )
    path = path.removeprefix("//")
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
