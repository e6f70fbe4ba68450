"""What nodes are called, in one question for all of them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from ledwerk.graph import plan as p
from ledwerk.graph.store import Store
from ledwerk.schema.kinds import Model


def node_names(model: Model, store: Store, ids: Iterable[str]) -> dict[str, str]:
    """The names of nodes by id; what is there no more is left out. Called where no loop runs."""
    asked = tuple(dict.fromkeys(one for one in ids if model.kind_of(one)))
    if not asked:
        return {}
    shape = p.Shape((((), (p.Leaf("id", "id"), p.Leaf("name", "name"))),))
    kinds = tuple(kind.name for kind in model.nodes)
    found = asyncio.run(store.answer(p.Find(p.ById(asked, kinds), p.ListOf(shape, len(asked)))))
    return {one["id"]: one["name"] for one in found}
