"""A small network with everything that a picture must cope with, hostile names among them."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL
from ledwerk.viz.view import View, network_view

HOSTILE = "</script><img src=x onerror=\"document.title='broken'\"> & $title"
BOOK, PAPER = "Het boek", "De krant"
Row = tuple[str, ...]
TABLES: dict[str, tuple[Row, ...]] = {
    "organisations": (
        ("id", "name", "helix", "sme", "aliases", "description_nl", "description_en"),
        ("organisation:alfa", "Alfa", "industry", "yes", "Alpha | A-1", "Maakt", "Makes"),
        ("organisation:beta", "Beta", "knowledge", "", "", "", ""),
        ("organisation:hostile", HOSTILE, "civil", "no", "", "", ""),
        ("organisation:alone", "Eenling", "", "", "", "", ""),
    ),
    "municipalities": (("name",), ("Grootdorp",)),
    "campuses": (("name", "helix"), ("Campus Noord", "hybrid")),
    "groups": (("name",), ("De scholen",)),
    "projects": (("name", "start", "budget"), ("Brug", "2014", "1500000"), ("Weg", "", "")),
    "programmes": (("name",), ("Bouwen",)),
    "boards": (("name",), ("Raad",)),
    "people": (("name",), ("An Ank",)),
    "seats": (
        ("id", "role", "source", "denied"),
        ("seat:an-raad", "voorzitter", BOOK, ""),
        ("seat:an-raad", "", PAPER, "yes"),
    ),
    "holds": (("holder", "seat"), ("person:an-ank", "seat:an-raad")),
    "on": (("seat", "board"), ("seat:an-raad", "Raad")),
    "on_behalf_of": (("seat", "party"), ("seat:an-raad", "Alfa")),
    "partner_in": (
        ("party", "activity", "role", "locator"),
        ("Alfa", "Brug", "lead", "regel 5"),
        ("De scholen", "Brug", "", "regel 6"),
        ("organisation:hostile", "Weg", "", "regel 7"),
        ("Grootdorp", "Weg", "", "regel 8"),
    ),
    "member_of": (("member", "whole"), ("Beta", "De scholen")),
    "part_of": (("part", "programme"), ("Brug", "Bouwen"), ("Weg", "Bouwen")),
    "tenant_of": (("tenant", "campus"), ("Alfa", "Campus Noord")),
    "sources": (("name", "date"), (BOOK, "2016"), (PAPER, "2015")),
}
Draw = Callable[..., View]


def tables(**more: tuple[Row, ...]) -> dict[str, str]:
    """The network's tables as CSV; a row without a source is from the book."""
    return {name: _csv(name, rows) for name, rows in (TABLES | more).items()}


def _csv(name: str, rows: tuple[Row, ...]) -> str:
    cited = name == "sources" or "source" in rows[0]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(rows[0] if cited else (*rows[0], "source"))
    writer.writerows(row if cited else (*row, BOOK) for row in rows[1:])
    return text.getvalue()


@pytest.fixture
def small(store: Store, mini: Callable[..., Path]) -> Store:
    """The small network in a store."""
    load(store, check(MODEL, mini(**tables()), store))
    return store


@pytest.fixture
def draw(small: Store) -> Draw:
    """The view of the small network in a language."""
    return lambda lang="nl": asyncio.run(network_view(small, lang=lang))
