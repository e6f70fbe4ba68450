"""From a plan to a whole answer: the store's one statement, then the questions left for later."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ledwerk.api import memory
from ledwerk.api.fields_asked import Request
from ledwerk.api.selection import Compiler, Ticket
from ledwerk.graph import plan as p
from ledwerk.graph.analysis.within import within
from ledwerk.graph.projection import Projections
from ledwerk.graph.resolution import Conflict, conflicts
from ledwerk.graph.splitting import laters
from ledwerk.graph.store import Store
from ledwerk.schema.kinds import Model
from ledwerk.schema.names import fold, name_key
from ledwerk.schema.statements import Statement

CAMPUS_REACH = 2
_SUGGESTIONS = 5

Json = dict[str, Any]


@dataclass(frozen=True)
class Desk:
    """What a resolver works with: the model, the store, and its projections."""

    model: Model
    store: Store
    projections: Projections

    async def answer(self, compiler: Compiler, plan: p.Plan) -> Any:
        """The plan's answer, with every question left for later answered in place."""
        return await self.later(compiler, await self.store.answer(plan))

    async def later(self, compiler: Compiler, found: Any) -> Any:
        """What was found, once the questions in it are answered, and those in their answers."""
        while compiler.tickets and await self._fill(compiler, found):
            pass
        return found

    async def _fill(self, compiler: Compiler, found: Any) -> bool:
        """Answer every question in what was found; False where there is none."""
        places: dict[int, list[tuple[Any, Any, str]]] = defaultdict(list)
        for holder, key, number, node in laters(found):
            places[number].append((holder, key, node))
        for number, here in places.items():
            ticket = compiler.tickets[number]
            ids = list(dict.fromkeys(node for _, _, node in here))
            if ticket.question == "within":
                answers = await self._within(ticket, ids)
            else:
                answers = await self._conflicts(compiler.request, ticket, ids)
            for holder, key, node in here:
                holder[key] = answers[node]
        return bool(places)

    async def _within(self, ticket: Ticket, ids: Sequence[str]) -> dict[str, Any]:
        assert ticket.parts is not None
        ties = await self.projections.ties()
        fill = memory.Fill()
        pages = {}
        for node in ids:
            near = within(ties, ties.numbers[node], CAMPUS_REACH)
            rows = [memory.Row(ties.id(party), {"distance": steps}) for party, steps in near]
            shown, after, before = memory.cut(rows, ticket.parts.page)
            memory.want(shown, ticket.parts, fill)
            pages[node] = (shown, (after, before, len(rows)))
        await self.fetch(fill)
        return {
            node: memory.connection(shown, ticket.parts, page, fill)
            for node, (shown, page) in pages.items()
        }

    async def fetch(self, fill: memory.Fill) -> None:
        """One statement for everything a fill wants."""
        plan = fill.plan(tuple(kind.name for kind in self.model.nodes))
        if plan is not None:
            fill.put(await self.store.answer(plan))

    async def _conflicts(
        self, request: Request, ticket: Ticket, ids: Sequence[str]
    ) -> dict[str, Any]:
        names = ("dataset", "kind", "key", "says", "source_id", "locator", "basis", "denied",
                 "note", "date", "title")  # fmt: skip
        cited = p.Citations("s", tuple(p.Leaf(name, name) for name in names), distinct=False)
        shape = p.Shape((((), (p.Leaf("id", "id"), cited)),))
        kinds = tuple(kind.name for kind in self.model.nodes)
        rows = await self.store.answer(p.Find(p.ById(tuple(ids), kinds), p.ListOf(shape, len(ids))))
        asked = request.below([ticket.asked], "Conflict")
        made = {row["id"]: list(_conflicts_of(row["s"])) for row in rows}
        return {
            node: [_shown(request, asked, one, titles) for one, titles in made.get(node, ())]
            for node in ids
        }

    async def nearest_names(self, asked: str, kinds: Sequence[str]) -> list[str]:
        """The names that come closest to one that nobody has; nodes of `kinds` first."""
        from rapidfuzz import fuzz, process

        names = await self.store.names()
        wanted = [(name, kind) for name, _, kind in names if kind in kinds]
        pool = [name for name, _ in wanted] or [name for name, _, _ in names]
        key = name_key(asked) or fold(asked)
        found = process.extract(
            key, pool, scorer=fuzz.WRatio, processor=name_key, limit=_SUGGESTIONS, score_cutoff=55
        )
        return list(dict.fromkeys(name for name, _, _ in found))


def _conflicts_of(rows: Sequence[Json]) -> Iterator[tuple[Conflict, dict[Statement, str | None]]]:
    titles: dict[Statement, str | None] = {}
    dated: dict[str, str] = {}
    for row in rows:
        says = json.loads(row["says"]) if isinstance(row["says"], str) else row["says"]
        said = tuple((name, tuple(v) if isinstance(v, list) else v) for name, v in says)
        statement = Statement(
            row["dataset"],
            row["kind"],
            row["key"],
            said,
            cited=row["source_id"] or "",
            locator=row["locator"] or "",
            basis=row["basis"].lower(),
            denied=row["denied"],
            note=row["note"] or "",
        )
        titles[statement] = row["title"]
        dated[statement.cited] = row["date"] or ""
    for one in conflicts(list(titles), dated):
        yield one, titles


def _shown(
    request: Request, asked: Sequence[Any], one: Conflict, titles: dict[Statement, str | None]
) -> Json:
    made: Json = {}
    for field in asked:
        if field.name == "property":
            made[field.key] = one.property
        elif field.name == "statements":
            inner = request.below([field], "Claim")
            made[field.key] = [
                {i.key: _claim(one, s, titles)[i.name] for i in inner} for s in one.statements
            ]
        else:
            made[field.key] = "Conflict"
    return made


def _claim(one: Conflict, said: Statement, titles: dict[Statement, str | None]) -> Json:
    value = said.values().get(one.property) if one.property else None
    exists = "no" if said.denied else "yes"
    return {
        "value": exists if one.property is None else _text(value),
        "title": titles[said],
        "locator": said.locator or None,
        "basis": said.basis.upper(),
        "note": said.note or None,
        "__typename": "Claim",
    }


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
