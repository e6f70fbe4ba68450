"""Projections are kept by revision and lens."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from ledwerk.graph.lens import Lens
from ledwerk.graph.projection import Projections
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.model import MODEL

TABLES = {
    "sources": "name\nB\n",
    "organisations": "name\nA\nC\n",
    "projects": "name,start,end\nP,2014,2015\n",
    "partner_in": "party,activity\nA,P\nC,P\n",
}


def test_a_projection_is_read_once_for_a_revision_and_lens(
    store: Store, mini: Callable[..., Path]
) -> None:
    load(store, check(MODEL, mini(**TABLES), store))

    async def ask() -> None:
        kept = Projections(store, keep=2)
        first = await kept.ties()
        assert await kept.ties() is first
        later = await kept.ties(Lens(as_of="2016-01-01"))
        assert later is not first
        assert not later.rows.participations
        assert len(first.rows.participations) == 2
        load(store, check(MODEL, mini(**TABLES | {"partner_in": "party,activity\nA,P\n"}), store))
        newer = await kept.ties()
        assert newer is not first
        assert len(newer.rows.participations) == 1
        assert await kept.walks() is await kept.walks()

    asyncio.run(ask())


def test_what_no_store_can_answer_yet_is_said(store: Store) -> None:
    with pytest.raises(InvalidQuestion, match="cannot be asked for yet"):
        asyncio.run(Projections(store).ties(Lens(through=("Board",))))
