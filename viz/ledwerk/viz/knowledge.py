"""What the page of a node shows, as values; see `knowledge_page`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ledwerk.graph import plan as p
from ledwerk.schema.kinds import Model, NodeKind
from ledwerk.viz.facts import Facts, facts_of, facts_plans
from ledwerk.viz.seen_as import NOW, SeenAs

NEIGHBOURS = 12
_SHARED = 3  # names of what two parties share; of the rest the number

_NAMED = p.Shape((((), (p.Leaf("id", "id"), p.Leaf("name", "name"))),))

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A party with a tie to the one of the page: how strong it is, and through what."""

    id: str
    name: str
    weight: int
    shared: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A node as its page shows it; `texts` are Markdown by language.

    Of its `neighbours` the strongest are told; `more` says that there are others.
    """

    facts: Facts
    kind: NodeKind
    derived_name: bool
    texts: Mapping[str, str]
    neighbours: tuple[Neighbour, ...] = ()
    more: bool = False
    revision: int = 0
    seen: SeenAs = NOW

    @property
    def drawn(self) -> bool:
        """Whether a picture of the network can be drawn around it."""
        return self.kind.party or self.kind.name in {"Project", "Programme"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A row of the search page; `marked` has stars around what was found."""

    id: str
    name: str
    kind: str
    marked: str
    matched: str


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found: a page of it, how many there are, and where the next page begins."""

    asked: str
    hits: Sequence[Hit] = ()
    total: int = 0
    kind: str = ""
    start: int = 0
    after: str = ""
    meant: Sequence[str] = field(default_factory=tuple)
    seen: SeenAs = NOW


def knowledge_plans(model: Model, node: str) -> Iterator[p.Find]:
    """Plans whose rows, put together, are a page's."""
    kind = model.kind_of(node)
    if kind is None or not kind.named:
        return
    yield from facts_plans(model, (node,), sources=True)
    leaves = ("id", "derived_name", "text_nl", "text_en")
    items: list[p.Item] = [p.Leaf(name, name) for name in leaves]
    if kind.party:
        items.append(_ties(model))
    yield p.Find(p.ById((node,), (kind.name,)), p.ListOf(p.Shape((((), tuple(items)),)), 1))


def shared_plan(model: Model, node: str, row: Json) -> p.Find | None:
    """What a node's neighbours take part in together with it; None where it has none.

    Not along with the ties: the store would look for what is shared by all before it keeps twelve.
    """
    ids = tuple(edge["node"]["id"] for edge in _edges(row))
    if not ids:
        return None
    with_it = p.Related(
        p.Step("participation", "PARTNER_IN", outgoing=False, to=model.parties),
        p.Compare("id", "eq", node),
    )
    step = p.Step("participation", "PARTNER_IN", outgoing=True, to=("Project", "Programme"))
    shared = p.Hop("shared", step, p.ListOf(_NAMED, _SHARED), with_it)
    shape = p.Shape((((), (p.Leaf("id", "id"), shared)),))
    return p.Find(p.ById(ids, model.parties), p.ListOf(shape, NEIGHBOURS))


def knowledge_of(
    model: Model, row: Json, shared: Sequence[Json], lang: str, revision: int
) -> Knowledge:
    """The rows of the plans, put together, as a page in a language."""
    together = {one["id"]: one["shared"] for one in shared}
    texts = {one: row[f"text_{one}"] for one in ("nl", "en") if row.get(f"text_{one}")}
    return Knowledge(
        facts_of(model, row, lang),
        model.node(row["label"]),
        bool(row["derived_name"]),
        texts,
        tuple(_neighbour(edge, together) for edge in _edges(row)),
        len((row.get("$ties") or {"edges": ()})["edges"]) > NEIGHBOURS,
        revision,
    )


def _ties(model: Model) -> p.Hop:
    edge = (p.NodeAt("node", _NAMED), p.Leaf("weight", "weight"))
    take = p.Connection((p.Edges("edges", edge),), p.Page(NEIGHBOURS + 1))
    return p.Hop("$ties", p.Step("ties", "", outgoing=True, to=model.parties), take)


def _edges(row: Json) -> list[Json]:
    ties = row.get("$ties") or {"edges": []}
    edges: list[Json] = ties["edges"][:NEIGHBOURS]
    return edges


def _neighbour(edge: Json, together: Mapping[str, Sequence[Json]]) -> Neighbour:
    shared = tuple((one["id"], one["name"]) for one in together.get(edge["node"]["id"], ()))
    return Neighbour(edge["node"]["id"], edge["node"]["name"], int(edge["weight"]), shared)
