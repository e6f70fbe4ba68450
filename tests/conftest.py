"""Fixtures shared by all rooms.

The embedded store is the fake: tests use a real one in a temporary file, never a mock. `led` is
the LED network of 2016, loaded once; `mini` makes a dataset from a few lines of CSV.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.ready_path import ReadyPath

from ledwerk.api.graphql_schema import make_schema
from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

ROOT = Path(__file__).parents[1]
LED = ROOT / "data" / "led-2016"
SHARED = ROOT.parent / "shared"

Ask = Callable[..., Any]


def missing(reason: str) -> None:
    """Skip for want of something, which in CI is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"must not be missing in CI: {reason}")
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line speaks English in tests, whatever the locale of who runs them."""
    monkeypatch.setenv("LEDWERK_LANG", "en")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is kept on disk is kept in a folder of the tests' own, not in the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEDWERK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def led(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with data/led-2016."""
    store = open_store(f"sqlite:{tmp_path_factory.mktemp('led') / 'led.sqlite'}")
    load(store, check(MODEL, LED, store))
    yield store
    store.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    made = open_store(f"sqlite:{tmp_path / 'store.sqlite'}")
    yield made
    made.close()


@pytest.fixture
def mini(tmp_path: Path) -> Callable[..., Path]:
    """Writes tables, given as text by name, into a folder that is the dataset `mini`."""

    def write(name: str = "mini", **tables: str) -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "datapackage.json").write_text(f'{{"name": "{name}"}}', encoding="utf-8")
        for old in folder.glob("*.csv"):
            old.unlink()
        for table, text in tables.items():
            (folder / f"{table}.csv").write_text(text, encoding="utf-8")
        return folder

    return write


def asker(store: Store) -> Ask:
    """Asks GraphQL of a store; the data, or with `errors=True` the list of errors.

    Every question is asked twice: field by field, and made ready with its answer passed on as it
    comes; where both can answer they must agree. With `once`, only field by field.
    """
    schema = make_schema(MODEL, store)
    ready = ReadyPath(schema, store)

    def ask(text: str, *, errors: bool = False, once: bool = False, **variables: Any) -> Any:
        result = asyncio.run(schema.execute(text, variable_values=variables))
        if not once:
            ready.must_agree(text, variables, result.data, result.errors)
        if errors:
            assert result.errors
            return result.errors
        assert not result.errors, result.errors
        return result.data

    return ask


@pytest.fixture(scope="session")
def ask(led: Store) -> Ask:
    """Asks GraphQL of the LED network."""
    return asker(led)
