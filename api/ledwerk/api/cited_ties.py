"""What a tie or a path rests on: each part of it with where it is stated."""

from __future__ import annotations

from collections.abc import Iterable

from ledwerk.api.citing import BRIEF, CITATION, Ask, Json, Notes, marks
from ledwerk.schema.kinds import Form, Link, Model, RelationKind


async def together(ask: Ask, one: str, other: str) -> list[Json]:
    """What two parties take part in both, with where each part is stated."""
    sides = await ask(_TOGETHER, {"one": one, "other": other})
    found: dict[str, Json] = {}
    for side in ("one", "other"):
        party = sides[side]
        for edge in (*party["projects"]["edges"], *party["programmes"]["edges"]):
            row = found.setdefault(edge["node"]["id"], {**edge["node"], "sources": []})
            row["sources"] += edge["sources"]
        for link in ("tenants", "owners"):
            for edge in party.get(link, {}).get("edges", ()):
                about = {key: party[key] for key in ("__typename", "id", "name")}
                row = found.setdefault(party["id"], {**about, "sources": []})
                row["sources"] += edge["sources"]
    return list(found.values())


def noted(notes: Notes, rows: Iterable[Json]) -> list[Json]:
    """Rows with their citations replaced by numbers."""
    return [{**row, "sources": notes.cite(row["sources"])} for row in rows]


async def path_steps(ask: Ask, model: Model, path: Json | None, notes: Notes) -> list[Json] | None:
    """The steps of a path, each with where it is stated."""
    if path is None:
        return None
    nodes, parts = path["nodes"], []
    variables: Json = {}
    for number, step in enumerate(path["steps"]):
        pair = nodes[number], nodes[number + 1]
        field = _edge_field(
            model.relation(step["relation"]), *(pair if step["outgoing"] else pair[::-1])
        )
        if field:
            start, link, end = field
            variables |= {f"a{number}": start["id"], f"b{number}": end["id"]}
            parts.append(
                f"s{number}: node(id: $a{number}) {{ ... on {start['__typename']} {{ "
                f"found: {link}(filter: {{id: $b{number}}}) {{ edges {{ {CITATION} }} }} }} }}"
            )
    declared = ", ".join(f"${name}: ID!" for name in variables)
    said = await ask(f"query ({declared}) {{ {' '.join(parts)} }}", variables) if parts else {}
    made = []
    for number, step in enumerate(path["steps"]):
        edges = (said.get(f"s{number}") or {}).get("found", {}).get("edges", ())
        stated = [one for edge in edges for one in edge["sources"]]
        ends = nodes[number], nodes[number + 1]
        # A seat's relations are stated with the seat.
        seats = [one for end in ends for one in end["sources"] if end["__typename"] == "Seat"]
        brief = [{key: end[key] for key in ("__typename", "id", "name")} for end in ends]
        cited = notes.cite(stated or seats)
        made.append({"from": brief[0], "label": step["label"], "to": brief[1],
                     "relation": step["relation"], "sources": cited})  # fmt: skip
    return made


def _edge_field(kind: RelationKind, source: Json, target: Json) -> tuple[Json, str, Json] | None:
    """The field under which a relation is shown with its sources, seen from one of its ends."""

    def fits(link: Link, start: Json, end: Json) -> bool:
        on, to = link.on or (start["__typename"],), link.to or (end["__typename"],)
        return (
            link.form is Form.CONNECTION and start["__typename"] in on and end["__typename"] in to
        )

    for links, start, end in ((kind.forward, source, target), (kind.backward, target, source)):
        for link in links:
            if fits(link, start, end):
                return start, link.name, end
    return None


def together_words(rows: Iterable[Json]) -> str:
    """What is shared, in a line."""
    words = [f"{row['name']}{marks(row['sources'])}" for row in rows]
    return "; ".join(words) or "no tie of their own"


def _side(own: str, other: str) -> str:
    shared = f"first: 100, filter: {{partners: {{some: {{id: ${other}}}}}}}"
    link = f"(filter: {{id: ${other}}}) {{ edges {{ {CITATION} }} }}"
    return (
        f"{own}: party(id: ${own}) {{ {BRIEF} "
        f"projects({shared}) {{ edges {{ node {{ {BRIEF} }} {CITATION} }} }} "
        f"programmes({shared}) {{ edges {{ node {{ {BRIEF} }} {CITATION} }} }} "
        f"... on Campus {{ tenants{link} owners{link} }} }}"
    )


_TOGETHER = f"query ($one: ID!, $other: ID!) {{ {_side('one', 'other')} {_side('other', 'one')} }}"
