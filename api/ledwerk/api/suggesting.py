"""What the search box offers while somebody types, and what the panel says of what was chosen."""

from __future__ import annotations

from typing import Any

from ledwerk.graph import plan as p
from ledwerk.graph.searching import folded_text, words_in
from ledwerk.graph.spelling import searched
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.model import MODEL
from ledwerk.viz.facts import Facts, facts_of, facts_plans
from ledwerk.viz.texts import said

MOST_SUGGESTED = 12
_LONGEST = 200  # letters looked at
_APART = {"Source", "Seat", "Indicator"}  # of which a panel says nothing, or nobody asks by name
_KINDS = tuple(kind.name for kind in MODEL.nodes if kind.named and kind.name not in _APART)
_TAKEN = p.ListOf(
    p.Shape((((), tuple(p.Leaf(name, name) for name in ("id", "name", "label", "aliases"))),)),
    MOST_SUGGESTED,
)

Json = dict[str, Any]


async def suggestions(
    store: Store, text: str, lang: str, kinds: tuple[str, ...] = _KINDS
) -> list[Json]:
    """The nodes of some kinds that a text may mean, the likeliest first; none for an empty one.

    `alias` is the other name that it was found by, "" where it was the name itself.
    """
    asked = text[:_LONGEST]
    if not words_in(asked):
        return []
    rows = await searched(store, MODEL, p.Find(p.Matching(asked, kinds), _TAKEN))
    return [
        {
            "id": row["id"],
            "name": row["name"],
            "alias": _alias(row, words_in(asked)),
            "kind": row["label"],
            "kindLabel": said(MODEL.node(row["label"]).label, lang),
        }
        for row in rows
    ]


def _alias(row: Json, words: list[str]) -> str:
    if _holds(row["name"], words):
        return ""
    return next((one for one in row.get("aliases") or () if _holds(one, words)), "")


def _holds(name: str, words: list[str]) -> bool:
    folded = folded_text(name)
    return all(word in folded for word in words)


async def facts_asked(store: Store, node: str, lang: str) -> Facts:
    """What the panel says of a node. Raises InvalidQuestion for an id that nothing has."""
    found: Json = {}
    for plan in facts_plans(MODEL, (node,)) if _is_id(node) else ():
        for row in await store.answer(plan):
            found.update(row)
    if not found:
        raise InvalidQuestion(f"nothing here has the id {node!r}; look it up by name")
    return facts_of(MODEL, found, lang)


def _is_id(node: str) -> bool:
    kind = MODEL.kind_of(node)
    return kind is not None and kind.name not in _APART
