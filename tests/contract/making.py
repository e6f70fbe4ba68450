"""Words in which the contract's tests make rows and ask for them, below files and GraphQL."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ledwerk.graph import plan as p
from ledwerk.graph.store import Change, Difference, Outcome, Store
from ledwerk.schema.fields import Value
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement, relation_key, said

ABOUT = {"dataset", "cited", "locator", "basis", "confidence", "denied", "note"}


def node(key: str, **said_: Any) -> Statement:
    """A statement about a node; its kind is told by its id."""
    about, values = _parted(said_)
    kind = MODEL.by_prefix[key.partition(":")[0]].name
    return Statement(about.pop("dataset", "d"), kind, key, said(values), **about)


def link(kind: str, source: str, target: str, **said_: Any) -> Statement:
    """A statement about a relation."""
    about, values = _parted(said_)
    key = relation_key(MODEL.relation(kind), source, target, values)
    dataset = about.pop("dataset", "d")
    return Statement(dataset, kind, key, said(values), source, target, **about)


def _parted(given: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Value]]:
    about = {name: value for name, value in given.items() if name in ABOUT}
    return about, {name: value for name, value in given.items() if name not in ABOUT}


def put(
    store: Store, *rows: Statement, dataset: str = "d", known: Difference | None = None
) -> Outcome:
    """Everything that a dataset says now."""
    return store.commit(change(*rows, dataset=dataset), known)


def change(*rows: Statement, dataset: str = "d") -> Change:
    """The change that `put` makes."""
    return Change(dataset, [replace(row, dataset=dataset) for row in rows], "tester", why="to see")


def ask(store: Store, plan: p.Plan) -> Any:
    """The answer to a plan."""
    return asyncio.run(store.answer(plan))


def whole(*names: str) -> p.Shape:
    """These properties of a node of any kind."""
    return p.Shape((((), tuple(p.Leaf(name, name) for name in names)),))


def listed(
    kinds: str | Sequence[str],
    *names: str,
    where: p.Condition | None = None,
    order: tuple[p.Order, ...] = (),
) -> p.Find:
    """Nodes of a kind, in the order of their names where no other is asked."""
    several = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    return p.Find(p.OfKinds(several), p.ListOf(whole(*(names or ("id",))), 100_000), where, order)


def ids(store: Store, plan: p.Find) -> list[str]:
    """The ids that a plan finds, without their kinds."""
    return [row["id"].partition(":")[2] for row in ask(store, plan)]


def tally(store: Store) -> tuple[int, int]:
    """How many nodes and relations there are."""
    found = ask(store, p.Tally(("nodes", "relations")))
    return sum(found["nodes"].values()), sum(found["relations"].values())


def drawn(store: Store) -> dict[str, Any]:
    """Everything that questions run on, in a form that can be compared between stores."""
    nodes = {}
    for kind in MODEL.nodes:
        names = ["id", "name", "derived_name", *(prop.name for prop in kind.properties)]
        for row in ask(store, listed(kind.name, *dict.fromkeys(names))):
            nodes[row["id"]] = row
    walked = asyncio.run(store.walks([kind.name for kind in MODEL.relations]))
    return {
        "nodes": nodes,
        "steps": sorted(walked.steps),
        "ties": ties(store, None),
        "names": sorted(asyncio.run(store.names())),
        "datasets": list(store.datasets()),
        "statements": list(store.statements()),
    }


def ties(store: Store, as_of: str | None) -> set[tuple[str, str]]:
    """Who takes part in what, and who is on which campus, by id."""
    rows = asyncio.run(store.ties(as_of))
    names = {number: found[0] for number, found in rows.nodes.items()}
    pairs = (*rows.participations, *rows.tenancies)
    return {(names[one], names[two]) for one, two in pairs}
